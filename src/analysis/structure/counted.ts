/** How many of a thing a document lists, where that is certain. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { addTo } from '../../core/multimap.ts'
import { pointAt } from '../../core/position.ts'
import { placesOf } from '../environment/table-claims.ts'
import { variableCollections } from '../environment/collections.ts'
import { singular } from '../outline/numbering.ts'
import { outlineOf, type Section } from '../outline/outline.ts'
import { sequencesOf, type Sequence } from '../outline/sequences.ts'
import { tablesOf, type Table } from '../outline/table.ts'

export interface Counted {
  readonly count: number
  /** For a receipt: `headings from line 12 on`. */
  readonly where: string
  /** How sure it is that these are what the noun means. */
  readonly by: 'number' | 'table' | 'title' | 'behind' | 'columns'
  /** Whether the amount stands in the section of what was counted. */
  readonly near?: boolean
  /** Of a table behind the sentence: its columns without the first. */
  readonly columns?: number
}

/** Counts what the document lists under a noun, as seen from an offset; `undefined` when nothing or more than one thing is meant. */
export function countOf(document: Document, noun: string, offset: number): Counted | undefined {
  const one = singular(noun)
  const index = indexOf(document)
  const here = outlineOf(document).at(offset)
  const numbered = index.numbered.get(one) ?? []
  if (numbered.length > 0) return countNumbered(document, numbered, here)
  if (isPlaces(noun)) {
    const { columns } = index
    if (columns !== undefined) return { ...columns.counted, near: columns.sections.has(here) }
  }
  const tables = index.tables.get(one) ?? []
  if (tables.length > 0) {
    const [table, ...more] = tables
    return table === undefined || more.length > 0 ? undefined : countRows(document, table, 'table')
  }
  const [section, ...more] = index.sections.get(one) ?? []
  return section === undefined || more.length > 0 ? undefined : countBelow(document, section, 'title')
}

/** Whether a noun is what the columns of a table of variables are called together. */
export function isPlaces(noun: string): boolean {
  return PLACES.test(singular(noun))
}

const PLACES = /^(?:channel|environment|column|target|stage|tier|runtime|deployment)$/

/** The columns of the document's tables of variables by channel, when all of them have the same number, and their sections. */
function columnsIn(document: Document): Index['columns'] {
  const collections = variableCollections(document).filter(one => one.table !== undefined && placesOf(one.table, one.column).length >= 2)
  const [first] = collections
  if (first?.table === undefined) return undefined
  const count = placesOf(first.table, first.column).length
  if (collections.some(one => one.table !== undefined && placesOf(one.table, one.column).length !== count)) return undefined
  return { counted: { count, where: whereOf(document, 'columns of the table', first.table.node.start), by: 'columns' }, sections: new Set(collections.map(one => one.section)) }
}

/** What a heading such as "The 7 gates" heads: numbered headings, the only list or the only table. */
export function countBelow(document: Document, section: Section, by: Counted['by']): Counted | undefined {
  const numbered = sequencesOf(document)
    .filter(sequence => sequence.parent === section && sequence.kind === 'heading' && sequence.items.length > 1)
  const first = numbered[0]
  if (first !== undefined) {
    const where = whereOf(document, 'headings', first.items[0]?.start ?? 0)
    return numbered.length > 1 ? undefined : { count: first.items.length, where, by }
  }
  const lists = section.lists.filter(list => list.parent === section.node.parent)
  const [table] = section.tables
  if (section.tables.length + lists.length !== 1 || section.children.length > 0) return undefined
  if (table !== undefined) return countRows(document, table, by)
  const list = lists[0]
  return list === undefined ? undefined : { count: list.children.length, where: whereOf(document, 'items of the list', list.start), by }
}

/** The list or table right behind a paragraph; `undefined` when the list goes on behind something else. */
export function countBehind(document: Document, paragraph: MarkdownNode): Counted | undefined {
  const siblings = paragraph.parent?.children ?? []
  const at = siblings.indexOf(paragraph)
  const next = siblings[at + 1]
  if (next?.type === 'table') {
    const table = tablesOf(document).find(one => one.node === next)
    if (table === undefined) return undefined
    return { count: table.rows.length, where: whereOf(document, 'rows of the table', next.start), by: 'behind', columns: table.head.length - 1 }
  }
  if (next?.type !== 'list') return undefined
  let count = next.children.length
  for (const sibling of siblings.slice(at + 2)) {
    if (sibling.type === 'heading' || sibling.type === 'thematicBreak') break
    if (sibling.type !== 'list') continue
    // A numbered list that goes on behind a block of code; anything else may be about something else.
    if (!next.ordered || !sibling.ordered || !document.text.startsWith(String(count + 1), sibling.start)) return count === 1 ? undefined : told()
    count += sibling.children.length
  }
  return told()
  function told(): Counted {
    return { count, where: whereOf(document, 'items of the list', next?.start ?? 0), by: 'behind' }
  }
}

function countRows(document: Document, table: Table, by: Counted['by']): Counted | undefined {
  return hasSharedCells(table) ? undefined : { count: table.rows.length, where: whereOf(document, 'rows of the table', table.node.start), by }
}

function countNumbered(document: Document, sequences: readonly Sequence[], here: Section): Counted | undefined {
  const kinds = ['heading', 'row', 'item'] as const
  for (const kind of kinds) {
    const own = sequences.filter(sequence => sequence.kind === kind)
    if (own.length === 0) continue
    // The nearest section around the sentence that has such numbers somewhere below it, and only one run of them.
    for (let at: Section | undefined = here; at !== undefined; at = at.parent) {
      const around = at
      const below = own.filter(sequence => isInside(sequence.parent, around))
      if (below.length === 0) continue
      const lastOf = (index: number): number => below[index]?.items.at(-1)?.value ?? 0
      const runs = below.filter((sequence, index) => index === 0 || sequence.items[0]?.value !== lastOf(index - 1) + 1)
      if (runs.length > 1) return undefined
      const count = below.reduce((sum, sequence) => sum + sequence.items.length, 0)
      const what = kind === 'heading' ? 'headings' : kind === 'row' ? 'rows of the table' : 'items of the list'
      return { count, where: whereOf(document, what, below[0]?.items[0]?.start ?? 0), by: 'number' }
    }
  }
  return undefined
}

function isInside(section: Section, outer: Section): boolean {
  for (let at: Section | undefined = section; at !== undefined; at = at.parent) if (at === outer) return true
  return false
}

/** What a document lists, by the singular of its noun. */
interface Index {
  readonly numbered: ReadonlyMap<string, readonly Sequence[]>
  readonly tables: ReadonlyMap<string, readonly Table[]>
  readonly sections: ReadonlyMap<string, readonly Section[]>
  /** The columns of tables of variables. */
  readonly columns: { readonly counted: Counted, readonly sections: ReadonlySet<Section> } | undefined
}

const indexes = new WeakMap<Document, Index>()

function indexOf(document: Document): Index {
  let index = indexes.get(document)
  if (index === undefined) {
    const numbered = new Map<string, Sequence[]>()
    const tables = new Map<string, Table[]>()
    const sections = new Map<string, Section[]>()
    for (const sequence of sequencesOf(document)) if (sequence.word !== '' && sequence.items.length > 1) addTo(numbered, sequence.word, sequence)
    for (const table of tablesOf(document)) if (table.rows.length > 1) addTo(tables, headNoun(table), table)
    for (const section of outlineOf(document).sections) if (section.title.split(/\s+/, 5).length <= 4) addTo(sections, lastWord(section.title), section)
    index = { numbered, tables, sections, columns: columnsIn(document) }
    indexes.set(document, index)
  }
  return index
}

function headNoun(table: Table): string {
  const head = table.head[0]?.text ?? ''
  return lastWord(/^(?:#|no\.?|nr\.?)$/i.test(head) ? table.head[1]?.text ?? '' : head)
}

function lastWord(text: string): string {
  return singular(/([A-Za-z][A-Za-z-]*)[^A-Za-z]*$/.exec(text.slice(-60))?.[1] ?? '')
}

/** Several names in one cell: a row is not one thing then. */
function hasSharedCells(table: Table): boolean {
  return table.rows.some((row) => {
    const first = row.cells[0]
    return first === undefined || first.text === '' || first.node.children.filter(child => child.type === 'inlineCode').length > 1 || first.text.includes('*')
  })
}

function whereOf(document: Document, what: string, offset: number): string {
  return `${what} from line ${String(pointAt(document.lines, offset).line)} on`
}
