/** Clients that the user names and no library knows: judged by what all libraries call their methods. */
import { ANY_PROPERTY } from '../program/origin.ts'
import type { Operation } from './effect.ts'
import { touched, type Library } from './handle.ts'
import { sqlEffect } from './sql.ts'

const NAME = 'client'

const WRITES: readonly (readonly [RegExp, Operation])[] = [
  [/^(?:create|createMany|insert|insertMany|insertOne|insertInto|add|bulkCreate|save)$/, 'insert'],
  [/^(?:update|updateMany|updateOne|updateTable|set|replaceOne|increment|decrement)$/, 'update'],
  [/^upsert$/, 'upsert'],
  [/^(?:delete|deleteMany|deleteOne|deleteFrom|destroy|remove|clear)$/, 'delete'],
  [/^truncate$/, 'truncate'],
  [/^drop(?:Table|Collection|Database)?$/, 'drop'],
]
const SQL = /^(?:query|execute|exec|run|raw|unsafe|\$(?:execute|query)Raw(?:Unsafe)?)$/

export const configured: Library = {
  name: NAME,
  words: /(?!)/,
  exported: () => undefined,
  member(handle, name) {
    if (handle.role === 'client' && (SQL.test(name) || WRITES.some(([pattern]) => pattern.test(name)))) return { library: NAME, role: 'method', method: name }
    if (handle.role === 'client') return { library: NAME, role: 'part', method: name, table: name === ANY_PROPERTY ? null : name }
    return handle.role === 'part' ? { ...handle, role: 'method', method: name } : undefined
  },
  call(handle, site) {
    const method = handle.method ?? ''
    // `getDb()`, `connect()`, `db.transaction(tx => …)`, `db.collection('users')`.
    if (handle.role === 'client') return { result: { library: NAME, role: 'client' } }
    if (handle.role === 'part') return { callback: [{ library: NAME, role: 'client' }], result: { library: NAME, role: 'client' } }
    if (handle.role !== 'method') return undefined
    if (SQL.test(method)) return { effects: [sqlEffect(site.text(site.args[0]))] }
    const operation = WRITES.find(([pattern]) => pattern.test(method))?.[1]
    const table = touched(handle.table, 'table', operation ?? 'read')
    return { effects: [{ kind: operation === undefined ? 'read' : 'write', tables: [table] }] }
  },
}
