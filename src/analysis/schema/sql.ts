/** The tables that SQL files leave behind: statements are replayed in their order, as migrations are numbered or dated. */
import type { SchemaColumn, SchemaTable } from './table.ts'

/** A table with the file that made it. */
export interface SqlTable extends SchemaTable {
  readonly path: string
}

type Tables = Map<string, { readonly name: string, readonly path: string, readonly columns: Map<string, SchemaColumn> }>

const NAME = String.raw`(?:["\x60\[]?\w{1,80}["\x60\]]?\.)?["\x60\[]?(\w{1,80})["\x60\]]?`
const CREATE = new RegExp(String.raw`\bcreate\s+(?:unlogged\s+|temp(?:orary)?\s+)?table\s+(?:if\s+not\s+exists\s+)?${NAME}\s*\(`, 'gi')
const CHANGE = new RegExp(String.raw`\b(drop|alter)\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${NAME}([^;]{0,2000})`, 'gi')
/** Entries of a CREATE TABLE that declare no column. */
const CONSTRAINT = /^(?:primary|foreign|unique|constraint|check|key|index|exclude|like)$/i
/** The longest body that is read. In UTF-16 units. */
const LONGEST_BODY = 20_000

/** @param files path and text, in the order in which they are run */
export function sqlTables(files: readonly (readonly [path: string, text: string])[]): readonly SqlTable[] {
  const tables: Tables = new Map()
  for (const [path, text] of files) replay(text.replace(/--[^\n]*/g, ''), path, tables)
  return [...tables.values()].map(({ name, path, columns }) => ({ name, kind: 'table', path, mapped: undefined, columns: [...columns.values()] }))
}

function replay(text: string, path: string, tables: Tables): void {
  const events: { readonly at: number; readonly run: () => void }[] = []
  for (const match of text.matchAll(CREATE)) {
    const name = match[1] ?? ''
    const from = match.index + match[0].length
    const create = (): void => { tables.set(name.toLowerCase(), { name, path, columns: columnsOf(text.slice(from, from + LONGEST_BODY)) }) }
    events.push({ at: match.index, run: create })
  }
  for (const match of text.matchAll(CHANGE)) {
    const [, verb = '', name = '', rest = ''] = match
    events.push({ at: match.index, run: () => { change(tables, verb.toLowerCase(), name, rest) } })
  }
  for (const { run } of events.sort((a, b) => a.at - b.at)) run()
}

function change(tables: Tables, verb: string, name: string, rest: string): void {
  const table = tables.get(name.toLowerCase())
  if (verb === 'drop') tables.delete(name.toLowerCase())
  if (verb === 'drop' || table === undefined) return
  for (const [, action = '', column = ''] of rest.matchAll(/\b(add|drop)\s+(?:column\s+)?(?:if\s+(?:not\s+)?exists\s+)?["`[]?(\w{1,80})/gi)) {
    if (CONSTRAINT.test(column)) continue
    if (action.toLowerCase() === 'add') table.columns.set(column.toLowerCase(), columnCalled(column))
    else table.columns.delete(column.toLowerCase())
  }
  for (const [, from = '', to = ''] of rest.matchAll(/\brename\s+(?:column\s+)?["`[]?(\w{1,80})["`\]]?\s+to\s+["`[]?(\w{1,80})/gi)) {
    table.columns.delete(from.toLowerCase())
    table.columns.set(to.toLowerCase(), columnCalled(to))
  }
  const renamed = /^\s*rename\s+to\s+["`[]?(\w{1,80})/i.exec(rest)?.[1]
  if (renamed === undefined) return
  tables.delete(name.toLowerCase())
  tables.set(renamed.toLowerCase(), { ...table, name: renamed })
}

function columnCalled(name: string): SchemaColumn {
  return { name, type: '', mapped: undefined, isKey: false }
}

/** The entries of a table, up to the parenthesis that ends it. */
function columnsOf(body: string): Map<string, SchemaColumn> {
  const columns = new Map<string, SchemaColumn>()
  let depth = 1
  let from = 0
  for (let at = 0; at < body.length && depth > 0; at++) {
    const character = body[at]
    if (character === '(') depth++
    else if (character === ')') depth--
    if (!((character === ',' && depth === 1) || depth === 0)) continue
    const entry = body.slice(from, Math.min(at, from + 300))
    const [, name, type = ''] = /^\s*["`[]?(\w{1,80})["`\]]?(?:\s+(\w{1,80}))?/.exec(entry) ?? []
    if (name !== undefined && !CONSTRAINT.test(name)) columns.set(name.toLowerCase(), { name, type, mapped: undefined, isKey: /\bprimary\s+key\b/i.test(entry) })
    from = at + 1
  }
  return columns
}
