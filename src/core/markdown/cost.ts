/** Texts that would keep the native parser (satteri 0.10.5) busy for minutes or fill gigabytes: nobody writes them. */

/** Below this length (UTF-16 units) no text takes long. */
const NEVER_COSTLY = 60_000
/** Measured: 3.2e9 makes an arena beyond 4 GB, 2e8 takes 0.1 s. */
const MOST_COST = 1e9
/** Measured: 50,000 quotes in each other take 1.7 s, 40,000 list items 4 s. */
const DEEPEST_NESTING = 5000
/** Measured: a word of 50,000 underscores takes 3 s. */
const LONGEST_WORD = 20_000
const MOST_UNDERSCORES = 5000
/** Measured: a word of 22,000 URLs takes 5 s. */
const MOST_URLS = 1000

/**
 * Whether parsing would take work beyond measure: each character reference copies the text that its paragraph has gathered
 * so far, each quote inside of a quote walks all those around it, each underscore or URL inside of a word the word.
 */
export function isTooCostly(text: string): boolean {
  return text.length >= NEVER_COSTLY && (isNestedTooDeep(text) || hasEndlessWord(text) || costOfReferences(text) > MOST_COST)
}

/** A line that opens thousands of quotes or list items in each other: `> > >`, `1. 1. 1.`. */
function isNestedTooDeep(text: string): boolean {
  const marks = new RegExp(`(?:[> \\t]|(?:[-*+]|\\d{1,9}[.)])[ \\t]){${String(DEEPEST_NESTING)}}`, 'y')
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    marks.lastIndex = start
    if (end - start >= DEEPEST_NESTING && marks.test(text)) return true
    start = end + 1
  }
  return false
}

function hasEndlessWord(text: string): boolean {
  let start = -1
  let marks = 0
  let urls = 0
  // Character by character: looking for long words with a pattern takes their length for each of their characters.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 32) {
      start = at
      marks = 0
      urls = 0
    } else if (code === 95 && ++marks > MOST_UNDERSCORES && at - start > LONGEST_WORD) return true
    else if (code === 58 && text.startsWith('://', at) && ++urls > MOST_URLS && at - start > LONGEST_WORD) return true
  }
  return false
}

/** Sum over all paragraphs of length times references. */
function costOfReferences(text: string): number {
  let reference = nextReference(text, 0)
  if (reference === text.length) return 0
  let cost = 0
  let blockStart = 0
  let marks = 0
  let fence: string | undefined
  let inTable = false
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, Math.min(end, start + 200))
    const opener = /^[ \t>]*(```|~~~)/.exec(line)?.[1]
    const code = fence !== undefined
    if (opener !== undefined && (fence === undefined || opener === fence)) fence = code ? undefined : opener
    if (/^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|/.test(line)) inTable = true
    const blank = /^\s*$/.test(line)
    if (blank) inTable = false
    // Blank lines, fences, list items and table rows end what is gathered.
    if (blank || code || fence !== undefined || inTable || /^[ \t>]*(?:[-*+#]|\d+[.)])[ \t]/.test(line)) {
      cost += marks * (start - blockStart)
      blockStart = start
      marks = 0
    }
    for (; reference < end; reference = nextReference(text, reference + 1)) if (!code) marks++
    start = end + 1
  }
  return cost + marks * (text.length - blockStart)
}

/** Offset of the next `&` that can begin a character reference; the text's length when there is none. */
function nextReference(text: string, from: number): number {
  for (let at = text.indexOf('&', from); at >= 0; at = text.indexOf('&', at + 1)) {
    if (/^&(?:#?\w{1,31});/.test(text.slice(at, at + 34))) return at
  }
  return text.length
}
