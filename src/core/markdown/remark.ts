/** The fallback parser: remark, for platforms without a native build. It is also the oracle in tests. */
import { createRequire } from 'node:module'
import type { Nodes } from 'mdast'
import { createNode, type MutableMarkdownNode, type NodeType } from './node.ts'

type Parse = (text: string) => Nodes
const parsers: { md?: Parse; mdx?: Parse } = {}

/** remark is loaded only when it is needed: it costs 114 ms to import. */
function loadParser(mdx: boolean): Parse {
  const known = mdx ? parsers.mdx : parsers.md
  if (known !== undefined) return known
  const { unified } = createRequire(import.meta.url)('unified') as typeof import('unified')
  const { default: remarkParse } = createRequire(import.meta.url)('remark-parse') as typeof import('remark-parse')
  const { default: remarkGfm } = createRequire(import.meta.url)('remark-gfm') as typeof import('remark-gfm')
  const { default: remarkFrontmatter } = createRequire(import.meta.url)('remark-frontmatter') as typeof import('remark-frontmatter')
  const { default: remarkMdx } = createRequire(import.meta.url)('remark-mdx') as typeof import('remark-mdx')
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])
  if (mdx) processor.use(remarkMdx)
  const parse: Parse = text => processor.parse(text)
  if (mdx) parsers.mdx = parse
  else parsers.md = parse
  return parse
}

/**
 * Parses with remark.
 * @returns the root, or `undefined` when remark fails: `mdx` is asked for and the text is not MDX, or it nests too deep
 */
export function parseRemark(text: string, mdx: boolean): MutableMarkdownNode | undefined {
  const parser = loadParser(mdx)
  try {
    return fromMdast(parser(text), undefined, 0)
  } catch {
    return undefined
  }
}

/**
 * Turns an mdast tree into lean nodes.
 * @param from offset for nodes without a position (GFM autolinks and the text around them in remark)
 */
export function fromMdast(tree: Nodes, parent: MutableMarkdownNode | undefined, from: number): MutableMarkdownNode {
  const start = tree.position?.start.offset ?? from
  const end = tree.position?.end.offset ?? start
  const node = createNode(tree.type as NodeType, start, end, parent)
  if ('value' in tree) node.value = tree.value
  if ('url' in tree) node.url = tree.url
  if ('lang' in tree) node.lang = tree.lang ?? ''
  if ('meta' in tree) node.meta = tree.meta ?? ''
  if ('identifier' in tree) node.identifier = tree.identifier
  if ('alt' in tree) node.value = tree.alt ?? ''
  if ('depth' in tree) node.depth = tree.depth
  if ('checked' in tree) node.checked = tree.checked ?? undefined
  if ('ordered' in tree) node.ordered = tree.ordered === true
  if ('name' in tree && typeof tree.name === 'string') node.identifier = tree.name
  if ('children' in tree) {
    let at = start
    for (const child of tree.children) {
      const made = fromMdast(child, node, at)
      // A positionless text node spans its own characters; what follows starts behind it.
      if (child.position === undefined && made.end === made.start) made.end = made.start + made.value.length
      at = made.end
    }
    if (tree.position === undefined) node.end = Math.max(node.end, at)
  }
  return node
}
