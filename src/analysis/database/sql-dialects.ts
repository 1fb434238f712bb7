/** What a statement of MySQL, SQLite or SQL Server changes, as node-sql-parser reads it. */
import { createRequire } from 'node:module'
import type { Operation, TouchedTable } from './effect.ts'
import { touched } from './handle.ts'
import { knownColumns, knownName } from './sql-names.ts'

type DialectPackage = typeof import('node-sql-parser')

/** Each dialect is a file of its own, which is loaded when the ones before it have given up. */
const LOADERS = {
  mysql: () => createRequire(import.meta.url)('node-sql-parser/build/mysql.js') as DialectPackage,
  sqlite: () => createRequire(import.meta.url)('node-sql-parser/build/sqlite.js') as DialectPackage,
  transactsql: () => createRequire(import.meta.url)('node-sql-parser/build/transactsql.js') as DialectPackage,
}
export type Dialect = keyof typeof LOADERS
const loaded = new Map<Dialect, DialectPackage>()

/**
 * Tables that a statement changes, or the one that it reads.
 * @throws what the parser throws when it can't read the statement
 */
export function tablesOfDialect(sql: string, dialect: Dialect): readonly TouchedTable[] {
  const { Parser } = loaded.get(dialect) ?? LOADERS[dialect]()
  if (!loaded.has(dialect)) loaded.set(dialect, { Parser })
  // The types say less than the trees have.
  const tree: unknown = new Parser().astify(sql)
  const changes = nodesIn(tree).flatMap(changesOf)
  return changes.length > 0 ? changes : [touched(knownName(tablesIn(firstOf(tree)?.['from'])[0]?.name), 'table', 'read')]
}

type Node = Readonly<Record<string, unknown>>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function firstOf(tree: unknown): Node | undefined {
  const first: unknown = Array.isArray(tree) ? tree[0] : tree
  return isNode(first) ? first : undefined
}

/** Every object of a tree, in order: statements that change something also stand below WITH. */
function nodesIn(tree: unknown): readonly Node[] {
  const found: Node[] = []
  const stack: unknown[] = [tree]
  while (stack.length > 0) {
    const value = stack.pop()
    if (isNode(value)) found.push(value)
    if (typeof value === 'object' && value !== null) stack.push(...(Object.values(value) as unknown[]).reverse())
  }
  return found
}

interface Table {
  readonly name: string
  readonly alias: string | undefined
}

function tablesIn(list: unknown): readonly Table[] {
  if (!Array.isArray(list)) return []
  return (list as readonly unknown[]).filter(isNode).flatMap(({ table, as }) => typeof table === 'string' ? [{ name: table, alias: typeof as === 'string' ? as : undefined }] : [])
}

function changesOf(node: Node): readonly TouchedTable[] {
  const targets = tablesIn(node['table'])
  const sources = tablesIn(node['from'])
  switch (node['type']) {
    case 'insert': case 'replace': return targets.map(({ name }) => touched(knownName(name), 'table', isNode(node['on_duplicate_update']) ? 'upsert' : 'insert', insertedColumns(node)))
    case 'update': return targets.length === 0 ? [] : updates(targets, sources, assignmentsIn(node['set']))
    // `DELETE TOP (10) FROM t`: what stands before FROM is no table.
    case 'delete': return (targets.length === 0 ? sources.slice(0, 1) : targets).map(({ name }) => change(realName(name, sources), 'delete'))
    case 'truncate': return tablesIn(node['name']).map(({ name }) => change(name, 'truncate'))
    default: return []
  }
}

function change(name: string, operation: Operation): TouchedTable {
  return touched(knownName(name), 'table', operation, [])
}

interface Assignment {
  readonly column: string
  /** What stands before the column: a table or an alias. */
  readonly table: string | undefined
}

function assignmentsIn(list: unknown): readonly Assignment[] {
  if (!Array.isArray(list)) return []
  return (list as readonly unknown[]).filter(isNode).flatMap(({ column, table }) => typeof column === 'string' ? [{ column, table: typeof table === 'string' ? table : undefined }] : [])
}

/** Without a list an INSERT writes whatever columns the table has. */
function insertedColumns({ columns, set, on_duplicate_update: duplicate }: Node): readonly string[] | undefined {
  const assigned = [...assignmentsIn(set), ...assignmentsIn(isNode(duplicate) ? duplicate['set'] : undefined)].map(({ column }) => column)
  if (Array.isArray(columns)) return columns.every(column => typeof column === 'string') ? knownColumns([...columns, ...assigned]) : undefined
  return Array.isArray(set) ? knownColumns(assigned) : undefined
}

/** Of several joined tables those change that a column is assigned of; a column that names no table may be of any. */
function updates(targets: readonly Table[], sources: readonly Table[], assignments: readonly Assignment[]): readonly TouchedTable[] {
  const [only, ...others] = targets
  const columns = new Map<string | undefined, string[]>()
  for (const { column, table } of assignments) {
    const name = only !== undefined && others.length === 0 ? realName(only.name, sources) : table === undefined ? undefined : realName(table, targets)
    columns.set(name, [...columns.get(name) ?? [], column])
  }
  return [...columns].map(([name, names]) => touched(knownName(name), 'table', 'update', knownColumns(names)))
}

/** The table that an alias stands for. */
function realName(name: string, tables: readonly Table[]): string {
  return tables.find(({ alias }) => alias?.toLowerCase() === name.toLowerCase())?.name ?? name
}
