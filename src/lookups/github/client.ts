/** GitHub's GraphQL over Octokit, with its retries and its manners about rate limits. Every failure comes back as a reply. */
import { Octokit } from '@octokit/core'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { tool } from '../../core/tool.ts'
import type { Unanswered } from '../answerer.ts'
import { fetchWhole, TransportError } from '../http.ts'
import type { Patience } from '../patience.ts'
import { presentable } from '../token.ts'
import type { GitHubServer } from './server.ts'
import { isRecord } from '../../core/record.ts'

/** An error of GraphQL, as far as anybody relies on it. */
export interface QueryError {
  readonly type: string
  /** Fit to be shown. */
  readonly message: string
  /** Aliases from the top; empty for an error of the whole query. */
  readonly path: readonly (string | number)[]
}

export type QueryResult =
  | { readonly data: Readonly<Record<string, unknown>>; readonly errors: readonly QueryError[] }
  | {
    readonly failure: Unanswered
    /** Whether a smaller query might do: the service gave up on this one. */
    readonly heavy: boolean
    /** The field that the server does not have, when that alone is why it refused. */
    readonly missingField?: string
  }

/** Sends a query with its variables. */
export type SendQuery = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<QueryResult>

const Client = Octokit.plugin(retry, throttling)
type ThrottleOptions = NonNullable<NonNullable<ConstructorParameters<typeof Client>[0]>['throttle']>
const silent = (): void => undefined

/** Octokit takes every POST for a change and holds it back for a second; ours only read, one after another. This queue holds nothing back. */
const unhurried = { key: () => ({ schedule: (_options: unknown, task: () => Promise<void>) => task() }) } as unknown as NonNullable<ThrottleOptions['write']>

/** Makes a client for one server. */
export function createClient(server: GitHubServer, patience: Patience): SendQuery {
  /** What the service last asked us to wait, in seconds, when that was too long. */
  let tooLong: number | undefined
  const waits = (retryAfter: number, _options: unknown, _client: unknown, retryCount: number): boolean => {
    if (retryAfter > patience.longestWait || retryCount >= patience.retries) tooLong = retryAfter
    return tooLong === undefined
  }
  const client = new Client({
    baseUrl: server.base,
    auth: server.token?.value,
    userAgent: `${tool.name}/${tool.version}`,
    // It would print URLs and headers.
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: (url: string, init: RequestInit) => fetchWhole(url, init, patience) },
    // The rate limit (429) is the other plugin's.
    retry: { retries: patience.retries, retryAfterBaseValue: patience.second, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: {
      write: unhurried,
      retryAfterBaseValue: patience.second,
      onRateLimit: waits,
      onSecondaryRateLimit: waits,
    },
  })
  return async (query, variables) => {
    tooLong = undefined
    let response: { readonly data: unknown }
    try {
      response = await client.request('POST /graphql', { query, variables })
    } catch (error) {
      return explain(error, server, tooLong)
    }
    return readResult(response.data, server)
  }
}

function readResult(body: unknown, server: GitHubServer): QueryResult {
  const { host, token } = server
  if (!isRecord(body) || (body['errors'] !== undefined && !Array.isArray(body['errors']))) return { failure: misshapen(host), heavy: false }
  const errors = ((body['errors'] ?? []) as readonly unknown[]).map((error): QueryError => {
    const { type, message, path, extensions } = isRecord(error) ? error : {}
    const code = isRecord(extensions) ? extensions['code'] : undefined
    return {
      type: typeof type === 'string' ? type : typeof code === 'string' ? code : '',
      message: presentable(typeof message === 'string' ? message : 'an error without a message', token),
      path: Array.isArray(path) ? path.filter(step => typeof step === 'string' || typeof step === 'number') : [],
    }
  })
  const whole = errors.find(error => error.path.length === 0)
  if (whole !== undefined) {
    const missingField = missingFieldOf(body['errors'])
    return {
      failure: { status: 'unknown', reason: `${host} refuses the question (${whole.message})`, cause: 'failed', remedy: 'try again later' },
      heavy: /LIMITS?_EXCEEDED|TIMEOUT/i.test(whole.type) || /\btimed? ?out|couldn't respond/i.test(whole.message),
      ...(missingField === undefined ? {} : { missingField }),
    }
  }
  return isRecord(body['data']) ? { data: body['data'], errors } : { failure: misshapen(host), heavy: false }
}

/** The one field that all errors are about, when all say that there is no such field. */
function missingFieldOf(errors: unknown): string | undefined {
  const fields = new Set((Array.isArray(errors) ? errors as readonly unknown[] : []).map((error) => {
    const extensions = isRecord(error) ? error['extensions'] : undefined
    return isRecord(extensions) && extensions['code'] === 'undefinedField' ? extensions['fieldName'] : undefined
  }))
  const [field] = fields
  return fields.size === 1 && typeof field === 'string' ? field : undefined
}

/** For an answer that is not what the schema promises. */
export function misshapen(host: string): Unanswered {
  return {
    status: 'unknown', reason: `${host} gave an answer that its schema does not have`, cause: 'failed',
    remedy: 'look whether a proxy stands between, or whether the server is too old',
  }
}

/** Octokit's errors hold the whole request, so nothing of them is passed on but a status and a cleaned message. */
function explain(
  error: unknown, { host, base, token }: GitHubServer, tooLong: number | undefined,
): { readonly failure: Unanswered; readonly heavy: boolean } {
  // GitHub itself gives a query up after ten seconds: silence for longer says nothing about its size.
  const failed = (reason: string, remedy = 'try again later', heavy = false): ReturnType<typeof explain> => (
    { failure: { status: 'unknown', reason: `${host} ${reason}`, cause: 'failed', remedy }, heavy }
  )
  // Octokit's plugins look into an answer before anybody has seen whether it is one.
  if (!(error instanceof Error) || error instanceof TypeError) return { failure: misshapen(host), heavy: false }
  const message = presentable(error.message, token)
  const transport = [error, error.cause].find(one => one instanceof TransportError)
  if (transport !== undefined) return failed(transport.message, 'try again when it is there')
  const variable = token?.variable ?? 'the token'
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined
  if (tooLong !== undefined || isRateLimit(error, status)) {
    const wait = tooLong === undefined ? 'later' : `in ${tooLong > 90 ? `${String(Math.ceil(tooLong / 60))} minutes` : `${String(Math.ceil(tooLong))} s`}`
    return failed('has had enough questions for now (rate limit)', `try again ${wait}`)
  }
  switch (status) {
    case 401: return failed(`does not take the token of ${variable} (401, ${message})`, `put a valid token into ${variable}`)
    case 403: return failed(`refuses the token of ${variable} (403, ${message})`, `give ${variable} a token that may read the repository`)
    case 404: return failed(`has no GraphQL API at ${base}/graphql (404)`, 'look at GITHUB_GRAPHQL_URL and GITHUB_API_URL')
    case undefined: return failed(`can't be asked (${message})`)
    default: return failed(`failed (${String(status)}${message === '' ? '' : `, ${message}`})`, undefined, status === 502 || status === 504 || isGivenUp(message))
  }
}

/** What GraphQL says with status 200 when a query took too long; Octokit makes a 500 of it. */
function isGivenUp(message: string): boolean {
  return message.includes('Something went wrong while executing your query')
}

function isRateLimit(error: Error, status: number | undefined): boolean {
  return status === 429 || /rate limit/i.test(error.message)
}
