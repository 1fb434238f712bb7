/** What tables and lists of variables claim: names, completeness, columns, filled cells. */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import type { Cell, Table } from '../outline/table.ts'
import { surroundingsOf } from '../wording.ts'
import { cellTexts, variableCollections, type NamedVariable, type VariableCollection } from './collections.ts'

/** What a row says of the need for its variable: `required` everywhere, `optional` at least somewhere. */
export type SaidNeed = 'required' | 'optional' | null

export type TableClaim =
  | { readonly kind: 'name'; readonly name: string; readonly need: SaidNeed; readonly files: readonly string[]; readonly all: readonly string[]; readonly excuse: 'gone' | 'planned' | null }
  | { readonly kind: 'complete'; readonly names: readonly string[]; readonly said: readonly string[]; readonly files: readonly string[]; readonly list: boolean }
  | { readonly kind: 'columns'; readonly heads: readonly string[]; readonly files: readonly string[] }
  | { readonly kind: 'column'; readonly head: string; readonly heads: readonly string[]; readonly files: readonly string[] }
  | { readonly kind: 'empty'; readonly name: string; readonly head: string }

/** Columns that say something about a variable, not about a place where it is set. */
const ABOUT = /^(?:notes?|comments?|remarks?|descriptions?|purpose|meaning|details?|what.*|why.*|defaults?(?: value)?|examples?(?: value)?|types?|format|values?|required\??|req\.?|mandatory\??|optional\??|used (?:by|in|for)|usage|source|where.*|owner|scope|since|status|component|service|secret\??|sensitive\??|how.*|location|set (?:by|in|via)|category|section|link|reference|config.*|#|(?:[\w ]{1,40} )?(?:flags?|options?|keys?|arguments?|settings?|propert(?:y|ies)|fields?|parameters?)|)$/i
const REQUIRED_HEAD = /^(?:required|mandatory|req\.?)\??$/i
const FILE = /^(?:[\w@.()[\]-]+\/)*(?:[\w.-]+\.(?:[cm]?[jt]sx?|py|go|rs|rb|prisma|php|java|kt|cs|ya?ml|toml)|[\w-]*\.env(?:\.[\w-]+)*)$/

/** Every claim of every table and list of variables. */
export function* tableClaims(document: Document): Iterable<Mention<TableClaim>> {
  for (const collection of variableCollections(document)) yield* claimsOf(document, collection)
}

function* claimsOf(document: Document, collection: VariableCollection): Iterable<Mention<TableClaim>> {
  const { names, table, column } = collection
  const files = filesNamedIn(document, collection)
  const all = [...new Set(names.map(one => one.name))]
  const node = table?.node ?? document.root
  for (const one of names) {
    const { section, sentence, struck } = surroundingsOf(document, table?.rows[one.row]?.node ?? node, one.start, one.end)
    const excuse = struck || section === 'removed' || (sentence === 'removed' && table !== undefined) ? 'gone' : section === 'planned' ? 'planned' : null
    yield { start: one.start, end: one.end, target: { kind: 'name', name: one.name, need: needOf(collection, one), files, all, excuse } }
  }
  const said = [...new Set([...document.text.slice(collection.section.start, collection.section.end).replaceAll('\\_', '_').matchAll(/[A-Z][A-Z0-9_]{1,80}\*?/g)].map(match => match[0]))].slice(0, 500)
  const head = { start: collection.start, end: collection.end }
  if (files.length > 0 || all.length >= 3) yield { ...head, target: { kind: 'complete', names: all, said, files, list: table === undefined } }
  if (table === undefined) return
  const places = placesOf(table, column)
  const heads = places.map(({ cell }) => cell.text)
  if (heads.length >= 2) {
    yield { ...head, target: { kind: 'columns', heads, files } }
    for (const { cell } of places) yield { start: cell.start, end: cell.end, target: { kind: 'column', head: cell.text, heads, files } }
  }
  if (table.rows.length < 3 || places.length < 2) return
  for (const { cell, index } of places) {
    const empty = table.rows.map((row, at) => ({ at, text: cellTexts(row, table.head.length)[index] ?? '' })).filter(one => one.text === '')
    const [only] = empty
    if (only === undefined || empty.length > 1) continue
    const name = names.find(one => one.row === only.at)
    if (name !== undefined) yield { start: name.start, end: name.end, target: { kind: 'empty', name: name.name, head: cell.text } }
  }
}

/**
 * The columns of a table of variables that stand for places where they are set: channels, environments, hosts.
 * @param column 0-based index of the column that holds the variables
 */
export function placesOf(table: Table, column: number): readonly { readonly cell: Cell, readonly index: number }[] {
  return table.head.map((cell, index) => ({ cell, index })).filter(({ cell, index }) => index !== column && !ABOUT.test(cell.text.replace(/`/g, '').trim()))
}

/** What the row says in a "Required" column, or in all of its columns for places. */
function needOf({ table, column }: VariableCollection, { row }: NamedVariable): SaidNeed {
  if (table === undefined) return null
  const cells = cellTexts(table.rows[row] ?? { node: table.node, cells: [] }, table.head.length)
  const marked = table.head.findIndex(head => REQUIRED_HEAD.test(head.text.trim()))
  if (marked >= 0) return markOf(cells[marked] ?? '')
  const places = cells.filter((_, index) => index !== column && !ABOUT.test(table.head[index]?.text.trim() ?? ''))
  const marks = places.map(cell => (/^\**(?:required|optional)\b/i.test(cell) ? markOf(cell) : null))
  if (marks.length < 2) return null
  if (marks.every(mark => mark === 'required')) return 'required'
  return marks.includes('optional') ? 'optional' : null
}

function markOf(cell: string): SaidNeed {
  const word = cell.replace(/[*_`.]/g, '').trim()
  if (/^(?:yes|y|✅|✔️?|true|required|x|mandatory|always)$/i.test(word)) return 'required'
  return /^(?:no|n|❌|✗|✖️?|false|optional|never|-|–|—)$/i.test(word) ? 'optional' : null
}

/** Files that the section names, in inline code and links: the schema that its table speaks of. */
function filesNamedIn(document: Document, { section, table }: VariableCollection): readonly string[] {
  const files = new Set<string>()
  const add = (written: string): void => {
    const path = written.replace(/[#?].*$/, '').replace(/^(?:\.{1,2}\/)+/, '').replace(/:\d+$/, '')
    if (FILE.test(path) && files.size < 8) files.add(path)
  }
  const inside = (start: number): boolean =>
    start >= section.start && start < section.end && (table === undefined || start < table.node.start || start >= table.node.end)
  for (const node of document.nodes('inlineCode')) if (inside(node.start)) add(node.value.trim())
  for (const node of document.nodes('link')) if (inside(node.start)) add(node.url)
  return [...files]
}
