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
/** Listing anew may take this share of the time: a huge checkout is looked at less often. */
const LONGEST_SHARE = 1 / 20

interface Entry {
  readonly repository: Repository
  readonly fingerprint: string | undefined
  /** When to look again, on the clock of `performance.now()`. */
  readonly until: number
}

const entries = new Map<string, Entry>()
const checkouts = new Map<string, Checkout | undefined>()

/**
 * The repository around a folder as it is now, or was at most a second ago.
 * @param directory absolute; must exist
 * @param plainFolder the root outside of git
 * @param settings what rules share, as the user configured them; a repository is kept for each
 */
export function livingRepository(directory: string, plainFolder: string, settings: Readonly<Record<string, unknown>> = {}): Repository {
  if (!checkouts.has(directory)) checkouts.set(directory, findCheckout(directory))
  const checkout = checkouts.get(directory)
  const root = checkout?.root ?? realpathSync(plainFolder)
  const key = JSON.stringify([root, settings])
  const known = entries.get(key)
  const started = performance.now()
  if (known !== undefined && started < known.until) return known.repository
  const source = openSource(root, checkout)
  // Taken now: a source computes it when it is first read, from the files as they are at that time.
  const fingerprint = source.fingerprint
  const now = performance.now()
  const isSame = known?.fingerprint !== undefined && known.fingerprint === fingerprint && known.repository.source.head === source.head
  const repository = isSame ? known.repository : createRepository({ root, source, settings, answers: lockedAnswers(source) })
  entries.set(key, { repository, fingerprint, until: now + Math.max(SHORTEST_TRUST, (now - started) / LONGEST_SHARE) })
  return repository
}

/** Forgets every repository. For tests, which change checkouts faster than anybody types. */
export function forgetRepositories(): void {
  entries.clear()
  checkouts.clear()
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
