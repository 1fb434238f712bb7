/** Things that a document numbers: headings, list items and table rows that make a sequence together. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { numberingOf, singular, type Numbering } from './numbering.ts'
import { outlineOf, type Section } from './outline.ts'
import { tablesOf, type Table } from './table.ts'

/** One numbered thing. */
export interface Numbered {
  /** Lower case and singular; '' for a bare number. */
  readonly word: string
  /** As written: `2.1`, `A`, `07`. */
  readonly written: string
  /** The last part as a number. */
  readonly value: number
  /** What stands before the last part: `2` of `2.1`, `A` of `A2`; otherwise ''. */
  readonly prefix: string
  /** What is written behind the number. */
  readonly title: string
  /** 0-based UTF-16 offsets of the number in the document. */
  readonly start: number
  readonly end: number
  /** The heading, the list item or the table row. */
  readonly node: MarkdownNode
}

/**
 * - `heading`: headings and bold paragraphs that mean one
 * - `item`: items of a list whose text begins with a word and a number (`- Gate 1: …`)
 * - `list`: a list that Markdown numbers, as the author wrote the numbers
 * - `row`: rows of a table whose first cell is the number
 */
export type SequenceKind = 'heading' | 'item' | 'list' | 'row'

export interface Sequence {
  readonly kind: SequenceKind
  readonly word: string
  readonly lettered: boolean
  readonly prefix: string
  /** The section around all of them. */
  readonly parent: Section
  readonly items: readonly Numbered[]
  /** For rows. */
  readonly table?: Table
}

const sequences = new WeakMap<Document, readonly Sequence[]>()

/** Every sequence of a document, by its first number; also those of one thing only. */
export function sequencesOf(document: Document): readonly Sequence[] {
  let found = sequences.get(document)
  if (found === undefined) {
    found = [...headingSequences(document), ...listSequences(document), ...rowSequences(document)]
      .sort((a, b) => (a.items[0]?.start ?? 0) - (b.items[0]?.start ?? 0))
    sequences.set(document, found)
  }
  return found
}

interface Draft extends Sequence {
  items: Numbered[]
}

/** Groups things by a key, in document order. */
class Groups {
  readonly all: Draft[] = []
  readonly #open = new Map<string, Draft>()

  add(key: string, kind: SequenceKind, lettered: boolean, parent: Section, item: Numbered, table?: Table): void {
    const full = `${key}\n${item.word}\n${lettered ? 'letter' : 'number'}\n${item.prefix}`
    let group = this.#open.get(full)
    if (group === undefined) {
      group = { kind, word: item.word, lettered, prefix: item.prefix, parent, items: [], ...(table === undefined ? {} : { table }) }
      this.#open.set(full, group)
      this.all.push(group)
    }
    group.items.push(item)
  }
}

function numbered(node: MarkdownNode, numbering: Numbering, offset: number, word = numbering.word): Numbered {
  const dot = numbering.written.lastIndexOf('.')
  const prefix = dot >= 0 ? numbering.written.slice(0, dot) : /^[A-Za-z]\d/.test(numbering.written) ? numbering.written.slice(0, 1) : ''
  return {
    word, written: numbering.written, value: numbering.parts.at(-1) ?? 0, prefix, title: numbering.title,
    start: offset + numbering.start, end: offset + numbering.end, node,
  }
}

function headingSequences(document: Document): readonly Sequence[] {
  const groups = new Groups()
  const quoted = quotedIn(document)
  const ids = new Map<Section, number>()
  for (const section of outlineOf(document).sections) {
    const { numbering, parent } = section
    if (numbering === undefined || parent === undefined || quoted(section.start)) continue
    let id = ids.get(parent)
    if (id === undefined) ids.set(parent, id = ids.size)
    groups.add(`${String(id)} ${String(section.depth)}`, 'heading', numbering.lettered, parent, numbered(section.node, numbering, section.titleStart))
  }
  return groups.all
}

/** Tells whether an offset lies in a quotation or a footnote; for offsets that only grow. Nesting may be thousands deep. */
function quotedIn(document: Document): (offset: number) => boolean {
  const nodes = [...document.nodes('blockquote'), ...document.nodes('footnoteDefinition')].sort((a, b) => a.start - b.start)
  let index = 0
  let end = 0
  return (offset) => {
    for (; (nodes[index]?.start ?? Infinity) <= offset; index++) end = Math.max(end, nodes[index]?.end ?? 0)
    return end > offset
  }
}

const LIST_NUMBER = /^(\d{1,9})[.)]/

/** The number that the author wrote in front of a list item; `undefined` for a bullet. */
function writtenNumber(document: Document, item: MarkdownNode): RegExpExecArray | null {
  return LIST_NUMBER.exec(document.text.slice(item.start, item.start + 11))
}

function listSequences(document: Document): readonly Sequence[] {
  const outline = outlineOf(document)
  const found: Sequence[] = []
  const groups = new Groups()
  const quoted = quotedIn(document)
  for (const list of document.nodes('list')) {
    if (quoted(list.start)) continue
    const parent = outline.at(list.start)
    const nesting = list.parent?.type === 'listItem' ? list.parent.start : -1
    const items: Numbered[] = []
    for (const item of list.children) {
      const match = list.ordered ? writtenNumber(document, item) : null
      if (match !== null) {
        const written = match[1] ?? ''
        items.push({
          word: '', written, value: Number(written), prefix: '', title: '', start: item.start, end: item.start + written.length, node: item,
        })
      }
      const text = item.children[0]
      if (text?.type !== 'paragraph') continue
      const own = numberingOf(document.text.slice(text.start, Math.min(text.end, text.start + 300)).split('\n', 1)[0] ?? '')
      if (own === undefined || own.word === '') continue
      groups.add(`${String(parent.start)} ${String(nesting)}`, 'item', own.lettered, parent, numbered(item, own, text.start))
    }
    if (items.length > 0) found.push({ kind: 'list', word: '', lettered: false, prefix: '', parent, items })
  }
  return [...found, ...groups.all]
}

/** Heads under which a table numbers its rows without a word of its own. */
const NUMBER_HEAD = /^(?:#|no\.?|nr\.?|№|num(?:ber)?)$/i
const PLAIN_NUMBER = /^(?:[A-Za-z]{1,6}[-_ ]?)?0{0,2}(\d{1,3})\.?$/

function rowSequences(document: Document): readonly Sequence[] {
  const outline = outlineOf(document)
  const found: Sequence[] = []
  for (const table of tablesOf(document)) {
    const head = table.head[0]?.text ?? ''
    const word = NUMBER_HEAD.test(head) ? '' : numberedWord(head)
    const items: Numbered[] = []
    for (const row of table.rows) {
      const cell = row.cells[0]
      if (cell === undefined || cell.text === '') continue
      const item = word === undefined ? namedRow(document, row.node, cell.start, cell.end) : plainRow(document, row.node, cell, word)
      if (item !== undefined) items.push(item)
    }
    const first = items[0]
    if (first === undefined || items.length < table.rows.length) continue
    if (items.some(item => item.word !== first.word || item.prefix !== first.prefix)) continue
    const lettered = items.every(item => /^[A-Z]$/.test(item.written))
    if (!lettered && items.some(item => /^[A-Z]$/.test(item.written))) continue
    found.push({ kind: 'row', word: first.word, lettered, prefix: first.prefix, parent: outline.at(table.node.start), items, table })
  }
  return found
}

/** `Gate`, `Step #` as the head of a column; the word it numbers. */
function numberedWord(head: string): string | undefined {
  const word = head.replace(/\s*(?:#|no\.?|number|id)$/i, '').trim()
  return /^[a-z]+$/i.test(word) && numberingOf(`${word} 1`)?.word === singular(word) ? singular(word) : undefined
}

function plainRow(document: Document, row: MarkdownNode, cell: Table['head'][number], word: string): Numbered | undefined {
  const match = PLAIN_NUMBER.exec(cell.text)
  if (match === null) return namedRow(document, row, cell.start, cell.end, word)
  const written = match[1] ?? ''
  const at = document.text.slice(cell.start, cell.end).indexOf(written)
  if (at < 0) return undefined
  const start = cell.start + at
  return { word, written, value: Number(written), prefix: '', title: '', start, end: start + written.length, node: row }
}

function namedRow(document: Document, row: MarkdownNode, start: number, end: number, word?: string): Numbered | undefined {
  const own = numberingOf(document.text.slice(start, end))
  if (own === undefined || (own.word === '' && word === undefined)) return undefined
  return numbered(row, own, start, own.word === '' ? word : own.word)
}
