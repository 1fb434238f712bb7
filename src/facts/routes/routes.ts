/** The HTTP routes that the repository serves, as its frameworks declare them. */
import { defineFact, type Repository } from '../../core/repository.ts'
import { TEST_DATA } from '../gone-path.ts'
import { fileRoute } from './next.ts'
import { openApiRoutes } from './openapi.ts'

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
}

const CODE = /\.(?:[cm]?[jt]sx?|py|rb|go)$/
const TESTS = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|examples?|bench\w*|docs?|node_modules)\/|\.(?:test|spec|d)\.|(?:^|\/)test_|_test\.go$/
const LARGEST = 500_000
/** `app.get('/x'`, `router.route('/x').get(`, `fastify.post<…>('/x'`. Only on names that serve: `axios.get('/x')` asks. */
const SERVED = /\b(\w{0,40}(?:app|router|routes?|server|fastify|hono|api|express|koa|instance|mux|blueprint|bp|r|v1|v2)\w{0,20})\s?\.\s?(get|post|put|patch|delete|head|options|all|GET|POST|PUT|PATCH|DELETE)\s?(?:<[^()]{0,200}>)?\(\s*(?:\[\s*)?["'`](\/[^"'`\n]{0,200})["'`]/gi
const ASKS = /^(?:axios\w*|http|https|client\w*|fetch\w*|request\w*|\w*client|apiclient|agent|supertest|page|cy)$/i
const CHAINED = /\.route\(\s*["'`](\/[^"'`\n]{0,200})["'`]\s*\)((?:\s*\.(?:get|post|put|patch|delete|all)\([^\n]{0,300}){1,8})/g
const FLASK = /@\w{1,40}\.(route|get|post|put|patch|delete)\(\s*["'](\/[^"'\n]{0,200})["']([^)\n]{0,200})/g
const NEST_CLASS = /@Controller\(\s*(?:\{[^}]{0,200}?path:\s*)?(?:["'`]([^"'`\n]{0,200})["'`])?/
const NEST = /@(Get|Post|Put|Patch|Delete|Head|Options|All)\(\s*(?:["'`]([^"'`\n]{0,200})["'`])?\s*\)/g
const FASTIFY_OBJECT = /method:\s*["'](GET|POST|PUT|PATCH|DELETE)["'],\s*(?:url|path):\s*["'`](\/[^"'`\n]{0,200})["'`]/g
const GO = /\.(?:HandleFunc|Handle)\(\s*"(?:(GET|POST|PUT|PATCH|DELETE)\s+)?(\/[^"\n]{0,200})"/g
/** Hand-written routers: `url.pathname === '/x'`, `case '/x':`. */
const COMPARED = /(?:pathname|\.url|\bpath|route)\s*===?\s*["'`](\/[^"'`\n]{1,200})["'`]/g

/** `/^\/api\/users\/([^/]+)$/` */
const EXPRESSED = /\/\^\\\/([\w-]{1,60})\\\//g

/** All routes of the repository; tests, examples and documents serve none. */
export const routesFact = defineFact<Routes>('routes', (repository) => {
  const all: Route[] = []
  let prefixed = false
  const expressed = new Set<string>()
  for (const [path, entry] of repository.source.files) {
    if (!entry.mode.startsWith('100') || TESTS.test(path) || TEST_DATA.test(path)) continue
    const next = fileRoute(path)
    if (next !== undefined || CODE.test(path)) {
      const text = read(repository, path)
      if (text === undefined) continue
      if (next !== undefined) all.push(...next(text))
      else prefixed = readCode(text, path, all) || prefixed
      if (text.includes('^\\/')) for (const match of text.matchAll(EXPRESSED)) expressed.add(match[1] ?? '')
    } else if (/(?:openapi|swagger)[^/]*\.(?:ya?ml|json)$/i.test(path)) all.push(...openApiRoutes(repository, path))
  }
  return { all, prefixed, expressed }
})

function read(repository: Repository, path: string): string | undefined {
  const bytes = repository.source.read(path)
  return bytes === undefined || bytes.length > LARGEST ? undefined : bytes.toString('utf8')
}

/** @returns whether the file mounts routes below a prefix */
function readCode(text: string, file: string, all: Route[]): boolean {
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
    for (const match of text.matchAll(NEST)) add(match[1] ?? '', `/${[base, match[2] ?? ''].map(part => part.replace(/^\/|\/$/g, '')).filter(part => part !== '').join('/')}`)
  }
  for (const match of text.matchAll(SERVED)) if (!ASKS.test(match[1] ?? '')) add(match[2] ?? '', match[3] ?? '')
  for (const match of text.matchAll(CHAINED)) for (const verb of (match[2] ?? '').matchAll(/\.(get|post|put|patch|delete|all)\(/g)) add(verb[1] ?? '', match[1] ?? '')
  for (const match of text.matchAll(FASTIFY_OBJECT)) add(match[1] ?? '', match[2] ?? '')
  for (const match of text.matchAll(COMPARED)) add('ALL', match[1] ?? '')
  return /\.(?:use|route|mount|register|basePath|group|Group|setGlobalPrefix)\(\s*["'`]\/?\w|prefix:\s*["'`]/.test(text)
}
