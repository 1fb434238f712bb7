/** The order of a merge plan: what depends on what, and in which phase each stands. */
import type { Document } from '../../core/document.ts'
import { addTo } from '../../core/multimap.ts'
import type { Mention } from '../../core/reference.ts'
import { isOwnMention, layoutOf, type LaidRequest } from './layout.ts'
import { requestsIn, type RequestMention } from './mentions.ts'
import { comparePhases } from './phase.ts'
import { textBefore } from './place.ts'

/** One dependency: `from` must be merged after `to`. Plain JSON. */
export interface OrderTarget {
  readonly from: number
  readonly to: number
  /** What the document alone shows to be wrong. */
  readonly problem?:
    | { readonly kind: 'later'; readonly phase: string; readonly needed: string }
    | { readonly kind: 'below' }
    | { readonly kind: 'unknown' }
    | { readonly kind: 'cycle'; readonly path: readonly number[] }
}

interface Edge {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly holder: LaidRequest | undefined
}

/** Every dependency between requests that a document states. */
export function* orderClaims(document: Document): Iterable<Mention<OrderTarget>> {
  if (!/depend|block|after|require|need|prereq|gated|wait|stacked|deps/i.test(document.text)) return
  const edges = edgesOf(document)
  if (edges.length === 0) return
  const { requests } = layoutOf(document)
  const laid = new Map<number, LaidRequest>()
  for (const one of requests) if (!laid.has(one.number)) laid.set(one.number, one)
  const cycles = closingEdges(edges)
  const said = new Set<string>()
  for (const edge of edges) {
    const key = `${String(edge.from)} ${String(edge.to)}`
    if (said.has(key)) continue
    said.add(key)
    const problem = problemOf(edge, laid, cycles)
    yield { start: edge.start, end: edge.end, target: { from: edge.from, to: edge.to, ...(problem === undefined ? {} : { problem }) } }
  }
}

function problemOf(edge: Edge, laid: ReadonlyMap<number, LaidRequest>, cycles: ReadonlyMap<Edge, readonly number[]>): OrderTarget['problem'] {
  const path = cycles.get(edge)
  if (path !== undefined) return { kind: 'cycle', path }
  const from = edge.holder ?? laid.get(edge.from)
  const to = laid.get(edge.to)
  if (from === undefined) return undefined
  if (to === undefined) return isBetween(edge.to, from, laid) ? { kind: 'unknown' } : undefined
  const difference = comparePhases(to.phase, from.phase)
  if (difference > 0) return { kind: 'later', phase: from.phase?.label ?? '', needed: to.phase?.label ?? '' }
  if (from.place === undefined || from.phase === undefined || to.place?.list !== from.place.list) return undefined
  return to.place.at > from.place.at ? { kind: 'below' } : undefined
}

/** A number inside of what a phased plan lays out, and in none of its phases. */
function isBetween(number: number, from: LaidRequest, laid: ReadonlyMap<number, LaidRequest>): boolean {
  if (from.phase === undefined || laid.size < 5) return false
  const numbers = [...laid.values()].filter(one => one.phase?.family === from.phase?.family).map(one => one.number)
  return numbers.length >= 5 && number > Math.min(...numbers) && number < Math.max(...numbers)
}

const VERB = /(?:^|[^\w-])(?:depends (?:up)?on|dependent on|is blocked by|blocked by|is blocked on|blocked on|requires|needs|stacked on|gated (?:by|on)|builds on|must (?:merge|land|go|ship) after|(?:merges?|lands?|goes|ships?) after|waits? (?:for|on)|comes after|follows)\s(?:(?:the|both|merge of|PRs?|pull requests?|MRs?)\s){0,2}[([]{0,2}$/i
/** "does not depend on". */
const DENIED = /\b(?:not|no longer|never|n['’]t|without|neither)\s(?:\w+\s){0,3}$/i

function edgesOf(document: Document): readonly Edge[] {
  const { requests, dependencies } = layoutOf(document)
  const byEntry = new Map<unknown, LaidRequest[]>()
  for (const one of requests) addTo(byEntry, one.entry, one)
  const edges: Edge[] = []
  for (const { entry, number, start, end } of dependencies) {
    for (const holder of byEntry.get(entry) ?? []) if (holder.number !== number) edges.push({ from: holder.number, to: number, start, end, holder })
  }
  const mentions = requestsIn(document)
  const heads = new Map<number, number>()
  mentions.forEach((mention, index) => {
    if (!heads.has(mention.group)) heads.set(mention.group, index)
    edges.push(...sentenceEdges(document, mentions, mention, heads.get(mention.group) ?? index, byEntry))
  })
  return edges.sort((a, b) => a.start - b.start)
}

const NEAR = /^[\])*_`]*(?:\s\([^()]{1,60}\))?\s(?:(?:is|also|itself|still|only|and|which|that|strictly|directly|must|now)\s){0,3}\S/

/** Members of an enumeration in front of the verb. */
const LONGEST_SUBJECT = 50

/** "#319 depends on #312": from the enumeration before the verb, or from the row or item that the sentence stands in. */
function sentenceEdges(
  document: Document, mentions: readonly RequestMention[], mention: RequestMention, headAt: number,
  byEntry: ReadonlyMap<unknown, readonly LaidRequest[]>,
): readonly Edge[] {
  const { block } = mention
  const head = mentions[headAt]
  if (head === undefined || block === undefined || mention.to !== undefined || mention.struck || !isOwnMention(mention)) return []
  const before = textBefore(document, block, head.outerStart)
  const verb = VERB.exec(before.slice(-90))
  if (verb === null) return []
  const ahead = before.slice(0, before.length - verb[0].length)
  if (DENIED.test(`${ahead.slice(-40)} `)) return []
  const subject = mentions[headAt - 1]
  const joined = subject?.block === block && subject.project === undefined && subject.to === undefined
    ? document.text.slice(subject.outerEnd, head.outerStart) : undefined
  // Only a few words may stand between the subject and its verb: "#319 (schema) depends on #312".
  if (subject !== undefined && joined !== undefined && joined.length < 110 && NEAR.test(joined) && !/[.;]\s/.test(joined)) {
    return mentions.slice(Math.max(0, headAt - LONGEST_SUBJECT), headAt).filter(one => one.group === subject.group && one.number !== mention.number)
      .map(one => ({ from: one.number, to: mention.number, start: mention.start, end: mention.end, holder: undefined }))
  }
  const entry = block.type === 'tableCell' ? block.parent : block.parent?.type === 'listItem' ? block.parent : block
  const holders = byEntry.get(entry) ?? []
  return holders.length !== 1 ? [] : holders.filter(one => one.number !== mention.number)
    .map(holder => ({ from: holder.number, to: mention.number, start: mention.start, end: mention.end, holder }))
}

/** The edge that closes each cycle, with the cycle from its start back to its start. A walk with a stack of its own. */
function closingEdges(edges: readonly Edge[]): ReadonlyMap<Edge, readonly number[]> {
  const out = new Map<number, Edge[]>()
  for (const edge of edges) addTo(out, edge.from, edge)
  const closing = new Map<Edge, readonly number[]>()
  const done = new Set<number>()
  for (const start of out.keys()) {
    if (done.has(start)) continue
    const path = [start]
    const next = [0]
    const onPath = new Set(path)
    while (path.length > 0) {
      const node = path.at(-1) ?? start
      const at = next.at(-1) ?? 0
      const edge = out.get(node)?.[at]
      next[next.length - 1] = at + 1
      if (edge === undefined) {
        done.add(node)
        onPath.delete(node)
        path.pop()
        next.pop()
      } else if (onPath.has(edge.to)) {
        closing.set(edge, [...path.slice(path.indexOf(edge.to)), edge.to])
      } else if (!done.has(edge.to)) {
        path.push(edge.to)
        next.push(0)
        onPath.add(edge.to)
      }
    }
  }
  return closing
}
