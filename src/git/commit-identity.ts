import { git, GitError } from './run.ts'

/** What a commit is, beyond its id. */
export interface CommitIdentity {
  /** Full id of its tree. */
  readonly tree: string
  /** When it was committed, with the committer's own offset: `2024-01-03T12:00:00+00:00`. */
  readonly date: string
}

/**
 * Reads a commit.
 * @param commit a full id
 * @returns `undefined` when git has no such commit
 */
export function commitIdentity(directory: string, commit: string): CommitIdentity | undefined {
  try {
    const output = git(directory, ['log', '-1', '--no-show-signature', '--no-color', '--format=%T%n%cI', commit, '--']).toString('utf8')
    const [tree = '', date = ''] = output.split('\n')
    return tree === '' ? undefined : { tree, date }
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

/**
 * Files that differ from HEAD: in the index, or in the work tree with files that git does not know yet (ignored ones aside).
 * @returns paths from the root; `undefined` when git can't tell
 */
export function filesThatDiffer(root: string, where: 'index' | 'worktree'): readonly string[] | undefined {
  const list = (...args: readonly string[]): readonly string[] => git(root, args).toString('utf8').split('\0').filter(entry => entry !== '')
  try {
    if (where === 'index') return list('diff-index', '-z', '--name-only', '--no-renames', '--cached', 'HEAD', '--')
    // `diff-index` would take a file for changed that was only touched; `status` looks into it. Its entries are `XY path`.
    return list('status', '-z', '--porcelain', '--no-renames', '--untracked-files=all').map(entry => entry.slice(3))
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}
