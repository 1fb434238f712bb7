/** Phrases that a document bans itself, and where phrases stand in a text. */
import type { Document } from '../../core/document.ts'
import { textOf, type MarkdownNode } from '../../core/markdown/node.ts'
import { leadingCount } from '../../core/leading.ts'
import { outlineOf, type Section } from '../outline/outline.ts'

/** A phrase that the document bans in a section of its own. */
export interface BannedPhrase {
  readonly phrase: string
  /** What the document says about it, or ''. */
  readonly reason: string
  /** 0-based UTF-16 offsets of the phrase between its quotation marks. */
  readonly start: number
  readonly end: number
  /** The section that bans it, which may use it. */
  readonly section: Section
}

const TITLE = /\b(?:(?:banned|forbidden|prohibited|disallowed|blocked)\s+(?:phrases?|words?|wording|strings?|terms?|claims?|language)|(?:never|don['’]t|do not)\s+(?:say|claim|write)|truth rules?|words we (?:don['’]t|never) use)\b/i
const QUOTED = /["“«„]([^"“”«»„\n]{2,100})["”»“]/g
/** Behind it an item gives a reason or what to say instead. */
const REMARK = /\s(?:[–—-]|→|->|because|instead|say|use|but|unless)\s|:\s/i

/** Every phrase that a section such as "Banned phrases" or "Never say" lists in quotation marks. */
export function bannedPhrasesOf(document: Document): readonly BannedPhrase[] {
  const found: BannedPhrase[] = []
  if (!TITLE.test(document.text)) return found
  for (const section of outlineOf(document).sections) {
    if (!TITLE.test(section.title)) continue
    for (const item of [...document.nodes('listItem'), ...document.nodes('tableRow')]) {
      if (item.start < section.start || item.end > section.end) continue
      const block = item.type === 'tableRow' ? item.children[0] : item.children.find(child => child.type === 'paragraph')
      if (block === undefined || (item.type === 'tableRow' && item.parent?.children[0] === item)) continue
      const text = document.text.slice(block.start, block.end)
      const remark = REMARK.exec(text)
      const reasonAt = item.type === 'tableRow' ? '' : remark === null ? '' : text.slice(remark.index + remark[0].length)
      for (const match of text.slice(0, remark?.index).matchAll(QUOTED)) {
        const phrase = match[1] ?? ''
        const start = block.start + match.index + 1
        found.push({ phrase, reason: reasonOf(item, reasonAt), start, end: start + phrase.length, section })
      }
    }
  }
  return found
}

function reasonOf(item: MarkdownNode, remark: string): string {
  const second = item.type === 'tableRow' ? item.children[1] : undefined
  return (second === undefined ? remark : textOf(second)).replace(/<!--[^>]*-->/g, '').replace(/[*_`]/g, '').replace(/\s+/g, ' ').replace(/[.\s]+$/, '').trim().slice(0, 200)
}

/** Parts of a text in which a phrase counts. */
export interface PhraseScope {
  /** Also in code. */
  readonly code: boolean
  /** Also between quotation marks and in block quotes. */
  readonly quotations: boolean
}

/** A pattern that finds a phrase in any letter case and across line ends, as whole words. */
export function phrasePattern(phrase: string): RegExp {
  const words = phrase.trim().split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s>*_]{1,8}')}(?![\\p{L}\\p{N}])`, 'giu')
}

/** Where a pattern matches in the text that readers see as the document's own words. At most 100 places. */
export function* placesOf(document: Document, pattern: RegExp, scope: PhraseScope): Iterable<{ readonly start: number; readonly end: number }> {
  let left = 100
  const outside = outsideOf(document, scope)
  for (const match of document.text.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    if (match[0] === '' || outside(start) || (!scope.quotations && isQuoted(document.text, start, end))) continue
    yield { start, end }
    if (--left === 0) return
  }
}

const CODE = ['code', 'inlineCode'] as const
const NO_TEXT = ['html', 'definition', 'yaml', 'toml'] as const

/** Tells whether an offset lies in what is no text. Nodes by start, with the furthest end so far: nested ones end inside. */
function outsideOf(document: Document, scope: PhraseScope): (offset: number) => boolean {
  const types = [...NO_TEXT, ...(scope.code ? [] : CODE), ...(scope.quotations ? [] : ['blockquote' as const])]
  const nodes = types.flatMap(type => document.nodes(type)).sort((a, b) => a.start - b.start)
  let furthest = 0
  const ends = nodes.map(node => furthest = Math.max(furthest, node.end))
  return offset => (ends[leadingCount(nodes, node => node.start <= offset) - 1] ?? 0) > offset
}

/** Whether quotation marks on the same line stand around a place. */
function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start).split('\n').at(-1) ?? ''
  const behind = text.slice(end, end + 200).split('\n', 1)[0] ?? ''
  if ((before.split('"').length - 1) % 2 === 1 && behind.includes('"')) return true
  return Math.max(before.lastIndexOf('“'), before.lastIndexOf('«'), before.lastIndexOf('„')) > Math.max(before.lastIndexOf('”'), before.lastIndexOf('»')) && /[”»“]/.test(behind)
}
