/** What `freeze` wrote down: the `frozen` section of the lock file. */
import { driftOf, type Drift, type FrozenDocument } from '../analysis/frozen/drift.ts'
import { PIN_KINDS, pinsOf } from '../analysis/frozen/pins.ts'
import { createDocument, type Document } from '../core/document.ts'
import { pointAt } from '../core/position.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import { tool } from '../core/tool.ts'
import { findRemoval, removalText } from './receipt.ts'

const LOCK = `${tool.name}.lock.json`

/** The text of the lock file; '' without one. */
function lockText({ source }: Repository): string {
  return source.files.has(LOCK) ? source.read(LOCK)?.toString('utf8') ?? '' : ''
}

/** Frozen documents by path. A lock file that can't be read has none: the commands say what is wrong with it. */
export const frozenFact = defineFact<ReadonlyMap<string, FrozenDocument>>('frozen', (repository) => {
  const text = lockText(repository)
  if (text === '') return new Map()
  try {
    const content = JSON.parse(text.replace(/^\ufeff/, '')) as { readonly frozen?: unknown } | null
    return frozenDocuments(content?.frozen)
  } catch {
    return new Map()
  }
})

/** Reads a `frozen` section; what has another shape is left out. */
export function frozenDocuments(section: unknown): ReadonlyMap<string, FrozenDocument> {
  const documents = new Map<string, FrozenDocument>()
  if (typeof section !== 'object' || section === null) return documents
  for (const [path, lists] of Object.entries(section)) {
    if (typeof lists !== 'object' || lists === null) continue
    const known: Partial<Record<(typeof PIN_KINDS)[number], readonly string[]>> = {}
    for (const kind of PIN_KINDS) {
      const texts: unknown = (lists as Record<string, unknown>)[kind]
      if (Array.isArray(texts)) known[kind] = texts.filter(text => typeof text === 'string')
    }
    documents.set(path, known)
  }
  return documents
}

/** A place with the words that stand there; lines and columns are 1-based. */
interface Placed {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly subject: string
}

export interface PlacedDrift extends Drift, Placed {}

/** What a frozen document has lost, by its path; `undefined` for one that is not frozen. */
export const frozenDriftFact = defineFact<(path: string) => readonly PlacedDrift[] | undefined>('frozen drift', (repository) => {
  const frozen = repository.get(frozenFact)
  return (path) => {
    const document = frozen.get(path)
    return document === undefined ? undefined : placed(path, repository.source.read(path)?.toString('utf8') ?? '', document)
  }
})

function placed(path: string, text: string, frozen: FrozenDocument): readonly PlacedDrift[] {
  const document = createDocument(path, text)
  return driftOf(frozen, pinsOf(document)).map(drift => ({ ...drift, ...placeIn(document, drift) }))
}

function placeIn({ text, lines }: Pick<Document, 'text' | 'lines'>, { start, end }: Pick<Drift, 'start' | 'end'>): Placed {
  const first = pointAt(lines, start)
  const last = pointAt(lines, end)
  const subject = text.slice(start, Math.min(end, start + 300))
  return { line: first.line, column: first.column, endLine: last.line, endColumn: last.column, subject }
}

/** A frozen document that is gone, where the lock file names it. */
export interface FrozenLoss extends Placed {
  readonly lock: string
  readonly path: string
  /** 0-based UTF-16 offsets in the lock file. */
  readonly start: number
  readonly end: number
  /** What history knows of it, if anything. */
  readonly evidence: string | undefined
}

/** Frozen documents that are gone, in the order of the lock file. */
export const frozenLossFact = defineFact<readonly FrozenLoss[]>('frozen documents that are gone', (repository) => {
  const gone = [...repository.get(frozenFact).keys()].filter(path => !repository.source.files.has(path))
  if (gone.length === 0) return []
  const lock = createDocument(LOCK, lockText(repository))
  const section = Math.max(0, lock.text.indexOf('"frozen"'))
  return gone.map((path) => {
    const key = JSON.stringify(path)
    const start = Math.max(section, lock.text.indexOf(key, section))
    const range = { start, end: start + key.length }
    const removal = findRemoval(repository, [path])
    return { lock: LOCK, path, ...range, ...placeIn(lock, range), evidence: removal === undefined ? undefined : removalText(removal) }
  })
})
