/** Which file a document says a name is in. */
import type { Document } from '../../core/document.ts'
import { closest, textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import { leadingCount } from '../../core/leading.ts'
import { outlineOf, type Section } from '../outline/outline.ts'

/** A file that is said to have a name. */
export interface SaidFile {
  readonly path: string
  /**
   * - `said`: the sentence puts it there: "`x()` in `a.ts`", "`a.ts` exports `x`"
   * - `listed`: under "Functions:" of a section whose "Location:" names the file
   * - `row`: the table row has both
   * - `item`: the list item begins with the file: "- `a.ts` - uses `x()`"
   */
  readonly how: 'said' | 'listed' | 'row' | 'item'
  /** Where the path stands, of a file that is said of this one name: 0-based offsets into the document. */
  readonly range?: readonly [start: number, end: number]
}

export interface Places {
  /** The file that the surroundings of an inline code name for it. */
  fileOf(node: MarkdownNode): SaidFile | undefined
}

/** A path with an ending of source code, perhaps with a line number. */
const FILE = /^(?:\.{0,2}\/)?(?:[\w@.()[\]-]{1,80}\/){0,12}[\w@.()[\]-]{1,80}\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|go|rs|java|kts?|scala|swift|php|cs|c|cc|cpp|h|hpp|sh|bash|sql|prisma|graphql|gql|proto|lua|exs?|dart)$/
const LOCATION = /^(?:(?:code|source|file|implementation|main|primary)\s)?(?:location|file|path|module|source|implementation|code|schema|where|defined in|located in|lives in|database schema)$/i
const MEMBERS = /^(?:(?:key|main|public|core|exported|important|available|required|helper|utility)\s)?(?:functions?|methods?|exports?|types?|classes|class|interfaces?|constants?|hooks?|helpers?|utilities|components?|api|exported (?:functions|types)|fields?|models?|tables?|columns?|enums?)$/i
/** Between a name and the file behind it. */
const IN = /^`?\s*(?:\([^()`]{0,60}\)\s*)?(?:,?\s*(?:which|that)\s+)?(?:(?:is|are|was|function|method|class|type|constant|helper|hook|component|interface|enum|struct|defined|declared|exported|implemented|located|lives?|found|living|constants?|functions|types|variable|object|schema|model|table|export)\s+){0,4}(?:in|inside|from|of|at|by)\s+(?:the\s+)?(?:file\s+|module\s+)?[[(]?$/i
const PARENTHESES = /^`?\s*\[?\($/
/** Between a file and the name behind it. */
const HAS = /^`?\]?(?:\([^()\s]{0,200}\))?(?:\s+\([^()`]{0,60}\))?\s*(?:(?:also|now|only)\s+)?(?:exports?|declares?|defines?|provides?|contains?|implements?|exposes?)\s+(?:(?:the|an?|both|two|three|its|function|class|type|constant|hook|method|helper|functions|types|constants)\s+){0,3}$|^`?(?:'s|’s)\s+$/i

/** Reads where a document puts its names; sections are read when they are first asked for. */
export function placesOf(document: Document): Places {
  let files: readonly MarkdownNode[] | undefined
  const sections = new Map<Section, readonly Located[]>()
  return {
    fileOf(node) {
      files ??= document.nodes('inlineCode').filter(code => fileIn(code) !== undefined)
      if (files.length === 0) return undefined
      return saidIn(document, node, files) ?? inRow(node) ?? listedIn(document, node, sections) ?? inItem(node) ?? aboveList(node)
    },
  }
}

function fileIn(node: MarkdownNode): string | undefined {
  if (node.value.length < 4 || node.value.length > 200 || !node.value.includes('.')) return undefined
  const path = node.value.trim().replace(/(?::\d{1,6}(?:-\d{1,6})?|#L\d{1,6}(?:-L?\d{1,6})?)$/, '')
  return FILE.test(path) && !/^[A-Z]\w*\.js$/.test(path) ? path : undefined
}

/** The nearest file in the same block, when the words between say that it has the name. */
function saidIn(document: Document, node: MarkdownNode, files: readonly MarkdownNode[]): SaidFile | undefined {
  const block = closest(node, 'paragraph', 'heading', 'tableCell')
  if (block === undefined) return undefined
  const low = leadingCount(files, file => file.start < node.start)
  const behind = files[low]
  if (behind !== undefined && behind.start > node.start && behind.end <= block.end && behind.start - node.end < 160) {
    const between = document.text.slice(node.end, behind.start)
    if (IN.test(between) || PARENTHESES.test(between)) return saidOf(document, behind)
  }
  const ahead = files[low - 1]
  if (ahead !== undefined && ahead.start >= block.start && ahead.end < node.start && node.start - ahead.end < 160) {
    if (HAS.test(document.text.slice(ahead.end, node.start))) return saidOf(document, ahead)
  }
  return undefined
}

function saidOf(document: Document, node: MarkdownNode): SaidFile {
  const path = fileIn(node) ?? ''
  const at = document.text.slice(node.start, node.end).indexOf(path)
  return { path, how: 'said', ...(at < 0 ? {} : { range: [node.start + at, node.start + at + path.length] as const }) }
}

/** A row with one cell that is only a file, and another one that is only names. */
function inRow(node: MarkdownNode): SaidFile | undefined {
  const cell = closest(node, 'tableCell')
  const row = closest(node, 'tableRow')
  if (cell === undefined || row === undefined || !isOnlyCode(cell)) return undefined
  const { files } = codesOf(row)
  const [path] = files
  return path !== undefined && files.length === 1 && codesOf(cell).files.length === 0 ? { path, how: 'row' } : undefined
}

function isOnlyCode(cell: MarkdownNode): boolean {
  return cell.children.length < 40 && cell.children.length > 0 && cell.children.every(child => child.type === 'inlineCode' || (child.type === 'text' && /^[\s,;/+&]*$/.test(child.value)) || child.type === 'link')
}

/** `- `a.ts` - what it does with `x()``: the one file that the item's first line begins with. */
function inItem(node: MarkdownNode): SaidFile | undefined {
  const paragraph = closest(node, 'paragraph')
  if (paragraph?.parent?.type !== 'listItem') return undefined
  const { all, files } = codesOf(paragraph)
  const [first] = all
  if (files.length !== 1 || first === undefined || first === node || first.start - paragraph.start > 12) return undefined
  const path = fileIn(first)
  if (path === undefined) return undefined
  return { path, how: 'item' }
}

/** `**Database Schema**: `prisma/schema.prisma`` right above the list. */
function aboveList(node: MarkdownNode): SaidFile | undefined {
  const list = closest(node, 'listItem')?.parent
  const before = list === undefined ? undefined : siblingBefore(list)
  if (before?.type !== 'paragraph') return undefined
  const { all, files } = codesOf(before)
  const path = all.length === 1 ? files[0] : undefined
  if (path === undefined || !/:\s*$/.test(textOf(before).trim().replace(/\S+$/, ''))) return undefined
  return { path, how: 'item' }
}

/** Siblings are sorted, and there may be a hundred thousand of them. */
function siblingBefore(node: MarkdownNode): MarkdownNode | undefined {
  const siblings = node.parent?.children ?? []
  return siblings[leadingCount(siblings, sibling => sibling.start < node.start) - 1]
}

interface Codes {
  readonly all: readonly MarkdownNode[]
  readonly files: readonly string[]
}

/** Every name of a block asks: read once. */
const codes = new WeakMap<MarkdownNode, Codes>()

/** Inline code below a node, links and emphasis included. */
function codesOf(node: MarkdownNode): Codes {
  let found = codes.get(node)
  if (found === undefined) {
    const all: MarkdownNode[] = []
    const stack = [node]
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at.type === 'inlineCode') all.push(at)
      for (let index = at.children.length - 1; index >= 0; index--) {
        const child = at.children[index]
        if (child !== undefined) stack.push(child)
      }
    }
    found = { all, files: all.map(fileIn).filter(path => path !== undefined) }
    codes.set(node, found)
  }
  return found
}

/** The item begins with the name, its list stands under "Functions:", and the section says where. */
function listedIn(document: Document, node: MarkdownNode, sections: Map<Section, readonly Located[]>): SaidFile | undefined {
  const item = closest(node, 'listItem')
  const list = item?.parent
  if (item === undefined || list === undefined) return undefined
  if (node.start - item.start > 12) return undefined
  const label = labelBefore(list)
  const section = outlineOf(document).at(list.start)
  const titled = MEMBERS.test(section.title)
  if (!(label !== undefined && MEMBERS.test(label)) && !titled) return undefined
  for (let at: Section | undefined = section; at !== undefined && at.depth > 0; at = at.parent) {
    const located = sections.get(at) ?? locationsOf(at)
    sections.set(at, located)
    // Of several the nearest one above: "Code location" comes before its functions.
    const path = (located.length === 1 ? located[0] : located.findLast(one => one.start < list.start))?.path
    if (path !== undefined) return { path, how: 'listed' }
    // What stands above a section of its own speaks of all of them only when the section is just the label.
    if (!at.pseudo && !MEMBERS.test(at.title)) return undefined
  }
  return undefined
}

/** The text before the colon right above a list, mark-up gone. */
function labelBefore(list: MarkdownNode): string | undefined {
  const before = siblingBefore(list)
  if (before?.type !== 'paragraph') return undefined
  const text = textOf(before).trim()
  const last = text.slice(text.lastIndexOf('\n') + 1)
  return last.length > 60 ? undefined : last.replace(/[^\p{L}\p{N} ]+/gu, ' ').trim()
}

interface Located {
  readonly path: string
  readonly start: number
}

/** Every "**Code Location**: `lib/x.ts`" of a section, in order; without one the only file in its heading. */
function locationsOf(section: Section): readonly Located[] {
  const located = section.fields.flatMap(({ name, value, node }) => {
    const path = value.replace(/:\d+$/, '')
    return LOCATION.test(name) && FILE.test(path) ? [{ path, start: node.start }] : []
  })
  if (located.length > 0 || section.depth === 0) return located
  const { files: [path, ...more] } = codesOf(section.node)
  return path === undefined || more.length > 0 ? [] : [{ path, start: section.node.start }]
}
