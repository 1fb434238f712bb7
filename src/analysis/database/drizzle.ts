/** Drizzle ORM: databases of all its drivers, tables as values, migrators. */
import { keyOf } from '../program/origin.ts'
import { isFunction, returnsIn } from '../program/returns.ts'
import { callOf, isSyntax, stringOf, type Syntax } from '../program/syntax.ts'
import type { Operation } from './effect.ts'
import { columnsWritten } from './columns.ts'
import { touched, type CallSite, type Handle, type Library, type Outcome } from './handle.ts'
import { sqlEffect } from './sql.ts'

const NAME = 'drizzle'
const CLIENT: Handle = { library: NAME, role: 'client' }
const OPERATIONS: Readonly<Record<string, Operation>> = { insert: 'insert', update: 'update', delete: 'delete' }

export const drizzle: Library = {
  name: NAME,
  words: /drizzle/i,
  exported(source, name) {
    if (!/^drizzle-(?:orm|seed)(?:\/|$)/.test(source)) return undefined
    if (source === 'drizzle-seed') return /^(?:seed|reset)$/.test(name) ? { library: NAME, role: 'seeder', method: name } : undefined
    if (name === 'drizzle') return { library: NAME, role: 'factory', ...(source === 'drizzle-orm/pglite' ? { method: 'pglite' } : {}) }
    if (name === 'migrate') return { library: NAME, role: 'migrator' }
    if (/^(?:pg|mysql|sqlite|singlestore)Table$/.test(name)) return { library: NAME, role: 'table-factory' }
    if (/^(?:pg|mysql|singlestore)Schema$/.test(name)) return { library: NAME, role: 'schema-factory' }
    return /^(?:pg|mysql|sqlite|singlestore)TableCreator$/.test(name) ? { library: NAME, role: 'creator-factory' } : undefined
  },
  typed(source, name) {
    return /^drizzle-orm(?:\/|$)/.test(source) && /(?:Database|Transaction)$/.test(name) ? CLIENT : undefined
  },
  member(handle, name) {
    switch (handle.role) {
      case 'client': return name === 'query' || name === '_query' ? { library: NAME, role: 'relations' } : { library: NAME, role: 'method', method: name }
      case 'relations': return { library: NAME, role: 'relation', table: name }
      case 'relation': return { ...handle, role: 'find', method: name }
      case 'schema': return name === 'table' ? { library: NAME, role: 'table-factory' } : undefined
      default: return undefined
    }
  },
  call(handle, site): Outcome | undefined {
    switch (handle.role) {
      case 'factory': return { result: CLIENT, effects: [{ kind: 'client' }] }
      case 'migrator': return { effects: [{ kind: 'migrate' }] }
      case 'seeder': return { effects: [{ kind: 'write', tables: [touched(undefined, 'table', handle.method === 'reset' ? 'truncate' : 'insert')] }] }
      case 'table-factory': return { result: { library: NAME, role: 'table', table: site.text(site.args[0]) ?? null, mapped: columnNames(site) } }
      // `pgSchema('app').table('users', …)`, and `pgTableCreator(name => …)('users', …)`, whose names only a run tells.
      case 'schema-factory': return { result: { library: NAME, role: 'schema' } }
      case 'creator-factory': return { result: { library: NAME, role: 'creator' } }
      case 'creator': return { result: { library: NAME, role: 'table', table: null } }
      case 'find': return { effects: [{ kind: 'read', tables: [touched(handle.table, 'entity', 'read')] }] }
      case 'method': return method(handle.method ?? '', site)
      default: return undefined
    }
  },
}

function method(name: string, site: CallSite): Outcome | undefined {
  const operation = OPERATIONS[name]
  if (operation !== undefined) return { effects: [{ kind: 'write', tables: [written(operation, site)] }] }
  switch (name) {
    case 'transaction': return { callback: [CLIENT] }
    case 'with': case '$with': return { result: CLIENT }
    case 'execute': case 'run': return { effects: [sqlEffect(site.text(site.args[0]), name === 'run' ? 'write' : 'read')] }
    case 'all': case 'get': case 'values': return { effects: [sqlEffect(site.text(site.args[0]))] }
    case 'select': case 'selectDistinct': case 'selectDistinctOn': case '$count': {
      const from = name === '$count' ? site.args[0] : site.chain().find(link => link.method === 'from')?.args[0]
      return { effects: [{ kind: 'read', tables: [touched(from === undefined ? null : tableOf(from, site), 'table', 'read')] }] }
    }
    case 'refreshMaterializedView': return { effects: [{ kind: 'write', tables: [touched(undefined, 'table', 'update')] }] }
    default: return undefined
  }
}

function written(operation: Operation, site: CallSite): ReturnType<typeof touched> {
  const [table] = site.args
  const name = table === undefined ? null : tableOf(table, site)
  const mapped = table === undefined ? undefined : tableHandle(table, site)?.mapped
  const chain = site.chain()
  const row = chain.find(link => link.method === 'values' || link.method === 'set')?.args[0]
  const upserts = chain.some(link => /^on(?:ConflictDoUpdate|DuplicateKeyUpdate)$/.test(link.method))
  return touched(name, 'table', upserts ? 'upsert' : operation, operation === 'delete' ? [] : columnsWritten(row, site), mapped)
}

function tableOf(node: Parameters<CallSite['values']>[0], site: CallSite): string | null {
  return tableHandle(node, site)?.table ?? null
}

function tableHandle(node: Parameters<CallSite['values']>[0], site: CallSite): Handle | undefined {
  for (const value of site.values(node)) if (value.kind === 'handle' && value.handle.role === 'table') return value.handle
  return undefined
}

/** `{ name: varchar('title').notNull() }`, also given by a function: the column of name is title. */
function columnNames(site: CallSite): Readonly<Record<string, string>> {
  const [, columns] = site.args
  const object = columns !== undefined && isFunction(columns) ? returnsIn(columns)[0] : site.object(columns)
  const names: Record<string, string> = {}
  for (const property of (object?.['properties'] ?? []) as readonly Syntax[]) {
    const key = property.type === 'Property' ? keyOf(property) : undefined
    let call = isSyntax(property['value']) ? callOf(property['value']) : undefined
    while (call?.object !== undefined && callOf(call.object) !== undefined) call = callOf(call.object)
    const name = stringOf(call?.args[0])
    if (key !== undefined && name !== undefined && name !== key) names[key] = name
  }
  return names
}
