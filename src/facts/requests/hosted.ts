/** What a hosting service may have answered. Facts never ask it themselves: rules do, and hand the way to ask over. */
import type { RepositoryAddress } from '../remotes.ts'

/** A pull request or an issue, as a service tells of it. */
export interface HostedRequest {
  readonly kind: 'pull-request' | 'issue'
  readonly state: 'open' | 'closed' | 'merged'
  readonly title: string
  /** ISO 8601. */
  readonly mergedAt?: string
  /** Full id. */
  readonly mergeCommit?: string
  /** Changed paths from the root. */
  readonly files?: readonly string[]
}

export type HostedAnswer =
  | { readonly status: 'known'; readonly value: HostedRequest }
  | { readonly status: 'absent' }
  | { readonly status: 'unknown'; readonly reason: string }

/** Asks for a number of a repository. */
export type AskHost = (repository: RepositoryAddress, number: number) => HostedAnswer
