/** Databases that live in the memory of the program: what is written to them is gone when it ends, so they are nobody's. */
import type { Module } from '../program/module.ts'
import { isFromPackage, keyOf, originsOf, type Origin } from '../program/origin.ts'
import { callOf, descendants, isSyntax, type Syntax } from '../program/syntax.ts'
import { argumentsOf } from './calls.ts'
import { propertyIn } from './columns.ts'
import type { CallSite, Handle, Library } from './handle.ts'

const NAME = 'memory'
/** A client of such a database; nothing that is done with it is an effect. */
export const IN_MEMORY: Handle = { library: NAME, role: 'client' }

export const memory: Library = {
  name: NAME,
  words: /:memory:|memory:\/\/|pglite/i,
  exported: () => undefined,
  member: () => undefined,
  call: () => undefined,
}

/** Roles of what makes a client when it is called or constructed. */
const MAKES = /^(?:class|factory|maker|connector)$/
const ADDRESS = /:memory:|^memory:\/\//
/** Packages that start a database for tests, and give its address. */
const EPHEMERAL = /^(?:mongodb-memory-server(?:-\w+)?|pg-mem|@testcontainers\/.+|testcontainers)$/
/** Options under which an address or a client is given. */
const ADDRESSES = /^(?:connection(?:String)?|database|filename|file|storage|url|uri|client|dialect|pool|pg|dataDir|db|host|datasources|datasourceUrl|adapter)$/
const DEEPEST = 4

/** Whether a call makes a client of a database in memory: by its address, by a client that it is given, by a library's default. */
export function makesInMemory(handle: Handle, site: CallSite): boolean {
  if (!MAKES.test(handle.role)) return false
  return (handle.method === 'pglite' && isPlainPglite(site)) || site.args.some(argument => isInMemory(argument, site, 0))
}

/** `new PGlite()`, `new PGlite({ extensions })`, Drizzle's `drizzle({ schema })` for it: without a folder it keeps nothing. */
function isPlainPglite(site: CallSite): boolean {
  const [first] = site.args
  const options = site.object(first)
  if (options === undefined) return first === undefined
  return ['dataDir', 'client', 'connection'].every(name => propertyIn(options, name) === undefined) && (options['properties'] as readonly Syntax[]).every(({ type }) => type === 'Property')
}

function isInMemory(node: Syntax, site: CallSite, depth: number): boolean {
  if (depth > DEEPEST) return false
  if (ADDRESS.test(site.text(node) ?? '')) return true
  if (site.values(node).some(value => value.kind === 'handle' && value.handle.library === NAME)) return true
  if (originsOf(node, site.module).some(isEphemeral)) return true
  const object = site.object(node)
  if (object !== undefined) {
    const says = (object['properties'] as readonly Syntax[]).filter(property => ADDRESSES.test(keyOf(property) ?? ''))
    return says.some(({ value }) => isSyntax(value) && isInMemory(value, site, depth + 1))
  }
  // `new SqliteDialect({ database: new Database(':memory:') })`
  return node.type === 'NewExpression' && argumentsOf(node).some(argument => isInMemory(argument, site, depth + 1))
}

/**
 * Whether every connection of Mongoose that a module makes is to a database that it starts for itself: which connection a model uses
 * is not in the code.
 */
export function connectsToMemory(module: Module): boolean {
  if (!/mongodb-memory-server|@testcontainers/.test(module.text)) return false
  const addresses = [...descendants(module.program)].flatMap((node): readonly (Syntax | undefined)[] => {
    const call = node.type === 'CallExpression' ? callOf(node) : undefined
    const isConnecting = call?.object !== undefined && /^(?:connect|createConnection)$/.test(call.name)
      && originsOf(call.object, module).some(origin => isFromPackage(origin, 'mongoose'))
    return isConnecting ? [call.args[0]] : []
  })
  return addresses.length > 0 && addresses.every((address) => {
    const origins = address === undefined ? [] : originsOf(address, module)
    return origins.length > 0 && origins.every(isEphemeral)
  })
}

function isEphemeral(origin: Origin): boolean {
  if (origin.kind === 'module') return EPHEMERAL.test(origin.source)
  return origin.kind === 'result' && origin.callee.some(isEphemeral)
}
