/** The second look at a document's paths: whose project do they speak of? */
import type { PathTarget } from '../analysis/paths/mention.ts'
import type { Judgement } from '../core/rule.ts'
import { unknown, type Broken, type Fix, type Verdict } from '../core/verdict.ts'
import { NEVER_EXISTED } from './judge-path.ts'

/** So many paths that never were here make a document foreign, when they outnumber its own ones by `RATIO`. */
const FOREIGN = 4
const RATIO = 2

/**
 * A manual about another project (a framework guide, a vendored skill) names paths that this repository never had.
 * In such a document one path that it did have once is a coincidence: high-confidence findings stay only where the
 * document also names paths that exist.
 */
export function settlePaths(judgements: readonly Judgement<PathTarget>[]): readonly Judgement<PathTarget>[] {
  const own = new Set<string>()
  const foreign = new Set<string>()
  for (const { reference, verdict } of judgements) {
    const { path, form, origin } = reference.target
    if (form === 'name' || origin === 'tree' || !path.includes('/')) continue
    if (verdict.status === 'holds') own.add(path)
    else if (verdict.status === 'unknown' && verdict.reason === NEVER_EXISTED) foreign.add(path)
  }
  if (foreign.size < FOREIGN || foreign.size < own.size * RATIO) return withBothNames(judgements)
  return judgements.map(judgement => judgement.verdict.status === 'broken'
    ? { ...judgement, verdict: unknown('most paths of this document were never in this repository') }
    : judgement)
}

/** "`a.ts` became `b.ts`": where a line has the new name as well, it may tell of the rename, and a fix wants a person's look. */
function withBothNames(judgements: readonly Judgement<PathTarget>[]): readonly Judgement<PathTarget>[] {
  if (!judgements.some(({ verdict }) => isSafe(verdict))) return judgements
  const there = new Set(judgements.flatMap(({ reference, verdict }) => (verdict.status === 'holds' ? [`${String(reference.line)} ${reference.target.path}`] : [])))
  return judgements.map((judgement) => {
    const { reference, verdict } = judgement
    if (!isSafe(verdict) || !there.has(`${String(reference.line)} ${verdict.fix.text.replace(/^\.\//, '')}`)) return judgement
    return { ...judgement, verdict: { ...verdict, fix: { ...verdict.fix, safety: 'suggestion' } } }
  })
}

function isSafe(verdict: Verdict): verdict is Broken & { readonly fix: Fix } {
  return verdict.status === 'broken' && verdict.fix?.safety === 'safe'
}
