/** Holds the native parser against remark: the same nodes at the same places with the same contents, or named differences. */
import { parseNative } from '../../src/core/markdown/native.ts'
import type { MarkdownNode, NodeType } from '../../src/core/markdown/node.ts'
import { parseRemark } from '../../src/core/markdown/remark.ts'

/** The types that rules read claims from. */
export const COMPARED: readonly NodeType[] = [
  'inlineCode', 'heading', 'table', 'tableRow', 'tableCell', 'definition', 'link', 'image', 'linkReference', 'code',
]

/**
 * Differences that are known and harmless:
 * - `positionless autolink`: a literal URL or address that a parser finds in a second pass has no position there
 * - `end of an open fence`: where a fence in a list or quote that nothing closes ends, one line break more or less
 */
export type AcceptedDifference = 'positionless autolink' | 'end of an open fence'

export interface Difference {
  readonly type: NodeType
  /** What the native parser has and remark has not, as one line of text. */
  readonly native: readonly string[]
  /** What remark has and the native parser has not. */
  readonly remark: readonly string[]
}

export interface Agreement {
  /** Nodes of the compared types that remark gave. */
  readonly nodes: number
  readonly differences: readonly Difference[]
  readonly accepted: Readonly<Record<AcceptedDifference, number>>
}

/**
 * Parses a text both ways and compares.
 * @returns `undefined` for MDX that neither parser takes
 * @throws Error when only one of them takes it, or there is no native build
 */
export function compareParsers(text: string, mdx = false): Agreement | undefined {
  const ours = parseNative(text, mdx)
  const theirs = parseRemark(text, mdx)
  if (ours === undefined && theirs === undefined) return undefined
  if (ours === undefined || theirs === undefined) throw new Error(`only ${ours === undefined ? 'remark' : 'the native parser'} gave a tree`)
  const native = nodesByType(ours)
  const remark = nodesByType(theirs)
  const accepted: Record<AcceptedDifference, number> = { 'positionless autolink': 0, 'end of an open fence': 0 }
  const differences: Difference[] = []
  let nodes = 0
  for (const type of COMPARED) {
    const [mine, other] = unmatched(native.get(type) ?? [], remark.get(type) ?? [])
    nodes += remark.get(type)?.length ?? 0
    if (type === 'link') accepted['positionless autolink'] += dropPairs(mine, other, (a, b) => a.url === b.url && isLiteral(text, a))
    if (type === 'code') accepted['end of an open fence'] += dropPairs(mine, other, (a, b) => isOpenFence(text, a, b))
    if (mine.length > 0 || other.length > 0) differences.push({ type, native: mine.map(describeNode), remark: other.map(describeNode) })
  }
  return { nodes, differences, accepted }
}

function nodesByType(root: MarkdownNode): ReadonlyMap<NodeType, readonly MarkdownNode[]> {
  const byType = new Map<NodeType, MarkdownNode[]>(COMPARED.map(type => [type, []]))
  const stack = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    byType.get(node.type)?.push(node)
    for (const child of node.children) stack.push(child)
  }
  return byType
}

/** Everything that has to be equal, in one line. */
export function describeNode({ type, start, end, value, url, depth, lang, meta, identifier }: MarkdownNode): string {
  return JSON.stringify([type, start, end, value, url, depth, lang, meta, identifier.toLowerCase()])
}

function unmatched(mine: readonly MarkdownNode[], other: readonly MarkdownNode[]): [MarkdownNode[], MarkdownNode[]] {
  const rest = new Map<string, MarkdownNode[]>()
  for (const node of other) {
    const key = describeNode(node)
    const list = rest.get(key)
    if (list === undefined) rest.set(key, [node])
    else list.push(node)
  }
  const extra = mine.filter(node => rest.get(describeNode(node))?.pop() === undefined)
  return [extra, [...rest.values()].flat()]
}

/** Takes pairs that belong together out of both lists. @returns how many */
function dropPairs(mine: MarkdownNode[], other: MarkdownNode[], belong: (a: MarkdownNode, b: MarkdownNode) => boolean): number {
  let dropped = 0
  for (let index = mine.length - 1; index >= 0; index--) {
    const node = mine[index]
    const partner = node === undefined ? -1 : other.findIndex(candidate => belong(node, candidate))
    if (partner < 0) continue
    mine.splice(index, 1)
    other.splice(partner, 1)
    dropped++
  }
  return dropped
}

/** A link without brackets. */
function isLiteral(text: string, link: MarkdownNode): boolean {
  return !'[<'.includes(text.slice(link.start, Math.max(link.end, link.start + 1))[0] ?? ' ') || link.start === link.end
}

/** The same fence with the same contents but for its end, which nothing marks in the text. */
function isOpenFence(text: string, a: MarkdownNode, b: MarkdownNode): boolean {
  if (a.start !== b.start || a.lang !== b.lang || a.meta !== b.meta || a.parent?.type === 'root') return false
  const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(a.start, a.end))?.[0]
  return fence !== undefined && !text.slice(a.start + fence.length, a.end).includes(fence) && a.value.trimEnd() === b.value.trimEnd()
}
