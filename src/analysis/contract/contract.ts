/** The mutation contract: which scripts may change production, which tables, and what is forbidden. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { closest, textOf } from '../../core/markdown/node.ts'
import { itemText } from '../outline/field.ts'
import { outlineOf, type Section } from '../outline/outline.ts'
import { columnOf } from '../outline/table.ts'
import { operationsOf, type Operation } from './operation.ts'

/** A place in the contract. Offsets are 0-based UTF-16 units, `end` exclusive. */
export interface ContractPlace {
  readonly start: number
  readonly end: number
}

export type ScriptKind = 'deploy' | 'sync' | 'init' | 'other'

export interface ContractScript extends ContractPlace {
  /** As written, from the root: a file, a folder (`scripts/backfills/`) or a glob. */
  readonly path: string
  readonly kind: ScriptKind
  /** What its entry says below the path, as plain text. */
  readonly terms: string
  /** Tables of the contract that the entry names; empty when it names none. */
  readonly tables: readonly string[]
}

export interface ContractColumn extends ContractPlace {
  readonly name: string
}

export interface ContractTable extends ContractPlace {
  readonly name: string
  /** Empty when the contract allows the table as a whole. */
  readonly columns: readonly ContractColumn[]
}

export interface ForbiddenOperation extends ContractPlace {
  readonly written: string
  /** Empty for words that name nothing code can be held against. */
  readonly operations: readonly Operation[]
  /** What is allowed all the same: "except via migrations"; '' without one. */
  readonly exception: string
}

/** A guard that the contract names: a function, and the file where it says that it lives. */
export interface ContractGuard extends ContractPlace {
  readonly name: string
  readonly file: string | null
}

export interface ContractTerms {
  readonly scripts: readonly ContractScript[]
  readonly deprecated: readonly ContractScript[]
  readonly tables: readonly ContractTable[]
  readonly forbidden: readonly ForbiddenOperation[]
  readonly guards: readonly ContractGuard[]
}

const ALLOWED = /\b(?:allowed|allowlist(?:ed)?|approved|permitted|authori[sz]ed|whitelist(?:ed)?)\b/i
const SCRIPTS = /\bscripts?\b/i
const TABLES = /\b(?:tables?|models?|columns?|collections?|entit(?:y|ies))\b/i
const DEPRECATED = /\b(?:deprecated|retired|hard-blocked|removed)\b/i
const FORBIDDEN = /\b(?:forbidden|prohibited|disallowed|banned)\b/i
const SCRIPT_PATH = /^(?:\.\/)?[\w@.-]+(?:\/[\w@.-]+)*\.(?:[cm]?[jt]s|sh|py|rb|sql|ps1)$/

/** Whether a code names a folder (`scripts/backfills/`) or a glob (`scripts/*.ts`) of scripts. */
function isScriptPlace(code: string): boolean {
  return /^[\w@.][\w@.*{},/-]{1,200}$/.test(code) && code.includes('/') && (code.endsWith('/') || code.includes('*'))
}

/** The glob for what a contract's entry names, where that is no single file. */
export function scriptPlaceOf(path: string): string | undefined {
  return SCRIPT_PATH.test(path) ? undefined : path.endsWith('/') ? `${path}**` : path
}

/** Reads a contract; `undefined` for a document that names neither scripts nor tables that may change production. */
export function readContract(document: Document): ContractTerms | undefined {
  if (!ALLOWED.test(document.text) || !/\b(?:scripts?|tables?|collections?)\b/i.test(document.text)) return undefined
  const scripts: ContractScript[] = []
  const deprecated: ContractScript[] = []
  const tables: ContractTable[] = []
  const forbidden: ForbiddenOperation[] = []
  const { sections } = outlineOf(document)
  for (const section of sections) {
    const topic = topicOf(section)
    if (topic === 'tables') tables.push(...tablesIn(document, section))
    if (topic === 'forbidden') forbidden.push(...forbiddenIn(section))
  }
  const names = tables.map(table => table.name)
  for (const section of sections) {
    const topic = topicOf(section)
    if (topic !== 'scripts' && topic !== 'deprecated') continue
    for (const { text, ...script } of scriptsIn(document, section)) {
      const entry = { ...script, tables: names.filter(name => namesWord(script.terms, name)) }
      if (topic === 'deprecated' || DEPRECATED.test(text)) deprecated.push(entry)
      else scripts.push(entry)
    }
  }
  return scripts.length === 0 && tables.length === 0 ? undefined : { scripts, deprecated, tables, forbidden, guards: guardsIn(document) }
}

/** Whether a text has a name as a word of its own. */
function namesWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + name.length] ?? ' ')) return true
  }
  return false
}

type Topic = 'scripts' | 'deprecated' | 'tables' | 'forbidden'

function topicOf({ title }: Section): Topic | undefined {
  if (title === '' || title.length > 100) return undefined
  if (DEPRECATED.test(title) && !ALLOWED.test(title)) return 'deprecated'
  if (FORBIDDEN.test(title)) return 'forbidden'
  if (!ALLOWED.test(title)) return undefined
  return SCRIPTS.test(title) ? 'scripts' : TABLES.test(title) ? 'tables' : undefined
}

/** Entries at the top level of a section's lists. */
function itemsOf(section: Section): readonly MarkdownNode[] {
  return section.lists.filter(list => closest(list, 'listItem') === undefined).flatMap(list => list.children)
}

function* scriptsIn(document: Document, section: Section): Iterable<Omit<ContractScript, 'tables'> & { readonly text: string }> {
  for (const item of itemsOf(section)) {
    const codes = codesIn(item.children[0])
    const place = codes.slice(0, 1).find(node => isScriptPlace(node.value) && isFirst(node, item, document))
    const code = codes.find(node => SCRIPT_PATH.test(node.value)) ?? place
    if (code === undefined) continue
    yield { ...scriptAt(code, linesOf(item, 0).join('\n').slice(0, 4000)), text: itemText(item) }
  }
  for (const table of section.tables) {
    for (const row of table.rows) {
      const codes = row.cells.flatMap(cell => codesIn(cell.node))
      const code = codes.find(node => SCRIPT_PATH.test(node.value)) ?? codes.find(node => isScriptPlace(node.value))
      const text = row.cells.map(cell => cell.text).join(' ')
      if (code !== undefined) yield { ...scriptAt(code, text), text }
    }
  }
  // A deprecated script may be named in a sentence of its own.
  if (topicOf(section) !== 'deprecated' || section.lists.length > 0) return
  for (const code of document.nodes('inlineCode')) {
    if (code.start > section.start && code.end < section.end && SCRIPT_PATH.test(code.value)) yield { ...scriptAt(code, ''), text: '' }
  }
}

function scriptAt(code: MarkdownNode, terms: string): Omit<ContractScript, 'tables'> {
  const path = code.value.replace(/^\.\//, '')
  const name = path.replace(/[/*]+$/, '').split('/').at(-1) ?? path
  const kind = /sync|seed|promote|copy|import|backfill/i.test(name) ? 'sync'
    : /init|setup|bootstrap/i.test(name) ? 'init'
      : /deploy|migrat/i.test(name) || terms.includes('migrate deploy') ? 'deploy' : 'other'
  return { path, kind, terms, start: code.start, end: code.end }
}

/** The text of an entry, a line for each of its paragraphs: words of two of them are no sentence. */
function linesOf(node: MarkdownNode, depth: number): readonly string[] {
  return depth < 20 && /^(?:list|listItem)$/.test(node.type) ? node.children.flatMap(child => linesOf(child, depth + 1)) : [textOf(node)]
}

/** Inline code anywhere below a node. */
function codesIn(root: MarkdownNode | undefined): readonly MarkdownNode[] {
  const found: MarkdownNode[] = []
  const stack = root === undefined ? [] : [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'inlineCode') found.push(node)
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return found
}

/** Whether nothing stands before a code in its item: "scripts in `scripts/` must …" lists no folder. */
function isFirst(code: MarkdownNode, item: MarkdownNode, { text }: Document): boolean {
  return /^[\s*_]*$/.test(text.slice(item.children[0]?.start ?? code.start, code.start))
}

const IDENTIFIER = /^[A-Za-z_][\w.]{0,80}$/

function* tablesIn(document: Document, section: Section): Iterable<ContractTable> {
  for (const item of itemsOf(section)) {
    const [code] = codesIn(item.children[0])
    if (code === undefined || !IDENTIFIER.test(code.value)) continue
    // "Schema tables: via `prisma migrate deploy`" names no table.
    if (!isFirst(code, item, document)) continue
    yield { name: code.value, start: code.start, end: code.end, columns: columnsBehind(document, code.end, item.end) }
  }
  for (const table of section.tables) {
    const nameColumn = columnOf(table, head => /^(?:table|model|collection|entity)s?(?: name)?$/i.test(head))
    const columns = columnOf(table, head => /\b(?:columns?|fields?)\b/i.test(head))
    for (const { cells } of table.rows) {
      const cell = cells[Math.max(0, nameColumn)]
      const list = columns < 0 ? undefined : cells[columns]
      if (cell === undefined || !IDENTIFIER.test(cell.text)) continue
      yield { name: cell.text, start: cell.start, end: cell.end, columns: list === undefined ? [] : columnsBehind(document, list.start, list.end) }
    }
  }
}

/** `: name, description, categoryId`, in code or not; words in parentheses are remarks. */
function columnsBehind(document: Document, from: number, to: number): readonly ContractColumn[] {
  const text = document.text.slice(from, Math.min(to, from + 4000)).replace(/\([^)\n]{0,200}\)|<!--[^]*?(?:-->|$)/g, whole => ' '.repeat(whole.length))
  const columns: ContractColumn[] = []
  for (const part of text.matchAll(/[^,\n:;]+/g)) {
    const word = /^[\s*_`+-]*([A-Za-z_]\w{0,80})[\s*_`.|]*$/.exec(part[0])
    const name = word?.[1] ?? ''
    if (name === '' || /^(?:columns?|fields?|all|and|only|any)$/i.test(name)) continue
    const start = from + part.index + part[0].indexOf(name)
    columns.push({ name, start, end: start + name.length })
  }
  return columns
}

function* forbiddenIn(section: Section): Iterable<ForbiddenOperation> {
  for (const item of itemsOf(section)) {
    const text = itemText(item).replace(/^[^\p{L}`$]+/u, '')
    if (text === '') continue
    const exception = /\(?\b((?:except|unless|other than|outside)\b[^)]{0,200})/i.exec(text)?.[1] ?? ''
    const paragraph = item.children[0] ?? item
    yield { written: text.slice(0, 120), operations: operationsOf(text), exception, start: paragraph.start, end: paragraph.end }
  }
}

/** `name()` in code, with the file that the same item, its parent items or the section name. */
function guardsIn(document: Document): readonly ContractGuard[] {
  const guards = new Map<string, ContractGuard>()
  for (const code of document.nodes('inlineCode')) {
    const name = /^([A-Za-z_$][\w$]*)\(\)$/.exec(code.value)?.[1]
    if (name === undefined || !/enforce|guard|validat|block|assert|require|ensure|verif|check|protect/i.test(name)) continue
    const known = guards.get(name)
    if (known !== undefined && known.file !== null) continue
    guards.set(name, { name, file: fileAround(code), start: code.start, end: code.end })
  }
  return [...guards.values()]
}

function fileAround(code: MarkdownNode): string | null {
  for (let item = closest(code, 'listItem'); item !== undefined; item = item.parent === undefined ? undefined : closest(item.parent, 'listItem')) {
    const file = codesIn(item.children[0]).find(node => SCRIPT_PATH.test(node.value) && node.value.includes('/'))
    if (file !== undefined) return file.value
  }
  return null
}
