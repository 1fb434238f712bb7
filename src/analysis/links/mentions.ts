/** Every link destination in a document that the repository can answer for. */
import { destinationRange, splitDestination, type Range } from '../../core/destination.ts'
import type { Document } from '../../core/document.ts'
import { hostingUrlsIn, parseHostingUrl, type HostingUrl } from '../../core/hosting.ts'
import { tagsOf, type Tag } from '../../core/html-tags.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import type { Mention } from '../../core/reference.ts'
import { isPlaceholder, isPlaceholderFragment } from './placeholder.ts'

/** A destination inside of the repository: a path from the document or from a root, a fragment, or both. */
export interface LocalTarget {
  readonly kind: 'local'
  readonly form: 'link' | 'image' | 'definition' | 'html'
  /** Decoded; '' when only a fragment is given. */
  readonly path: string
  readonly query: string
  /** Decoded, without `#`. */
  readonly fragment?: string
  readonly pathRange: Range
  /** Begins at the root although no slash says so: `mdc:docs/a.md`. `path` has the slash, the text at `pathRange` has none. */
  readonly rootless?: true
  readonly fragmentRange?: Range
}

/** A URL of a file or folder in a repository on a hosting site: maybe of this one. */
export interface UrlTarget extends HostingUrl {
  readonly kind: 'url'
  /** Whether it is no link: it stands in code, a comment or front matter. */
  readonly loose: boolean
}

export type LinkTarget = LocalTarget | UrlTarget

/** Links, images, definitions, HTML and JSX attributes, and repository URLs wherever they stand (code and comments too). */
export function linksIn(document: Document): Mention<LinkTarget>[] {
  const mentions: Mention<LinkTarget>[] = []
  const covered: Range[] = []
  const text = document.text
  for (const type of ['link', 'image', 'definition'] as const) {
    for (const node of document.nodes(type)) {
      const range = destinationRange(text, node)
      if (range === undefined) continue
      covered.push([node.start, node.end])
      pushDestination(mentions, text, range, type, node)
    }
  }
  for (const tag of tagsOf(document)) attributeMentions(mentions, covered, text, tag)
  if (text.includes('://')) looseUrls(mentions, covered, text)
  return mentions
}

function pushDestination(mentions: Mention<LinkTarget>[], text: string, range: Range, form: LocalTarget['form'], node?: MarkdownNode): void {
  const [start, end] = range
  const written = text.slice(start, end)
  if (/^[a-z][a-z\d+.-]*:/i.test(written)) {
    if (/^https?:/i.test(written)) {
      const url = parseHostingUrl(node?.url ?? written)
      if (url !== undefined && !isPlaceholder(url.rest)) mentions.push({ start, end, target: { kind: 'url', ...url, loose: false } })
      return
    }
    // `mdc:` is how Cursor's rule files link to a path from the root.
    if (!written.startsWith('mdc:')) return
    const slashes = /^\/*/.exec(written.slice(4))?.[0].length ?? 0
    pushLocal(mentions, written.slice(4 + slashes), [start, end], form, 4 + slashes, true)
    return
  }
  if (written.startsWith('//') || written.startsWith('www.') || written.includes('\n') || (node?.type === 'link' && !/^[[<]/.test(text[node.start] ?? ''))) return
  if (node?.type === 'link' && text[node.start] === '<') return
  pushLocal(mentions, written, range, form, 0)
}

/**
 * @param dropped characters in front of the path part that are not part of it in `written`
 * @param rootless whether the path begins at the root without saying so
 */
function pushLocal(mentions: Mention<LinkTarget>[], written: string, range: Range, form: LocalTarget['form'], dropped: number, rootless = false): void {
  const { path: plain, query, fragment, pathRange, fragmentRange } = splitDestination(written, [range[0] + dropped, range[1]])
  const path = rootless ? `/${plain}` : plain
  if (isPlaceholder(path) || (fragment !== undefined && isPlaceholderFragment(fragment)) || (path === '' && fragment === undefined)) return
  mentions.push({
    start: range[0],
    end: range[1],
    target: {
      kind: 'local', form, path, query, pathRange,
      ...(rootless ? { rootless: true as const } : {}),
      ...(fragment === undefined ? {} : { fragment }),
      ...(fragmentRange === undefined ? {} : { fragmentRange }),
    },
  })
}

const LINK_ATTRIBUTES = new Set(['href', 'src', 'srcset', 'poster'])
/** Elements whose attributes mean something else; in lower case only, `<Link>` is a component. */
const OTHER_ELEMENTS = new Set(['script', 'link', 'base', 'use'])

function attributeMentions(mentions: Mention<LinkTarget>[], covered: Range[], text: string, tag: Tag): void {
  if (OTHER_ELEMENTS.has(tag.name)) return
  for (const attribute of tag.attributes) {
    const isRoute = attribute.name === 'to' && /^(?:\w+Link|Link)$/.test(tag.name)
    if ((!LINK_ATTRIBUTES.has(attribute.name.toLowerCase()) && !isRoute) || !attribute.literal || attribute.value.trim() === '') continue
    covered.push([attribute.start, attribute.end])
    if (attribute.name.toLowerCase() === 'srcset') {
      for (const part of attribute.value.matchAll(/(?:^|,)\s*([^\s,]+)/g)) {
        const start = attribute.start + part.index + part[0].length - (part[1] ?? '').length
        pushDestination(mentions, text, [start, start + (part[1] ?? '').length], 'html')
      }
      continue
    }
    const leading = attribute.value.length - attribute.value.trimStart().length
    const start = attribute.start + leading
    pushDestination(mentions, text, [start, start + attribute.value.trim().length], 'html')
  }
}

/** Repository URLs that no link covers: in prose, code, comments, front matter, link text. */
function looseUrls(mentions: Mention<LinkTarget>[], covered: Range[], text: string): void {
  covered.sort((a, b) => a[0] - b[0])
  let next = 0
  let coveredTo = 0
  for (const [start, end] of hostingUrlsIn(text)) {
    for (let range = covered[next]; range !== undefined && range[0] <= start; range = covered[++next]) coveredTo = Math.max(coveredTo, range[1])
    // A template that goes on behind the characters of a URL.
    if (start < coveredTo || /[{<$]/.test(text.slice(end - 1, end + 1))) continue
    const url = parseHostingUrl(text.slice(start, end))
    if (url !== undefined && !isPlaceholder(url.rest)) mentions.push({ start, end, target: { kind: 'url', ...url, loose: true } })
  }
}
