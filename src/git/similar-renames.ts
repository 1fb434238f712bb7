/** Renames that changed the file as well, looked for only in the commits that removed something a document names. */
import { git, GitError } from './run.ts'

/** More commits than these are not looked into: each one reads the blobs it added and deleted. */
const MOST_COMMITS = 60

/**
 * One git process for all commits. A commit that adds or deletes more than 400 files gives exact renames only, as does a
 * clone without the blobs.
 * @param commits full ids
 * @returns by commit: old path to new path
 */
export function findSimilarRenames(directory: string, commits: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>()
  if (commits.length === 0) return found
  let output: Buffer
  try {
    output = git(directory, [
      'diff-tree', '--stdin', '-r', '-m', '--first-parent', '-M', '-l400', '--diff-filter=R', '--name-status', '-z', '--root',
    ], `${commits.slice(0, MOST_COMMITS).join('\n')}\n`)
  } catch (error) {
    if (error instanceof GitError) return found
    throw error
  }
  const parts = output.toString('utf8').split('\0')
  let renames: Map<string, string> | undefined
  for (let at = 0; at < parts.length; at++) {
    const part = (parts[at] ?? '').trim()
    if (/^[0-9a-f]{40,64}/.test(part)) {
      renames = new Map()
      found.set(part.slice(0, /[^0-9a-f]/.exec(part)?.index ?? part.length), renames)
    } else if (/^R\d+$/.test(part)) {
      const from = parts[++at]
      const to = parts[++at]
      if (from !== undefined && to !== undefined) renames?.set(from, to)
    }
  }
  return found
}
