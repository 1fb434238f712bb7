import type { JudgedClaim } from '../../src/analysis/fault.ts'
import { progressClaims } from '../../src/analysis/status/claims.ts'
import type { Document } from '../../src/core/document.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { holds } from '../../src/core/verdict.ts'

/** It has none. */
export type ConsistentStatusOptions = Readonly<Record<string, never>>

/** What a document says of its own state must agree with the rest of it. */
export const consistentStatus = defineDocRule<Pick<JudgedClaim, 'fault'>, ConsistentStatusOptions>({
  id: 'consistent-status',
  meta: {
    description: 'Require the stated status of a document to agree with its checkboxes, blockers and next actions',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      openBox: 'The box "{{box}}" is open, but the status is "{{value}}".',
      doneTooEarly: 'The status is "{{value}}", but most boxes that measure it are open.',
      twoStates: 'The status "{{value}}" contradicts the one before it.',
      noBlocker: 'Nothing blocks this, says the field, but something does.',
      doneButBlocked: 'This is done and blocked by "{{blocker}}" at once.',
      doneButNext: 'This is done, but the next action is "{{action}}".',
      openWithoutNext: 'This is not done, but there is no next action.',
    },
    recommended: true,
    fixable: false,
  },
  references: mentions,
  verify: ({ target: { fault } }) => (fault === null ? holds() : { status: 'broken', ...fault }),
})

function* mentions(document: Document): Iterable<Mention<Pick<JudgedClaim, 'fault'>>> {
  for (const { start, end, fault } of progressClaims(document)) yield { start, end, target: { fault } }
}
