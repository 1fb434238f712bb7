/** The shape of a document: sections under headings, with their numbers, tables, lists and fields. Read once, shared by structural rules. */
import type { Document } from '../../core/document.ts'
import { closest, textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import { lastStartingBy } from '../../core/leading.ts'
import { fieldsOf, type Field } from './field.ts'
import { numberingOf, type Numbering } from './numbering.ts'
import { tablesOf, type Table } from './table.ts'

/** A heading, or a paragraph that is nothing but bold text and so means one. */
export interface Section {
  /** The heading or the paragraph; the document's root for what stands above all headings. */
  readonly node: MarkdownNode
  /** 1 to 6 for headings; 0 for the root; a bold pseudo-heading is one deeper than the heading above it. */
  readonly depth: number
  readonly pseudo: boolean
  /** Plain text; '' for the root. */
  readonly title: string
  /** The title as written, without the leading `#` signs, and the 0-based offset at which it begins. */
  readonly written: string
  readonly titleStart: number
  readonly numbering: Numbering | undefined
  readonly parent: Section | undefined
  readonly children: readonly Section[]
  /** 0-based offsets: from the heading on, up to the next heading that is not deeper. */
  readonly start: number
  readonly end: number
  /** What stands directly here, not in a section below. */
  readonly tables: readonly Table[]
  readonly lists: readonly MarkdownNode[]
  readonly fields: readonly Field[]
}

export interface Outline {
  readonly root: Section
  /** Every section but the root, in document order. */
  readonly sections: readonly Section[]
  /** The innermost section around an offset. */
  at(offset: number): Section
}

interface Draft extends Section {
  children: Draft[]
  end: number
  tables: Table[]
  lists: MarkdownNode[]
  fields: Field[]
}

const outlines = new WeakMap<Document, Outline>()

/** Reads the outline of a document; remembered with the document. */
export function outlineOf(document: Document): Outline {
  let outline = outlines.get(document)
  if (outline === undefined) {
    outline = readOutline(document)
    outlines.set(document, outline)
  }
  return outline
}

function readOutline(document: Document): Outline {
  const root = draft({ node: document.root, depth: 0, pseudo: false, written: '', titleStart: 0, start: 0, parent: undefined })
  const sections: Draft[] = []
  let open = root
  const headings = [...document.nodes('heading'), ...document.nodes('paragraph').filter(isPseudoHeading)].sort((a, b) => a.start - b.start)
  let heading = root
  for (const node of headings) {
    // A heading in a list item or a quotation does not end the section around it, but it is one all the same.
    const pseudo = node.type === 'paragraph'
    const depth = pseudo ? heading.depth + 1 : node.depth
    while (open.depth >= depth && open.parent !== undefined) {
      open.end = node.start
      open = open.parent as Draft
    }
    const { written, titleStart } = titleOf(document, node)
    const section = draft({ node, depth, pseudo, written, titleStart, start: node.start, parent: open })
    open.children.push(section)
    sections.push(section)
    open = section
    if (!pseudo) heading = section
  }
  for (let at: Draft | undefined = open; at !== undefined; at = at.parent as Draft | undefined) at.end = document.text.length
  const outline: Outline = { root, sections, at: offset => innermost(root, sections, offset) }
  const sectionAt = (offset: number): Draft => outline.at(offset) as Draft
  for (const table of tablesOf(document)) sectionAt(table.node.start).tables.push(table)
  for (const list of document.nodes('list')) sectionAt(list.start).lists.push(list)
  for (const field of fieldsOf(document)) sectionAt(field.start).fields.push(field)
  return outline
}

function draft(from: Pick<Section, 'node' | 'depth' | 'pseudo' | 'written' | 'titleStart' | 'start' | 'parent'>): Draft {
  return {
    ...from, title: from.depth === 0 ? '' : textOf(from.node).trim(), numbering: from.depth === 0 ? undefined : numberingOf(from.written),
    children: [], end: from.start, tables: [], lists: [], fields: [],
  }
}

/** The last section that starts at or before the offset and has not ended; sections are in document order. */
function innermost(root: Section, sections: readonly Section[], offset: number): Section {
  let at: Section | undefined = lastStartingBy(sections, offset)
  while (at !== undefined && at.end <= offset && at.parent !== undefined) at = at.parent
  return at ?? root
}

/** `**Gate 1: Build**` alone on its lines, at the top level: 410 gates, phases and steps of nine repositories are written so. */
function isPseudoHeading(node: MarkdownNode): boolean {
  const [only, ...more] = node.children.filter(child => child.type !== 'html' && !(child.type === 'text' && EMPTY.test(child.value)))
  if (only?.type !== 'strong' || more.length > 0 || only.end - only.start > LONGEST_TITLE) return false
  return closest(node, 'listItem', 'blockquote', 'tableCell') === undefined
}

/** What may stand beside the bold text: a colon, emoji. Comments may, too. */
const EMPTY = /^(?:[\s:.]|\p{Extended_Pictographic}|\ufe0f)*$/u

/** UTF-16 units; a longer bold paragraph is a warning, not a title. */
const LONGEST_TITLE = 120

function titleOf(document: Document, node: MarkdownNode): { readonly written: string; readonly titleStart: number } {
  const first = node.children[0]
  const last = node.children.at(-1)
  if (first === undefined || last === undefined) return { written: '', titleStart: node.start }
  return { written: document.text.slice(first.start, last.end), titleStart: first.start }
}
