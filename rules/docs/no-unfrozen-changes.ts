import type { Judgement } from '../../src/core/rule.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { holds, type Broken, type Verdict } from '../../src/core/verdict.ts'
import { frozenDriftFact, type PlacedDrift } from '../../src/facts/frozen.ts'

/** The document as a whole: only the lock file knows what must be in it. */
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
    },
    recommended: true,
    fixable: false,
  },
  references: () => [{ start: 0, end: 0, target: {} }],
  verify({ path }, repository): Verdict | undefined {
    const drifts = repository.get(frozenDriftFact)(path)
    if (drifts === undefined) return undefined
    const [first] = drifts
    if (first === undefined) return holds('as frozen')
    const verdict = broken(first)
    all.set(verdict, drifts)
    return verdict
  },
  settle: judgements => judgements.flatMap(split),
})

/** Every drift of a document, by the verdict that speaks for it until it is split. */
const all = new WeakMap<Verdict, readonly PlacedDrift[]>()

/** One judgement for each drift, in its own place. */
function split(judgement: Judgement<FrozenTarget>): readonly Judgement<FrozenTarget>[] {
  const drifts = all.get(judgement.verdict)
  if (drifts === undefined) return [judgement]
  return drifts.map((drift) => {
    const { start, end, line, column, endLine, endColumn, subject } = drift
    return { reference: { ...judgement.reference, start, end, line, column, endLine, endColumn, subject }, verdict: broken(drift) }
  })
}

const NAMES = { contract: 'contract entry', environment: 'environment row', gates: 'gate', legend: 'legend entry', records: 'record', sections: 'section' } as const

function broken({ how, kind, text, now, behind }: PlacedDrift): Broken {
  const place = how !== 'removed' ? '' : behind === '' ? 'it stood first; ' : `it stood behind "${shortened(behind)}"; `
  return {
    status: 'broken', confidence: 'high', messageId: how, data: { what: NAMES[kind], text: shortened(text), now: shortened(now) },
    evidence: `${place}if that is meant, run "doc-lockdown freeze"`,
  }
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`
}
