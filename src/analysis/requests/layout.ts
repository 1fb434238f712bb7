/** The requests that a document lays out: rows of tables and items of lists that are about one request each, or a few. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { outlineOf, type Outline } from '../outline/outline.ts'
import { tablesOf, type Cell, type Row, type Table } from '../outline/table.ts'
import { isRequestHead } from './columns.ts'
import { requestsIn, type RequestMention } from './mentions.ts'
import { isPhaseHead, phaseAt, phaseOfCell, type Phase } from './phase.ts'

/** A request at its place in the plan. Offsets are 0-based UTF-16 units into the document's text. */
export interface LaidRequest {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly phase: Phase | undefined
  /** The table row or list item. */
  readonly entry: MarkdownNode
  /** Its place in an ordered list, from 0. */
  readonly place: { readonly list: MarkdownNode; readonly at: number } | undefined
}

/** What stands in a Depends-on column of a row. */
export interface LaidDependency {
  readonly entry: MarkdownNode
  readonly number: number
  readonly start: number
  readonly end: number
}

export interface Layout {
  readonly requests: readonly LaidRequest[]
  readonly dependencies: readonly LaidDependency[]
  /** Where requests are laid out: mentions elsewhere are prose. */
  isLaid(mention: RequestMention): boolean
}

const layouts = new WeakMap<Document, Layout>()

/** Reads the layout of a document; remembered with the document. */
export function layoutOf(document: Document): Layout {
  let layout = layouts.get(document)
  if (layout === undefined) {
    layout = readLayout(document)
    layouts.set(document, layout)
  }
  return layout
}

/** A range in a row stands for so many requests at most. */
const LONGEST_RANGE = 200

interface Draft {
  readonly requests: LaidRequest[]
  readonly dependencies: LaidDependency[]
  readonly laid: Set<RequestMention>
  readonly byBlock: ReadonlyMap<MarkdownNode, readonly RequestMention[]>
  readonly document: Document
}

function readLayout(document: Document): Layout {
  const mentions = requestsIn(document)
  const draft: Draft = { requests: [], dependencies: [], laid: new Set(), byBlock: byBlock(mentions), document }
  if (mentions.length > 0) {
    const outline = outlineOf(document)
    for (const table of tablesOf(document)) readTable(draft, table, outline)
    for (const [block, own] of draft.byBlock) if (block.type === 'paragraph') readParagraph(draft, block, own, outline)
  }
  draft.requests.sort((a, b) => a.start - b.start || a.number - b.number)
  return { requests: draft.requests, dependencies: draft.dependencies, isLaid: mention => draft.laid.has(mention) }
}

function byBlock(mentions: readonly RequestMention[]): ReadonlyMap<MarkdownNode, readonly RequestMention[]> {
  const blocks = new Map<MarkdownNode, RequestMention[]>()
  for (const mention of mentions) {
    if (mention.block === undefined || mention.struck) continue
    const list = blocks.get(mention.block)
    if (list === undefined) blocks.set(mention.block, [mention])
    else list.push(mention)
  }
  return blocks
}

function readTable(draft: Draft, table: Table, outline: Outline): void {
  const column = requestColumn(draft, table)
  if (column < 0) return
  const phaseColumn = table.head.findIndex((cell, at) => at !== column && isPhaseHead(cell.text))
  const around = phaseAt(outline, table.node)
  for (const row of table.rows) {
    const cell = row.cells[column]
    if (cell === undefined) continue
    const phaseText = phaseColumn < 0 ? '' : row.cells[phaseColumn]?.text ?? ''
    const phase = phaseColumn < 0 ? around : phaseOfCell(table.head[phaseColumn]?.text ?? '', phaseText, table.node)
    const digits = isRequestHead(table.head[column]?.text ?? '') === 'request'
    for (const one of numbersOf(draft, cell, digits)) draft.requests.push({ ...one, phase, entry: row.node, place: undefined })
    readDependencies(draft, table, row)
  }
}

/** The column that a table's rows are named by; -1 when they are not named by requests. */
function requestColumn(draft: Draft, table: Table): number {
  const named = table.head.findIndex(cell => isRequestHead(cell.text) === 'request')
  if (named >= 0) return named
  const issues = table.head.findIndex(cell => isRequestHead(cell.text) === 'issue')
  if (issues >= 0) return issues
  // Without a telling head: the first column in which most cells are nothing but a number.
  for (let column = 0; column < Math.min(table.head.length, 3); column++) {
    if (isRequestHead(table.head[column]?.text ?? '') === 'dependency') continue
    const cells = table.rows.flatMap(row => row.cells[column] ?? [])
    const alone = cells.filter(cell => /^(?:(?:PR|MR)\s?)?[#!]\d{1,6}$/i.test(cell.text) && draft.byBlock.has(cell.node))
    if (alone.length >= 3 && alone.length >= cells.length * 0.6) return column
  }
  return -1
}

function readDependencies(draft: Draft, table: Table, row: Row): void {
  row.cells.forEach((cell, at) => {
    const head = table.head[at]?.text ?? ''
    if (isRequestHead(head) !== 'dependency') return
    for (const { number, start, end } of numbersOf(draft, cell, true)) draft.dependencies.push({ entry: row.node, number, start, end })
  })
}

/** The numbers of a cell: its references, or nothing but digits and commas. */
function numbersOf(draft: Draft, cell: Cell, digits: boolean): { readonly number: number; readonly start: number; readonly end: number }[] {
  const mentions = draft.byBlock.get(cell.node) ?? []
  if (mentions.length > 0) return mentions.filter(isOwnMention).flatMap(mention => spread(draft, mention))
  if (!digits || !/^\d{1,6}(?:\s?[,&+]\s?\d{1,6}){0,30}$/.test(cell.text)) return []
  return [...draft.document.text.slice(cell.start, cell.end).matchAll(/\d{1,6}/g)].map(match => ({
    number: Number(match[0]), start: cell.start + match.index, end: cell.start + match.index + match[0].length,
  }))
}

/** Whether a number can be one of this repository: not of a project or an `owner/name` that is written in front of it. */
export function isOwnMention(mention: RequestMention): boolean {
  return mention.project === undefined && mention.repository?.host !== ''
}

/** Every number of a range, each at the place of the range. */
function spread(draft: Draft, mention: RequestMention): { readonly number: number; readonly start: number; readonly end: number }[] {
  draft.laid.add(mention)
  const { number, to = number, start, end } = mention
  return Array.from({ length: Math.min(to - number, LONGEST_RANGE) + 1 }, (_, at) => ({ number: number + at, start, end }))
}

const LEAD = /^[\s*_~`[(]*(?:(?:PRs?|MRs?|Pull [Rr]equests?|Merge [Rr]equests?)\s?:?\s?)?[*_`[(#]*$/
const PHASE_LEAD = /^[\s*_~`[(]*(?:phase|wave|stage|batch|step|tier|round|milestone|sprint|iteration|part|level|layer)\s[\w.]{1,6}\b[^#!]{0,80}$/i

/** `- #305 — title`, `1. PR #305, #306`, `**Phase 1:** #305, #306`. */
function readParagraph(draft: Draft, block: MarkdownNode, mentions: readonly RequestMention[], outline: Outline): void {
  const [first] = mentions
  if (first === undefined) return
  const item = block.parent?.type === 'listItem' && block.parent.children[0] === block ? block.parent : undefined
  const before = draft.document.text.slice(block.start, first.outerStart)
  const leads = item !== undefined && LEAD.test(before)
  const own = PHASE_LEAD.test(before)
  if (!leads && !own) return
  const list = item?.parent
  const place = item === undefined || list?.ordered !== true ? undefined : { list, at: list.children.indexOf(item) }
  const phase = own ? phaseAtParagraph(draft, block, item, outline) : phaseAt(outline, block)
  for (const mention of mentions) {
    if (mention.group !== first.group || !isOwnMention(mention)) continue
    for (const one of spread(draft, mention)) draft.requests.push({ ...one, phase, entry: item ?? block, place: own ? undefined : place })
  }
}

function phaseAtParagraph(draft: Draft, block: MarkdownNode, item: MarkdownNode | undefined, outline: Outline): Phase | undefined {
  if (item !== undefined) return phaseAt(outline, block)
  const found = phaseOfCell('Phase', draft.document.text.slice(block.start, block.start + 120), outline.at(block.start).node)
  return found === undefined ? undefined : { ...found, family: `paragraphs ${String(outline.at(block.start).start)}` }
}
