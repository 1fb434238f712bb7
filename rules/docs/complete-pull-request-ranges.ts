import { rangeClaims, type RangeTarget } from '../../src/analysis/requests/ranges.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { judgeRange } from '../../src/facts/requests/judge-range.ts'
import { numbered } from '../../src/lookups/numbered.ts'

/** A document that declares a range of pull requests must lay each of them out, once. */
export const completePullRequestRanges = defineDocRule<RangeTarget, object>({
  id: 'complete-pull-request-ranges',
  meta: {
    description: 'Require that a document lays out every pull request of a range that it declares, each in one phase',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      hole: '`{{subject}}` has holes: no table or list has {{numbers}}.',
      unplaced: '`{{subject}}` is not laid out in full: {{numbers}} only in passing.',
      count: '`{{subject}}` is said to be {{count}} pull requests, and is {{size}} numbers.',
      twice: '{{number}} stands in two phases.',
      outside: '{{number}} stands in a phase, but not in {{range}}.',
    },
    recommended: true,
    fixable: false,
  },
  references: rangeClaims,
  verify: (reference, repository) => judgeRange(reference, repository, (address, number) => repository.ask(numbered(address, number))),
})
