/** Versions as people write them: `20`, `v20.11`, `20.x`, `>= 18.17`, `18+`, `18 or newer`, `18, 20 and 22`, `18 to 22`. */

/**
 * - `at`: this very version, as exactly as it is written ("20" is every 20.x)
 * - `from`: this one or any later
 * - `among`: several, or everything between two
 */
export type Form = 'at' | 'from' | 'among'

/** What a text says of a version: plain JSON. */
export interface Stated {
  readonly form: Form
  /** In the language of npm's ranges: `20`, `>=18.17`, `18 || 20`, `>=18 <23`. */
  readonly range: string
  /** The first version alone, as exactly as written: `18.17`. */
  readonly version: string
}

/** A statement and its 0-based offsets in the text that it was read from; `end` is exclusive. */
export interface Statement extends Stated {
  readonly start: number
  readonly end: number
}

const NUMBER = '[vV]?(\\d{1,3}(?:\\.\\d{1,6}){0,2})(?:(?:\\.[xX*]){1,2})?'
/** Not the beginning of another word, a longer number or a share. */
const ENDS = '(?![\\w%]|\\.\\w|-[A-Za-z])'
const LATER = '\\s{0,3}(?:\\+|\\(?(?:or|and)\\s{1,3}(?:any\\s{1,3})?(?:newer|later|higher|above|greater|up|upwards?|more recent|beyond)\\b\\)?|\\(?minimum\\b\\)?|\\(?min\\.?\\))'
const FIRST = new RegExp(`(>=|=>|≥|=?<=?|≤|[~^>=]|(?:at\\s{1,3}least|minimum(?:\\s{1,3}of)?|min\\.?)\\s)?\\s{0,3}${NUMBER}(?:(?=\\s{0,3}[+(])|${ENDS})(${LATER})?`, 'y')
const FURTHER = new RegExp(`\\s{0,3}(?:,\\s{0,3}(?:or|and)\\s|,|\\|\\||/|\\b(?:or|and)\\s)\\s{0,3}(>=|[~^])?\\s{0,2}${NUMBER}(?:(?=\\s{0,3}\\+)|${ENDS})(${LATER})?`, 'y')
/** What may follow a version in a list: "and 2 cores" is none. */
const APART = /\s{0,3}(?:$|[,.;:()/|+]|(?:and|or|are|is|lts|on|for|with|in)\b)/iy
const UNTIL = new RegExp(`\\s{0,3}(?:-|–|—|\\bto\\s|\\bthrough\\s|&&?\\s{0,3}<|,?\\s{0,3}<)(=?)\\s{0,3}${NUMBER}${ENDS}`, 'y')

/**
 * Reads the statement that begins at an offset.
 * @param at 0-based offset of its first sign
 * @returns `undefined` when there is none, or one that only sets an upper bound
 */
export function statementAt(text: string, at: number): Statement | undefined {
  FIRST.lastIndex = at
  const first = FIRST.exec(text)
  if (first === null) return undefined
  const [whole, operator = '', number = '', later] = first
  if (/[<≤]/.test(operator)) return undefined
  const start = at + whole.search(/\S/)
  let end = at + whole.length
  const open = later !== undefined || /^(?:>|=>|≥|at|min)/.test(operator)
  UNTIL.lastIndex = end
  const until = UNTIL.exec(text)
  if (until !== null && later === undefined) {
    const included = until[0].includes('<') && until[1] === '' ? '<' : '<='
    return { form: 'among', range: `>=${number} ${included}${until[2] ?? ''}`, version: number, start, end: end + until[0].length }
  }
  const parts = [rangeOf(operator, number, open)]
  let opened = open
  for (let count = 0; count < MOST_PARTS; count++) {
    FURTHER.lastIndex = end
    const next = FURTHER.exec(text)
    if (next === null) break
    APART.lastIndex = end + next[0].length
    if (!APART.test(text)) break
    const opens = next[3] !== undefined || next[1] === '>='
    // "20.19+, 22.12+": later lines of releases, of which only the last one stays open.
    parts.push(rangeOf(next[1] ?? '', next[2] ?? '', opens))
    opened = opens
    end += next[0].length
  }
  if (parts.length === 1) return { form: open ? 'from' : 'at', range: parts[0] ?? number, version: number, start, end }
  return { form: opened ? 'from' : 'among', range: parts.join(' || '), version: number, start, end }
}

/** A list of more versions says something else. */
const MOST_PARTS = 6

function rangeOf(operator: string, number: string, open: boolean): string {
  if (open) return `>=${number}`
  return operator === '^' || operator === '~' ? `${operator}${number}` : number
}
