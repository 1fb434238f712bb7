/** What makes hexadecimal digits a commit: the words right before and behind them, or the head of their column. */
import { textOf } from '../../core/markdown/node.ts'
import type { Context } from './context.ts'
import { rowOf } from './context.ts'
import type { Cue } from './target.ts'

/** What else is written in hexadecimal digits. Ends right before them. */
const OTHER_THING = /\b(?:sha-?(?:1sum|224|256|384|512)|digests?|checksums?|md5|crc(?:32)?|uuid|guid|traces?|span|images?|containers?|docker|etag|nonce|tokens?|keys?|secrets?|fingerprint|blob|tree|integrity|build|jobs?|session|requests?|block|tx|transaction|address|pod|node|run|workflow|colou?r|user|account|device|release id|serial|file|content|asset|media|cache|etag|peer|root|state|hash of)(?:[ -](?:id|hash|sum|no\.?|number|key|root|digest))?s?\s*(?:is|of|was|as|=|:|#|\()*\s*$/i

const NOUN = /\b(?:commits?|revisions?|revs?|shas?|HEAD)(?:[ -](?:sha|id|hash|ref|range)s?)?\s*(?:is|was|are|at|of|to|from|by|now|=|:|#|\(|,|—|–|-)?\s*\(?$/i
const DONE = /\b(?:merged?|landed|shipped|fixed|introduced|added|reverted|removed|done|implemented|resolved|deployed|promoted|committed|pushed|squashed|cherry-?picked|backported|rebased|released|regressed|bisected)(?: (?:to|on|onto|into) [\w/.-]+)?,? (?:as|in|at|by|with|via|from|to)\s*\(?$/i
const BEHIND = /^\s*\(?(?:merge )?(?:commit|revision)\b(?! (?:message|status|hook))/i

/** A column of commits; not one of checksums. */
const COLUMN = /^(?:(?:[\w/ -]+ )?(?:commits?|shas?|revisions?|rev)(?: (?:sha|id|hash|ref|range|\(s\)))?s?|merged (?:as|in)|fix(?:ed)? in|introduced in|(?:deployed )?artifacts?)(?: \([^)]*\))?$/i
const OTHER_COLUMN = /\b(?:256|384|512|checksum|digest|md5|image|blob|file|tree|content)\b/i

/** Words that tell what a sentence is about. */
const ABOUT = /\b(?:commits?|revisions?|sha|merged?|cherry-pick\w*|rebased?|HEAD|reverts?|reverted)\b/i
const ABOUT_DEPLOYMENT = /\b(?:deploy\w*|promot\w*|reports?|reported|tag|tagged|branch|release|artifact|health|rollback|git)\b/i

/** A pull request's number right beside. */
const PULL_BEFORE = /(?:^|[^\w&/])#\d{1,7}\)?\s*(?:[(,:—–-]|→|->|as|in|at|is|=)?\s*\(?$/
const PULL_BEHIND = /^\s*[(,]?\s*(?:PR |MR |pull request )?[#!]\d{1,7}\b/i

/** Whose commit it is, where the text says so: "upstream commit", "llama.cpp commit", "Node commits". */
const OWNER = /(?:^|[\s(])(\w[\w.+-]*) (?:merge )?(?:commits?|revisions?|shas?)\s*[:(]?\s*\(?$/i
/** Words that are written in capitals at the start of a sentence or a label, and say nothing of another project. */
const OURS = /^(?:Merge|Squash|Base|Head|Parent|Git|Source|Target|Fix|Bad|Good|Last|First|Latest|Current|Previous|Deployed?|Release|Tag|Main|Implementation|Docs?|Test|Feature|Tip|Final|Initial|Key|Related|Full|Short|The|This|That|See|In|At|By|On|From|Of|Reviewed|Verified|Audited|Baseline|Revert|Rollback|Prod|Production|Staging|Testing|GitHub|GitLab|CI|PR|MR|API|UI|DB|P\d\w*|Phase|Step|Code|Hotfix|Backend|Frontend|Local|Remote|Origin|Master|Promoted|Approved|Frozen|Merged|Landed|Single|One|Both|Two|Three|Atomic|Original|New|Old|Starting|Ending|Candidate|Branch|SHA\d*|ID|UAT|QA|Dev|Rev|CD|V\d+|Done|OK|To|And|Or|Not)$/i

/** The project that a text names as the owner of a commit; `null` when it names none. */
export function ownerOf({ before }: Context): string | null {
  const acronym = ACRONYM.exec(before.slice(-20))?.[1]
  if (acronym !== undefined && !OURS.test(acronym)) return acronym
  const word = OWNER.exec(before.slice(-90))?.[1]
  if (word === undefined || OURS.test(word)) return null
  if (/^(?:upstream|vendor(?:ed)?|fork|submodule|sibling|external)$/i.test(word)) return word
  const isFirst = before.trimStart().startsWith(word)
  return /\w\.\w/.test(word) || (/^[A-Z]/.test(word) && !isFirst) || /^[A-Z]\w*[A-Z0-9]/.test(word) ? word : null
}

/** `promotes SYO 41620cf…`: letters in capitals right before the id are a project's, unless they are everybody's. */
const ACRONYM = /(?:^|\s)([A-Z][A-Z0-9]{1,9})\s$/

/** The head of the column that a mention stands in. */
export function headOf(context: Context): string | undefined {
  const row = context.cell === undefined ? undefined : rowOf(context.cell)
  return row?.heads[row.at]
}

/** Whether a column holds commits. */
export function isCommitColumn(head: string): boolean {
  return COLUMN.test(head) && !OTHER_COLUMN.test(head)
}

/**
 * How plainly the words around hexadecimal digits call them a commit; `undefined` when they don't.
 * @param code whether they stand in a code span
 */
export function cueOf(sha: string, context: Context, code: boolean): Cue | undefined {
  const { before, after, sentence } = context
  const near = before.slice(-90)
  const head = headOf(context)
  if (OTHER_THING.test(near) || (head !== undefined && OTHER_COLUMN.test(head))) return undefined
  if (NOUN.test(near) || DONE.test(near) || BEHIND.test(after)) return 'strong'
  if (head !== undefined && isCommitColumn(head)) return /artifact/i.test(head) ? 'fair' : 'strong'
  if (PULL_BEFORE.test(near) || PULL_BEHIND.test(after)) return code ? 'fair' : undefined
  if (code && (/(?:^|\s)(?:at|@|reports?|reported|is on|are on|runs?|running|promotes?)\s*$/i.test(near))) return 'fair'
  const full = sha.length === 40
  if ((code || full) && /\bartifacts?\s*[:(]?\s*$/i.test(near)) return 'fair'
  if (ABOUT.test(sentence)) return code || full ? 'weak' : undefined
  if (ABOUT_DEPLOYMENT.test(sentence)) return full || (code && sha.length <= 12) ? 'weak' : undefined
  return undefined
}

/** What stands between the members of a list or chain of commits: `a`, `b` (#12) and `c`; `a..b`; `a` → `b`. */
const JOIN = /^[\s`,/&+→.…()*_~^>=-]*(?:(?:and|or|to|through|then|PR|#\d{1,7}|\([^()`]+\))[\s`,(*#)+&]*){0,4}$/

/** Whether a text joins two commits. */
export function joins(between: string): boolean {
  return between.length <= 60 && JOIN.test(between)
}

const PULL_MERGED = /(?:^|[^\w&/#])(\w[\w.-]*\s+)?(?:PR|MR|pull request|merge request)?\s?[#!](\d{1,7})\b\)?,?(?: (?:was|is|has been|got))?(?: (?:squash-?)?(?:merged|landed|shipped))(?:(?: (?:to|on|into) [\w/.-]+)?,? (?:as|in|at|via|with|by))?(?: (?:the )?(?:merge )?(?:commit|revision|sha))?\s*[:(]?\s*$/i
const PULL_COMMIT = /(?:^|[^\w&/#])(\w[\w.-]*\s+)?(?:PR|MR|pull request|merge request)\s?[#!](\d{1,7}),?(?: (?:is|was|has been|got))?(?: already)?(?: (?:squash-?)?merged)? \(?(?:merge|squash)d? commit\s*[:(]?\s*$/i
const COLUMN_OF_PULLS = /^(?:PRs?|MRs?|pull requests?|merge requests?|(?:pull )?request)(?: #)?$/i

/** The pull request that a text says this commit merged; `null` when it names none, or one of another project. */
export function pullOf(context: Context): number | null {
  const near = context.before.slice(-160)
  const match = PULL_MERGED.exec(near) ?? PULL_COMMIT.exec(near)
  if (match !== null) return isOther(match[1]) ? null : Number(match[2])
  const row = context.cell === undefined ? undefined : rowOf(context.cell)
  if (row === undefined || !/^(?:merge )?(?:commit|sha|merged (?:as|in)|merge commit)$/i.test(row.heads[row.at] ?? '')) return null
  const at = row.heads.findIndex(head => COLUMN_OF_PULLS.test(head))
  const cell = row.cells[at]
  if (cell === undefined) return null
  const numbers = [...textOf(cell).slice(0, 100).matchAll(/#(\d{1,7})\b/g)]
  return numbers.length === 1 ? Number(numbers[0]?.[1]) : null
}

/** A project's initials or name before "PR": "SYO PR #95". */
function isOther(word: string | undefined): boolean {
  return word !== undefined && /^[A-Z][A-Z0-9]+\s*$|^[A-Z]\w*[A-Z]\w*\s*$/.test(word) && !/^(?:PR|MR)\s*$/.test(word)
}
