import { revisionsIn } from '../../src/analysis/commits/mentions.ts'
import type { RevisionTarget } from '../../src/analysis/commits/target.ts'
import type { Repository } from '../../src/core/repository.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { unknown } from '../../src/core/verdict.ts'
import type { Hosted } from '../../src/facts/hosted.ts'
import { judgeCommit } from '../../src/facts/judge-commit.ts'
import { judgeTag } from '../../src/facts/judge-tag.ts'
import { ownAddress } from '../../src/facts/own-repository.ts'
import { settleCommits } from '../../src/facts/settle-commits.ts'
import { numbered } from '../../src/lookups/numbered.ts'
import { release } from '../../src/lookups/release.ts'

export interface NoMissingCommitsOptions {
  readonly ignore: readonly string[]
}

/** Commits, tags and releases that a document names must exist, and be what it says. */
export const noMissingCommits = defineDocRule<RevisionTarget, NoMissingCommitsOptions>({
  id: 'no-missing-commits',
  meta: {
    description: 'Disallow commits, tags and releases that the repository does not have, or has elsewhere than the document says',
    schema: {
      type: 'object',
      properties: {
        ignore: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Commits, tags and releases, as written in the document, that are never judged.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignore: [] },
    messages: {
      missingCommit: 'Commit `{{commit}}` is not in this repository.',
      unreachable: 'No branch or tag leads to commit `{{commit}}`.',
      otherPull: 'Commit `{{commit}}` is not the merge of #{{pull}}.',
      missingTag: 'There is no tag `{{tag}}`.',
      missingRelease: 'There is no release `{{tag}}`.',
      pointsElsewhere: 'Tag `{{tag}}` does not point at `{{commit}}`.',
      disagree: 'This document says two things of {{environment}}: `{{revision}}` and `{{other}}`.',
      ahead: '`{{revision}}` in {{environment}} is not what {{testing}} has verified (`{{tested}}`).',
    },
    recommended: true,
    fixable: false,
  },
  references: revisionsIn,
  verify({ path, target }, repository, { ignore }) {
    const hosted = hostedOf(repository)
    const ignored = ignore.includes(target.kind === 'commit' ? target.sha : target.name)
    if (ignored) return unknown('ignored by an option')
    return target.kind === 'commit' ? judgeCommit(repository, target, hosted) : judgeTag(repository, path, target, hosted)
  },
  settle: settleCommits,
})

/** Asks the hosting service what only it knows. */
function hostedOf(repository: Repository): Hosted {
  return {
    mergeOf(pull) {
      const own = ownAddress(repository)
      const answer = own === undefined ? undefined : repository.ask(numbered(own, pull))
      if (answer?.status !== 'known' || answer.value.mergeCommit === undefined) return undefined
      return { commit: answer.value.mergeCommit, head: answer.value.head }
    },
    releaseOf(tag) {
      const own = ownAddress(repository)
      const answer = own === undefined ? undefined : repository.ask(release(own, tag))
      return answer?.status === 'known' ? answer.value : answer?.status === 'absent' ? 'absent' : undefined
    },
  }
}
