/** Sequelize: models by `define` and by class, query interfaces, raw queries; and Umzug, which runs its migrations. */
import { keyOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { columnsAssigned } from './assigned-columns.ts'
import { columnsWritten, propertyIn, receiverOf } from './columns.ts'
import type { Operation } from './effect.ts'
import { decoratedTable } from './entity.ts'
import { PICKS, touched, type CallSite, type Handle, type Library, type Outcome } from './handle.ts'
import { sqlEffect } from './sql.ts'

const NAME = 'sequelize'
const handle = (role: string, more: Partial<Handle> = {}): Handle => ({ library: NAME, role, ...more })

/** https://sequelize.org/api/v6/class/src/model.js~model */
const WRITES: Readonly<Record<string, Operation>> = {
  create: 'insert', bulkCreate: 'insert', findOrCreate: 'upsert', findCreateFind: 'upsert', upsert: 'upsert', update: 'update', increment: 'update', decrement: 'update', restore: 'update',
  destroy: 'delete', truncate: 'truncate', drop: 'drop', sync: 'schema',
}
const READS = /^(?:find|count|max|min|sum|aggregate|describe)/
const INSTANCE_WRITES: Readonly<Record<string, Operation>> = { save: 'upsert', update: 'update', destroy: 'delete', increment: 'update', decrement: 'update', restore: 'update' }
const INTERFACE: readonly (readonly [RegExp, Operation])[] = [
  [/^(?:bulkInsert|insert)$/, 'insert'], [/^(?:bulkUpdate|update|increment|decrement)$/, 'update'], [/^(?:bulkDelete|delete)$/, 'delete'], [/^upsert$/, 'upsert'],
  [/^(?:drop|remove)/, 'drop'], [/^(?:create|add|change|rename)/, 'schema'],
]

export const sequelize: Library = {
  name: NAME,
  words: /\b(?:sequelize|umzug|queryInterface)\b/i,
  exported(source, name) {
    if (source === 'umzug') return /^(?:Umzug|default|\*)$/.test(name) ? handle('umzug-class') : undefined
    if (!/^(?:sequelize(?:-typescript)?|@sequelize\/core)(?:\/|$)/.test(source)) return undefined
    if (/^(?:Sequelize|default|\*)$/.test(name)) return handle('class')
    return name === 'Model' ? handle('model-class') : undefined
  },
  typed(source, name) {
    if (!/^(?:sequelize(?:-typescript)?|@sequelize\/core)$/.test(source)) return undefined
    if (name === 'Sequelize') return handle('client')
    return name === 'QueryInterface' ? handle('interface') : /^Model(?:Static|Ctor)?$/.test(name) ? handle('model', { table: null }) : undefined
  },
  convention: (exported, parameter) => (/^(?:up|down)$/.test(exported) && /^(?:queryInterface|qi)$/.test(parameter) ? handle('interface') : undefined),
  subclass: (parent, node) => (parent.role === 'model-class'
    ? handle('model', { table: decoratedTable(node) ?? (node['id'] as { readonly name?: string } | null)?.name ?? null, naming: decoratedTable(node) === undefined ? 'entity' : 'table' })
    : undefined),
  member(from, name) {
    switch (from.role) {
      case 'class': return name === 'Sequelize' || name === 'default' ? from : name === 'Model' ? handle('model-class') : undefined
      case 'client': return name === 'models' ? handle('models') : name === 'queryInterface' ? handle('interface') : handle('client-method', { method: name })
      case 'models': return handle('model', { table: name, naming: 'entity' })
      case 'interface': return name === 'sequelize' ? handle('client') : handle('interface-method', { method: name })
      case 'model': return name === 'sequelize' ? handle('client') : { ...from, role: 'model-method', method: name }
      // `findAndCountAll` gives `{ rows, count }`.
      case 'instance': return name === 'rows' ? from : { ...from, role: 'instance-method', method: name }
      case 'umzug': return handle('umzug-method', { method: name })
      default: return undefined
    }
  },
  element: from => (from.role === 'instance' ? from : undefined),
  call(from, site): Outcome | undefined {
    const { method = '', table = null, naming = 'entity' } = from
    switch (from.role) {
      case 'class': return { result: handle('client'), effects: [{ kind: 'client' }] }
      case 'model-class': return { result: handle('instance', { table: null }) }
      case 'client-method': return clientMethod(method, site)
      case 'model': return site.isNew ? { result: { ...from, role: 'instance' } } : undefined
      case 'model-method': return modelMethod(from, method, site)
      case 'instance-method': {
        const operation = Object.hasOwn(INSTANCE_WRITES, method) ? INSTANCE_WRITES[method] : undefined
        if (operation === undefined) return PICKS.test(method) ? { result: { ...from, role: 'instance' } } : undefined
        const columns = operation === 'delete' ? [] : method === 'save' ? columnsAssigned(receiverOf(site), site) : columnsWritten(site.args[0], site)
        return { effects: [{ kind: 'write', tables: [touched(table, naming, operation, columns, from.mapped)] }] }
      }
      case 'interface-method': {
        const operation = INTERFACE.find(([pattern]) => pattern.test(method))?.[1]
        const columns = operation === 'delete' ? [] : columnsWritten(site.args[1], site)
        return operation === undefined ? undefined : { effects: [{ kind: 'write', tables: [touched(site.text(site.args[0]), 'table', operation, columns)] }] }
      }
      case 'umzug-class': return { result: handle('umzug') }
      case 'umzug-method': return /^(?:up|down|execute|runAsCLI)$/.test(method) ? { effects: [{ kind: 'migrate', library: 'umzug' }] } : undefined
      default: return undefined
    }
  },
}

function clientMethod(method: string, site: CallSite): Outcome | undefined {
  const [first] = site.args
  switch (method) {
    case 'authenticate': return { effects: [{ kind: 'connect' }] }
    case 'query': return { effects: [sqlEffect(site.text(propertyIn(site.object(first), 'query') ?? first))] }
    case 'sync': return { effects: [{ kind: 'write', tables: [touched(undefined, 'table', 'schema')] }] }
    case 'drop': case 'dropSchema': return { effects: [{ kind: 'write', tables: [touched(undefined, 'table', 'drop')] }] }
    case 'truncate': case 'destroyAll': return { effects: [{ kind: 'write', tables: [touched(undefined, 'table', 'truncate')] }] }
    case 'getQueryInterface': return { result: handle('interface') }
    case 'define': {
      const table = site.text(propertyIn(site.object(site.args[2]), 'tableName'))
      const mapped = attributeFields(site)
      return { result: handle('model', table === undefined ? { table: site.text(first) ?? null, naming: 'entity', mapped } : { table, naming: 'table', mapped }) }
    }
    case 'model': return { result: handle('model', { table: site.text(first) ?? null, naming: 'entity' }) }
    default: return undefined
  }
}

/** `{ name: { type: STRING, field: 'title' } }`: the column of name is title. */
function attributeFields(site: CallSite): Readonly<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const property of (site.object(site.args[1])?.['properties'] ?? []) as readonly Syntax[]) {
    const attribute = property['value']
    const field = isSyntax(attribute) && attribute.type === 'ObjectExpression' ? site.text(propertyIn(attribute, 'field')) : undefined
    if (field !== undefined) names[keyOf(property) ?? ''] = field
  }
  return names
}

function modelMethod(from: Handle, method: string, site: CallSite): Outcome | undefined {
  const { table = null, naming = 'entity', mapped } = from
  const operation = Object.hasOwn(WRITES, method) ? WRITES[method] : undefined
  const result: Handle = { ...from, role: 'instance' }
  if (operation !== undefined) {
    const columns = operation === 'delete' || operation === 'truncate' || operation === 'drop' ? [] : columnsWritten(site.args[0], site)
    return { result, effects: [{ kind: 'write', tables: [touched(table, naming, operation, columns, mapped)] }] }
  }
  if (method === 'build') return { result }
  if (/^(?:scope|schema|unscoped|withScope)$/.test(method)) return { result: { ...from, role: 'model' } }
  if (method === 'init') return { result: { ...from, role: 'model' } }
  return READS.test(method) ? { result, effects: [{ kind: 'read', tables: [touched(table, naming, 'read')] }] } : undefined
}
