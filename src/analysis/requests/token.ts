/** Numbers in a text that have the shape of a reference: `#12`, `!12`, `GH-12`, `owner/name#12`, `PR 12`, ranges of them. */

/** A number as written. Offsets are 0-based UTF-16 units into the scanned text; `end` is exclusive. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly number: number
  /** The last number of a range `#305–#337`. */
  readonly to?: number
  /** `word`: a bare number behind a word such as `PR`. */
  readonly form: 'hash' | 'bang' | 'gh' | 'word'
  /** `owner/name` in front of the sign. */
  readonly repository?: { readonly owner: string; readonly name: string }
}

/** A document with more is a list of numbers, not a text; what is behind them is not read, which bounds the work on hostile text. */
const MOST_TOKENS = 4_000

const SIGN = /[#!](\d{1,6})(?![\w%])/g
const GITHUB = /\bGH-(\d{1,6})(?![\w.-]\w)/g
const WORD = /\b(?:PRs?|MRs?|[Pp]ull[ -][Rr]equests?|[Mm]erge[ -][Rr]equests?|[Ii]ssues?)\s(?=\d)/g
const NEXT_NUMBER = /(?:\s?,\s?(?:and\s|or\s)?|\s(?:and|or|&)\s)(\d{1,6})(?![\w%.]|\s?(?:[KMG]B|ms|days?|hours?|weeks?|minutes?|months?|years?|files?|lines?|commits?|of)\b)/y
const NUMBER = /(\d{1,6})(?![\w%]|\.\d)/y
/** What joins the ends of a range on one line, with the sign of the second one. */
const RANGE = /(?:[ \t]?[–—][ \t]?|-|[ \t]-[ \t]|[ \t]?(?:\.{2,3}|…)[ \t]?|[ \t](?:to|through|thru|until)[ \t])(#|!|(?:PR|MR)[ \t]#?|)(\d{1,6})(?![\w%]|[./-]\d)/y

/** Whether a text can hold any token at all: cheap, asked before everything else. */
export function mayHoldTokens(text: string): boolean {
  return /[#!/]\d|GH-\d|\b(?:PRs?|MRs?|[Rr]equests?|[Ii]ssues?)\s\d/.test(text)
}

/** Every token of a text, in order. */
export function tokensIn(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(SIGN)) {
    if (tokens.length >= MOST_TOKENS) break
    const token = signToken(text, match.index, match[1] ?? '')
    if (token !== undefined) tokens.push(token)
  }
  for (const match of text.matchAll(GITHUB)) {
    if (tokens.length >= MOST_TOKENS) break
    tokens.push({ start: match.index, end: match.index + match[0].length, number: Number(match[1]), form: 'gh' })
  }
  for (const match of text.matchAll(WORD)) {
    if (tokens.length >= MOST_TOKENS) break
    wordTokens(text, match.index + match[0].length, tokens)
  }
  return withoutRangeEnds(tokens.sort((a, b) => a.start - b.start || b.end - a.end))
}

function signToken(text: string, sign: number, digits: string): Token | undefined {
  const end = sign + 1 + digits.length
  const form = text[sign] === '!' ? 'bang' : 'hash'
  // `#12-title` and `#12.5` are anchors and versions; `![12` and `!12px` no tokens at all.
  if (/^(?:[./-]\w|:\d)/.test(text.slice(end, end + 2)) && !/^-\d/.test(text.slice(end, end + 2))) return undefined
  if (digits.length > 1 && digits.startsWith('0')) return undefined
  const before = text[sign - 1] ?? ''
  if (before === '\\' || before === '&' || before === '#' || before === '=' || before === '{' || before === '<' || before === '@' || before === '$') return undefined
  const repository = /[\w]/.test(before) ? repositoryBefore(text, sign) : undefined
  if (/[\w]/.test(before) && repository === undefined) return undefined
  if (before === '/' && /[^\s]/.test(text[sign - 2] ?? ' ') && !/[\d\])*_]/.test(text[sign - 2] ?? '')) return undefined
  const number = Number(digits)
  const start = sign - (repository === undefined ? 0 : repository.owner.length + 1 + repository.name.length)
  const range = rangeEnd(text, end, number, form)
  return {
    start, end: range?.end ?? end, number, form,
    ...(range === undefined ? {} : { to: range.to }), ...(repository === undefined ? {} : { repository }),
  }
}

/** The second end; `#12-15` without a sign counts only where it grows (`#12-3` is a part of something). */
function rangeEnd(text: string, at: number, from: number, form: Token['form']): { readonly to: number; readonly end: number } | undefined {
  RANGE.lastIndex = at
  const match = RANGE.exec(text)
  if (match === null) return undefined
  const to = Number(match[2])
  const signed = (match[1] ?? '') !== ''
  if (to <= from || (!signed && (String(to).length < String(from).length || /\s$/.test(match[0].slice(0, -String(to).length)) && form !== 'word'))) return undefined
  // `#15 — 2026-04-20`: a number and a date.
  if (!signed && /^-\d/.test(text.slice(RANGE.lastIndex, RANGE.lastIndex + 2))) return undefined
  return { to, end: RANGE.lastIndex }
}

function wordTokens(text: string, at: number, tokens: Token[]): void {
  NUMBER.lastIndex = at
  let match = NUMBER.exec(text)
  let start = at
  while (match !== null && tokens.length < MOST_TOKENS) {
    const digits = match[1] ?? ''
    const end = start + digits.length
    if (/^(?:[./-]\w|:\d)/.test(text.slice(end, end + 2)) && !/^-\d/.test(text.slice(end, end + 2))) return
    const number = Number(digits)
    const range = rangeEnd(text, end, number, 'word')
    tokens.push({ start, end: range?.end ?? end, number, form: 'word', ...(range === undefined ? {} : { to: range.to }) })
    NEXT_NUMBER.lastIndex = range?.end ?? end
    match = NEXT_NUMBER.exec(text)
    start = NEXT_NUMBER.lastIndex - (match?.[1] ?? '').length
  }
}

/** `owner/name` right in front of a sign, read backwards character by character. */
function repositoryBefore(text: string, sign: number): Token['repository'] {
  const nameAt = partStart(text, sign)
  if (nameAt === sign || text[nameAt - 1] !== '/') return undefined
  const ownerAt = partStart(text, nameAt - 1)
  if (ownerAt === nameAt - 1 || /[\w/@:.-]/.test(text[ownerAt - 1] ?? '')) return undefined
  const name = text.slice(nameAt, sign)
  const owner = text.slice(ownerAt, nameAt - 1)
  // `docs/page.md#12` is a place in a document.
  if (/\.(?:mdx?|markdown|html?|rst|txt|[jt]sx?|py|go|rs|json|ya?ml)$/i.test(name) || !/[A-Za-z]/.test(name) || !/^[A-Za-z\d]/.test(owner)) return undefined
  return { owner, name }
}

const LONGEST_PART = 100

function partStart(text: string, end: number): number {
  let at = end
  while (at > 0 && end - at < LONGEST_PART && /[\w.-]/.test(text[at - 1] ?? '')) at--
  return at
}

/** The second end of a range was found as a token too; so was a number behind `PR #`. */
function withoutRangeEnds(tokens: readonly Token[]): Token[] {
  const kept: Token[] = []
  let covered = -1
  for (const token of tokens) {
    if (token.start < covered) continue
    kept.push(token)
    covered = token.end
  }
  return kept
}
