import { createHash } from 'node:crypto'

/** The id that git gives to these bytes, in a repository whose ids have this many hexadecimal digits. */
export function blobIdOf(bytes: Buffer, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1').update(`blob ${String(bytes.length)}\0`).update(bytes).digest('hex')
}
