import type { FileEntry, FileListing } from '../core/source.ts'
import { readName } from './names.ts'

/** A listing as git has it: entries sorted by the bytes of their paths, with the offsets where the paths stand. */
export interface Entries {
  readonly bytes: Buffer
  /** First byte of each path. */
  readonly from: Int32Array
  /** Behind the last byte of each path. */
  readonly to: Int32Array
  /** 0, or which side of a merge conflict an entry is of. */
  stageAt(index: number): number
  entryAt(index: number): FileEntry
}

/**
 * Entries asked without being taken apart: a hook that judges one document looks up a few paths among tens of thousands.
 * Whoever walks over all of them gets a map that is built once.
 */
export class SortedListing implements FileListing {
  readonly #entries: Entries
  #map: Map<string, FileEntry> | undefined
  #names: NameIndex | undefined

  constructor(entries: Entries) {
    this.#entries = entries
  }

  get(path: string): FileEntry | undefined {
    if (this.#map !== undefined) return this.#map.get(path)
    const { bytes, from, to } = this.#entries
    const wanted = Buffer.from(path)
    for (let index = this.#firstNotBelow(wanted); index < from.length; index++) {
      if (bytes.compare(wanted, 0, wanted.length, from[index], to[index]) !== 0) break
      if (this.#stands(index)) return this.#entries.entryAt(index)
    }
    return path.includes('\\') ? this.#all().get(path) : undefined
  }

  has(path: string): boolean {
    return this.get(path) !== undefined
  }

  hasFolder(path: string): boolean {
    if (path === '') return true
    const wanted = Buffer.from(`${path}/`)
    const start = this.#entries.from[this.#firstNotBelow(wanted)]
    return start !== undefined && this.#entries.bytes.subarray(start, start + wanted.length).equals(wanted)
  }

  endingIn(suffix: string): readonly string[] {
    this.#names ??= new NameIndex(this.#entries)
    const { bytes, from, to } = this.#entries
    const wanted = Buffer.from(suffix)
    const found: string[] = []
    for (const index of this.#names.candidates(wanted)) {
      const end = to[index] ?? 0
      const start = from[index] ?? 0
      const at = end - wanted.length
      if (at < start || (at > start && bytes[at - 1] !== SLASH) || !this.#stands(index)) continue
      if (bytes.compare(wanted, 0, wanted.length, at, end) === 0) found.push(readName(bytes, start, end))
    }
    return found
  }

  childrenOf(folder: string): readonly string[] {
    const { bytes, from, to } = this.#entries
    const inside = Buffer.from(folder === '' ? '' : `${folder}/`)
    const children = new Set<string>()
    for (let index = this.#firstNotBelow(inside); index < from.length;) {
      const start = from[index] ?? 0
      const end = to[index] ?? 0
      if (bytes.compare(inside, 0, inside.length, start, Math.min(end, start + inside.length)) !== 0) break
      const slash = bytes.indexOf(SLASH, start + inside.length)
      const isFile = slash < 0 || slash >= end
      children.add(readName(bytes, start + inside.length, isFile ? end : slash))
      // Everything below a folder stands between it and the next byte behind the slash.
      index = isFile ? index + 1 : this.#firstNotBelow(Buffer.concat([bytes.subarray(start, slash), BEHIND_SLASH]))
    }
    return [...children]
  }

  get size(): number {
    return this.#all().size
  }

  keys(): MapIterator<string> {
    return this.#all().keys()
  }

  values(): MapIterator<FileEntry> {
    return this.#all().values()
  }

  entries(): MapIterator<[string, FileEntry]> {
    return this.#all().entries()
  }

  [Symbol.iterator](): MapIterator<[string, FileEntry]> {
    return this.entries()
  }

  forEach(callback: (value: FileEntry, key: string, map: ReadonlyMap<string, FileEntry>) => void): void {
    this.#all().forEach((value, key) => { callback(value, key, this) })
  }

  #all(): Map<string, FileEntry> {
    if (this.#map !== undefined) return this.#map
    const { bytes, from, to } = this.#entries
    const map = new Map<string, FileEntry>()
    for (let index = 0; index < from.length; index++) {
      if (this.#stands(index)) map.set(readName(bytes, from[index] ?? 0, to[index] ?? 0), this.#entries.entryAt(index))
    }
    return (this.#map = map)
  }

  /** In a merge conflict "ours" (stage 2) stands for the file. */
  #stands(index: number): boolean {
    const stage = this.#entries.stageAt(index)
    return stage === 0 || stage === 2
  }

  /** The first entry whose path is not below the wanted bytes; the number of entries when there is none. */
  #firstNotBelow(wanted: Buffer): number {
    const { bytes, from, to } = this.#entries
    let low = 0
    let high = from.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (bytes.compare(wanted, 0, wanted.length, from[middle], to[middle]) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

const SLASH = 47
const BEHIND_SLASH = Buffer.from([SLASH + 1])

/** Entries by a hash of their last part: searching every path for each of many names is dearer than one pass. */
class NameIndex {
  readonly #heads: Int32Array
  readonly #next: Int32Array

  constructor({ bytes, from, to }: Entries) {
    let size = 256
    while (size < from.length) size *= 2
    this.#heads = new Int32Array(size).fill(-1)
    this.#next = new Int32Array(from.length)
    // From the last to the first, so that candidates come in order.
    for (let index = from.length - 1; index >= 0; index--) {
      const slot = hashOfName(bytes, from[index] ?? 0, to[index] ?? 0) & (size - 1)
      this.#next[index] = this.#heads[slot] ?? -1
      this.#heads[slot] = index
    }
  }

  /** Entries that may have the same last part, and all that have. */
  * candidates(path: Buffer): Iterable<number> {
    const slot = hashOfName(path, 0, path.length) & (this.#heads.length - 1)
    for (let index = this.#heads[slot] ?? -1; index >= 0; index = this.#next[index] ?? -1) yield index
  }
}

/** FNV-1a over the bytes behind the last slash, last byte first. */
function hashOfName(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = to - 1; at >= from; at--) {
    const byte = bytes[at] ?? 0
    if (byte === SLASH) break
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  return hash ^ (hash >>> 15)
}

/**
 * The output of `git ls-files -s -z` or `git ls-tree -r -z`: `mode … TAB path NUL`.
 * @param blobField which field in front of the tab is the blob: 1 for ls-files, 2 for ls-tree
 */
export function textEntries(bytes: Buffer, blobField: 1 | 2): Entries {
  const from: number[] = []
  const to: number[] = []
  for (let at = 0; at < bytes.length;) {
    const tab = bytes.indexOf(9, at)
    const end = bytes.indexOf(0, tab + 1)
    if (tab < 0 || end < 0) break
    from.push(tab + 1)
    to.push(end)
    at = end + 1
  }
  return {
    bytes, from: Int32Array.from(from), to: Int32Array.from(to),
    stageAt: index => (blobField === 1 ? (bytes[(from[index] ?? 0) - 2] ?? 48) - 48 : 0),
    entryAt(index) {
      const start = index === 0 ? 0 : (to[index - 1] ?? 0) + 1
      const [mode = '', ...fields] = bytes.toString('latin1', start, (from[index] ?? 0) - 1).split(' ')
      return { mode, blob: fields[blobField - 1] }
    },
  }
}
