/** Models, tables and their fields, as Prisma schemas and SQL files declare them. */
import { defineFact } from '../../core/repository.ts'
import { TEST_DATA } from '../gone-path.ts'

export interface DeclaredTable {
  /** As declared. */
  readonly name: string
  readonly kind: 'model' | 'table' | 'enum'
  /** Path of the file that declares it. */
  readonly path: string
  /** Fields or columns, lower case. */
  readonly fields: ReadonlySet<string>
}

export interface Schema {
  /** Whether any schema declares anything. */
  readonly known: boolean
  model(name: string): DeclaredTable | undefined
  /** By its own name or the model that is mapped to it; letter case does not matter. */
  table(name: string): DeclaredTable | undefined
  /** Whether some model or table has such a field. */
  hasField(name: string): boolean
  /** Names of all models and tables. */
  readonly names: readonly string[]
}

/** Files larger than this are dumps. In bytes. */
const LARGEST = 1_000_000

export const schemaFact = defineFact<Schema>('schema', (repository) => {
  const models = new Map<string, DeclaredTable>()
  const tables = new Map<string, { name: string; kind: 'table'; path: string; fields: Set<string> }>()
  const mapped = new Map<string, DeclaredTable>()
  const paths = [...repository.source.files.keys()].filter(path => /\.(?:prisma|sql)$/i.test(path) && !TEST_DATA.test(path) && !/(?:^|\/)(?:tests?|__tests__)\//.test(path)).sort()
  repository.source.prefetch(paths)
  for (const path of paths) {
    const bytes = repository.source.read(path)
    if (bytes === undefined || bytes.length > LARGEST) continue
    const text = bytes.toString('utf8')
    if (path.endsWith('.prisma')) readPrisma(text, path, models, mapped)
    else readSql(text, path, tables)
  }
  const fields = new Set([...models.values(), ...tables.values()].flatMap(one => [...one.fields]))
  return {
    known: models.size + tables.size > 0,
    model: name => models.get(name),
    table: name => tables.get(name.toLowerCase()) ?? mapped.get(name.toLowerCase()),
    hasField: name => fields.has(name.toLowerCase()),
    names: [...models.keys(), ...[...tables.values()].map(one => one.name)],
  }
})

function readPrisma(written: string, path: string, models: Map<string, DeclaredTable>, mapped: Map<string, DeclaredTable>): void {
  const text = written.replace(/\/\/[^\n]*/g, '')
  for (const match of text.matchAll(/^[ \t]{0,8}(model|view|type|enum)[ \t]+(\w+)[ \t]*\{([^}]{0,20000})\}/gm)) {
    const [, word = '', name = '', body = ''] = match
    const fields = new Set<string>()
    for (const line of body.matchAll(/^[ \t]{0,16}([A-Za-z]\w*)(?:[ \t]|$)/gm)) fields.add((line[1] ?? '').toLowerCase())
    for (const map of body.matchAll(/[^@]@map\(\s*(?:name:\s*)?"([^"\n]{1,100})"/g)) fields.add((map[1] ?? '').toLowerCase())
    const declared: DeclaredTable = { name, kind: word === 'enum' ? 'enum' : 'model', path, fields }
    models.set(name, declared)
    const table = /@@map\(\s*(?:name:\s*)?"([^"\n]{1,100})"/.exec(body)?.[1] ?? name
    mapped.set(table.toLowerCase(), declared)
  }
}

const SQL_NAME = String.raw`(?:["\x60\[]?\w{1,80}["\x60\]]?\.)?["\x60\[]?(\w{1,80})["\x60\]]?`
const CREATE = new RegExp(String.raw`\bcreate\s+(?:unlogged\s+|temp(?:orary)?\s+)?table\s+(?:if\s+not\s+exists\s+)?${SQL_NAME}\s*\(`, 'gi')
const CHANGE = new RegExp(String.raw`\b(drop|alter)\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${SQL_NAME}([^;]{0,2000})`, 'gi')

/** Statements in the order of the files: migrations are numbered or dated. */
function readSql(written: string, path: string, tables: Map<string, { name: string; kind: 'table'; path: string; fields: Set<string> }>): void {
  const text = written.replace(/--[^\n]*/g, '')
  const events: { readonly at: number; readonly run: () => void }[] = []
  for (const match of text.matchAll(CREATE)) {
    const name = match[1] ?? ''
    const body = text.slice(match.index + match[0].length, match.index + match[0].length + 20_000)
    events.push({ at: match.index, run: () => { tables.set(name.toLowerCase(), { name, kind: 'table', path, fields: columnsOf(body) }) } })
  }
  for (const match of text.matchAll(CHANGE)) {
    const [, verb = '', name = '', rest = ''] = match
    events.push({ at: match.index, run: () => { change(tables, verb.toLowerCase(), name, rest) } })
  }
  for (const { run } of events.sort((a, b) => a.at - b.at)) run()
}

function change(tables: Map<string, { name: string; kind: 'table'; path: string; fields: Set<string> }>, verb: string, name: string, rest: string): void {
  const table = tables.get(name.toLowerCase())
  if (verb === 'drop') tables.delete(name.toLowerCase())
  if (verb === 'drop' || table === undefined) return
  for (const match of rest.matchAll(/\b(add|drop)\s+(?:column\s+)?(?:if\s+(?:not\s+)?exists\s+)?["`[]?(\w{1,80})/gi)) {
    if ((match[1] ?? '').toLowerCase() === 'add') table.fields.add((match[2] ?? '').toLowerCase())
    else table.fields.delete((match[2] ?? '').toLowerCase())
  }
  for (const match of rest.matchAll(/\brename\s+(?:column\s+)?["`[]?(\w{1,80})["`\]]?\s+to\s+["`[]?(\w{1,80})/gi)) {
    table.fields.delete((match[1] ?? '').toLowerCase())
    table.fields.add((match[2] ?? '').toLowerCase())
  }
  const renamed = /^\s*rename\s+to\s+["`[]?(\w{1,80})/i.exec(rest)?.[1]
  if (renamed === undefined) return
  tables.delete(name.toLowerCase())
  tables.set(renamed.toLowerCase(), { ...table, name: renamed })
}

/** First words of a table's entries, up to the parenthesis that ends it. */
function columnsOf(body: string): Set<string> {
  const fields = new Set<string>()
  let depth = 1
  let from = 0
  for (let at = 0; at < body.length && depth > 0; at++) {
    const character = body[at]
    if (character === '(') depth++
    else if (character === ')') depth--
    if ((character === ',' && depth === 1) || depth === 0) {
      const name = /^\s*["`[]?(\w{1,80})/.exec(body.slice(from, from + 200))?.[1]
      if (name !== undefined && !/^(?:primary|foreign|unique|constraint|check|key|index|exclude|like)$/i.test(name)) fields.add(name.toLowerCase())
      from = at + 1
    }
  }
  return fields
}
