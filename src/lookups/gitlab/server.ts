/** Which GitLab a host is, where its API stands, and which token belongs to it. Variables as GitLab CI and the glab command have them. */
import type { Environment } from '../answerer.ts'
import { findToken, type Token } from '../token.ts'

export interface GitLabServer {
  readonly host: string
  /** `https://gitlab.com/api/v4` */
  readonly base: string
  readonly token: Token | undefined
}

const PUBLIC = 'gitlab.com'

/**
 * The server of a host.
 * @param host lower case
 * @returns a clause that says what is wrong with the variables, or `undefined` when the host is none of GitLab's
 */
export function gitLabServer(host: string, environment: Environment): GitLabServer | string | undefined {
  const runner = nameOf(environment['CI_SERVER_HOST'])
  const named = nameOf(environment['GITLAB_HOST']) ?? nameOf(environment['GL_HOST'])
  if (host !== PUBLIC && host !== runner && host !== named) return undefined
  const token = host === (named ?? runner ?? PUBLIC) ? findToken(environment, ['GITLAB_TOKEN', 'GITLAB_ACCESS_TOKEN']) : undefined
  const written = host === runner ? environment['CI_API_V4_URL']?.trim() ?? '' : ''
  if (written === '') return { host, base: `https://${host}/api/v4`, token }
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (url === undefined) return 'CI_API_V4_URL is no URL'
  const loopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname)
  if (url.hostname !== host && !loopback) return `CI_API_V4_URL is not of ${host}`
  if (url.protocol !== 'https:' && !loopback) return 'CI_API_V4_URL is not https'
  return { host, base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, token }
}

function nameOf(written: string | undefined): string | undefined {
  const text = written?.trim() ?? ''
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return text === '' || !URL.canParse(url) ? undefined : new URL(url).hostname
}
