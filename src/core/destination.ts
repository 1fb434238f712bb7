/** Where a link's destination stands in the source, and what its parts are. */
import type { MarkdownNode } from './markdown/node.ts'

/** A stretch of text: 0-based UTF-16 offsets, the end exclusive. */
export type Range = readonly [start: number, end: number]

/** A destination cut into its parts, decoded. */
export interface Destination {
  /** The path or URL before `?` and `#`, percent-decoded where that is possible. */
  readonly path: string
  /** Without `?`; '' without one. */
  readonly query: string
  /** Without `#`, percent-decoded; `undefined` without one. */
  readonly fragment: string | undefined
  /** Places of path and fragment (without `#`) in the document. */
  readonly pathRange: Range
  readonly fragmentRange: Range | undefined
}

/**
 * The range of the destination of a link, image or definition: exactly what is written, without angle brackets and
 * title. Literal autolinks are their own destination. `undefined` when the source does not show one.
 */
export function destinationRange(text: string, node: MarkdownNode): Range | undefined {
  if (node.type === 'definition') return definitionRange(text, node)
  const opening = node.type === 'image' ? 2 : 1
  if (text[node.start + opening - 1] !== '[') return autolinkRange(text, node)
  const labelEnd = node.type === 'image' ? closingBracket(text, node.start + 1, node.end) : closingBracketOfLink(text, node)
  if (labelEnd < 0 || text[labelEnd + 1] !== '(') return undefined
  return readDestination(text, labelEnd + 2, node.end)
}

function autolinkRange(text: string, node: MarkdownNode): Range | undefined {
  if (node.type !== 'link') return undefined
  return text[node.start] === '<' ? [node.start + 1, node.end - 1] : [node.start, node.end]
}

/** Brackets inside children (code, images, nested brackets) belong to them, so the search starts behind the last child. */
function closingBracketOfLink(text: string, node: MarkdownNode): number {
  const last = node.children.at(-1)
  const from = last !== undefined && last.end > node.start && last.end < node.end ? last.end : node.start + 1
  const at = text.indexOf('](', from)
  return at >= 0 && at < node.end ? at : -1
}

/** The bracket that closes the one at `open`; escapes are skipped. */
function closingBracket(text: string, open: number, end: number): number {
  let depth = 0
  for (let at = open; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 91) depth++
    else if (code === 93 && --depth === 0) return at
  }
  return -1
}

function definitionRange(text: string, node: MarkdownNode): Range | undefined {
  const labelEnd = closingBracket(text, node.start, node.end)
  return labelEnd < 0 || text[labelEnd + 1] !== ':' ? undefined : readDestination(text, labelEnd + 2, node.end)
}

function readDestination(text: string, from: number, end: number): Range | undefined {
  let start = from
  // Block quote markers may stand between the label and a destination on the next line.
  while (start < end && (isSpace(text.charCodeAt(start)) || (text[start] === '>' && text[start - 1] !== '<'))) start++
  if (text[start] === '<') {
    for (let at = start + 1; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code === 92) at++
      else if (code === 62) return [start + 1, at]
    }
    return undefined
  }
  let depth = 0
  let at = start
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (isSpace(code)) break
    else if (code === 40) depth++
    else if (code === 41 && --depth < 0) break
  }
  return at > start ? [start, Math.min(at, end)] : undefined
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

/**
 * Cuts a written destination into path, query and fragment.
 * @param written the source between `range`
 */
export function splitDestination(written: string, range: Range): Destination {
  const [start, end] = range
  const hash = written.indexOf('#')
  const beforeHash = hash < 0 ? written : written.slice(0, hash)
  const mark = beforeHash.indexOf('?')
  const path = mark < 0 ? beforeHash : beforeHash.slice(0, mark)
  return {
    path: decode(path),
    query: mark < 0 ? '' : beforeHash.slice(mark + 1),
    fragment: hash < 0 ? undefined : decode(written.slice(hash + 1)),
    pathRange: [start, start + path.length],
    fragmentRange: hash < 0 ? undefined : [start + hash + 1, end],
  }
}

/** Backslash escapes and percent-encoding undone; text that is malformed stays as it is. */
export function decode(written: string): string {
  const plain = written.includes('\\') ? written.replace(/\\([!-/:-@[-`{-~])/g, '$1') : written
  const text = plain.includes('&amp;') ? plain.replaceAll('&amp;', '&') : plain
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
