/** Paths in inline code, link texts and running text. */
import type { Document } from '../../core/document.ts'
import { closest, type MarkdownNode } from '../../core/markdown/node.ts'
import type { Mention } from '../../core/reference.ts'
import { mentionAt, type PathOrigin, type PathTarget } from './mention.ts'
import { endingOf, readPath, type PathToken } from './token.ts'

/** Joins between several paths in one code span. */
const JOIN = /\s*(?:→|->|=>|\||&|\+|,|;|\band\b|\bor\b)\s+|\s+/g

/** Where the content of a code span starts and ends in the document: 0-based offsets without the backticks and the padding. */
export function codeSpan(document: Document, node: MarkdownNode): { readonly start: number; readonly end: number } {
  let { start, end } = node
  const { text } = document
  while (start < end && text[start] === '`' && text[end - 1] === '`') {
    start++
    end--
  }
  if (end - start > 2 && text[start] === ' ' && text[end - 1] === ' ') {
    start++
    end--
  }
  return { start, end }
}

/** Paths in inline code: one, or several joined by `+`, commas, arrows or blanks when every one is a path. */
export function* pathsInCode(document: Document, isCommand: (node: MarkdownNode) => boolean): Iterable<Mention<PathTarget>> {
  let block: MarkdownNode | undefined
  let sibling: string | undefined
  for (const node of document.nodes('inlineCode')) {
    const here = closest(node, 'paragraph', 'tableRow', 'heading')
    if (here !== block) {
      block = here
      sibling = undefined
    }
    if (isCommand(node)) continue
    const { start, end } = codeSpan(document, node)
    const content = document.text.slice(start, end)
    if (content.length > 400 || content.includes('\n')) continue
    const tokens = readWords(content)
    if (tokens === undefined) continue
    const linked = closest(node, 'link', 'linkReference')
    const origin: PathOrigin = linked === undefined ? 'code' : 'link-text'
    const place = linked === undefined ? {} : { link: destinationOf(document, linked) }
    for (const [at, token] of tokens) {
      yield mentionAt(document, node, token, start + at, origin, sibling === undefined ? place : { ...place, sibling })
      const slash = token.path.lastIndexOf('/')
      if (token.folder) sibling = token.path
      else if (slash > 0) sibling = token.path.slice(0, slash)
    }
  }
}

const definitions = new WeakMap<Document, ReadonlyMap<string, string>>()

/** Where a link goes; '' for a reference without a definition. */
function destinationOf(document: Document, link: MarkdownNode): string {
  if (link.type === 'link') return link.url
  let known = definitions.get(document)
  if (known === undefined) {
    // The first definition of a label counts.
    known = new Map(document.nodes('definition').map(({ identifier, url }) => [identifier, url] as const).reverse())
    definitions.set(document, known)
  }
  return known.get(link.identifier) ?? ''
}

/** `run-tests.ps1 -SkipE2E`: a bare name with an option behind it is a script that is run. */
const SCRIPT = /\.(?:ps1|sh|bash|bat|cmd|py|rb|pl|[cm]?[jt]s)$/

/** The paths of a code span with their offsets in it; `undefined` when the span is something else. */
function readWords(content: string): readonly (readonly [number, PathToken])[] | undefined {
  const words = /\s/.test(content) ? splitWords(content) : [[0, content] as const]
  const [first] = words
  if (words.length === 1 && first !== undefined) {
    const token = readPath(first[1])
    return token === undefined ? undefined : [[first[0], token]]
  }
  const script = first === undefined || !/^--?[A-Za-z]/.test(words[1]?.[1] ?? '') ? undefined : readPath(first[1])
  if (first !== undefined && script?.form === 'name' && SCRIPT.test(script.path)) return [[first[0], script]]
  const tokens: (readonly [number, PathToken])[] = []
  for (const [at, word] of words) {
    const token = readPath(word)
    if (token === undefined || token.form === 'weak') return undefined
    tokens.push([at, token])
  }
  return /→|->|=>/.test(content) ? undefined : tokens
}

function splitWords(content: string): readonly (readonly [number, string])[] {
  const words: (readonly [number, string])[] = []
  let from = 0
  for (const join of content.matchAll(JOIN)) {
    if (join.index > from) words.push([from, content.slice(from, join.index)])
    from = join.index + join[0].length
  }
  if (from < content.length) words.push([from, content.slice(from)])
  return words
}

const WORD = /[^\s`"“”‘’,;<>|*]+/g
/** Names of products that end like a file. */
const PRODUCT_NAME = /^[A-Z][a-z]*(?:[A-Z][a-z]*)?\.js$/
const PRODUCT = /^(?:(?:node|next|vue|nuxt|express|react|three|d3|discord|chart|moment|p5|alpine|ember|backbone|socket|nest|require|video|babylon|solid|deck|pdf|web3|ethers|bn|type|big|day|ava|ts|asp|highlight|mermaid|core-js|es\d*)\.(?:js|io|net))$/i

/** Unmistakable paths in running text: with a folder and a known ending, or a bare file name with an ending of source code. */
export function* pathsInProse(document: Document): Iterable<Mention<PathTarget>> {
  const { text } = document
  PATH_LIKE.lastIndex = 0
  let at = PATH_LIKE.exec(text)?.index ?? Infinity
  for (const node of document.nodes('text')) {
    if (at === Infinity) return
    if (at < node.start) at = nextPathLike(text, node.start)
    if (at >= node.end) continue
    const link = closest(node, 'link', 'linkReference')
    const origin: PathOrigin = link === undefined ? 'prose' : 'link-text'
    if (link !== undefined && isAutolink(document, link)) continue
    const source = text.slice(node.start, node.end)
    while (at < node.end) {
      const [from, to] = wordAround(source, at - node.start)
      // The word goes on in the neighbouring node (`_app` + `.tsx`): it is only a part.
      const word = source.slice(from, to)
      const token = word.includes('.') || word.includes('/') ? readPath(word) : undefined
      if (token !== undefined && !token.glob && isUnmistakable(token, origin) && !isInsideUrl(text, node.start + from)) {
        yield mentionAt(document, node, token, node.start + from, origin, link === undefined ? {} : { link: destinationOf(document, link) })
      }
      at = nextPathLike(text, node.start + to)
    }
  }
}

/** What a word in running text must have to be a path: a slash, or an ending. Looking for it beats looking at every word. */
const PATH_LIKE = /[/\\]|\.[A-Za-z]/g

function nextPathLike(text: string, from: number): number {
  PATH_LIKE.lastIndex = from
  return PATH_LIKE.exec(text)?.index ?? Infinity
}

/** The word (as `WORD` cuts them) around an offset: 0-based, the end exclusive. */
function wordAround(source: string, at: number): readonly [from: number, to: number] {
  let from = at
  while (from > 0 && !isWordEnd(source.charCodeAt(from - 1))) from--
  let to = at
  while (to < source.length && !isWordEnd(source.charCodeAt(to))) to++
  return [from, to]
}

/** Whether a UTF-16 unit is one of those that `WORD` excludes. */
function isWordEnd(code: number): boolean {
  switch (code) {
    case 9: case 10: case 11: case 12: case 13: case 32:
    case 34: case 42: case 44: case 59: case 60: case 62: case 96: case 124: // " * , ; < > ` |
    case 0x2018: case 0x2019: case 0x201c: case 0x201d:
      return true
    default:
      return code > 127 && /\s/.test(String.fromCharCode(code))
  }
}

function isUnmistakable(token: PathToken, origin: PathOrigin): boolean {
  if (token.form === 'name') return !PRODUCT.test(token.path) && !PRODUCT_NAME.test(token.path) && endingOf(token.path) !== undefined
  if (token.form === 'weak') return origin === 'link-text' && token.path.split('/').length > 2
  if (token.folder) return token.path.includes('/')
  return endingOf(token.path) !== undefined
}

function isAutolink(document: Document, link: MarkdownNode): boolean {
  const first = document.text[link.start]
  return first === '<' || first === 'h' || first === 'w' || first === 'm'
}

/** Text of a URL that the parser did not link (inside HTML, or cut by an underscore). */
function isInsideUrl(text: string, at: number): boolean {
  let from = at
  while (from > 0 && at - from < 300 && !/\s/.test(text[from - 1] ?? ' ')) from--
  return text.slice(from, at).includes('://')
}

/** Labels of reference links that are paths themselves: `[the file][docs/a.md]`. */
export function* pathsInLabels(document: Document): Iterable<Mention<PathTarget>> {
  for (const node of document.nodes('linkReference')) {
    const source = document.text.slice(node.start, node.end)
    const open = source.lastIndexOf('][')
    if (open < 0 || !source.endsWith(']')) continue
    const label = source.slice(open + 2, -1)
    const token = readPath(label)
    if (token?.form !== 'path' || token.glob) continue
    yield mentionAt(document, node, token, node.start + open + 2, 'link-text')
  }
}

const SHELL = /^(?:sh|bash|shell|zsh|console|fish|terminal)$/i

/** The same in the comments of shell blocks: `# The committed nginx.conf is HTTP-only`. */
export function* pathsInShellComments(document: Document): Iterable<Mention<PathTarget>> {
  for (const node of document.nodes('code')) {
    if (!SHELL.test(node.lang) || !node.value.includes('#')) continue
    let offset = node.start
    for (const line of document.text.slice(node.start, node.end).split('\n')) {
      const comment = /^[\s>]*#\s+/.exec(line)
      if (comment !== null) {
        const from = comment[0].length
        for (const match of line.slice(from).matchAll(WORD)) {
          const token = readPath(match[0])
          if (token === undefined || token.glob || !isUnmistakable(token, 'prose')) continue
          yield mentionAt(document, node, token, offset + from + match.index, 'prose')
        }
      }
      offset += line.length + 1
    }
  }
}
