/** How far a field says that things are: `State: Done. PR #4 merged`, `**Status**: ✅ COMPLETE`. */

/** `other` is what none of the usual words begin: no contradiction can be read from it. */
export type Progress = 'done' | 'open' | 'blocked' | 'dropped' | 'other'

const DECORATION = /^(?:[\s*_~`"'[(]|\p{Extended_Pictographic}|\ufe0f|\u200d)+/u
const DONE = /^(?:all\s+)?(?:done|completed?|finished|implemented|shipped|closed|resolved|delivered|released)\b/i
const OPEN = /^(?:not (?:started|done|yet)|in[- ]progress|wip|open|ongoing|started|pending|todo|to[- ]do|planned|proposed|draft|underway|under way|incomplete|partial(?:ly)?)\b/i
/** What takes the word back: `Done when …`, `Complete except`, `done | open`. */
const TAKEN_BACK = /^\S{1,15}\s*(?:when|if|once|until|after|except|but|apart from|pending|for phase|for v?\d|\(\s*(?:partial|mostly|except)|[|/]|or\b|~|with (?:known|open|remaining))|\b(?:mostly|partially|almost|except|not yet|remaining|follow-?ups? (?:open|remain)|\d{1,2}\s?%)/i

/** Reads the value of a status field. */
export function progressOf(value: string): Progress {
  const text = value.slice(0, 300).replace(DECORATION, '')
  if (/^(?:blocked|stalled|on hold)\b/i.test(text)) return 'blocked'
  if (/^(?:cancel|reject|abandon|supersed|deprecat|obsolete|won['’]?t)/i.test(text)) return 'dropped'
  if (DONE.test(text)) return TAKEN_BACK.test(firstSentence(text)) ? 'other' : 'done'
  return OPEN.test(text) && !/[|]/.test(text) ? 'open' : 'other'
}

function firstSentence(text: string): string {
  return text.split(/[.;](?:\s|$)/)[0] ?? ''
}

/** Whether a field says that there is nothing: `None`, `n/a`, `-`, `nothing`, `No blockers`. */
export function isNothing(value: string): boolean {
  return /^(?:[\s*_`"'([~✅-]|\u2705)*(?:none\b|no\b|nothing\b|n\/?a\b|nil\b|—|–|-*$|unblocked\b)/i.test(value)
}
