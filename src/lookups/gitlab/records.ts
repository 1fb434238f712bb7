/** GitLab's answers as records. What is not as its documentation says gives `undefined`: never half a record. */
import type { NumberedRecord } from '../numbered.ts'
import type { ReleaseRecord } from '../release.ts'
import { isRecord } from '../../core/record.ts'

interface Numbered {
  readonly number: number
  readonly record: NumberedRecord
}

/** Reads an item of `/merge_requests`. A locked one is about to be merged, and open until then. */
export function readMergeRequest(item: unknown): Numbered | undefined {
  if (!isRecord(item) || typeof item['iid'] !== 'number' || typeof item['title'] !== 'string') return undefined
  const { iid, title } = item
  const state = { opened: 'open', locked: 'open', closed: 'closed', merged: 'merged' }[String(item['state'])] as NumberedRecord['state'] | undefined
  if (state === undefined) return undefined
  const mergedAt = utc(item['merged_at'])
  const mergeCommit = item['merge_commit_sha'] ?? item['squash_commit_sha']
  return {
    number: iid,
    record: {
      kind: 'pull-request', state, title,
      ...(mergedAt === undefined ? {} : { mergedAt }),
      ...(isCommit(item['sha']) ? { head: item['sha'] } : {}),
      ...(state === 'merged' && isCommit(mergeCommit) ? { mergeCommit } : {}),
    },
  }
}

/** Reads an item of `/issues`. */
export function readIssue(item: unknown): Numbered | undefined {
  if (!isRecord(item) || typeof item['iid'] !== 'number' || typeof item['title'] !== 'string') return undefined
  const state = { opened: 'open', closed: 'closed' }[String(item['state'])] as NumberedRecord['state'] | undefined
  return state === undefined ? undefined : { number: item['iid'], record: { kind: 'issue', state, title: item['title'] } }
}

/** Reads what `/releases/:tag` gives. A release of the future is GitLab's kind of prerelease; it has no drafts. */
export function readRelease(body: unknown): ReleaseRecord | undefined {
  if (!isRecord(body) || typeof body['tag_name'] !== 'string' || !isRecord(body['commit']) || !isCommit(body['commit']['id'])) return undefined
  const publishedAt = utc(body['released_at'])
  return {
    tag: body['tag_name'],
    title: typeof body['name'] === 'string' ? body['name'] : '',
    commit: body['commit']['id'],
    draft: false,
    prerelease: body['upcoming_release'] === true,
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
}

function isCommit(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
}

/** GitLab writes times with milliseconds, and some servers in their own zone. */
function utc(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z')
}
