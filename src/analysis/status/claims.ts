/** Whether what a document says of its own state agrees with its boxes, blockers and next actions. */
import type { Document } from '../../core/document.ts'
import { pointAt } from '../../core/position.ts'
import type { Fault, JudgedClaim } from '../fault.ts'
import type { Field } from '../outline/field.ts'
import { itemText } from '../outline/field.ts'
import { outlineOf, type Outline, type Section } from '../outline/outline.ts'
import { measuringBoxes, type Box } from './boxes.ts'
import { isNothing, progressOf, type Progress } from './progress.ts'

const STATE = /^(?:(?:current|overall|implementation|issue|plan|project)[ _-])?(?:state|status)$/i
const BLOCKED_BY = /^(?:blocked by|blockers?|blocking issues?)$/i
const NEXT_ACTION = /^next (?:actions?|steps?)$/i
const BLOCKERS_TITLE = /^\W*(?:(?:open|current|active|known) )?blockers?\W*$/i
/** Sections that speak for their parent, mostly for the whole document. */
const STATUS_TITLE = /^\W*(?:(?:current|overall|project|plan) )?(?:status|state|metadata|summary|overview|at a glance|tl;?dr)\W*$/i

interface State {
  readonly field: Field
  readonly progress: Progress
  /** What it speaks of: the document's root, or a section. */
  readonly scope: Section
}

/** Every status field, with what contradicts it; boxes and fields that contradict one are claims of their own. */
export function* progressClaims(document: Document): Iterable<JudgedClaim> {
  if (!/\b(?:state|status)\b/i.test(document.text)) return
  const outline = outlineOf(document)
  const states = statesOf(outline)
  const lineOf = (offset: number): number => pointAt(document.lines, offset).line
  let known: State | undefined
  for (const state of states) {
    if (state.progress === 'other') continue
    const { start, end } = placeOf(state.field)
    const clash = state.scope.depth > 0 ? undefined : contradiction(known, state)
    if (state.scope.depth === 0) known ??= state
    if (clash !== undefined) {
      yield { start, end, fault: { ...clash, evidence: `line ${String(lineOf(known?.field.start ?? 0))} says "${shortened(known?.field.value ?? '')}"` } }
      continue
    }
    yield* stateClaims(document, state, lineOf)
  }
  yield* blockerClaims(outline, states, lineOf)
}

function placeOf(field: Field): { readonly start: number; readonly end: number } {
  return { start: field.start, end: Math.max(field.end, field.start + field.name.length) }
}

function statesOf(outline: Outline): readonly State[] {
  const found: State[] = []
  for (const section of [outline.root, ...outline.sections]) {
    for (const field of section.fields) {
      if (!STATE.test(field.name) || field.value === '' || isBoxed(field)) continue
      found.push({ field, progress: progressOf(field.value), scope: scopeOf(section) })
    }
  }
  return found.sort((a, b) => a.field.start - b.field.start)
}

/** A field in front matter, under the title or under "Status" speaks of the document; another one of its section. */
function scopeOf(section: Section): Section {
  let at = section
  if (at.parent !== undefined && STATUS_TITLE.test(at.title)) at = at.parent
  // The only title, at the top: the document itself.
  if (at.parent?.depth === 0 && at.parent.children.length === 1) return at.parent
  return at
}

function isBoxed(field: Field): boolean {
  return field.node.parent?.checked !== undefined && field.node.type !== 'yaml'
}

/** Two fields for one document that can't both be true. */
function contradiction(known: State | undefined, state: State): Fault | undefined {
  if (known === undefined || known.progress === state.progress) return undefined
  const both = [known.progress, state.progress]
  if (!both.includes('done') || both.includes('dropped')) return undefined
  return { confidence: 'medium', messageId: 'twoStates', data: { value: shortened(state.field.value) } }
}

function* stateClaims(document: Document, { field, progress, scope }: State, lineOf: (offset: number) => number): Iterable<JudgedClaim> {
  const place = placeOf(field)
  if (progress !== 'done') {
    yield { ...place, fault: null }
    return
  }
  const boxes = measuringBoxes(document, scope)
  const open = boxes.filter(box => !box.checked)
  // Whichever are fewer are the mistake: a box that was forgotten, or a state that was set too early.
  const early = open.length * 2 > boxes.length
  const lines = open.slice(0, 5).map(({ node }) => String(lineOf(node.start))).join(', ')
  yield {
    ...place,
    fault: !early ? null : {
      confidence: open.length === boxes.length ? 'low' : 'medium', messageId: 'doneTooEarly', data: { value: shortened(field.value) },
      evidence: `${String(open.length)} of ${String(boxes.length)} boxes are open, in line ${lines}`,
    },
  }
  if (early) return
  for (const box of boxes) {
    const start = box.node.start
    const end = endOfLine(document, box)
    yield {
      start, end,
      fault: box.checked ? null : {
        confidence: 'high', messageId: 'openBox', data: { box: shortened(box.text), value: shortened(field.value) },
        evidence: `line ${String(lineOf(field.start))} says so, and ${ticked(boxes.length - open.length)}`,
      },
    }
  }
}

function endOfLine(document: Document, box: Box): number {
  const end = document.text.indexOf('\n', box.node.start)
  return end < 0 || end > box.node.end ? box.node.end : end
}

/** "Blocked by" and "Next action" beside the state, and beside a list of blockers. */
function* blockerClaims(outline: Outline, states: readonly State[], lineOf: (offset: number) => number): Iterable<JudgedClaim> {
  const whole = states.find(({ scope, progress }) => scope.depth === 0 && progress !== 'other')
  for (const section of [outline.root, ...outline.sections]) {
    for (const field of section.fields) {
      if (isBoxed(field) || field.value === '') continue
      const beside = states.find(({ scope, field: { start } }) => scope === scopeOf(section) && start !== field.start) ?? whole
      const said = beside === undefined ? '' : `line ${String(lineOf(beside.field.start))} says "${shortened(beside.field.value)}"`
      let fault: Fault | null = null
      if (BLOCKED_BY.test(field.name)) {
        const free = isNothing(field.value)
        const list = free ? openBlocker(outline, scopeOf(section)) : undefined
        if (free && beside?.progress === 'blocked') fault = { confidence: 'high', messageId: 'noBlocker', data: {}, evidence: said }
        else if (list !== undefined) {
          fault = { confidence: 'medium', messageId: 'noBlocker', data: {}, evidence: `line ${String(lineOf(list.start))} names "${shortened(list.text)}"` }
        } else if (!free && beside?.progress === 'done') {
          fault = { confidence: 'medium', messageId: 'doneButBlocked', data: { blocker: shortened(field.value) }, evidence: said }
        }
      } else if (NEXT_ACTION.test(field.name)) {
        const free = isNothing(field.value)
        // People finish things and say what comes after: only a document that is held strictly is asked to be exact.
        if (!free && beside?.progress === 'done') fault = { confidence: 'low', messageId: 'doneButNext', data: { action: shortened(field.value) }, evidence: said }
        else if (free && (beside?.progress === 'open' || beside?.progress === 'blocked')) {
          fault = { confidence: 'low', messageId: 'openWithoutNext', data: {}, evidence: said }
        }
      } else continue
      yield { ...placeOf(field), fault }
    }
  }
}

/** The first item of a section "Blockers" inside of another that is neither ticked nor struck through nor "None". */
function openBlocker(outline: Outline, scope: Section): { readonly start: number; readonly text: string } | undefined {
  for (const section of outline.sections) {
    if (!BLOCKERS_TITLE.test(section.title) || section.start < scope.start || section.start >= scope.end) continue
    for (const list of section.lists) {
      for (const item of list.children) {
        const text = itemText(item)
        const struck = item.children[0]?.children[0]?.type === 'delete'
        if (item.checked === true || struck || text === '' || isNothing(text) || /\b(?:resolved|fixed|done|cleared|closed|unblocked)\b|✅/i.test(text)) continue
        return { start: item.start, text }
      }
    }
  }
  return undefined
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= 60 ? plain : `${plain.slice(0, 59)}…`
}

/** "1 other box is ticked". */
function ticked(others: number): string {
  return `${String(others)} other ${others === 1 ? 'box is' : 'boxes are'} ticked`
}
