/** HTTP as every answerer speaks it: bounded in time and size, never to another host than the one that was meant. */
import type { Patience } from './patience.ts'

/** Bytes of a body, unpacked. A hundred pull requests with a hundred files each are less than two million. */
const LARGEST_BODY = 64_000_000

/** A request that came to nothing. The message is a clause about the service: "did not answer within 30 s". */
export class TransportError extends Error {
  override readonly name = 'TransportError'
}

/**
 * `fetch` with a deadline for the whole answer, which is read to its end here: half a body is an error, never an answer.
 * Redirects are refused, because they could carry a token elsewhere.
 * @throws TransportError
 */
export async function fetchWhole(url: string, init: RequestInit, patience: Patience): Promise<Response> {
  const signal = AbortSignal.timeout(patience.timeout)
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal })
    if (response.status >= 300 && response.status < 400 && response.status !== 304) {
      await response.body?.cancel()
      throw new TransportError(`wants to send us elsewhere (${String(response.status)})`)
    }
    const body = await readBody(response)
    const { status } = response
    return new Response(status === 204 || status === 304 ? null : body, { status, headers: plainHeaders(response.headers) })
  } catch (error) {
    if (error instanceof TransportError) throw error
    if (signal.aborted) throw new TransportError(`did not answer within ${String(patience.timeout / 1000)} s`)
    throw new TransportError(explained(error))
  }
}

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (response.body !== null) {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > LARGEST_BODY) throw new TransportError('sends more than anybody asked for')
      chunks.push(chunk)
    }
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** The body is unpacked by now. */
function plainHeaders(headers: Headers): Headers {
  const plain = new Headers(headers)
  plain.delete('content-encoding')
  plain.delete('content-length')
  return plain
}

/** Node says "fetch failed" or "terminated" and hides the reason below. Codes are safe to show, messages may quote a header. */
function explained(error: unknown): string {
  let code: string | undefined
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at.message === 'terminated') return 'broke off in the middle of its answer'
    const errors: readonly unknown[] = at instanceof AggregateError ? at.errors : []
    for (const one of [at, ...errors]) if (one instanceof Error && 'code' in one && typeof one.code === 'string') code ??= one.code
  }
  return `can't be reached${code === undefined ? '' : ` (${code})`}`
}
