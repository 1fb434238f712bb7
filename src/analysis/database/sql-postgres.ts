/** What a statement of PostgreSQL changes, as pgsql-ast-parser reads it. */
import { createRequire } from 'node:module'
import type { From, InsertStatement, QName, Statement, UpdateStatement } from 'pgsql-ast-parser'
import type { TouchedTable } from './effect.ts'
import { touched } from './handle.ts'
import { knownColumns, knownName } from './sql-names.ts'

type Parser = typeof import('pgsql-ast-parser')
let parser: Parser | undefined

/**
 * Tables that a statement changes, or the one that it reads.
 * @throws what the parser throws when it can't read the statement
 */
export function tablesOfPostgres(sql: string): readonly TouchedTable[] {
  parser ??= createRequire(import.meta.url)('pgsql-ast-parser') as Parser
  const statements = parser.parse(sql)
  const changes = statements.flatMap(changesIn)
  return changes.length > 0 ? changes : statements.slice(0, 1).map(statement => touched(knownName(readIn(statement)), 'table', 'read'))
}

function changesIn(statement: Statement): readonly TouchedTable[] {
  switch (statement.type) {
    case 'with': return [...statement.bind.flatMap(bound => changesIn(bound.statement)), ...changesIn(statement.in)]
    case 'with recursive': return changesIn(statement.in)
    case 'insert': return [touched(knownName(statement.into.name), 'table', statement.onConflict ? 'upsert' : 'insert', insertedColumns(statement)), ...changesIn(statement.insert)]
    case 'update': return [touched(knownName(updatedTable(statement)), 'table', 'update', knownColumns(statement.sets.map(({ column }) => column.name)))]
    case 'delete': return [touched(knownName(statement.from.name), 'table', 'delete', [])]
    case 'truncate table': return statement.tables.map(({ name }) => touched(knownName(name), 'table', 'truncate', []))
    default: return []
  }
}

/** Without a list an INSERT writes whatever columns the table has. */
function insertedColumns({ columns, onConflict }: InsertStatement): readonly string[] | undefined {
  if (!columns) return undefined
  const sets = typeof onConflict?.do === 'object' ? onConflict.do.sets : []
  return knownColumns([...columns.map(({ name }) => name), ...sets.map(({ column }) => column.name)])
}

/** `UPDATE u SET … FROM users u` is no PostgreSQL but that of SQL Server, where the target is an alias. */
function updatedTable({ table, from }: UpdateStatement): string {
  const other = tableOf(from)
  return table.schema === undefined && other?.alias === table.name ? other.name : table.name
}

function tableOf(from: From | null | undefined): QName & { readonly alias?: string } | undefined {
  return from?.type === 'table' ? from.name : undefined
}

function readIn(statement: Statement): string | undefined {
  if (statement.type === 'with' || statement.type === 'with recursive') return readIn(statement.in)
  return statement.type === 'select' ? tableOf(statement.from?.[0])?.name : undefined
}
