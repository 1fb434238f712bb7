/** Everything that a service or a network may do to us. None of it may ever become an answer. */
import type { Patience } from '../../src/lookups/patience.ts'
import { sendJson, type Fault } from './loopback.ts'

/** So that no test sleeps: a second is a millisecond. */
export const HASTY: Patience = { timeout: 400, retries: 2, longestWait: 60, second: 1 }

/** By name: the fault, and what the reason says of it. */
export const FAULTS: Readonly<Record<string, readonly [fault: Fault, reason: RegExp]>> = {
  'no rate limit left': [response => {
    const reset = String(Math.ceil(Date.now() / 1000) + 3000)
    sendJson(response, 403, { message: 'API rate limit exceeded for user ID 1.' }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })
    return true
  }, /has had enough questions for now \(rate limit\)/],
  'no rate limit left, as GraphQL says it': [response => {
    const reset = String(Math.ceil(Date.now() / 1000) + 3000)
    sendJson(response, 200, { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })
    return true
  }, /has had enough questions for now \(rate limit\)/],
  'secondary rate limit, long': [response => {
    sendJson(response, 403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '3600' })
    return true
  }, /has had enough questions for now \(rate limit\)/],
  'secondary rate limit, again and again': [response => {
    sendJson(response, 429, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '1' })
    return true
  }, /has had enough questions for now \(rate limit\)/],
  ...Object.fromEntries(([
    [400, /failed \(400/], [401, /does not take the token of GH_TOKEN \(401, /], [403, /refuses the token of GH_TOKEN \(403, /], [404, /has no GraphQL API at .*\/graphql \(404\)/],
    [410, /failed \(410/], [422, /failed \(422/], [429, /rate limit/], [451, /failed \(451/], [500, /failed \(500/], [502, /failed \(502/], [503, /failed \(503/], [504, /failed \(504/],
  ] as const).map(([status, reason]) => [`status ${String(status)}`, [((response, request) => {
    // A rude service repeats the token, and wants to paint the terminal.
    sendJson(response, status, { message: `No: ${request.headers.authorization ?? ''}\u001b[31m\nreally.` })
    return true
  }) satisfies Fault, reason]])),
  'a redirect': [(response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end()
    return true
  }, /wants to send us elsewhere \(302\)/],
  'silence': [() => true, /did not answer within 0\.4 s/],
  'a body that never ends': [(response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"data":')
    return true
  }, /did not answer within 0\.4 s/],
  'a connection cut before the answer': [(response) => {
    response.destroy()
    return true
  }, /can't be reached/],
  'a body cut off in the middle': [(response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' })
    response.write('{"data":{"r0":{"q0":null', () => { response.destroy() })
    return true
  }, /broke off in the middle of its answer|can't be reached/],
  'half a JSON that claims to be whole': [(response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"data":{"r0":{"q0":null')
    return true
  }, /gave an answer that its schema does not have/],
  'an empty body': [(response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end()
    return true
  }, /gave an answer that its schema does not have/],
  'no content': [(response) => {
    response.writeHead(204).end()
    return true
  }, /gave an answer that its schema does not have/],
  'a login page': [(response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>')
    return true
  }, /gave an answer that its schema does not have/],
  'null': [(response) => {
    sendJson(response, 200, null)
    return true
  }, /gave an answer that its schema does not have/],
  'no data': [(response) => {
    sendJson(response, 200, { data: null })
    return true
  }, /gave an answer that its schema does not have/],
  'data of another shape': [(response) => {
    sendJson(response, 200, { data: { r0: { q0: { number: '12' }, q1: [], q2: 'x' } } })
    return true
  }, /gave an answer that its schema does not have/],
  'nulls without an error': [(response) => {
    sendJson(response, 200, { data: { r0: null, r1: null } })
    return true
  }, /gave an answer that its schema does not have/],
  'errors that are no list': [(response) => {
    sendJson(response, 200, { data: {}, errors: 'many' })
    return true
  }, /gave an answer that its schema does not have/],
  'a refused query': [(response) => {
    sendJson(response, 200, { errors: [{ message: "Field 'issueOrPullRequest' doesn't exist on type 'Repository'", extensions: { code: 'undefinedField', typeName: 'Repository', fieldName: 'issueOrPullRequest' } }] })
    return true
  }, /refuses the question \(Field 'issueOrPullRequest' doesn't exist/],
  'an error of the whole query beside data': [(response) => {
    sendJson(response, 200, { data: { r0: { q0: null } }, errors: [{ type: 'NOT_FOUND', message: 'Something is missing' }] })
    return true
  }, /refuses the question \(Something is missing\)/],
  'a query that took too long': [(response) => {
    sendJson(response, 200, { data: null, errors: [{ message: 'Something went wrong while executing your query. Please include ABC when reporting this issue.' }] })
    return true
  }, /failed \(500, Something went wrong/],
}
