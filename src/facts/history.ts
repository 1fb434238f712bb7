/** What once was: removed paths, found exactly, by their last parts, or as folders. */
import { createHash } from 'node:crypto'
import { defineFact, type Lookup, type Repository } from '../core/repository.ts'
import { GitError } from '../git/run.ts'
import { extendWalk, readUncommitted, walkHistory, type HistoryWalk, type Removal } from '../git/history.ts'
import { readWalk, writeWalk } from '../git/history-cache.ts'
import { findSimilarRenames } from '../git/similar-renames.ts'
import { baseName, filesFact, folderOf } from './files.ts'

export type { Removal } from '../git/history.ts'

/** What one commit renamed with changes: old path to new path. All commits that are asked for share one git process. */
const similarRenames = (commit: string): Lookup<ReadonlyMap<string, string>> => ({
  key: `${SIMILAR}${commit}`, kind: 'similar renames', default: new Map(), answerAll: answerSimilarRenames,
})
const SIMILAR = 'similar-renames:'

function answerSimilarRenames(repository: Repository, keys: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = findSimilarRenames(repository.root, keys.map(key => key.slice(SIMILAR.length)))
  return new Map([...found].map(([commit, renames]) => [`${SIMILAR}${commit}`, renames]))
}

export interface History {
  /** False in a shallow clone and without git: then nothing can be said about the past. */
  readonly available: boolean
  /** Why not. */
  readonly reason: string
  /** The removal of a path that is gone now. */
  removed(path: string): Removal | undefined
  /** Removals of files or folders whose last parts are exactly `suffix`. */
  removedWithSuffix(suffix: string): readonly Removal[]
  /** A folder that once held files and holds none now: its latest removal, with the folder that took over most of them. */
  removedFolder(path: string): Removal | undefined
  /** The same for a folder whose last parts are exactly `suffix`; the latest one of several. */
  removedFolderWithSuffix(suffix: string): Removal | undefined
  /** The latest removal among the gone paths that a test accepts. */
  lastRemoved(accepts: (path: string) => boolean): Removal | undefined
  /** When a document first appeared (seconds since 1970, renames followed); `undefined` when it is not committed yet. */
  bornAt(document: string): number | undefined
  /** Follows successors until something that exists now, at most 20 steps; `undefined` when the trail ends. */
  successorOf(removal: Removal): string | undefined
}

const UNAVAILABLE: Omit<History, 'reason'> = {
  available: false,
  removed: () => undefined,
  removedWithSuffix: () => [],
  removedFolder: () => undefined,
  removedFolderWithSuffix: () => undefined,
  bornAt: () => undefined,
  lastRemoved: () => undefined,
  successorOf: () => undefined,
}

/** Lazy: the first question about a missing path starts the walk. */
export const historyFact = defineFact<History>('history', repository => {
  const { source } = repository
  if (source.head === undefined) return { ...UNAVAILABLE, reason: 'there is no git history' }
  if (source.shallow) return { ...UNAVAILABLE, reason: 'history is shallow, fetch with depth 0' }
  try {
    return createHistory(repository, loadWalk(repository, source.head))
  } catch (error) {
    if (error instanceof GitError) return { ...UNAVAILABLE, reason: `history can't be read: ${error.message}` }
    throw error
  }
})

/** The cached walk, brought up to `head` when it is an older one. */
function loadWalk(repository: Repository, head: string): HistoryWalk {
  const cached = readWalk(repository.source.gitDirectory)
  if (cached?.head === head) return cached
  let walk: HistoryWalk | undefined
  if (cached !== undefined) {
    try {
      const newer = walkHistory(repository.root, head, cached.head)
      // Only when the first-parent chain really ends at the cached commit are the two walks one.
      if (newer.end === cached.head) walk = extendWalk(cached, newer)
    } catch (error) {
      if (!(error instanceof GitError)) throw error
    }
  }
  walk ??= walkHistory(repository.root, head)
  writeWalk(repository.source.gitDirectory, walk)
  return walk
}

function createHistory(repository: Repository, walk: HistoryWalk): History {
  const { files } = repository.source
  const uncommitted = repository.source.kind === 'commit' ? new Map<string, Removal>() : readUncommitted(
    repository.root, walk.head, repository.source.kind, () => untrackedBlobs(repository))
  const removed = (path: string): Removal | undefined => {
    if (files.has(path)) return undefined
    return uncommitted.get(path) ?? walk.removals.get(path)
  }
  let byName: Map<string, string[]> | undefined
  let folders: Map<string, string[]> | undefined

  const allRemoved = function* (): Iterable<string> {
    for (const path of uncommitted.keys()) yield path
    for (const path of walk.removals.keys()) if (!uncommitted.has(path)) yield path
  }
  const nameIndex = (): Map<string, string[]> => {
    if (byName !== undefined) return byName
    byName = new Map()
    for (const path of allRemoved()) if (!files.has(path)) add(byName, baseName(path), path)
    return byName
  }
  const folderIndex = (): Map<string, string[]> => {
    if (folders !== undefined) return folders
    folders = new Map()
    for (const path of allRemoved()) {
      if (files.has(path)) continue
      for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) add(folders, folder, path)
    }
    return folders
  }
  const successorOf = (removal: Removal): string | undefined => {
    let at: Removal | undefined = removal
    for (let step = 0; step < 20 && at !== undefined; step++) {
      const next: string | undefined = at.successor ?? (at.commit === '' ? undefined : repository.ask(similarRenames(at.commit)).get(at.path))
      if (next === undefined) return undefined
      if (files.has(next)) return next
      at = removed(next)
    }
    return undefined
  }
  const folderStands = (path: string): boolean => repository.get(filesFact).hasFolder(path)
  const removedFolder = (path: string): Removal | undefined => {
    const inside = folderIndex().get(path)
    if (inside === undefined) return undefined
    let latest: Removal | undefined
    const heirs = new Map<string, number>()
    for (const file of inside) {
      const removal = removed(file)
      if (removal === undefined) continue
      if (latest === undefined || removal.commit === '' || (latest.commit !== '' && removal.time > latest.time)) latest = removal
      const heir = successorOf(removal)
      const rest = file.slice(path.length)
      if (heir?.endsWith(rest) === true) heirs.set(heir.slice(0, -rest.length), (heirs.get(heir.slice(0, -rest.length)) ?? 0) + 1)
    }
    if (latest === undefined) return undefined
    const [best] = [...heirs].sort((a, b) => b[1] - a[1])
    const successor = best !== undefined && best[1] * 2 > inside.length && best[0] !== '' ? best[0] : undefined
    return { path, commit: latest.commit, time: latest.time, successor, exact: false }
  }
  const removedWithSuffix = (suffix: string): readonly Removal[] => {
    const ending = `/${suffix}`
    const found: Removal[] = []
    for (const path of nameIndex().get(baseName(suffix)) ?? []) {
      if (path !== suffix && !path.endsWith(ending)) continue
      const removal = removed(path)
      if (removal !== undefined) found.push(removal)
    }
    return found
  }
  const removedFolderWithSuffix = (suffix: string): Removal | undefined => {
    const ending = `/${suffix}`
    let latest: Removal | undefined
    for (const folder of folderIndex().keys()) {
      if (!folder.endsWith(ending) || folderStands(folder)) continue
      const removal = removedFolder(folder)
      if (removal !== undefined && (latest === undefined || removal.time > latest.time)) latest = removal
    }
    return latest
  }
  const lastRemoved = (accepts: (path: string) => boolean): Removal | undefined => {
    let latest: Removal | undefined
    for (const path of allRemoved()) {
      if (!accepts(path)) continue
      const removal = removed(path)
      if (removal !== undefined && (latest === undefined || removal.time > latest.time)) latest = removal
    }
    return latest
  }
  return { available: true, reason: '', lastRemoved, removed, removedWithSuffix, removedFolder, removedFolderWithSuffix, bornAt: document => walk.births.get(document), successorOf }
}

/** More new files than these are not hashed to find out where an uncommitted rename went. */
const MOST_UNTRACKED = 500

function untrackedBlobs(repository: Repository): readonly { readonly path: string; readonly blob: string }[] {
  const fresh: { path: string; blob: string }[] = []
  for (const [path, entry] of repository.source.files) {
    if (entry.blob !== undefined || fresh.length >= MOST_UNTRACKED) continue
    const bytes = repository.source.read(path)
    if (bytes !== undefined) fresh.push({ path, blob: createHash('sha1').update(`blob ${String(bytes.length)}\0`).update(bytes).digest('hex') })
  }
  return fresh
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
