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

/** Looks for removed paths that end in what was written; the latest removal speaks. `count` says how many there are. */
export function findRemovalBySuffix(repository: Repository, suffix: string): (Gone & { readonly count: number }) | undefined {
  const history = repository.get(historyFact)
  const removals = history.removedWithSuffix(suffix)
  let latest: Removal | undefined
  for (const removal of removals) {
    if (latest === undefined || removal.commit === '' || (latest.commit !== '' && removal.time > latest.time)) latest = removal
  }
  if (latest === undefined) return undefined
  return { removal: latest, successor: history.successorOf(latest), certain: false, how: 'suffix', count: removals.length }
}

/** "renamed to `b.ts` in 06825867 (2024-01-07)", "deleted in …", "deleted, not committed yet". */
export function removalText(gone: Gone, written?: string): string {
  const { removal, successor } = gone
  const when = removal.commit === '' ? 'not committed yet' : `in ${removal.commit.slice(0, 8)} (${dateOf(removal.time)})`
  const subject = gone.how === 'suffix' && removal.path !== written ? `\`${removal.path}\` was ` : ''
  if (successor !== undefined) return `${subject}${subject === '' ? '' : ''}renamed to \`${successor}\` ${when}`
  return `${subject}deleted ${when}`
}

/** The day of a commit in UTC: 2024-01-07. */
export function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}
