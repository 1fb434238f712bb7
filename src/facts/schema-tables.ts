/** Tables that the repository's own schema declares: Prisma models, and what SQL files create. */
import { prismaTables, sqlTables, type SchemaTable } from '../analysis/schema/tables.ts'
import { defineFact } from '../core/repository.ts'

export type { SchemaTable }

export interface DatabaseSchema {
  /** Files that were read; empty when the repository declares no tables. */
  readonly files: readonly string[]
  readonly tables: readonly SchemaTable[]
}

/** SQL beyond this is a dump. In files and in bytes of one file. */
const MOST_FILES = 500
const LARGEST = 500_000

/** A Prisma schema speaks for the whole database; without one, what all SQL files in order of their paths leave behind does. */
export const schemaTablesFact = defineFact<DatabaseSchema>('schema tables', ({ source }) => {
  const prisma: string[] = []
  const sql: string[] = []
  for (const path of source.files.keys()) {
    if (/(?:^|\/)(?:node_modules|fixtures?|examples?|__tests__|testdata)\//.test(path)) continue
    if (path.endsWith('.prisma')) prisma.push(path)
    else if (path.endsWith('.sql') && sql.length < MOST_FILES) sql.push(path)
  }
  const read = (path: string): string => {
    const bytes = source.read(path)
    return bytes === undefined || bytes.length > LARGEST ? '' : bytes.toString('utf8')
  }
  const files = prisma.length > 0 ? prisma : sql.sort()
  source.prefetch(files)
  const texts = files.map(read)
  return { files, tables: prisma.length > 0 ? texts.flatMap(prismaTables) : sqlTables(texts) }
})
