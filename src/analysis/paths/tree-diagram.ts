/** Tree diagrams (`├── src`, `└── index.ts`, or indentation) rebuilt into paths. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'

/** One entry of a diagram. Offsets are 0-based into the document's text. */
export interface TreeEntry {
  /** From the diagram's own root; its first line counts when it names a folder. */
  readonly path: string
  readonly name: string
  readonly folder: boolean
  readonly start: number
  readonly end: number
  /** Stands without a branch: the diagram's own root. */
  readonly root: boolean
  /** The comment behind the name. */
  readonly note: string
}

const BRANCH = /^((?:[\s│|┃]|\u00a0)*)(?:├|└|┣|┗|\+|\|--|`--|\\--)[─━-]*\s*/
const NAME = /^([\w.@()[\]+-][^\s#←<|]*(?:\/)?)(.*)$/

/** Whether a code block is a tree diagram: at least two branch lines. */
export function isTreeDiagram(value: string): boolean {
  let branches = 0
  for (const line of value.split('\n', 400)) {
    if (/^[\s│|┃\u00a0]*(?:[├└┣┗][─━]|\|--|`--|\+--(?!-*\+)|\\--)/.test(line) && ++branches === 2) return true
  }
  return false
}

/** Rebuilds the paths of a diagram in a code block. */
export function* treeEntries(document: Document, node: MarkdownNode): Iterable<TreeEntry> {
  const source = document.text.slice(node.start, node.end)
  const stack: { readonly indent: number; readonly path: string }[] = []
  let offset = node.start
  for (const raw of source.split('\n')) {
    const lineStart = offset
    offset += raw.length + 1
    const line = raw.replace(/\r$/, '')
    if (/^\s*(?:>\s*)*(?:`{3,}|~{3,})/.test(line)) continue
    const quote = /^\s*(?:>\s?)+/.exec(line)?.[0] ?? ''
    const body = line.slice(quote.length)
    const branch = BRANCH.exec(body)
    const indent = branch === null ? body.length - body.trimStart().length : branch[0].length
    const rest = body.slice(branch === null ? indent : branch[0].length)
    const named = NAME.exec(rest)
    if (branch === null && (named === null || (stack.length > 0 && indent > (stack.at(-1)?.indent ?? 0)))) continue
    // A second tree begins in the same block.
    if (branch === null) stack.length = 0
    const written = named?.[1] ?? ''
    if (!/^[\w.@()[\]+-][\w.@()[\]+/-]*\/?$/.test(written)) {
      // A placeholder or prose: what lies below it can't be placed.
      while (stack.length > 0 && (stack.at(-1)?.indent ?? 0) >= indent) stack.pop()
      if (branch !== null) stack.push({ indent, path: '\0' })
      continue
    }
    while (stack.length > 0 && (stack.at(-1)?.indent ?? 0) >= indent) stack.pop()
    const parent = stack.at(-1)?.path ?? ''
    const name = written.replace(/\/+$/, '').replace(/^\.\//, '')
    if (/^\.{3,}$/.test(name)) continue
    const path = name === '.' || name === '' ? parent : parent === '' ? name : `${parent}/${name}`
    stack.push({ indent: branch === null ? -1 : indent, path })
    if (path.includes('\0') || name === '.' || name === '' || name === '..' ) continue
    const start = lineStart + line.length - rest.length
    yield { path, name, root: branch === null, folder: written.endsWith('/'), start, end: start + written.length, note: (named?.[2] ?? '').trim() }
  }
}
