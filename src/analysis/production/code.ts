/** Where a module of JavaScript leads to the database of production: URLs, connection objects, variables of the environment. */
import type { Confidence } from '../../core/verdict.ts'
import type { Module } from '../program/module.ts'
import { originsOf, propertyOf } from '../program/origin.ts'
import { callOf, childrenOf, endOf, isSyntax, startOf, type Syntax } from '../program/syntax.ts'
import { isProductionVariable, judgeHost, productionUrlsIn } from './database-url.ts'
import { isOnlyTold, isOnlyTested, runsElsewhere } from './use.ts'

/** One place. Offsets are 0-based into the module's text, `end` exclusive. */
export interface ProductionPlace {
  /** `request`: a URL in what every pull request starts. */
  readonly kind: 'url' | 'host' | 'variable' | 'request'
  readonly start: number
  readonly end: number
  readonly shown: string
  readonly reason: string
  readonly confidence: Confidence
}

/** Every place, in no order. `strict`: NODE_ENV is no excuse, as whoever starts a script chooses it. */
export function productionPlacesIn(module: Module, strict: boolean): readonly ProductionPlace[] {
  const places: ProductionPlace[] = []
  const stack: Syntax[] = [module.program]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const text = isText(node) ? textOf(node, module, 0) : undefined
    if (text !== undefined) places.push(...urlsAt(node, text, module))
    else for (const child of childrenOf(node)) stack.push(child)
    if (node.type === 'TemplateLiteral') stack.push(...childrenOf(node))
    if (node.type === 'ObjectExpression') places.push(...hostAt(node, module))
    const variable = variableRead(node, module)
    if (variable !== undefined && !isOnlyTested(node, module) && !runsElsewhere(node, module, strict)) {
      places.push({ kind: 'variable', start: startOf(node), end: endOf(node), shown: variable, reason: 'its name says so', confidence: 'high' })
    }
  }
  return places
}

function isText(node: Syntax): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node['value'] === 'string') || (node.type === 'BinaryExpression' && node['operator'] === '+')
}

/** What stands for a part that nobody knows. */
const UNKNOWN = '${}'

/** A string as far as the module says it: constants are filled in. `undefined` for what is no string at all. */
function textOf(node: Syntax, module: Module, depth: number): string | undefined {
  if (depth > 8) return undefined
  if (node.type === 'Literal') return typeof node['value'] === 'string' || typeof node['value'] === 'number' ? String(node['value']) : undefined
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { readonly value: { readonly cooked?: string | null, readonly raw: string } }[]
    const expressions = node['expressions'] as readonly Syntax[]
    return quasis.map(({ value }, index) => {
      const expression = expressions[index]
      return (value.cooked ?? value.raw) + (expression === undefined ? '' : textOf(expression, module, depth + 1) ?? UNKNOWN)
    }).join('')
  }
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    return (textOf(node['left'] as Syntax, module, depth + 1) ?? UNKNOWN) + (textOf(node['right'] as Syntax, module, depth + 1) ?? UNKNOWN)
  }
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return undefined
  const [origin, ...others] = originsOf(node, module)
  return origin?.kind === 'value' && others.length === 0 && origin.path.length === 0 && origin.node !== node ? textOf(origin.node, module, depth + 1) : undefined
}

function urlsAt(node: Syntax, text: string, module: Module): readonly ProductionPlace[] {
  if (text.length > 5000 || !text.includes('://')) return []
  const urls = productionUrlsIn(text)
  if (urls.length === 0 || isOnlyTold(node, module) || isOnlyTested(node, module)) return []
  return urls.slice(0, 1).map(({ shown, reason, confidence }) => ({ kind: 'url', start: startOf(node), end: endOf(node), shown, reason, confidence }))
}

const HOST_KEYS = new Set(['host', 'hostname', 'server', 'hosts', 'endpoint'])
const DATABASE_KEYS = new Set(['database', 'user', 'username', 'password', 'dialect', 'db', 'dbname', 'ssl', 'schema'])

/** `{ host: 'db.prod.…', database: … }`. */
function hostAt(object: Syntax, module: Module): readonly ProductionPlace[] {
  const properties = (object['properties'] as readonly Syntax[]).filter(property => property.type === 'Property' && property['computed'] !== true)
  const named = (key: unknown): string => (isSyntax(key) ? String(key['name'] ?? key['value']) : '')
  const host = properties.find(property => HOST_KEYS.has(named(property['key'])))
  const value = host?.['value']
  if (!isSyntax(value)) return []
  const keys = properties.map(property => named(property['key']))
  const port = properties.find(property => named(property['key']) === 'port')?.['value']
  const ofDatabase = isGivenToDatabase(object, module) || keys.filter(key => DATABASE_KEYS.has(key)).length > 1 || keys.includes('database')
    || (isSyntax(port) && /^(?:5432|3306|27017|1433|5433|6543|26257)$/.test(String(port['value'])))
  const text = ofDatabase ? textOf(value, module, 0) : undefined
  const judged = text === undefined || text.includes('://') || text.length > 300 ? undefined : judgeHost(text)
  if (text === undefined || judged === undefined || isOnlyTold(object, module)) return []
  return [{ kind: 'host', start: startOf(value), end: endOf(value), shown: text, ...judged }]
}

/** Whether an object is an argument of what makes a client by its name: `new Sequelize(…, { host })`. */
function isGivenToDatabase(object: Syntax, module: Module): boolean {
  const parent = module.parentOf(object)
  return parent !== undefined && parent['callee'] !== object && /^(?:Sequelize|DataSource|MongoClient|PrismaClient|knex|Knex|createPool|postgres)$/.test(callOf(parent)?.name ?? '')
}

/** The variable of production that a node reads: `process.env.PROD_DATABASE_URL`, `{ PROD_DATABASE_URL }` of it, `env.get('…')`. */
function variableRead(node: Syntax, module: Module): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = propertyOf(node)
    return name !== undefined && isProductionVariable(name) ? name : undefined
  }
  const call = callOf(node)
  const [first] = call?.args ?? []
  if (call !== undefined && /^(?:get|env|getenv|requireEnv|getEnv|mustGetEnv|required|getOrThrow)$/.test(call.name) && first?.type === 'Literal') {
    const name = String(first['value'])
    return isProductionVariable(name) ? name : undefined
  }
  // `const { PROD_DATABASE_URL } = process.env`
  if (node.type !== 'Property' || !isSyntax(node['key']) || !isSyntax(node['value']) || node['computed'] === true) return undefined
  const name = String(node['key']['name'])
  return isProductionVariable(name) && module.parentOf(node)?.type === 'ObjectPattern' ? name : undefined
}
