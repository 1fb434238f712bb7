/** What is known of a number of this repository: from the hosting service first, then from the local history. */
import type { Repository } from '../../core/repository.ts'
import { mergedRequestsFact, type MergeCommit } from '../merged-requests.ts'
import { dateOf } from '../receipt.ts'
import { remotesFact, type RepositoryAddress } from '../remotes.ts'
import type { AskHost, HostedRequest } from './hosted.ts'

export interface KnownRequest {
  readonly status: 'known'
  /** `undefined` where only its existence is known. */
  readonly state: 'open' | 'closed' | 'merged' | undefined
  /** `undefined` where a number in brackets may as well be that of an issue. */
  readonly kind: 'pull-request' | 'issue' | undefined
  /** "merged on 2026-05-07 as 215f71bc", "open", "closed without being merged". */
  readonly receipt: string
  readonly title: string
  /** How it was taken back: "reverted on 2026-05-08 by 1b2c3d4e". */
  readonly reverted: string | undefined
  /** Whether a squash commit is all that shows it. */
  readonly likely: boolean
  readonly files: readonly string[] | undefined
}

export type RequestKnowledge =
  | KnownRequest
  | { readonly status: 'absent' }
  | { readonly status: 'unknown'; readonly reason: string }

/** Looks a number of this repository up. */
export function knownRequest(repository: Repository, number: number, ask: AskHost): RequestKnowledge {
  const { addresses } = repository.get(remotesFact)
  let reason = 'no remote says whose number it is'
  let absent = 0
  for (const address of addresses) {
    const answer = ask(address, number)
    // A fork's own numbers are not those of the repository it came from: the first that knows speaks.
    if (answer.status === 'known') return hostedKnowledge(repository, number, answer.value)
    if (answer.status === 'absent') absent++
    else if (absent === 0 && address === addresses[0]) reason = answer.reason
  }
  if (absent > 0 && absent === addresses.length) return { status: 'absent' }
  return localKnowledge(repository, number, reason)
}

/** Looks a number of another repository up. */
export function foreignRequest(address: RepositoryAddress, number: number, ask: AskHost): RequestKnowledge {
  const answer = ask(address, number)
  return answer.status === 'known' ? fromHost(answer.value, undefined) : answer
}

function hostedKnowledge(repository: Repository, number: number, request: HostedRequest): KnownRequest {
  // Only the history can tell that what was merged has been taken back.
  const reverted = request.state === 'merged' ? repository.get(mergedRequestsFact).get(number)?.reverted : undefined
  return fromHost(request, reverted === undefined ? undefined : revertText(reverted))
}

function fromHost(request: HostedRequest, reverted: string | undefined): KnownRequest {
  const { kind, state, title, files } = request
  return { status: 'known', kind, state, title, files, reverted, likely: false, receipt: receiptOf(request) }
}

function receiptOf({ kind, state, mergedAt, mergeCommit }: HostedRequest): string {
  if (state === 'merged') return `merged${mergedAt === undefined ? '' : ` on ${mergedAt.slice(0, 10)}`}${mergeCommit === undefined ? '' : ` as ${mergeCommit.slice(0, 8)}`}`
  if (state === 'open') return 'still open'
  return kind === 'issue' ? 'closed' : 'closed without being merged'
}

function localKnowledge(repository: Repository, number: number, reason: string): RequestKnowledge {
  const merged = repository.get(mergedRequestsFact)
  const found = merged.get(number)
  if (found !== undefined) {
    const mention = found.how === 'mention'
    return {
      status: 'known', kind: mention ? undefined : 'pull-request', state: mention ? undefined : 'merged', title: '', files: undefined,
      receipt: mention ? `named by ${found.commit.slice(0, 8)}` : `merged on ${dateOf(found.time)} as ${found.commit.slice(0, 8)}`,
      reverted: found.reverted === undefined || mention ? undefined : revertText(found.reverted), likely: found.how !== 'merge',
    }
  }
  if (merged.isFetched(number)) {
    return { status: 'known', kind: 'pull-request', state: undefined, title: '', files: undefined, receipt: 'its head was fetched', reverted: undefined, likely: false }
  }
  return { status: 'unknown', reason: merged.incomplete === undefined ? reason : `${merged.incomplete}; ${reason}` }
}

function revertText({ commit, time }: MergeCommit): string {
  return `reverted on ${dateOf(time)} by ${commit.slice(0, 8)}`
}
