/** What a deploy script does with data and the network by libraries, and migrators of libraries. */
import type { Outside } from '../database/effect.ts'
import { exportedOrigins } from '../program/far-origins.ts'
import type { Module } from '../program/module.ts'
import { originsOf, type Origin } from '../program/origin.ts'
import { callOf, type Syntax } from '../program/syntax.ts'

const DATABASE = /^(?:@prisma\/client|\.prisma\/client|pg|pg-promise|postgres|mysql2?|mariadb|knex|drizzle-orm|kysely|typeorm|sequelize|mongoose|mongodb|better-sqlite3|sqlite3?|@supabase\/supabase-js|@libsql\/client|@neondatabase\/serverless|@planetscale\/database|ioredis|redis|@mikro-orm\/core|slonik|mssql|umzug|@vercel\/postgres)(?:\/.*)?$/
const NETWORK = /^(?:axios|got|node-fetch|undici|ky|superagent|cross-fetch|ofetch|@slack\/(?:web-api|webhook)|@octokit\/.+|nodemailer|@aws-sdk\/.+|@google-cloud\/.+|(?:node:)?(?:https?|net|http2))(?:\/.*)?$/
/** Opens and closes; touches no rows. */
const LIFECYCLE = /^(?:connect|initialize|init|end|destroy|close|quit|disconnect|\$connect|\$disconnect|release|unref|on|once|createConnection|createPool|authenticate|\$on|\$extends|config|raw)$/
const MIGRATING = /^(?:runMigrations|migrateToLatest|latest|up|migrate|runMigration)$/

export type LibraryUse = 'data' | 'network' | 'migrator' | 'lifecycle'

const known = new WeakMap<Outside, WeakMap<Syntax, { readonly use: LibraryUse | undefined }>>()

/** What a call does by a library; `undefined` for calls of anything else. Worked out once for each call. */
export function libraryUse(node: Syntax, module: Module, outside: Outside): LibraryUse | undefined {
  let byNode = known.get(outside)
  if (byNode === undefined) known.set(outside, byNode = new WeakMap<Syntax, { readonly use: LibraryUse | undefined }>())
  let found = byNode.get(node)
  if (found === undefined) byNode.set(node, found = { use: readUse(node, module, outside) })
  return found.use
}

function readUse(node: Syntax, module: Module, outside: Outside): LibraryUse | undefined {
  const callee = node.type === 'TaggedTemplateExpression' ? node['tag'] as Syntax : node['callee'] as Syntax
  const name = callOf(node)?.name ?? ''
  if (/^(?:then|catch|finally)$/.test(name)) return undefined
  for (const { origin, path } of librariesOf(originsOf(callee, module), module, outside, 0)) {
    if (origin.kind === 'global') return 'network'
    // What a migrator gave, such as the names of what it applied, is plain data.
    if (path.slice(0, -1).some((step, at) => step === 'latest' && path[at - 1] === 'migrate') || path.slice(0, -1).includes('runMigrations')) return undefined
    if (NETWORK.test(origin.source)) return /^(?:Agent|URL|createServer|STATUS_CODES)$/.test(name) ? undefined : 'network'
    const last = path.at(-1) ?? origin.name
    if (origin.source.endsWith('migrator') && last === 'migrate') return 'migrator'
    if (MIGRATING.test(last) && path.length > 0 && (last !== 'up' || origin.source.includes('umzug')) && (last !== 'latest' || path.includes('migrate'))) return 'migrator'
    if (node.type === 'NewExpression' || path.length === 0 || LIFECYCLE.test(last)) return node.type === 'TaggedTemplateExpression' ? 'data' : 'lifecycle'
    return 'data'
  }
  return undefined
}

interface Use {
  readonly origin: Extract<Origin, { readonly kind: 'module' | 'global' }>
  /** Properties read of what the library gave. */
  readonly path: readonly string[]
}

/** Libraries behind a value: of what they export, of what their calls give, and of what other modules made with them. */
function librariesOf(origins: readonly Origin[], module: Module, outside: Outside, depth: number): readonly Use[] {
  if (depth > 6) return []
  return origins.flatMap((origin): readonly Use[] => {
    if (origin.kind === 'module') {
      if (DATABASE.test(origin.source) || NETWORK.test(origin.source)) return [{ origin, path: origin.name === 'default' || origin.name === '*' || /^[A-Z]/.test(origin.name) ? origin.path : [origin.name, ...origin.path].slice(origin.path.length === 0 ? 1 : 0) }]
      return exportedOrigins(origin, module, outside).flatMap(other => librariesOf([other.origin], other.module, outside, depth + 1))
    }
    if (origin.kind === 'global') return origin.name === 'fetch' && origin.path.length === 0 ? [{ origin, path: [] }] : []
    if (origin.kind !== 'result') return []
    return librariesOf(origin.callee, module, outside, depth + 1).map(use => ({ origin: use.origin, path: [...use.path, ...origin.path] })).filter(use => use.origin.kind === 'module')
  })
}
