/** Prisma: the generated client, its delegates, transactions, extensions and raw SQL. */
import { ANY_PROPERTY, keyOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { rowsIn } from './columns.ts'
import type { Operation, TouchedTable } from './effect.ts'
import { touched, type CallSite, type Handle, type Library, type Outcome } from './handle.ts'
import { sqlEffect } from './sql.ts'

const NAME = 'prisma'
const CLIENT: Handle = { library: NAME, role: 'client' }

/** https://www.prisma.io/docs/orm/reference/prisma-client-reference#model-queries */
const WRITES: Readonly<Record<string, Operation>> = {
  create: 'insert', createMany: 'insert', createManyAndReturn: 'insert',
  update: 'update', updateMany: 'update', updateManyAndReturn: 'update',
  upsert: 'upsert', delete: 'delete', deleteMany: 'delete',
}
const READS = /^(?:find(?:Unique|First|Many|Raw)(?:OrThrow)?|count|aggregate(?:Raw)?|groupBy)$/

/** The package, what a schema's `output` is usually called, and clients of workspaces. */
const SOURCE = /^(?:@prisma\/client|\.prisma\/client)(?:\/|$)|prisma/i

export const prisma: Library = {
  name: NAME,
  words: /prisma/i,
  exported: (source, name) => (name === 'PrismaClient' && SOURCE.test(source) ? { library: NAME, role: 'class' } : undefined),
  typed(source, name) {
    return /^(?:.*\.)?(?:PrismaClient|TransactionClient|PrismaTransaction)$/.test(name) && SOURCE.test(source) ? CLIENT : undefined
  },
  member(handle, name) {
    if (handle.role === 'client') {
      return name.startsWith('$') ? { library: NAME, role: 'method', method: name } : { library: NAME, role: 'delegate', table: name === ANY_PROPERTY ? null : name }
    }
    return handle.role === 'delegate' ? { ...handle, role: 'query', method: name } : undefined
  },
  call(handle, site): Outcome | undefined {
    if (handle.role === 'class') return { result: CLIENT, effects: [{ kind: 'client' }] }
    if (handle.role === 'method') return clientMethod(handle.method ?? '', site)
    return handle.role === 'query' ? query(handle, site) : undefined
  },
}

function clientMethod(method: string, site: CallSite): Outcome | undefined {
  switch (method) {
    case '$extends': return { result: CLIENT }
    case '$transaction': return { callback: [CLIENT] }
    case '$connect': return { effects: [{ kind: 'connect' }] }
    case '$executeRaw': case '$executeRawUnsafe': return { effects: [sqlEffect(site.text(site.args[0]), 'write')] }
    case '$queryRaw': case '$queryRawUnsafe': case '$queryRawTyped': return { effects: [sqlEffect(site.text(site.args[0]))] }
    case '$runCommandRaw': return { effects: [{ kind: 'write', tables: [touched(undefined, 'table', 'unknown')] }] }
    default: return undefined
  }
}

function query({ table = null, method = '' }: Handle, site: CallSite): Outcome | undefined {
  const operation = WRITES[method]
  if (operation === undefined) {
    if (method === ANY_PROPERTY) return { effects: [{ kind: 'write', tables: [touched(table, 'delegate', 'unknown')] }] }
    return READS.test(method) ? { effects: [{ kind: 'read', tables: [touched(table, 'delegate', 'read')] }] } : undefined
  }
  const data = written(site)
  const columns = operation === 'delete' ? [] : data === undefined ? undefined : columnsOf(data, site)
  return { effects: [{ kind: 'write', tables: [touched(table, 'delegate', operation, columns), ...data?.flatMap(one => nestedWrites(one, table, site)) ?? []] }] }
}

/** The objects that a query writes: `data`, `create` and `update` of its argument; `undefined` when any can't be read. */
function written(site: CallSite): readonly Syntax[] | undefined {
  const argument = site.object(site.args[0])
  if (argument === undefined) return undefined
  const objects: Syntax[] = []
  for (const property of argument['properties'] as readonly Syntax[]) {
    if (property.type !== 'Property') return undefined
    if (!/^(?:data|create|update)$/.test(keyOf(property) ?? '')) continue
    const value = property['value'] as Syntax
    for (const item of rowsIn(value, site)) {
      const object = site.object(item)
      if (object === undefined) return undefined
      objects.push(object)
    }
  }
  return objects
}

/** Names of the fields that objects write; `undefined` when one has a spread or a computed name. */
function columnsOf(objects: readonly Syntax[], site: CallSite): readonly string[] | undefined {
  const columns = new Set<string>()
  for (const object of objects) {
    for (const property of object['properties'] as readonly Syntax[]) {
      if (property.type === 'SpreadElement') {
        const spread = site.object(property['argument'] as Syntax)
        const inner = spread === undefined ? undefined : columnsOf([spread], site)
        if (inner === undefined) return undefined
        for (const name of inner) columns.add(name)
      } else {
        const name = keyOf(property)
        if (name === undefined) return undefined
        if (nestedOperations(property['value'] as Syntax).length === 0) columns.add(name)
      }
    }
  }
  return [...columns]
}

/** https://www.prisma.io/docs/orm/prisma-client/queries/relation-queries#nested-writes; `set` of a list of scalars is none. */
const NESTED: Readonly<Record<string, Operation>> = {
  create: 'insert', createMany: 'insert', connectOrCreate: 'insert', update: 'update', updateMany: 'update', upsert: 'upsert', delete: 'delete', deleteMany: 'delete',
}

function nestedOperations(value: Syntax): readonly (readonly [Operation, Syntax])[] {
  const object = value.type === 'ObjectExpression' ? value : undefined
  if (object === undefined) return []
  return (object['properties'] as readonly Syntax[]).flatMap((property) => {
    const operation = NESTED[keyOf(property) ?? '']
    const inner = property['value']
    return operation === undefined || !isSyntax(inner) || isScalar(inner) ? [] : [[operation, inner] as const]
  })
}

/** `{ delete: true }` deletes a relation; a number or a text is a scalar's own field. */
function isScalar(node: Syntax): boolean {
  return node.type === 'Literal' && typeof node['value'] !== 'boolean'
}

/** Tables behind relations, as `delegate.field`: the schema says which they are. */
function nestedWrites(object: Syntax, table: string | null, site: CallSite, depth = 0): readonly TouchedTable[] {
  if (depth > 6) return []
  return (object['properties'] as readonly Syntax[]).flatMap((property) => {
    const name = keyOf(property)
    const value = property['value']
    if (name === undefined || !isSyntax(value)) return []
    return nestedOperations(value).flatMap(([operation, inner]) => {
      const relation = table === null ? null : `${table}.${name}`
      const items = inner.type === 'ArrayExpression' ? (inner['elements'] as readonly unknown[]).filter(isSyntax) : [inner]
      const objects = items.map(item => site.object(item)).filter(item => item !== undefined).map(item => dataOf(item, site))
      const columns = operation === 'delete' ? [] : objects.length === items.length ? columnsOf(objects, site) : undefined
      return [touched(relation, 'delegate', operation, columns), ...objects.flatMap(one => nestedWrites(one, relation, site, depth + 1))]
    })
  })
}

/** `createMany: { data: … }`, `connectOrCreate: { where, create: … }`: the object that is written. */
function dataOf(object: Syntax, site: CallSite): Syntax {
  for (const key of ['data', 'create', 'update']) {
    const property = (object['properties'] as readonly Syntax[]).find(one => keyOf(one) === key)
    const value = isSyntax(property?.['value']) ? property['value'] : undefined
    const first = value?.type === 'ArrayExpression' ? (value['elements'] as readonly unknown[]).find(isSyntax) : value
    const inner = site.object(first)
    if (inner !== undefined) return inner
  }
  return object
}
