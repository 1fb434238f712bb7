/** Transitions of a record, as its notes tell them: `2026-01-06 15:02 Pending → Approved (Kim)`. */
import type { Fault, JudgedClaim } from '../fault.ts'
import { isNever, matchStatus, pipelineOf, type StatusEntry } from './status.ts'

export interface Transition {
  readonly from: StatusEntry
  readonly to: StatusEntry
  /** `2026-01-06` or `20260106-1502`, digits only; '' when it says not when. */
  readonly when: string
  readonly signed: boolean
  /** 0-based UTF-16 offsets in the document. */
  readonly start: number
  readonly end: number
}

const ARROW = /\s{0,3}(?:→|->|=>|➜|⟶|&rarr;)\s{0,3}/g
const DATE = /\b((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:[T -]?(\d\d):?(\d\d))?/
/** A name in parentheses, behind `by`, `@` or a dash. */
const NAME = /\bby\s+[`@]?\p{L}|@[\w-]{2,}|\(\s*@?\p{Lu}[\p{L}.-]*(?:\s|,|\)|;)|(?:[,—–]|\s-)\s*@?\p{Lu}\p{L}+/u

/**
 * The transitions in a piece of the document.
 * @param text the piece; `offset` is where it begins in the document
 */
export function transitionsIn(text: string, offset: number, legend: readonly StatusEntry[]): readonly Transition[] {
  const found: Transition[] = []
  for (const arrow of text.matchAll(ARROW)) {
    const before = text.slice(Math.max(0, arrow.index - 60), arrow.index)
    const after = text.slice(arrow.index + arrow[0].length, arrow.index + arrow[0].length + 60)
    const from = endingIn(before, legend)
    const to = matchStatus(after.replace(/^[`*_]+/, ''), legend)
    if (from === undefined || to === undefined || from.entry === to) continue
    const start = arrow.index - from.length
    const clause = clauseAround(text, arrow.index)
    const when = DATE.exec(clause)
    found.push({
      from: from.entry, to, when: when === null ? '' : when.slice(1).join('').padEnd(12, '0'),
      signed: NAME.test(clause.replace(ARROW, ' ')), start: offset + start,
      end: offset + arrow.index + arrow[0].length + Math.min(after.length, lengthOf(after, to)),
    })
  }
  return found
}

/** The status that a text ends with. */
function endingIn(before: string, legend: readonly StatusEntry[]): { readonly entry: StatusEntry; readonly length: number } | undefined {
  const plain = before.replace(/[`*_\s]+$/, '')
  let best: { readonly entry: StatusEntry; readonly length: number } | undefined
  for (const entry of legend) {
    if (!plain.toLowerCase().endsWith(entry.name.toLowerCase()) || /[\p{L}\p{N}]/u.test(plain.at(-entry.name.length - 1) ?? ' ')) continue
    if (best === undefined || entry.name.length > best.length) best = { entry, length: entry.name.length + before.length - plain.length }
  }
  return best
}

function lengthOf(after: string, to: StatusEntry): number {
  const at = after.toLowerCase().indexOf(to.name.toLowerCase())
  return at < 0 ? to.name.length : at + to.name.length
}

/** What stands between semicolons, line breaks or `<br>`. */
function clauseAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 160), at)
  const after = text.slice(at, at + 160)
  const head = Math.max(before.lastIndexOf(';'), before.lastIndexOf('\n'), before.lastIndexOf('<br'), before.lastIndexOf('. '))
  const tail = after.search(/[;\n]|<br|\. /)
  return before.slice(head + 1) + (tail < 0 ? after : after.slice(0, tail))
}

export interface RecordedLife {
  readonly id: string
  readonly status: StatusEntry | undefined
  readonly transitions: readonly Transition[]
  /** Whether the document asks for a time and a name of each transition. */
  readonly wantsStamp: boolean
}

/** One claim for each transition that a record tells of. */
export function* transitionClaims({ id, status, transitions, wantsStamp }: RecordedLife, legend: readonly StatusEntry[]): Iterable<JudgedClaim> {
  for (const [index, transition] of transitions.entries()) {
    const before = transitions[index - 1]
    const { start, end, to } = transition
    const last = index === transitions.length - 1
    let fault = illegal(id, transition.from, to, legend, 'medium')
    if (fault === null && before !== undefined && before.when !== '' && transition.when !== '' && transition.when < before.when) {
      fault = { confidence: 'high', messageId: 'disorderedTransition', data: {} }
    }
    if (fault === null && last && status !== undefined && status !== to) {
      fault = { confidence: 'high', messageId: 'otherStatus', data: { id, status: status.name, to: to.name } }
    }
    if (fault === null && wantsStamp && transition.when === '') {
      fault = { confidence: 'medium', messageId: 'undatedTransition', data: {}, evidence: 'the document asks for a timestamp and a name' }
    }
    if (fault === null && wantsStamp && !transition.signed) {
      fault = { confidence: 'medium', messageId: 'unsignedTransition', data: {}, evidence: 'the document asks for a timestamp and a name' }
    }
    yield { start, end, fault }
  }
}

/**
 * Why a record can't go from one status to another: what may never be promoted stays so, and nothing skips a state.
 * @param skipping how sure a skipped state is
 */
export function illegal(id: string, from: StatusEntry, to: StatusEntry, legend: readonly StatusEntry[], skipping: Fault['confidence']): Fault | null {
  const order = pipelineOf(legend)
  const data = { id, from: from.name, to: to.name }
  const next = order.indexOf(to)
  if (isNever(from) && next > 0) return { confidence: 'high', messageId: 'illegalTransition', data, evidence: `the legend says of ${from.name}: ${from.meaning.replace(/\.$/, '')}` }
  const at = order.indexOf(from)
  if (at < 0 || next <= at + 1 || order.length < 3) return null
  const skipped = order.slice(at + 1, next).map(entry => entry.name).join(', ')
  return { confidence: skipping, messageId: 'illegalTransition', data, evidence: `it skips ${skipped}` }
}
