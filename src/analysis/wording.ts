/**
 * What the words around a mention say about it: that the thing is gone, still to be made, only an example. The class
 * "named because removed" is the hardest for every checker (half of such findings were wrong even with history), so
 * the sentence is read, not the line, and headings above count too.
 */
import type { Document } from '../core/document.ts'
import { closest, textOf, type MarkdownNode } from '../core/markdown/node.ts'

/**
 * - `removed`: the text itself says that the thing is gone, moved or renamed
 * - `planned`: the thing is to be made, by the reader or later
 * - `conditional`: "if it exists", "optional"
 * - `elsewhere`: it is said to lie in another repository, on a server, in the reader's project
 * - `generated`: it is said to be written by a tool
 * - `negated`: "do not", "never", "avoid"
 * - `example`: one name out of many that could stand there
 */
export type Wording = 'removed' | 'planned' | 'conditional' | 'elsewhere' | 'generated' | 'negated' | 'example'

/** How far a sentence is followed in each direction. */
const WINDOW = 400

const REMOVED: readonly RegExp[] = [
  /\b(?:was|were|been|is|are|be|being|got|has|have|had|now)\s+(?:\w+\s+){0,2}(?:removed|deleted|dropped|renamed|retired|superseded|discontinued|decommissioned|merged into|folded into|absorbed|gone|moved)\b/i,
  /\b(?:replaced (?:by|with)|superseded by|renamed (?:to|from|as)|moved (?:to|from|into|out)|migrated (?:to|from|away)|split into|merged into|folded into)\b/i,
  /\bno longer\b|\b(?:does|do|did) ?n['o]t exist\b|\b(?:does|do|did) not exist\b|\bnot exist\b|\bthere (?:is|are|was) no\b|\bdoesn.t exist\b/i,
  /\b(?:formerly|previously|used to (?:be|live|have|contain|exist)|back when|historical(?:ly)?|in the past|long gone|at the time)\b/i,
  /(?:^|[\s([*_~-])(?:removed?|removes|removing|deleted?|deletes|deleting|dropped|drops?|renamed?|renames|renaming|retired|retires|supersedes)\s*:?\*{0,2}\s*(?:the|all|our|old|legacy|stale|unused|dead|obsolete|file|files|folder|directory|[`[*])/i,
  /\b(?:instead of|rather than|in place of|not in|and not|\bnot)\s+(?:the\s+|in\s+|from\s+)?(?:old\s+|legacy\s+)?[`[]/i,
  /\b(?:old|legacy|former|previous|obsolete|dead|stale|defunct|retired|removed|deleted)\s+(?:\w+\s+){0,2}[`[(]/i,
  /\b(?:removed|deleted|retired|gone|dead|renamed|obsolete|superseded)\b\s*(?:[.,;:)]|$|in\s|as of|since|with\s|by\s|on\s|\()/i,
]

const PLANNED: readonly RegExp[] = [
  /\b(?:create|creating|scaffold|touch|mkdir)\b/i,
  /\b(?:add|adding|write|introduce|make|put|place|drop|save|store)\s+(?:a|an|another|the following)\s+(?:[\w-]+\s+){0,3}(?:file|folder|directory|script|module|page|document|config|configuration|workflow|template|component|package|crate|migration)\b/i,
  /\bnew\s+(?:file|folder|directory|script|module|page|doc|document|workflow|migration|component|package|test|table|route|endpoint)s?\b|\(new\)|\[new\]|\bNEW\b/i,
  /\b(?:will (?:be|live|contain|hold|go|become|need|eventually)|to be (?:created|added|written|built|implemented|introduced)|not yet|yet to be|planned|proposed|proposal|upcoming|future|eventually|someday|would (?:be|live|contain|go|need)|could be|tbd|todo)\b/i,
  /\b(?:your (?:own|project|app|application|repo|repository|package|plugin|site|code|code ?base)|you(?:'ll| will| can| may| could| might| should| need to| want to)?\s+(?:\w+\s+){0,2}(?:create|add|write|have|define|make|use))\b/i,
]

const CONDITIONAL = /\b(?:if\s+(?:\w+\s+){0,3}[`[][^`\]]*[`\]][^.]{0,20}\b(?:exists?|is (?:present|found|missing|there|available))|if (?:it|they|one|any) (?:exists?|is present)|if (?:any|present|available|needed|you have|there is|applicable)|when present|where present|optional(?:ly)?|(?:any|either) of)\b/i
const ELSEWHERE = /\b(?:(?:another|other|separate|sibling|external|upstream|downstream|private|sister)\s+(?:repo|repository|checkout|project|package|codebase)|(?:in|from|of) (?:the )?[`[]?[\w.-]+\/[\w.-]+[`\]]?(?:\([^)]*\))? repo(?:sitory)?|on the (?:server|host|vm|droplet|machine|device|target|box|runner)|inside the (?:container|image|pod|vm)|in the (?:container|image|pod|bucket|cluster)|your (?:machine|computer|home|shell|system))\b/i
const GENERATED = /\b(?:(?:auto-?)?generated?s?|generating|emits?|emitted|output(?:s|ted)?|produces?d?|writes?|written|dumps?|dumped|builds? (?:to|into)|compiled? (?:to|into)|artifacts?|gitignored|git-ignored|ignored by git|not (?:checked in|committed|tracked)|uncommitted|downloaded|cached?)\b/i
const NEGATED = /\b(?:do not|don['’]t|never|avoid|must not|mustn['’]t|should not|shouldn['’]t|cannot|can['’]t|without)\b/i
const EXAMPLE = /\b(?:e\.g\.|for example|for instance|such as|example|examples|suppose|imagine|say,|let's say|like this|hypothetical|sample|similar to|something like)\b/i

const REMOVED_SECTION = /\b(?:removed|removals?|deleted|deletions?|deprecations?|breaking changes?|changelog|what changed|changes since|renamed|superseded|post-?mortem)\b/i
const PLANNED_SECTION = /\b(?:(?:files?|modules?|tests?|components?) to (?:create|add|write|change|touch|modify)|new files?|future|roadmap|proposal|proposed|planned|plan|todo|to-do|next steps|open questions|ideas|backlog|follow-?ups?|wishlist|not yet|implementation plan|deliverables?|milestones?)\b/i

/** What the surroundings of a mention say; the most telling kind only. */
export interface Surroundings {
  /** The kind that the sentence states, if any. */
  readonly sentence: Wording | undefined
  /** The kind that the headings above state, if any. */
  readonly section: 'removed' | 'planned' | undefined
  /** Struck through: `~~src/old.ts~~`. */
  readonly struck: boolean
}

/**
 * Reads what stands around a mention.
 * @param node the node that holds the mention
 * @param start 0-based offset of the mention, `end` exclusive
 */
export function surroundingsOf(document: Document, node: MarkdownNode, start: number, end: number): Surroundings {
  const struck = closest(node, 'delete') !== undefined
  return { sentence: wordingOf(withoutNames(sentenceAround(document, node, start, end))), section: sectionWording(document, start), struck }
}

/** What is in code or a link's destination are names, not words: `RETIRED.md` retires nothing. */
function withoutNames(sentence: string): string {
  return sentence.replace(/`[^`]*`/g, '`x`').replace(/\]\([^)\s]*\)/g, ']').replace(/\S*\w[/.]\w\S*/g, '`x`')
}

/** The kind that a sentence states; `removed` before all others, then what keeps a never-existing path from being drift. */
export function wordingOf(sentence: string): Wording | undefined {
  if (REMOVED.some(pattern => pattern.test(sentence))) return 'removed'
  if (CONDITIONAL.test(sentence)) return 'conditional'
  if (PLANNED.some(pattern => pattern.test(sentence))) return 'planned'
  if (ELSEWHERE.test(sentence)) return 'elsewhere'
  if (GENERATED.test(sentence)) return 'generated'
  if (NEGATED.test(sentence)) return 'negated'
  if (EXAMPLE.test(sentence)) return 'example'
  return undefined
}

function sectionWording(document: Document, offset: number): 'removed' | 'planned' | undefined {
  for (const heading of document.headingsAt(offset)) {
    if (heading.depth === 1) continue
    const title = textOf(heading)
    if (REMOVED_SECTION.test(title)) return 'removed'
    if (PLANNED_SECTION.test(title)) return 'planned'
  }
  return undefined
}

/** The sentence (in a table: the row; in a list: the item's own lines) that a mention stands in, as written. */
export function sentenceAround(document: Document, node: MarkdownNode, start: number, end: number): string {
  const block = closest(node, 'tableRow', 'paragraph', 'heading', 'code', 'html', 'definition', 'yaml') ?? node
  const from = Math.max(block.start, start - WINDOW)
  const to = Math.min(block.end, end + WINDOW)
  const before = document.text.slice(from, start)
  const after = document.text.slice(end, to)
  if (block.type === 'tableRow') return before + document.text.slice(start, end) + after
  const head = lastBoundary(before)
  const tail = firstBoundary(after)
  return before.slice(head) + document.text.slice(start, end) + after.slice(0, tail)
}

/** A sentence ends at `.`, `!` or `?` before white space and an upper-case letter or mark-up; never inside "e.g.". */
const BOUNDARY = /[.!?]["')\]*_]*\s+(?=["'(*_[`]*[A-Z`[(*])/g

function lastBoundary(text: string): number {
  let last = 0
  for (const match of text.matchAll(BOUNDARY)) {
    if (!isAbbreviation(text, match.index)) last = match.index + match[0].length
  }
  return last
}

function firstBoundary(text: string): number {
  for (const match of text.matchAll(BOUNDARY)) {
    if (!isAbbreviation(text, match.index)) return match.index + 1
  }
  return text.length
}

function isAbbreviation(text: string, dot: number): boolean {
  return /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp|no)$/i.test(text.slice(Math.max(0, dot - 8), dot))
}
