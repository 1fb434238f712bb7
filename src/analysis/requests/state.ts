/** What a document says of a pull request's state: in the sentence, the table row, the section around it. */
import type { Document } from '../../core/document.ts'
import { textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import { sentenceAround } from '../wording.ts'
import { outlineOf, type Section } from '../outline/outline.ts'
import { columnOfCell, isRequestHead } from './columns.ts'
import type { RequestMention } from './mentions.ts'
import { textAfter, textBefore } from './place.ts'

export type StatedState = 'merged' | 'open' | 'closed' | 'rejected' | 'reverted'

export interface StatedWord {
  readonly state: StatedState
  /** The words as a message quotes them: `merged`, `awaiting`. */
  readonly said: string
  /** `loose`: the state follows from what is said ("added in #12" was merged); `firm`: it is said. */
  readonly how: 'firm' | 'loose'
}

const WORDS: Readonly<Record<string, StatedState>> = {
  'merged': 'merged', 'shipped': 'merged', 'landed': 'merged', 'squash-merged': 'merged', 'released': 'merged', 'deployed': 'merged',
  'open': 'open', 'unmerged': 'open', 'pending': 'open', 'awaiting': 'open', 'outstanding': 'open', 'in review': 'open', 'under review': 'open',
  'in flight': 'open', 'in draft': 'open', 'draft': 'open', 'waiting': 'open', 'blocked': 'open', 'ready for review': 'open', 'ready to merge': 'open',
  'queued': 'open', 'closed': 'closed', 'abandoned': 'rejected', 'rejected': 'rejected', 'withdrawn': 'rejected', 'closed without merging': 'rejected',
  'closed unmerged': 'rejected', 'closed without merge': 'rejected', 'reverted': 'reverted', 'rolled back': 'reverted',
}
const STATE = Object.keys(WORDS).sort((a, b) => b.length - a.length).join('|').replace(/ /g, '\\s')

/** Words between a number and its state. */
const AUXILIARY = /^(?:is|are|was|were|has|have|been|be|got|gets|both|all|now|already|finally|still|currently|also|just|since|being|remains?|stays?|successfully|not|never|yet|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|will|should|must|can|may|might|would|could|cannot|to|once|when|if|until|needs?|gets)$/i
const NEGATION = /^(?:not|never|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|cannot)$/i
/** What is only to come, or only supposed. */
const UNREAL = /^(?:will|should|must|can|may|might|would|could|to|once|when|if|until|needs?|be|being)$/i
const BEHIND = new RegExp(`^(${STATE})(?![\\w-])`, 'i')
/** After `#12 open` a noun makes it "#12 open questions". */
const ENDS = /^\s*(?:$|[.,;:)\]|/&—–+-]|(?:and|but|for|until|since|with|against|at|on|in|as|by|to|into|review|approval|merge|ci|gate|because|while|via|from)\b|\d{4}-)/i

/** "once #12 is merged", "until #12 lands": supposed, not said. */
const SUPPOSED = /\b(?:once|when|whenever|if|until|till|unless|after|before|as soon as|while|whether|assuming|provided|wait(?:ing)? for|in case|should|then|for|let|have|get|ensure|make sure|verify|check|confirm)\b[^.;!?]{0,60}$/i
const DATED = /\b(?:as of|at the time|at that (?:time|point)|back then|on that day|snapshot|when (?:this|it) was written)\b/i

const FRONT: readonly (readonly [RegExp, StatedState, StatedWord['how']])[] = [
  [/\b(awaiting|pending|waiting (?:for|on)|blocked (?:by|on)|gated (?:by|on)|held (?:back )?(?:by|behind|for)|stuck behind)\s+(?:the\s+)?(?:(?:merge|review|approval|landing)\s+(?:of\s+)?)?$/i, 'open', 'firm'],
  [/(?:\b(?:the|an?|still|currently|remaining|all|our|these|those|\d{1,3}|other|has|have|with|are|is|of|from|for|among|through|every|each|any|more)\s+|^\s*|[(:,;]\s*)(open)\s+$/i, 'open', 'firm'],
  [/\b(reverted|rolled back)\s+(?:the\s+)?$/i, 'reverted', 'firm'],
  [/\b(closed)\s+$/i, 'closed', 'firm'],
  [/\b(merged|shipped|landed|released|deployed)\s*(?:[:—–-]\s*|\s(?:(?:on\s+)?\d{4}-\d\d-\d\d\s+)?(?:in|via|by|with|as|through|across|under|from)\s+|\s?$)$/i, 'merged', 'firm'],
  [/\b(added|fixed|implemented|introduced|removed|done|completed|resolved|delivered|refactored|mounted|wired|replaced|renamed|deleted|retired)\s+(?:\w+\s+){0,2}(?:in|by|via|with|through)\s+$/i, 'merged', 'loose'],
]
/** The cue and the opening brackets between those words and the number. */
const CUE_BEHIND = /(?:(?:pull|merge)[ -]requests?|PRs?|MRs?|issues?|GitHub|GH)?\s?:?\s?[([]{0,2}(?:#\s?)?$/i
/** "will be merged in", "not shipped in", "to be fixed by". */
const UNREAL_BEFORE = /\b(?:not|n['’]t|never|will|to|should|must|can|may|might|would|could|be|being|once|when|if|until|unless|before|after|gets?|needs?|going|yet)\s+(?:\w+\s+){0,2}$/i

/** The state that the words around an enumeration say its members are in; `undefined` when they say none. */
export function statedState(document: Document, group: readonly RequestMention[]): StatedWord | undefined {
  const first = group[0]
  const last = group.at(-1)
  const block = first?.block
  if (first === undefined || last === undefined || block === undefined || group.some(one => one.struck)) return undefined
  const sentence = sentenceAround(document, block, first.outerStart, last.outerEnd)
  if (/\?\s*$/.test(sentence) || DATED.test(sentence)) return undefined
  const before = lastSentence(textBefore(document, block, first.outerStart))
  const after = textAfter(document, block, last.outerEnd)
  return stateBehind(before, after) ?? stateInFront(before) ?? rowState(first) ?? sectionState(document, first)
}

function lastSentence(text: string): string {
  const parts = text.split(/[.!?]\s+(?=[A-Z`*[(#])/)
  return parts.at(-1) ?? text
}

function stateBehind(before: string, written: string): StatedWord | undefined {
  let after = written.replace(/^[\])]+/, '')
  // `#12 (title) merged`: a remark in brackets; or the state itself in brackets.
  const remark = /^\s*\(([^()]{1,80})\)/.exec(after)
  if (remark !== null) {
    const inside = stateAtStart(remark[1] ?? '')
    if (inside !== undefined) return inside
    after = after.slice(remark[0].length)
  }
  const separated = /^\s*(?:[:—–]|-\s|,(?=\s*(?:now|already|still|not|un|open|merged|shipped))|\[)\s*/.exec(after)
  const found = stateAtStart(separated === null ? after : after.slice(separated[0].length))
  return found === undefined || SUPPOSED.test(before) ? undefined : found
}

function stateAtStart(text: string): StatedWord | undefined {
  let rest = text.replace(/^[^\w(#]{0,6}/u, match => (/^[\s\p{Extended_Pictographic}\ufe0f]*$/u.test(match) ? '' : match))
  let negated = false
  let spoken = false
  for (let step = 0; step < 7; step++) {
    const behind = BEHIND.exec(rest)
    if (behind !== null) {
      const said = (behind[1] ?? '').toLowerCase().replace(/\s+/g, ' ')
      const state = WORDS[said]
      if (state === undefined) return undefined
      const tail = rest.slice(behind[0].length)
      if (negated) return state === 'merged' ? { state: 'open', said: `not ${said}`, how: 'firm' } : undefined
      if (!ENDS.test(tail) && (!spoken || state === 'open')) return undefined
      if (/^\s*(?:by|with|in favou?r of)\b/.test(tail) && state !== 'reverted' && !/^blocked|awaiting/.test(said)) return state === 'merged' ? { state, said, how: 'firm' } : undefined
      return { state, said, how: 'firm' }
    }
    const word = /^([A-Za-z'’]{1,12})\s+/.exec(rest)
    if (word === null || !AUXILIARY.test(word[1] ?? '')) return undefined
    if (UNREAL.test(word[1] ?? '')) return undefined
    // "was open" is of another day.
    if (/^(?:was|were)$/i.test(word[1] ?? '') && /^(?:still\s|currently\s)?(?:open|pending|awaiting|in\s|under\s|blocked|draft|queued)/i.test(rest.slice(word[0].length))) return undefined
    negated ||= NEGATION.test(word[1] ?? '')
    spoken = true
    rest = rest.slice(word[0].length)
  }
  return undefined
}

function stateInFront(before: string): StatedWord | undefined {
  const front = `${before.slice(-120).replace(CUE_BEHIND, '').trimEnd()} `
  for (const [pattern, state, how] of FRONT) {
    const match = pattern.exec(front)
    if (match === null) continue
    const ahead = front.slice(0, match.index + match[0].indexOf(match[1] ?? ''))
    if (UNREAL_BEFORE.test(ahead.slice(-40)) || (state !== 'open' && SUPPOSED_FRONT.test(ahead))) return undefined
    // `Open PR #12` begins an instruction; `Open PRs: #12` a list.
    if (state === 'open' && match[1] === 'Open' && /^\W*$/.test(ahead) && !/(?:PRs|requests|MRs|issues)\W*$/i.test(before)) return undefined
    return { state, said: (match[1] ?? '').toLowerCase(), how }
  }
  return undefined
}

const SUPPOSED_FRONT = /\b(?:once|when|if|until|unless|before|after|as soon as|whether|assuming)\b[^.,;!?]{0,60}$/i

const STATUS_HEAD = /^(?:(?:pr|merge|current|review)\s)?(?:status|state)$|^merged\??$/i

/** The Status column of the row, for the one enumeration that its request column holds. */
function rowState(mention: RequestMention): StatedWord | undefined {
  const cell = mention.block
  const row = cell?.type === 'tableCell' ? cell.parent : undefined
  if (cell === undefined || row === undefined || isRequestHead(columnOfCell(cell)) !== 'request') return undefined
  const status = row.children.find(one => one !== cell && STATUS_HEAD.test(columnOfCell(one)))
  return status === undefined ? undefined : cellState(status)
}

function cellState(cell: MarkdownNode): StatedWord | undefined {
  const text = textOf(cell).trim()
  if (/^merged\??$/i.test(columnOfCell(cell))) {
    if (/^(?:yes|✅|☑️?|✔️?|x)$/iu.test(text)) return { state: 'merged', said: 'merged', how: 'firm' }
    return /^(?:no|❌|✗|not yet)$/iu.test(text) ? { state: 'open', said: 'not merged', how: 'firm' } : undefined
  }
  return /#\d/.test(text) || DATED.test(text) ? undefined : stateAtStart(text.replace(/^[^\w]+/u, ''))
}

const TITLE = new RegExp(`^(?:already |still |currently |recently |the )?(${STATE})(?:\\s(?:PRs?|pull requests?|MRs?|merge requests?|requests?|merges?|queue))?(?:\\s?\\([^)]{0,40}\\))?:?$`, 'i')

/** A heading such as "Merged" or "Open PRs" above a list or table that starts with the number, or a field of a section about one request. */
function sectionState(document: Document, mention: RequestMention): StatedWord | undefined {
  const { block } = mention
  if (block === undefined) return undefined
  const outline = outlineOf(document)
  const section = outline.at(mention.start)
  if (block.type === 'heading') return section.node === block ? fieldState(section) : undefined
  const leads = block.type === 'tableCell' ? isRequestHead(columnOfCell(block)) === 'request'
    : block.parent?.type === 'listItem' && /^[\s*_[(]*(?:(?:PR|MR)s?\s)?[*_[(]*$/.test(document.text.slice(block.start, mention.start))
  if (!leads) return undefined
  const match = TITLE.exec(section.title.replace(/^[^\w]+/u, '').replace(/[^\w)]+$/u, ''))
  const said = match?.[1]?.toLowerCase().replace(/\s+/g, ' ')
  const state = said === undefined ? undefined : WORDS[said]
  return said === undefined || state === undefined ? undefined : { state, said, how: 'firm' }
}

function fieldState(section: Section): StatedWord | undefined {
  const field = section.fields.find(one => /^(?:(?:pr|merge|current)\s)?(?:status|state)$/i.test(one.name))
  return field === undefined || /#\d/.test(field.value) || DATED.test(field.value) ? undefined : stateAtStart(field.value.replace(/^[^\w]+/u, ''))
}
