/** Drivers that take SQL as it is: pg, postgres.js, mysql2, better-sqlite3 and their like. One table of packages, one of methods. */
import { propertyIn, columnsWritten } from './columns.ts'
import type { Syntax } from '../program/syntax.ts'
import { isSyntax } from '../program/syntax.ts'
import { touched, type CallSite, type EffectDraft, type Handle, type Library, type Outcome } from './handle.ts'
import { sqlEffect } from './sql.ts'

const NAME = 'sql'

interface Driver {
  readonly source: RegExp
  /** Exports that make a client when they are called or constructed; `connects` those that open a connection at once. */
  readonly makes: RegExp
  readonly connects?: RegExp
  /** Exports that are clients already. */
  readonly clients?: RegExp
  /** Whether what is made is itself a tag or a function that runs SQL. */
  readonly callable?: boolean
}

const DRIVERS: Readonly<Record<string, Driver>> = {
  'pg': { source: /^pg(?:-pool|-native)?$/, makes: /^(?:Pool|Client|default|native)$/ },
  'neon': { source: /^@neondatabase\/serverless$/, makes: /^(?:Pool|Client|neon)$/, callable: true },
  'vercel-postgres': { source: /^@vercel\/postgres$/, makes: /^create(?:Pool|Client)$/, clients: /^(?:sql|db|postgresConnectionString)$/, callable: true },
  'postgres': { source: /^postgres$/, makes: /^(?:default|\*)$/, callable: true },
  'bun-sql': { source: /^bun$/, makes: /^SQL$/, clients: /^sql$/, callable: true },
  'slonik': { source: /^slonik$/, makes: /^createPool$/ },
  'pg-promise': { source: /^pg-promise$/, makes: /^never$/ },
  'mysql': { source: /^(?:mysql2?|mariadb|serverless-mysql)(?:\/(?:promise|callback)(?:\.js)?)?$/, makes: /^create(?:Pool|PoolCluster|Connection)$/, connects: /^createConnection$/ },
  'planetscale': { source: /^@planetscale\/database$/, makes: /^(?:connect|Client)$/ },
  'better-sqlite3': { source: /^better-sqlite3$/, makes: /^(?:default|\*)$/ },
  'sqlite': { source: /^(?:sqlite3?|bun:sqlite)$/, makes: /^(?:Database|DatabaseSync|open|default)$/ },
  'libsql': { source: /^(?:@libsql\/client|libsql)(?:\/|$)/, makes: /^(?:createClient|default)$/ },
  'pglite': { source: /^@electric-sql\/pglite$/, makes: /^PGlite$/ },
  'mssql': { source: /^mssql(?:\/|$)/, makes: /^(?:ConnectionPool|connect|Request|Transaction|PreparedStatement)$/, connects: /^connect$/, clients: /^(?:query|batch)$/, callable: true },
  'oracledb': { source: /^oracledb$/, makes: /^(?:getConnection|createPool)$/, connects: /^getConnection$/ },
  'clickhouse': { source: /^@clickhouse\/client(?:-web)?$/, makes: /^createClient$/ },
}

/** Methods with the SQL in their first argument. Without known SQL those of the second list are taken to write. */
const RUNS = /^(?:query|execute|exec|run|all|get|each|any|one|oneOrNone|oneFirst|many|manyOrNone|manyFirst|maybeOne|none|result|multi|multiResult|unsafe|batch|prepare|executeMultiple|raw|command|simple|migrate|sql|executeMany|queryStream|stream|array|object|map)$/
const WRITES_UNSEEN = /^(?:exec|run|none|executeMultiple|command|migrate|executeMany)$/
const CONNECTS = /^(?:connect|getConnection|acquire|reserve|open)$/
const TRANSACTIONS = /^(?:begin|tx|txIf|task|taskIf|transaction|savepoint|withTransaction|useConnection)$/
const SAME = /^(?:promise|promises|request|input|output|verbose|withTypeParser|setTypeParser)$/

export const sqlDrivers: Library = {
  name: NAME,
  words: /\b(?:pg|pg-pool|postgres|mysql2?|mariadb|sqlite3?|libsql|pglite|neondatabase|planetscale|slonik|mssql|oracledb|clickhouse)\b|better-sqlite3|\bBun\.sql\b|from ["']bun["']|serverless-mysql/,
  exported(source, name) {
    for (const [library, { source: pattern, makes, connects, clients, callable }] of Object.entries(DRIVERS)) {
      if (!pattern.test(source)) continue
      if (clients?.test(name) === true) return { library: NAME, role: 'client', method: `${library} callable` }
      if (library === 'pg-promise' && name !== 'pgp') return { library: NAME, role: 'initializer', method: library }
      if (makes.test(name)) {
        const role = connects?.test(name) === true ? 'connector' : 'maker'
        return { library: NAME, role, method: `${library}${callable === true ? ' callable' : ''}` }
      }
    }
    return undefined
  },
  global: name => (name === 'Bun.sql' ? { library: NAME, role: 'client', method: 'bun-sql callable' } : name === 'Bun.SQL' ? { library: NAME, role: 'maker', method: 'bun-sql callable' } : undefined),
  typed(source, name) {
    const driver = Object.entries(DRIVERS).find(([, { source: pattern }]) => pattern.test(source))
    return driver !== undefined && /(?:Pool|Client|ClientBase|Connection|Sql|Database|IDatabase|ITask|Transaction|PGlite)(?:Pool|Sync|Sql)?$|^default$/.test(name)
      ? { library: NAME, role: 'client', method: `${driver[0]}${driver[1].callable === true ? ' callable' : ''}` }
      : undefined
  },
  member(handle, name) {
    if (handle.role === 'client') return { ...handle, role: 'method', table: name }
    // `sqlite3.verbose().Database`, `new Database.Database()`, `pg.native.Pool`.
    if (handle.role === 'maker' && /^(?:Pool|Client|Database)$/.test(name)) return handle
    if (handle.role === 'maker' && name === 'create' && driverOf(handle) === 'pglite') return handle
    return handle.role === 'maker' && name === 'verbose' ? { ...handle, role: 'verbose' } : undefined
  },
  call(handle, site): Outcome | undefined {
    const client: Handle = { library: NAME, role: 'client', method: handle.method ?? '' }
    const library = driverOf(handle)
    switch (handle.role) {
      case 'initializer': return { result: { library: NAME, role: 'maker', method: 'pg-promise' } }
      case 'verbose': return { result: { ...handle, role: 'maker' } }
      case 'maker': case 'connector': return { result: client, effects: [{ kind: handle.role === 'connector' ? 'connect' : 'client', library }] }
      case 'client': return handle.method?.endsWith('callable') === true ? { effects: runs(site, library, 'read', isTag(site)) } : undefined
      case 'method': return method(client, handle.table ?? '', site, library)
      default: return undefined
    }
  },
}

function driverOf({ method = NAME }: Handle): string {
  return method.replace(' callable', '')
}

function isTag({ node }: CallSite): boolean {
  return node.type === 'TaggedTemplateExpression'
}

function method(client: Handle, name: string, site: CallSite, library: string): Outcome | undefined {
  if (CONNECTS.test(name)) return { result: client, callback: [library === 'slonik' ? client : undefined, client], effects: [{ kind: 'connect', library }] }
  if (TRANSACTIONS.test(name)) return { callback: [client, client], result: client }
  if (SAME.test(name)) return { result: client }
  if (name === 'file') return { effects: [{ ...sqlEffect(site.fileText(site.args[0]), 'write'), library }] }
  if (name === 'insert' && library === 'clickhouse') {
    const argument = site.object(site.args[0])
    return { effects: [{ kind: 'write', library, tables: [touched(site.text(propertyIn(argument, 'table')), 'table', 'insert', columnsWritten(propertyIn(argument, 'values'), site))] }] }
  }
  return RUNS.test(name) ? { effects: runs(site, library, WRITES_UNSEEN.test(name) ? 'write' : 'read', true) } : undefined
}

/** What running the first argument does; a call of a tag with plain values only makes a fragment. */
function runs(site: CallSite, library: string, otherwise: 'read' | 'write', always: boolean): readonly EffectDraft[] {
  const [first] = site.args
  if (first === undefined) return []
  const texts = statementsIn(first, site)
  if (!always && texts.every(text => text === undefined || !/^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP|TRUNCATE)\b/i.test(text))) return []
  const effects = texts.map(text => sqlEffect(text, otherwise))
  const change = effects.find(effect => effect.kind === 'write') ?? effects[0]
  return change === undefined ? [] : [{ ...change, library, tables: effects.flatMap(effect => effect.tables ?? []) }]
}

/** The SQL of a text, of `{ text }`, `{ sql }`, `{ query }`, and of lists of these. */
function statementsIn(node: Syntax, site: CallSite): readonly (string | undefined)[] {
  if (node.type === 'ArrayExpression') return (node['elements'] as readonly unknown[]).filter(isSyntax).flatMap(element => statementsIn(element, site))
  const object = site.object(node)
  const inner = object === undefined ? node : propertyIn(object, 'text') ?? propertyIn(object, 'sql') ?? propertyIn(object, 'query') ?? node
  return [site.text(inner) ?? site.fileText(inner)]
}
