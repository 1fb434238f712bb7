/** Looks for many names in many files at once: one pass over the bytes, whatever the number of names. */

const WORD = 1
const HYPHEN = 2
const KINDS = new Uint8Array(256)
const FOLDED = new Uint8Array(256)
for (let code = 0; code < 256; code++) {
  const character = String.fromCharCode(code)
  // Bytes above 127 are letters of other scripts: they make another word.
  KINDS[code] = /[A-Za-z0-9_$]/.test(character) || code > 127 ? WORD : code === 45 ? HYPHEN : 0
  FOLDED[code] = character.toLowerCase().charCodeAt(0)
}
const UNDERSCORE = 95
const DOLLAR = 36
/** Where `$` ends a word: `$NAME` has the word `NAME`. */
const WITHOUT_DOLLAR = KINDS.slice()
WITHOUT_DOLLAR[DOLLAR] = 0

/** Names, each found under any spelling: `fooBar`, `foo_bar`, `FooBar` and `foo-bar` hash alike. */
export class NameIndex {
  readonly #byHash = new Map<number, string[]>()
  /** One bit for each value of the lower 16 bits of a hash: most words end here. */
  readonly #bits = new Uint8Array(65536)

  readonly #kinds: Uint8Array

  /** @param options.dollar whether `$` is a letter, as in JavaScript; it is unless told otherwise */
  constructor(names: Iterable<string>, options: { readonly dollar: boolean } = { dollar: true }) {
    this.#kinds = options.dollar ? KINDS : WITHOUT_DOLLAR
    for (const name of names) {
      const hash = hashOf(name)
      const same = this.#byHash.get(hash)
      if (same === undefined) this.#byHash.set(hash, [name])
      else if (!same.includes(name)) same.push(name)
      this.#bits[hash & 65535] = 1
    }
  }

  /**
   * Calls `onHit` for every word that is one of the names: `exact` for the same spelling, otherwise for another one
   * (`foo_bar`, `foo-bar`, `FOOBAR` for `fooBar`).
   */
  scan(bytes: Buffer, onHit: (name: string, at: number, exact: boolean) => void): void {
    const kinds = this.#kinds
    let hash = 0
    let whole = 0
    let start = -1
    let wholeStart = -1
    for (let at = 0; at <= bytes.length; at++) {
      const byte = at < bytes.length ? bytes[at] ?? 0 : 32
      const kind = kinds[byte]
      if (kind === WORD) {
        if (start < 0) {
          start = at
          hash = 0
          if (wholeStart < 0) {
            wholeStart = at
            whole = 0
          }
        }
        if (byte !== UNDERSCORE) {
          const folded = FOLDED[byte] ?? 0
          hash = (Math.imul(hash, 31) + folded) | 0
          whole = (Math.imul(whole, 31) + folded) | 0
        }
        continue
      }
      if (start >= 0 && this.#bits[hash & 65535] === 1) this.#report(bytes, hash, start, at, onHit)
      if (kind === HYPHEN && start >= 0) {
        start = -1
        continue
      }
      if (wholeStart >= 0 && wholeStart !== start && this.#bits[whole & 65535] === 1) this.#report(bytes, whole, wholeStart, at, onHit)
      start = -1
      wholeStart = -1
    }
  }

  #report(bytes: Buffer, hash: number, start: number, end: number, onHit: (name: string, at: number, exact: boolean) => void): void {
    const names = this.#byHash.get(hash)
    if (names === undefined || end - start > 200) return
    const word = bytes.toString('latin1', start, end)
    const bare = bareOf(word)
    for (const name of names) if (bareOf(name) === bare) onHit(name, start, name === word)
  }
}

function hashOf(name: string): number {
  let hash = 0
  for (const byte of Buffer.from(name, 'utf8')) if (byte !== UNDERSCORE) hash = (Math.imul(hash, 31) + (FOLDED[byte] ?? 0)) | 0
  return hash
}

function bareOf(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase()
}

/** The line around a byte offset, and the offset of the name in it; cut at 2,000 bytes to each side. */
export function lineAround(bytes: Buffer, at: number): { readonly line: string; readonly column: number; readonly start: number } {
  let start = bytes.lastIndexOf(10, at) + 1
  if (at - start > LONGEST) start = at - LONGEST
  let end = bytes.indexOf(10, at)
  if (end < 0 || end - at > LONGEST) end = Math.min(bytes.length, at + LONGEST)
  return { line: bytes.toString('latin1', start, end), column: at - start, start }
}

const LONGEST = 2000

/** 1-based number of the line that a byte offset is in. */
export function lineNumber(bytes: Buffer, offset: number): number {
  let line = 1
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++
  return line
}
