/** A second look at a document's commits: what none of them is of this repository. */
import type { RevisionTarget } from '../analysis/commits/target.ts'
import type { Judgement } from '../core/rule.ts'

/** From so many commits on, a document of which not a single one is here speaks of another repository, or of a rewritten history. */
const SEVERAL = 3

/** Findings about missing commits become `low` where the document has several commits and not one of them is here. */
export function settleCommits(judgements: readonly Judgement<RevisionTarget>[]): readonly Judgement<RevisionTarget>[] {
  const missing = new Set<string>()
  for (const { reference: { target }, verdict } of judgements) {
    if (target.kind !== 'commit' || target.address !== null) continue
    if (verdict.status === 'holds' || (verdict.status === 'broken' && verdict.messageId !== 'missingCommit')) return judgements
    if (verdict.status === 'broken') missing.add(target.sha.slice(0, 7))
  }
  if (missing.size < SEVERAL) return judgements
  return judgements.map(judgement => (judgement.verdict.status === 'broken' && judgement.verdict.messageId === 'missingCommit'
    ? { ...judgement, verdict: { ...judgement.verdict, confidence: 'low' } }
    : judgement))
}
