import { requestClaims, type RequestTarget } from '../../src/analysis/requests/claims.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { unknown } from '../../src/core/verdict.ts'
import { judgeRequest } from '../../src/facts/requests/judge-request.ts'
import { numbered } from '../../src/lookups/numbered.ts'

export interface NoMissingPullRequestsOptions {
  readonly ignore: readonly number[]
}

/** Pull requests and issues that a document names must exist, and be in the state that it says. */
export const noMissingPullRequests = defineDocRule<RequestTarget, NoMissingPullRequestsOptions>({
  id: 'no-missing-pull-requests',
  meta: {
    description: 'Disallow pull requests and issues that do not exist, or are not in the state that is said of them',
    schema: {
      type: 'object',
      properties: {
        ignore: { type: 'array', items: { type: 'integer' }, uniqueItems: true, description: 'Numbers that are never judged.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignore: [] },
    messages: {
      missing: '`{{subject}}` does not exist in {{repository}}.',
      linked: 'The text says `{{subject}}`, but its link goes to #{{linked}}.',
      kind: '`{{subject}}` is called {{called}}, but it is {{kind}}.',
      state: '`{{subject}}` is called "{{said}}", but it is {{state}}.',
      states: '`{{subject}}` are called "{{said}}", but {{count}} of {{size}} are not.',
      rangeEnd: '`{{subject}}` names #{{number}}, which does not exist.',
    },
    recommended: true,
    fixable: false,
  },
  references: requestClaims,
  verify(reference, repository, options) {
    if (options.ignore.includes(reference.target.number)) return unknown('ignored by an option')
    return judgeRequest(reference, repository, (address, number) => repository.ask(numbered(address, number)))
  },
})
