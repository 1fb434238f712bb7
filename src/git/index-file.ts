/** git's index file, read without git: a hook's largest single saving (a process and megabytes of text). */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FileEntry } from '../core/source.ts'
import type { Checkout } from './checkout.ts'
import type { Entries } from './listing.ts'
import { indexFileFor } from './run.ts'

/** An index taken apart, with what git noted of each file when it last looked. */
export interface IndexEntries extends Entries {
  /** Whether a sparse checkout leaves the file out of the work tree. */
  isLeftOut(index: number): boolean
  /** Size (modulo 2^32) and times of the file when its content was that of the blob. */
  statAt(index: number): IndexedStat
}

/** The index of a checkout. */
export interface IndexFile extends IndexEntries {
  /** When the index was written, in milliseconds since 1970: a file as young as that may have changed unseen. */
  readonly writtenMs: number
}

/** Reads the index of a checkout; `undefined` when git has to be asked (see `readIndexEntries`). */
export function readIndex(checkout: Checkout): IndexFile | undefined {
  let file: number
  try {
    file = openSync(indexFileFor(checkout.root) ?? path.join(checkout.gitDirectory, 'index'), 'r')
  } catch {
    return undefined
  }
  try {
    const entries = usesSha256(checkout) ? undefined : readIndexEntries(readFileSync(file))
    return entries === undefined ? undefined : { ...entries, writtenMs: fstatSync(file).mtimeMs }
  } catch {
    return undefined
  } finally {
    closeSync(file)
  }
}

function usesSha256(checkout: Checkout): boolean {
  try {
    return /objectformat/i.test(readFileSync(path.join(checkout.commonDirectory, 'config'), 'utf8'))
  } catch {
    return true
  }
}

export interface IndexedStat {
  /** Bytes, modulo 2^32. */
  readonly size: number
  /** Milliseconds since 1970, with fractions where the file system and git have them. */
  readonly mtimeMs: number
  readonly ctimeMs: number
}

const HEADER = 12
/** Bytes of an entry in front of its id: two times, device, inode, mode, owner, group, size. */
const STAT = 40
const EXTENDED = 0x4000
const NAME_LENGTH = 0x0fff
/** In the extended flags. */
const SKIP_WORKTREE = 0x4000
/** Submodules have no content of ours; the sparse index has folders in the place of files. */
const FOLDER_MODE = 0o40000

/**
 * Reads an index of version 2 or 3 with SHA-1 ids, the ones that git writes unless told otherwise (see gitformat-index).
 * @returns `undefined` for every other kind (compressed paths, split or sparse index, SHA-256) and for a damaged file:
 * then git has to be asked
 */
export function readIndexEntries(bytes: Buffer): IndexEntries | undefined {
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
    isLeftOut: (index) => {
      const flagsAt = (ids[index] ?? 0) + idBytes
      return (bytes.readUInt16BE(flagsAt) & EXTENDED) !== 0 && (bytes.readUInt16BE(flagsAt + 2) & SKIP_WORKTREE) !== 0
    },
    statAt: (index) => {
      const stat = (ids[index] ?? 0) - STAT
      return { ctimeMs: readTime(bytes, stat), mtimeMs: readTime(bytes, stat + 8), size: bytes.readUInt32BE(stat + 36) }
    },
    entryAt: (index): FileEntry => {
      const id = ids[index] ?? 0
      return { mode: bytes.readUInt32BE(id - STAT + 24).toString(8).padStart(6, '0'), blob: bytes.toString('hex', id, id + idBytes) }
    },
  }
}

/** Seconds and nanoseconds, four bytes each. */
function readTime(bytes: Buffer, at: number): number {
  return bytes.readUInt32BE(at) * 1000 + bytes.readUInt32BE(at + 4) / 1e6
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
