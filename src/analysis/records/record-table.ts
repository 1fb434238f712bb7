/** Tables of records: one row is one thing with a status, mostly with an id and notes. */
import type { Document } from '../../core/document.ts'
import { outlineOf, type Section } from '../outline/outline.ts'
import { columnOf, tablesOf, type Cell, type Row, type Table } from '../outline/table.ts'

export interface RecordRow {
  readonly row: Row
  readonly status: Cell
  readonly id: Cell | undefined
}

export interface RecordTable {
  readonly table: Table
  readonly section: Section
  /** Tables with equal heads keep one kind of record. */
  readonly signature: string
  readonly rows: readonly RecordRow[]
}

const STATUS = /^\W{0,4}(?:status|state)\W{0,4}$/i
const ID = /^\W{0,4}(?:id|entry id|record id|item id|ticket id|adr|rfc)\W{0,4}$/i

/** A first column that shows how a status looks: the table is a legend of its own. */
const EXPLAINED = /^(?:symbols?|emojis?|icons?|badges?|markers?|colou?rs?|labels?|keys?|values?)$/i

/** Every table with a column `Status` or `State` that says how records stand. */
export function recordTablesOf(document: Document): readonly RecordTable[] {
  if (!/\|[^|\n]{0,10}stat(?:us|e)\b/i.test(document.text)) return []
  const outline = outlineOf(document)
  return tablesOf(document).flatMap((table) => {
    const statusColumn = columnOf(table, head => STATUS.test(head))
    // In the first column it is what the rows are about: such a table explains statuses.
    if (statusColumn < 1 || EXPLAINED.test(table.head[0]?.text ?? '')) return []
    const idColumn = columnOf(table, head => ID.test(head))
    const rows = table.rows.flatMap((row): RecordRow[] => {
      const status = row.cells[statusColumn]
      return status === undefined ? [] : [{ row, status, id: idColumn < 0 ? undefined : row.cells[idColumn] }]
    })
    const signature = table.head.map(cell => cell.text.toLowerCase()).join('|')
    return [{ table, section: outline.at(table.node.start), signature, rows }]
  })
}
