/** The database as the repository's own schema declares it: Prisma models, and what SQL files leave behind. */
import { prismaTables } from '../analysis/schema/prisma.ts'
import { sqlTables } from '../analysis/schema/sql.ts'
import { columnNames, type SchemaTable } from '../analysis/schema/table.ts'
import { defineFact } from '../core/repository.ts'
import { TEST_DATA } from './gone-path.ts'

/** A table with the file that declares it. */
export interface DeclaredTable extends SchemaTable {
  readonly path: string
}

export interface Schema {
  /** Files that were read; empty when the repository has no schema. */
  readonly files: readonly string[]
  /** Models and tables, enums too; Prisma's first. */
  readonly declared: readonly DeclaredTable[]
  /** What the database has: where there is a Prisma schema it speaks for the whole of it. */
  readonly tables: readonly DeclaredTable[]
  model(name: string): DeclaredTable | undefined
  /** By the name in the database, or that of a model without another; letter case does not matter. */
  table(name: string): DeclaredTable | undefined
  /** Whether some model or table has such a field or column. */
  hasField(name: string): boolean
}

/** Files larger than this are dumps, in bytes; more SQL files than these are one, too. */
const LARGEST = 1_000_000
const MOST_FILES = 1000

export const schemaFact = defineFact<Schema>('schema', ({ source }) => {
  const paths = [...source.files.keys()]
    .filter(path => /\.(?:prisma|sql)$/i.test(path) && !TEST_DATA.test(path) && !/(?:^|\/)(?:tests?|__tests__|node_modules|examples?)\//.test(path))
    .sort().slice(0, MOST_FILES)
  source.prefetch(paths)
  const texts = paths.flatMap((path): (readonly [string, string])[] => {
    const bytes = source.read(path)
    return bytes === undefined || bytes.length > LARGEST ? [] : [[path, bytes.toString('utf8')]]
  })
  const models = texts.filter(([path]) => path.endsWith('.prisma')).flatMap(([path, text]) => prismaTables(text).map(table => ({ ...table, path })))
  const made = sqlTables(texts.filter(([path]) => !path.endsWith('.prisma')))
  const byModel = new Map(models.map(model => [model.name, model]))
  const byTable = new Map<string, DeclaredTable>()
  for (const model of models) byTable.set((model.mapped ?? model.name).toLowerCase(), model)
  for (const table of made) byTable.set(table.name.toLowerCase(), table)
  const declared = [...models, ...made]
  const fields = new Set(declared.flatMap(columnNames).map(name => name.toLowerCase()))
  const inDatabase = models.filter(model => model.kind === 'model')
  return {
    files: paths, declared,
    tables: inDatabase.length > 0 ? inDatabase : made,
    model: name => byModel.get(name),
    table: name => byTable.get(name.toLowerCase()),
    hasField: name => fields.has(name.toLowerCase()),
  }
})
