/** Totals that a document states of what it lists itself. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import type { Confidence } from '../../core/verdict.ts'
import { lastStartingBy } from '../../core/leading.ts'
import { outlineOf } from '../outline/outline.ts'
import { amountsIn, inTheFormOf, type Amount } from './amounts.ts'
import { countBehind, countBelow, countOf, isPlaces, type Counted } from './counted.ts'

/** A stated total beside what was counted: plain JSON. */
export interface CountClaim {
  readonly start: number
  readonly end: number
  readonly noun: string
  readonly stated: number
  readonly count: number
  readonly where: string
  readonly confidence: Confidence
  /** The number alone, and what should stand there. */
  readonly number: readonly [start: number, end: number]
  readonly instead: string
}

/** Every total of a document whose things are found with certainty. */
export function countClaimsOf(document: Document): readonly CountClaim[] {
  const claims: CountClaim[] = []
  let blocks: readonly MarkdownNode[] | undefined
  for (const amount of amountsIn(document.text)) {
    blocks ??= blocksOf(document)
    const block = blockAt(blocks, amount.start)
    if (block === undefined || amount.end > block.end || isElsewhere(document, amount)) continue
    const counted = countedFor(document, block, amount)
    if (counted === undefined) continue
    const confidence = confidenceOf(amount, counted, block)
    if (confidence === undefined) continue
    const written = document.text.slice(amount.start, amount.numberEnd)
    claims.push({
      start: amount.start, end: amount.end, noun: amount.noun.endsWith('s') ? amount.noun : `${amount.noun}s`, stated: amount.value, count: counted.count, where: counted.where,
      confidence, number: [amount.start, amount.numberEnd], instead: inTheFormOf(written, counted.count),
    })
  }
  return claims
}

function countedFor(document: Document, block: MarkdownNode, amount: Amount): Counted | undefined {
  if (block.type === 'paragraph' && introduces(document, block, amount)) {
    const counted = countBehind(document, block)
    // "The four channels:" above a table of variables are its columns, whatever its rows are.
    if (counted?.columns !== undefined && isPlaces(amount.noun)) return countOf(document, amount.noun, amount.start)
    // "The four roles:" above a table with a column for each.
    return counted?.columns === amount.value && counted.count !== amount.value ? undefined : counted
  }
  if (amount.following) return undefined
  const chained = countChain(document, block, amount)
  if (chained !== undefined) return chained
  if (block.type === 'heading') {
    const section = outlineOf(document).at(block.start)
    if (section.node === block && isWholeTitle(document, block, amount)) {
      return countBelow(document, section, 'behind') ?? countOf(document, amount.noun, amount.start)
    }
  }
  return countOf(document, amount.noun, amount.start)
}

/** "A 4-step flow: build → test → deploy → verify": what the sentence itself lists, joined by arrows behind a colon. */
function countChain(document: Document, block: MarkdownNode, amount: Amount): Counted | undefined {
  if (!LINKS.test(amount.noun)) return undefined
  const rest = document.text.slice(amount.end, Math.min(block.end, amount.end + LONGEST_CHAIN))
  const chain = /^[^:.;!?\n→]{0,60}:[*_]{0,3}\s+([^:;!?]{5,}?)(?:\.\s|[:;!?]|\.?\s*$)/.exec(rest)?.[1]
  const links = chain?.split(/→|->|⟶/) ?? []
  if (links.length < 3 || links.some(link => link.trim() === '')) return undefined
  return { count: links.length, where: 'joined by arrows behind it', by: 'behind' }
}

/** What an arrow leads to the next of. */
const LINKS = /^(?:gate|phase|step|stage|check|state|milestone|tier)s?$/
/** Characters of a sentence that are read for a chain. */
const LONGEST_CHAIN = 600

/** Things that are measured rather than listed. */
const MEASURES = /^(?:(?:milli|micro|nano)?seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|bytes|bits|characters|chars|lines|times|replicas|spaces|digits|points|stars|retries|attempts|users|people|nodes|cores|cpus|threads|workers|instances|dollars|cents|percents?|pixels|words|letters|hops|requests|commits|results|numbers|values|copies|tokens|blocks)$/

/** Whether the sentence of an amount ends in a colon, and the amount is what the colon announces. */
function introduces(document: Document, block: MarkdownNode, amount: Amount): boolean {
  const rest = document.text.slice(amount.end, Math.min(block.end, amount.end + 300)).replace(/<!--[^>]*-->\s*$/, '').trimEnd()
  if (!/:[*_]{0,3}$/.test(rest) || rest.length > 160 || /[.!?;]\s|[,—–]|\b(?:each|per|both|another|using|via)\b/.test(rest)) return false
  if (amount.following) return true
  return !MEASURES.test(amount.noun) && /^[*_]{0,3}(?:\s*\([^()]{0,60}\))?(?:\s+(?:to|for|of|in|on|that|which|you|we|here|below|when|at)\b[^:]{0,45})?:/.test(rest)
}

/** `## The 7 gates`, `## 4 phases at a glance`: nothing else in the title. */
function isWholeTitle(document: Document, heading: MarkdownNode, amount: Amount): boolean {
  const first = heading.children[0]?.start ?? heading.start
  const before = document.text.slice(first, amount.start)
  const behind = document.text.slice(amount.end, heading.end)
  const digits = /^\d/.test(document.text.slice(amount.start, amount.numberEnd))
  if (digits && before.trim() === '') return false
  return /^(?:[*_\s]|the|our|all)*$/i.test(before) && /^[*_\s]*(?:at a glance|in order|overview|<!--.*)?[\s#:]*$/i.test(behind)
}

/** "The 7 gates of [the protocol](protocol.md)": listed in another document. */
function isElsewhere(document: Document, amount: Amount): boolean {
  return /^[^.\n]{0,60}\]\([^)\n]{0,200}\.mdx?\b|^\s+(?:of|in|from)\s+[`[][^`\n]{0,80}\.mdx?\b/.test(document.text.slice(amount.end, amount.end + 300))
}

/** How sure a difference would be; `undefined` when the total is rather one of something else. */
function confidenceOf(amount: Amount, counted: Counted, block: MarkdownNode): Confidence | undefined {
  if (counted.by === 'behind') return amount.following || block.type === 'heading' ? 'high' : 'medium'
  // What drifts is off by one or two; what is far off, or small and off, counts another thing of that name.
  const near = Math.abs(amount.value - counted.count) <= Math.max(1, counted.count / 4)
  // Elsewhere in the document the environments may be others than those of the table.
  if (counted.by === 'columns') return near ? (counted.near === true ? 'high' : amount.total ? 'medium' : 'low') : undefined
  if (counted.by === 'number') return near ? (amount.total ? 'high' : amount.value >= 4 ? 'medium' : 'low') : amount.total ? 'low' : undefined
  if (!near || Math.min(amount.value, counted.count) < 4) return undefined
  return amount.total ? 'medium' : 'low'
}

function blocksOf(document: Document): readonly MarkdownNode[] {
  return [...document.nodes('paragraph'), ...document.nodes('heading'), ...document.nodes('tableCell')].sort((a, b) => a.start - b.start)
}

function blockAt(blocks: readonly MarkdownNode[], offset: number): MarkdownNode | undefined {
  const block = lastStartingBy(blocks, offset)
  if (block === undefined || block.end <= offset) return undefined
  // Code and comments state nothing.
  return block.children.some(child => /^(?:inlineCode|html|delete)$/.test(child.type) && child.start <= offset && child.end > offset) ? undefined : block
}
