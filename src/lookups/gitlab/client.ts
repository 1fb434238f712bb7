/** GitLab's REST API. Every failure comes back as a reply. */
import { tool } from '../../core/tool.ts'
import type { Unanswered } from '../answerer.ts'
import { fetchWhole, TransportError } from '../http.ts'
import type { Patience } from '../patience.ts'
import { presentable } from '../token.ts'
import type { GitLabServer } from './server.ts'
import { isRecord } from '../../core/record.ts'

/** `missing` is the service's own 404. */
export type Result = { readonly body: unknown } | { readonly missing: true } | { readonly failure: Unanswered }

/** Gets what stands at a path behind `/api/v4`. */
export type GetJson = (path: string) => Promise<Result>

/** Makes a client for one server: failures of the server and its rate limit are waited for and tried again. */
export function createClient(server: GitLabServer, patience: Patience): GetJson {
  return async (path) => {
    for (let tries = 0; ; tries++) {
      const result = await getOnce(server, path, patience)
      if (!('retryIn' in result)) return result
      if (tries >= patience.retries || result.retryIn > patience.longestWait) return { failure: result.failure }
      await new Promise((resolve) => { setTimeout(resolve, result.retryIn * patience.second) })
    }
  }
}

/** A failure that may pass, and in how many seconds. */
interface Passing {
  readonly retryIn: number
  readonly failure: Unanswered
}

async function getOnce({ host, base, token }: GitLabServer, path: string, patience: Patience): Promise<Result | Passing> {
  const failed = (reason: string, remedy = 'try again later'): Unanswered => ({ status: 'unknown', reason: `${host} ${reason}`, cause: 'failed', remedy })
  let response: Response
  try {
    const headers = { 'accept': 'application/json', 'user-agent': `${tool.name}/${tool.version}`, ...(token === undefined ? {} : { 'private-token': token.value }) }
    response = await fetchWhole(`${base}${path}`, { headers }, patience)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    return { retryIn: 1, failure: failed(error.message, 'try again when it is there') }
  }
  const text = await response.text()
  const body = parse(text)
  const { status } = response
  if (response.ok) return body === undefined ? { failure: misshapen(host) } : { body }
  const after = Number(response.headers.get('retry-after') ?? '')
  if (status === 429) return { retryIn: after > 0 ? after : 60, failure: failed('has had enough questions for now (rate limit)') }
  if (status >= 500) return { retryIn: after > 0 ? after : 1, failure: failed(`failed (${String(status)})`) }
  // A 404 that is not GitLab's own (a proxy's page) says nothing.
  if (status === 404 && isRecord(body) && typeof body['message'] === 'string' && /^404 (?:project )?not found$/i.test(body['message'])) return { missing: true }
  if (status === 404) return { failure: failed('has no such API (404)', 'look at GITLAB_HOST and CI_API_V4_URL') }
  const said = isRecord(body) && typeof body['message'] === 'string' ? `, ${presentable(body['message'], token)}` : ''
  const variable = token?.variable ?? 'GITLAB_TOKEN'
  return { failure: failed(`refuses the question (${String(status)}${said})`, `give ${variable} a token that may read the project`) }
}

/** For an answer that is not what the documentation promises. */
export function misshapen(host: string): Unanswered {
  return {
    status: 'unknown', reason: `${host} gave an answer that its API does not have`, cause: 'failed',
    remedy: 'look whether a proxy stands between, or whether the server is too old',
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
