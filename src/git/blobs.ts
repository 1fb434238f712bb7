import { git, GitError } from './run.ts'

const BATCH = ['cat-file', '--batch', '--buffer'] as const
/** Blobs of a partial clone after which an old git is asked again; then all others count as missing. */
const MOST_ROUNDS = 50

/**
 * Reads blobs through `git cat-file --batch`: all that were announced in one process, and a process of its own only
 * for a blob that nobody announced.
 */
export class BlobReader {
  readonly #directory: string
  readonly #contents = new Map<string, Buffer | undefined>()
  readonly #wanted = new Set<string>()

  constructor(directory: string) {
    this.#directory = directory
  }

  /** Announces a blob id. */
  want(blob: string): void {
    if (!this.#contents.has(blob)) this.#wanted.add(blob)
  }

  /** Whether it is read already. */
  has(blob: string): boolean {
    return this.#contents.has(blob)
  }

  /** The blob's bytes, or `undefined` when the object is missing (a partial clone). */
  read(blob: string): Buffer | undefined {
    if (!this.#contents.has(blob)) {
      this.#wanted.add(blob)
      this.#fetch()
    }
    return this.#contents.get(blob)
  }

  #fetch(): void {
    let wanted = [...this.#wanted]
    this.#wanted.clear()
    for (const blob of wanted) this.#contents.set(blob, undefined)
    for (let round = 0; wanted.length > 0 && round < MOST_ROUNDS; round++) {
      try {
        this.#keep(git(this.#directory, BATCH, `${wanted.join('\n')}\n`))
        return
      } catch (error) {
        if (!(error instanceof GitError)) throw error
        // A git older than GIT_NO_LAZY_FETCH stops at the first blob that a partial clone left behind: go on after it.
        this.#keep(error.output)
        const stopped = wanted.findIndex(blob => this.#contents.get(blob) === undefined)
        if (stopped < 0) return
        wanted = wanted.slice(stopped + 1)
      }
    }
  }

  #keep(output: Buffer): void {
    let at = 0
    while (at < output.length) {
      const lineEnd = output.indexOf(10, at)
      if (lineEnd < 0) return
      const [id, type, size] = output.toString('latin1', at, lineEnd).split(' ')
      at = lineEnd + 1
      if (id === undefined || type === 'missing' || size === undefined) continue
      const length = Number(size)
      if (at + length > output.length) return
      this.#contents.set(id, output.subarray(at, at + length))
      at += length + 1
    }
  }
}
