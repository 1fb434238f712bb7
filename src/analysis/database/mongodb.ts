/** The MongoDB driver: clients, databases, collections. */
import { touched, type Handle, type Library, type Outcome } from './handle.ts'
import { isMongoRead, mongoColumns, mongoWrite } from './mongo-methods.ts'

const NAME = 'mongodb'
const handle = (role: string, more: Partial<Handle> = {}): Handle => ({ library: NAME, role, ...more })

/** A collection of the driver, for libraries that hand one out. */
export function mongoCollection(table: string | null): Handle {
  return handle('collection', { table, naming: 'table' })
}

export const MONGO_DATABASE: Handle = handle('database')

export const mongodb: Library = {
  name: NAME,
  words: /\bmongodb\b|\bMongoClient\b|\bmongo\b/i,
  exported: (source, name) => (/^mongodb(?:-legacy)?$/.test(source) && name === 'MongoClient' ? handle('class') : undefined),
  typed(source, name) {
    if (!/^mongodb(?:-legacy)?$/.test(source)) return undefined
    return name === 'Db' ? MONGO_DATABASE : name === 'MongoClient' ? handle('client') : name === 'Collection' ? mongoCollection(null) : undefined
  },
  convention: (exported, parameter, index) => (/^(?:up|down)$/.test(exported) && index === 0 && parameter === 'db' ? MONGO_DATABASE : undefined),
  member(from, name) {
    if (from.role === 'class') return name === 'connect' ? handle('client-method', { method: 'connect' }) : undefined
    return /^(?:client|database|collection|bulk)$/.test(from.role) ? { ...from, role: `${from.role}-method`, method: name } : undefined
  },
  call(from, site): Outcome | undefined {
    const { method = '', table = null } = from
    switch (from.role) {
      case 'class': return { result: handle('client'), effects: [{ kind: 'client' }] }
      case 'client-method':
        if (method === 'connect') return { result: handle('client'), callback: [undefined, handle('client')], effects: [{ kind: 'connect' }] }
        return method === 'db' ? { result: MONGO_DATABASE } : method === 'bulkWrite' ? { effects: [{ kind: 'write', tables: [touched(undefined, 'table', 'update')] }] } : undefined
      case 'database-method': {
        if (method === 'collection') return { result: mongoCollection(site.text(site.args[0]) ?? null) }
        if (method === 'collections') return { effects: [{ kind: 'read' }] }
        const operation = mongoWrite(method)
        if (method === 'command') return { effects: [{ kind: 'read', tables: [touched(undefined, 'table', 'unknown')] }] }
        return operation === undefined ? undefined : { effects: [{ kind: 'write', tables: [touched(site.text(site.args[0]), 'table', operation)] }] }
      }
      case 'collection-method': {
        if (/^initialize(?:Un)?orderedBulkOp$/i.test(method)) return { result: handle('bulk', { table }) }
        const operation = mongoWrite(method)
        if (operation !== undefined) return { effects: [{ kind: 'write', tables: [touched(table, 'table', operation, mongoColumns(method, operation, site))] }] }
        return isMongoRead(method) ? { effects: [{ kind: 'read', tables: [touched(table, 'table', 'read')] }] } : undefined
      }
      case 'bulk-method': return method === 'execute' ? { effects: [{ kind: 'write', tables: [touched(table, 'table', 'update')] }] } : undefined
      default: return undefined
    }
  },
}
