/**
 * A history walk as sorted lines of text that are searched without being taken apart: a run asks for a handful of paths
 * among up to hundreds of thousands.
 */
import type { DocumentVersion, HistoryWalk, Removal } from './history.ts'
import { SortedLines } from './sorted-lines.ts'

/** Paths with a line break are left out of the text. */
const speakable = (path: string): boolean => !path.includes('\n')

/** Digits of a time, in seconds since 1970. */
const TIME_DIGITS = 12

/** The first line of the text. Lengths are bytes. */
interface Header {
  readonly version: 2
  readonly head: string
  readonly end: string
  readonly idLength: number
  readonly commits: number
  readonly births: number
  readonly removals: number
  readonly added: number
  readonly versions: number
}

/** Writes a walk as text. */
export function encodeWalk(walk: HistoryWalk): Buffer {
  const commits = new Map<string, number>()
  const rows: string[] = []
  const indexOf = ({ commit, time }: { readonly commit: string; readonly time: number }): string => {
    let index = commits.get(commit)
    if (index === undefined) {
      index = commits.size
      commits.set(commit, index)
      rows.push(`${commit} ${String(time).padStart(TIME_DIGITS)}\n`)
    }
    return String(index)
  }
  const removals = [...walk.removals.values()].filter(removal => speakable(removal.path)).map((removal) => {
    const successor = removal.successor === undefined || !speakable(removal.successor) ? '' : `${removal.successor}\0${removal.exact ? '1' : '0'}`
    return `${removal.path}\0${indexOf(removal)}\0${successor}\n`
  })
  const versions = [...walk.versions].filter(([path]) => speakable(path)).map(([path, list]) =>
    `${path}\0${list.map(version => `${indexOf(version)} ${version.blob}`).join(' ')}\n`)
  const births = [...walk.births].filter(([path]) => speakable(path)).map(([path, birth]) => `${path}\0${String(birth)}\n`)
  const added = [...walk.added].filter(speakable).map(path => `${path}\0\n`)
  const sections = [rows, ...[births, removals, added, versions].map(lines => lines.sort(byPath))].map(lines => Buffer.from(lines.join('')))
  const header: Header = {
    version: 2, head: walk.head, end: walk.end, idLength: walk.head.length,
    commits: sections[0]?.length ?? 0, births: sections[1]?.length ?? 0, removals: sections[2]?.length ?? 0, added: sections[3]?.length ?? 0,
    versions: sections[4]?.length ?? 0,
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
  readonly #versions: SortedLines

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
    this.#versions = new SortedLines(next(header.versions))
  }

  /** Reads what `encodeWalk` wrote; `undefined` for anything else. */
  static open(bytes: Buffer): StoredWalk | undefined {
    const end = bytes.indexOf(10)
    try {
      const header = JSON.parse(bytes.toString('utf8', 0, Math.max(0, end))) as Header
      const body = bytes.subarray(end + 1)
      const whole = (header.version as number) === 2 && typeof header.head === 'string' && typeof header.end === 'string' &&
        header.commits + header.births + header.removals + header.added + header.versions === body.length
      return whole ? new StoredWalk(header, body) : undefined
    } catch {
      return undefined
    }
  }

  /** How many bytes it takes. */
  get size(): number {
    return this.#births.size + this.#removals.size + this.#added.size + this.#versions.size
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
    return { path, ...this.#commit(Number(index)), successor: successor === '' ? undefined : successor, exact: exact === '1' }
  }

  #commit(index: number): { readonly commit: string; readonly time: number } {
    const width = this.#idLength + TIME_DIGITS + 2
    const row = this.#commits.toString('latin1', index * width, (index + 1) * width)
    return { commit: row.slice(0, this.#idLength), time: Number(row.slice(this.#idLength)) }
  }

  /** The states of a document, newest first. */
  versionsOf(path: string): readonly DocumentVersion[] {
    const words = this.#versions.get(path)?.split(' ') ?? []
    const found: DocumentVersion[] = []
    for (let at = 0; at + 1 < words.length; at += 2) found.push({ ...this.#commit(Number(words[at])), blob: words[at + 1] ?? '' })
    return found
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
    const versions = new Map<string, readonly DocumentVersion[]>()
    for (const path of this.#versions.below('')) versions.set(path, this.versionsOf(path))
    return { head: this.head, end: this.end, removals, births, versions, added: new Set(this.#added.below('')) }
  }
}
