/** Commit ids in running text, code spans and table cells. */
import type { Document } from '../../core/document.ts'
import { closest } from '../../core/markdown/node.ts'
import { parseRevisionUrl } from './urls.ts'
import { contextOf, isExample, isUnderExample, mayHaveExamples, nodeAt, repositoriesIn, wordsBefore, type Context } from './context.ts'
import { cueOf, joins, ownerOf } from './cues.ts'
import { hexadecimalWords } from './tokens.ts'
import type { Address, Cue } from './target.ts'

/** A commit id where it stands. */
export interface ShaMention {
  /** 0-based offsets. */
  readonly start: number
  readonly end: number
  readonly sha: string
  readonly cue: Cue
  readonly context: Context
  readonly repositories: readonly string[]
  /** The project whose commit the text calls it. */
  readonly owner: string | null
  /** Of the commit URL that the id is the text of. */
  readonly address: Address | null
}

const HEXADECIMAL = /\b[0-9a-f]{7,40}\b/g
/** What no commit id is glued to. */
const GLUED_BEFORE = /[-/:=#%$@+~&?\\'"]|[^.\s]\.$|[^.]\.$/
const GLUED_BEHIND = /^(?:[-=%+][^\s]|\/\w|@\w|:\w|\.\w|["'])/
/** Ids that everybody makes up. */
const STOCK = /^(?:deadbeef|deadbee|cafebabe|badc0ffe|abcdef|abc123|abc1234|a1b2c3|1a2b3c|123abc|1234567|0123456|12345ab)|^(.)\1{6}|^0{7}/
/** A code span of commit ids only, or a git command on one. */
const CODE_REST = /^(?:commits?|rev|HEAD|[\s.,+&^~()…→>-]|\d{1,2}(?!\w))*$|^git (?:show|revert|cherry-pick|log|diff|checkout|reset|branch|merge|rebase)\b/

/** Commit ids that the document cites. Nothing from fenced blocks, HTML, or link destinations. */
export function shasIn(document: Document): readonly ShaMention[] {
  const found: ShaMention[] = []
  const examples = new Set<string>()
  const hasExamples = mayHaveExamples(document.text)
  for (const { start, end, text: sha } of hexadecimalWords(document.text)) {
    if (STOCK.test(sha) || isGlued(document.text, start, end)) continue
    const node = nodeAt(document, start)
    if (node === undefined || closest(node, 'delete') !== undefined) continue
    const code = node.type === 'inlineCode'
    const content = document.text.slice(node.start, Math.min(node.end, node.start + 400))
    if (code && !CODE_REST.test(content.replace(/^`+ ?| ?`+$/g, '').replace(HEXADECIMAL, ''))) continue
    const link = closest(node, 'link')
    const url = parseRevisionUrl(link?.url ?? '')
    if (link !== undefined && url?.kind !== 'commit') continue
    // A bare URL is its own text: the URL is read, not its letters.
    if (link !== undefined && /:\/\/[^\s]*$/.test(document.text.slice(Math.max(link.start, start - 300), start))) continue
    const context = contextOf(document, node, start, end)
    if (hasExamples && (isExample(context.sentence) || isUnderExample(document, start))) {
      if (isExample(wordsBefore(document.text, start)) || context.block.type === 'heading') examples.add(sha.slice(0, 7))
      continue
    }
    const own = url === undefined ? cueOf(sha, context, code) : 'strong'
    const last = found.at(-1)
    const joined = last?.context.block === context.block && joins(document.text.slice(last.end, start)) ? last : undefined
    const cue = stronger(own, joined !== undefined ? joined.cue : chained(document.text, start, end))
    if (cue === undefined || !looksLikeCommit(sha, cue)) continue
    found.push({
      start, end, sha, cue, context, repositories: repositoriesIn(context.sentence), address: url?.address ?? null,
      owner: ownerOf(context) ?? joined?.owner ?? (isElsewhere(context.sentence) ? 'another repository' : null),
    })
  }
  return examples.size === 0 ? found : found.filter(({ sha }) => !examples.has(sha.slice(0, 7)))
}

/** Whether a sentence speaks of another repository without a name. */
function isElsewhere(sentence: string): boolean {
  return /\bupstream\b|\b(?:another|other|separate|sibling|external|private|sister) (?:repo|repository|checkout|project|codebase)\b/i.test(sentence)
}

function isGlued(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  const behind = text.slice(end, end + 2)
  if (before.endsWith('..') || before === '->') return GLUED_BEHIND.test(behind) && !behind.startsWith('..')
  return (before !== '' && GLUED_BEFORE.test(before.endsWith('.') ? before : before.slice(-1))) || GLUED_BEHIND.test(behind)
}

/** `a` → `b` and `a..b` say that both are commits. */
function chained(text: string, start: number, end: number): Cue | undefined {
  return /^`?(?:\.{2,3}|\s*(?:→|->)\s*)`?[0-9a-f]{7,40}(?!\w)/.test(text.slice(end, end + 60)) ||
    /(?<!\w)[0-9a-f]{7,40}`?(?:\.{2,3}|\s*(?:→|->)\s*)`?$/.test(text.slice(Math.max(0, start - 60), start))
    ? 'fair'
    : undefined
}

const RANK: Readonly<Record<Cue, number>> = { strong: 3, fair: 2, weak: 1 }

function stronger(a: Cue | undefined, b: Cue | undefined): Cue | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return RANK[a] >= RANK[b] ? a : b
}

/** git abbreviates to 7–12 digits, or not at all. */
function looksLikeCommit(sha: string, cue: Cue): boolean {
  if (!/[a-f]/.test(sha)) return cue !== 'weak'
  return sha.length <= 12 || sha.length === 40 || (cue === 'strong' && sha.length !== 32)
}
