/**
 * What the rules read in documents, kept between runs by content. An extraction depends on nothing but the document's
 * bytes, the rules with their options and this tool's version; the last two are in the file's name.
 *
 * One line per document: its key, a tab, JSON. A line is only read as JSON when somebody asks for that document, and is
 * written back as it was. References are flat arrays with the keys of their targets in a table of shapes.
 */
import { createHash } from 'node:crypto'
import type { ExtractionCache } from '../core/check.ts'
import type { Extraction, RuleSetting } from '../core/extraction.ts'
import type { ContentSource } from '../core/source.ts'
import { buildStamp, tool } from '../core/tool.ts'
import { readCacheFile, writeCacheFile } from '../git/cache-directory.ts'
import { decodeExtraction, encodeExtraction, Shapes } from './extraction-codec.ts'

/** The cache of one run. */
export interface OpenExtractionCache extends ExtractionCache {
  /** How many documents it knows. */
  readonly size: number
  /** Whether what was read in a blob (from whatever content source) contains one of the words; `undefined` when it was never read. */
  mentions(path: string, blob: string, words: Iterable<string>): boolean | undefined
  /** Writes what is new. `complete`: the run looked at all documents, so what nobody asked for is garbage. */
  save(complete: boolean): void
}

/** Opens the cache of a repository for these rules; a file that is broken or of another version counts as empty. */
export function openExtractionCache(source: ContentSource, rules: readonly RuleSetting[]): OpenExtractionCache {
  const name = `documents-${digestOf(rules)}.txt`
  return new FileCache(source, name, readCacheFile(source.gitDirectory, name) ?? '')
}

/** Of everything an extraction depends on besides the document. */
function digestOf(rules: readonly RuleSetting[]): string {
  const parts = [tool.version, buildStamp(import.meta.url), ...rules.map(({ rule, options }) => `${rule.id} ${JSON.stringify(options)}`)]
  return createHash('sha1').update(parts.join('\n')).digest('hex').slice(0, 16)
}

class FileCache implements OpenExtractionCache {
  readonly #source: ContentSource
  readonly #name: string
  readonly #shapes: Shapes
  /** JSON by key, as read. */
  readonly #lines: ReadonlyMap<string, string>
  readonly #decoded = new Map<string, Extraction | undefined>()
  readonly #added = new Map<string, string>()
  readonly #hashes = new Map<string, string | undefined>()

  constructor(source: ContentSource, name: string, text: string) {
    this.#source = source
    this.#name = name
    const end = text.indexOf('\n')
    const shapes = end < 0 ? undefined : Shapes.parse(text.slice(0, end))
    this.#shapes = shapes ?? new Shapes()
    this.#lines = shapes === undefined ? new Map() : readLines(text, end + 1)
  }

  lookup(path: string, blob: string | undefined): Extraction | undefined {
    const key = this.#keyOf(path, blob)
    return key === undefined ? undefined : this.#decode(key, path)
  }

  get size(): number {
    return this.#lines.size
  }

  mentions(path: string, blob: string, words: Iterable<string>): boolean | undefined {
    const ending = path.endsWith('.mdx') ? 'x' : ''
    const json = this.#lines.get(`w${ending}${blob}`) ?? this.#lines.get(`s${ending}${blob}`)
    if (json === undefined) return undefined
    for (const word of words) if (json.includes(JSON.stringify(word).slice(1, -1))) return true
    return false
  }

  store(path: string, blob: string | undefined, extraction: Extraction): void {
    const key = this.#keyOf(path, blob)
    if (key === undefined) return
    this.#decoded.set(key, extraction)
    this.#added.set(key, encodeExtraction(extraction, this.#shapes))
  }

  save(complete: boolean): void {
    const unused = [...this.#lines.keys()].filter(key => !this.#decoded.has(key) && !this.#added.has(key))
    // Another branch's documents are worth keeping until they outweigh what is alive.
    const garbage = new Set(complete && unused.length > this.#decoded.size ? unused : [])
    if (this.#added.size === 0 && garbage.size === 0) return
    const lines = [this.#shapes.toString()]
    for (const [key, json] of this.#lines) if (!garbage.has(key) && !this.#added.has(key)) lines.push(`${key}\t${json}`)
    for (const [key, json] of this.#added) lines.push(`${key}\t${json}`)
    writeCacheFile(this.#source.gitDirectory, this.#name, `${lines.join('\n')}\n`)
  }

  #decode(key: string, path: string): Extraction | undefined {
    if (this.#decoded.has(key)) return this.#decoded.get(key)
    const json = this.#lines.get(key)
    const extraction = json === undefined ? undefined : decodeExtraction(json, this.#shapes, path)
    if (extraction !== undefined) this.#decoded.set(key, extraction)
    return extraction
  }

  /**
   * A blob's bytes and the file that a checkout makes of them can differ (line endings, filters), and offsets with them:
   * so files and blobs have keys of their own. MDX is another language.
   */
  #keyOf(path: string, blob: string | undefined): string | undefined {
    const id = blob ?? this.#hash(path)
    return id === undefined ? undefined : (this.#source.kind === 'worktree' ? 'w' : 's') + (path.endsWith('.mdx') ? 'x' : '') + id
  }

  #hash(path: string): string | undefined {
    if (this.#hashes.has(path)) return this.#hashes.get(path)
    const bytes = this.#source.read(path)
    const id = bytes === undefined ? undefined : createHash('sha1').update(`blob ${String(bytes.length)}\0`).update(bytes).digest('hex')
    this.#hashes.set(path, id)
    return id
  }
}

function readLines(text: string, from: number): Map<string, string> {
  const lines = new Map<string, string>()
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    // A last line without its end was cut off.
    if (end < 0) break
    const tab = text.indexOf('\t', from)
    if (tab > from && tab < end) lines.set(text.slice(from, tab), text.slice(tab + 1, end))
    from = end + 1
  }
  return lines
}
