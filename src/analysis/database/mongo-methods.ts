/** What methods of collections do, in the driver and in Mongoose. https://www.mongodb.com/docs/drivers/node/current/crud/ */
import { keyOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { columnsWritten } from './columns.ts'
import type { Operation } from './effect.ts'
import type { CallSite } from './handle.ts'

const WRITES: readonly (readonly [RegExp, Operation])[] = [
  [/^(?:insert(?:One|Many)?|create|save|bulkSave)$/, 'insert'],
  [/^(?:update(?:One|Many)?|replaceOne|findOneAnd(?:Update|Replace)|findByIdAndUpdate|findAndModify|bulkWrite|increment)$/, 'update'],
  [/^(?:delete(?:One|Many)|remove|findOneAnd(?:Delete|Remove)|findByIdAnd(?:Delete|Remove))$/, 'delete'],
  [/^(?:drop|dropDatabase|dropCollection|dropIndexe?s?|deleteModel)$/, 'drop'],
  [/^(?:createIndex|createIndexes|createCollection|ensureIndexes|syncIndexes|renameCollection|rename|createSearchIndexe?s?)$/, 'schema'],
]

/** What a method changes; `undefined` for one that changes nothing. */
export function mongoWrite(method: string): Operation | undefined {
  return WRITES.find(([pattern]) => pattern.test(method))?.[1]
}

export function isMongoRead(method: string): boolean {
  return /^(?:find|findOne|findById|aggregate|count|countDocuments|estimatedDocumentCount|distinct|exists|watch|listIndexes|stats)$/.test(method)
}

/** Fields of the top level that a method writes; `undefined` when nobody can say. */
export function mongoColumns(method: string, operation: Operation, site: CallSite): readonly string[] | undefined {
  const [first, second] = site.args
  if (operation === 'delete') return []
  if (operation === 'insert') return topLevel(columnsWritten(first, site))
  if (operation !== 'update' || /^(?:bulkWrite|findAndModify|increment)$/.test(method)) return undefined
  return topLevel(/replace/i.test(method) ? columnsWritten(second, site) : columnsOfUpdate(second, site))
}

/** `{ $set: { a: 1 }, $inc: { b: 1 } }` writes a and b; Mongoose takes fields beside operators, too. */
function columnsOfUpdate(update: Syntax | undefined, site: CallSite): readonly string[] | undefined {
  const object = site.object(update)
  if (object === undefined) return undefined
  const columns: string[] = []
  for (const property of object['properties'] as readonly Syntax[]) {
    const name = property.type === 'Property' ? keyOf(property) : undefined
    const value = property['value']
    const written = name?.startsWith('$') === true && isSyntax(value) ? columnsWritten(value, site) : name === undefined ? undefined : [name]
    if (written === undefined) return undefined
    columns.push(...written)
  }
  return columns
}

/** `address.city` is in the field address. */
function topLevel(columns: readonly string[] | undefined): readonly string[] | undefined {
  return columns?.map(column => column.split('.', 1)[0] ?? column)
}
