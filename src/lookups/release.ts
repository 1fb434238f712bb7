import type { Lookup } from '../core/repository.ts'
import { NOT_ASKED, repositoryKey, type Answer, type HostedRepository } from './answer.ts'

/** A published release. */
export interface ReleaseRecord {
  readonly tag: string
  /** The release's own title; '' when it has none. */
  readonly title: string
  /** Full id of the commit that the tag points at. */
  readonly commit: string
  /** ISO 8601, UTC. Undefined for a draft. */
  readonly publishedAt?: string
  readonly draft: boolean
  readonly prerelease: boolean
}

/** The kind under which answerers find these questions. */
export const RELEASE = 'release'

/** Asks for the release of a tag: `github.com/owner/name@v1.2.3`. */
export function release(repository: HostedRepository, tag: string): Lookup<Answer<ReleaseRecord>> {
  return { kind: RELEASE, key: `${RELEASE}:${repositoryKey(repository)}@${tag}`, default: NOT_ASKED }
}
