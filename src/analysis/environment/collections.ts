/** Tables and lists of environment variables: their names, columns and cells. */
import type { Document } from '../../core/document.ts'
import { textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import { outlineOf, type Section } from '../outline/outline.ts'
import { tablesOf, type Row, type Table } from '../outline/table.ts'

/** A name (or a pattern such as `META_*`) in a row or an item. */
export interface NamedVariable {
  readonly name: string
  readonly start: number
  readonly end: number
  /** Of the row or item that it stands in. */
  readonly row: number
}

export interface VariableCollection {
  readonly kind: 'table' | 'list'
  readonly section: Section
  /** Where the collection as a whole is reported: the table's head, the list's first item. */
  readonly start: number
  readonly end: number
  readonly names: readonly NamedVariable[]
  /** Set for a table. */
  readonly table: Table | undefined
  /** 0-based column of the names. */
  readonly column: number
}

const NAME = '[A-Z][A-Z0-9]*(?:_+[A-Z0-9]+)*'
/** As written in a cell: an underscore or star outside of code may be escaped. */
const WRITTEN = /(?<![\w./@\\-]|[\w./@]\.)((?:[A-Z][A-Z0-9]*)(?:(?:\\?_)+[A-Z0-9]+)*(?:\\?_)?(?:\\?\*)?)(?![\w/(-]|\.\w)/g
const IS_NAME = new RegExp(String.raw`^(?:(?:secrets|vars|env|inputs)\.)?${NAME}_?\*?$`)
const NAME_HEAD = /^(?:(?:environment |env |config(?:uration)? )?(?:variables?|vars?|keys?|names?|settings?|secrets?)(?: names?)?|env(?:ironment)?(?: ?vars?)?|env(?:ironment)?)$/i
const ENVIRONMENT = /\benv(?:ironment)?[\s-]?var(?:iable)?s?\b|\benvironment\b|\benv\b|\bsecrets?\b|\.env\b|\bvariables?\b|\bvars?\b/i

/** No document has more of them, and no table more names, unless a program wrote it. */
const MOST_COLLECTIONS = 100
const MOST_NAMES = 300
const LEADING = new RegExp(`^(${NAME}_?\\*?)(?:[ ]?=.*)?$`)

const known = new WeakMap<Document, readonly VariableCollection[]>()

/** Every table and list of variables of a document; remembered with the document. */
export function variableCollections(document: Document): readonly VariableCollection[] {
  let found = known.get(document)
  if (found === undefined) {
    found = /[A-Z]_[A-Z0-9]/.test(document.text) ? [...tables(document), ...lists(document)].slice(0, MOST_COLLECTIONS) : []
    known.set(document, found)
  }
  return found
}

function* tables(document: Document): Iterable<VariableCollection> {
  for (const table of tablesOf(document)) {
    const column = columnOfNames(document, table)
    if (column < 0) continue
    const names = table.rows.flatMap((row, index) => {
      const cell = row.cells[column]
      return cell === undefined ? [] : namesIn(document, cell.start, cell.end, index)
    }).slice(0, MOST_NAMES)
    const [first] = table.head
    yield { kind: 'table', section: outlineOf(document).at(table.node.start), start: first?.start ?? table.node.start, end: table.head.at(-1)?.end ?? table.node.start, names, table, column }
  }
}

/** The column most of whose cells are variables; at least two rows, half of them with an underscore unless the words around say what they are. */
function columnOfNames(document: Document, table: Table): number {
  if (table.rows.length < 2) return -1
  for (let column = 0; column < Math.min(2, table.head.length); column++) {
    const head = table.head[column]?.text ?? ''
    const cells = table.rows.map(row => row.cells[column]?.text ?? '')
    const named = cells.filter(isNames)
    if (named.length * 2 <= cells.length) continue
    const underscored = named.filter(text => text.includes('_')).length
    if (underscored * 2 < named.length) continue
    const section = outlineOf(document).at(table.node.start)
    if (NAME_HEAD.test(head.replace(/`/g, '')) && speaksOfVariables(document, section, table, head)) return column
  }
  return -1
}

function speaksOfVariables(document: Document, section: Section, table: Table, head: string): boolean {
  if (/env|variable|\bvars?\b|secret/i.test(head)) return true
  for (let at: Section | undefined = section; at !== undefined; at = at.parent) if (ENVIRONMENT.test(at.title)) return true
  return /env(?:ironment)?[\s-]?var|\.env\b|environment/i.test(document.text.slice(Math.max(section.start, table.node.start - 400), table.node.start))
}

/** A cell of one or several names: `A` / `B`, `A` (+ `B` slot 0), `secrets.X`. */
function isNames(text: string): boolean {
  const [first = '', ...more] = text.split(/[\s,/|+&()]+/).filter(word => word !== '')
  return IS_NAME.test(first) && /[A-Z]{2}/.test(first) && more.length <= 8
}

function namesIn(document: Document, start: number, end: number, row: number): NamedVariable[] {
  const names: NamedVariable[] = []
  for (const match of document.text.slice(start, end).matchAll(WRITTEN)) {
    const written = match[1] ?? ''
    const name = written.replaceAll('\\', '')
    if (!name.includes('_') && !/^[A-Z][A-Z0-9]{2,}$/.test(name)) continue
    names.push({ name, start: start + match.index, end: start + match.index + written.length, row })
  }
  return names
}

/** Lists whose items begin with a variable: found in three times as many documents as tables. */
function* lists(document: Document): Iterable<VariableCollection> {
  for (const list of document.nodes('list')) {
    const items = list.children.filter(item => item.type === 'listItem')
    if (items.length < 3) continue
    const names = items.map((item, index) => leadingName(document, item, index))
    const found = names.filter(name => name !== undefined)
    if (found.length * 10 < items.length * 7 || found.filter(one => one.name.includes('_')).length * 2 < found.length) continue
    const section = outlineOf(document).at(list.start)
    const intro = document.text.slice(Math.max(section.start, list.start - 300), list.start)
    if (!ENVIRONMENT.test(section.title) && !ENVIRONMENT.test(intro)) continue
    const [first] = found
    if (first !== undefined) yield { kind: 'list', section, start: first.start, end: first.end, names: found.slice(0, MOST_NAMES), table: undefined, column: -1 }
  }
}

function leadingName(document: Document, item: MarkdownNode, row: number): NamedVariable | undefined {
  const paragraph = item.children.find(child => child.type === 'paragraph')
  let first = paragraph?.children.find(child => !(child.type === 'text' && child.value.trim() === ''))
  while (first !== undefined && (first.type === 'strong' || first.type === 'emphasis' || first.type === 'link')) [first] = first.children
  if (first?.type !== 'inlineCode') return undefined
  const match = LEADING.exec(textOf(first).trim().slice(0, 300))
  const name = match?.[1]
  if (name === undefined) return undefined
  const start = document.text.indexOf(name, first.start)
  return start < 0 || start >= first.end ? undefined : { name, start, end: start + name.length, row }
}

/** The cells of a row by column, padded to the head's width. */
export function cellTexts(row: Row, width: number): readonly string[] {
  return Array.from({ length: width }, (_, index) => row.cells[index]?.text ?? '')
}
