/** What a document's numbering says, and where it contradicts itself. */
import type { Document } from '../../core/document.ts'
import { pointAt } from '../../core/position.ts'
import { leadingCount } from '../../core/leading.ts'
import { disordersIn, type Disorder } from '../outline/number-order.ts'
import { outlineOf, type Section } from '../outline/outline.ts'
import { sequencesOf, type Numbered, type Sequence } from '../outline/sequences.ts'

/** A claim of numbering: plain JSON. */
export interface NumberingClaim {
  readonly start: number
  readonly end: number
  /** `whole`: a sequence without a mistake, told at its first number. */
  readonly kind: 'whole' | 'start' | 'prefix' | Disorder['kind']
  /** What stands here: `Gate 4`, `2.1`. */
  readonly label: string
  /** Neighbours, as labels with their lines; '' without one. */
  readonly before: string
  readonly after: string
  /** What belongs here; of a gap, all that is missing. */
  readonly expected: string
  /** Whether somebody could mean it so: questions of a catalogue, two things only. */
  readonly doubtful: boolean
}

/** Words for which documents often show a selection on purpose: questions, options, levels. */
const EXCERPTED = /^(?:option|case|question|item|day|week|level|tier|layer|scenario|section|appendix|part|sprint|iteration|round|batch|rule|task)$/

/** Every claim of numbering in a document. */
export function numberingClaimsOf(document: Document): readonly NumberingClaim[] {
  const claims: NumberingClaim[] = []
  const last = new Map<string, Numbered>()
  for (const sequence of joined(document)) {
    const previous = last.get(keyOf(sequence))
    claims.push(...judged(document, sequence, previous))
    const end = sequence.items.at(-1)
    if (end !== undefined) last.set(keyOf(sequence), end)
  }
  claims.push(...strangers(document))
  return claims
}

function keyOf(sequence: Sequence): string {
  return `${sequence.kind} ${sequence.word} ${String(sequence.lettered)} ${sequence.prefix}`
}

/** Sequences, where lists that a paragraph or a block of code interrupts are one. */
function joined(document: Document): readonly Sequence[] {
  const all: Sequence[] = []
  const open = new Map<string, number>()
  const ends = new Set<number>()
  for (const sequence of sequencesOf(document)) {
    if (sequence.kind !== 'list') {
      all.push(sequence)
      continue
    }
    const list = sequence.items[0]?.node.parent
    const nesting = list?.parent?.type === 'root' ? 'top' : String(list?.parent?.start ?? -1)
    const key = `${String(sequence.parent.start)} ${nesting}`
    const at = open.get(key)
    const before = at === undefined ? undefined : all[at]
    const first = sequence.items[0]?.value ?? 0
    // `6.` behind a list under another heading goes on from the `5.` before that heading.
    const goesOn = first > 1 && ends.has(first - 1)
    ends.add(sequence.items.at(-1)?.value ?? 0)
    const follows = before !== undefined && first > 1 && first > (before.items[0]?.value ?? 0)
    if (at !== undefined && follows && (!goesOn || before.items.at(-1)?.value === first - 1)) {
      all[at] = { ...before, items: [...before.items, ...sequence.items] }
      continue
    }
    open.set(key, all.length)
    all.push(sequence)
  }
  return all
}

function* judged(document: Document, sequence: Sequence, previous: Numbered | undefined): Iterable<NumberingClaim> {
  const { items } = sequence
  const first = items[0]
  if (first === undefined || items.length < 2 || isDotted(sequence) || isIds(sequence)) return
  const disorders = disordersIn(items.map(item => item.value))
  if (disorders === undefined) return
  const doubtful = EXCERPTED.test(sequence.word) || sequence.kind === 'row'
  const continues = previous !== undefined && first.value === previous.value + 1
  if (first.value > 1 && !continues && disorders[0]?.index !== 0) {
    // Letters may be Roman numbers; lists and tables may be quoted from elsewhere.
    if (sequence.lettered || sequence.kind === 'list' || sequence.kind === 'row') return
    const gapBetween = previous !== undefined && sequence.word !== '' && first.value > previous.value + 1
    if (first.value !== 2 && !gapBetween) return
    yield {
      ...claimAt(sequence, 0), kind: 'start', before: gapBetween ? told(document, sequence, previous) : '',
      expected: missing(sequence, gapBetween ? previous.value + 1 : 1, first.value - 1), doubtful: doubtful || sequence.word === '' || items.length < 3,
    }
  }
  let sound = true
  for (const { index, kind, expected } of disorders) {
    const item = items[index]
    const before = items[index - 1]
    if (item === undefined) continue
    const excused = (): boolean =>
      isWrittenBetween(document, sequence, expected, before?.end ?? 0, item.start) || isExplained(document, sequence, expected)
    if (kind === 'gap' && disorders.length <= MOST_GAPS && excused()) continue
    sound = false
    const after = items[index + 1]
    const same = kind === 'repeat' ? items.slice(0, index).findLast(other => other.value === item.value) : undefined
    yield {
      ...claimAt(sequence, index), kind, before: before === undefined ? '' : told(document, sequence, same ?? before),
      after: after === undefined ? '' : told(document, sequence, after),
      expected: kind === 'gap' ? missing(sequence, expected, item.value - 1) : shown(sequence, expected),
      doubtful: doubtful || (kind === 'gap' && ((items.length === 2 && sequence.prefix === '') || item.value - expected > 3)),
    }
  }
  if (sound) yield { ...claimAt(sequence, 0), kind: 'whole', before: '', after: '', expected: '', doubtful: false }
}

/** For more gaps than these nobody gives reasons. */
const MOST_GAPS = 10

/** `1.2` without a heading `1`: a version, or numbers whose other half stands elsewhere. */
function isDotted(sequence: Sequence): boolean {
  if (sequence.prefix === '' || sequence.kind === 'list') return false
  if (/^[A-Z]$/.test(sequence.prefix)) return false
  return !sequence.items.some(item => anchorOf(sequence.parent, item) !== undefined)
}

/** Large numbers count nothing: years, ports, issue numbers. */
function isIds(sequence: Sequence): boolean {
  const most = sequence.items.reduce((max, item) => Math.max(max, item.value), 0)
  return most > 99 && most > sequence.items.length * 2
}

/** The number that a dotted number stands under: that of the section around it, or of the nearest heading before it. */
function anchorOf(parent: Section, item: Numbered): string | undefined {
  const depth = item.written.split('.').length
  for (let at: Section | undefined = parent; at !== undefined; at = at.parent) {
    const own = at.numbering
    if (own !== undefined && !own.lettered && own.parts.length === depth - 1) return own.written
    for (let index = lastBefore(at.children, item.start), left = FURTHEST; index >= 0 && left > 0; index--, left--) {
      const other = at.children[index]?.numbering
      if (other?.parts.length === depth - 1 && !other.lettered) return other.written
    }
  }
  return undefined
}

/** How many headings back the number above a dotted one is looked for. */
const FURTHEST = 200

/** Index of the last section that starts before an offset; -1 without one. */
function lastBefore(sections: readonly Section[], offset: number): number {
  return leadingCount(sections, section => section.start < offset) - 1
}

/** `2.1` under `3`: only in documents in which most dotted numbers agree with what they stand under. */
function* strangers(document: Document): Iterable<NumberingClaim> {
  let agreed = 0
  const found: NumberingClaim[] = []
  for (const sequence of sequencesOf(document)) {
    if (sequence.kind !== 'heading' || !/^\d/.test(sequence.prefix)) continue
    for (const [index, item] of sequence.items.entries()) {
      const anchor = anchorOf(outlineOf(document).at(item.start).parent ?? sequence.parent, item)
      if (anchor === undefined) continue
      if (anchor === item.prefix) agreed++
      else found.push({ ...claimAt(sequence, index), kind: 'prefix', before: anchor, after: '', expected: `${anchor}.${item.written.split('.').at(-1) ?? ''}`, doubtful: false })
    }
  }
  if (agreed >= found.length * 2) yield* found
}

function claimAt(sequence: Sequence, index: number): Pick<NumberingClaim, 'start' | 'end' | 'label' | 'after'> {
  const item = sequence.items[index]
  return { start: item?.start ?? 0, end: item?.end ?? 0, label: item === undefined ? '' : label(sequence, item.written), after: '' }
}

function label(sequence: Sequence, written: string): string {
  return sequence.word === '' ? written : `${sequence.word.charAt(0).toUpperCase()}${sequence.word.slice(1)} ${written}`
}

/** A number in the form of a sequence: `3`, `2.3`, `C`. */
function shown(sequence: Sequence, value: number): string {
  const own = sequence.lettered ? String.fromCharCode(64 + value) : String(value)
  return sequence.prefix === '' ? own : /\d$/.test(sequence.prefix) ? `${sequence.prefix}.${own}` : sequence.prefix + own
}

function missing(sequence: Sequence, from: number, to: number): string {
  return from === to ? shown(sequence, from) : `${shown(sequence, from)} to ${shown(sequence, to)}`
}

function told(document: Document, sequence: Sequence, item: Numbered): string {
  return `\`${label(sequence, item.written)}\` on line ${String(pointAt(document.lines, item.start).line)}`
}

/** Whether the document says why a number is not there: "Phase 3 was dropped", "Step 4A", "Steps 3 and 4", "Phase B/C". */
function isExplained(document: Document, sequence: Sequence, value: number): boolean {
  const number = shown(sequence, value).replace('.', '\\.')
  const name = sequence.word === '' ? '' : `\\b${sequence.word}s?[ \\u00a0_-]`
  const parts = new RegExp(`^[#\\s>*_|+-]{0,20}${name}(?:${number}[A-Za-z]\\b|${number}\\s?(?:/|&|\\+|and|to|-|–)\\s?[\\dA-Z]|[\\dA-Z]{1,3}\\s?(?:/|&|\\+|and|to|-|–)\\s?${number}\\b)`, 'im')
  if (parts.test(document.text)) return true
  if (sequence.word === '') return false
  return new RegExp(`${name}${number}\\b[^\\n]{0,80}?\\b(?:removed|dropped|skipped|merged|folded|retired|reserved|deferred|moved|intentionally|obsolete|n/a|superseded|unused)\\b`, 'i').test(document.text)
}

/** Whether the missing number begins a line between its neighbours, in a form that is no heading and no list item. */
function isWrittenBetween(document: Document, sequence: Sequence, value: number, from: number, to: number): boolean {
  const name = sequence.word === '' ? '' : `(?:${sequence.word}[ \\u00a0#_-]{0,2})?`
  return new RegExp(`^[ \\t>#*_|+-]{0,12}${name}${shown(sequence, value).replace('.', '\\.')}(?:[.):\\s*]|$)`, 'im').test(document.text.slice(from, to))
}
