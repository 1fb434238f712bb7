import { countClaimsOf, type CountClaim } from '../../src/analysis/structure/count-claims.ts'
import type { Document } from '../../src/core/document.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { holds, type Verdict } from '../../src/core/verdict.ts'

export type CountTarget = Omit<CountClaim, 'start' | 'end'>

/** A total that a document states must be what it lists. */
export const consistentCounts = defineDocRule<CountTarget, object>({
  id: 'consistent-counts',
  meta: {
    description: 'Require totals such as "the 7 gates" to be what the document lists',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: { count: 'The document says {{stated}} {{noun}}, but lists {{count}}.' },
    recommended: true,
    fixable: true,
  },
  references: document => mentions(document),
  verify({ target }): Verdict {
    const { stated, count, where, noun, confidence } = target
    if (stated === count) return holds(where)
    return {
      status: 'broken', confidence, messageId: 'count', data: { stated: String(stated), noun, count: String(count) }, evidence: where,
      fix: { safety: 'suggestion', range: target.number, text: target.instead, title: `Say ${target.instead}` },
    }
  },
})

function* mentions(document: Document): Iterable<Mention<CountTarget>> {
  for (const { start, end, ...target } of countClaimsOf(document)) yield { start, end, target }
}
