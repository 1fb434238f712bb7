/** Our lean tree as mdast, for renderers: what the tree leaves out is read from the text. */
import type { AlignType, Nodes, Root, RootContent } from 'mdast'
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'

/** Deeper nesting than a renderer that calls itself can take. */
const DEEPEST = 150

/**
 * Turns the tree of a document into mdast.
 * @returns `undefined` for a document that has no tree, or one that nests too deep
 */
export function toMdast(document: Document): Root | undefined {
  if (document.unreadable || isDeep(document.root)) return undefined
  return { type: 'root', children: childrenOf(document.root, document.text), position: positionOf(document.root) }
}

/** An explicit stack: how deep it goes is the question. */
function isDeep(root: MarkdownNode): boolean {
  const stack: (readonly [MarkdownNode, number])[] = [[root, 0]]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [node, depth] = top
    if (depth > DEEPEST) return true
    for (const child of node.children) stack.push([child, depth + 1])
  }
  return false
}

/** Renderers pass positions on when they are whole; only the offsets of ours mean something. */
export function positionOf({ start, end }: Pick<MarkdownNode, 'start' | 'end'>): NonNullable<Nodes['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } }
}

function childrenOf(node: MarkdownNode, text: string): RootContent[] {
  return node.children.map(child => nodeOf(child, text))
}

function nodeOf(node: MarkdownNode, text: string): RootContent {
  const position = positionOf(node)
  const children = childrenOf(node, text) as never[]
  const { value, url, identifier } = node
  switch (node.type) {
    case 'text': return { type: 'text', value, position }
    case 'inlineCode': return { type: 'inlineCode', value, position }
    case 'code': return { type: 'code', value, position }
    case 'heading': return { type: 'heading', depth: node.depth as 1, children, position }
    case 'list': {
      const start = node.ordered ? Number(/^\d{1,9}/.exec(text.slice(node.start, node.start + 9))?.[0] ?? 1) : null
      return { type: 'list', ordered: node.ordered, start, spread: isSpread(node, text), children, position }
    }
    case 'listItem': return { type: 'listItem', spread: isSpread(node, text), checked: node.checked ?? null, children, position }
    case 'table': return { type: 'table', align: alignmentOf(node, text), children, position }
    case 'link': return { type: 'link', url, children, position }
    case 'image': return { type: 'image', url, alt: value, position }
    case 'linkReference': return { type: 'linkReference', identifier, label: identifier, referenceType: 'full', children, position }
    case 'imageReference': return { type: 'imageReference', identifier, label: identifier, alt: value, referenceType: 'full', position }
    case 'definition': return { type: 'definition', identifier, url, position }
    case 'footnoteDefinition': return { type: 'footnoteDefinition', identifier, children, position }
    case 'footnoteReference': return { type: 'footnoteReference', identifier, position }
    case 'break': case 'thematicBreak': return { type: node.type, position }
    case 'paragraph': case 'blockquote': case 'emphasis': case 'strong': case 'delete': case 'tableRow': case 'tableCell':
      return { type: node.type, children, position }
    // JSX with contents is read as what it holds, anything else as it is written.
    default: return children.length > 0 ? { type: 'blockquote', children: children, position, data: { hName: 'div' } } : { type: 'html', value, position }
  }
}

/** Whether a blank line stands between two children: then their paragraphs are apart. */
function isSpread(node: MarkdownNode, text: string): boolean {
  return node.children.some((child, index) => {
    const before = node.children[index - 1]
    return before !== undefined && /\n[ \t>]{0,99}\r?\n/.test(text.slice(before.end, child.start).slice(0, 1000))
  })
}

/** Columns as the row of dashes below the head aligns them. */
function alignmentOf(table: MarkdownNode, text: string): AlignType[] {
  const [head, first] = table.children
  if (head === undefined) return []
  const line = text.slice(head.end, first?.start ?? table.end).split('\n').find(one => one.includes('-')) ?? ''
  return line.trim().replace(/^[\s>]*\|?/, '').replace(/\|$/, '').split('|').map((cell) => {
    const dashes = cell.trim()
    const left = dashes.startsWith(':')
    const right = dashes.endsWith(':')
    return left && right ? 'center' : right ? 'right' : left ? 'left' : null
  })
}
