/** Sorted lines of text that are searched without being taken apart: a run asks for a handful of paths among many. */
import { addTo } from '../core/multimap.ts'

/** Up to here a search through the bytes is cheaper than taking all lines apart for an index. */
const FEW_SEARCHES = 24

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Lines `path NUL rest LF`, sorted by path in the order of JavaScript's strings. */
export class SortedLines {
  readonly #bytes: Buffer
  #searches = 0
  /** First bytes of lines by the last part of their paths. */
  #names: Map<string, number[]> | undefined
  /** Folders by their last parts. */
  #folders: Map<string, Set<string>> | undefined

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get size(): number {
    return this.#bytes.length
  }

  /** What stands behind the path. */
  get(path: string): string | undefined {
    const at = this.#firstNotBelow(path)
    if (at >= this.#bytes.length || this.#pathAt(at) !== path) return undefined
    return this.#bytes.toString('utf8', this.#bytes.indexOf(0, at) + 1, this.#bytes.indexOf(10, at))
  }

  * below(prefix: string): Iterable<string> {
    for (let at = this.#firstNotBelow(prefix); at < this.#bytes.length; at = this.#bytes.indexOf(10, at) + 1) {
      const path = this.#pathAt(at)
      if (!path.startsWith(prefix)) return
      yield path
    }
  }

  * endingIn(suffix: string): Iterable<string> {
    if (this.#searches++ < FEW_SEARCHES) {
      yield* this.#scanFor(suffix)
      return
    }
    this.#names ??= this.#indexNames()
    for (const start of this.#names.get(lastPart(suffix)) ?? []) {
      const path = this.#pathAt(start)
      if (path === suffix || path.endsWith(`/${suffix}`)) yield path
    }
  }

  * #scanFor(suffix: string): Iterable<string> {
    const wanted = Buffer.from(`${suffix}\0`)
    for (let at = this.#bytes.indexOf(wanted); at >= 0; at = this.#bytes.indexOf(wanted, at + 1)) {
      const start = this.#bytes.lastIndexOf(10, at) + 1
      if ((at === start || this.#bytes[at - 1] === 47) && this.#bytes.indexOf(0, start) === at + wanted.length - 1) yield this.#pathAt(start)
    }
  }

  foldersEndingIn(suffix: string): ReadonlySet<string> {
    const inner = `/${suffix}/`
    const found = new Set<string>()
    if (this.#searches++ < FEW_SEARCHES) {
      const wanted = Buffer.from(inner)
      for (let at = this.#bytes.indexOf(wanted); at >= 0;) {
        const start = this.#bytes.lastIndexOf(10, at) + 1
        const path = this.#pathAt(start)
        // The deepest one first.
        for (let slash = path.lastIndexOf(inner); slash > 0; slash = path.lastIndexOf(inner, slash - 1)) {
          found.add(path.slice(0, slash + inner.length - 1))
        }
        at = this.#bytes.indexOf(wanted, this.#bytes.indexOf(10, at))
      }
      return found
    }
    this.#folders ??= this.#indexFolders()
    for (const folder of this.#folders.get(lastPart(suffix)) ?? []) if (folder.endsWith(inner.slice(0, -1))) found.add(folder)
    return found
  }

  #indexNames(): Map<string, number[]> {
    const names = new Map<string, number[]>()
    for (let at = 0; at < this.#bytes.length; at = this.#bytes.indexOf(10, at) + 1) addTo(names, lastPart(this.#pathAt(at)), at)
    return names
  }

  #indexFolders(): Map<string, Set<string>> {
    const folders = new Map<string, Set<string>>()
    let before = ''
    for (const path of this.below('')) {
      // Neighbours mostly share their folder.
      const inside = path.slice(0, path.lastIndexOf('/') + 1)
      if (inside === before) continue
      before = inside
      for (let slash = inside.length - 1; slash > 0; slash = inside.lastIndexOf('/', slash - 1)) {
        const folder = inside.slice(0, slash)
        const name = lastPart(folder)
        const known = folders.get(name)
        if (known?.has(folder) === true) break
        if (known === undefined) folders.set(name, new Set([folder]))
        else known.add(folder)
      }
    }
    return folders
  }

  #pathAt(start: number): string {
    return this.#bytes.toString('utf8', start, this.#bytes.indexOf(0, start))
  }

  /** Offset of the first line whose path is not below the wanted one, in the order of JavaScript's strings. */
  #firstNotBelow(wanted: string): number {
    let low = 0
    let high = this.#bytes.length
    while (low < high) {
      const middle = (low + high) >> 1
      const start = middle === 0 ? 0 : this.#bytes.lastIndexOf(10, middle - 1) + 1
      if (this.#pathAt(start) < wanted) low = this.#bytes.indexOf(10, start) + 1
      else high = start
    }
    return low
  }
}
