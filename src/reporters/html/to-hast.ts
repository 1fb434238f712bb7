/** A document's tree as HTML elements: nothing of it can run, load or leave the page. */
import type { Element, ElementContent, Nodes, Properties } from 'hast'
import { sanitize, defaultSchema, type Schema } from 'hast-util-sanitize'
import { h } from 'hastscript'
import GithubSlugger from 'github-slugger'
import { toHast, type Handlers, type State } from 'mdast-util-to-hast'
import type { Nodes as Markdown } from 'mdast'
import type { Document } from '../../core/document.ts'
import { textOf } from '../../core/markdown/node.ts'
import { positionOf, toMdast } from './mdast.ts'

export interface Rendered {
  readonly children: ElementContent[]
  /** Ids of headings by the offset at which they start. */
  readonly anchors: ReadonlyMap<number, string>
}

/** What was written between tags or in a comment is shown only where it says something to a reader, or a claim stands in it. */
export type IsClaimed = (start: number, end: number) => boolean

/** Elements of a document are headings of the page from this depth on. */
const FIRST_DEPTH = 3

/** Beyond what documents on GitHub may have: marks of our own. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: ['a', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'h3', 'h4', 'h5', 'h6', 'hr', 'input', 'li', 'ol', 'p', 'pre', 'span', 'strong', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  attributes: { 'a': ['href', 'rel'], 'input': ['checked', 'disabled', 'type'], 'ol': ['start'], 'td': ['align'], 'th': ['align'], '*': ['id', 'className', 'title'] },
  // Ids begin with the document's own prefix.
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'] },
}

/**
 * Renders a document. Every element and text has the offsets of its source as its position.
 * @param prefix of all ids in it, unique on the page
 */
export function renderMarkdown(document: Document, prefix: string, isClaimed: IsClaimed): Rendered {
  const tree = toMdast(document)
  const anchors = anchorsOf(document, prefix)
  if (tree === undefined) return { children: [plainSource(document)], anchors }
  const made = toHast(tree, { handlers: handlersFor(document, prefix, anchors, isClaimed) })
  const safe = sanitize(made, SCHEMA)
  const children = safe.type === 'root' ? (safe.children as ElementContent[]) : [safe as ElementContent]
  for (const child of children) putRight(child)
  return { children, anchors }
}

function plainSource(document: Document): Element {
  const whole = { start: 0, end: document.text.length }
  return at(h('pre', { className: ['source'] }, at({ type: 'text', value: document.text }, whole)), whole)
}

function anchorsOf(document: Document, prefix: string): ReadonlyMap<number, string> {
  const slugger = new GithubSlugger()
  return new Map(document.nodes('heading').map(node => [node.start, `${prefix}h-${slugger.slug(textOf(node).trim())}`]))
}

const HOLDS_BLOCKS: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

type Handler = (state: State, node: never, parent: Markdown | undefined) => ElementContent | undefined

function handlersFor(document: Document, prefix: string, anchors: ReadonlyMap<number, string>, isClaimed: IsClaimed): Handlers {
  const { text } = document
  const ids = new Set(anchors.values())
  /** The source of a node as it is written. */
  const written = (node: Markdown, element: Element): Element => {
    const range = rangeOf(node)
    element.children = [at({ type: 'text', value: text.slice(range.start, range.end) }, range)]
    return at(element, range)
  }
  const linkTo = (state: State, node: Extract<Markdown, { type: 'link' | 'linkReference' }>, url: string): Element => {
    const range = rangeOf(node)
    const children = state.all(node)
    if (!children.some(hasText)) children.push(at({ type: 'text', value: url === '' ? text.slice(range.start, range.end) : url }, range))
    return at(h(...linkElement(url, prefix, ids), children), range)
  }
  const picture = (node: Markdown, alt: string, url: string): Element => {
    const range = rangeOf(node)
    return at(h('span', { className: ['image'], title: url }, at({ type: 'text', value: alt === '' ? url || 'image' : alt }, range)), range)
  }
  const handlers: Record<string, Handler> = {
    heading: (state, node: Extract<Markdown, { type: 'heading' }>) => {
      const range = rangeOf(node)
      const children = state.all(node)
      const depth = Math.min(6, FIRST_DEPTH - 1 + document.headingsAt(range.start).length)
      return at(children.length === 0 ? h('p') : h(`h${String(depth)}`, { id: anchors.get(range.start) }, children), range)
    },
    link: (state, node: Extract<Markdown, { type: 'link' }>) => linkTo(state, node, node.url),
    linkReference: (state, node: Extract<Markdown, { type: 'linkReference' }>) =>
      linkTo(state, node, state.definitionById.get(node.identifier.toUpperCase())?.url ?? ''),
    image: (_, node: Extract<Markdown, { type: 'image' }>) => picture(node, node.alt ?? '', node.url),
    imageReference: (state, node: Extract<Markdown, { type: 'imageReference' }>) =>
      picture(node, node.alt ?? '', state.definitionById.get(node.identifier.toUpperCase())?.url ?? ''),
    definition: (_, node: Markdown) => written(node, h('p', { className: ['definition'] })),
    footnoteDefinition: (state, node: Extract<Markdown, { type: 'footnoteDefinition' }>) => at(
      h('div', { className: ['footnote'], id: `${prefix}fn-${node.identifier}` }, [h('sup', node.identifier), { type: 'text', value: ' ' }, ...(state.all(node))]), rangeOf(node)),
    footnoteReference: (_, node: Extract<Markdown, { type: 'footnoteReference' }>) =>
      at(h('sup', h('a', { href: `#${prefix}fn-${node.identifier}` }, node.identifier)), rangeOf(node)),
    html: (_, node: Markdown, parent) => {
      const range = rangeOf(node)
      const source = text.slice(range.start, range.end)
      if (/^<br\s{0,9}\/?>$/i.test(source)) return at(h('br'), range)
      if (isComment(source) && !isClaimed(range.start, range.end)) return undefined
      return written(node, h(parent !== undefined && HOLDS_BLOCKS.has(parent.type) ? 'pre' : 'code', { className: ['html'] }))
    },
  }
  handlers['yaml'] = (_, node) => written(node, h('pre', { className: ['front-matter'] }))
  handlers['toml'] = handlers['yaml']
  return handlers as Handlers
}

/** What a link becomes: places of this page and pages of the web can be followed, files of the repository are not here. */
function linkElement(url: string, prefix: string, ids: ReadonlySet<string>): readonly [tag: string, properties: Properties] {
  if (/^(?:https?:\/\/|mailto:)/i.test(url)) return ['a', { href: url, rel: ['noopener', 'noreferrer'] }]
  const inside = url.startsWith('#') ? `${prefix}h-${url.slice(1)}` : ''
  return ids.has(inside) ? ['a', { href: `#${inside}` }] : ['span', { className: ['link'], title: url }]
}

function isComment(source: string): boolean {
  return source.startsWith('<!--') && source.indexOf('-->') === source.trimEnd().length - 3
}

/** Boxes to tick as signs, heads without words as cells: so a screen reader says what is seen. In place. */
function putRight(node: ElementContent): void {
  if (node.type !== 'element') return
  if (node.tagName === 'input') {
    const done = node.properties.checked === true
    Object.assign(node, h('span', { className: ['box'], role: 'img', ariaLabel: done ? 'done' : 'to do' }, done ? '☑' : '☐'))
    return
  }
  if (node.tagName === 'th' && !node.children.some(hasText)) node.tagName = 'td'
  for (const child of node.children) putRight(child)
}

function hasText(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return 'children' in node && node.children.some(hasText)
}

interface Range {
  readonly start: number
  readonly end: number
}

function rangeOf(node: Markdown): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

function at<T extends Nodes>(node: T, range: Range): T {
  node.position = positionOf(range)
  return node
}
