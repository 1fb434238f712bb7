import { parse } from './markdown/parse.ts'
import { createNode, type MarkdownNode, type NodeType } from './markdown/node.ts'
import { lineStarts } from './position.ts'
import { leadingCount } from './leading.ts'

/** One Markdown file, parsed when somebody first looks at its tree. */
export interface Document {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string
  /** The text without its byte order mark; all offsets are into it. */
  readonly text: string
  /** An empty root for an unreadable document. */
  readonly root: MarkdownNode
  /** Whether no parser takes the text in bounded time and memory: then nothing in it is known. */
  readonly unreadable: boolean
  /** 0-based offsets of the line starts. */
  readonly lines: readonly number[]
  /** All nodes of a type, in document order. */
  nodes(type: NodeType): readonly MarkdownNode[]
  /** The headings that an offset stands under, outermost first. */
  headingsAt(offset: number): readonly MarkdownNode[]
}

class ParsedDocument implements Document {
  readonly path: string
  readonly text: string
  #root: MarkdownNode | undefined
  #unreadable = false
  #lines: readonly number[] | undefined
  /** For each heading the index of the one it stands under. */
  #outer: readonly number[] | undefined
  #byType: Map<NodeType, MarkdownNode[]> | undefined

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  get root(): MarkdownNode {
    return this.#parse()
  }

  #parse(): MarkdownNode {
    if (this.#root === undefined) {
      const parsed = parse(this.text, this.path.endsWith('.mdx'))
      this.#unreadable = parsed === undefined
      this.#root = parsed ?? createNode('root', 0, this.text.length, undefined)
    }
    return this.#root
  }

  get unreadable(): boolean {
    this.#parse()
    return this.#unreadable
  }

  get lines(): readonly number[] {
    return (this.#lines ??= lineStarts(this.text))
  }

  nodes(type: NodeType): readonly MarkdownNode[] {
    if (this.#byType === undefined) {
      this.#byType = new Map()
      collect(this.root, this.#byType)
    }
    return this.#byType.get(type) ?? []
  }

  headingsAt(offset: number): readonly MarkdownNode[] {
    const headings = this.nodes('heading')
    const outer = (this.#outer ??= outerHeadings(headings))
    const open: MarkdownNode[] = []
    for (let index = leadingCount(headings, heading => heading.start <= offset) - 1; index >= 0; index = outer[index] ?? -1) {
      const heading = headings[index]
      if (heading !== undefined) open.push(heading)
    }
    return open.reverse()
  }
}

/** For each heading the index of the nearest one before it of a lower depth; -1 without one. */
function outerHeadings(headings: readonly MarkdownNode[]): readonly number[] {
  const open: number[] = []
  return headings.map((heading, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.depth ?? 0) >= heading.depth) open.pop()
    const outer = open.at(-1) ?? -1
    open.push(index)
    return outer
  })
}

/** An explicit stack: documents nest 1,000 deep without asking us. */
function collect(root: MarkdownNode, byType: Map<NodeType, MarkdownNode[]>): void {
  const stack: MarkdownNode[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const list = byType.get(node.type)
    if (list === undefined) byType.set(node.type, [node])
    else list.push(node)
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child !== undefined) stack.push(child)
    }
  }
}

/**
 * Makes a document; nothing is parsed yet.
 * @param path from the repository's root, with forward slashes
 * @param text as read; a byte order mark is dropped
 */
export function createDocument(path: string, text: string): Document {
  return new ParsedDocument(path, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
}
