/** What a journey renames and corrects: chosen by what the documents say, so that equal repositories go equal ways. */
import path from 'node:path'

/** What `references --format json` says of a claim, as far as it is needed here. */
export interface Claim {
  readonly rule: string
  readonly path: string
  readonly subject: string
  readonly status: 'holds' | 'broken' | 'unknown'
}

/** What `check --format json` says of a finding that the baseline knows. */
export interface KnownFinding {
  readonly rule: string
  readonly path: string
  /** 1-based. */
  readonly line: number
  readonly subject: string
}

/** Of all files that documents name with their whole path, the one that most documents name; of equals the first by path. */
export function chooseRename(claims: readonly Claim[], tracked: ReadonlySet<string>): readonly [from: string, to: string] | undefined {
  const documents = new Map<string, Set<string>>()
  for (const { rule, path: document, subject, status } of claims) {
    const isSource = rule === 'no-missing-paths' && status === 'holds' && tracked.has(subject) && /^\w[^/]*\/.*\.\w+$/.test(subject) && !subject.endsWith('.md')
    if (isSource) documents.set(subject, (documents.get(subject) ?? new Set()).add(document))
  }
  const [most] = [...documents].sort(([a, inA], [b, inB]) => inB.size - inA.size || (a < b ? -1 : 1))
  if (most === undefined) return undefined
  const [from] = most
  return [from, path.posix.join(path.posix.dirname(from), 'moved', path.posix.basename(from))]
}

/** The first known finding about a path or a name that stands once in its line, as code, and in no heading: other documents link to those. */
export function chooseMention(known: readonly KnownFinding[], lineOf: (file: string, line: number) => string): KnownFinding | undefined {
  return known.find(({ rule, path: file, line, subject }) => {
    const text = lineOf(file, line)
    const pieces = text.split(`\`${subject}\``)
    return /^no-missing-(?:paths|symbols)$/.test(rule) && !text.startsWith('#') && pieces.length === 2 && !pieces.some(piece => piece.includes(subject))
  })
}
