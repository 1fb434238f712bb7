/** What a statement of SQL changes, as the first of our parsers reads it that can. */
import type { TouchedTable } from './effect.ts'
import { tablesOfDialect, type Dialect } from './sql-dialects.ts'
import { tablesOfPostgres } from './sql-postgres.ts'
import { simplifiedSql } from './sql-simplified.ts'
import { MOST_TOKENS, type SqlStatement, type SqlToken } from './sql-tokens.ts'

/** A longer statement is a dump: its first words tell enough. */
const LONGEST = 5000
/** Parsers need time and stack for everything that stands in another; nobody writes so much. */
const DEEPEST = 60
const DIALECTS: readonly Dialect[] = ['mysql', 'sqlite', 'transactsql']

const PARSED = /^(?:INSERT|REPLACE|UPDATE|DELETE|WITH|TRUNCATE|SELECT)$/

/** Whether a statement is of a kind that our parsers read, and of a size that they read in milliseconds. */
export function isParseable({ text, tokens }: SqlStatement): boolean {
  return PARSED.test(tokens[0]?.word ?? '') && text.length <= LONGEST && tokens.length < MOST_TOKENS && deepest(tokens) <= DEEPEST
}

/** Tables that a parseable statement changes, or the one that it reads; `undefined` for one that no parser reads. */
export function tablesByParser(statement: SqlStatement): readonly TouchedTable[] | undefined {
  const sql = simplifiedSql(statement)
  const inPostgres = attempt(() => tablesOfPostgres(sql))
  if (inPostgres !== undefined) return asWritten(inPostgres, statement)
  for (const dialect of DIALECTS) {
    const tables = attempt(() => tablesOfDialect(sql, dialect))
    if (tables !== undefined) return tables
  }
  return undefined
}

/** How many parentheses, brackets and CASEs stand in one another. */
function deepest(tokens: readonly SqlToken[]): number {
  let depth = 0
  let most = 0
  for (const { text, word } of tokens) {
    if (text === '(' || text === '[' || word === 'CASE') most = Math.max(most, ++depth)
    else if (text === ')' || text === ']' || word === 'END') depth--
  }
  return most
}

/** Parsers throw for what is not of their dialect. */
function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}

/** PostgreSQL takes `Users` for `users`; messages say what the code says. */
function asWritten(tables: readonly TouchedTable[], { tokens }: SqlStatement): readonly TouchedTable[] {
  const spelling = new Map(tokens.filter(({ word }) => word !== '').map(({ text }) => [text.toLowerCase(), text]))
  const written = (name: string): string => spelling.get(name) ?? name
  return tables.map(table => ({ ...table, name: table.name === undefined ? undefined : written(table.name), columns: table.columns?.map(written) }))
}
