/**
 * What SQL does to which tables. Statements are cut apart by a tokenizer of our own; those that may change something are read by
 * sql-parser-cst in the dialects that it has, and by their first words where it gives up (procedures, other dialects, holes).
 */
import { createRequire } from 'node:module'
import type { Operation, TouchedTable } from './effect.ts'
import { HOLE, touched, type EffectDraft } from './handle.ts'
import { sqlStatements, type SqlStatement, type SqlToken } from './sql-tokens.ts'

/** A longer statement is a dump: its first words tell enough. */
const LONGEST_PARSED = 5000
const MOST_STATEMENTS = 2000

/** Tables that a text of SQL reads and changes, in order. Parts that nobody knows are HOLE. */
export function tablesOfSql(sql: string): readonly TouchedTable[] {
  const tables: TouchedTable[] = []
  for (const statement of sqlStatements(sql).slice(0, MOST_STATEMENTS)) tables.push(...tablesOfStatement(statement))
  return tables
}

/** What running a text of SQL does. `sql` is `undefined` where nobody knows it: then it reads, or does `otherwise`. */
export function sqlEffect(sql: string | undefined, otherwise: 'read' | 'write' = 'read'): EffectDraft {
  if (sql === undefined) return { kind: otherwise, tables: [touched(undefined, 'table', 'unknown')] }
  const tables = tablesOfSql(sql)
  const change = tables.find(table => table.operation !== 'read')
  const detail = shown(sql)
  return { kind: change === undefined ? 'read' : 'write', tables, ...(detail === '' ? {} : { detail }) }
}

/** Whether an operation changes rows or the schema. */
export function isChange(operation: Operation): boolean {
  return operation !== 'read' && operation !== 'unknown'
}

/** The beginning of a text of SQL in one line, for messages. */
function shown(sql: string): string {
  const statements = sqlStatements(sql)
  const first = statements.find(statement => tablesOfStatement(statement).some(table => table.operation !== 'read')) ?? statements[0]
  const words = (first?.text ?? '').slice(0, 400).replaceAll(HOLE, '…').replace(/[`\s]+/g, ' ').trim()
  return words.length > 60 ? `${words.slice(0, 57)}…` : words
}

function tablesOfStatement(statement: SqlStatement): readonly TouchedTable[] {
  const { tokens, text } = statement
  const verb = tokens[0]?.word ?? ''
  // A plan of a change changes nothing, unless it is asked what really happens.
  if (verb === 'EXPLAIN' && !tokens.slice(0, 20).some(({ word }) => word === 'ANALYZE')) return [touched(undefined, 'table', 'read')]
  if (!tokens.some(({ word }) => CHANGES.has(word))) return verb === 'SELECT' || verb === 'WITH' ? [touched(tableAfter(tokens, 'FROM'), 'table', 'read')] : []
  const parsed = text.length <= LONGEST_PARSED && PARSED.test(verb) ? parsedTables(text) : undefined
  return parsed ?? byWords(tokens)
}

const PARSED = /^(?:INSERT|REPLACE|UPDATE|DELETE|WITH|TRUNCATE|SELECT)$/
const CHANGES = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE', 'TRUNCATE', 'DROP', 'ALTER', 'CREATE', 'MERGE', 'UPSERT', 'COPY', 'LOAD', 'GRANT', 'REVOKE', 'RENAME', 'DO', 'CALL', 'EXEC', 'EXECUTE', 'REFRESH', 'COMMENT', 'IMPORT', 'REASSIGN', HOLE.toUpperCase()])

const DIALECTS = ['postgresql', 'mysql', 'sqlite'] as const
type Parser = typeof import('sql-parser-cst')
let parser: Parser | undefined

function parsedTables(text: string): readonly TouchedTable[] | undefined {
  parser ??= createRequire(import.meta.url)('sql-parser-cst') as Parser
  for (const dialect of DIALECTS) {
    try {
      const { statements } = parser.parse(text, { dialect, paramTypes: ['?', '?nr', '$nr', ':name', '@name', '$name'] })
      return statements.flatMap(readNode)
    } catch {
      // Not of this dialect.
    }
  }
  return undefined
}

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

const STATEMENTS: Readonly<Record<string, Operation>> = { insert_stmt: 'insert', update_stmt: 'update', delete_stmt: 'delete', truncate_stmt: 'truncate' }

/** Every statement in a tree that changes something, also below WITH; a plain query reads. */
function readNode(root: unknown): readonly TouchedTable[] {
  const found: TouchedTable[] = []
  const stack: unknown[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (Array.isArray(node)) {
      stack.push(...[...node as unknown[]].reverse())
      continue
    }
    if (!isNode(node)) continue
    const operation = STATEMENTS[node.type]
    if (operation !== undefined) found.push(...changesIn(node, operation))
    for (const key of Object.keys(node).reverse()) if (typeof node[key] === 'object') stack.push(node[key])
  }
  if (found.length > 0 || !isNode(root)) return found
  const from = clauseOf(root, 'from_clause')
  return [touched(nameIn(from?.['expr']), 'table', 'read')]
}

function changesIn(statement: Node, operation: Operation): readonly TouchedTable[] {
  const columns = columnsIn(statement)
  const clause = clauseOf(statement, `${statement.type.replace('_stmt', '')}_clause`)
  const tables = operation === 'truncate' ? statement['tables'] : clause?.['table'] ?? clause?.['tables']
  const upserts = operation === 'insert' && clauseOf(statement, 'upsert_clause') !== undefined
  const list = isNode(tables) && tables.type === 'list_expr' ? tables['items'] as readonly unknown[] : [tables]
  return list.map(table => touched(nameIn(table), 'table', upserts ? 'upsert' : operation, operation === 'delete' || operation === 'truncate' ? [] : columns))
}

function clauseOf(statement: Node, type: string): Node | undefined {
  const clauses = statement['clauses']
  return Array.isArray(clauses) ? (clauses as unknown[]).filter(isNode).find(one => one.type === type) : undefined
}

/** The columns that a statement writes: those of its list, or all that it assigns. */
function columnsIn(statement: Node): readonly string[] | undefined {
  const listed = clauseOf(statement, 'insert_clause')?.['columns']
  const names = new Set<string | undefined>(isNode(listed) ? identifiersIn(listed) : [])
  const stack: unknown[] = [statement['clauses']]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (Array.isArray(node)) stack.push(...node as unknown[])
    else if (isNode(node)) {
      if (node.type === 'column_assignment') names.add(lastIdentifier(node['column']))
      else if (!node.type.endsWith('_stmt') && node.type !== 'with_clause') stack.push(...Object.values(node).filter(value => typeof value === 'object'))
    }
  }
  return names.size === 0 || names.has(undefined) || names.has(HOLE) ? undefined : [...names].filter(name => name !== undefined)
}

function identifiersIn(node: Node): readonly (string | undefined)[] {
  const inner = isNode(node['expr']) ? node['expr'] : node
  return inner.type === 'list_expr' ? (inner['items'] as readonly unknown[]).map(lastIdentifier) : [lastIdentifier(inner)]
}

/** The table that an expression names: below an alias, `ONLY`, and of `schema.table` the table. */
function nameIn(node: unknown): string | undefined {
  let at = node
  for (let depth = 0; depth < 5 && isNode(at); depth++) {
    if (at.type === 'identifier' || at.type === 'member_expr') {
      const name = lastIdentifier(at)
      return name?.includes(HOLE) === true ? undefined : name
    }
    at = at['table'] ?? at['expr'] ?? at['left']
  }
  return undefined
}

function lastIdentifier(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'member_expr') return lastIdentifier(node['property'])
  return node.type === 'identifier' ? String(node['name']) : undefined
}

/** What is created, changed and dropped in a database; of these, what has rows or is about what has. */
const KINDS = /^(?:TABLE|VIEW|INDEX|FUNCTION|PROCEDURE|AGGREGATE|TYPE|DOMAIN|EXTENSION|SEQUENCE|TRIGGER|ROLE|USER|LANGUAGE|OPERATOR|COLLATION|CAST)$/
const WITH_ROWS = /^(?:TABLE|VIEW|INDEX)$/

/** By the first words: enough for statements that create, drop and grant, and for what no grammar accepts. */
function byWords(tokens: readonly SqlToken[]): readonly TouchedTable[] {
  const verb = tokens.find(({ word, depth }) => CHANGES.has(word) && (depth === 0 || tokens[0]?.word === 'WITH'))
  const change = (after: string, operation: Operation): readonly TouchedTable[] => [touched(tableAfter(tokens, after), 'table', operation)]
  const object = /^(?:CREATE|ALTER|DROP)$/.test(verb?.word ?? '') ? tokens.slice(1, 7).find(({ word }) => KINDS.test(word))?.word : undefined
  if (object !== undefined && !WITH_ROWS.test(object)) return [touched(undefined, 'object', verb?.word === 'DROP' ? 'drop' : 'schema')]
  switch (verb?.word) {
    case 'INSERT': case 'REPLACE': case 'MERGE': return change('INTO', verb.word === 'INSERT' && !tokens.some(({ word }) => word === 'CONFLICT' || word === 'DUPLICATE') ? 'insert' : 'upsert')
    case 'UPSERT': return change('INTO', 'upsert')
    case 'UPDATE': return tokens[0] === verb || tokens[0]?.word === 'WITH' ? change('UPDATE', 'update') : []
    case 'DELETE': return change('FROM', 'delete')
    case 'TRUNCATE': return change(tokens.some(({ word }) => word === 'TABLE') ? 'TABLE' : 'TRUNCATE', 'truncate')
    case 'DROP': return change(tokens[1]?.word ?? 'TABLE', 'drop')
    case 'ALTER': return change(tokens[1]?.word ?? 'TABLE', tokens.some(({ word }, index) => index > 1 && word === 'DROP') ? 'drop' : 'schema')
    case 'CREATE': return tokens.some(({ word }) => /^TEMP(?:ORARY)?$/.test(word)) ? [] : change(tokens.some(({ word }) => word === 'INDEX') ? 'ON' : 'TABLE', 'schema')
    case 'COPY': return tokens.some(({ word }) => word === 'FROM') ? change('COPY', 'insert') : []
    case 'LOAD': case 'IMPORT': return change('TABLE', 'insert')
    case 'REFRESH': return change('VIEW', 'update')
    case 'GRANT': case 'REVOKE': case 'RENAME': case 'COMMENT': case 'REASSIGN': return tokens[0] === verb ? [touched(undefined, 'table', 'schema')] : []
    case 'DO': return tokens[0] === verb ? [touched(undefined, 'table', 'unknown')] : []
    case 'CALL': case 'EXEC': case 'EXECUTE': return tokens[0] === verb ? [touched(undefined, 'table', 'unknown')] : []
    default: return tokens[0]?.word === HOLE.toUpperCase() ? [touched(undefined, 'table', 'unknown')] : [touched(tableAfter(tokens, 'FROM'), 'table', 'read')]
  }
}

const BETWEEN = new Set(['IF', 'NOT', 'EXISTS', 'ONLY', 'IGNORE', 'LOW_PRIORITY', 'TABLE', 'CONCURRENTLY', 'INTO', 'OR', 'ROLLBACK', 'ABORT', 'FAIL', 'REPLACE'])

/** The name behind a word; of `a.b.c` the last part. */
function tableAfter(tokens: readonly SqlToken[], word: string): string | undefined {
  let at = tokens.findIndex(token => token.word === word) + 1
  if (at === 0) return undefined
  while (BETWEEN.has(tokens[at]?.word ?? '')) at++
  while (tokens[at + 1]?.text === '.' && tokens[at + 2] !== undefined) at += 2
  const name = tokens[at]?.name
  return name === undefined || name.includes(HOLE) ? undefined : name
}
