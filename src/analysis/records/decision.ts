/** Decision records (ADR): their status, and what supersedes them. */
import type { Document } from '../../core/document.ts'
import { outlineOf } from '../outline/outline.ts'
import { statusKey } from './status.ts'

/** Folders in which a numbered document is a decision. */
const FOLDER = /(?:^|\/)(?:adrs?|decisions?|decision-records?|architecture-decisions?|architectural-decisions?)\//i
const NUMBERED = /(?:^|\/)(?:adr[-_]?)?\d{1,5}[-_.][^/]*$/i

/** States of the usual templates (Nygard, MADR). */
const STATES = ['proposed', 'draft', 'accepted', 'approved', 'rejected', 'deprecated', 'superseded', 'amended', 'implemented', 'withdrawn', 'retired', 'pending', 'decided', 'done'] as const

export interface DecisionStatus {
  /** One of the usual states, lower case. */
  readonly state: string
  /** 0-based UTF-16 offsets of the status line. */
  readonly start: number
  readonly end: number
  /** What supersedes it: a number (`0007`) or a link's destination; '' when it says not what. */
  readonly successor: string
}

/** Whether a path is that of a decision record. */
export function isDecisionPath(path: string): boolean {
  return FOLDER.test(path) && NUMBERED.test(path)
}

/** The status of a decision record; `undefined` when the document has none of the usual forms. */
export function decisionStatusOf(document: Document): DecisionStatus | undefined {
  const line = statusLine(document)
  if (line === undefined) return undefined
  const text = document.text.slice(line.start, line.end)
  const key = statusKey(text.replace(/\]\([^)]{0,300}\)/g, ']'))
  const state = STATES.find(one => key === one || key.startsWith(`${one} `))
  if (state === undefined) return undefined
  const successor = state === 'superseded'
    ? /\]\(([^)\s#]{1,300})/.exec(text)?.[1] ?? /\b(?:adr[-_ ]?)?(\d{1,5})\b/i.exec(text.replace(/\b(?:19|20)\d\d-\d\d-\d\d\b/g, ''))?.[1] ?? ''
    : ''
  return { state, start: line.start, end: line.end, successor }
}

function statusLine(document: Document): { readonly start: number; readonly end: number } | undefined {
  const outline = outlineOf(document)
  for (const section of [outline.root, ...outline.sections]) {
    const field = section.fields.find(({ name }) => /^status$/i.test(name))
    if (field !== undefined && field.value !== '') return { start: field.valueStart, end: field.end }
    if (!/^(?:\d+\.?\s*)?status$/i.test(section.title)) continue
    const body = document.nodes('paragraph').find(node => node.start >= section.node.end && node.start < section.end)
    if (body === undefined) return undefined
    const end = document.text.indexOf('\n', body.start)
    return { start: body.start, end: end < 0 || end > body.end ? body.end : end }
  }
  return undefined
}
