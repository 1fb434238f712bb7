/** Tables as structural rules read them. */
import type { Document } from '../../core/document.ts'
import { closest, textOf, type MarkdownNode } from '../../core/markdown/node.ts'

export interface Cell {
  readonly node: MarkdownNode
  /** Plain text: mark-up gone, entities and escapes resolved, trimmed. */
  readonly text: string
  /** 0-based UTF-16 offsets of what is written in the cell, without the pipes and the padding. An empty cell has an empty range. */
  readonly start: number
  readonly end: number
}

export interface Row {
  readonly node: MarkdownNode
  /** May be fewer or more than the head's: GFM allows that. */
  readonly cells: readonly Cell[]
}

export interface Table {
  readonly node: MarkdownNode
  readonly head: readonly Cell[]
  readonly rows: readonly Row[]
}

const tables = new WeakMap<Document, readonly Table[]>()

/** Every table of a document, in order. */
export function tablesOf(document: Document): readonly Table[] {
  let found = tables.get(document)
  if (found === undefined) {
    found = document.nodes('table').map((node) => {
      const [head, ...rows] = node.children.map(row => ({ node: row, cells: row.children.map(cell => cellOf(document, cell)) }))
      return { node, head: head?.cells ?? [], rows }
    })
    tables.set(document, found)
  }
  return found
}

function cellOf(document: Document, node: MarkdownNode): Cell {
  const first = node.children[0]
  const last = node.children.at(-1)
  if (first !== undefined && last !== undefined) return { node, text: textOf(node).trim(), start: first.start, end: last.end }
  // Empty: behind the pipe that opens it.
  let at = node.start
  while (at < node.end && /[|\s]/.test(document.text[at] ?? '')) at++
  return { node, text: '', start: Math.min(at, node.end), end: Math.min(at, node.end) }
}

/** The column (0-based) whose head a test accepts; -1 without one. */
export function columnOf(table: Table, accepts: (head: string) => boolean): number {
  return table.head.findIndex(cell => accepts(cell.text))
}

/** A wider table is no text; looking a cell up in its row takes as long as the row. */
const MOST_COLUMNS = 100

/** The head (plain text) over the column that a node stands in; empty in the head itself and outside of tables. */
export function headOver(node: MarkdownNode): string {
  const cell = closest(node, 'tableCell')
  const row = cell?.parent
  const head = row?.parent?.children[0]
  if (cell === undefined || row === undefined || head === undefined || head === row || row.children.length > MOST_COLUMNS) return ''
  const above = head.children[row.children.indexOf(cell)]
  return above === undefined ? '' : textOf(above).trim()
}
