/** What the first words of a statement tell: enough for statements that create, drop and grant, and for what no parser reads. */
import type { Operation, TouchedTable } from './effect.ts'
import { HOLE, touched } from './handle.ts'
import { knownName } from './sql-names.ts'
import type { SqlToken } from './sql-tokens.ts'
import { insertedColumns, updatedColumns } from './sql-word-columns.ts'

const CHANGES: ReadonlySet<string> = new Set([
  'INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'TRUNCATE', 'DROP', 'ALTER', 'CREATE', 'MERGE', 'UPSERT', 'COPY', 'LOAD', 'GRANT', 'REVOKE', 'RENAME',
  'DO', 'CALL', 'EXEC', 'EXECUTE', 'REFRESH', 'COMMENT', 'IMPORT', 'REASSIGN', HOLE.toUpperCase(),
])
const IN_WITH: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
/** Nobody writes more statements into one WITH. */
const MOST_IN_WITH = 50

/** Whether a statement has a word that may change something; without one it reads at most. */
export function mayChange(tokens: readonly SqlToken[]): boolean {
  return tokens.some(({ word }) => CHANGES.has(word))
}

/** Tables that a statement touches, by its words alone. */
export function tablesByWords(tokens: readonly SqlToken[]): readonly TouchedTable[] {
  if (tokens[0]?.word !== 'WITH') return ofStatement(tokens)
  const starts = tokens.flatMap((_, at) => startsInWith(tokens, at) ? [at] : []).slice(0, MOST_IN_WITH)
  if (starts.length === 0) return readOf(tokens)
  const queries = queriesOf(tokens)
  return starts.flatMap(at => ofStatement(statementFrom(tokens, at)))
    .map(table => table.name !== undefined && queries.has(table.name.toLowerCase()) ? { ...table, name: undefined } : table)
}

/** What WITH names, in small letters: SQL Server changes the tables below it when it is changed. */
function queriesOf(tokens: readonly SqlToken[]): ReadonlySet<string> {
  const named = tokens.filter((token, at) => token.depth === 0 && tokens[at + 1]?.word === 'AS' && tokens[at + 2]?.text === '(')
  return new Set(named.flatMap(({ name }) => name?.toLowerCase() ?? []))
}

/** The table that a query reads. */
export function readOf(tokens: readonly SqlToken[]): readonly TouchedTable[] {
  return [touched(nameAfter(tokens, 'FROM'), 'table', 'read')]
}

/** `WITH a AS (DELETE …) INSERT …`; SQL Server needs no semicolon after a query, so outside parentheses a statement may begin anywhere. */
function startsInWith(tokens: readonly SqlToken[], at: number): boolean {
  const before = tokens[at - 1]
  if (!IN_WITH.has(tokens[at]?.word ?? '')) return false
  return before?.text === '(' || (tokens[at]?.depth === 0 && !NO_START.test(before?.word ?? '') && !/^[.,]$/.test(before?.text ?? ''))
}
/** `FOR UPDATE`, `DO UPDATE`, `KEY UPDATE`, `THEN DELETE`, and columns of such names. */
const NO_START = /^(?:FOR|DO|KEY|THEN|ON|OF|SET|SELECT|WHERE|AND|OR|BY|AS)$/

function statementFrom(tokens: readonly SqlToken[], at: number): readonly SqlToken[] {
  const depth = tokens[at]?.depth ?? 0
  const rest = tokens.slice(at)
  const end = rest.findIndex(token => token.depth < depth)
  return end < 0 ? rest : rest.slice(0, end)
}

/** What is created, changed and dropped in a database; of these, what has rows or is about what has. */
const KINDS = /^(?:TABLE|VIEW|INDEX|FUNCTION|PROCEDURE|AGGREGATE|TYPE|DOMAIN|EXTENSION|SEQUENCE|TRIGGER|ROLE|USER|LANGUAGE|OPERATOR|COLLATION|CAST)$/
const WITH_ROWS = /^(?:TABLE|VIEW|INDEX)$/

function ofStatement(all: readonly SqlToken[]): readonly TouchedTable[] {
  const level = all[0]?.depth
  // What stands in parentheses is values, columns and queries.
  const tokens = all.filter(({ depth }) => depth === level)
  const verb = tokens.find(({ word }) => CHANGES.has(word))
  const change = (after: string, operation: Operation): readonly TouchedTable[] => [touched(nameAfter(tokens, after), 'table', operation)]
  const changes = (after: string, operation: Operation): readonly TouchedTable[] => namesAfter(tokens, after).map(name => touched(knownName(name), 'table', operation, []))
  const has = (wanted: string): boolean => tokens.some(({ word }) => word === wanted)
  const isFirst = tokens[0] === verb
  const object = /^(?:CREATE|ALTER|DROP)$/.test(verb?.word ?? '') ? tokens.slice(1, 7).find(({ word }) => KINDS.test(word))?.word : undefined
  if (object !== undefined && !WITH_ROWS.test(object)) return [touched(undefined, 'object', verb?.word === 'DROP' ? 'drop' : 'schema')]
  switch (verb?.word) {
    case 'INSERT': return inserted(all, 'INSERT', has('CONFLICT') || has('DUPLICATE') ? 'upsert' : 'insert')
    case 'REPLACE': case 'UPSERT': return inserted(all, verb.word, 'upsert')
    case 'MERGE': return merged(tokens)
    // Not FOR UPDATE.
    case 'UPDATE': return isFirst ? updated(tokens) : readOf(tokens)
    case 'DELETE': return namesAfter(tokens, 'DELETE').map(name => touched(knownName(name === undefined ? name : realName(tokens, name)), 'table', 'delete', []))
    case 'TRUNCATE': return changes('TRUNCATE', 'truncate')
    case 'DROP': return changes(tokens[1]?.word ?? 'TABLE', 'drop')
    case 'ALTER': return change(tokens[1]?.word ?? 'TABLE', tokens.some(({ word }, index) => index > 1 && word === 'DROP') ? 'drop' : 'schema')
    case 'CREATE': return tokens.some(({ word }) => /^TEMP(?:ORARY)?$/.test(word)) ? [] : change(has('INDEX') ? 'ON' : 'TABLE', 'schema')
    case 'COPY': return has('FROM') ? change('COPY', 'insert') : []
    case 'LOAD': case 'IMPORT': return change('TABLE', 'insert')
    case 'REFRESH': return change('VIEW', 'update')
    case 'GRANT': case 'REVOKE': case 'RENAME': case 'COMMENT': case 'REASSIGN': return isFirst ? [touched(undefined, 'table', 'schema')] : []
    case 'DO': case 'CALL': case 'EXEC': case 'EXECUTE': return isFirst ? [touched(undefined, 'table', 'unknown')] : []
    default: return isFirst && verb !== undefined ? [touched(undefined, 'table', 'unknown')] : readOf(all)
  }
}

function inserted(tokens: readonly SqlToken[], verb: string, operation: Operation): readonly TouchedTable[] {
  const at = nameAt(tokens, tokens.findIndex(({ word }) => word === verb) + 1)
  return [touched(knownName(tokens[at]?.name), 'table', operation, insertedColumns(tokens, at))]
}

/** One of several joined tables is updated, and words don't tell which. */
function updated(tokens: readonly SqlToken[]): readonly TouchedTable[] {
  const joined = tokens.slice(0, tokens.findIndex(({ word }) => word === 'SET')).some(({ word }) => word === 'JOIN')
  const name = joined ? undefined : nameAfter(tokens, 'UPDATE')
  return [touched(name === undefined ? name : knownName(realName(tokens, name)), 'table', 'update', updatedColumns(tokens))]
}

/** MERGE does what stands behind its THENs. */
function merged(tokens: readonly SqlToken[]): readonly TouchedTable[] {
  const does = new Set(tokens.flatMap(({ word }, index) => word === 'THEN' ? [tokens[index + 1]?.word] : []))
  const writes = does.has('INSERT') ? does.has('UPDATE') ? 'upsert' : 'insert' : does.has('UPDATE') ? 'update' : undefined
  const name = nameAfter(tokens, 'MERGE')
  const operations: readonly Operation[] = [...writes === undefined ? [] : [writes] as const, ...does.has('DELETE') ? ['delete'] as const : []]
  return (operations.length === 0 ? ['upsert'] as const : operations).map(operation => touched(name, 'table', operation))
}

/** `DELETE u FROM users u`, `UPDATE u SET … FROM users AS u`: the table that an alias stands for. */
function realName(tokens: readonly SqlToken[], alias: string): string {
  for (const [index, { word }] of tokens.entries()) {
    if (!/^(?:FROM|JOIN|USING)$/.test(word)) continue
    const at = nameAt(tokens, index + 1)
    const named = tokens[at + 1]?.word === 'AS' ? tokens[at + 2] : tokens[at + 1]
    if (named?.name?.toLowerCase() === alias.toLowerCase()) return tokens[at]?.name ?? alias
  }
  return alias
}

const BETWEEN: ReadonlySet<string> = new Set(['IF', 'NOT', 'EXISTS', 'ONLY', 'IGNORE', 'LOW_PRIORITY', 'QUICK', 'TABLE', 'CONCURRENTLY', 'FROM', 'INTO', 'OR', 'ROLLBACK', 'ABORT', 'FAIL', 'REPLACE', 'TOP'])

/** The name behind a word; of `a.b.c` the last part. */
function nameAfter(tokens: readonly SqlToken[], word: string): string | undefined {
  return knownName(namesAfter(tokens, word)[0])
}

/** The names behind a word, separated by commas: at least one, `undefined` where there is none. */
function namesAfter(tokens: readonly SqlToken[], word: string): readonly (string | undefined)[] {
  const found = tokens.findIndex(token => token.word === word)
  if (found < 0) return [undefined]
  const names: (string | undefined)[] = []
  let at = found
  do {
    at = nameAt(tokens, at + 1)
    names.push(tokens[at]?.name)
  } while (tokens[++at]?.text === ',')
  return names
}

/** Where the last part of a name stands that may begin here. */
function nameAt(tokens: readonly SqlToken[], start: number): number {
  let at = start
  while (BETWEEN.has(tokens[at]?.word ?? '') || /^[()]$/.test(tokens[at]?.text ?? '')) at++
  while (tokens[at + 1]?.text === '.' && tokens[at + 2] !== undefined) at += 2
  return at
}
