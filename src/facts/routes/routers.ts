/**
 * Routes that JavaScript serves through router objects (Express, Fastify, Hono, Koa, Elysia …): each router is followed to where it
 * is made, through files and chains, and each mount to what it mounts. A receiver that is no router serves nothing:
 * `axios.get('/users')` asks.
 */
import type { Outside } from '../../analysis/database/effect.ts'
import type { Module } from '../../analysis/program/module.ts'
import { farOriginsOf, type FarOrigin } from '../../analysis/program/far-origins.ts'
import { originsOf, propertyOf } from '../../analysis/program/origin.ts'
import { descendants, isSyntax, propertiesOf, stringOf, type Syntax } from '../../analysis/program/syntax.ts'
import { addTo } from '../../core/multimap.ts'
import type { Route } from './routes.ts'

/** Modules whose exports make routers. */
export const FRAMEWORK = /^(?:express|express-promise-router|fastify|hono(?:\/.*)?|@hono\/zod-openapi|koa-router|@koa\/router|elysia|polka|restify|find-my-way|h3|itty-router|@tinyhttp\/app|ultimate-express|hyper-express|router)$/
const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all', 'del'])
/** Methods that give their receiver back, so that a chain goes on. */
const CHAINING = new Set([...VERBS, 'use', 'route', 'register', 'mount', 'basePath', 'prefix', 'group', 'param', 'on', 'onError', 'notFound', 'openapi', 'withTypeProvider', 'after'])
/** A parameter that is a router by its name: `export default async function routes(fastify) {`. */
const GIVEN = /^(?:\w*(?:app|router|server|fastify|instance|api|route)s?|f)$/i

/** Routers that one program knows, by the node that makes them. */
export interface Served {
  readonly routes: readonly Route[]
  /** Below these paths something is mounted that can't be read. */
  readonly unread: readonly string[]
  /** Whether some router has a path that only the running program knows. */
  readonly computed: boolean
}

/** A router: the call that makes it, or the function whose first parameter it is; and what was put before its paths on the way. */
interface Router {
  readonly made: Syntax
  readonly prefix: string
}

interface Mount {
  readonly parent: Syntax
  readonly prefix: string
}

interface Reading {
  readonly outside: Outside
  readonly routes: { readonly router: Syntax, readonly method: string, readonly path: string, readonly file: string }[]
  readonly mounts: Map<Syntax, Mount[]>
  /** What stands before every path of a router: `new Router({ prefix: '/v1' })`. */
  readonly own: Map<Syntax, string>
  readonly unread: { readonly router: Syntax, readonly prefix: string }[]
  computed: boolean
}

/** Most ways by which one router may be reached. */
const MOST_WAYS = 40

/** Whether a text can say a path to a router, or make one. */
export function mayServe(text: string): boolean {
  return /\.\s?(?:get|post|put|patch|delete|head|options|all|del|use|route|mount|prefix|basePath)\s?(?:<[^()]{0,200}>)?\(\s*\[?\s*["'`]\/|\.(?:register|route)\(|prefix:/.test(text)
}

/** Reads modules together: what one file mounts another one makes. */
export function servedBy(modules: Iterable<Module>, outside: Outside): Served {
  const reading: Reading = { outside, routes: [], mounts: new Map(), own: new Map(), unread: [], computed: false }
  for (const module of modules) {
    for (const node of descendants(module.program)) if (node.type === 'CallExpression') readCall(node, module, reading)
  }
  const routes = reading.routes.flatMap(({ router, method, path, file }): Route[] =>
    prefixesOf(router, reading).map(prefix => ({ method, path: join(prefix, path), file })))
  const unread = reading.unread.flatMap(({ router, prefix }) => prefixesOf(router, reading).map(before => join(before, prefix)))
  return { routes, unread: [...new Set(unread)], computed: reading.computed }
}

function readCall(call: Syntax, module: Module, reading: Reading): void {
  const callee = call['callee'] as Syntax
  const args = (call['arguments'] as readonly unknown[]).filter(isSyntax)
  if (callee.type !== 'MemberExpression') {
    handOver(callee, args, module, reading)
    return
  }
  const method = propertyOf(callee)
  if (method === undefined || !CHAINING.has(method)) {
    handOver(callee, args, module, reading)
    return
  }
  const routers = routersOf(callee['object'] as Syntax, module, reading, 0)
  if (routers.length === 0 && VERBS.has(method) && args.length > 1 && isCalledRouter(callee['object'] as Syntax)) {
    // A router of a class, or one that came by a way that can't be followed: where it is mounted, nobody knows.
    reading.computed = true
    addRoutes({ made: module.program, prefix: '' }, method, args, module, reading)
  }
  for (const router of routers) {
    if (VERBS.has(method)) addRoutes(router, method, args, module, reading)
    else readMount(router, method, args, module, reading)
  }
}

/** `this.router`, `server.app`: a router by its name alone. */
function isCalledRouter(node: Syntax): boolean {
  const name = node.type === 'Identifier' ? String(node['name']) : node.type === 'MemberExpression' ? propertyOf(node) : undefined
  return name !== undefined && GIVEN.test(name)
}

/** `setUpRoutes(app)`: the function's parameter is the router. */
function handOver(callee: Syntax, args: readonly Syntax[], module: Module, reading: Reading): void {
  if (args.length === 0 || args.length > 4 || !args.some(arg => arg.type === 'Identifier')) return
  const functions = farOriginsOf(callee, module, reading.outside).filter(({ origin }) => origin.kind === 'function' && origin.path.length === 0)
  if (functions.length === 0) return
  for (const [index, arg] of args.entries()) {
    if (arg.type !== 'Identifier') continue
    for (const router of routersOf(arg, module, reading, 0)) {
      for (const { origin } of functions) if (origin.kind === 'function' && index === 0) mount(origin.node, router, '', reading)
    }
  }
}

function addRoutes({ made, prefix }: Router, method: string, args: readonly Syntax[], module: Module, reading: Reading): void {
  const [first] = args
  if (first === undefined) return
  const isChain = prefix !== '' && !isPathLike(first, module)
  const paths = isChain ? [''] : pathsOf(first, module)
  // `app.get('trust proxy')` reads a setting; a route has a handler.
  if (paths !== undefined && !isChain && args.length < 2) return
  if (paths === undefined) {
    if (args.length > 1) reading.computed = true
    return
  }
  for (const path of paths) {
    reading.routes.push({ router: made, method: method === 'all' ? 'ALL' : method === 'del' ? 'DELETE' : method.toUpperCase(), path: join(prefix, path), file: module.path })
  }
}

function readMount(router: Router, method: string, args: readonly Syntax[], module: Module, reading: Reading): void {
  const [first, ...rest] = args
  if (first === undefined) return
  if (method === 'prefix') {
    const path = pathsOf(first, module)?.[0]
    if (path === undefined) reading.computed = true
    else reading.own.set(router.made, join(router.prefix, path))
    return
  }
  const options = propertiesOf(first)
  if (method === 'route' && options !== undefined) {
    addRouteObject(router, options, module, reading)
    return
  }
  if (method === 'register') {
    const given = rest[0] === undefined ? undefined : propertiesOf(rest[0])?.get('prefix')
    const prefix = given === undefined ? '' : pathsOf(given, module)?.[0]
    mountAll(router, prefix, [first], module, reading, rest[0] !== undefined && propertiesOf(rest[0]) === undefined)
    return
  }
  if (method !== 'use' && method !== 'route' && method !== 'mount' && method !== 'group') return
  const hasPath = isPathLike(first, module) || rest.length > 0
  const paths = hasPath ? pathsOf(first, module) : ['']
  for (const path of paths ?? [undefined]) mountAll(router, path, hasPath && paths !== undefined ? rest : args, module, reading)
}

/** Fastify's `route({ method: 'GET', url: '/x' })`. */
function addRouteObject({ made, prefix }: Router, options: ReadonlyMap<string, Syntax>, module: Module, reading: Reading): void {
  const url = options.get('url') ?? options.get('path')
  const paths = url === undefined ? undefined : pathsOf(url, module)
  const method = options.get('method')
  const methods = method === undefined ? ['ALL'] : method.type === 'ArrayExpression' ? (method['elements'] as readonly unknown[]).map(stringOf) : [stringOf(method)]
  if (paths === undefined) reading.computed = true
  for (const path of paths ?? []) for (const one of methods) reading.routes.push({ router: made, method: one?.toUpperCase() ?? 'ALL', path: join(prefix, path), file: module.path })
}

function mountAll(router: Router, path: string | undefined, mounted: readonly Syntax[], module: Module, reading: Reading, hidden = false): void {
  if (path === undefined || hidden) reading.computed = true
  const prefix = join(router.prefix, path ?? '')
  for (const arg of mounted) {
    const children = routersOf(arg, module, reading, 0)
    for (const child of children) mount(child.made, { made: router.made, prefix }, child.prefix, reading)
    const plugins = farOriginsOf(arg, module, reading.outside)
    for (const { origin } of plugins) if (origin.kind === 'function' && origin.path.length === 0) mount(origin.node, { made: router.made, prefix }, '', reading)
    // Middleware of others serves nothing that has a name, unless it was given a place: `app.use('/trpc', handler(…))`.
    const isOpaque = children.length === 0 && !plugins.some(({ origin }) => origin.kind === 'function')
    if (isOpaque && prefix !== '') reading.unread.push({ router: router.made, prefix })
  }
}

function mount(child: Syntax, { made, prefix }: Router, own: string, reading: Reading): void {
  if (child !== made) addTo(reading.mounts, child, { parent: made, prefix: join(prefix, own) })
}

/** The routers that an expression can be. */
function routersOf(node: Syntax, module: Module, reading: Reading, depth: number): readonly Router[] {
  if (depth > 30) return []
  if (node.type === 'CallExpression') {
    const chained = chainOf(node, module, reading, depth)
    if (chained !== undefined) return chained
  }
  return farOriginsOf(node, module, reading.outside).flatMap(far => routerAt(far, reading, depth))
}

/** `router.route('/x')`, `app.basePath('/x')`, `app.get(…)` go on with their receiver; `undefined` for another call. */
function chainOf(call: Syntax, module: Module, reading: Reading, depth: number): readonly Router[] | undefined {
  const callee = call['callee'] as Syntax
  const method = callee.type === 'MemberExpression' ? propertyOf(callee) : undefined
  if (method === undefined || !CHAINING.has(method)) return undefined
  const receivers = routersOf(callee['object'] as Syntax, module, reading, depth + 1)
  const args = (call['arguments'] as readonly unknown[]).filter(isSyntax)
  if ((method !== 'route' || args.length > 1) && method !== 'basePath') return receivers
  const path = args[0] === undefined ? undefined : pathsOf(args[0], module)?.[0]
  return path === undefined ? receivers : receivers.map(router => ({ made: router.made, prefix: join(router.prefix, path) }))
}

function routerAt({ origin, module }: FarOrigin, reading: Reading, depth: number): readonly Router[] {
  if (origin.kind === 'parameter') {
    const name = (origin.of['params'] as readonly Syntax[])[0]
    const isRouter = origin.index === 0 && origin.path.length === 0 && name?.type === 'Identifier' && GIVEN.test(String(name['name']))
    return isRouter ? [{ made: origin.of, prefix: '' }] : []
  }
  if (origin.kind !== 'result' || origin.path.length > 0) return []
  if (origin.callee.some(callee => callee.kind === 'module' && FRAMEWORK.test(callee.source))) {
    const options = (origin.call['arguments'] as readonly unknown[])[0]
    const prefix = propertiesOf(options)?.get('prefix')
    const path = prefix === undefined ? undefined : pathsOf(prefix, module)?.[0]
    if (path !== undefined) reading.own.set(origin.call, path)
    return [{ made: origin.call, prefix: '' }]
  }
  return origin.call.type === 'CallExpression' ? chainOf(origin.call, module, reading, depth + 1) ?? [] : []
}

/** Whether an argument says a path: `'/x'`, a template, a regular expression, a list of them. */
function isPathLike(node: Syntax, module: Module): boolean {
  return pathsOf(node, module) !== undefined || node.type === 'TemplateLiteral' || (node.type === 'Literal' && 'regex' in node) || node.type === 'ArrayExpression' || node.type === 'BinaryExpression'
}

/** Paths that an argument says; `undefined` where only the running program knows. */
function pathsOf(node: Syntax, module: Module): readonly string[] | undefined {
  const one = stringOf(node)
  if (one !== undefined) return /^(?:\/|$|\*)/.test(one) ? [one] : [`/${one}`]
  if (node.type === 'ArrayExpression') {
    const all = (node['elements'] as readonly unknown[]).map(stringOf)
    return all.every(path => path !== undefined) ? all : undefined
  }
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return undefined
  const values = originsOf(node, module).map(origin => (origin.kind === 'value' && origin.path.length === 0 ? stringOf(origin.node) : undefined))
  return values.length > 0 && values.every(value => value !== undefined) ? values : undefined
}

/** Every prefix under which a router is reached; a router that nobody mounts is its own root. */
function prefixesOf(router: Syntax, reading: Reading, seen: ReadonlySet<Syntax> = new Set()): readonly string[] {
  const own = reading.own.get(router) ?? ''
  const mounts = reading.mounts.get(router) ?? []
  if (mounts.length === 0 || seen.size > 20) return [own]
  const further = new Set([...seen, router])
  const prefixes = mounts.filter(({ parent }) => !further.has(parent))
    .flatMap(({ parent, prefix }) => prefixesOf(parent, reading, further).map(before => join(join(before, prefix), own)))
  return prefixes.length === 0 ? [own] : [...new Set(prefixes)].slice(0, MOST_WAYS)
}

function join(before: string, path: string): string {
  const joined = `${before.replace(/\/$/, '')}${path === '' || path.startsWith('/') ? path : `/${path}`}`
  return joined.length > 1 ? joined.replace(/\/$/, '') : joined
}
