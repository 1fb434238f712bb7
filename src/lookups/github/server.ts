/** Which GitHub a host is, where its GraphQL stands, and which token belongs to it. Variables as GitHub Actions and the gh command have them. */
import type { Environment } from '../answerer.ts'
import { findToken, type Token } from '../token.ts'

export interface GitHubServer {
  readonly host: string
  /** What stands before `/graphql`, without a slash at the end. */
  readonly base: string
  readonly token: Token | undefined
  /** The variables that a token for this host is looked for in. */
  readonly tokenVariables: readonly string[]
}

const PUBLIC = 'github.com'

/**
 * The server of a host.
 * @param host lower case
 * @returns a clause that says what is wrong with the variables, or `undefined` when the host is none of GitHub's
 */
export function gitHubServer(host: string, environment: Environment): GitHubServer | string | undefined {
  const home = homeHost(environment)
  const named = nameOf(environment['GH_HOST'])
  if (host !== PUBLIC && host !== home && host !== named && !isTenant(host)) return undefined
  const base = baseOf(host, home, environment)
  if (typeof base === 'string') return base
  const tokenVariables = tokenVariablesOf(host, home, named)
  return { host, base: base.href.replace(/\/$/, ''), token: findToken(environment, tokenVariables), tokenVariables }
}

/** The server that GITHUB_API_URL, GITHUB_GRAPHQL_URL and GITHUB_TOKEN belong to: the runner's in GitHub Actions. */
function homeHost(environment: Environment): string {
  const server = nameOf(environment['GITHUB_SERVER_URL'])
  if (server !== undefined) return server
  const named = nameOf(environment['GH_HOST'])
  if (named !== undefined) return named
  const api = nameOf(environment['GITHUB_GRAPHQL_URL']) ?? nameOf(environment['GITHUB_API_URL'])
  return api === undefined || isLoopback(api) ? PUBLIC : api.replace(/^api\./, '')
}

/** Organisations with a subdomain of ghe.com of their own. */
function isTenant(host: string): boolean {
  return /^[\w-]+\.ghe\.com$/.test(host)
}

function baseOf(host: string, home: string, environment: Environment): URL | string {
  if (host === home) {
    for (const variable of ['GITHUB_GRAPHQL_URL', 'GITHUB_API_URL'] as const) {
      const written = environment[variable]?.trim() ?? ''
      if (written === '') continue
      const url = urlOf(written)
      if (url === undefined) return `${variable} is no URL`
      if (url.hostname !== host && url.hostname !== `api.${host}` && !isLoopback(url.hostname)) return `${variable} is not of ${host}`
      if (url.protocol !== 'https:' && !isLoopback(url.hostname)) return `${variable} is not https`
      const path = url.pathname.replace(/\/+$/, '')
      if (variable === 'GITHUB_GRAPHQL_URL' && !path.endsWith('/graphql')) return `${variable} does not end with /graphql`
      return new URL(`${url.origin}${variable === 'GITHUB_GRAPHQL_URL' ? path.replace(/\/graphql$/, '') : path.replace(/\/v3$/, '')}`)
    }
  }
  if (host === PUBLIC || isTenant(host)) return new URL(`https://api.${host}`)
  const server = urlOf(environment['GITHUB_SERVER_URL'] ?? '')
  return new URL(`https://${server?.hostname === host ? server.host : host}/api`)
}

/**
 * A token goes to one host only. GH_TOKEN is for github.com, or for the organisation at ghe.com that GH_HOST names;
 * GITHUB_TOKEN for the server of the runner; the enterprise tokens for the one other server that GH_HOST or GITHUB_SERVER_URL names.
 */
function tokenVariablesOf(host: string, home: string, named: string | undefined): readonly string[] {
  const variables: string[] = []
  const cloud = named !== undefined && isTenant(named) ? named : isTenant(home) ? home : PUBLIC
  if (host === cloud) variables.push('GH_TOKEN')
  const enterprise = [named, home].find(one => one !== undefined && one !== PUBLIC && !isTenant(one))
  if (host === enterprise) variables.push('GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN')
  if (host === home) variables.push('GITHUB_TOKEN')
  return variables
}

/** The host of a URL or of a bare `host` or `host:port`, lower case, without port. */
function nameOf(written: string | undefined): string | undefined {
  const text = written?.trim() ?? ''
  return text === '' ? undefined : (urlOf(text) ?? urlOf(`https://${text}`))?.hostname
}

function urlOf(text: string): URL | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
