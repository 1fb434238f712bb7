/** What is known of a claim, in words. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { SIGNS, type Claim } from './claims.ts'

/** UTF-16 units of a message or a receipt; what a document makes longer is cut. */
const LONGEST = 2000

/** Sentences about a claim: what is wrong with it, why, what would put it right, and who excused it. */
export function receiptOf({ reference: { verdict }, finding, excuse, baselined }: Claim): readonly string[] {
  const sentences: string[] = []
  if (verdict.status === 'holds') sentences.push(verdict.evidence === undefined ? 'The repository confirms it.' : capital(sentence(verdict.evidence)))
  if (verdict.status === 'unknown') sentences.push(`Not verified: ${sentence(verdict.reason)}`)
  if (verdict.status === 'broken') {
    sentences.push(finding?.message ?? `Broken with ${verdict.confidence} confidence, and so not reported.`)
    if (verdict.evidence !== undefined) sentences.push(`Because ${sentence(finding?.evidence ?? verdict.evidence)}`)
    if (finding?.fix !== undefined) sentences.push(`Fix: ${sentence(finding.fix.title)}`)
  }
  if (verdict.status === 'unknown' && finding !== undefined) sentences.push('The document is strict, so this fails.')
  if (excuse !== undefined) sentences.push(`Suppressed by a comment: ${sentence(excuse)}`)
  if (baselined) sentences.push('The baseline knows it.')
  return sentences
}

/** With a full stop where there is none. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** Words at the start of a sentence; a name or code stays as it is. */
function capital(text: string): string {
  return /^[a-z]+ /.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text
}

/** A verdict as a sign and a word. */
export function verdictLabel({ status, excuse, baselined }: Claim): ElementContent {
  const { sign, word } = SIGNS[status]
  const said = excuse !== undefined ? ', suppressed' : baselined ? ', in the baseline' : undefined
  const apart = said === undefined ? [] : [h('span', { className: ['excused'] }, said)]
  return h('span', { className: ['verdict', status] }, [h('span', { ariaHidden: 'true' }, `${sign} `), word, ...apart])
}

/** A path that may break behind its slashes. */
export function withBreaks(path: string): ElementContent[] {
  return path.split(/(?<=\/)/).flatMap((part, index): ElementContent[] => [...(index === 0 ? [] : [h('wbr')]), { type: 'text', value: part }])
}

/** Text in which `code` is code. */
export function withCode(text: string): ElementContent[] {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return short.split(/(`[^`]*`)/).filter(part => part !== '').map((part): ElementContent => (
    part.length > 2 && part.startsWith('`') && part.endsWith('`') ? h('code', part.slice(1, -1)) : { type: 'text', value: part }
  ))
}
