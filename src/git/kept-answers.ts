/**
 * Answers that stay true whatever happens to the branch, kept between runs: what a commit's tree holds, what a document
 * said up to a commit. Their questions name commits by id, so a rewritten history asks other questions.
 *
 * One line per answer: its question, a tab, JSON that is only read when somebody asks. The least recently used go first.
 */
import { readCacheFile, writeCacheFile } from './cache-directory.ts'

/** Lines that are kept. */
const MOST_ANSWERS = 20_000

export class KeptAnswers {
  readonly #gitDirectory: string | undefined
  readonly #name: string
  readonly #lines = new Map<string, string>()
  #changed = false

  /**
   * Opens the answers of a repository; a broken file counts as empty.
   * @param name of the file: it must tell apart whatever else the answers depend on
   */
  constructor(gitDirectory: string | undefined, name: string) {
    this.#gitDirectory = gitDirectory
    this.#name = name
    const text = readCacheFile(gitDirectory, name) ?? ''
    for (let from = 0; from < text.length;) {
      const end = text.indexOf('\n', from)
      // A last line without its end was cut off.
      if (end < 0) break
      const tab = text.indexOf('\t', from)
      if (tab > from && tab < end) this.#lines.set(text.slice(from, tab), text.slice(tab + 1, end))
      from = end + 1
    }
  }

  /** The answer, as it was given; `undefined` when there is none. Whoever asks checks its shape. */
  get(question: readonly string[]): unknown {
    const key = keyOf(question)
    const json = this.#lines.get(key)
    if (json === undefined) return undefined
    this.#lines.delete(key)
    this.#lines.set(key, json)
    try {
      return JSON.parse(json) as unknown
    } catch {
      return undefined
    }
  }

  /** Remembers an answer; `null` is one too. */
  set(question: readonly string[], answer: unknown): void {
    const key = keyOf(question)
    this.#lines.delete(key)
    this.#lines.set(key, JSON.stringify(answer))
    this.#changed = true
  }

  /** Writes what is new. */
  save(): void {
    if (!this.#changed) return
    this.#changed = false
    const lines = [...this.#lines].slice(-MOST_ANSWERS)
    writeCacheFile(this.#gitDirectory, this.#name, lines.map(([key, json]) => `${key}\t${json}\n`).join(''))
  }
}

/** No tab and no line break is in JSON. */
function keyOf(question: readonly string[]): string {
  return JSON.stringify(question)
}
