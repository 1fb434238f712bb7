/** Every claim of a report, numbered, with all that is known of it. */
import type { Finding, SuppressedFinding } from '../../core/finding.ts'
import { addTo } from '../../core/multimap.ts'
import type { JudgedReference, Report } from '../../core/report.ts'

export type Status = 'holds' | 'broken' | 'unknown'

export interface Claim {
  /** From 1, in the order of paths and places. */
  readonly number: number
  readonly status: Status
  readonly reference: JudgedReference
  /** What was reported of it. */
  readonly finding: Finding | undefined
  /** The reason of a comment that excuses it. */
  readonly excuse: string | undefined
  /** Whether the baseline knows what was reported of it. */
  readonly baselined: boolean
}

/** How a verdict is written: a sign that needs no colour, and a word. */
export const SIGNS: Readonly<Record<Status, { readonly sign: string; readonly word: string }>> = {
  holds: { sign: '✓', word: 'holds' },
  broken: { sign: '✗', word: 'broken' },
  unknown: { sign: '?', word: 'unknown' },
}

/** All claims of a report whose references were kept. */
export function claimsOf(report: Report): readonly Claim[] {
  const findings = byClaim(report.findings)
  const excuses = byClaim(report.suppressed)
  const known = byClaim(report.baselined)
  const ordered = [...report.references].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start || a.end - b.end))
  return ordered.map((reference, index) => {
    const excused = take(excuses, reference)
    const baselined = excused === undefined ? take(known, reference) : undefined
    const finding = excused ?? baselined ?? take(findings, reference)
    const excuse = excused === undefined ? undefined : (excused as SuppressedFinding).reason
    return { number: index + 1, status: reference.verdict.status, reference, finding, excuse, baselined: baselined !== undefined }
  })
}

/** The worst of several verdicts: a broken claim outweighs all others. */
export function worstOf(claims: Iterable<Claim>): Status {
  let worst: Status = 'holds'
  for (const { status } of claims) {
    if (status === 'broken') return 'broken'
    if (status === 'unknown') worst = 'unknown'
  }
  return worst
}

/** How many claims hold, are broken and unknown. */
export function tally(claims: Iterable<Claim>): Readonly<Record<Status, number>> {
  const counts = { holds: 0, broken: 0, unknown: 0 }
  for (const { status } of claims) counts[status]++
  return counts
}

/** "5 hold, 1 broken": what is zero is left out. */
export function tallyText(claims: Iterable<Claim>): string {
  const { holds, broken, unknown } = tally(claims)
  const parts = [holds > 0 ? `${String(holds)} ${holds === 1 ? 'holds' : 'hold'}` : '', broken > 0 ? `${String(broken)} broken` : '', unknown > 0 ? `${String(unknown)} unknown` : '']
  const said = parts.filter(part => part !== '')
  return said.length === 0 ? 'no claim' : said.join(', ')
}

type Findings = Map<string, Finding[]>

function byClaim(findings: readonly Finding[]): Findings {
  const found: Findings = new Map()
  for (const finding of findings) addTo(found, keyOf(finding), finding)
  return found
}

/** Of several findings in one place, the one that says what the verdict says; each is given once. */
function take(findings: Findings, reference: JudgedReference): Finding | undefined {
  const { verdict } = reference
  const list = findings.get(keyOf(reference))
  if (list === undefined || verdict.status === 'holds') return undefined
  const same = (finding: Finding): boolean => verdict.status === 'broken'
    ? finding.messageId === verdict.messageId && finding.data === verdict.data
    : finding.data['reason'] === verdict.reason
  const at = list.findIndex(same)
  return at < 0 ? undefined : list.splice(at, 1)[0]
}

function keyOf({ rule, path, start, end }: Pick<Finding, 'rule' | 'path' | 'start' | 'end'>): string {
  return JSON.stringify([rule, path, start, end])
}
