/** Every claim of records in a document. What the document alone decides is decided here, once, and cached with it. */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import { pointAt } from '../../core/position.ts'
import type { Fault, JudgedClaim } from '../fault.ts'
import { outlineOf } from '../outline/outline.ts'
import { decisionStatusOf, isDecisionPath } from './decision.ts'
import { idClaims } from './id-claims.ts'
import { configuredStatuses, legendOf } from './legend.ts'
import { recordTablesOf, type RecordRow, type RecordTable } from './record-table.ts'
import { hasField, requiredField, requiredFieldsOf, type RequiredField } from './required-fields.ts'
import { isNever, matchStatus, pipelineOf, statusKey, type StatusEntry } from './status.ts'
import { statusClaims } from './status-claims.ts'
import { transitionClaims, transitionsIn } from './transitions.ts'

export type RecordTarget =
  | { readonly kind: 'said'; readonly fault: Fault | null }
  /** A row's life in git: whether its status was reached by legal steps. */
  | { readonly kind: 'life'; readonly id: string; readonly status: string; readonly legend: readonly StatusEntry[]; readonly told: boolean }
  | { readonly kind: 'evidence'; readonly written: string }
  | { readonly kind: 'superseded'; readonly successor: string }
  /** A row of an index of decisions. */
  | { readonly kind: 'decision'; readonly written: string; readonly state: string }

export interface RecordSettings {
  readonly statuses: readonly string[]
  readonly requiredFields: Readonly<Record<string, readonly string[]>>
}

export function* recordClaimsOf(document: Document, settings: RecordSettings): Iterable<Mention<RecordTarget>> {
  yield* decisionClaims(document)
  const tables = recordTablesOf(document)
  if (tables.length === 0) return
  yield* decisionRows(document, tables)
  const own = legendOf(document)
  const legend = own.length > 0 ? own : configuredStatuses(settings.statuses)
  for (const claim of idClaims(tables, offset => pointAt(document.lines, offset).line, legend.length > 0)) yield said(claim)
  if (legend.length === 0) return
  for (const claim of statusClaims(tables, legend)) yield said(claim)
  const fields = requiredFieldsOf(document)
  const wantsStamp = fields.some(({ name }) => /timestamp|\bwhen\b|\bdate\b/i.test(name) && /transition/i.test(name)) ||
    /\btransitions?\b[^.\n]{0,40}\btimestamps?\b[^.\n]{0,20}\bwho\b/i.test(document.text)
  for (const { rows, table } of tables) {
    for (const record of rows) yield* rowClaims(document, table.head.map(cell => cell.text), record, legend, fields, settings, wantsStamp)
  }
}

function said({ start, end, fault }: JudgedClaim): Mention<RecordTarget> {
  return { start, end, target: { kind: 'said', fault } }
}

function* rowClaims(
  document: Document, heads: readonly string[], { row, status, id }: RecordRow, legend: readonly StatusEntry[],
  fields: readonly RequiredField[], settings: RecordSettings, wantsStamp: boolean,
): Iterable<Mention<RecordTarget>> {
  const entry = matchStatus(status.text, legend)
  if (entry === undefined || id === undefined || id.text === '') return
  const pieces = [{ start: row.node.start, end: row.node.end }, ...detailsOf(document, id.text)]
  const transitions = pieces.flatMap(({ start, end }) => transitionsIn(document.text.slice(start, Math.min(end, start + 20_000)), start, legend))
  for (const claim of transitionClaims({ id: id.text, status: entry, transitions, wantsStamp }, legend)) yield said(claim)
  yield { start: status.start, end: status.end, target: { kind: 'life', id: id.text, status: entry.name, legend, told: transitions.length > 0 } }
  const text = pieces.map(({ start, end }) => document.text.slice(start, end)).join('\n')
  // A column of its own has the field where its cell is filled.
  const columns = heads.filter((_, index) => /[\p{L}\p{N}]/u.test(row.cells[index]?.text ?? '')).join('\n')
  for (const field of wantedFields(entry, legend, fields, settings)) {
    const fault: Fault | null = hasField(`${columns}\n${text}`, field) ? null : {
      confidence: 'medium', messageId: 'missingField', data: { id: id.text.slice(0, 80), status: entry.name, field: field.name.slice(0, 80) },
    }
    yield said({ start: id.start, end: id.end, fault })
  }
  for (const match of text.matchAll(/\bevidence\b[^|`\n]{0,40}`([\w.@/-]{3,200})`/gi)) {
    const written = match[1] ?? ''
    const at = document.text.indexOf(`\`${written}\``, pieces.find(({ start, end }) => document.text.slice(start, end).includes(written))?.start ?? 0) + 1
    if (written.includes('/') && at > 0) yield { start: at, end: at + written.length, target: { kind: 'evidence', written } }
  }
}

/** The section that tells more about a record: its heading names the id. */
function detailsOf(document: Document, id: string): readonly { readonly start: number; readonly end: number }[] {
  if (id.length < 3) return []
  const wanted = ` ${statusKey(id)} `
  return outlineOf(document).sections.filter(({ title }) => ` ${statusKey(title)} `.includes(wanted))
}

/**
 * Fields that a record in this status needs. The configuration says it by status; a document's own list is meant for
 * records that are under way no more: what is in the first state, and what is never promoted, needs them not yet.
 */
function wantedFields(
  entry: StatusEntry, legend: readonly StatusEntry[], fields: readonly RequiredField[], settings: RecordSettings,
): readonly RequiredField[] {
  const configured = Object.entries(settings.requiredFields).find(([status]) => entry.keys.includes(statusKey(status)))?.[1]
  if (configured !== undefined) return configured.flatMap(name => requiredField(name) ?? [])
  const order = pipelineOf(legend)
  return isNever(entry) || order.indexOf(entry) < 1 ? [] : fields
}

function* decisionClaims(document: Document): Iterable<Mention<RecordTarget>> {
  if (!isDecisionPath(document.path)) return
  const status = decisionStatusOf(document)
  if (status === undefined || status.successor === '') return
  yield { start: status.start, end: status.end, target: { kind: 'superseded', successor: status.successor } }
}

/** Rows that link to a decision record and tell its status. */
function* decisionRows(document: Document, tables: readonly RecordTable[]): Iterable<Mention<RecordTarget>> {
  for (const { rows } of tables) {
    for (const { row, status } of rows) {
      const state = statusKey(status.text).split(' ')[0] ?? ''
      const link = /\]\(([^)\s#]{1,300}\.md)/.exec(document.text.slice(row.node.start, row.node.end))?.[1]
      if (link === undefined || state === '' || /^[a-z]+:/i.test(link)) continue
      yield { start: status.start, end: status.end, target: { kind: 'decision', written: link, state } }
    }
  }
}
