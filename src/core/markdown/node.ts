/**
 * The Markdown tree that every rule reads: mdast's names and nesting, but lean.
 * Offsets stand on the node itself, lines are derived once per document, and `parent` is there,
 * because rules ask for surroundings all the time.
 */

/** The mdast node types that doc-lockdown reads; any other type is kept under its own name. */
export type NodeType =
  | 'root' | 'paragraph' | 'heading' | 'thematicBreak' | 'blockquote' | 'list' | 'listItem' | 'html' | 'code'
  | 'definition' | 'text' | 'emphasis' | 'strong' | 'inlineCode' | 'break' | 'link' | 'image' | 'linkReference'
  | 'imageReference' | 'footnoteDefinition' | 'footnoteReference' | 'table' | 'tableRow' | 'tableCell' | 'delete'
  | 'yaml' | 'toml' | 'mdxJsxFlowElement' | 'mdxJsxTextElement' | 'mdxFlowExpression' | 'mdxTextExpression' | 'mdxjsEsm'
  | 'unknown'

/** One node. Offsets are 0-based UTF-16 units into `Document.text`; `end` is exclusive. */
export interface MarkdownNode {
  readonly type: NodeType
  readonly start: number
  readonly end: number
  /** `undefined` at the root only. */
  readonly parent: MarkdownNode | undefined
  readonly children: readonly MarkdownNode[]
  /** Decoded contents of text, inlineCode, code, html, yaml, toml and MDX expressions; otherwise ''. */
  readonly value: string
  /** Decoded destination of link, image and definition; otherwise ''. */
  readonly url: string
  /** First word of a fence's info string; otherwise ''. */
  readonly lang: string
  /** Rest of a fence's info string; otherwise ''. */
  readonly meta: string
  /** Normalised label of definition, linkReference and imageReference; otherwise ''. */
  readonly identifier: string
  /** 1 to 6 for a heading; otherwise 0. */
  readonly depth: number
  /** For a listItem: true or false with a checkbox, `undefined` without. */
  readonly checked: boolean | undefined
  /** For a list: whether it is numbered. */
  readonly ordered: boolean
}

/** The same node while a parser fills it in; parsers only. */
export interface MutableMarkdownNode extends MarkdownNode {
  start: number
  end: number
  children: MutableMarkdownNode[]
  value: string
  url: string
  lang: string
  meta: string
  identifier: string
  depth: number
  checked: boolean | undefined
  ordered: boolean
}

/** Makes a node of one fixed shape, so that walking millions of them stays monomorphic. */
export function createNode(type: NodeType, start: number, end: number, parent: MutableMarkdownNode | undefined): MutableMarkdownNode {
  const node: MutableMarkdownNode = {
    type, start, end, parent, children: [], value: '', url: '', lang: '', meta: '', identifier: '',
    depth: 0, checked: undefined, ordered: false,
  }
  parent?.children.push(node)
  return node
}

/** Nearest ancestor (or the node itself) of one of the types, or `undefined`. */
export function closest(node: MarkdownNode, ...types: readonly NodeType[]): MarkdownNode | undefined {
  let at: MarkdownNode | undefined = node
  while (at !== undefined && !types.includes(at.type)) at = at.parent
  return at
}

/** Plain text below a node, as mdast-util-to-string gives it (images count with their alt text). An explicit stack: nesting has no limit. */
export function textOf(root: MarkdownNode): string {
  let text = ''
  const stack = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.value !== '' && node.type !== 'html') {
      text += node.value
      continue
    }
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return text
}
