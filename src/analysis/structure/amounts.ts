/** "the 7 gates", "a four-phase plan", "all three guarantees": totals that a sentence states. */

export interface Amount {
  readonly value: number
  /** Lower case, as written: `gates`, `follow-ups`. */
  readonly noun: string
  /** Offsets in the text that was read: of the number alone, and the end of the noun. */
  readonly start: number
  readonly numberEnd: number
  readonly end: number
  /** `all seven gates`, `7-gate flow`, `consists of 4 phases`: said of the whole, whatever else the sentence means. */
  readonly total: boolean
  /** `the following four checks`. */
  readonly following: boolean
}

const WORDS = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
  'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
]

const NUMBER = `(?:\\d{1,3}|a dozen|${WORDS.slice(2).reverse().join('|')})`
/** A blank, or the end of a line within a paragraph. */
const BLANK = '(?:[ \\u00a0]|\\r?\\n[ \\t]{0,8})'
/** The number, up to two words between (`7 required gates`), the noun in the plural; or `7-gate`. Mark-up may stand around the number. */
const AMOUNT = new RegExp(
  `(?<![\\w.,/#$€£%+–—-])(?:[*_]{1,3})?(${NUMBER})(?:[*_]{1,3})?(?:-([a-z]{3,20})(?=[\\s*_.,;:)]|$)|((?:${BLANK}[a-z][a-z-]{1,20}){0,2}?)${BLANK}([a-z][a-z-]{1,20}s)(?![\\w-]))`, 'gi')

/** What makes a number a part, a bound or a difference instead of a total. */
const NOT_TOTAL_BEFORE = /\b(?:first|last|next|previous|prior|other|others|remaining|more|another|additional|extra|least|most|up to|over|than|about|around|roughly|approximately|nearly|almost|under|below|within|every|per|each|final|any|some|only|just|one of|or|to|and|of|between|through|version|top|those|these|both|either|further|new|old|former|latter|existing|top-level|after|before|until|for|part|step|gate|phase|chapter|section|page|line|issue|day|week|case|level|tier|release|retry)[ \u00a0]+(?:the[ \u00a0]+)?$/i
const TOTAL_BEFORE = /\b(?:all|consists? of|comprises?|comprised of|made up of|divided into|split into|in total|a total of|defines|contains|lists|documents|describes|has|have|of (?:the|all)|through (?:the|all)|across (?:the|all)|these)[ \u00a0]+(?:of )?(?:the[ \u00a0]+)?[*_]{0,3}$/i
/** Behind the noun: `three gates that …` may be a part of them. */
const NOT_TOTAL_BEHIND = /^[ \u00a0]+(?:that|which|who|where|whose|with|without|later|ago|earlier|before|after|at a time|in a row|above|more|or more|or fewer|apart|remain|left|per)\b/i
/** `3 of 7 gates` has two numbers, ours is behind `of`; `4 gates` in `3–4 gates` has a dash before. */
const FOLLOWING = /\b(?:the[ \u00a0]+)?following[ \u00a0]+[*_]{0,3}$/i
const PART_OF = /\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|some|any|each|none|most|first|last)[ \u00a0]+of[ \u00a0]+(?:the[ \u00a0]+|all[ \u00a0]+)?[*_]{0,3}$/i

/** Words between number and noun that single a part out. */
const SELECTS = /\b(?:more|other|of|in|or|and|to|for|per|the|new|additional|remaining|different|separate|extra|further|last|first|consecutive|times|is|are|was|with|on|by|as|at)\b/i
const HYPHEN_UNITS = /^(?:day|week|hour|minute|second|month|year|bit|byte|digit|letter|character|line|column|space|time|way|fold|star|core|node|point|pixel|legged|sided|based|party)$/i

/** Amounts in a text of one block, in order. */
export function amountsIn(text: string): readonly Amount[] {
  const found: Amount[] = []
  for (const match of text.matchAll(AMOUNT)) {
    const [whole, number = '', joined, between = '', plural] = match
    const value = valueOf(number)
    const noun = (joined ?? plural ?? '').toLowerCase()
    if (value < 2 || noun === '' || SELECTS.test(between) || (joined !== undefined && HYPHEN_UNITS.test(joined))) continue
    const start = match.index + whole.indexOf(number)
    const end = match.index + whole.length
    const before = text.slice(Math.max(0, match.index - 60), start)
    const following = FOLLOWING.test(before)
    const total = joined !== undefined || TOTAL_BEFORE.test(before) || PART_OF.test(before)
    if (!following && !total && NOT_TOTAL_BEFORE.test(before.replace(/[*_]{1,3}$/, ''))) continue
    if (/[\w.]\s*[–—-]\s*$/.test(before) && /\d\s*[–—-]\s*$/.test(before)) continue
    if (NOT_TOTAL_BEHIND.test(text.slice(end, end + 30))) continue
    found.push({ value, noun, start, numberEnd: start + number.length, end, total, following })
  }
  return found
}

function valueOf(written: string): number {
  const lower = written.toLowerCase()
  if (/^\d/.test(lower)) return Number(lower)
  return lower === 'a dozen' ? 12 : WORDS.indexOf(lower)
}

/** A number in the form in which another was written: `7`, `seven`, `Seven`. */
export function inTheFormOf(written: string, value: number): string {
  const word = WORDS[value]
  if (/^\d/.test(written) || word === undefined) return String(value)
  return /^[A-Z]/.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
