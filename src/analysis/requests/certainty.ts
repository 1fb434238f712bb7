/**
 * Whether a number with a sign is a reference at all. Counted over 5,373 documents, `#N` is mostly something else: an ordinal
 * ("gate #7", "company #2"), a part of a plan, a colour, an item of a list above.
 */
import type { PlacedToken } from './place.ts'
import { isRequestHead } from './columns.ts'
import type { CalledAs, RequestUrl } from './urls.ts'

/**
 * - `named`: called a pull request or an issue, or written as only these are
 * - `plain`: a bare number where references stand
 * - `weak`: may as well be an ordinal; only a rule that knows more of the document may believe it
 */
export type Certainty = 'named' | 'plain' | 'weak'

/** What the word in front of a number calls it. */
export interface Cue {
  readonly as: CalledAs
  /** A name in front of that word: `SYO PR #95` is a number of SYO. */
  readonly project?: string
}

const CUE = /(?:^|[^\w#])(pull[ -]requests?|merge[ -]requests?|PRs?|MRs?|issues?|GitHub|GH)\s{0,2}:?\s{0,2}[([]{0,2}(?:#\s?)?$/i
/** Services other than the repository's own number things as well. */
const OTHER_TRACKER = /\b(?:jira|sentry|linear|gitlab|bugzilla|discussion|advisory|zendesk|trello|asana|chromium|node|webpack|upstream|downstream|sibling|their|another|other)\s$/i

/**
 * The word right in front of a number.
 * @param before the text of the block in front of it, mark-up gone
 */
export function cueOf(before: string, token: PlacedToken): Cue | undefined {
  if (token.form === 'gh') return { as: 'either' }
  const match = CUE.exec(before.slice(-40))
  if (match === null) return undefined
  const word = (match[1] ?? '').toLowerCase()
  if (token.form !== 'bang' && /^prs?$/i.test(word) && !/PRs?\W*$/.test(before) && token.form === 'word') return undefined
  const front = before.slice(0, before.length - (match[0].length - match[0].search(/\w/)))
  const as: CalledAs = word.startsWith('issue') ? 'issue' : word.startsWith('g') ? 'either' : 'request'
  const project = projectBefore(front)
  return project === undefined ? { as } : { as, project }
}

/** Words with a capital that stand in front of `PR #12` and name no project. */
const NO_PROJECT = /^(?:GH|GitHub|Github|GitLab|Gitea|Bitbucket|Draft|Open|Merged?|See|Close[sd]?|Via|In|The|This|That|Our|Each|Every|Per|From|And|Or|For|As|By|To|Of|On|With|Fix(?:e[sd])?|Ship(?:ped|s)?|Land(?:ed|s)?|Added?|Follow(?:s|ed)?|Reverts?|Reverted|Dependabot|Renovate|Related|Current|Latest|New|Old|First|Last|Next|After|Before|Since|Until|When|Once|If|Original|Tracking|Parent|Child|Main|Final|Prior|Previous|Rebased?|Release|Security|Blocked|Blocking|Pending|Awaiting|Resolve[sd]?|Ref(?:s|erences?)?|Done|Status|State|Both|Only|Stacked|Base|Head|Backport(?:ed)?|Review(?:ed)?|Approved?|Deploy(?:ed)?|Cherry-picked|Feature|Hotfix|Docs?|CI|QA|UI|UX|API|DB|P\d|WIP|TODO|NOTE|DONE|FIXME|ADR|RFC|I|A|An)$/

function projectBefore(front: string): string | undefined {
  if (OTHER_TRACKER.test(front)) return /(\w+)\s$/.exec(front.slice(-30))?.[1]
  const match = /(?:^|[\s("'/,;:[—–-])([A-Z][\w.-]{1,40})\s$/.exec(front.slice(-60))
  const word = match?.[1]
  if (word === undefined || NO_PROJECT.test(word)) return undefined
  const ahead = front.slice(0, front.length - word.length - 1)
  const opens = /(?:^|[.!?:;|—–([])\s*$/.test(ahead)
  // At the start of a sentence any word has a capital; a name that is all capitals or has them inside is one even there.
  return opens && !/[A-Z0-9].*[A-Z]|[a-z][A-Z]/.test(word) ? undefined : word
}

/** Verbs that a reference follows, whatever its size. */
const VERB = /(?:^|[^\w-])(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|implement(?:ed|s)?(?: in| by)?|merged(?: in| via| as)?|landed(?: in| via)?|shipped(?: in| via| across)?|added in|removed in|introduced (?:in|by)|reverted (?:in|by)|reverts?|reopen(?:ed|s)?|supersede[sd]?(?: by)?|superseded by|tracked (?:in|by|at)|blocked (?:by|on)|depends on|awaiting|duplicate of|cherry-?pick(?:ed|s)?(?: from)?|backport(?:ed|s)?(?: of| from)?|follow-?up (?:to|of)|refs?|gated by)\s{0,2}:?\s{0,2}[([]{0,2}$/i
/** Words that a reference of some size may follow. */
const PARTICLE = /(?:^|[^\w-])(?:see(?: also)?|cf\.?|in|by|via|from|with|and|or|to|per|under|through|across|after|before|since|until|is|are|both|also|like|re|than|while|but|then|only|that|open|closed|pending|for|of|on|as|merge|rebase|land|ship|requires|needs|on top of|post|pre)[\s-]{1,2}[([]{0,2}$/i

/** Numbers that stand in examples. */
const PLACEHOLDER: ReadonlySet<number> = new Set([
  12, 42, 99, 100, 111, 123, 321, 456, 666, 999, 1000, 1111, 1234, 2345, 4321, 5678, 9999, 12345, 54321, 99999, 123456,
])
const EXAMPLE = /\b(?:e\.g\.|i\.e\.|for example|for instance|such as|examples?|like this|placeholder|suppose|imagine|format|convention|commit message|write|reference the|link to the)\b|→|=>/i
const COLOUR = /\b(?:colou?rs?|hex|rgba?|css|fill|stroke|background|border|theme|palette|shade)\b/i

/** All that decides on one number. */
export interface Surroundings {
  readonly token: PlacedToken
  readonly before: string
  readonly after: string
  readonly cue: Cue | undefined
  /** The head of the table column; '' outside of tables. */
  readonly head: string
  /** Whether the document counts requests of its own from 1. */
  readonly stacked: boolean
  readonly url: RequestUrl | undefined
}

/** Below it a bare number is as likely an ordinal. */
const SMALL = 100

/** How sure it is that a number is a reference; `undefined` when it is none. */
export function certaintyOf({ token, before, after, cue, head, stacked, url }: Surroundings): Certainty | undefined {
  const { number, form } = token
  if (number === 0) return undefined
  if (url !== undefined) return 'named'
  const column = isRequestHead(head)
  const exemplary = PLACEHOLDER.has(number) && token.to === undefined && column === undefined
  if (exemplary && (EXAMPLE.test(before) || /^[\s"')\]]{0,4}(?:etc|\.\.\.|…)/.test(after))) return undefined
  if (/^\s*[—–-]\s*\d{4}-\d\d/.test(after)) return undefined
  if (token.repository !== undefined || form === 'gh') return 'named'
  if (form === 'bang') return cue?.as === 'request' || column === 'request' ? 'named' : undefined
  if (cue !== undefined) {
    if (stacked && number < SMALL) return undefined
    if (exemplary && number > SMALL) return 'weak'
    // `PR 2 of 5`, `PR 1: schema`.
    if (form === 'word') return number < SMALL && column !== 'request' ? 'weak' : 'named'
    return number < 10 && column === undefined ? 'weak' : 'named'
  }
  if (form === 'word') return undefined
  if (column !== undefined) return 'plain'
  if (token.inCode) return undefined
  if (exemplary) return 'weak'
  if (looksLikeColour(token, before, after)) return undefined
  return bare(token, before, after)
}

function looksLikeColour(token: PlacedToken, before: string, after: string): boolean {
  if (/#[\da-f]{3,8}\W{1,4}$/i.test(before.slice(-14)) && !/#\d{1,6}\W{1,4}$/.test(before.slice(-14))) return true
  const digits = token.end - token.start - 1
  return token.to === undefined && (digits === 6 || (digits === 3 && COLOUR.test(before.slice(-80) + after.slice(0, 40))))
}

function bare({ number, to, block }: PlacedToken, before: string, after: string): Certainty | undefined {
  if (block.type === 'heading' && /^[\s#]*$/.test(before)) return undefined
  if (VERB.test(before.slice(-50))) return number < 10 ? 'weak' : 'plain'
  // A bare range is a reference or a numbering of the document's own; either way it is a set.
  const big = number >= SMALL || (to !== undefined && to >= SMALL)
  if (/^(?:[\s([|>—–-]|[-*+]\s|\d{1,4}[.)]\s|\[[ xX]\]\s)*$/.test(before)) return big && block.type !== 'tableCell' ? 'plain' : 'weak'
  if (PARTICLE.test(before.slice(-30))) return big ? 'plain' : 'weak'
  if (/[([,;:/+—–→]\s{0,2}$/.test(before)) return big ? 'plain' : 'weak'
  // Any other word in front of it counts something: "finding #8", "PKCS #11", "task #120".
  return /[.!?]\s{1,2}$/.test(before) && big && !/^\s+[a-z]+\b/.test(after) ? 'plain' : undefined
}
