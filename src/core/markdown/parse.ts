import type { MarkdownNode } from './node.ts'
import { parseNative } from './native.ts'
import { parseRemark } from './remark.ts'

/**
 * The one seam between text and tree: Markdown (GFM with front matter) to lean nodes.
 * MDX that is not MDX is read as Markdown, as both parsers refuse the same files.
 * @param text without a byte order mark
 */
export function parse(text: string, mdx = false): MarkdownNode {
  if (mdx) {
    const root = parseNative(text, true) ?? parseRemark(text, true)
    if (root !== undefined) return root
  }
  const root = parseNative(text, false) ?? parseRemark(text, false)
  if (root === undefined) throw new Error('no Markdown parser gave a tree')
  return root
}
