/** The head of a page: what was judged, and how it came out. */
import type { Element, ElementContent } from 'hast'
import { h, s } from 'hastscript'
import type { Report } from '../../core/report.ts'
import { tool } from '../../core/tool.ts'
import { SIGNS, tally, type Claim, type Status } from './claims.ts'
import type { EvidenceSubject } from './subject.ts'

const ORDER = ['holds', 'broken', 'unknown'] as const

/** Title, outcome and the state of the repository that it is of. */
export function pageHead(report: Report, claims: readonly Claim[], subject: EvidenceSubject): Element {
  return h('div', { className: ['page'] }, [
    h('p', { className: ['kind'] }, 'Evidence report'),
    h('h1', subject.name),
    h('p', { className: ['outcome'] }, outcome(report, claims)),
    bar(claims),
    h('dl', facts(report, subject).flatMap(([name, value]) => [h('div', [h('dt', name), h('dd', value)])])),
    ...report.notices.map(notice => h('p', { className: ['notice'] }, notice)),
  ])
}

/** "3 of 120 claims are broken." */
function outcome(report: Report, claims: readonly Claim[]): string {
  const { broken, unknown } = tally(claims)
  const documents = count(report.summary.documents, 'document')
  const all = count(claims.length, 'claim')
  const code = report.summary.files === 0 ? '' : ` ${count(report.summary.files, 'file')} of code: ${report.summary.problems === 0 ? 'no problem' : count(report.summary.problems, 'problem')}.`
  if (claims.length === 0) return `${documents}, no claim.${code}`
  const open = unknown === 0 ? '' : ` ${String(unknown)} ${unknown === 1 ? 'is' : 'are'} not verified.`
  if (broken === 0) return `${unknown === 0 ? `All ${all}` : `None of ${all}`} in ${documents} ${unknown === 0 ? 'hold' : 'is broken'}.${open}${code}`
  return `${String(broken)} of ${all} in ${documents} ${broken === 1 ? 'is' : 'are'} broken.${open}${code}`
}

function facts(report: Report, subject: EvidenceSubject): readonly (readonly [string, ElementContent | string])[] {
  const { commit, source, shallow } = report.repository
  const { tree, date, changes, home, scope } = subject
  const state = { worktree: 'the files on disk', index: 'the index: what is staged', commit: 'the commit itself' }[source]
  const differing = source === 'commit' ? '' : changes === undefined ? '; whether they differ from the commit is not known'
    : changes === 0 ? '; no file differs from the commit' : `; ${count(changes, 'file')} ${changes === 1 ? 'differs' : 'differ'} from the commit`
  const id = (value: string): ElementContent => h('code', { className: ['id'] }, value)
  return [
    ...(home === undefined ? [] : [['Repository', h('a', { href: home, rel: ['noopener', 'noreferrer'] }, home)] as const]),
    ['Commit', commit === undefined ? 'none yet' : id(commit)],
    ...(tree === undefined ? [] : [['Tree', id(tree)] as const]),
    ...(date === undefined ? [] : [['Committed', h('time', { dateTime: date }, date.replace('T', ' '))] as const]),
    ['Judged', state + differing],
    ...(scope === undefined ? [] : [['Scope', scope] as const]),
    ...(shallow ? [['History', 'shallow: what happened before the clone begins is not known'] as const] : []),
    ['Made by', `${tool.name} ${tool.version}`],
  ]
}

/** The counts as a picture and in words. */
function bar(claims: readonly Claim[]): Element {
  const counts = tally(claims)
  const total = Math.max(1, claims.length)
  let x = 0
  const parts = ORDER.map((status) => {
    const width = 1000 * counts[status] / total
    const part = s('rect', { className: ['part', status], x, y: 0, width, height: 10 })
    x += width
    return part
  })
  return h('div', { className: ['counts'] }, [
    s('svg', { ariaHidden: 'true', viewBox: '0 0 1000 10', preserveAspectRatio: 'none', height: 10 }, parts),
    h('ul', ORDER.map((status: Status) => h('li', { className: ['verdict', status] }, [
      h('span', { ariaHidden: 'true' }, `${SIGNS[status].sign} `), h('strong', String(counts[status])), ` ${status === 'holds' && counts[status] !== 1 ? 'hold' : SIGNS[status].word}`,
    ]))),
  ])
}

/** "1 file", "2 files". */
export function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`
}
