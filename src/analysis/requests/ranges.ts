/** Ranges such as "33 PRs (#305–#337)" against the numbers that the document's tables and lists carry. */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import { sentenceAround } from '../wording.ts'
import { layoutOf, type LaidRequest } from './layout.ts'
import { requestsIn, type RequestMention } from './mentions.ts'
import { comparePhases } from './phase.ts'
import { textAfter, textBefore } from './place.ts'

/** One statement about the set of numbers. Plain JSON. */
export type RangeTarget =
  | {
    readonly kind: 'range'
    readonly from: number
    readonly to: number
    /** How many numbers of the range are laid out. */
    readonly laid: number
    /** Those that are not: named nowhere, or in prose only. */
    readonly holes: readonly number[]
    readonly unplaced: readonly number[]
    /** "33 PRs". */
    readonly count?: number
  }
  | { readonly kind: 'twice'; readonly number: number; readonly phase: string; readonly earlier: string }
  | { readonly kind: 'outside'; readonly number: number; readonly range: string }

/** So many numbers of a range must be laid out before the document is held to lay out all of them. */
const MOST = 0.7
const SMALLEST_RANGE = 4
const LARGEST_RANGE = 1000

/** Statements of a document that lays a declared range out; a passing mention of a range gives none. */
export function* rangeClaims(document: Document): Iterable<Mention<RangeTarget>> {
  const mentions = requestsIn(document)
  const declared = mentions.filter(one => one.to !== undefined && isCandidate(one))
  if (declared.length === 0) return
  const layout = layoutOf(document)
  if (layout.requests.length < 3) return
  const laid = new Set(layout.requests.map(one => one.number))
  const seen = new Set<string>()
  const complete: RequestMention[] = []
  for (const range of declared) {
    const { number: from, to = from } = range
    const key = `${String(from)}-${String(to)}`
    if (layout.isLaid(range) || seen.has(key)) continue
    const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at)
    const inside = numbers.filter(number => laid.has(number))
    if (inside.length < 3 || inside.length < numbers.length * MOST) continue
    seen.add(key)
    complete.push(range)
    yield { start: range.start, end: range.end, target: rangeTarget(document, range, numbers, inside.length, laid) }
  }
  for (const range of complete) yield* repeated(layout.requests, range)
  const [only] = complete
  if (only !== undefined && complete.length === 1) yield* outside(layout.requests, only)
}

function isCandidate({ number, to = number, repository, project, struck, block }: RequestMention): boolean {
  const size = to - number + 1
  return size >= SMALLEST_RANGE && size <= LARGEST_RANGE && repository === undefined && project === undefined && !struck && block !== undefined
}

function rangeTarget(document: Document, range: RequestMention, numbers: readonly number[], laid: number, among: ReadonlySet<number>): RangeTarget {
  const { number: from, to = from } = range
  const missing = numbers.filter(number => !among.has(number))
  const named = new Map<number, boolean>()
  for (const mention of requestsIn(document)) {
    if (mention.to !== undefined || mention.block === undefined || !missing.includes(mention.number)) continue
    const sentence = sentenceAround(document, mention.block, mention.outerStart, mention.outerEnd)
    named.set(mention.number, (named.get(mention.number) ?? false) || mention.struck || LEFT_OUT.test(sentence))
  }
  const count = countBeside(document, range)
  return {
    kind: 'range', from, to, laid,
    holes: missing.filter(number => !named.has(number)), unplaced: missing.filter(number => named.get(number) === false),
    ...(count === undefined ? {} : { count }),
  }
}

/** What is said of a number that a range jumps over on purpose. */
const LEFT_OUT = /\b(?:clos(?:ed|ing)|skip(?:ped|s)?|exclud(?:ed?|es|ing)|except(?:ing)?|without|minus|omit(?:ted|s)?|issues?|withdrawn|dropped|superseded|abandoned|not part|not included|already|separately|deferred|held back|does not exist|doesn['’]t exist|unused|reserved|landed|merged|reverted|removed|cancel+ed|void|no longer|missing|hole|gap|left out|draft|folded|replaced)\b/i

const NOUN = '(?:PRs?|pull requests?|MRs?|merge requests?|requests)'
const COUNT_BEFORE = new RegExp(`(?<![\\w.#-])(\\d{1,4})\\s(?:[\\w-]{1,20}\\s){0,3}${NOUN}\\s?(?:from\\s)?[:,—–-]?\\s?[([]{0,2}$`, 'i')
const COUNT_BEHIND = new RegExp(`^\\s?[([,:—–-]{0,2}\\s?(?:a total of |total of |all |all of )?(\\d{1,4})\\s(?:[\\w-]{1,20}\\s){0,2}${NOUN}`, 'i')

function countBeside(document: Document, range: RequestMention): number | undefined {
  const { block } = range
  if (block === undefined) return undefined
  const match = COUNT_BEFORE.exec(textBefore(document, block, range.outerStart).slice(-80))
    ?? COUNT_BEHIND.exec(textAfter(document, block, range.outerEnd).slice(0, 80))
  return match === null ? undefined : Number(match[1])
}

/** A number that stands in two phases. */
function* repeated(requests: readonly LaidRequest[], { number: from, to = from }: RequestMention): Iterable<Mention<RangeTarget>> {
  const first = new Map<number, LaidRequest>()
  for (const one of requests) {
    if (one.number < from || one.number > to || one.phase === undefined) continue
    const earlier = first.get(one.number)
    if (earlier === undefined) first.set(one.number, one)
    else if (earlier.phase !== undefined && comparePhases(earlier.phase, one.phase) !== 0) {
      yield { start: one.start, end: one.end, target: { kind: 'twice', number: one.number, phase: one.phase.label, earlier: earlier.phase.label } }
    }
  }
}

/** A number in a phase of the plan that its range does not reach. */
function* outside(requests: readonly LaidRequest[], { number: from, to = from }: RequestMention): Iterable<Mention<RangeTarget>> {
  const families = new Set(requests.filter(one => one.number >= from && one.number <= to).map(one => one.phase?.family))
  const told = new Set<number>()
  for (const { number, start, end, phase } of requests) {
    if ((number >= from && number <= to) || phase === undefined || !families.has(phase.family) || told.has(number)) continue
    told.add(number)
    yield { start, end, target: { kind: 'outside', number, range: `#${String(from)}–#${String(to)}` } }
  }
}
