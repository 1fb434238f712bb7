/** A server on this machine whose next answers can be anything. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** Answers instead of the service; `false` lets the service answer. `count` is 1 for the first request after the fault was set. */
export type Fault = (response: ServerResponse, request: IncomingMessage, count: number, body: string) => boolean

export interface Loopback {
  /** `http://127.0.0.1:1234` */
  readonly origin: string
  /** Requests since the fault was last set. */
  readonly count: number
  /** The `authorization` and `private-token` headers that ever came in. */
  readonly secrets: ReadonlySet<string>
  setFault(fault?: Fault): void
}

/** Starts a server; it is stopped after the tests of the file. */
export async function startLoopback(serve: (request: IncomingMessage, body: string) => { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> }): Promise<Loopback> {
  let fault: Fault | undefined
  let count = 0
  const secrets = new Set<string>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
    request.on('end', () => {
      count++
      const secret = request.headers.authorization ?? request.headers['private-token']
      if (secret !== undefined) secrets.add(String(secret))
      const text = Buffer.concat(chunks).toString()
      if (fault?.(response, request, count, text) === true) return
      const { status, body, headers } = serve(request, text)
      sendJson(response, status, body, headers)
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    get count() { return count },
    secrets,
    setFault(next) {
      fault = next
      count = 0
    },
  }
}

/** Sends JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}
