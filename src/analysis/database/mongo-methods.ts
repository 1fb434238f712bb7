/** What methods of collections do, in the driver and in Mongoose. https://www.mongodb.com/docs/drivers/node/current/crud/ */
import type { Operation } from './effect.ts'

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
