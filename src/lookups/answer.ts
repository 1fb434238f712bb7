/** What is known of a question that only a hosting service can answer. */
export type Answer<T> =
  | { readonly status: 'known'; readonly value: T }
  /** The service says that there is no such thing. */
  | { readonly status: 'absent' }
  /** Nobody could tell; the reason is a clause without a full stop, fit for an `unknown` verdict. */
  | { readonly status: 'unknown'; readonly reason: string }

/** A repository at a hosting service. Compared without letter case, as the services do. */
export interface HostedRepository {
  /** Lower case, such as `github.com`. */
  readonly host: string
  readonly owner: string
  readonly name: string
}

/** How a repository is written in keys and in the lock file: `github.com/owner/name`, lower case. */
export function repositoryKey({ host, owner, name }: HostedRepository): string {
  return `${host}/${owner}/${name}`.toLowerCase()
}

/** The answer as long as nobody was asked. */
export const NOT_ASKED: Answer<never> = {
  status: 'unknown', reason: 'not in doc-lockdown.lock.json: run `doc-lockdown sync`',
}
