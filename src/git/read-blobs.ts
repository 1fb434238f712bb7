/** Many blobs at once, up to a number of bytes. */
import { git, GitError } from './run.ts'

/** Larger files are generated. */
const LARGEST_BLOB = 1_000_000
/** Bytes that are held at once. */
const CHUNK = 32_000_000

/**
 * Reads blobs in the order given, as long as their sizes fit, and shows each one; few git processes.
 * @param most bytes in all
 * @returns how many blobs were not shown: missing ones (partial clone) and those beyond the limit
 */
export function visitBlobs(directory: string, ids: readonly string[], most: number, visit: (id: string, bytes: Buffer) => void): number {
  if (ids.length === 0) return 0
  let seen = 0
  try {
    for (const chunk of chunksOf(directory, ids, most)) {
      const output = git(directory, ['cat-file', '--batch', '--buffer'], `${chunk.join('\n')}\n`)
      for (let at = 0; at < output.length;) {
        const lineEnd = output.indexOf(10, at)
        if (lineEnd < 0) break
        const [id = '', type, size] = output.toString('latin1', at, lineEnd).split(' ')
        at = lineEnd + 1
        if (type === 'missing' || size === undefined) continue
        visit(id, output.subarray(at, at + Number(size)))
        seen++
        at += Number(size) + 1
      }
    }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
  }
  return ids.length - seen
}

function chunksOf(directory: string, ids: readonly string[], most: number): readonly (readonly string[])[] {
  const sizes = git(directory, ['cat-file', '--batch-check', '--buffer'], `${ids.join('\n')}\n`).toString('latin1').split('\n')
  const chunks: string[][] = []
  let total = 0
  let inChunk = CHUNK
  for (const line of sizes) {
    const [id, type, size] = line.split(' ')
    if (id === undefined || type !== 'blob' || size === undefined || Number(size) > LARGEST_BLOB) continue
    total += Number(size)
    if (total > most) break
    inChunk += Number(size)
    if (inChunk > CHUNK) {
      chunks.push([])
      inChunk = Number(size)
    }
    chunks.at(-1)?.push(id)
  }
  return chunks
}
