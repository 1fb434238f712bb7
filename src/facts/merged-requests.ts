/** Pull requests that the local history shows as merged, and those that it shows as taken back. Kept between runs by HEAD. */
import { defineFact } from '../core/repository.ts'
import { readCacheFile, writeCacheFile } from '../git/cache-directory.ts'
import { GitError } from '../git/run.ts'
import { fetchedRequests, leadsTo, readMergeLines, readSubjects, type CommitSubject } from '../git/subjects.ts'
import { readSubject } from './requests/subject.ts'

/** A commit and when it was made. */
export interface MergeCommit {
  /** Full id. */
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
}

export interface MergedRequest extends MergeCommit {
  readonly number: number
  /** `merge`: certain; `squash`: where most commits end with such a number; `mention`: may as well be an issue's number. */
  readonly how: 'merge' | 'squash' | 'mention'
  /** The commit that took it back, unless it was brought in again. */
  readonly reverted?: MergeCommit
}

export interface MergedRequests {
  /** Why a merged request may not be here; `undefined` when the history is whole. */
  readonly incomplete: string | undefined
  get(number: number): MergedRequest | undefined
  /** Whether a request's head was fetched, so that it exists. */
  isFetched(number: number): boolean
}

/** From one `git log`, when a document first asks. */
export const mergedRequestsFact = defineFact<MergedRequests>('merged requests', ({ root, source }) => {
  let fetched: ReadonlySet<number> | undefined
  const nothing = (incomplete: string): MergedRequests => ({ incomplete, get: () => undefined, isFetched: () => false })
  if (source.head === undefined) return nothing('there is no git history')
  try {
    const { requests } = loadRequests(root, source.gitDirectory, source.head)
    return {
      incomplete: source.shallow ? 'history is shallow, fetch with depth 0' : undefined,
      get: number => requests.get(number),
      isFetched: number => (fetched ??= fetchedOf(root)).has(number),
    }
  } catch (error) {
    if (error instanceof GitError) return nothing(`history can't be read: ${error.message}`)
    throw error
  }
})

function fetchedOf(root: string): ReadonlySet<number> {
  try {
    return fetchedRequests(root)
  } catch (error) {
    if (error instanceof GitError) return new Set()
    throw error
  }
}

/** What a walk over the subjects has found so far; a later walk goes on from it. */
interface Walk {
  readonly head: string
  readonly requests: Map<number, MergedRequest>
  /** How many of the latest commits end with a number in brackets: 0 to 1, older ones count less and less. */
  share: number
  /** Whether merges of GitLab's kind were seen, whose number stands in the message's body. */
  gitlab: boolean
}

const CACHE = 'merged-requests-1.txt'
/** Weight of one commit in `share`. */
const STEP = 0.02
/** From this share on a number in brackets is that of a request. */
const CONVENTION = 0.3

function loadRequests(root: string, gitDirectory: string | undefined, head: string): Walk {
  const stored = decode(readCacheFile(gitDirectory, CACHE))
  if (stored?.head === head) return stored
  const since = stored !== undefined && leadsTo(root, stored.head, head) ? stored : undefined
  const walk: Walk = {
    head, requests: since?.requests ?? new Map<number, MergedRequest>(), share: since?.share ?? 0.5, gitlab: since?.gitlab ?? false,
  }
  for (const commit of readSubjects(root, head, since?.head)) note(walk, commit)
  if (walk.gitlab) for (const commit of readMergeLines(root, 'See merge request', head, since?.head)) note(walk, commit)
  writeCacheFile(gitDirectory, CACHE, encode(walk))
  return walk
}

/** As GitLab writes it; git itself and GitHub put no quotes around the branch that is merged into. */
const GITLAB = /^Merge branch '[^']{1,300}' into '/

function note(walk: Walk, { id, time, subject }: CommitSubject): void {
  const { merged, reverted } = readSubject(subject)
  const here: MergeCommit = { commit: id, time }
  walk.share += STEP * ((merged?.how === 'squash' ? 1 : 0) - walk.share)
  if (GITLAB.test(subject)) walk.gitlab = true
  if (merged !== undefined) {
    const { number } = merged
    const how = merged.how === 'merge' ? 'merge' : walk.share >= CONVENTION ? 'squash' : 'mention'
    const known = walk.requests.get(number)
    // The first merge stays: what comes later are backports and cherry-picks. Certain beats likely.
    if (known === undefined || (how === 'merge' && known.how !== 'merge')) walk.requests.set(number, { ...here, number, how })
  }
  if (reverted === undefined) return
  const known = walk.requests.get(reverted.number)
  if (known === undefined) return
  const { number, how, commit, time: mergedAt } = known
  walk.requests.set(number, { number, how, commit, time: mergedAt, ...(reverted.again ? {} : { reverted: here }) })
}

function encode({ head, requests, share, gitlab }: Walk): string {
  const lines = [JSON.stringify({ head, share, gitlab })]
  for (const { number, how, commit, time, reverted } of requests.values()) {
    lines.push([number, how, commit, time, ...reverted === undefined ? [] : [reverted.commit, reverted.time]].join(' '))
  }
  return lines.join('\n')
}

function decode(text: string | undefined): Walk | undefined {
  if (text === undefined) return undefined
  const [first = '', ...lines] = text.split('\n')
  try {
    const { head, share, gitlab } = JSON.parse(first) as Partial<Walk>
    if (typeof head !== 'string' || typeof share !== 'number') return undefined
    const requests = new Map<number, MergedRequest>()
    for (const line of lines) {
      const [number, how, commit = '', time, revert, revertTime] = line.split(' ')
      if (how !== 'merge' && how !== 'squash' && how !== 'mention') return undefined
      requests.set(Number(number), {
        number: Number(number), how, commit, time: Number(time),
        ...(revert === undefined ? {} : { reverted: { commit: revert, time: Number(revertTime) } }),
      })
    }
    return { head, requests, share, gitlab: gitlab === true }
  } catch {
    return undefined
  }
}
