/** Knex: builders that are called with a table, the schema builder, migrations and seeds. */
import { columnsWritten } from './columns.ts'
import type { Operation } from './effect.ts'
import { touched, type CallSite, type Handle, type Library, type Outcome } from './handle.ts'
import { sqlEffect } from './sql.ts'

const NAME = 'knex'
const CLIENT: Handle = { library: NAME, role: 'client' }

/** https://knexjs.org/guide/query-builder.html */
const WRITES: Readonly<Record<string, Operation>> = {
  insert: 'insert', update: 'update', del: 'delete', delete: 'delete', truncate: 'truncate', upsert: 'upsert', increment: 'update', decrement: 'update',
  updateFrom: 'update', batchInsert: 'insert',
}
const SCHEMA_READS = /^(?:hasTable|hasColumn|withSchema|generateDdlCommands|toSQL|toString)$/

export const knex: Library = {
  name: NAME,
  words: /\bknex\b/i,
  exported: (source, name) => (source === 'knex' && /^(?:default|knex|Knex|\*)$/.test(name) ? { library: NAME, role: 'factory' } : undefined),
  typed: (source, name) => (source === 'knex' && /^(?:default\.|\*\.)?(?:Knex|Transaction)/.test(name) ? CLIENT : undefined),
  convention: (exported, parameter) => (/^(?:seed|up|down)$/.test(exported) && /^(?:knex|trx|db)$/i.test(parameter) && parameter !== 'db' ? CLIENT : undefined),
  member(handle, name) {
    switch (handle.role) {
      case 'factory': return /^(?:default|knex)$/.test(name) ? handle : undefined
      case 'client': return name === 'schema' || name === 'migrate' || name === 'seed' ? { library: NAME, role: name } : { library: NAME, role: 'method', method: name }
      case 'builder': case 'schema': case 'migrate': case 'seed': return { ...handle, role: `${handle.role}-method`, method: name }
      default: return undefined
    }
  },
  call(handle, site): Outcome | undefined {
    const { method = '' } = handle
    switch (handle.role) {
      case 'factory': return { result: CLIENT, effects: [{ kind: 'client' }] }
      case 'client': return opened(site)
      case 'method': return clientMethod(method, site)
      case 'builder-method': return builderMethod(handle, site)
      case 'schema-method': {
        const [table] = site.args
        const operation = method.startsWith('drop') ? 'drop' : 'schema'
        return SCHEMA_READS.test(method)
          ? { result: { library: NAME, role: 'schema' } }
          : { result: { library: NAME, role: 'schema' }, effects: [method === 'raw' ? sqlEffect(site.text(table), 'write') : { kind: 'write', tables: [touched(site.text(table), 'table', operation)] }] }
      }
      case 'migrate-method': return /^(?:latest|up|down|rollback|forceFreeMigrationsLock)$/.test(method) ? { effects: [{ kind: 'migrate' }] } : undefined
      case 'seed-method': return method === 'run' ? { effects: [{ kind: 'write', tables: [touched(undefined, 'table', 'unknown')] }] } : undefined
      default: return undefined
    }
  },
}

/** `knex('users')`: it reads when nothing in its chain writes. */
function opened(site: CallSite): Outcome {
  const table = site.text(site.args[0]) ?? null
  const result: Handle = { library: NAME, role: 'builder', table }
  return site.chain().some(link => Object.hasOwn(WRITES, link.method)) ? { result } : { result, effects: [{ kind: 'read', tables: [touched(table, 'table', 'read')] }] }
}

function clientMethod(method: string, site: CallSite): Outcome | undefined {
  const [first, second] = site.args
  if (method === 'transaction' || method === 'transactionProvider') return { callback: [CLIENT], result: CLIENT }
  if (method === 'raw') return { effects: [sqlEffect(site.text(first))] }
  if (method === 'batchInsert') return { effects: [{ kind: 'write', tables: [touched(site.text(first), 'table', 'insert', columnsWritten(second, site))] }] }
  if (method === 'withUserParams') return { result: CLIENT }
  if (Object.hasOwn(WRITES, method)) return builderMethod({ library: NAME, role: 'builder', method, table: chainTable(site) }, site)
  if (method === 'fn' || method === 'ref' || method === 'destroy') return undefined
  if (/^(?:from|into|table)$/.test(method)) return opened(site)
  return { result: { library: NAME, role: 'builder', table: chainTable(site) } }
}

/** `knex.insert(row).into('users')`. */
function chainTable(site: CallSite): string | null {
  return site.text(site.chain().find(link => /^(?:into|from|table)$/.test(link.method))?.args[0]) ?? null
}

function builderMethod(handle: Handle, site: CallSite): Outcome {
  const { method = '', table = null } = handle
  const result: Handle = { library: NAME, role: 'builder', table: /^(?:into|from|table)$/.test(method) ? site.text(site.args[0]) ?? null : table }
  const operation = Object.hasOwn(WRITES, method) ? WRITES[method] : undefined
  // A statement that is only shown.
  if (operation === undefined || site.chain().some(link => /^to(?:SQL|String|Query)$/.test(link.method))) return { result }
  const merges = operation === 'insert' && site.chain().some(link => link.method === 'merge')
  const [row] = site.args
  const counted = method === 'increment' || method === 'decrement' || (method === 'update' && site.args.length === 2 && site.text(row) !== undefined)
  const column = counted ? site.text(row) : undefined
  const columns = operation === 'delete' || operation === 'truncate' ? [] : column === undefined ? columnsWritten(row, site) : [column]
  return { result, effects: [{ kind: 'write', tables: [touched(table, 'table', merges ? 'upsert' : operation, columns)] }] }
}
