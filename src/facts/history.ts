/** What once was: removed paths, found exactly, by their last parts, or as folders. */
import { createHash } from 'node:crypto'
import { defineFact, type Lookup, type Repository } from '../core/repository.ts'
import { GitError } from '../git/run.ts'
import { readUncommitted, type DocumentVersion, type Removal } from '../git/history.ts'
import { loadHistory, type PastPaths } from '../git/history-cache.ts'
import { findSimilarRenames } from '../git/similar-renames.ts'
import { filesFact, folderOf } from './files.ts'

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
  /** The committed states of a document, newest first; at a rename the trail ends. */
  versionsOf(document: string): readonly DocumentVersion[]
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
  versionsOf: () => [],
  successorOf: () => undefined,
}

/** Lazy: the first question about a missing path starts the walk. */
export const historyFact = defineFact<History>('history', repository => {
  const { source } = repository
  if (source.head === undefined) return { ...UNAVAILABLE, reason: 'there is no git history' }
  if (source.shallow) return { ...UNAVAILABLE, reason: 'history is shallow, fetch with depth 0' }
  try {
    return createHistory(repository, loadHistory(repository.root, source.gitDirectory, source.head))
  } catch (error) {
    if (error instanceof GitError) return { ...UNAVAILABLE, reason: `history can't be read: ${error.message}` }
    throw error
  }
})

function createHistory(repository: Repository, past: PastPaths): History {
  const { files } = repository.source
  const uncommitted = repository.source.kind === 'commit' ? new Map<string, Removal>() : readUncommitted(
    repository.root, past.head, repository.source.deleted ?? new Map(), () => untrackedBlobs(repository))
  const removed = (path: string): Removal | undefined => {
    if (files.has(path)) return undefined
    return uncommitted.get(path) ?? past.removal(path)
  }
  const isGone = (path: string): boolean => !files.has(path)
  const named = function* (matches: (path: string) => boolean, stored: Iterable<string>): Iterable<string> {
    for (const path of uncommitted.keys()) if (matches(path)) yield path
    for (const path of stored) if (!uncommitted.has(path)) yield path
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
    const inside = [...named(file => file.startsWith(`${path}/`), past.removedInside(path))].filter(isGone)
    if (inside.length === 0) return undefined
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
    for (const path of named(one => one === suffix || one.endsWith(ending), past.removedEndingIn(suffix))) {
      const removal = removed(path)
      if (removal !== undefined) found.push(removal)
    }
    return found.sort(newestFirst)
  }
  const removedFolderWithSuffix = (suffix: string): Removal | undefined => {
    const ending = `/${suffix}`
    let latest: Removal | undefined
    const candidates = new Set(past.foldersEndingIn(suffix))
    for (const path of uncommitted.keys()) for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (folder.endsWith(ending)) candidates.add(folder)
    for (const folder of candidates) {
      if (folderStands(folder)) continue
      const removal = removedFolder(folder)
      if (removal !== undefined && (latest === undefined || removal.time > latest.time)) latest = removal
    }
    return latest
  }
  const lastRemoved = (accepts: (path: string) => boolean): Removal | undefined => {
    let latest: Removal | undefined
    for (const path of named(() => true, past.removed())) {
      if (!accepts(path)) continue
      const removal = removed(path)
      if (removal !== undefined && (latest === undefined || removal.time > latest.time)) latest = removal
    }
    return latest
  }
  return { available: true, reason: '', lastRemoved, removed, removedWithSuffix, removedFolder, removedFolderWithSuffix, bornAt: document => past.bornAt(document), versionsOf: document => past.versionsOf(document), successorOf }
}

/** More new files than these are not hashed to find out where an uncommitted rename went. */
const MOST_UNTRACKED = 500

function untrackedBlobs(repository: Repository): readonly { readonly path: string; readonly blob: string }[] {
  const fresh: { path: string; blob: string }[] = []
  for (const [path, entry] of repository.source.files) {
    if (entry.untracked !== true || fresh.length >= MOST_UNTRACKED) continue
    const bytes = repository.source.read(path)
    if (bytes !== undefined) fresh.push({ path, blob: createHash('sha1').update(`blob ${String(bytes.length)}\0`).update(bytes).digest('hex') })
  }
  return fresh
}

/** What is not committed yet comes first; then as git tells it. */
function newestFirst(a: Removal, b: Removal): number {
  return Number(b.commit === '') - Number(a.commit === '') || b.time - a.time || (a.commit < b.commit ? -1 : a.commit > b.commit ? 1 : a.path < b.path ? -1 : 1)
}
