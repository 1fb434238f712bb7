/** What a protocol must still contain: sections, numbered gates, environment rows, legends, records, contract entries. */
import type { Document } from '../../core/document.ts'
import { readContract } from '../contract/contract.ts'
import { itemText } from '../outline/field.ts'
import { numberingOf } from '../outline/numbering.ts'
import { outlineOf } from '../outline/outline.ts'
import { tablesOf } from '../outline/table.ts'
import { legendOf } from '../records/legend.ts'
import { recordTablesOf } from '../records/record-table.ts'

/** The lists of the lock file, in the order in which they stand there. */
export const PIN_KINDS = ['contract', 'environment', 'gates', 'legend', 'records', 'sections'] as const
export type PinKind = (typeof PIN_KINDS)[number]

export interface Pin {
  readonly kind: PinKind
  /** What the lock file has; a text that comes again gets ` (2)`. */
  readonly text: string
  /** 0-based UTF-16 offsets in the document. */
  readonly start: number
  readonly end: number
}

/** Every pin of a document, in document order within each kind. */
export function pinsOf(document: Document): readonly Pin[] {
  const seen = new Map<string, number>()
  return [...unnumberedPins(document)].sort((a, b) => a.start - b.start).map((pin) => {
    const key = `${pin.kind} ${pin.text}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? pin : { ...pin, text: `${pin.text} (${String(count)})` }
  })
}

/** Things that are numbered as words: headings say the same as sections. */
const GATES = new Set(['gate', 'phase', 'step', 'stage', 'check', 'milestone', 'guarantee', 'rule', 'wave', 'tier'])

function* unnumberedPins(document: Document): Iterable<Pin> {
  for (const { title, titleStart, written, pseudo, numbering } of outlineOf(document).sections) {
    if (title === '' || (pseudo && numbering === undefined)) continue
    yield { kind: 'sections', text: normal(title), start: titleStart, end: titleStart + written.length }
  }
  for (const { head, rows } of tablesOf(document)) {
    for (const { cells: [first, second] } of rows) {
      if (first === undefined) continue
      for (const name of first.text.match(/\b[A-Z][A-Z0-9]*_[A-Z0-9_*]+/g) ?? []) yield { kind: 'environment', text: name, start: first.start, end: first.end }
      const numbering = numberingOf(first.text)
      const word = numbering?.word ?? ''
      const headWord = (head[0]?.text ?? '').toLowerCase().replace(/s$/, '')
      if (GATES.has(word)) yield { kind: 'gates', text: normal(numbering?.title === '' ? `${first.text}: ${second?.text ?? ''}` : first.text), start: first.start, end: first.end }
      else if (GATES.has(headWord) && /^\d{1,3}$/.test(first.text)) {
        yield { kind: 'gates', text: normal(`${headWord} ${first.text}: ${second?.text ?? ''}`), start: first.start, end: first.end }
      }
    }
  }
  for (const item of document.nodes('listItem')) {
    const text = itemText(item)
    if (GATES.has(numberingOf(text)?.word ?? '')) yield { kind: 'gates', text: normal(text.slice(0, 120)), start: item.start, end: lineEnd(document, item) }
  }
  for (const { name, meaning, start, end } of legendOf(document)) yield { kind: 'legend', text: normal(meaning === '' ? name : `${name}: ${meaning}`), start, end }
  for (const { rows } of recordTablesOf(document)) {
    for (const { id } of rows) if (id !== undefined && id.text !== '') yield { kind: 'records', text: normal(id.text), start: id.start, end: id.end }
  }
  yield* contractPins(document)
}

function* contractPins(document: Document): Iterable<Pin> {
  const terms = readContract(document)
  if (terms === undefined) return
  for (const { path, start, end } of terms.scripts) yield { kind: 'contract', text: `allowed script: ${path}`, start, end }
  for (const { path, start, end } of terms.deprecated) yield { kind: 'contract', text: `deprecated script: ${path}`, start, end }
  for (const { name, columns, start, end } of terms.tables) {
    const list = columns.map(column => column.name).join(', ')
    yield { kind: 'contract', text: list === '' ? `allowed table ${name}: whole` : `allowed table ${name}: ${list}`, start, end }
  }
  for (const { written, start, end } of terms.forbidden) yield { kind: 'contract', text: `forbidden: ${normal(written)}`, start, end: Math.min(end, start + written.length + 10) }
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function lineEnd(document: Document, { start, end }: { readonly start: number; readonly end: number }): number {
  const at = document.text.indexOf('\n', start)
  return at < 0 || at > end ? end : at
}
