/** Where in a document a token stands: its node, its block, the link around it. */
import type { Document } from '../../core/document.ts'
import { closest, type MarkdownNode } from '../../core/markdown/node.ts'
import { lastStartingBy } from '../../core/leading.ts'
import { parseRequestUrl, type RequestUrl } from './urls.ts'
import type { Token } from './token.ts'

export interface PlacedToken extends Token {
  /** Paragraph, heading or table cell. */
  readonly block: MarkdownNode
  /** The range with the link or the code span around it: what stands beside it in the sentence. */
  readonly outerStart: number
  readonly outerEnd: number
  /** The page that the link around it leads to. */
  readonly url?: RequestUrl
  readonly inCode: boolean
  /** Struck through. */
  readonly struck: boolean
}

/**
 * Puts tokens into the tree. Those in code blocks, HTML, front matter, image descriptions and links to something else are dropped; in
 * inline code only a span that is nothing but the token stays.
 */
export function placedTokens(document: Document, tokens: readonly Token[]): PlacedToken[] {
  const texts = document.nodes('text')
  const codes = document.nodes('inlineCode')
  let definitions: ReadonlyMap<string, string> | undefined
  const placed: PlacedToken[] = []
  for (const token of tokens) {
    const text = nodeAt(texts, token.start, token.end)
    const node = text ?? nodeAt(codes, token.start, token.end)
    if (node === undefined || closest(node, 'image', 'imageReference', 'code', 'html') !== undefined) continue
    const block = closest(node, 'tableCell', 'paragraph', 'heading')
    if (block === undefined) continue
    const inCode = text === undefined
    if (inCode && !isWholeSpan(document.text, node, token)) continue
    const link = closest(node, 'link', 'linkReference')
    const around = { block, inCode, struck: closest(node, 'delete') !== undefined }
    if (link === undefined) {
      placed.push({ ...token, ...around, outerStart: inCode ? node.start : token.start, outerEnd: inCode ? node.end : token.end })
      continue
    }
    definitions ??= new Map(document.nodes('definition').map(one => [one.identifier, one.url]))
    const target = link.type === 'link' ? link.url : definitions.get(link.identifier)
    const url = target === undefined ? undefined : parseRequestUrl(target)
    if (url === undefined) continue
    placed.push({ ...token, ...around, outerStart: link.start, outerEnd: link.end, url })
  }
  return placed
}

function isWholeSpan(text: string, node: MarkdownNode, token: Token): boolean {
  return /^`+\s?(?:(?:PR|MR)\s?)?$/.test(text.slice(node.start, token.start)) && /^\s?`+$/.test(text.slice(token.end, node.end))
}

/** The node of a list in document order that holds a range. Text nodes do not overlap. */
function nodeAt(nodes: readonly MarkdownNode[], start: number, end: number): MarkdownNode | undefined {
  const node = lastStartingBy(nodes, start)
  return node !== undefined && end <= node.end ? node : undefined
}

/** In UTF-16 units: as far as a sentence is read on each side. */
const WINDOW = 240

/** The text of a token's block in front of it, mark-up gone. */
export function textBefore(document: Document, block: MarkdownNode, offset: number): string {
  return plain(document.text.slice(Math.max(block.start, offset - WINDOW), offset))
}

/** The text of a token's block behind it, mark-up gone. */
export function textAfter(document: Document, block: MarkdownNode, offset: number): string {
  return plain(document.text.slice(offset, Math.min(block.end, offset + WINDOW)))
}

/** Link destinations, emphasis, code marks, quotation marks of block quotes and line breaks gone; brackets stay. */
function plain(written: string): string {
  return written.replace(/\]\([^()\s]{0,300}\)|\]\[[^[\]]{0,100}\]/g, ']').replace(/[*_~]{2,3}|`|\\(?=[^\w\s])|(?<![\w])[*_](?=\w)|(?<=[\w.:])[*_](?!\w)/g, '').replace(/\r?\n[ \t>]*/g, ' ')
}
