import { isTooCostly } from './cost.ts'
import type { MarkdownNode } from './node.ts'
import { hasNative, parseNative } from './native.ts'
import { parseRemark } from './remark.ts'

/** remark needs a second and more for each 200,000 characters, and far more for some: nobody waits for it beyond. */
const LONGEST_FOR_REMARK = 200_000

/**
 * The one seam between text and tree: Markdown (GFM with front matter) to lean nodes.
 * MDX that is not MDX is read as Markdown, as both parsers refuse the same files.
 * @param text without a byte order mark
 * @returns the root, or `undefined` for a text that no parser takes in bounded time and memory
 */
export function parse(text: string, mdx = false): MarkdownNode | undefined {
  if (isTooCostly(text)) return undefined
  const remark = (asMdx: boolean): MarkdownNode | undefined => (text.length <= LONGEST_FOR_REMARK ? parseRemark(text, asMdx) : undefined)
  // What the native parser refuses as MDX, remark refuses too, after 0.3 s of loading.
  const asMdx = mdx ? parseNative(text, true) ?? (hasNative() ? undefined : remark(true)) : undefined
  return asMdx ?? parseNative(text, false) ?? remark(false)
}
