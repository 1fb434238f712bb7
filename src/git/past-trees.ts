/** What old trees had that the newest one has not: the blobs in which a lost name can be. */
import { git, GitError } from './run.ts'

/** A file of an old tree with other content than today's. */
export interface PastFile {
  readonly path: string
  readonly blob: string
}

/**
 * Files of old trees that today's tree has not in the same content; one git process.
 * @param trees ids of old trees
 * @param now id of today's tree
 * @returns by tree id; a tree that git can't read is not there
 */
export function changedSince(directory: string, trees: readonly string[], now: string): ReadonlyMap<string, readonly PastFile[]> {
  const found = new Map<string, PastFile[]>()
  if (trees.length === 0) return found
  let output: string
  try {
    output = git(directory, ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', '--diff-filter=DMT'], trees.map(tree => `${tree} ${now}\n`).join('')).toString('utf8')
  } catch (error) {
    if (error instanceof GitError) return found
    throw error
  }
  let files: PastFile[] | undefined
  const parts = output.split('\0')
  for (let at = 0; at < parts.length; at++) {
    let part = parts[at] ?? ''
    if (!part.startsWith(':')) {
      const header = /^\n?([0-9a-f]{40,64}) [0-9a-f]{40,64}\n?/.exec(part)
      if (header === null) continue
      files = []
      found.set(header[1] ?? '', files)
      part = part.slice(header[0].length)
    }
    if (!part.startsWith(':')) continue
    const blob = part.split(' ')[2] ?? ''
    const path = parts[++at] ?? ''
    if (part.startsWith(':100')) files?.push({ path, blob })
  }
  return found
}

/** The id of a commit's tree, or `undefined` when git can't say. */
export function treeOf(directory: string, commit: string): string | undefined {
  try {
    return git(directory, ['rev-parse', '--verify', '--end-of-options', `${commit}^{tree}`]).toString('latin1').trim()
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

/** The last commit of the first-parent history after which a file no longer had a word. Seconds since 1970. */
export function lastCommitWith(
  directory: string, head: string, path: string, word: string,
): { readonly commit: string; readonly time: number } | undefined {
  try {
    const output = git(directory, ['--literal-pathspecs', 'log', head, '-1', '--first-parent', '--diff-merges=first-parent', '--name-only', '--no-renames', '--format=%H %ct', '-S', word, '--', path])
    const [commit, time] = output.toString('latin1').trim().split('\n', 1)[0]?.split(' ') ?? []
    return commit === undefined || commit === '' ? undefined : { commit, time: Number(time) }
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}
