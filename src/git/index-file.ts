/** git's index file, read without git: a hook's largest single saving (a process and megabytes of text). */
import type { Entries } from './listing.ts'

const HEADER = 12
/** Bytes of an entry in front of its id: two times, device, inode, mode, owner, group, size. */
const STAT = 40
const EXTENDED = 0x4000
const NAME_LENGTH = 0x0fff
/** Submodules have no content of ours; the sparse index has folders in the place of files. */
const FOLDER_MODE = 0o40000

/**
 * Reads an index of version 2 or 3 with SHA-1 ids, the ones that git writes unless told otherwise (see gitformat-index).
 * @returns `undefined` for every other kind (compressed paths, split or sparse index, SHA-256) and for a damaged file:
 * then git has to be asked
 */
export function readIndexEntries(bytes: Buffer): Entries | undefined {
  const idBytes = 20
  if (bytes.length < HEADER + idBytes || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined
  const version = bytes.readUInt32BE(4)
  if (version !== 2 && version !== 3) return undefined
  const count = bytes.readUInt32BE(8)
  if (count > bytes.length / (STAT + idBytes)) return undefined
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const ids = new Int32Array(count)
  const end = bytes.length - idBytes
  let at = HEADER
  for (let index = 0; index < count; index++) {
    const flagsAt = at + STAT + idBytes
    if (flagsAt + 2 >= end) return undefined
    const flags = ((bytes[flagsAt] ?? 0) << 8) | (bytes[flagsAt + 1] ?? 0)
    const nameAt = flagsAt + ((flags & EXTENDED) === 0 ? 2 : 4)
    let length = flags & NAME_LENGTH
    if (length === NAME_LENGTH) length = bytes.indexOf(0, nameAt) - nameAt
    const nameEnd = nameAt + length
    if (length <= 0 || nameEnd >= end || bytes[nameEnd] !== 0 || isFolder(bytes, at)) return undefined
    from[index] = nameAt
    to[index] = nameEnd
    ids[index] = at + STAT
    // One to eight NULs make the entry's length a multiple of eight.
    at += (nameEnd - at + 8) & ~7
  }
  if (!knowsExtensions(bytes, at, end)) return undefined
  return {
    bytes, from, to,
    stageAt: index => ((bytes[(ids[index] ?? 0) + idBytes] ?? 0) >> 4) & 3,
    entryAt: (index) => {
      const id = ids[index] ?? 0
      return { mode: bytes.readUInt32BE(id - STAT + 24).toString(8).padStart(6, '0'), blob: bytes.toString('hex', id, id + idBytes) }
    },
  }
}

function isFolder(bytes: Buffer, at: number): boolean {
  // The type's four bits are the upper half of the third mode byte.
  return (((bytes[at + 26] ?? 0) << 8) & 0o170000) === FOLDER_MODE
}

/** Extensions follow the entries up to the checksum; one that begins with a small letter changes what the entries mean. */
function knowsExtensions(bytes: Buffer, at: number, end: number): boolean {
  while (at < end) {
    const first = bytes[at] ?? 0
    if (at + 8 > end || first < 65 || first > 90) return false
    at += 8 + bytes.readUInt32BE(at + 4)
  }
  return at === end
}
