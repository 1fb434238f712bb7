/** The HTTP routes that the repository serves, as its frameworks declare them. */
import { defineFact, type Repository } from '../../core/repository.ts'
import { TEST_DATA } from '../gone-path.ts'
import { modulesFact } from '../code/modules.ts'
import { outsideOf } from '../code/outside.ts'
import { packagesFact } from '../packages.ts'
import { fileRoute } from './next.ts'
import { openApiRoutes } from './openapi.ts'
import { rewritesOf } from './rewrites.ts'
import { FRAMEWORK, mayServe, servedBy } from './routers.ts'

export interface Route {
  /** Upper case; `ALL` for every method. */
  readonly method: string
  /** Begins with a slash; parameters as written (`:id`, `{id}`, `[id]`, `<int:id>`). */
  readonly path: string
  /** The file that declares it. */
  readonly file: string
}

export interface Routes {
  readonly all: readonly Route[]
  /** Whether prefixes are put before routes that can't be read: then only the end of a path is certain. */
  readonly prefixed: boolean
  /** First parts of paths that code takes apart by regular expressions: below them nobody can tell what is served. */
  readonly expressed: ReadonlySet<string>
  /** Below these paths something answers that nobody here can read: a proxy, a handler of a package. */
  readonly unread: readonly string[]
}

/** What NestJS declares: prefixes stand in another file than controllers. */
interface Nest {
  readonly routes: Route[]
  readonly prefixes: string[]
  versioned: boolean
}

const CODE = /\.(?:[cm]?[jt]sx?|py|rb|go)$/
const TESTS = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|examples?|bench\w*|docs?|node_modules)\/|\.(?:test|spec|d)\.|(?:^|\/)test_|_test\.go$/
const LARGEST = 500_000
const FLASK = /@\w{1,40}\.(route|get|post|put|patch|delete)\(\s*["'](\/[^"'\n]{0,200})["']([^)\n]{0,200})/g
const NEST_CLASS = /@Controller\(\s*(?:\{[^}]{0,200}?path:\s*)?(?:["'`]([^"'`\n]{0,200})["'`])?/
const NEST = /@(Get|Post|Put|Patch|Delete|Head|Options|All)\(\s*(?:["'`]([^"'`\n]{0,200})["'`])?\s*\)/g
const GO = /\.(?:HandleFunc|Handle)\(\s*"(?:(GET|POST|PUT|PATCH|DELETE)\s+)?(\/[^"\n]{0,200})"/g
/** Without a manifest that says so, an import tells that there are routers. */
const IMPORTS = /["'](?:express|fastify|hono|koa-router|@koa\/router|elysia|polka|restify)["'/]/
const NEST_PREFIX = /\.setGlobalPrefix\(\s*["'`]([^"'`\n]{1,100})["'`]/g
/** Hand-written routers: `url.pathname === '/x'`, `case '/x':`. */
const COMPARED = /(?:pathname|\.url|\bpath|route)\s*===?\s*["'`](\/[^"'`\n]{1,200})["'`]/g

/** `/^\/api\/users\/([^/]+)$/` */
const EXPRESSED = /\/\^\\\/([\w-]{1,60})\\\//g

/** All routes of the repository; tests, examples and documents serve none. */
export const routesFact = defineFact<Routes>('routes', (repository) => {
  const all: Route[] = []
  const perhaps: string[] = []
  const nest: Nest = { routes: [], prefixes: [], versioned: false }
  let prefixed = false
  const expressed = new Set<string>()
  const { sources, bases, proxied } = rewritesOf(repository)
  let hasRouters = repository.get(packagesFact).all.some(({ dependencies }) => [...dependencies].some(name => FRAMEWORK.test(name)))
  for (const [path, entry] of repository.source.files) {
    if (!entry.mode.startsWith('100')) continue
    const next = fileRoute(path)
    // Below a folder of routes `test` is a part of an address.
    const place = next === undefined ? path : path.slice(0, path.search(/(?:^|\/)(?:app|pages)\//) + 1)
    if (TESTS.test(place) || TEST_DATA.test(place)) continue
    if (next !== undefined || CODE.test(path)) {
      const text = read(repository, path)
      if (text === undefined) continue
      if (next !== undefined) all.push(...next(text))
      else prefixed = readCode(text, path, all, nest) || prefixed
      if (next === undefined && mayServe(text)) perhaps.push(path)
      hasRouters ||= IMPORTS.test(text)
      if (text.includes('^\\/')) for (const match of text.matchAll(EXPRESSED)) expressed.add(match[1] ?? '')
    } else if (/(?:openapi|swagger)[^/]*\.(?:ya?ml|json)$/i.test(path)) all.push(...openApiRoutes(repository, path))
  }
  const modules = hasRouters ? perhaps.flatMap(path => repository.get(modulesFact).at(path) ?? []) : []
  const { routes, unread, computed } = servedBy(modules, outsideOf(repository))
  all.push(...routes, ...nest.routes, ...nest.prefixes.flatMap(prefix => nest.routes.map(route => ({ ...route, path: `${prefix}${route.path}` }))))
  all.push(...sources.map(path => ({ method: 'ALL', path, file: 'rewrites' })))
  // With a base path in front an address is served as well; without it a document names the route.
  all.push(...bases.flatMap(base => all.map(route => ({ ...route, path: `${base}${route.path}` }))))
  return { all, prefixed: prefixed || nest.versioned || computed, expressed, unread: [...unread, ...proxied] }
})

function read(repository: Repository, path: string): string | undefined {
  const bytes = repository.source.read(path)
  return bytes === undefined || bytes.length > LARGEST ? undefined : bytes.toString('utf8')
}

/** Frameworks whose routes stand in the text as they are. @returns whether the file mounts routes below a prefix that is not read */
function readCode(text: string, file: string, all: Route[], nest: Nest): boolean {
  const add = (method: string, path: string): void => { all.push({ method: method.toUpperCase(), path, file }) }
  if (file.endsWith('.py')) {
    for (const match of text.matchAll(FLASK)) {
      const [, verb = '', path = '', rest = ''] = match
      if (verb !== 'route') add(verb, path)
      else for (const method of rest.includes('methods') ? rest.match(/\b(?:GET|POST|PUT|PATCH|DELETE)\b/g) ?? ['ALL'] : ['GET']) add(method, path)
    }
    return /\b(?:include_router|register_blueprint|APIRouter|Blueprint)\(/.test(text) && /prefix\s*=/.test(text)
  }
  if (file.endsWith('.go')) {
    for (const match of text.matchAll(GO)) add(match[1] ?? 'ALL', match[2] ?? '')
  }
  if (text.includes('@Controller')) {
    const base = NEST_CLASS.exec(text)?.[1] ?? ''
    for (const match of text.matchAll(NEST)) {
      const path = `/${[base, match[2] ?? ''].map(part => part.replace(/^\/|\/$/g, '')).filter(part => part !== '').join('/')}`
      nest.routes.push({ method: match[1]?.toUpperCase() ?? 'ALL', path, file })
    }
  }
  for (const match of text.matchAll(NEST_PREFIX)) nest.prefixes.push(`/${(match[1] ?? '').replace(/^\/|\/$/g, '')}`)
  nest.versioned ||= text.includes('.enableVersioning(')
  for (const match of text.matchAll(COMPARED)) add('ALL', match[1] ?? '')
  return file.endsWith('.go') && /\.(?:PathPrefix|Group|Route|Mount)\(\s*"\/?\w/.test(text)
}
