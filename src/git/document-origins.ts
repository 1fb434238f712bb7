/** When a document began to say something: the first commit of the latest run of commits in which its text has a word. */
import { visitBlobs } from './read-blobs.ts'
import { git, GitError } from './run.ts'

/** A commit with its tree. Time in seconds since 1970. */
export interface PastCommit {
  readonly commit: string
  readonly tree: string
  readonly time: number
}

interface Version extends PastCommit {
  readonly blob: string
}

/**
 * For each document the commit at which each word came in and has been since; words that only the uncommitted text has are left out.
 * @param words by document path
 * @returns by document: word to commit; the newest commit's tree beside it. `undefined` when git can't
 */
export function findOrigins(
  directory: string, head: string, words: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlyMap<string, PastCommit>> | undefined {
  const versions = versionsOf(directory, head, [...words.keys()])
  if (versions === undefined) return undefined
  const texts = new Map<string, Buffer>()
  const blobs = new Set([...versions.values()].flat().map(version => version.blob))
  visitBlobs(directory, [...blobs], MOST_BYTES, (id, bytes) => texts.set(id, bytes))
  const origins = new Map<string, Map<string, PastCommit>>()
  for (const [path, list] of versions) {
    const found = new Map<string, PastCommit>()
    for (const word of words.get(path) ?? []) {
      let origin: Version | undefined
      for (const version of list) {
        const text = texts.get(version.blob)
        if (text?.includes(word) !== true) break
        origin = version
      }
      if (origin !== undefined) found.set(word, { commit: origin.commit, tree: origin.tree, time: origin.time })
    }
    origins.set(path, found)
  }
  return origins
}

/** Bytes of old document texts; what lies beyond is taken as the end of the known past. */
const MOST_BYTES = 60_000_000

/** All versions of documents, newest first; at a rename the trail ends. */
function versionsOf(directory: string, head: string, paths: readonly string[]): ReadonlyMap<string, Version[]> | undefined {
  let output: string
  try {
    output = git(directory, [
      '--literal-pathspecs', 'log', head, '--first-parent', '--diff-merges=first-parent', '--raw', '-z', '--no-renames', '--diff-filter=AM', '--no-abbrev',
      '--format=%x01%H %T %ct', '--', ...(paths.length > MOST_PATHS ? [] : paths),
    ]).toString('utf8')
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
  const wanted = new Set(paths)
  const versions = new Map<string, Version[]>()
  const parts = output.split('\0')
  let at: PastCommit | undefined
  for (let index = 0; index < parts.length; index++) {
    const part = (parts[index] ?? '').replace(/^\n/, '')
    if (part.startsWith('\u0001')) {
      const [commit = '', tree = '', time = '0'] = part.slice(1).split(' ')
      at = { commit, tree, time: Number(time) }
    } else if (part.startsWith(':') && at !== undefined) {
      const blob = part.split(' ')[3] ?? ''
      const path = parts[++index] ?? ''
      if (!wanted.has(path)) continue
      const list = versions.get(path)
      if (list === undefined) versions.set(path, [{ ...at, blob }])
      else list.push({ ...at, blob })
    }
  }
  return versions
}

/** More paths than these are not given to git one by one. */
const MOST_PATHS = 2000
