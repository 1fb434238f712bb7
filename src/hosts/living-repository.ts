/**
 * Repositories of long-lived hosts (an editor's ESLint, a language server): kept between documents, and made anew when
 * the checkout has changed. Facts live and die with their repository.
 */
import { realpathSync } from 'node:fs'
import { createRepository, type Repository } from '../core/repository.ts'
import type { ContentSource } from '../core/source.ts'
import { findCheckout, type Checkout } from '../git/checkout.ts'
import { GitError } from '../git/run.ts'
import { openWorktree } from '../git/worktree.ts'
import { lockedAnswers } from '../lock/answers.ts'
import { openFolder } from './file-system-source.ts'

/** In milliseconds: how long a listing is trusted. A new, renamed or edited file is seen after that at the latest. */
const SHORTEST_TRUST = 1000
/** A host that works in more roots, or changes its settings more often, has what it left longest ago listed anew. */
const MOST_REPOSITORIES = 16
/** Listing anew may take this share of the time: a huge checkout is looked at less often. */
const LONGEST_SHARE = 1 / 20

interface Entry {
  readonly repository: Repository
  readonly fingerprint: string | undefined
  /** When to look again, on the clock of `performance.now()`. */
  readonly until: number
}

/** Those used last stand last. */
const entries = new Map<string, Entry>()
/** By folder, and only for as long as a listing is trusted: a checkout can be made, moved and taken away. */
const checkouts = new Map<string, Checkout | undefined>()
let checkoutsUntil = 0

/**
 * The repository around a folder as it is now, or was at most a second ago.
 * @param directory absolute; must exist
 * @param plainFolder the root outside of git
 * @param settings what rules share, as the user configured them; a repository is kept for each
 */
export function livingRepository(directory: string, plainFolder: string, settings: Readonly<Record<string, unknown>> = {}): Repository {
  const started = performance.now()
  const checkout = checkoutAround(directory, started)
  const root = checkout?.root ?? realpathSync(plainFolder)
  const key = JSON.stringify([root, settings])
  const known = entries.get(key)
  if (known !== undefined && started < known.until) return known.repository
  const source = openSource(root, checkout)
  // Taken now: a source computes it when it is first read, from the files as they are at that time.
  const fingerprint = source.fingerprint
  const now = performance.now()
  const isSame = known?.fingerprint !== undefined && known.fingerprint === fingerprint && known.repository.source.head === source.head
  const repository = isSame ? known.repository : createRepository({ root, source, settings, answers: lockedAnswers(source) })
  entries.delete(key)
  entries.set(key, { repository, fingerprint, until: now + Math.max(SHORTEST_TRUST, (now - started) / LONGEST_SHARE) })
  for (const oldest of entries.keys()) {
    if (entries.size <= MOST_REPOSITORIES) break
    entries.delete(oldest)
  }
  return repository
}

function checkoutAround(directory: string, now: number): Checkout | undefined {
  if (now >= checkoutsUntil) {
    checkouts.clear()
    checkoutsUntil = now + SHORTEST_TRUST
  }
  if (!checkouts.has(directory)) checkouts.set(directory, findCheckout(directory))
  return checkouts.get(directory)
}

/** How many repositories are held, whatever was asked for before: at most 16. */
export function heldRepositories(): number {
  return entries.size
}

/** Forgets every repository. For tests, which change checkouts faster than anybody types. */
export function forgetRepositories(): void {
  entries.clear()
  checkouts.clear()
  checkoutsUntil = 0
}

function openSource(root: string, checkout: Checkout | undefined): ContentSource {
  if (checkout === undefined) return openFolder(root)
  try {
    return openWorktree(checkout)
  } catch (error) {
    // No git program, or one that refuses this folder: the files are there all the same.
    if (error instanceof GitError) return openFolder(root)
    throw error
  }
}
