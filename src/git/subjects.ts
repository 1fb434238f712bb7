/** First lines of commit messages: one walk over all that a commit leads to, oldest first. */
import { git, GitError } from './run.ts'

export interface CommitSubject {
  /** Full id. */
  readonly id: string
  /** Seconds since 1970. */
  readonly time: number
  readonly subject: string
}

/**
 * Reads the subjects of all commits up to `head`, without those that `since` leads to; parents come before their children.
 * @throws GitError when git can't
 */
export function* readSubjects(directory: string, head: string, since?: string): Iterable<CommitSubject> {
  const output = git(directory, ['log', ...range(head, since), '--topo-order', '--reverse', '--format=%H %ct %s', '--']).toString('utf8')
  yield* linesOf(output, '\n')
}

/**
 * The same for merges whose message has a line that begins with `words`: that line takes the place of the subject.
 * @throws GitError when git can't
 */
export function* readMergeLines(directory: string, words: string, head: string, since?: string): Iterable<CommitSubject> {
  const output = git(directory, ['log', ...range(head, since), '--merges', `--grep=^${words} `, '--topo-order', '--reverse', '-z', '--format=%H %ct %b', '--']).toString('utf8')
  for (const commit of linesOf(output, '\0')) {
    const line = commit.subject.split('\n').find(one => one.startsWith(`${words} `))
    if (line !== undefined) yield { ...commit, subject: line }
  }
}

/** Whether `older` is `head` or came before it; false also when it is not here any more. */
export function leadsTo(directory: string, older: string, head: string): boolean {
  try {
    git(directory, ['merge-base', '--is-ancestor', older, head])
    return true
  } catch (error) {
    if (error instanceof GitError) return false
    throw error
  }
}

/** Numbers of pull and merge requests whose heads were fetched: `refs/pull/12/head`, `refs/remotes/origin/pr/12`. */
export function fetchedRequests(directory: string): ReadonlySet<number> {
  const numbers = new Set<number>()
  const output = git(directory, ['for-each-ref', '--format=%(refname)', 'refs/pull', 'refs/pull-requests', 'refs/merge-requests', 'refs/remotes']).toString('utf8')
  for (const line of output.split('\n')) {
    const number = FETCHED.exec(line)?.[1]
    if (number !== undefined) numbers.add(Number(number))
  }
  return numbers
}

const FETCHED = /^refs\/(?:remotes\/[^/]+\/)?(?:pull|pulls|pr|mr|pull-requests|merge-requests)\/(\d{1,7})(?:\/(?:head|merge|from))?$/

function range(head: string, since: string | undefined): string[] {
  return since === undefined ? [head] : [head, `^${since}`]
}

function* linesOf(output: string, end: string): Iterable<CommitSubject> {
  for (let at = 0; at < output.length;) {
    let next = output.indexOf(end, at)
    if (next < 0) next = output.length
    const line = output.slice(at, next)
    const first = line.indexOf(' ')
    const second = line.indexOf(' ', first + 1)
    if (second > 0) yield { id: line.slice(0, first), time: Number(line.slice(first + 1, second)), subject: line.slice(second + 1) }
    at = next + 1
  }
}
