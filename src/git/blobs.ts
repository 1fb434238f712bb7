import { git, GitError } from './run.ts'

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

  /** The blob's bytes, or `undefined` when the object is missing (a partial clone). */
  read(blob: string): Buffer | undefined {
    if (!this.#contents.has(blob)) {
      this.#wanted.add(blob)
      this.#fetch()
    }
    return this.#contents.get(blob)
  }

  #fetch(): void {
    const wanted = [...this.#wanted]
    this.#wanted.clear()
    for (const blob of wanted) this.#contents.set(blob, undefined)
    let output: Buffer
    try {
      output = git(this.#directory, ['cat-file', '--batch', '--buffer'], `${wanted.join('\n')}\n`)
    } catch (error) {
      if (error instanceof GitError) return
      throw error
    }
    let at = 0
    while (at < output.length) {
      const lineEnd = output.indexOf(10, at)
      if (lineEnd < 0) return
      const [id, type, size] = output.toString('latin1', at, lineEnd).split(' ')
      at = lineEnd + 1
      if (id === undefined || type === 'missing' || size === undefined) continue
      const length = Number(size)
      this.#contents.set(id, output.subarray(at, at + length))
      at += length + 1
    }
  }
}
