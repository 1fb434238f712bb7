/** Numbers in front of titles: `Gate 1: X`, `Phase 8 — X`, `2.1) X`, `A. X`, `Step 3`. */

/** A number as a heading, a list item or a table cell carries it. */
export interface Numbering {
  /** What is numbered, lower case and singular: `gate`, `phase`, `step`; '' for a bare number. */
  readonly word: string
  /** As written: `2.1`, `A`, `07`, `A2`. */
  readonly written: string
  /** The parts as numbers (a letter counts from 1); one part for `3`, two for `2.1` and `A2`. */
  readonly parts: readonly number[]
  /** Whether the last part is a letter. */
  readonly lettered: boolean
  /** What stands behind the number and its separator, trimmed. */
  readonly title: string
  /** 0-based UTF-16 offset of the number in the text that was read; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

/** Things that operational documents number (counted over 5,373 documents of 37 repositories). */
const WORDS = 'gates?|phases?|steps?|stages?|parts?|waves?|checks?|tasks?|milestones?|guarantees?|rules?|sections?|appendix|tiers?|levels?|layers?|rounds?|batch(?:es)?|sprints?|iterations?|days?|weeks?|scenarios?|options?|cases?|questions?|items?'

/** Emoji, mark-up and blanks that stand in front of a title. */
const DECORATION = /^(?:[\s*_~`#>]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d|\u20e3)+/u
const NUMBERED_WORD = new RegExp(`^(${WORDS})(?:[\\s\\u00a0_-]{1,3}#?|#|(?=\\d))((?:\\d{1,3}(?:\\.\\d{1,3}){0,3})|[A-Z]\\d{0,2})(?![\\w/])[*_]{0,2}(?:\\s*(?:[:.)—–-]+|$)[*_]{0,2}|\\s+(?=\\S))`, 'i')
/** A bare number needs a separator behind it: `3 ways to …` is no numbering; `2.1 Title` is. */
const BARE = /^(\d{1,3}(?:\.\d{1,3}){0,4})(?:[.):]+[*_]{0,2}(?=\s|$)|[*_]{0,2}\s+[—–-]\s+)/
const BARE_DOTTED = /^(\d{1,3}(?:\.\d{1,3}){1,4})[*_]{0,2}\s+(?=\S)/
const LETTER = /^([A-Z])[.)][*_]{0,2}(?=\s|$)/

/**
 * Reads the number that a title begins with.
 * @param text the title as written, mark-up and emoji included
 * @returns `undefined` for a title without one
 */
export function numberingOf(text: string): Numbering | undefined {
  const lead = DECORATION.exec(text)?.[0].length ?? 0
  const rest = text.slice(lead, lead + 400)
  const named = NUMBERED_WORD.exec(rest)
  if (named !== null) {
    const [whole, word = '', number = ''] = named
    // Letters are capitals: `Part a` begins a sentence.
    if (/^[a-z]/.test(number)) return undefined
    return made(text, lead + word.length + whole.slice(word.length).indexOf(number), number, lead + whole.length, singular(word))
  }
  const bare = BARE.exec(rest) ?? BARE_DOTTED.exec(rest) ?? LETTER.exec(rest)
  if (bare === null) return undefined
  const [whole, number = ''] = bare
  return made(text, lead, number, lead + whole.length, '')
}

function made(text: string, start: number, written: string, titleAt: number, word: string): Numbering | undefined {
  const parts = partsOf(written)
  if (parts === undefined) return undefined
  return {
    word, written, parts, lettered: /[A-Za-z]$/.test(written),
    title: text.slice(titleAt).replace(/^[\s:.)—–-]+/, '').trim(), start, end: start + written.length,
  }
}

/** `2.1` → 2, 1; `B` → 2; `A2` → 1, 2. */
function partsOf(written: string): readonly number[] | undefined {
  if (/^\d/.test(written)) return written.split('.').map(Number)
  const letter = written.toUpperCase().charCodeAt(0) - 64
  if (letter < 1 || letter > 26) return undefined
  return written.length === 1 ? [letter] : [letter, Number(written.slice(1))]
}

/** `Gates` → `gate`, `batches` → `batch`. */
export function singular(word: string): string {
  const lower = word.toLowerCase()
  if (/(?:ch|sh|ss|x)es$/.test(lower)) return lower.slice(0, -2)
  if (/[^aeiou]ies$/.test(lower)) return `${lower.slice(0, -3)}y`
  return /[^s]s$/.test(lower) ? lower.slice(0, -1) : lower
}
