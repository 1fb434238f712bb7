/** All claims in one table, which a script can filter and sort. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { SIGNS, type Claim, type Status } from './claims.ts'
import { markId, rowId } from './marks.ts'
import { receiptOf, verdictLabel, withBreaks, withCode } from './receipt.ts'

/** UTF-16 units of a subject in a cell. */
const LONGEST_SUBJECT = 300

/**
 * The section of the table.
 * @param isMarked whether a claim has a mark in a rendered document, to which its number then leads
 */
export function claimTable(claims: readonly Claim[], isMarked: (claim: Claim) => boolean): Element {
  const documents = [...new Set(claims.map(claim => claim.reference.path))]
  const rules = [...new Set(claims.map(claim => claim.reference.rule))].sort()
  const places = new Map(documents.map((path, index) => [path, String(index)]))
  return h('section', { id: 'claims', ariaLabelledBy: 'claims-title' }, [
    h('h2', { id: 'claims-title' }, 'All claims'),
    h('p', { className: ['skips'] }, h('a', { className: ['skip'], href: '#apart' }, 'Skip the table')),
    h('div', { id: 'filter', role: 'search', ariaLabel: 'Claims', hidden: true }, [
      field('Search', h('input', { id: 'search', type: 'search', autoComplete: 'off', spellCheck: 'false' })),
      field('Verdict', select('verdict', 'any', (['holds', 'broken', 'unknown'] as const).map((status: Status) => [status, SIGNS[status].word]))),
      field('Rule', select('rule', 'any', rules.map(rule => [rule, rule]))),
      field('Document', select('document', 'any', documents.map(path => [places.get(path) ?? '', path]))),
      h('p', { id: 'count', role: 'status' }, `${String(claims.length)} ${claims.length === 1 ? 'claim' : 'claims'}`),
    ]),
    h('div', { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabelledBy: 'claims-title' }, [
      h('table', { id: 'table', dataRove: 'true' }, [
        h('thead', [h('tr', ['Claim', 'Verdict', 'Words', 'Receipt', 'Rule', 'Place'].map(name => h('th', { scope: 'col' }, name)))]),
        h('tbody', claims.map(claim => rowOf(claim, isMarked(claim), places.get(claim.reference.path) ?? ''))),
      ]),
    ]),
  ])
}

function field(label: string, control: Element): Element {
  return h('p', [h('label', { htmlFor: String(control.properties.id) }, label), control])
}

function select(id: string, any: string, options: readonly (readonly [value: string, text: string])[]): Element {
  return h('select', { id, autoComplete: 'off' }, [h('option', { value: '' }, any), ...options.map(([value, text]) => h('option', { value }, text))])
}

function rowOf(claim: Claim, marked: boolean, document: string): Element {
  const { number, status, reference: { subject, rule, path, line, column } } = claim
  const words = subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT)}…` : subject
  return h('tr', { id: rowId(claim), dataS: status, dataD: document }, [
    h('th', { scope: 'row' }, marked ? h('a', { href: `#${markId(claim)}` }, String(number)) : String(number)),
    h('td', [verdictLabel(claim)]),
    h('td', { className: ['words'] }, h('code', words)),
    h('td', { className: ['receipt'] }, receiptOf(claim).flatMap((sentence, index) => [index === 0 ? '' : ' ', ...withCode(sentence)])),
    h('td', rule),
    h('td', { className: ['place'] }, withBreaks(`${path}:${String(line)}:${String(column)}`)),
  ])
}
