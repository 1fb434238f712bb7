/**
 * A history walk as sorted lines of text that are searched without being taken apart: a run asks for a handful of paths
 * among up to hundreds of thousands.
 */
import { addTo } from '../core/multimap.ts'
import type { HistoryWalk, Removal } from './history.ts'

/** Paths with a line break are left out of the text. */
const speakable = (path: string): boolean => !path.includes('\n')

/** Up to here a search through the bytes is cheaper than taking all lines apart for an index. */
const FEW_SEARCHES = 24

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Digits of a time, in seconds since 1970. */
const TIME_DIGITS = 12

/** The first line of the text. Lengths are bytes. */
interface Header {
  readonly version: 1
  readonly head: string
  readonly end: string
  readonly idLength: number
  readonly commits: number
  readonly births: number
  readonly removals: number
  readonly added: number
}

/** Writes a walk as text. */
export function encodeWalk(walk: HistoryWalk): Buffer {
  const commits = new Map<string, number>()
  const rows: string[] = []
  const removals = [...walk.removals.values()].filter(removal => speakable(removal.path)).map((removal) => {
    let index = commits.get(removal.commit)
    if (index === undefined) {
      index = commits.size
      commits.set(removal.commit, index)
      rows.push(`${removal.commit} ${String(removal.time).padStart(TIME_DIGITS)}\n`)
    }
    const successor = removal.successor === undefined || !speakable(removal.successor) ? '' : `${removal.successor}\0${removal.exact ? '1' : '0'}`
    return `${removal.path}\0${String(index)}\0${successor}\n`
  })
  const births = [...walk.births].filter(([path]) => speakable(path)).map(([path, birth]) => `${path}\0${String(birth)}\n`)
  const added = [...walk.added].filter(speakable).map(path => `${path}\0\n`)
  const sections = [rows, ...[births, removals, added].map(lines => lines.sort(byPath))].map(lines => Buffer.from(lines.join('')))
  const header: Header = {
    version: 1, head: walk.head, end: walk.end, idLength: walk.head.length,
    commits: sections[0]?.length ?? 0, births: sections[1]?.length ?? 0, removals: sections[2]?.length ?? 0, added: sections[3]?.length ?? 0,
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...sections])
}

/** NUL is below every character of a path, so whole lines sort as their paths do. */
function byPath(a: string, b: string): number {
  return a < b ? -1 : 1
}

/** A walk in its text form. */
export class StoredWalk {
  readonly head: string
  readonly end: string
  readonly #idLength: number
  readonly #commits: Buffer
  readonly #births: SortedLines
  readonly #removals: SortedLines
  readonly #added: SortedLines

  private constructor(header: Header, bytes: Buffer) {
    let at = 0
    const next = (length: number): Buffer => bytes.subarray(at, at += length)
    this.head = header.head
    this.end = header.end
    this.#idLength = header.idLength
    this.#commits = next(header.commits)
    this.#births = new SortedLines(next(header.births))
    this.#removals = new SortedLines(next(header.removals))
    this.#added = new SortedLines(next(header.added))
  }

  /** Reads what `encodeWalk` wrote; `undefined` for anything else. */
  static open(bytes: Buffer): StoredWalk | undefined {
    const end = bytes.indexOf(10)
    try {
      const header = JSON.parse(bytes.toString('utf8', 0, Math.max(0, end))) as Header
      const body = bytes.subarray(end + 1)
      const whole = (header.version as number) === 1 && typeof header.head === 'string' && typeof header.end === 'string' &&
        header.commits + header.births + header.removals + header.added === body.length
      return whole ? new StoredWalk(header, body) : undefined
    } catch {
      return undefined
    }
  }

  /** How many bytes it takes. */
  get size(): number {
    return this.#births.size + this.#removals.size + this.#added.size
  }

  bornAt(path: string): number | undefined {
    const birth = this.#births.get(path)
    return birth === undefined ? undefined : Number(birth)
  }

  hasAdded(path: string): boolean {
    return this.#added.get(path) !== undefined
  }

  removal(path: string): Removal | undefined {
    const line = this.#removals.get(path)
    if (line === undefined) return undefined
    const [index = '0', successor = '', exact] = line.split('\0')
    const width = this.#idLength + TIME_DIGITS + 2
    const commit = this.#commits.toString('latin1', Number(index) * width, (Number(index) + 1) * width)
    return {
      path, commit: commit.slice(0, this.#idLength), time: Number(commit.slice(this.#idLength)),
      successor: successor === '' ? undefined : successor, exact: exact === '1',
    }
  }

  /** Every removed path. */
  removed(): Iterable<string> {
    return this.#removals.below('')
  }

  /** Removed paths below a folder. */
  removedInside(folder: string): Iterable<string> {
    return this.#removals.below(`${folder}/`)
  }

  /** Removed paths that end with these parts. */
  removedEndingIn(suffix: string): Iterable<string> {
    return this.#removals.endingIn(suffix)
  }

  /** Folders of removed paths that end with these parts and have a folder above them. */
  foldersEndingIn(suffix: string): ReadonlySet<string> {
    return this.#removals.foldersEndingIn(suffix)
  }

  /** All of it, to be extended. */
  decode(): HistoryWalk {
    const removals = new Map<string, Removal>()
    for (const path of this.removed()) {
      const removal = this.removal(path)
      if (removal !== undefined) removals.set(path, removal)
    }
    const births = new Map<string, number>()
    for (const path of this.#births.below('')) births.set(path, this.bornAt(path) ?? 0)
    return { head: this.head, end: this.end, removals, births, added: new Set(this.#added.below('')) }
  }
}

/** Lines `path NUL rest LF`, sorted by path. */
class SortedLines {
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
