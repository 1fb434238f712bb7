/** Opening tags in raw HTML and JSX, with the places of their attributes. Not a parser: no nesting, no recovery. */

/** One attribute. Offsets are 0-based UTF-16 units into the scanned text; the range is the value without its quotes. */
export interface TagAttribute {
  /** As written: JSX is case-sensitive. */
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
  /** False for `{expressions}`: nothing is known of their value. */
  readonly literal: boolean
}

export interface Tag {
  readonly name: string
  /** 0-based offset of `<`. */
  readonly start: number
  /** Exclusive: behind `>`. */
  readonly end: number
  readonly selfClosing: boolean
  readonly attributes: readonly TagAttribute[]
}

const TAG_NAME = /[A-Za-z][\w.:-]*/y
const ATTRIBUTE_NAME = /[^\s"'<>/=]+/y
const UNQUOTED = /[^\s"'=<>`]+/y
const SPACE = /\s*/y

/**
 * The opening tags of a stretch of text, comments skipped. An unterminated quote, brace or comment ends the scan,
 * which keeps it linear.
 * @param from 0-based offset
 * @param to exclusive
 * @param first only the tag that stands exactly at `from`
 */
export function tagsIn(text: string, from: number, to: number, first = false): Tag[] {
  const tags: Tag[] = []
  let at = first ? from : text.indexOf('<', from)
  while (at >= 0 && at < to) {
    if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4)
      if (close < 0 || close >= to) return tags
      at = text.indexOf('<', close + 3)
      continue
    }
    const tag = readTag(text, at, to)
    if (tag === null) return tags
    if (tag !== undefined) tags.push(tag)
    if (first) return tags
    at = text.indexOf('<', tag?.end ?? at + 1)
  }
  return tags
}

/** The tag at `start`; `undefined` when there is none; `null` when what began there never ends. */
function readTag(text: string, start: number, to: number): Tag | undefined | null {
  const name = match(TAG_NAME, text, start + 1)
  if (name === '') return undefined
  const attributes: TagAttribute[] = []
  let at = start + 1 + name.length
  for (;;) {
    at += match(SPACE, text, at).length
    if (at >= to) return null
    if (text[at] === '>') return { name, start, end: at + 1, selfClosing: text[at - 1] === '/', attributes }
    if (text[at] === '{') {
      at = closingBrace(text, at, to)
      if (at < 0) return null
      continue
    }
    const attribute = match(ATTRIBUTE_NAME, text, at)
    if (attribute === '') {
      if (text[at] === '<') return undefined
      at++
      continue
    }
    at += attribute.length
    const behind = at + match(SPACE, text, at).length
    if (text[behind] !== '=') {
      attributes.push({ name: attribute, value: '', start: at, end: at, literal: true })
      continue
    }
    at = behind + 1
    at += match(SPACE, text, at).length
    const quote = text[at]
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, at + 1)
      if (close < 0 || close >= to) return null
      attributes.push({ name: attribute, value: text.slice(at + 1, close), start: at + 1, end: close, literal: true })
      at = close + 1
    } else if (quote === '{') {
      const close = closingBrace(text, at, to)
      if (close < 0) return null
      attributes.push(bracedValue(text, attribute, at, close))
      at = close
    } else {
      const value = match(UNQUOTED, text, at)
      attributes.push({ name: attribute, value, start: at, end: at + value.length, literal: true })
      at += Math.max(value.length, 1)
    }
  }
}

/** `{"x"}` and `{'x'}` are literal, any other expression is not. */
function bracedValue(text: string, name: string, open: number, close: number): TagAttribute {
  const inner = text.slice(open + 1, close - 1)
  const literal = inner.length >= 2 && /^(["'`])[^"'`$\\]*\1$/.test(inner)
  return literal
    ? { name, value: inner.slice(1, -1), start: open + 2, end: close - 2, literal }
    : { name, value: '', start: open + 1, end: close - 1, literal }
}

/** Offset behind the brace that closes the one at `open`, or -1. */
function closingBrace(text: string, open: number, to: number): number {
  let depth = 0
  for (let at = open; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 123) depth++
    else if (code === 125 && --depth === 0) return at + 1
  }
  return -1
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** Tags of the document's raw HTML and MDX elements, comments left out; each once, in document order. */
export function tagsOf(document: { readonly text: string; nodes(type: 'html' | 'mdxJsxFlowElement' | 'mdxJsxTextElement'): readonly { start: number; end: number }[] }): Tag[] {
  const tags: Tag[] = []
  for (const node of document.nodes('html')) for (const tag of tagsIn(document.text, node.start, node.end)) tags.push(tag)
  for (const type of ['mdxJsxFlowElement', 'mdxJsxTextElement'] as const) {
    for (const node of document.nodes(type)) for (const tag of tagsIn(document.text, node.start, node.end, true)) tags.push(tag)
  }
  return tags
}
