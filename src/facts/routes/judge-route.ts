/** The verdict on a route that a document speaks of. */
import { audienceOf, planOf } from '../../analysis/audience.ts'
import type { RouteTarget } from '../../analysis/routes/mentions.ts'
import { replacing } from '../../core/fix.ts'
import { nearestName } from '../../core/nearest-name.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Verdict } from '../../core/verdict.ts'
import { routesFact, type Route } from './routes.ts'

/**
 * Judges one route; `undefined` when this repository serves none of its kind.
 * @param hosts further hosts that are ours
 */
export function judgeRoute(reference: Reference<RouteTarget>, repository: Repository, hosts: readonly string[]): Verdict | undefined {
  const { path: document, target } = reference
  const { all, prefixed, expressed, unread } = repository.get(routesFact)
  if (all.length === 0) return undefined
  const ours = target.host === null || /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::|$)|^\$/.test(target.host) || hosts.includes(target.host.replace(/:\d+$/, ''))
  const parts = partsOf(target.path)
  const matching = all.filter(route => matches(partsOf(route.path), parts))
  const serving = matching.find(route => serves(route, target.method))
  if (serving !== undefined) return holds(`\`${serving.file}\``)
  if (!ours) return unknown(`nobody here can tell what \`${target.host}\` serves`)
  if (matching.length === 0) {
    const [first] = parts
    if (first === undefined || isParameter(first) || parts.length < 2) return undefined
    if (!all.some(({ path }) => partsOf(path)[0] === first && partsOf(path).length > 1)) return undefined
    if (expressed.has(first)) return unknown(`routes below \`/${first}\` are told apart by regular expressions`)
    const opaque = unread.find(prefix => matches(partsOf(prefix), parts.slice(0, partsOf(prefix).length)))
    if (opaque !== undefined) return unknown(`what answers below \`${opaque}\` can't be read here`)
    if (prefixed && all.some(route => endsAlike(partsOf(route.path), parts))) return unknown('routes are mounted below prefixes')
  }
  const excuse = excuseOf(document, target)
  if (excuse !== undefined) return unknown(excuse)
  const [other] = matching
  if (other !== undefined) {
    const methods = [...new Set(matching.map(route => route.method))].join(', ')
    return {
      status: 'broken', confidence: prefixed ? 'medium' : 'high', messageId: 'method', data: { method: target.method ?? '', path: target.path },
      evidence: `\`${other.file}\` serves ${methods}`,
    }
  }
  const near = nearestName(target.path, all.flatMap(({ path }) => [path, certainPart(path)]))
  // What never was here is drift only with another sign; a manual's example service is the reader's (16 of 27 findings in one repository).
  const audience = audienceOf(document)
  if (audience === 'user') return unknown('a manual for users speaks of the reader\'s own service')
  if (near === undefined && audience !== 'contributor' && !hasSiblings(parts, all)) return unknown('no route has this path, and nothing shows that one ever had')
  return {
    status: 'broken', confidence: prefixed ? 'low' : 'medium', messageId: 'missing', data: { path: target.path },
    ...(near === undefined ? {} : { evidence: `nearest: \`${near}\`` }),
    // With a parameter it would not say which one, and with another method not what to call.
    ...(near !== undefined && !partsOf(near).some(isParameter) && all.some(route => route.path === near && serves(route, target.method))
      ? replacing(reference, target.path, near) : {}),
  }
}

/** A path up to its first parameter. */
function certainPart(path: string): string {
  const parts = partsOf(path)
  const parameter = parts.findIndex(isParameter)
  return parameter <= 0 ? path : `/${parts.slice(0, parameter).join('/')}`
}

/** Whether routes stand beside a path: `/api/users/search` beside `/api/users/:id`. */
function hasSiblings(parts: readonly string[], all: readonly Route[]): boolean {
  const [first, second] = parts
  return parts.length > 2 && all.some((route) => {
    const [one, two, ...rest] = partsOf(route.path)
    return one === first && two === second && rest.length > 0
  })
}

function excuseOf(document: string, target: RouteTarget): string | undefined {
  if (target.struck === true) return 'it is struck through'
  if (target.wording !== undefined && target.wording !== 'generated') return 'the text does not say that it is served now'
  if (target.section !== undefined) return 'the section speaks of another day'
  const genre = planOf(document)
  return genre === undefined ? undefined : `the document is a ${genre}: its routes speak of another day`
}

function serves(route: Route, method: string | null): boolean {
  return method === null || route.method === 'ALL' || route.method === method || (method === 'HEAD' && route.method === 'GET') || method === 'OPTIONS'
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter(part => part !== '')
}

/** `:id`, `{id}`, `[id]`, `<int:id>`, `$ID`, `*`, `123`, an id. */
function isParameter(part: string): boolean {
  return /^(?::|\*|\{|\[|<|\$)|\$\{/.test(part)
}

function isRest(part: string): boolean {
  return /^(?:\*|\[\[?\.\.\.|\{\*|<path:|:\w+[*+]|\{\w+:path\})/.test(part)
}

/** Whether a route's pattern takes a path; both may have parameters. */
function matches(pattern: readonly string[], path: readonly string[]): boolean {
  for (const [index, part] of pattern.entries()) {
    if (isRest(part)) return true
    const said = path[index]
    if (said === undefined) return /^\[\[|\?$/.test(part) && index === pattern.length - 1
    if (part !== said && !isParameter(part) && !isParameter(said)) return false
  }
  return pattern.length === path.length
}

/** Whether the route could be the end of the path, behind a prefix. */
function endsAlike(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length > 0 && pattern.length < path.length && matches(pattern, path.slice(path.length - pattern.length))
}
