/** Which documents are shown as they read. */
import type { Report } from '../../core/report.ts'
import type { Claim } from './claims.ts'

/** Text of documents (UTF-16 units) that is rendered where none is strict: more makes a page that no browser likes. */
const MOST_TEXT = 400_000

export interface Choice {
  /** Paths, in their order. */
  readonly shown: readonly string[]
  /** Why these, in one sentence. */
  readonly reason: string
}

/**
 * Strict documents, all of them. In a repository that declares none: documents with claims, the ones that need a look first, as far
 * as a page can hold them.
 */
export function chooseDocuments(report: Report, claims: readonly Claim[], textOf: (path: string) => string | undefined): Choice {
  const claimed = new Map<string, { broken: number; all: number }>()
  for (const { status, reference: { path } } of claims) {
    const count = claimed.get(path) ?? { broken: 0, all: 0 }
    claimed.set(path, { broken: count.broken + (status === 'broken' ? 1 : 0), all: count.all + 1 })
  }
  const documents = new Set(report.judged)
  const others = (shown: readonly string[]): string => {
    const left = [...claimed.keys()].filter(path => documents.has(path) && !shown.includes(path)).length
    return left === 0 ? '' : ` The claims of ${left === 1 ? 'another document stand' : `${String(left)} other documents stand`} in the table only.`
  }
  if (report.strict.length > 0) {
    const shown = [...report.strict].sort()
    return { shown, reason: `Strict documents are shown as they read.${others(shown)}` }
  }
  const ranked = [...claimed].filter(([path]) => documents.has(path))
    .sort(([a, x], [b, y]) => Number(y.broken > 0) - Number(x.broken > 0) || y.all - x.all || (a < b ? -1 : 1))
  const shown: string[] = []
  let length = 0
  for (const [path] of ranked) {
    const text = textOf(path) ?? ''
    if (shown.length > 0 && length + text.length > MOST_TEXT) continue
    length += text.length
    shown.push(path)
  }
  shown.sort()
  return { shown, reason: `No document is declared strict, so ${others(shown) === '' ? 'every document with claims is' : 'those with broken claims or with the most claims are'} shown as ${others(shown) === '' ? 'it reads' : 'they read'}.${others(shown)}` }
}
