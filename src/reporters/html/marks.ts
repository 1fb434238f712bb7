/** Signs behind the words of claims, each with its receipt. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { SIGNS, type Claim } from './claims.ts'
import { receiptOf, verdictLabel, withCode } from './receipt.ts'

/** Ids on the page: of a claim's mark in its document, its row in the table, and its receipt. */
export const markId = (claim: Claim): string => `m${String(claim.number)}`
export const rowId = (claim: Claim): string => `c${String(claim.number)}`
const receiptId = (claim: Claim): string => `t${String(claim.number)}`

/** The marks of claims that end in one place, and one card with their receipts, shown while one of them is looked at. */
export function markGroup(claims: readonly Claim[]): Element {
  const marks = claims.map(claim => h('a', {
    className: ['m', claim.status], id: markId(claim), href: `#${rowId(claim)}`, dataN: String(claim.number),
    ariaLabel: `Claim ${String(claim.number)} ${claim.excuse !== undefined ? 'is suppressed and ' : claim.baselined ? 'is in the baseline and ' : ''}${claim.status === 'holds' ? 'holds' : `is ${SIGNS[claim.status].word}`}`, ariaDescribedBy: receiptId(claim),
  }, SIGNS[claim.status].sign))
  const receipts = claims.map(claim => h('span', { className: ['r'], id: receiptId(claim) }, [
    verdictLabel(claim), ' ', h('span', { className: ['rule'] }, claim.reference.rule),
    ...receiptOf(claim).flatMap(sentence => [' ', h('span', withCode(sentence))]),
  ]))
  return h('span', { className: ['k'] }, [...marks, h('span', { className: ['t'], role: 'tooltip' }, receipts)])
}
