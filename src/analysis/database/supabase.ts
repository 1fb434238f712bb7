/** Supabase: tables behind `from`, functions behind `rpc`, and the users that an admin client changes. */
import { columnsWritten } from './columns.ts'
import type { Operation } from './effect.ts'
import { touched, type Handle, type Library, type Outcome } from './handle.ts'

const NAME = 'supabase'
const handle = (role: string, more: Partial<Handle> = {}): Handle => ({ library: NAME, role, ...more })
const CLIENT = handle('client')
const WRITES: Readonly<Record<string, Operation>> = { insert: 'insert', upsert: 'upsert', update: 'update', delete: 'delete' }

export const supabase: Library = {
  name: NAME,
  words: /supabase|postgrest/i,
  exported(source, name) {
    if (!/^(?:(?:jsr:|npm:|https:\/\/esm\.sh\/)?@supabase\/(?:supabase-js|ssr|postgrest-js|auth-helpers-\w+))/.test(source)) return undefined
    return /^create(?:Browser|Server|Pages\w*|Route\w*|Middleware)?\w*Client$|^PostgrestClient$/.test(name) ? handle('class') : undefined
  },
  typed: (source, name) => (source.startsWith('@supabase/') && name === 'SupabaseClient' ? CLIENT : undefined),
  member(from, name) {
    if (from.role === 'client') return name === 'auth' ? handle('auth') : handle('client-method', { method: name })
    if (from.role === 'auth') return name === 'admin' ? handle('admin') : undefined
    return from.role === 'admin' || from.role === 'table' ? { ...from, role: `${from.role}-method`, method: name } : undefined
  },
  call(from, site): Outcome | undefined {
    const { method = '', table = null } = from
    const [first] = site.args
    switch (from.role) {
      case 'class': return { result: CLIENT, effects: [{ kind: 'client' }] }
      case 'client-method':
        if (method === 'from') return { result: handle('table', { table: site.text(first) ?? null }) }
        if (method === 'schema') return { result: CLIENT }
        // What a function does is in the database.
        return method === 'rpc' ? { effects: [{ kind: 'read', tables: [touched(undefined, 'table', 'unknown')] }] } : undefined
      case 'table-method': {
        const operation = Object.hasOwn(WRITES, method) ? WRITES[method] : undefined
        if (operation !== undefined) return { effects: [{ kind: 'write', tables: [touched(table, 'table', operation, operation === 'delete' ? [] : columnsWritten(first, site))] }] }
        return method === 'select' ? { effects: [{ kind: 'read', tables: [touched(table, 'table', 'read')] }] } : undefined
      }
      case 'admin-method': {
        const operation: Operation | undefined = method.startsWith('create') || method.startsWith('invite') ? 'insert' : method.startsWith('update') ? 'update' : method.startsWith('delete') ? 'delete' : undefined
        return operation === undefined ? undefined : { effects: [{ kind: 'write', tables: [touched('users', 'table', operation)] }] }
      }
      default: return undefined
    }
  },
}
