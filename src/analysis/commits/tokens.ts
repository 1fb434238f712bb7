/**
 * Where hexadecimal words, versions and slugs stand in a text: found from an inner pair of letters, which is ten times
 * faster than from their edges.
 */

export interface Token {
  /** 0-based offsets, the end exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** No token of ours is longer; what is goes on for other reasons. */
const LONGEST = 200

/** A word of hexadecimal digits has a digit beside a letter, unless it is a number or a plain word. */
const HEXADECIMAL_PAIR = /\d[a-f]|[a-f]\d/g
const HEXADECIMAL = /^[0-9a-f]{7,40}$/

/** One abbreviated id of twenty-seven is a plain number; read in code only. */
const NUMBER_IN_CODE = /`\d{7,9}(?=`|\.\.)|(?<=\.\.)\d{7,9}(?=`)/g

/** Words of 7 to 40 hexadecimal digits in lower case, letters and numbers among them, and numbers in code. In the order of the text. */
export function hexadecimalWords(text: string): readonly Token[] {
  const words = tokensAt(text, HEXADECIMAL_PAIR, isWord).filter(token => HEXADECIMAL.test(token.text))
  const numbers = [...text.matchAll(NUMBER_IN_CODE)].map((match): Token => {
    const number = match[0].replace('`', '')
    const end = match.index + match[0].length
    return { start: end - number.length, end, text: number }
  })
  return numbers.length === 0 ? words : [...words, ...numbers].sort((a, b) => a.start - b.start)
}

const VERSION_PAIR = /\d\.\d/g
/** `v1.2.3`, `1.2.3`, `name@1.2.3`, `name-v1.2.3`, `@scope/name@1.2.3-rc.1`; a full stop may follow. */
const VERSION = /^(?:@?[a-z][\w-]{0,60}(?:\/[\w.-]{1,60})?@|[a-z]\w{0,30}(?:-[a-z]\w{0,30}){0,3}[-/](?=v\d))?v?\d{1,5}\.\d{1,5}(?:\.\d{1,5})?(?:-[0-9a-z][\w.-]{0,40}\w|-[0-9a-z])?(?=[.-]*$)/i

/** Versions, with the name that is glued to them. */
export function versionWords(text: string): readonly Token[] {
  return tokensAt(text, VERSION_PAIR, isNamePart).flatMap(({ start, text: word }) => {
    const found = /[+~^:=]/.test(text[start - 1] ?? '') ? undefined : VERSION.exec(word)?.[0]
    return found === undefined ? [] : [{ start, end: start + found.length, text: found }]
  })
}

/** Everything with a slash in it. */
export function slashedWords(text: string): readonly Token[] {
  return tokensAt(text, /\//g, isNamePart)
}

/** `owner/name`, with what follows it: `@` of a revision, or the end of a code span. */
export function slugWords(text: string): readonly Token[] {
  return slashedWords(text).filter(({ text: word, start, end }) =>
    /^[\w-]{1,60}\/[\w.-]{1,100}@/.test(word) || (text[start - 1] === '`' && text[end] === '`' && /^[\w-]{1,60}\/[\w-]{1,100}$/.test(word)))
}

/** The whole words around the matches of a pattern. */
function tokensAt(text: string, pattern: RegExp, belongs: (code: number) => boolean): readonly Token[] {
  const tokens: Token[] = []
  let done = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index < done) continue
    let start = match.index
    let end = match.index + match[0].length
    while (start > 0 && match.index - start <= LONGEST && belongs(text.charCodeAt(start - 1))) start--
    while (end < text.length && end - match.index <= LONGEST && belongs(text.charCodeAt(end))) end++
    done = end
    if (end - start <= LONGEST) tokens.push({ start, end, text: text.slice(start, end) })
  }
  return tokens
}

/** Letters, digits, `_`. */
function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
}

/** The same and `-`, `.`, `/`, `@`. */
function isNamePart(code: number): boolean {
  return isWord(code) || code === 45 || code === 46 || code === 47 || code === 64
}
