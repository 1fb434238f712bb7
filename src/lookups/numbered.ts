import type { Lookup } from '../core/repository.ts'
import { NOT_ASKED, repositoryKey, type Answer, type HostedRepository } from './answer.ts'

/** A pull request or an issue: hosting services number both in one row. */
export interface NumberedRecord {
  readonly kind: 'pull-request' | 'issue'
  readonly state: 'open' | 'closed' | 'merged'
  readonly title: string
  /** Pull requests only from here on. ISO 8601, UTC; when merged. */
  readonly mergedAt?: string
  /** Full commit id of the request's last commit. */
  readonly head?: string
  /** Full commit id that the merge made. */
  readonly mergeCommit?: string
  /** Changed paths from the root, sorted. */
  readonly files?: readonly string[]
}

/** The kind under which answerers find these questions. */
export const NUMBERED = 'numbered'

/** Asks what stands behind a number of a repository: `github.com/owner/name#12`. */
export function numbered(repository: HostedRepository, number: number): Lookup<Answer<NumberedRecord>> {
  return { kind: NUMBERED, key: `${NUMBERED}:${repositoryKey(repository)}#${String(number)}`, default: NOT_ASKED }
}
