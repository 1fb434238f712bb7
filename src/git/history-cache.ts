/**
 * The history of a repository, kept between runs: one large text of the whole walk, and a small one of what came since.
 * Only when the small one has grown are the two made one again.
 */
import { readCacheBytes, writeCacheFile } from './cache-directory.ts'
import { extendWalk, walkHistory, type DocumentVersion, type HistoryWalk, type Removal } from './history.ts'
import { GitError } from './run.ts'
import { encodeWalk, StoredWalk } from './stored-walk.ts'

const WHOLE = 'history-4.txt'
const NEWER = 'history-4-newer.txt'
/** Bytes from which on what came since is merged into the whole: up to here it is read and written in a millisecond. */
const LARGEST_NEWER = 200_000

/** What a repository's history says of paths. */
export interface PastPaths {
  readonly head: string
  bornAt(path: string): number | undefined
  removal(path: string): Removal | undefined
  /** Every removed path; the others: those below a folder, or with exactly these last parts. */
  removed(): Iterable<string>
  removedInside(folder: string): Iterable<string>
  removedEndingIn(suffix: string): Iterable<string>
  /** Folders that removed paths were in, with exactly these last parts and a folder above them. */
  foldersEndingIn(suffix: string): Iterable<string>
  /** The states of a Markdown document, newest first; at a rename the trail ends. */
  versionsOf(document: string): readonly DocumentVersion[]
}

/**
 * The history up to a commit, from the cache as far as it goes.
 * @throws GitError when git can't
 */
export function loadHistory(directory: string, gitDirectory: string | undefined, head: string): PastPaths {
  const whole = readStored(gitDirectory, WHOLE)
  if (whole === undefined) return walkAll(directory, gitDirectory, head)
  if (whole.head === head) return whole
  const stored = readStored(gitDirectory, NEWER)
  const newer = stored?.end === whole.head ? stored : undefined
  if (newer?.head === head) return layered(newer, whole)
  const latest = walkSince(directory, head, (newer ?? whole).head)
  if (latest === undefined) return walkAll(directory, gitDirectory, head)
  const extended = newer === undefined ? latest : extendWalk(newer.decode(), latest)
  const layer = keep(gitDirectory, NEWER, extended)
  return layer.size < LARGEST_NEWER ? layered(layer, whole) : keep(gitDirectory, WHOLE, { ...extendWalk(whole.decode(), extended), added: new Set() })
}

function walkAll(directory: string, gitDirectory: string | undefined, head: string): PastPaths {
  return keep(gitDirectory, WHOLE, { ...walkHistory(directory, head), added: new Set() })
}

/** `undefined` when the older commit is not in the first-parent chain, or not there any more. */
function walkSince(directory: string, head: string, older: string): HistoryWalk | undefined {
  try {
    const newer = walkHistory(directory, head, older)
    return newer.end === older ? newer : undefined
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

function readStored(gitDirectory: string | undefined, name: string): StoredWalk | undefined {
  const bytes = readCacheBytes(gitDirectory, name)
  return bytes === undefined ? undefined : StoredWalk.open(bytes)
}

function keep(gitDirectory: string | undefined, name: string, walk: HistoryWalk): StoredWalk {
  const bytes = encodeWalk(walk)
  writeCacheFile(gitDirectory, name, bytes)
  const stored = StoredWalk.open(bytes)
  if (stored === undefined) throw new TypeError('a walk that was just written can\'t be read')
  return stored
}

/** A newer walk over an older one that it ends at. What was removed before and added since is not removed. */
function layered(newer: StoredWalk, older: StoredWalk): PastPaths {
  function* merged(pathsOf: (walk: StoredWalk) => Iterable<string>): Iterable<string> {
    yield* pathsOf(newer)
    for (const path of pathsOf(older)) if (newer.removal(path) === undefined && !newer.hasAdded(path)) yield path
  }
  return {
    head: newer.head,
    // A document that the newer walk saw appear under a name known before keeps its older birth.
    bornAt: path => older.bornAt(path) ?? newer.bornAt(path),
    removal: path => newer.removal(path) ?? (newer.hasAdded(path) ? undefined : older.removal(path)),
    removed: () => merged(walk => walk.removed()),
    removedInside: folder => merged(walk => walk.removedInside(folder)),
    removedEndingIn: suffix => merged(walk => walk.removedEndingIn(suffix)),
    foldersEndingIn: suffix => new Set([...newer.foldersEndingIn(suffix), ...older.foldersEndingIn(suffix)]),
    versionsOf: document => [...newer.versionsOf(document), ...older.versionsOf(document)],
  }
}
