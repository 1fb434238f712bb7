/** What `freeze` wrote down: the `frozen` section of the lock file. */
import { driftOf, type Drift, type FrozenDocument } from '../analysis/frozen/drift.ts'
import { PIN_KINDS, pinsOf } from '../analysis/frozen/pins.ts'
import { createDocument } from '../core/document.ts'
import { pointAt } from '../core/position.ts'
import { defineFact } from '../core/repository.ts'
import { tool } from '../core/tool.ts'

/** Frozen documents by path. A lock file that can't be read has none: the commands say what is wrong with it. */
export const frozenFact = defineFact<ReadonlyMap<string, FrozenDocument>>('frozen', ({ source }) => {
  const lock = `${tool.name}.lock.json`
  const bytes = source.files.has(lock) ? source.read(lock) : undefined
  if (bytes === undefined) return new Map()
  try {
    const content = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) as { readonly frozen?: unknown } | null
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

/** A drift with its place; lines and columns are 1-based. */
export interface PlacedDrift extends Drift {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly subject: string
}

/** What a frozen document has lost, by its path; `undefined` for one that is not frozen. */
export const frozenDriftFact = defineFact<(path: string) => readonly PlacedDrift[] | undefined>('frozen drift', (repository) => {
  const frozen = repository.get(frozenFact)
  const known = new Map<string, readonly PlacedDrift[]>()
  return (path) => {
    const document = frozen.get(path)
    if (document === undefined) return undefined
    let drifts = known.get(path)
    if (drifts === undefined) {
      drifts = placed(path, repository.source.read(path)?.toString('utf8') ?? '', document)
      known.set(path, drifts)
    }
    return drifts
  }
})

function placed(path: string, text: string, frozen: FrozenDocument): readonly PlacedDrift[] {
  const document = createDocument(path, text)
  return driftOf(frozen, pinsOf(document)).map((drift) => {
    const first = pointAt(document.lines, drift.start)
    const last = pointAt(document.lines, drift.end)
    return {
      ...drift, line: first.line, column: first.column, endLine: last.line, endColumn: last.column,
      subject: document.text.slice(drift.start, Math.min(drift.end, drift.start + 300)),
    }
  })
}
