/** What a link can aim at inside of a document. Pure and plain JSON, so that it can be cached by content. */
import type { Document } from './document.ts'
import type { MarkdownNode } from './markdown/node.ts'
import { pointAt } from './position.ts'
import { tagsIn, tagsOf, type Tag } from './html-tags.ts'

export interface HeadingLandmark {
  /** Text as the slugger of a renderer sees it: inline code included, HTML tags and image alternatives left out. */
  readonly text: string
  /** The same without an attribute list at its end (`## Title {#id}`), when there is one. */
  readonly bare?: string
  /** The text with the blanks that images leave at its ends, when there are any. */
  readonly padded?: string
  /** 1 to 6. */
  readonly depth: number
  /** 1-based. */
  readonly line: number
}

/** Another file whose content becomes part of the document. */
export interface Inclusion {
  /** As written: relative to the document, to a folder of partials, or to the root. */
  readonly path: string
}

/** A component without content of its own: what it renders, only its source knows. */
export interface ComponentUse {
  readonly name: string
  /** The module it is imported from, as written; `undefined` for one that the site provides. */
  readonly from?: string
}

export interface Landmarks {
  readonly headings: readonly HeadingLandmark[]
  /** Explicit ids: HTML `id` and `name`, attribute lists, `(label)=`, footnotes, tabs. */
  readonly ids: readonly string[]
  /** Titles of content tabs (`=== "Title"`), which MkDocs can give anchors. */
  readonly tabs: readonly string[]
  /** Terms of definition lists (`term` above `: text`), which Hugo can give anchors. */
  readonly terms: readonly string[]
  readonly includes: readonly Inclusion[]
  readonly components: readonly ComponentUse[]
  /** Why more anchors may exist than the text shows, or `undefined` when it shows all. */
  readonly open?: string
  /** Number of lines, a last line break not counted. */
  readonly lines: number
}

/** Everything in a document that a fragment can name. */
export function landmarksOf(document: Document): Landmarks {
  const tags = tagsOf(document)
  const ids = new Set<string>()
  let open = opaquePart(document)
  for (const tag of tags) {
    for (const attribute of tag.attributes) {
      if (attribute.name !== 'id' && attribute.name !== 'name') continue
      if (attribute.literal) addIds(ids, attribute.value)
      else if (attribute.name === 'id') open ??= 'an element has a computed id'
    }
  }
  attributeLists(document.text, ids)
  footnotes(document, ids)
  const headings = [...markdownHeadings(document), ...htmlHeadings(document, tags)].sort((a, b) => a.line - b.line)
  if (headings.some(heading => heading.text === '' && document.text.slice(document.lines[heading.line - 1], document.lines[heading.line]).includes('<!--'))) {
    open ??= 'a heading is filled in from a comment'
  }
  if (headings.some(heading => /\{\{|\{%|\$\{|<%/.test(heading.text))) open ??= 'a heading is filled in from a template'
  const last = document.lines.at(-1) ?? 0
  return {
    headings,
    ids: [...ids],
    tabs: document.text.includes('===') ? [...document.text.matchAll(/^[ \t]*={3}[!+]*[ \t]+"([^"\n]{1,200})"/gm)].map(match => match[1] ?? '') : [],
    terms: document.text.includes('\n:') ? definitionTerms(document.text) : [],
    includes: inclusions(document),
    components: componentsOf(document, tags),
    ...(open === undefined ? {} : { open }),
    lines: document.lines.length - (last === document.text.length && document.lines.length > 1 ? 1 : 0),
  }
}

/** Plain texts of the lines right above a `: definition`. */
function definitionTerms(text: string): string[] {
  const terms: string[] = []
  for (const match of text.matchAll(/^([^\s:#>|][^\n]{0,200})\r?\n(?:\r?\n)?:[ \t]/gm)) {
    terms.push((match[1] ?? '').replace(/[`*\r]/g, '').replace(/\[([^\]]{0,200})\](?:\([^)]{0,200}\)|\[[^\]]{0,200}\])/g, '$1').trim())
  }
  return terms
}

function addIds(ids: Set<string>, value: string): void {
  const id = value.trim()
  if (id !== '') ids.add(id)
}

function markdownHeadings(document: Document): HeadingLandmark[] {
  return document.nodes('heading').map(node => headingOf(document, headingText(node), node.depth, node.start))
}

function headingOf(document: Document, text: string, depth: number, start: number): HeadingLandmark {
  const plain = text.trim()
  const list = /\s*\\?\{[^{}]*\\?\}\s*$/.exec(plain.slice(-300))
  // Images leave the blanks around them behind, and GitHub turns those into dashes.
  const padded = text === plain ? undefined : text
  const bare = list === null ? undefined : plain.slice(0, plain.length - list[0].length).trim()
  return {
    text: plain,
    ...(bare === undefined ? {} : { bare }),
    ...(padded === undefined ? {} : { padded }),
    depth,
    line: pointAt(document.lines, start).line,
  }
}

/** Text below a node without HTML and images; a soft line break counts as a space. An explicit stack: nesting has no limit. */
function headingText(heading: MarkdownNode): string {
  let text = ''
  const stack = [heading]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    text += ownText(node)
    if (UNSEEN.has(node.type)) continue
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return text
}

const UNSEEN = new Set(['image', 'imageReference', 'html', 'footnoteReference'])

function ownText(node: MarkdownNode): string {
  if (UNSEEN.has(node.type)) return ''
  if (node.type === 'mdxTextExpression') return /^\s*\/\*.*\*\/\s*$/s.test(node.value) ? '' : `{${node.value}}`
  return node.type === 'break' ? ' ' : node.value.replace(/\n/g, ' ')
}

const HTML_HEADING = /^h[1-6]$/i

/** `<h2>Title</h2>` in raw HTML and MDX. */
function htmlHeadings(document: Document, tags: readonly Tag[]): HeadingLandmark[] {
  const headings: HeadingLandmark[] = []
  for (const tag of tags) {
    if (!HTML_HEADING.test(tag.name)) continue
    const close = document.text.slice(tag.end, tag.end + LONGEST_HEADING).search(/<\/h[1-6]\s*>/i)
    if (close < 0) continue
    const inner = document.text.slice(tag.end, tag.end + close)
    headings.push(headingOf(document, withoutTags(inner).replace(/\s+/g, ' '), Number(tag.name[1]), tag.start))
  }
  return headings
}

const LONGEST_HEADING = 2000

function withoutTags(html: string): string {
  let text = ''
  let at = 0
  for (const tag of tagsIn(html, 0, html.length)) {
    text += html.slice(at, tag.start)
    at = tag.end
  }
  return (text + html.slice(at)).replace(/<!--.*?-->|<\/[\w.-]+\s*>/gs, '').replace(/[`*]/g, '').replaceAll('&amp;', '&')
}

/** `{#id}`, `{: #id .class }`, `\{#id}`, MDX `{/* #id *\/}`, MyST `(id)=`, pandoc `[]{#id}`. */
function attributeLists(text: string, ids: Set<string>): void {
  if (text.includes('{')) {
    for (const match of text.matchAll(/\{([^{}\n]{1,200})\}/g)) {
      for (const id of (match[1] ?? '').matchAll(/(?:^|[\s:*])(?:#|id=["']?)([^\s}*\\"']+)/g)) ids.add(id[1] ?? '')
    }
  }
  if (text.includes(')=')) for (const match of text.matchAll(/^ {0,3}\(([^()\s]{1,200})\)=[ \t]*$/gm)) ids.add(match[1] ?? '')
  // Tabs and boxes that carry a title or a label of their own.
  if (text.includes(':name:')) for (const match of text.matchAll(/^[ \t]*:name:[ \t]+(\S{1,200})[ \t]*$/gm)) ids.add(match[1] ?? '')
}

function footnotes(document: Document, ids: Set<string>): void {
  let number = 0
  for (const node of document.nodes('footnoteDefinition')) {
    number++
    for (const label of [node.identifier, String(number)]) {
      for (const form of ['fn-', 'fn:', 'fnref-', 'fnref:', 'fn', 'fnref', 'user-content-fn-', 'user-content-fnref-']) ids.add(form + label)
    }
  }
}

const INCLUDES: readonly RegExp[] = [
  /<!--\s*@include:\s*([^\s>{#]+?)(?:--)?(?=[\s>{#]|$)/g, // VitePress
  /^[ \t]*-{1,2}8<-{1,2}[ \t]+["']([^"'\n:]+)/gm, // pymdownx.snippets
  /\{%-?\s*include(?:_relative|-markdown)?\s+["']?([^\s"'%]+)/g, // Jekyll, GitBook, mkdocs-include
  /\{\{[<%]\s*(?:include|readfile|snippet|md|embed|import|partial)\w*\s+(?:\w+=)?["']?([^\s"'%>]+)/gi, // Hugo
  /\{\{#(?:include|template|playground)\s+([^\s:}]+)/g, // mdBook
  /\{!\s*([^\s!]+)\s*!\}/g, // markdown-include
  /^[ \t]*(?:`{3,}|~{3,}|:{3,})\{include\}[ \t]+(\S+)/gm, // MyST
  /\]\(([^\s()]+)\s+['"]:include/g, // docsify
  /\{\{\s*include\(?\s*["']([^"']+)/g, // macros
]

/** Files that become part of the document. */
function inclusions(document: Document): Inclusion[] {
  const paths = new Set<string>()
  const text = document.text
  if (/include|8<|\{!|\{\{[<%]/i.test(text)) {
    for (const pattern of INCLUDES) for (const match of text.matchAll(pattern)) paths.add(match[1] ?? '')
  }
  for (const node of document.nodes('mdxjsEsm')) {
    for (const match of node.value.matchAll(/\bfrom\s+["']([^"'\n]+\.mdx?)["']/g)) paths.add(match[1] ?? '')
  }
  return [...paths].filter(path => !/\.[a-z]\w*$/i.test(path) || RENDERED.test(path)).map(path => ({ path }))
}

/** Endings of included files that can hold headings: a JSON or code file can't. */
const RENDERED = /\.(?:mdx?|markdown|html?|txt|rst|adoc|njk|liquid)$/i

/**
 * Components that frame what stands between their tags and render no heading of their own; the names that Docusaurus,
 * Starlight, Nextra, Mintlify and VitePress themes share.
 */
const FRAMES = new Set(
  ('Accordion AccordionGroup Admonition Aside Badge Box Br Button Callout Caution Card CardGrid CardGroup Cards Center Check Code ' +
  'CodeBlock CodeGroup Col Column Columns Comment Danger Details Error Expandable FileTree Flex Fragment Frame Grid Head Hidden ' +
  'Highlight Icon IconCard If Image ImageZoom Img Info Interactive Kbd Link LinkButton LinkCard Note PackageManagers Pre ParamField ' +
  'Picture ResponseField Row Screenshot Snippet Spacer Step Steps Style Sub Sup Tab TabItem TabPanel Table Tabs Tag Template ' +
  'ThemedImage Tip Tooltip Tweet Update VersionBadge Video Vimeo Warning YouTube Youtube YoutubeEmbed Zoom Head Title Meta').toLowerCase().split(' '),
)

/** Components that may render anchors: those that are neither frames nor have content between their tags. */
function componentsOf(document: Document, tags: readonly Tag[]): ComponentUse[] {
  const uses = new Map<string, ComponentUse>()
  for (const tag of tags) {
    const name = tag.name.toLowerCase()
    const component = /^[A-Z]/.test(tag.name) || tag.name.includes('.') || (tag.name.includes('-') && !HARMLESS_ELEMENT.test(name))
    if (!component || uses.has(tag.name) || tag.name === tag.name.toUpperCase() || FRAMES.has(name)) continue
    if (!tag.selfClosing && closes(document, tag)) continue
    const from = importOf(document, tag.name)
    uses.set(tag.name, { name: tag.name, ...(from === undefined ? {} : { from }) })
  }
  return [...uses.values()]
}

/** The module that a component comes from, in MDX or in a VitePress `<script setup>`. */
function importOf(document: Document, name: string): string | undefined {
  if (!document.text.includes('import')) return undefined
  for (const line of document.text.matchAll(/^[ \t]*import[ \t]([^'"\n]{1,300})['"]([^'"\n]{1,300})['"]/gm)) {
    if ((line[1] ?? '').split(/[^\w$]+/).includes(name)) return line[2]
  }
  return undefined
}

/** Why the rendered page may have anchors that the text does not show. */
function opaquePart(document: Document): string | undefined {
  if (document.text.includes(':::') && /^:::[ \t]+[A-Za-z_]\w*(?:\.\w+)+[ \t]*$/m.test(document.text)) return 'an API reference is generated into it'
  if (/^[ \t]*(?:`{3,}|:{3,})\{(?:auto\w+|eval-rst|autodoc2-\w+)\}/m.test(document.text)) return 'an API reference is generated into it'
  // Hugo's `{{% x %}}` gives Markdown; what is closed (`{{% /x %}}`) frames what is written, and a path is an inclusion.
  // Only a page without headings of its own is likely to get them from there.
  if (document.text.includes('{{%') && document.nodes('heading').length === 0) {
    for (const match of document.text.matchAll(/^[ \t]*\{\{%[ \t]*([a-z][\w-]*)[ \t]*([^\n]{0,500})/gm)) {
      const closed = document.text.includes(`{{% /${match[1] ?? ''}`) || document.text.includes(`{{%/${match[1] ?? ''}`)
      if (!closed && !/\.md\b/.test(match[2] ?? '')) return `the shortcode \`${match[1] ?? ''}\` may render anchors`
    }
  }
  for (const node of document.nodes('mdxFlowExpression')) {
    if (!/^\s*(?:\/\*.*\*\/\s*)?$/s.test(node.value)) return 'an expression may render anchors'
  }
  return undefined
}

/** In characters; bounds the search for a closing tag. */
const LONGEST_FRAME = 20_000
const HARMLESS_ELEMENT = /^(?:font-|g-emoji|code-group|lite-youtube|a-)/

/** Whether a component has something between its tags: then it most likely frames that. */
function closes(document: Document, tag: Tag): boolean {
  const behind = document.text.slice(tag.end, tag.end + LONGEST_FRAME)
  const close = behind.indexOf(`</${tag.name}`)
  return close < 0 ? behind.length === LONGEST_FRAME : behind.slice(0, close).trim() !== ''
}
