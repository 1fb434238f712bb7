/** Fields: `**Status**: Done`, `- Owner: Kim`, `State: Done. PR #419 merged`, front matter. */
import type { Document } from '../../core/document.ts'
import { textOf, type MarkdownNode } from '../../core/markdown/node.ts'

export interface Field {
  /** As written, mark-up gone, trimmed. */
  readonly name: string
  /** Plain text behind the colon, to the end of the line, trimmed. */
  readonly value: string
  /** 0-based UTF-16 offset of the name; `end` (exclusive) is that of the value. */
  readonly start: number
  readonly end: number
  /** Where the value begins. */
  readonly valueStart: number
  /** The list item or paragraph, or the front matter. */
  readonly node: MarkdownNode
}

/** A line `Name: value`; the name is short, starts with a letter and may be bold (with the colon inside or outside). */
const LINE = /^(?:[\s>]|[*+-]\s|\d{1,3}[.)]\s|\[[ xX]\]\s|\p{Extended_Pictographic}|\ufe0f)*(\*\*|__)?([\p{L}][\p{L}\p{N} /&'()_-]{0,40}?)(\*\*|__)?\s?:(\*\*|__)?(?:[ \t]+|$)/u
const FRONT_MATTER = /^([A-Za-z][\w.-]{0,60})[ \t]*:[ \t]*(?=\S|$)/

/** Every field of a document, in order. Lines in code, tables and HTML are none. */
export function fieldsOf(document: Document): readonly Field[] {
  const fields: Field[] = []
  for (const node of document.nodes('yaml')) linesOf(document, node.start, node.end, node, readFrontMatter, fields)
  for (const node of document.nodes('paragraph')) linesOf(document, node.start, node.end, node, readLine, fields)
  return fields
}

type ReadField = (line: string) => { readonly name: string; readonly nameAt: number; readonly valueAt: number } | undefined

function linesOf(document: Document, start: number, end: number, node: MarkdownNode, read: ReadField, fields: Field[]): void {
  for (let from = start; from < end;) {
    const lineEnd = document.text.indexOf('\n', from)
    const to = lineEnd < 0 || lineEnd > end ? end : lineEnd
    // A comment at the end is said to tools, not to readers.
    const line = document.text.slice(from, to).replace(/\r$/, '').replace(/\s{0,20}<!--[^]*$/, '')
    const found = read(line)
    if (found !== undefined) {
      const value = plain(line.slice(found.valueAt))
      fields.push({ name: found.name, value, start: from + found.nameAt, valueStart: from + found.valueAt, end: from + line.trimEnd().length, node })
    }
    from = to + 1
  }
}

function readLine(line: string): ReturnType<ReadField> {
  if (!line.includes(':')) return undefined
  const match = LINE.exec(line.slice(0, 200))
  if (match === null) return undefined
  const [whole, open, name = '', close, closeBehind] = match
  // `**Note: x**`: the bold text goes on, so what is bold is a sentence.
  if ((open === undefined) !== (close === undefined && closeBehind === undefined)) return undefined
  return { name: name.trim(), nameAt: whole.lastIndexOf(name), valueAt: whole.length }
}

function readFrontMatter(line: string): ReturnType<ReadField> {
  const match = FRONT_MATTER.exec(line)
  return match === null ? undefined : { name: match[1] ?? '', nameAt: 0, valueAt: match[0].length }
}

/** Inline mark-up gone: enough for values such as `**Done** (`v1`)`. */
function plain(value: string): string {
  return value.replace(/\[([^\][]{0,500})\]\([^()\s]{0,500}\)/g, '$1').replace(/[*_~]{2,3}|`|(?<![\w*])[*](?=\S)|(?<=\S)[*](?![\w*])/g, '').replace(/^["']|["']$/g, '').trim()
}

/** The plain text of a list item's own first paragraph, without the lists below it. */
export function itemText(item: MarkdownNode): string {
  const first = item.children.find(child => child.type === 'paragraph')
  return first === undefined ? '' : textOf(first).trim()
}
