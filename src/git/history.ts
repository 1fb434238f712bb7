/** One walk over the first-parent history: which paths were removed, when, and where they went; what documents were. */
import { addTo } from '../core/multimap.ts'
import { isMarkdown } from '../core/paths.ts'
import { git, GitError } from './run.ts'

/** A path that is gone. */
export interface Removal {
  readonly path: string
  /** Full commit id, or '' for a deletion that is not committed yet. */
  readonly commit: string
  /** Seconds since 1970 of that commit; 0 when not committed yet. */
  readonly time: number
  /** Where the same content (or the one same-named file) went in that commit. */
  readonly successor: string | undefined
  /** Whether the successor has the very same content. */
  readonly exact: boolean
}

/** A state of a document that a commit left behind. */
export interface DocumentVersion {
  /** Full commit id. */
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
  readonly blob: string
}

/** What the walk found, newest first. */
export interface HistoryWalk {
  /** The commit the walk started from. */
  readonly head: string
  /** The first-parent's id behind the last walked commit; '' at the root. */
  readonly end: string
  /** The latest removal of each path that was ever removed and not added again later. */
  readonly removals: ReadonlyMap<string, Removal>
  /** Paths whose latest event in the walk is an addition (needed only to extend an older walk). */
  readonly added: ReadonlySet<string>
  /** When each Markdown document first appeared, in seconds since 1970; renames are followed. */
  readonly births: ReadonlyMap<string, number>
  /** The states of each Markdown document, newest first; at a rename the trail ends. */
  readonly versions: ReadonlyMap<string, readonly DocumentVersion[]>
}

/** `.markdown`. */
const LONGEST_ENDING = 9

interface CommitEvents {
  readonly id: string
  readonly time: number
  readonly deleted: { readonly path: string; readonly blob: string }[]
  readonly added: { readonly path: string; readonly blob: string }[]
  /** Markdown documents only. */
  readonly modified: { readonly path: string; readonly blob: string }[]
}

/**
 * Walks from `head` back to (not including) `until`, or to the root.
 * Renames are exact ones, from equal blob ids in one commit: no blob is read, so partial clones work. A file of the
 * same name that is the only one of that name added in the commit counts as an inexact successor.
 * @throws GitError when git can't
 */
export function walkHistory(directory: string, head: string, until?: string): HistoryWalk {
  const range = until === undefined ? head : `${until}..${head}`
  const output = git(directory, [
    'log', range, '--first-parent', '--diff-merges=first-parent', '--raw', '-z', '--no-renames', '--diff-filter=AMD', '--no-abbrev',
    '--format=%x01%H %ct %P', '--',
  ])
  const removals = new Map<string, Removal>()
  const added = new Set<string>()
  let end = ''
  const births = new Map<string, number>()
  const versions = new Map<string, DocumentVersion[]>()
  /** Name at this point of the walk (going back in time) of documents that exist later: old name to later names. */
  const later = new Map<string, string[]>()
  for (const commit of readCommits(output, parent => { end = parent })) {
    const successors = successorsOf(commit)
    noteBirths(commit, successors, births, later)
    for (const { path } of commit.deleted) {
      if (removals.has(path) || added.has(path)) continue
      const successor = successors.get(path)
      removals.set(path, { path, commit: commit.id, time: commit.time, successor: successor?.path, exact: successor?.exact === true })
    }
    for (const { path } of commit.added) if (!removals.has(path)) added.add(path)
    for (const { path, blob } of [...commit.added, ...commit.modified]) {
      if (isMarkdown(path)) addTo(versions, path, { commit: commit.id, time: commit.time, blob })
    }
  }
  return { head, end, removals, added, births, versions }
}

/** Puts a newer walk on top of an older one that it ends at. */
export function extendWalk(older: HistoryWalk, newer: HistoryWalk): HistoryWalk {
  const removals = new Map(older.removals)
  for (const path of newer.added) removals.delete(path)
  for (const [path, removal] of newer.removals) removals.set(path, removal)
  // A document that the newer walk saw appear under a name known before keeps its older birth.
  const births = new Map([...newer.births, ...older.births])
  const versions = new Map(older.versions)
  for (const [path, list] of newer.versions) versions.set(path, [...list, ...older.versions.get(path) ?? []])
  return { head: newer.head, end: older.end, removals, added: new Set([...older.added, ...newer.added]), births, versions }
}

/** The earliest addition of each document, through its renames. */
function noteBirths(
  commit: CommitEvents, successors: ReadonlyMap<string, { readonly path: string }>, births: Map<string, number>, later: Map<string, string[]>,
): void {
  const cameFrom = new Map<string, string>()
  for (const [old, { path }] of successors) cameFrom.set(path, old)
  for (const { path } of commit.added) {
    if (!isMarkdown(path)) continue
    const names = [path, ...(later.get(path) ?? [])]
    for (const name of names) births.set(name, commit.time)
    const old = cameFrom.get(path)
    if (old !== undefined) later.set(old, [...(later.get(old) ?? []), ...names])
  }
}

/** Ids of a file without content (SHA-1, SHA-256): two of them have nothing in common. */
const EMPTY = new Set(['e69de29bb2d1d6434b8b29ae775ad8c2e48c5391', '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813'])

function successorsOf(commit: CommitEvents): ReadonlyMap<string, { readonly path: string; readonly exact: boolean }> {
  const found = new Map<string, { path: string; exact: boolean }>()
  if (commit.deleted.length === 0 || commit.added.length === 0) return found
  const byBlob = new Map<string, string[]>()
  const byName = new Map<string, string[]>()
  for (const { path, blob } of commit.added) {
    addTo(byBlob, blob, path)
    addTo(byName, nameOf(path), path)
  }
  for (const { path, blob } of commit.deleted) {
    const same = byBlob.get(blob) ?? []
    const exact = same.length === 1 ? same[0] : same.find(candidate => nameOf(candidate) === nameOf(path))
    if (exact !== undefined) {
      found.set(path, { path: exact, exact: !EMPTY.has(blob) || nameOf(exact) === nameOf(path) })
      continue
    }
    const named = byName.get(nameOf(path)) ?? []
    if (named.length === 1 && named[0] !== undefined) found.set(path, { path: named[0], exact: false })
  }
  return found
}

/** Records are separated by NUL; a commit's header starts with U+0001, its entries with a colon. */
function* readCommits(output: Buffer, onParent: (parent: string) => void): Iterable<CommitEvents> {
  let commit: CommitEvents | undefined
  let at = 0
  while (at < output.length) {
    let next = output.indexOf(0, at)
    if (next < 0) next = output.length
    let first = output[at]
    if (first === 10) first = output[++at]
    if (first === 1) {
      if (commit !== undefined) yield commit
      const [id = '', time = '0', parent = ''] = output.toString('latin1', at + 1, next).split(' ')
      commit = { id, time: Number(time), deleted: [], added: [], modified: [] }
      onParent(parent)
    } else if (first === 58 /* : */ && commit !== undefined) {
      const headerAt = at
      const pathAt = next + 1
      next = output.indexOf(0, pathAt)
      if (next < 0) next = output.length
      const modified = output[pathAt - 2] === 77 /* M */
      // Most of the output is about modified code, which nobody asks for.
      if (!modified || isMarkdown(output.toString('latin1', next - LONGEST_ENDING, next))) {
        const [, , oldBlob = '', newBlob = '', status = ''] = output.toString('latin1', headerAt, pathAt - 1).split(' ')
        const path = output.toString('utf8', pathAt, next)
        if (modified) commit.modified.push({ path, blob: newBlob })
        else if (status.startsWith('D')) commit.deleted.push({ path, blob: oldBlob })
        else commit.added.push({ path, blob: newBlob })
      }
    }
    at = next + 1
  }
  if (commit !== undefined) yield commit
}

/**
 * Deletions and additions that are not committed, as one more "commit" without an id.
 * @param unstaged tracked files that are not on disk, with the blobs that the index has of them; empty where only the index counts
 * @param untracked files that git does not know yet, with the blob ids their contents would have
 */
export function readUncommitted(
  directory: string, head: string, unstaged: ReadonlyMap<string, string>, untracked: () => Iterable<{ readonly path: string; readonly blob: string }>,
): ReadonlyMap<string, Removal> {
  const removals = new Map<string, Removal>()
  let output: Buffer
  try {
    // Without --cached git would read every file that is as young as the index.
    output = git(directory, ['diff-index', '--cached', '--raw', '-z', '--no-renames', '--no-abbrev', '--diff-filter=AD', head, '--'])
  } catch (error) {
    if (error instanceof GitError) return removals
    throw error
  }
  const pseudo = Buffer.concat([Buffer.from('\u0001 0 \0', 'latin1'), output])
  for (const { id, time, added, deleted } of readCommits(pseudo, () => undefined)) {
    const staged = new Set(added.map(file => file.path))
    const commit: CommitEvents = {
      id, time, modified: [], added: added.filter(file => !unstaged.has(file.path)),
      deleted: [...deleted, ...[...unstaged].filter(([path]) => !staged.has(path)).map(([path, blob]) => ({ path, blob }))],
    }
    if (commit.deleted.length > 0) commit.added.push(...untracked())
    const successors = successorsOf(commit)
    for (const { path } of commit.deleted) {
      const successor = successors.get(path)
      removals.set(path, { path, commit: '', time: 0, successor: successor?.path, exact: successor?.exact === true })
    }
  }
  return removals
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
