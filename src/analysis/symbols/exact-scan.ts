/** Looks for many words in many files at once, each in one spelling: most bytes are not even looked at twice. */

const LETTERS = new Uint8Array(256)
for (let code = 0; code < 256; code++) if (/[A-Za-z0-9_]/.test(String.fromCharCode(code)) || code > 127) LETTERS[code] = 1
const DOLLAR = 36
const LETTERS_AND_DOLLAR = LETTERS.slice()
LETTERS_AND_DOLLAR[DOLLAR] = 1

/** Words as they stand between other characters. Bytes above 127 are letters of other scripts. */
export class ExactIndex {
  readonly #letters: Uint8Array
  readonly #shortest: number
  readonly #byHash = new Map<number, string[]>()
  /** One entry for each value of the lower 16 bits of a hash: most words end here. */
  readonly #hashes = new Uint8Array(65536)

  /** @param options.dollar whether `$` is a letter, as in JavaScript; otherwise `$NAME` has the word `NAME` */
  constructor(words: Iterable<string>, options: { readonly dollar: boolean }) {
    const distinct = [...new Set([...words].map(word => Buffer.from(word).toString('latin1')))].filter(word => word !== '')
    this.#letters = options.dollar ? LETTERS_AND_DOLLAR : LETTERS
    this.#shortest = Math.min(...distinct.map(word => word.length))
    for (const word of distinct) {
      const hash = hashOf(Buffer.from(word, 'latin1'), 0, this.#shortest, word.length)
      this.#byHash.set(hash, [...this.#byHash.get(hash) ?? [], word])
      this.#hashes[hash & 65535] = 1
    }
  }

  /** Calls `onHit` for every place of every word, in the order of the places. Offsets are bytes. */
  scan(bytes: Buffer, onHit: (word: string, at: number) => void): void {
    const letters = this.#letters
    const shortest = this.#shortest
    const { length } = bytes
    // What begins at `at` comes after something that is no letter.
    for (let at = 0; at + shortest <= length;) {
      let before = at + shortest - 1
      while (before >= at && letters[bytes[before] ?? 0] === 1) before--
      if (before >= at) {
        at = before + 1
        continue
      }
      let end = at + shortest
      while (end < length && letters[bytes[end] ?? 0] === 1) end++
      const hash = hashOf(bytes, at, shortest, end - at)
      if (this.#hashes[hash & 65535] === 1) this.#report(bytes, hash, at, end, onHit)
      at = end + 1
    }
  }

  #report(bytes: Buffer, hash: number, start: number, end: number, onHit: (word: string, at: number) => void): void {
    const words = this.#byHash.get(hash)
    if (words === undefined) return
    const found = bytes.toString('latin1', start, end)
    for (const word of words) if (word === found) onHit(Buffer.from(word, 'latin1').toString('utf8'), start)
  }
}

/** Of the first bytes of a word and its length. */
function hashOf(bytes: Buffer, start: number, count: number, length: number): number {
  let hash = length
  for (let at = start; at < start + count; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
  return hash
}
