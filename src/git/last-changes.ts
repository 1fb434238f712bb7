/** When files were last changed. */
import { git, GitError } from './run.ts'

export interface LastChange {
  /** Full commit id. */
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
}

/**
 * The latest commit that changed each path, along first parents, in one walk.
 * @param paths files from the root
 * @returns without what git does not know
 */
export function findLastChanges(directory: string, head: string, paths: readonly string[]): ReadonlyMap<string, LastChange> {
  const found = new Map<string, LastChange>()
  let output: string
  try {
    output = git(directory, [
      'log', head, '--first-parent', '--diff-merges=first-parent', '--name-only', '--no-renames', '--format=commit %H %ct', '--',
      ...paths.map(path => `:(literal)${path}`),
    ]).toString('utf8')
  } catch (error) {
    if (error instanceof GitError) return found
    throw error
  }
  let at: LastChange | undefined
  for (const line of output.split('\n')) {
    const commit = /^commit ([0-9a-f]{40,64}) (\d+)$/.exec(line)
    if (commit !== null) at = { commit: commit[1] ?? '', time: Number(commit[2]) }
    else if (line !== '' && at !== undefined && !found.has(line)) found.set(line, at)
  }
  return found
}
