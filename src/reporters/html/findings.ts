/** What was found, in documents and in code; and what is not counted: excused and known findings, documents without claims or set aside. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Finding } from '../../core/finding.ts'
import type { Report } from '../../core/report.ts'
import type { Claim } from './claims.ts'
import { count } from './head.ts'
import { markId, rowId } from './marks.ts'
import { sentence, withCode } from './receipt.ts'

/** All findings of a report; nothing where there is none. */
export function findingSections(
  report: Report, claims: readonly Claim[], isMarked: (claim: Claim) => boolean, isDocument: (path: string) => boolean,
): readonly Element[] {
  const byFinding = new Map(claims.flatMap(claim => (claim.finding === undefined ? [] : [[claim.finding, claim] as const])))
  const section = (id: string, title: string, findings: readonly Finding[]): readonly Element[] => findings.length === 0 ? [] : [
    h('section', { id, ariaLabelledBy: `${id}-title` }, [
      h('h2', { id: `${id}-title` }, title),
      h('ol', { className: ['findings'] }, findings.map(finding => item(finding, byFinding.get(finding), isMarked))),
    ]),
  ]
  return [
    ...section('findings', 'Findings', report.findings.filter(({ path }) => isDocument(path))),
    ...section('code', 'Findings in code and in other files', report.findings.filter(({ path }) => !isDocument(path))),
  ]
}

function item(finding: Finding, claim: Claim | undefined, isMarked: (claim: Claim) => boolean): Element {
  const { message, evidence, fix, rule, url, severity, path, line, column } = finding
  const place = `${path}:${String(line)}:${String(column)}`
  return h('li', [
    h('p', [h('strong', { className: ['severity', severity] }, severity === 'error' ? 'Error' : 'Warning'), ' ', ...withCode(message)]),
    ...(evidence === undefined ? [] : [h('p', { className: ['more'] }, ['Because ', ...withCode(sentence(evidence))])]),
    ...(fix === undefined ? [] : [h('p', { className: ['more'] }, ['Fix: ', ...withCode(sentence(fix.title))])]),
    h('p', { className: ['more'] }, [
      claim === undefined ? h('span', { className: ['place'] }, place) : h('a', { className: ['place'], href: `#${isMarked(claim) ? markId(claim) : rowId(claim)}` }, place),
      // A rule of the user's may have no page.
      ' · ', url === '' ? rule : h('a', { href: url, rel: ['noopener', 'noreferrer'] }, rule),
    ]),
  ])
}

/** The last section: everything that the counts above leave out, so that nothing is left out silently. */
export function apartSection(report: Report): Element {
  const { suppressed, baselined, setAside, silent } = report
  const nothing = suppressed.length + baselined.length + setAside.length + silent.length === 0
  return h('section', { id: 'apart', ariaLabelledBy: 'apart-title' }, [
    h('h2', { id: 'apart-title' }, 'Set apart'),
    ...list(`${count(suppressed.length, 'finding')} suppressed by a comment`, suppressed.map(finding => [
      h('span', { className: ['place'] }, `${finding.path}:${String(finding.line)}:${String(finding.column)}`), ' ', ...withCode(finding.message), ' ', h('em', ['Reason: ', ...withCode(finding.reason)]),
    ])),
    ...list(`${count(baselined.length, 'finding')} known from the baseline`, baselined.map(finding => [
      h('span', { className: ['place'] }, `${finding.path}:${String(finding.line)}:${String(finding.column)}`), ' ', ...withCode(finding.message),
    ])),
    ...list(`${count(setAside.length, 'document')} set aside, and not judged`, setAside.map(({ path, reason }) => [h('span', { className: ['place'] }, path), `: ${reason}`])),
    ...list(`${count(silent.length, 'document')} without a claim`, silent.map(path => [h('span', { className: ['place'] }, path)])),
    ...(nothing ? [h('p', 'Nothing: every document was judged, every one makes claims, and no comment excuses a finding.')] : []),
  ])
}

function list(title: string, items: readonly (readonly (ElementContent | string)[])[]): readonly Element[] {
  if (items.length === 0) return []
  return [h('h3', title), h('ul', { className: ['plain'] }, items.map(one => h('li', [...one])))]
}
