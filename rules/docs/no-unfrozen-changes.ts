import type { Repository } from '../../src/core/repository.ts'
import { defineDocRule, type Judgement } from '../../src/core/rule.ts'
import { holds, type Broken } from '../../src/core/verdict.ts'
import { frozenDriftFact, frozenLossFact, type FrozenLoss, type PlacedDrift } from '../../src/facts/frozen.ts'

/** Only the lock file knows what must be there: no words of the document claim it. */
export type FrozenTarget = Readonly<Record<string, never>>
export type UnfrozenChangesOptions = Readonly<Record<string, never>>

/** What `doc-lockdown freeze` pinned must still be there, in its words. */
export const noUnfrozenChanges = defineDocRule<FrozenTarget, UnfrozenChangesOptions>({
  id: 'no-unfrozen-changes',
  meta: {
    description: 'Disallow removing or rewording what is frozen in the lock file',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      removed: 'The {{what}} "{{text}}" is frozen and is gone.',
      reworded: 'The {{what}} "{{text}}" is frozen and reads "{{now}}" now.',
      added: 'The {{what}} "{{text}}" is not frozen, and a contract allows nothing by the way.',
      gone: 'The document `{{path}}` is frozen and is gone.',
    },
    recommended: true,
    fixable: false,
  },
  references: () => [],
  verify: () => undefined,
  unwritten: (repository, path) => (path === undefined ? repository.get(frozenLossFact).map(lost) : changesOf(repository, path)),
})

/** One judgement for each drift, in its own place; one in front of the document when it is as frozen. */
function changesOf(repository: Repository, path: string): readonly Judgement<FrozenTarget>[] {
  const drifts = repository.get(frozenDriftFact)(path)
  if (drifts === undefined) return []
  if (drifts.length > 0) return drifts.map(drift => changed(path, drift))
  return [{ reference: { path, target: {}, start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1, subject: '' }, verdict: holds('as frozen') }]
}

const NAMES = { contract: 'contract entry', environment: 'environment row', gates: 'gate', legend: 'legend entry', records: 'record', sections: 'section' } as const
const REMEDY = 'if that is meant, run "doc-lockdown freeze"'

function changed(path: string, { how, kind, text, now, behind, ...place }: PlacedDrift): Judgement<FrozenTarget> {
  const before = how !== 'removed' ? '' : behind === '' ? 'it stood first; ' : `it stood behind "${shortened(behind)}"; `
  return {
    reference: { path, target: {}, ...place },
    verdict: broken(how, { what: NAMES[kind], text: shortened(text), now: shortened(now) }, `${before}${REMEDY}`),
  }
}

function lost({ lock, path, evidence, ...place }: FrozenLoss): Judgement<FrozenTarget> {
  return { reference: { ...place, path: lock, target: {} }, verdict: broken('gone', { path }, `${evidence === undefined ? '' : `${evidence}; `}${REMEDY}`) }
}

function broken(messageId: string, data: Broken['data'], evidence: string): Broken {
  return { status: 'broken', confidence: 'high', messageId, data, evidence }
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`
}
