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

/** Names, each found under any spelling: `fooBar`, `foo_bar`, `FooBar` and `foo-bar` hash alike. */
export class NameIndex {
  readonly #byHash = new Map<number, string[]>()
  /** For each value of the lower 16 bits of a hash, how many hashes have it: most words end here. */
  readonly #counts = new Uint16Array(65536)
  /** Bytes of the shortest spelling. */
  readonly #shortest: number

  constructor(names: Iterable<string>) {
    let shortest = Infinity
    for (const name of names) {
      const hash = hashOf(name)
      const same = this.#byHash.get(hash)
      if (same === undefined) {
        this.#byHash.set(hash, [name])
        this.#count(hash, 1)
      } else if (!same.includes(name)) same.push(name)
      shortest = Math.min(shortest, Buffer.byteLength(bareOf(name)))
    }
    this.#shortest = shortest
  }

  /** Forgets a name: what is found everywhere would be reported everywhere. */
  delete(name: string): void {
    const hash = hashOf(name)
    const same = this.#byHash.get(hash)?.filter(other => other !== name)
    if (same === undefined) return
    this.#byHash.set(hash, same)
    if (same.length > 0) return
    this.#byHash.delete(hash)
    this.#count(hash, -1)
  }

  #count(hash: number, by: 1 | -1): void {
    this.#counts[hash & 65535] = (this.#counts[hash & 65535] ?? 0) + by
  }

  /**
   * Calls `onHit` for every word that is one of the names: `exact` for the same spelling, otherwise for another one
   * (`foo_bar`, `foo-bar`, `FOOBAR` for `fooBar`).
   */
  scan(bytes: Buffer, onHit: (name: string, at: number, exact: boolean) => void): void {
    const shortest = this.#shortest
    const { length } = bytes
    // What begins at `at` comes after something that is no part of a name; most words are too short to be looked at.
    for (let at = 0; at + shortest <= length;) {
      let before = at + shortest - 1
      while (before >= at && KINDS[bytes[before] ?? 0] !== 0) before--
      at = before < at ? this.#scanRun(bytes, at, onHit) : before + 1
    }
  }

  /** Reads one run of letters and hyphens; returns where the next one can begin. */
  #scanRun(bytes: Buffer, from: number, onHit: (name: string, at: number, exact: boolean) => void): number {
    let hash = 0
    let whole = 0
    let start = -1
    let wholeStart = -1
    for (let at = from; ; at++) {
      const byte = at < bytes.length ? bytes[at] ?? 0 : 32
      const kind = KINDS[byte]
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
      if (start >= 0 && this.#counts[hash & 65535] !== 0) this.#report(bytes, hash, start, at, onHit)
      if (kind === HYPHEN && start >= 0) {
        start = -1
        continue
      }
      if (wholeStart >= 0 && wholeStart !== start && this.#counts[whole & 65535] !== 0) this.#report(bytes, whole, wholeStart, at, onHit)
      if (kind !== HYPHEN) return at + 1
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
