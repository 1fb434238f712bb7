/** At-a-glance tables: tables that list the numbered headings of their document once more. */
import type { Document } from '../../core/document.ts'
import { pointAt } from '../../core/position.ts'
import { sequencesOf, type Numbered, type Sequence } from '../outline/sequences.ts'
import type { Cell, Table } from '../outline/table.ts'
import { sameTitle } from './loose-title.ts'

/** Where a table and the headings that it lists agree or not: plain JSON. */
export interface GlanceClaim {
  readonly start: number
  readonly end: number
  readonly kind: 'same' | 'title' | 'noHeading' | 'noRow'
  /** `Gate 3`, or `3`. */
  readonly label: string
  readonly title: string
  /** What the other side says, and its 1-based line. */
  readonly other: string
  readonly line: number
}

/** Compares every at-a-glance table of a document with its headings. */
export function* glanceClaimsOf(document: Document): Iterable<GlanceClaim> {
  const all = sequencesOf(document)
  const headings = all.filter(one => (one.kind === 'heading' || one.kind === 'item') && one.items.length > 1 && one.items.length <= LONGEST && one.prefix === '')
  if (headings.length === 0) return
  for (const rows of all) {
    if (rows.kind !== 'row' || rows.table === undefined || rows.items.length < 2 || rows.items.length > LONGEST) continue
    const matched = headings.map(one => matchOf(rows, rows.table, one)).filter(match => match !== undefined)
    const best = matched.sort((a, b) => b.agreed - a.agreed)[0]
    if (best !== undefined) yield* compare(document, rows, best)
  }
}

/** More rows are a list of something else. */
const LONGEST = 100

interface Match {
  readonly headings: Sequence
  /** 0-based column of the titles; -1 where only the numbers are compared. */
  readonly column: number
  readonly agreed: number
}

/** The column of a table whose cells are the titles of the headings with the same numbers, if there is one. */
function matchOf(rows: Sequence, table: Table | undefined, headings: Sequence): Match | undefined {
  if (table === undefined || rows.lettered !== headings.lettered) return undefined
  if (rows.word !== '' && headings.word !== '' && rows.word !== headings.word) return undefined
  const shared = rows.items.filter(row => headings.items.some(heading => heading.value === row.value))
  const apart = rows.items.length + headings.items.length - 2 * shared.length
  if (shared.length < 2 || apart > Math.max(1, headings.items.length / 4)) return undefined
  let best: Match | undefined
  for (let column = 0; column < table.head.length; column++) {
    const agreed = shared.filter((row) => {
      const heading = headings.items.find(item => item.value === row.value)
      return heading !== undefined && sameTitle(titleIn(table, row, column), heading.title)
    }).length
    if (agreed >= Math.max(2, shared.length / 2) && agreed > (best?.agreed ?? 0)) best = { headings, column, agreed }
  }
  return best
}

function cellIn(table: Table, row: Numbered, column: number): Cell | undefined {
  return table.rows.find(one => one.node === row.node)?.cells[column]
}

function titleIn(table: Table, row: Numbered, column: number): string {
  return column === 0 ? row.title : cellIn(table, row, column)?.text ?? ''
}

function* compare(document: Document, rows: Sequence, { headings, column }: Match): Iterable<GlanceClaim> {
  const { table } = rows
  if (table === undefined) return
  const lineOf = (item: Numbered): number => pointAt(document.lines, item.start).line
  const word = headings.word === '' ? rows.word : headings.word
  const label = (item: Numbered): string => (word === '' ? item.written : `${word.charAt(0).toUpperCase()}${word.slice(1)} ${item.written}`)
  for (const row of rows.items) {
    const heading = headings.items.find(item => item.value === row.value)
    const title = titleIn(table, row, column)
    const cell = cellIn(table, row, column)
    const place = column === 0 || cell === undefined || cell.text === '' ? row : cell
    const claim = { start: place.start, end: place.end, label: label(row), title }
    if (heading === undefined) {
      yield { ...claim, start: row.start, end: row.end, kind: 'noHeading', other: '', line: lineOf(headings.items[0] ?? row) }
    } else {
      yield { ...claim, kind: sameTitle(title, heading.title) ? 'same' : 'title', other: plain(heading.title), line: lineOf(heading) }
    }
  }
  for (const heading of headings.items) {
    if (rows.items.some(row => row.value === heading.value)) continue
    yield {
      start: heading.start, end: heading.end, kind: 'noRow', label: label(heading), title: plain(heading.title), other: '',
      line: pointAt(document.lines, table.node.start).line,
    }
  }
}

function plain(title: string): string {
  return title.replace(/<!--[^>]*-->/g, '').replace(/[*_`]/g, '').trim()
}
