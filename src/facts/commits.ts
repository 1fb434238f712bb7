/** Commits that documents cite. Rules ask; all commits of a run are looked up by a fixed number of git processes. */
import type { Lookup, Repository } from '../core/repository.ts'
import { findCommits, findUnreachable, loadAncestry } from '../git/commits.ts'
import { GitError } from '../git/run.ts'

export type CommitState =
  | { readonly status: 'here', readonly id: string, readonly subject: string, /** Whether a ref leads to it. */ readonly reachable: boolean }
  | { readonly status: 'missing' }
  /** Several commits begin so. */
  | { readonly status: 'ambiguous' }
  /** Not asked yet, or git can't tell; the reason is a clause without a full stop. */
  | { readonly status: 'unknown', readonly reason: string }

const COMMIT = 'commit:'
const ANCESTRY = 'ancestry:'
const NOT_ANSWERED: CommitState = { status: 'unknown', reason: 'git was not asked' }

/** What stands behind a commit id, maybe an abbreviated one. */
export function commitState(name: string): Lookup<CommitState> {
  return { kind: 'commits', key: COMMIT + name, default: NOT_ANSWERED, answerAll: answerStates }
}

/** Whether a commit is, or came before, another one; `undefined` when one of them is not here. */
export function isAncestor(ancestor: string, descendant: string): Lookup<boolean | undefined> {
  return { kind: 'ancestry', key: `${ANCESTRY}${ancestor} ${descendant}`, default: undefined, answerAll: answerAncestry }
}

/** Only these are given to git as names. */
const ID = /^[0-9a-f]{7,64}$/

function answerStates(repository: Repository, keys: readonly string[]): ReadonlyMap<string, CommitState> {
  const all = (reason: string): ReadonlyMap<string, CommitState> => new Map(keys.map(key => [key, { status: 'unknown', reason }]))
  if (repository.source.gitDirectory === undefined) return all('there is no git history')
  try {
    const names = keys.map(key => key.slice(COMMIT.length)).filter(name => ID.test(name))
    const found = findCommits(repository.root, names)
    const ids = [...found.values()].flatMap(commit => (commit === 'ambiguous' ? [] : commit.id))
    const unreachable = findUnreachable(repository.root, ids)
    return new Map(keys.map((key): [string, CommitState] => {
      const commit = found.get(key.slice(COMMIT.length))
      if (commit === undefined) return [key, { status: 'missing' }]
      return [key, commit === 'ambiguous' ? { status: 'ambiguous' } : { status: 'here', ...commit, reachable: !unreachable.has(commit.id) }]
    }))
  } catch (error) {
    if (error instanceof GitError) return all(`commits can't be read: ${error.message}`)
    throw error
  }
}

function answerAncestry(repository: Repository, keys: readonly string[]): ReadonlyMap<string, boolean> {
  const answers = new Map<string, boolean>()
  if (repository.source.gitDirectory === undefined) return answers
  const pairs = keys.map(key => [key, ...key.slice(ANCESTRY.length).split(' ')] as const)
  try {
    const found = findCommits(repository.root, [...new Set(pairs.flatMap(([, ...ends]) => ends))].filter(name => ID.test(name)))
    const idOf = (name = ''): string | undefined => {
      const commit = found.get(name)
      return commit === 'ambiguous' ? undefined : commit?.id
    }
    const known = pairs.flatMap(([key, a, b]) => {
      const [ancestor, descendant] = [idOf(a), idOf(b)]
      return ancestor === undefined || descendant === undefined ? [] : [{ key, ancestor, descendant }]
    })
    if (known.length === 0) return answers
    const ancestry = loadAncestry(repository.root, known.flatMap(({ ancestor, descendant }) => [ancestor, descendant]))
    for (const { key, ancestor, descendant } of known) answers.set(key, ancestry(ancestor, descendant))
  } catch (error) {
    if (!(error instanceof GitError)) throw error
  }
  return answers
}
