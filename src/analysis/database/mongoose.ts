/** Mongoose: connections, models and documents. */
import type { Syntax } from '../program/syntax.ts'
import { columnsAssigned } from './assigned-columns.ts'
import { propertyIn, receiverOf } from './columns.ts'
import { touched, type CallSite, type Handle, type Library, type Outcome } from './handle.ts'
import { isMongoRead, mongoColumns, mongoWrite } from './mongo-methods.ts'
import { mongoCollection, MONGO_DATABASE } from './mongodb.ts'

const NAME = 'mongoose'
const handle = (role: string, more: Partial<Handle> = {}): Handle => ({ library: NAME, role, ...more })
const CONNECTION = handle('connection')

export const mongoose: Library = {
  name: NAME,
  words: /\b(?:mongoose|typegoose)\b/i,
  exported(source, name) {
    if (/^@typegoose\/typegoose$/.test(source)) return name === 'getModelForClass' ? handle('model-maker') : name === 'mongoose' ? handle('module') : undefined
    if (source !== 'mongoose') return undefined
    if (/^(?:default|mongoose|\*)$/.test(name)) return handle('module')
    if (name === 'connection') return CONNECTION
    if (name === 'models') return handle('models')
    return /^(?:connect|createConnection|model|disconnect|Schema)$/.test(name) ? handle('module-method', { method: name }) : undefined
  },
  typed(source, name) {
    if (source !== 'mongoose') return undefined
    return name === 'Connection' ? CONNECTION : name === 'Model' ? handle('model', { table: null }) : name === 'HydratedDocument' ? handle('document', { table: null }) : undefined
  },
  member(from, name) {
    if (from.role === 'module') return name === 'connection' ? CONNECTION : name === 'models' ? handle('models') : name === 'default' ? from : handle('module-method', { method: name })
    if (from.role === 'models') return handle('model', { table: name, naming: 'entity' })
    if (from.role === 'connection') {
      if (name === 'models') return handle('models')
      return name === 'db' ? MONGO_DATABASE : handle('module-method', { method: name })
    }
    return /^(?:model|document)$/.test(from.role) ? { ...from, role: `${from.role}-method`, method: name } : undefined
  },
  element: from => (from.role === 'document' ? from : undefined),
  call(from, site): Outcome | undefined {
    const { method = '', table = null, naming = 'entity' } = from
    const [first] = site.args
    switch (from.role) {
      case 'model-maker': return { result: handle('model', { table: first?.type === 'Identifier' ? String(first['name']) : null, naming: 'entity' }) }
      case 'module-method': {
        if (method === 'connect' || method === 'openUri') return { result: handle('module'), effects: [{ kind: 'connect' }] }
        if (method === 'createConnection') return { result: CONNECTION, effects: [{ kind: 'connect' }] }
        if (method === 'asPromise' || method === 'useDb') return { result: CONNECTION }
        if (method === 'model') {
          const collection = site.text(site.args[2]) ?? collectionOf(site.args[1], site)
          return { result: handle('model', collection === undefined ? { table: site.text(first) ?? null, naming: 'entity' } : { table: collection, naming: 'table' }) }
        }
        if (method === 'Schema' && site.isNew) return { result: handle('schema', { table: site.text(propertyIn(site.object(site.args[1]), 'collection')) ?? null }) }
        if (method === 'collection') return { result: mongoCollection(site.text(first) ?? null) }
        const operation = mongoWrite(method)
        return operation === 'drop' || operation === 'schema' ? { effects: [{ kind: 'write', tables: [touched(site.text(first), 'table', operation)] }] } : undefined
      }
      case 'model': return site.isNew ? { result: { ...from, role: 'document' } } : undefined
      case 'model-method': {
        const operation = mongoWrite(method)
        const result: Handle = { ...from, role: 'document' }
        if (operation !== undefined) return { result, effects: [{ kind: 'write', tables: [touched(table, naming, operation, mongoColumns(method, operation, site))] }] }
        if (method === 'discriminator') return { result: { ...from, role: 'model' } }
        return isMongoRead(method) ? { result, effects: [{ kind: 'read', tables: [touched(table, naming, 'read')] }] } : undefined
      }
      case 'document-method': {
        if (method === 'save') return { effects: [{ kind: 'write', tables: [touched(table, naming, 'upsert', columnsAssigned(receiverOf(site), site))] }] }
        if (/^(?:updateOne|replaceOne|increment)$/.test(method)) return { effects: [{ kind: 'write', tables: [touched(table, naming, 'update')] }] }
        if (/^(?:deleteOne|remove)$/.test(method)) return { effects: [{ kind: 'write', tables: [touched(table, naming, 'delete', [])] }] }
        // Queries are built in chains.
        return { result: { ...from, role: 'document' } }
      }
      default: return undefined
    }
  },
}

/** The collection that a schema names: `new Schema({ … }, { collection: 'items' })`. */
function collectionOf(schema: Syntax | undefined, site: CallSite): string | undefined {
  const value = schema === undefined ? undefined : site.values(schema).find(one => one.kind === 'handle' && one.handle.library === NAME && one.handle.role === 'schema')
  return value?.kind === 'handle' ? value.handle.table ?? undefined : undefined
}
