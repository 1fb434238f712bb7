/**
 * What SQL does to which tables. Statements are cut apart by a tokenizer of our own; those that may change something are parsed, and
 * read by their first words where parsers give up (procedures, other dialects, holes).
 */
import type { Operation, TouchedTable } from './effect.ts'
import { HOLE, touched, type EffectDraft } from './handle.ts'
import { isParseable, tablesByParser } from './sql-parsed.ts'
import { sqlStatements, type SqlStatement } from './sql-tokens.ts'
import { mayChange, readOf, tablesByWords } from './sql-words.ts'

/** Parsing takes milliseconds for a statement: behind so many characters of a text statements are read by their words. */
const MOST_PARSED = 50_000

/** A statement and the tables that it reads and changes, in order. Parts that nobody knows are HOLE. */
export interface StatementTables {
  readonly statement: SqlStatement
  readonly tables: readonly TouchedTable[]
}

/** What each statement of a text of SQL does to which tables. */
export function statementsOfSql(sql: string): readonly StatementTables[] {
  let left = MOST_PARSED
  return sqlStatements(sql).map((statement) => {
    if (onlyPlans(statement)) return { statement, tables: [touched(undefined, 'table', 'read')] }
    if (!mayChange(statement.tokens)) return { statement, tables: QUERY.test(statement.tokens[0]?.word ?? '') ? readOf(statement.tokens) : [] }
    const parses = isParseable(statement) && statement.text.length <= left
    if (parses) left -= statement.text.length
    return { statement, tables: tablesOfChange(statement, parses) }
  })
}

/** Tables that a text of SQL reads and changes, in order. */
export function tablesOfSql(sql: string): readonly TouchedTable[] {
  return statementsOfSql(sql).flatMap(({ tables }) => tables)
}

/** What running a text of SQL does. `sql` is `undefined` where nobody knows it: then it reads, or does `otherwise`. */
export function sqlEffect(sql: string | undefined, otherwise: 'read' | 'write' = 'read'): EffectDraft {
  if (sql === undefined) return { kind: otherwise, tables: [touched(undefined, 'table', 'unknown')] }
  const statements = statementsOfSql(sql)
  const tables = statements.flatMap(one => one.tables)
  const detail = shown(statements)
  return { kind: tables.some(changesTable) ? 'write' : 'read', tables, ...(detail === '' ? {} : { detail }) }
}

/** Whether an operation changes rows or the schema. */
export function isChange(operation: Operation): boolean {
  return operation !== 'read' && operation !== 'unknown'
}

/** The beginning of the statement that changes something in one line, for messages. */
function shown(statements: readonly StatementTables[]): string {
  const first = statements.find(({ tables }) => tables.some(changesTable)) ?? statements[0]
  const words = (first?.statement.text ?? '').slice(0, 400).replaceAll(HOLE, '…').replace(/[`\s]+/g, ' ').trim()
  return words.length > 60 ? `${words.slice(0, 57)}…` : words
}

const QUERY = /^(?:SELECT|WITH)$/

/** A plan of a change changes nothing, unless it is asked what really happens. */
function onlyPlans({ tokens }: SqlStatement): boolean {
  return tokens[0]?.word === 'EXPLAIN' && !tokens.slice(0, 20).some(({ word }) => word === 'ANALYZE')
}

function tablesOfChange(statement: SqlStatement, parses: boolean): readonly TouchedTable[] {
  const worded = tablesByWords(statement.tokens)
  const parsed = parses ? tablesByParser(statement) : undefined
  // A lenient grammar takes what it doesn't know for something else, and then misses the change.
  return parsed !== undefined && (parsed.some(changesTable) || !worded.some(changesTable)) ? parsed : worded
}

function changesTable({ operation }: TouchedTable): boolean {
  return operation !== 'read'
}
