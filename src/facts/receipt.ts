/** Receipts: what the repository can prove about a path that is not there. */
import type { Repository } from '../core/repository.ts'
import { historyFact, type Removal } from './history.ts'

/** How a removal was found: the very path, a folder of that name, or a path that ends in what was written. */
export interface Gone {
  readonly removal: Removal
  /** Where it is now, when the trail leads to something that exists. */
  readonly successor: string | undefined
  /** Whether the successor is certain: the same content, or a folder that took over most files. */
  readonly certain: boolean
  readonly how: 'path' | 'folder' | 'suffix'
}

/** Looks for the removal of one of several full paths. */
export function findRemoval(repository: Repository, candidates: readonly string[]): Gone | undefined {
  const history = repository.get(historyFact)
  for (const path of candidates) {
    const removal = history.removed(path)
    if (removal !== undefined) return { removal, successor: history.successorOf(removal), certain: removal.exact, how: 'path' }
  }
  for (const path of candidates) {
    const removal = history.removedFolder(path)
    if (removal !== undefined) return { removal, successor: removal.successor, certain: false, how: 'folder' }
  }
  return undefined
}

/**
 * Looks for removed files and folders that end in what was written; the latest removal speaks.
 * @param among for a bare name: when more than `atMost` paths bore it, only those that share the document's top folder
 *   count, and when these are too many as well, nobody can say which one is meant
 */
export function findRemovalBySuffix(
  repository: Repository, suffix: string, among?: { readonly near: string; readonly atMost: number },
): Gone | undefined {
  const history = repository.get(historyFact)
  let removals = history.removedWithSuffix(suffix)
  if (among !== undefined && removals.length > among.atMost) {
    const top = among.near.slice(0, among.near.indexOf('/') + 1)
    removals = top === '' ? [] : removals.filter(removal => removal.path.startsWith(top))
    if (removals.length > among.atMost) return undefined
  }
  let latest: Removal | undefined
  for (const removal of removals) {
    if (latest === undefined || removal.commit === '' || (latest.commit !== '' && removal.time > latest.time)) latest = removal
  }
  if (latest !== undefined) return { removal: latest, successor: history.successorOf(latest), certain: false, how: 'suffix' }
  if (!suffix.includes('/')) return undefined
  const folder = history.removedFolderWithSuffix(suffix)
  return folder === undefined ? undefined : { removal: folder, successor: folder.successor, certain: false, how: 'suffix' }
}

/** "renamed to `b.ts` in 06825867 (2024-01-07)", "deleted in …", "deleted, not committed yet". */
export function removalText(gone: Gone, written?: string): string {
  const { removal, successor } = gone
  const when = removal.commit === '' ? ', not committed yet' : ` in ${removal.commit.slice(0, 8)} (${dateOf(removal.time)})`
  const subject = gone.how === 'suffix' && removal.path !== written ? `\`${removal.path}\` was ` : ''
  if (successor !== undefined) return `${subject}renamed to \`${successor}\`${when}`
  return `${subject}deleted${when}`
}

/** The day of a commit in UTC: 2024-01-07. */
export function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}
