/** URLs of pull requests, merge requests and issues on hosting services. */
import { decode } from '../../core/destination.ts'

/** What a numbered page is called: services redirect between requests and issues of one number. */
export type CalledAs = 'request' | 'issue' | 'either'

export interface RequestUrl {
  /** Lower case, without `www.`. */
  readonly host: string
  /** As written; with subgroups on GitLab. */
  readonly owner: string
  readonly name: string
  readonly number: number
  readonly as: CalledAs
}

/** GitHub `pull/12` and `issues/12`, Gitea `pulls/12`, Bitbucket `pull-requests/12`, GitLab `-/merge_requests/12`. */
const PAGE = /^(.{1,200}?)\/([^/]{1,100})\/(?:-\/)?(pull|pulls|issues|merge_requests|pull-requests)\/(\d{1,7})(?:\/|$)/

/**
 * Reads the URL of a pull request or an issue.
 * @param url absolute, `http:` or `https:`
 * @returns `undefined` for any other page
 */
export function parseRequestUrl(url: string): RequestUrl | undefined {
  const parts = /^https?:\/\/(?:[^/@?#]{0,100}@)?([^/?#:]{1,200})(?::\d{1,5})?\/([^?#]{1,500})/i.exec(url.slice(0, LONGEST_URL))
  const host = parts?.[1]?.toLowerCase().replace(/^www\./, '')
  if (host === undefined) return undefined
  const page = PAGE.exec(decode(parts?.[2] ?? ''))
  if (page === null) return undefined
  const [, owner = '', name = '', kind = '', digits = ''] = page
  // The interface of GitHub's API names repositories as `repos/owner/name`.
  if (owner.includes('/') && kind !== 'merge_requests' && kind !== 'issues') return undefined
  return { host, owner, name, number: Number(digits), as: kind === 'issues' ? 'issue' : 'request' }
}

/** UTF-16 units. */
const LONGEST_URL = 800
