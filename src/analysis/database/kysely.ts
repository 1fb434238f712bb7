/** Kysely: builders that begin with the table, the schema builder, raw SQL, the migrator. */
import { columnsWritten } from './columns.ts'
import type { Operation } from './effect.ts'
import { touched, type Handle, type Library, type Outcome } from './handle.ts'
import { sqlEffect } from './sql.ts'

const NAME = 'kysely'
const CLIENT: Handle = { library: NAME, role: 'client' }
const WRITES: Readonly<Record<string, Operation>> = { insertInto: 'insert', replaceInto: 'upsert', updateTable: 'update', deleteFrom: 'delete', mergeInto: 'upsert' }

export const kysely: Library = {
  name: NAME,
  words: /\bkysely\b/i,
  exported(source, name) {
    if (!/^(?:kysely(?:\/|$)|@vercel\/postgres-kysely$|kysely-\w+)/.test(source)) return undefined
    if (name === 'Kysely' || name === 'createKysely') return { library: NAME, role: 'class' }
    if (name === 'Migrator') return { library: NAME, role: 'migrator-class' }
    return name === 'sql' ? { library: NAME, role: 'tag' } : undefined
  },
  typed: (source, name) => (source === 'kysely' && /^(?:Kysely|Transaction|ControlledTransaction)$/.test(name) ? CLIENT : undefined),
  member(handle, name) {
    switch (handle.role) {
      case 'client': return name === 'schema' ? { library: NAME, role: 'schema' } : { library: NAME, role: 'method', method: name }
      case 'transaction': case 'migrator': case 'schema': return { library: NAME, role: `${handle.role}-method`, method: name }
      case 'raw': return name === 'execute' ? { ...handle, role: 'raw-execute' } : undefined
      case 'tag': return name === 'raw' ? handle : undefined
      default: return undefined
    }
  },
  call(handle, site): Outcome | undefined {
    const { method = '' } = handle
    const [first] = site.args
    switch (handle.role) {
      case 'class': return { result: CLIENT, effects: [{ kind: 'client' }] }
      case 'migrator-class': return { result: { library: NAME, role: 'migrator' } }
      case 'migrator-method': return method.startsWith('migrate') ? { effects: [{ kind: 'migrate' }] } : undefined
      case 'tag': return { result: { library: NAME, role: 'raw', method: site.text(first) ?? '' } }
      case 'raw-execute': return { effects: [sqlEffect(method === '' ? undefined : method)] }
      case 'transaction-method': return method === 'execute' ? { callback: [CLIENT], result: CLIENT } : { result: { library: NAME, role: 'transaction' } }
      case 'schema-method': return /^(?:create|alter|drop|refresh)/.test(method)
        ? { effects: [{ kind: 'write', tables: [touched(site.text(first), 'table', method.startsWith('drop') ? 'drop' : 'schema')] }] }
        : { result: { library: NAME, role: 'schema' } }
      case 'method': break
      default: return undefined
    }
    if (Object.hasOwn(WRITES, method)) {
      const chain = site.chain()
      // A statement that is only shown.
      if (chain.some(link => link.method === 'compile')) return {}
      const row = chain.find(link => link.method === 'values' || link.method === 'set')?.args[0]
      const operation = WRITES[method] ?? 'unknown'
      const upserts = operation === 'insert' && chain.some(link => /^on(?:Conflict|DuplicateKeyUpdate)$/.test(link.method))
      const columns = operation === 'delete' ? [] : columnsWritten(row, site)
      return { effects: [{ kind: 'write', tables: [touched(tableName(site.text(first)), 'table', upserts ? 'upsert' : operation, columns)] }] }
    }
    if (method === 'selectFrom') return { effects: [{ kind: 'read', tables: [touched(tableName(site.text(first)), 'table', 'read')] }] }
    if (method === 'transaction' || method === 'startTransaction' || method === 'connection') return { result: { library: NAME, role: 'transaction' } }
    return method.startsWith('with') ? { result: CLIENT } : undefined
  },
}

/** `'app.users as u'` is users. */
function tableName(written: string | undefined): string | undefined {
  return written === undefined ? undefined : /^(?:\w+\.)?(\w+)/.exec(written)?.[1]
}
