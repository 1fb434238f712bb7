/** Judging and fixing by turns, in memory, until nothing is left that can be fixed. */
import { isUtf8 } from 'node:buffer'
import { applyFixes, isWanted, type FixChoice } from '../core/apply-fixes.ts'
import type { Finding } from '../core/finding.ts'
import { addTo } from '../core/multimap.ts'
import type { Report } from '../core/report.ts'
import type { ContentSource } from '../core/source.ts'

/** A judgement and the content that it is of. */
export interface Judged {
  readonly report: Report
  readonly source: ContentSource
}

/** A file before and after. */
export interface FixedFile {
  readonly path: string
  /** As it was read when it was first judged. */
  readonly before: Buffer
  readonly after: Buffer
  /** How many findings its edits answer. */
  readonly findings: number
}

export interface FixedFiles<First extends Judged> {
  /** The judgement of what lies there, before anything was fixed. */
  readonly first: First
  /** The judgement of what is left when all is fixed, in memory. */
  readonly last: First
  /** In the order of their paths. */
  readonly files: readonly FixedFile[]
  /** Sentences about edits that were refused. */
  readonly notices: readonly string[]
}

/** Edits that overlap need a pass each; what needs more than these is going in circles. */
const MOST_PASSES = 10

/**
 * Fixes what findings say how to fix.
 * @param judge judges everything, as if these files had other content; every call finds out all facts anew
 */
export async function fixInPasses<First extends Judged>(
  judge: (edited: ReadonlyMap<string, Buffer>) => Promise<First>, choice: FixChoice,
): Promise<FixedFiles<First>> {
  const first = await judge(new Map())
  const before = new Map<string, Buffer>()
  const edited = new Map<string, Buffer>()
  const counts = new Map<string, number>()
  const notices = new Set<string>()
  let judged = first
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let changed = false
    for (const [path, findings] of fixableByPath([...judged.report.findings, ...judged.report.baselined], choice)) {
      const bytes = judged.source.read(path)
      const fixed = bytes === undefined || !isUtf8(bytes) ? undefined : applyFixes(bytes.toString('utf8'), findings, choice)
      if (bytes === undefined || fixed === undefined) {
        notices.add(`${path} is not valid UTF-8; nothing was fixed in it.`)
        continue
      }
      if (fixed.refused.length > 0) notices.add(`${path} is not what was judged any more; ${plural(fixed.refused.length, 'fix')} left out.`)
      if (fixed.applied.length === 0) continue
      if (!before.has(path)) before.set(path, bytes)
      edited.set(path, Buffer.from(fixed.text))
      counts.set(path, (counts.get(path) ?? 0) + fixed.applied.length)
      changed = true
    }
    if (!changed) break
    judged = await judge(edited)
  }
  const files = [...edited].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([path, after]) => {
    const old = before.get(path)
    return old === undefined || old.equals(after) ? [] : [{ path, before: old, after, findings: counts.get(path) ?? 0 }]
  })
  return { first, last: judged, files, notices: [...notices] }
}

function fixableByPath(findings: readonly Finding[], choice: FixChoice): ReadonlyMap<string, Finding[]> {
  const byPath = new Map<string, Finding[]>()
  for (const finding of findings) if (isWanted(finding.fix, choice)) addTo(byPath, finding.path, finding)
  return byPath
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? ' was' : 'es were'}`
}
