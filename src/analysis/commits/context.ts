/** The words around a mention, as a reader hears them: without mark-up and line breaks. */
import type { Document } from '../../core/document.ts'
import { closest, textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import { lastStartingBy } from '../../core/leading.ts'
import { sentenceParts } from '../wording.ts'
import { slashedWords } from './tokens.ts'

export interface Context {
  readonly node: MarkdownNode
  /** Paragraph, heading or table row. */
  readonly block: MarkdownNode
  /** The table cell, if any. */
  readonly cell: MarkdownNode | undefined
  /** Sentence (in a table: cell) up to the mention, and behind it; plain. */
  readonly before: string
  readonly after: string
  /** The whole sentence or row as written. */
  readonly sentence: string
}

/** Reads what stands around a mention between two offsets of a node. */
export function contextOf(document: Document, node: MarkdownNode, start: number, end: number): Context {
  const { before, after } = sentenceParts(document, node, start, end)
  const cell = closest(node, 'tableCell')
  const block = closest(node, 'tableRow', 'paragraph', 'heading') ?? node
  const own = cell === undefined ? before : before.slice(Math.max(0, before.length - (start - cell.start))).replace(/^\|/, '')
  const rest = cell === undefined ? after : after.slice(0, Math.max(0, cell.end - end)).replace(/\|\s*$/, '')
  return { node, block, cell, before: plain(own), after: plain(rest), sentence: before + document.text.slice(start, end) + after }
}

/** Mark-up, link destinations and line breaks taken out. */
export function plain(text: string): string {
  return text.replace(/\r?\n[ \t>]*/g, ' ').replace(/\]\([^)\s]*\)/g, '').replace(/<!--[^]*?(?:-->|$)/g, ' ').replace(/[*_`[\]]/g, '')
}

/** The text or code node that holds an offset. */
export function nodeAt(document: Document, offset: number): MarkdownNode | undefined {
  for (const type of ['text', 'inlineCode'] as const) {
    const node = lastStartingBy(document.nodes(type), offset)
    if (node !== undefined && offset < node.end) return node
  }
  return undefined
}

/** A row of a table with the texts of its heads. */
export interface Row {
  readonly table: MarkdownNode
  readonly row: MarkdownNode
  readonly cells: readonly MarkdownNode[]
  readonly heads: readonly string[]
  /** Index of the cell that was asked about. */
  readonly at: number
}

const heads = new WeakMap<MarkdownNode, readonly string[]>()

/** The row around a cell; `undefined` in the head of the table. */
export function rowOf(cell: MarkdownNode): Row | undefined {
  const row = cell.parent
  const table = row?.parent
  const head = table?.children[0]
  if (row === undefined || table === undefined || head === undefined || head === row) return undefined
  let texts = heads.get(head)
  if (texts === undefined) {
    texts = head.children.map(one => textOf(one).trim())
    heads.set(head, texts)
  }
  return { table, row, cells: row.children, heads: texts, at: row.children.indexOf(cell) }
}

const EXAMPLE = /\b(?:e\.g\.|(?:for )?examples?\b|for instance|such as|sample|hypothetical|placeholder|looks? like|something like|suppose|imagine|dummy|fictitious)/i

/** Whether a text says that what it names only stands for something. */
export function isExample(text: string): boolean {
  // Names are no words: `example/tool` is no example.
  return EXAMPLE.test(text.replace(/<!--[^]*?(?:-->|$)/g, ' ').replace(/\S+/g, word => (/[`/]|\w\.\w/.test(word) && !/\be\.g\./i.test(word) ? 'x' : word)))
}

/** The last words of a line before an offset. */
export function wordsBefore(text: string, offset: number): string {
  const from = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 60)
  return text.slice(from, offset)
}

/** A cheap first look: whether any sentence or heading of a text can be an example. */
export function mayHaveExamples(text: string): boolean {
  return EXAMPLE.test(text)
}

const titles = new WeakMap<MarkdownNode, boolean>()

/** Whether a heading above an offset says so. The title of the document does not count. */
export function isUnderExample(document: Document, offset: number): boolean {
  return document.headingsAt(offset).some((heading) => {
    if (heading.depth === 1) return false
    let example = titles.get(heading)
    if (example === undefined) {
      example = isExample(plain(document.text.slice(heading.start, Math.min(heading.end, heading.start + 400))))
      titles.set(heading, example)
    }
    return example
  })
}

const HOSTED = /^\/*(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)\/([\w.-]+\/[\w.-]+)/i

/** Slugs of repositories that a sentence names: in URLs of hosting services, before `@`, in code, or before "commit". */
export function repositoriesIn(sentence: string): readonly string[] {
  if (!sentence.includes('/')) return []
  const found = new Set<string>()
  for (const { start, end, text } of slashedWords(sentence)) {
    const hosted = HOSTED.exec(text)?.[1]
    const slug = hosted?.replace(/\.git$|\.$/, '') ?? /^[\w-]+\/[\w-]+(?:\.\w+)*/.exec(text)?.[0]
    if (slug === undefined) continue
    const behind = sentence.slice(end, end + 16)
    const coded = sentence[start - 1] === '`' && behind.startsWith('`')
    const whole = slug === text.replace(/\.$/, '')
    if (hosted !== undefined || text[slug.length] === '@' || (whole && (coded || /^(?:#\d| (?:commits?|revisions?|PRs?|pull|tags?|releases?)\b)/i.test(behind)))) found.add(slug)
  }
  return [...found].slice(0, 5)
}

/** Words before "release" that name no project. */
const COMMON = /^(?:the|an?|our|this|that|these|its|their|your|my|each|every|any|all|no|new|in|of|for|since|and|or|is|was|are|were|with|by|to|after|before|from|at|on|as|via|currently?|latest|github|gitlab|gitea|git|see|use|cut|create|push|make|both|then|when|if|until|into|first|last|next|final|stable|public|published|production|prod|staging|testing|verified|promoted|deployed|shipped|state|status|desktop|app|version|annotated|lightweight|signed|released?|tag|tagged|tags|under|following|previous|prior|real|matching|corresponding|semver|be|been|only|also|against|between|through|it|existing|hotfix|patch|minor|major|points?)$/i

/** The last word of a text when it can be a project's name ("Kubernetes release", "SYO PR"); `null` for a plain word or none. */
export function leadingName(text: string): string | null {
  const word = /(?:^|[\s(])(\w[\w.-]*)\s*$/.exec(text.slice(-70))?.[1]
  return word === undefined || COMMON.test(word) || /^\d/.test(word) ? null : word
}
