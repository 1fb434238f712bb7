import type { FileEntry, FileListing } from '../core/source.ts'
import { readName } from './names.ts'

/**
 * The output of `git ls-files -s -z` or `git ls-tree -r -z`, asked without taking it apart: a hook that judges one
 * document looks up a few paths among tens of thousands. Whoever walks over all of it gets a map that is built once.
 */
export class SortedListing implements FileListing {
  readonly #bytes: Buffer
  readonly #blobField: number
  #map: Map<string, FileEntry> | undefined

  /**
   * @param bytes entries `mode … TAB path NUL`, sorted by the bytes of the path
   * @param blobField which field in front of the tab is the blob: 1 for ls-files, 2 for ls-tree
   */
  constructor(bytes: Buffer, blobField: 1 | 2) {
    this.#bytes = bytes
    this.#blobField = blobField
  }

  get(path: string): FileEntry | undefined {
    if (this.#map !== undefined) return this.#map.get(path)
    const wanted = Buffer.from(path)
    let found: FileEntry | undefined
    for (let at = this.#firstNotBelow(wanted); at < this.#bytes.length; at = this.#endOf(at) + 1) {
      const { path: there, stage, mode, blob } = this.#read(at)
      if (there !== path) break
      // In a merge conflict "ours" (stage 2) stands for the file.
      if (stage === '' || stage === '0' || stage === '2') found = { mode, blob }
    }
    return found === undefined && path.includes('\\') ? this.#all().get(path) : found
  }

  has(path: string): boolean {
    return this.get(path) !== undefined
  }

  hasFolder(path: string): boolean {
    if (path === '') return true
    const wanted = Buffer.from(`${path}/`)
    const at = this.#firstNotBelow(wanted)
    if (at >= this.#bytes.length) return false
    const tab = this.#bytes.indexOf(9, at)
    return this.#bytes.subarray(tab + 1, tab + 1 + wanted.length).equals(wanted)
  }

  endingIn(suffix: string): readonly string[] {
    const found: string[] = []
    if (this.#map !== undefined) {
      for (const path of this.#map.keys()) if (path.endsWith(suffix) && isWhole(path, suffix)) found.push(path)
      return found
    }
    const wanted = Buffer.from(`${suffix}\0`)
    for (let at = this.#bytes.indexOf(wanted); at >= 0; at = this.#bytes.indexOf(wanted, at + wanted.length)) {
      const before = this.#bytes[at - 1]
      if (before !== 47 /* / */ && before !== 9 /* tab */) continue
      const start = this.#bytes.lastIndexOf(0, at) + 1
      const { path, stage } = this.#read(start)
      if ((stage === '' || stage === '0' || stage === '2') && isWhole(path, suffix)) found.push(path)
    }
    return found
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
    const map = new Map<string, FileEntry>()
    const text = this.#bytes.toString('utf8')
    if (text.includes('\ufffd')) {
      for (let at = 0; at < this.#bytes.length; at = this.#endOf(at) + 1) {
        const { path, mode, blob, stage } = this.#read(at)
        if (stage === '' || stage === '0' || stage === '2') map.set(path, { mode, blob })
      }
      return (this.#map = map)
    }
    // `100644 <blob> 0 TAB path` or `100644 blob <blob> TAB path`; a mode has six digits.
    const blobAt = this.#blobField === 1 ? 7 : 12
    for (let at = 0; at < text.length;) {
      const tab = text.indexOf('\t', at)
      let end = text.indexOf('\0', tab)
      if (end < 0) end = text.length
      const stage = this.#blobField === 1 ? text.charCodeAt(tab - 1) : 48
      if (stage === 48 || stage === 50) {
        // A submodule's entry of ls-tree has the type "commit", two letters longer than "blob".
        const from = this.#blobField === 2 && text.startsWith('160000', at) ? at + 14 : at + blobAt
        map.set(text.slice(tab + 1, end), { mode: text.slice(at, at + 6), blob: text.slice(from, this.#blobField === 1 ? tab - 2 : tab) })
      }
      at = end + 1
    }
    return (this.#map = map)
  }

  /** Offset of the first entry whose path is not below the wanted bytes; the length when there is none. */
  #firstNotBelow(wanted: Buffer): number {
    let low = 0
    let high = this.#bytes.length
    while (low < high) {
      // The entry around the middle: it starts behind the NUL before it.
      const middle = (low + high) >> 1
      const start = middle === 0 ? 0 : this.#bytes.lastIndexOf(0, middle - 1) + 1
      const tab = this.#bytes.indexOf(9, start)
      const end = this.#endOf(start)
      if (this.#bytes.compare(wanted, 0, wanted.length, tab + 1, end) < 0) low = end + 1
      else high = start
    }
    return low
  }

  #endOf(start: number): number {
    const end = this.#bytes.indexOf(0, start)
    return end < 0 ? this.#bytes.length : end
  }

  #read(start: number): { readonly path: string; readonly mode: string; readonly blob: string; readonly stage: string } {
    const tab = this.#bytes.indexOf(9, start)
    const fields = this.#bytes.toString('latin1', start, tab).split(' ')
    return {
      path: readName(this.#bytes, tab + 1, this.#endOf(start)),
      mode: fields[0] ?? '', blob: fields[this.#blobField] ?? '', stage: this.#blobField === 1 ? fields[2] ?? '' : '',
    }
  }
}

function isWhole(path: string, suffix: string): boolean {
  return path.length === suffix.length || path[path.length - suffix.length - 1] === '/'
}
