/** GitHub's answers as records. What is not as the schema says gives `undefined`: never half a record. */
import type { NumberedRecord } from '../numbered.ts'
import type { ReleaseRecord } from '../release.ts'
import { isRecord } from '../../core/record.ts'

/** A page of a pull request's files. */
export interface FilePage {
  readonly paths: readonly string[]
  readonly total: number
  /** Where the next page begins; `undefined` behind the last one. */
  readonly next: string | undefined
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const STATES: Readonly<Record<string, NumberedRecord['state']>> = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' }

/** A pull request or an issue with the first page of its files (`undefined`: GitHub does not list them). */
export interface NumberedNode {
  readonly number: number
  readonly record: NumberedRecord
  readonly files: FilePage | undefined
}

/** Reads what the fragment `numbered` asks for. */
export function readNumbered(node: unknown): NumberedNode | undefined {
  if (!isRecord(node) || typeof node['number'] !== 'number' || typeof node['title'] !== 'string') return undefined
  const { number, title } = node
  if (node['__typename'] === 'Issue') {
    const state = STATES[String(node['issueState'])]
    return state === undefined || state === 'merged' ? undefined : { number, record: { kind: 'issue', state, title }, files: undefined }
  }
  const state = STATES[String(node['state'])]
  const { headRefOid: head, mergedAt, mergeCommit, files } = node
  const merge = mergeCommit === null ? null : isRecord(mergeCommit) ? mergeCommit['oid'] : undefined
  if (node['__typename'] !== 'PullRequest' || state === undefined || !isCommit(head)) return undefined
  if (merge !== null && !isCommit(merge)) return undefined
  if (mergedAt === null ? state === 'merged' : !isTime(mergedAt)) return undefined
  const page = files === null ? undefined : readFilePage(files)
  if (files !== null && page === undefined) return undefined
  return {
    number, files: page,
    record: {
      kind: 'pull-request', state, title, head,
      ...(isTime(mergedAt) ? { mergedAt } : {}), ...(merge === null ? {} : { mergeCommit: merge }),
    },
  }
}

/** Reads what the fragment `page` asks for. */
export function readFilePage(files: unknown): FilePage | undefined {
  if (!isRecord(files) || !Array.isArray(files['nodes']) || !isRecord(files['pageInfo']) || typeof files['totalCount'] !== 'number') return undefined
  const paths: string[] = []
  for (const node of files['nodes'] as readonly unknown[]) {
    if (!isRecord(node) || typeof node['path'] !== 'string') return undefined
    paths.push(node['path'])
  }
  const { hasNextPage, endCursor } = files['pageInfo']
  if (typeof hasNextPage !== 'boolean' || (hasNextPage && typeof endCursor !== 'string')) return undefined
  return { paths, total: files['totalCount'], next: hasNextPage && typeof endCursor === 'string' ? endCursor : undefined }
}

/** Reads what the fragment `published` asks for. `no-commit`: a draft whose tag does not exist yet. */
export function readRelease(node: unknown): ReleaseRecord | 'no-commit' | undefined {
  if (!isRecord(node)) return undefined
  const { tagName: tag, name, isDraft: draft, isPrerelease: prerelease, publishedAt } = node
  if (typeof tag !== 'string' || typeof draft !== 'boolean' || typeof prerelease !== 'boolean') return undefined
  if ((name !== null && typeof name !== 'string') || (publishedAt !== null && !isTime(publishedAt))) return undefined
  const commit = peeled(isRecord(node['tag']) ? node['tag']['target'] : null) ?? (isRecord(node['tagCommit']) ? node['tagCommit']['oid'] : undefined)
  if (commit === undefined) return node['tagCommit'] === null ? 'no-commit' : undefined
  if (!isCommit(commit)) return undefined
  return { tag, title: name ?? '', commit, draft, prerelease, ...(isTime(publishedAt) ? { publishedAt } : {}) }
}

/** The commit behind a tag, also behind tags of tags. */
function peeled(target: unknown): unknown {
  let at = target
  while (isRecord(at)) {
    if (at['__typename'] === 'Commit') return at['oid']
    at = at['target']
  }
  return undefined
}

function isCommit(value: unknown): value is string {
  return typeof value === 'string' && COMMIT.test(value)
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value)
}
