/** TypeORM: data sources, managers, repositories, entities that save themselves, query builders and runners. */
import { columnsAssigned } from './assigned-columns.ts'
import { columnsWritten, receiverOf } from './columns.ts'
import type { Operation } from './effect.ts'
import { decoratedTable, entityNamed } from './entity.ts'
import { PICKS, touched, type CallSite, type Handle, type Library, type Outcome } from './handle.ts'
import { sqlEffect } from './sql.ts'

const NAME = 'typeorm'
const handle = (role: string, more: Partial<Handle> = {}): Handle => ({ library: NAME, role, ...more })
const MANAGER = handle('manager')

/** Methods of managers, repositories and active records. https://typeorm.io/entity-manager-api */
const WRITES: Readonly<Record<string, Operation>> = {
  save: 'upsert', insert: 'insert', upsert: 'upsert', update: 'update', updateAll: 'update', delete: 'delete', deleteAll: 'delete', remove: 'delete', softDelete: 'update', softRemove: 'update',
  restore: 'update', recover: 'update', increment: 'update', decrement: 'update', clear: 'truncate',
  insertMany: 'insert', insertOne: 'insert', updateMany: 'update', updateOne: 'update', deleteMany: 'delete', deleteOne: 'delete',
}
const READS = /^(?:find|count|exist|query|sum|average|minimum|maximum)/
const RUNNER_WRITES = /^(?:create|drop|add|change|rename|update|insert|clear)[A-Z]/
const TYPES: Readonly<Record<string, string>> = {
  DataSource: 'client', Connection: 'client', EntityManager: 'manager', MongoEntityManager: 'manager', Repository: 'repository', TreeRepository: 'repository', MongoRepository: 'repository',
  QueryRunner: 'runner', SelectQueryBuilder: 'builder',
}

export const typeorm: Library = {
  name: NAME,
  words: /\btypeorm\b/i,
  exported(source, name) {
    if (source !== 'typeorm') return undefined
    if (name === 'DataSource') return handle('class')
    if (name === 'BaseEntity') return handle('active-class')
    if (/^(?:createConnections?|getConnection)$/.test(name)) return handle('connector', { method: name })
    return /^get(?:Tree|Mongo|Custom)?Repository$/.test(name) ? handle('client-method', { method: 'getRepository' }) : name === 'getManager' ? handle('manager-getter') : undefined
  },
  typed(source, name) {
    const role = source === 'typeorm' && Object.hasOwn(TYPES, name) ? TYPES[name] : undefined
    return role === undefined ? undefined : handle(role, role === 'repository' ? { table: null } : {})
  },
  subclass: (_parent, node) => handle('active', { table: decoratedTable(node) ?? (node['id'] as { readonly name?: string } | null)?.name ?? null, naming: decoratedTable(node) === undefined ? 'entity' : 'table' }),
  member(from, name) {
    if ((from.role === 'client' || from.role === 'runner') && name === 'manager') return MANAGER
    return /^(?:client|manager|repository|active|runner|builder)$/.test(from.role) ? { ...from, role: `${from.role}-method`, method: name } : undefined
  },
  element: from => (from.role === 'active' ? from : undefined),
  call(from, site): Outcome | undefined {
    const { method = '' } = from
    switch (from.role) {
      case 'class': return { result: handle('client'), effects: [{ kind: 'client' }] }
      case 'active-class': return { result: handle('active', { table: null }) }
      case 'connector': return { result: handle('client'), effects: [{ kind: 'connect' }] }
      case 'manager-getter': return { result: MANAGER }
      case 'client-method': case 'manager-method': return managerMethod(from, method, site)
      case 'repository-method': case 'active-method': return entityMethod(from, method, site)
      case 'runner-method': return runnerMethod(method, site)
      case 'builder-method': return builderMethod(from, method, site)
      default: return undefined
    }
  },
}

function managerMethod(from: Handle, method: string, site: CallSite): Outcome | undefined {
  const [first, second, third] = site.args
  switch (method) {
    case 'initialize': case 'connect': return { result: handle('client'), effects: [{ kind: 'connect' }] }
    case 'runMigrations': case 'undoLastMigration': return { effects: [{ kind: 'migrate' }] }
    case 'synchronize': return { effects: [{ kind: 'write', tables: [touched(undefined, 'table', site.args.length > 0 ? 'drop' : 'schema')] }] }
    case 'dropDatabase': return { effects: [{ kind: 'write', tables: [touched(undefined, 'table', 'drop')] }] }
    case 'query': return { effects: [sqlEffect(site.text(first))] }
    // The level of isolation may stand first.
    case 'transaction': return { callback: [MANAGER] }
    case 'createQueryRunner': return { result: handle('runner') }
    case 'createQueryBuilder': return { result: handle('builder', { table: entityNamed(first, site).name }) }
    default: break
  }
  if (/^get(?:Tree|Mongo)?Repository$/.test(method)) {
    const { name, naming, mapped } = entityNamed(first, site)
    return { result: handle('repository', { table: name, naming, ...(mapped === undefined ? {} : { mapped }) }) }
  }
  if (method === 'withRepository') return { result: handle('repository', { table: null }) }
  if (from.role !== 'manager-method') return undefined
  const operation = Object.hasOwn(WRITES, method) ? WRITES[method] : undefined
  const { name, naming, mapped } = entityNamed(first, site)
  if (operation === undefined) return READS.test(method) ? { effects: [{ kind: 'read', tables: [touched(name, naming, 'read')] }] } : undefined
  const row = operation === 'update' ? third : second ?? first
  return { effects: [{ kind: 'write', tables: [touched(name, naming, operation, operation === 'delete' || operation === 'truncate' ? [] : columnsWritten(row, site) ?? columnsAssigned(row, site), mapped)] }] }
}

function entityMethod({ role, table = null, naming = 'entity', mapped }: Handle, method: string, site: CallSite): Outcome | undefined {
  const operation = Object.hasOwn(WRITES, method) ? WRITES[method] : undefined
  if (operation !== undefined) {
    const row = operation === 'update' ? site.args[1] : site.args[0]
    const saved = row ?? (role === 'active-method' ? receiverOf(site) : undefined)
    const columns = operation === 'delete' || operation === 'truncate' ? [] : columnsWritten(row, site) ?? columnsAssigned(saved, site)
    return { effects: [{ kind: 'write', tables: [touched(table, naming, operation, columns, mapped)] }] }
  }
  if (method === 'query') return { effects: [sqlEffect(site.text(site.args[0]))] }
  if (method === 'createQueryBuilder') return { result: handle('builder', { table, naming }) }
  if (method === 'create') return { result: handle('active', { table, naming }) }
  if (role === 'active-method' && !site.isNew && PICKS.test(method) && method !== 'find') return { result: handle('active', { table, naming }) }
  // What is found may be saved.
  return READS.test(method) ? { result: handle('active', { table, naming }), effects: [{ kind: 'read', tables: [touched(table, naming, 'read')] }] } : undefined
}

function runnerMethod(method: string, site: CallSite): Outcome | undefined {
  if (method === 'connect') return { effects: [{ kind: 'connect' }] }
  if (method === 'query') return { effects: [sqlEffect(site.text(site.args[0]))] }
  if (!RUNNER_WRITES.test(method)) return undefined
  return { effects: [{ kind: 'write', tables: [touched(site.text(site.args[0]), 'table', method.startsWith('drop') ? 'drop' : method === 'clearTable' ? 'truncate' : 'schema')] }] }
}

/** `createQueryBuilder().delete().from(User)`, `.update(User).set({ … })`, `.insert().into(User).values(…)`. */
function builderMethod(from: Handle, method: string, site: CallSite): Outcome | undefined {
  if (!/^(?:insert|update|delete|softDelete|restore)$/.test(method)) return /^get|^execute$|^stream$/.test(method) ? undefined : { result: { ...from, role: 'builder' } }
  const chain = site.chain()
  const named = method === 'update' ? site.args[0] : chain.find(link => link.method === 'from' || link.method === 'into')?.args[0]
  const { table = null, naming: known = 'entity' } = from
  const { name, naming, mapped } = named === undefined ? { name: table, naming: known, mapped: from.mapped } : entityNamed(named, site)
  const row = chain.find(link => link.method === 'set' || link.method === 'values')?.args[0]
  const operation: Operation = method === 'insert' || method === 'delete' ? method : 'update'
  return { effects: [{ kind: 'write', tables: [touched(name, naming, operation, operation === 'delete' ? [] : columnsWritten(row, site), mapped)] }] }
}
