import { orderClaims, type OrderTarget } from '../../src/analysis/requests/order.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { judgeOrder } from '../../src/facts/requests/judge-order.ts'
import { numbered } from '../../src/lookups/numbered.ts'

/** A merge order must be one that can be followed. */
export const consistentMergeOrder = defineDocRule<OrderTarget, object>({
  id: 'consistent-merge-order',
  meta: {
    description: 'Require that every pull request of a merge plan comes after those that it depends on',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      later: '{{from}} ({{phase}}) depends on {{to}}, which comes later ({{needed}}).',
      below: '{{from}} depends on {{to}}, which stands below it in the same order.',
      unknown: '{{from}} depends on {{to}}, which stands in no phase.',
      cycle: '{{from}} and {{to}} depend on each other.',
      merged: '{{from}} is merged, but {{to}}, which it depends on, is not.',
    },
    recommended: true,
    fixable: false,
  },
  references: orderClaims,
  verify: (reference, repository) => judgeOrder(reference, repository, (address, number) => repository.ask(numbered(address, number))),
})
