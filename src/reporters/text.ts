/** For people at a terminal. */
import type { Finding } from '../core/finding.ts'
import type { JudgedReference, Report } from '../core/report.ts'
import { codeFrame, visible } from './code-frame.ts'
import type { Colors } from './colors.ts'
import type { Link } from './hyperlinks.ts'

export interface TextOptions {
  readonly colors: Colors
  /** A path from the root as the reader has it, from the current folder. */
  readonly show: (path: string) => string
  readonly link: Link
  /** Where a terminal finds a file, percent-encoded; `undefined` when it is not on disk. */
  readonly addressOf: (path: string) => string | undefined
  /** A line of a document (1-based) without its line break, for code frames. */
  readonly lineOf: (path: string, line: number) => string | undefined
  /** List claims and documents by rule and reason (`--explain`). */
  readonly explain?: boolean
}

/** Findings by document with the line and the receipt, then one line that counts everything. */
export function formatText(report: Report, options: TextOptions): string {
  const { colors } = options
  const lines: string[] = []
  let path: string | undefined
  for (const finding of report.findings) {
    if (finding.path !== path) {
      path = finding.path
      if (lines.length > 0) lines.push('')
      lines.push(pathLine(path, options))
    }
    lines.push(...findingLines(finding, options))
  }
  if (lines.length > 0) lines.push('')
  if (options.explain === true) lines.push(...explanation(report, options), '')
  for (const notice of report.notices) lines.push(`${colors.yellow('note')} ${visible(notice)}`)
  lines.push(summaryLine(report, colors), '')
  return lines.join('\n')
}

const INDENT = ' '.repeat(10)

function pathLine(path: string, { colors, show, link, addressOf }: TextOptions): string {
  return link(colors.bold(visible(show(path))), addressOf(path))
}

function findingLines(finding: Finding, { colors, link, lineOf }: TextOptions): string[] {
  const place = `${String(finding.line)}:${String(finding.column)}`
  const level = finding.severity === 'error' ? colors.red('error') : colors.yellow('warn ')
  const lines = [`  ${colors.dim(place.padEnd(7))} ${level}  ${visible(finding.message)}  ${link(colors.dim(finding.rule), finding.url === '' ? undefined : finding.url)}`]
  const source = lineOf(finding.path, finding.line)
  if (source !== undefined) {
    const frame = codeFrame(source, finding.column, finding.endLine > finding.line ? source.length + 1 : finding.endColumn)
    lines.push(`${INDENT}${colors.dim('|')} ${frame.line}`, `${INDENT}${colors.dim('|')} ${colors.red(frame.marks)}`)
  }
  if (finding.evidence !== undefined) lines.push(`${INDENT}${colors.dim('because')} ${visible(finding.evidence)}`)
  if (finding.fix !== undefined) lines.push(`${INDENT}${colors.dim('fix')} ${visible(finding.fix.title)}`)
  return lines
}

/** "12 documents, 340 claims: 330 hold, 2 broken, 8 unknown. 3 documents set aside (changelog 2, archive 1)." */
export function summaryLine(report: Report, colors: Colors): string {
  const { summary } = report
  const code = summary.files === 0 ? [] : [
    `${plural(summary.files, 'file')} of code: `,
    summary.problems > 0 ? colors.red(plural(summary.problems, 'problem')) : 'no problem', '.',
  ]
  // Without documents (`--no-docs`) there is nothing to say of claims.
  if (code.length > 0 && summary.documents === 0 && summary.setAside === 0) return code.join('').replace(/\.$/, summary.baselined > 0 ? `, ${String(summary.baselined)} baselined.` : '.')
  const parts = [
    `${plural(summary.documents, 'document')}, ${plural(summary.references, 'claim')}: `,
    `${String(summary.holds)} hold, `,
    summary.broken > 0 ? colors.red(`${String(summary.broken)} broken`) : '0 broken',
    `, ${String(summary.unknown)} unknown`,
    summary.suppressed > 0 ? `, ${String(summary.suppressed)} suppressed` : '',
    summary.baselined > 0 ? `, ${String(summary.baselined)} baselined` : '',
    '.',
  ]
  // They are among the broken: whoever counts the findings above would miss them.
  if (report.hidden.length > 0) parts.push(` ${plural(report.hidden.length, 'finding')} of less confidence not shown.`)
  if (summary.silent > 0) parts.push(` ${plural(summary.silent, 'document')} without a claim.`)
  if (summary.setAside > 0) parts.push(` ${plural(summary.setAside, 'document')} set aside (${countReasons(report)}).`)
  if (code.length > 0) parts.push(' ', ...code)
  return parts.join('')
}

/** What `--explain` adds: per rule how many claims held, broke or stayed unknown and why; documents that nobody judged. */
function explanation(report: Report, { colors, show }: TextOptions): string[] {
  const lines: string[] = []
  for (const [rule, references] of byRule(report.references)) {
    const of = (status: string): number => references.filter(reference => reference.verdict.status === status).length
    lines.push(`${colors.bold(rule)}  ${plural(references.length, 'claim')}: ${String(of('holds'))} hold, ${String(of('broken'))} broken, ${String(of('unknown'))} unknown`)
    const low = references.filter(({ verdict }) => verdict.status === 'broken' && verdict.confidence === 'low').length
    if (low > 0) lines.push(`  ${String(low)} of the broken with low confidence; --min-confidence low shows them`)
    const reasons = new Map<string, number>()
    for (const { verdict } of references) if (verdict.status === 'unknown') reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1)
    for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
      lines.push(`  ${colors.dim(`unknown ${String(count)}`)}  ${reason}`)
    }
  }
  if (report.silent.length > 0) lines.push(colors.bold('No rule found a claim in'), ...report.silent.map(path => `  ${visible(show(path))}`))
  if (report.setAside.length > 0) lines.push(colors.bold('Set aside'), ...report.setAside.map(({ path, reason }) => `  ${visible(show(path))}  ${colors.dim(reason)}`))
  return lines
}

function byRule(references: readonly JudgedReference[]): [string, JudgedReference[]][] {
  const rules = new Map<string, JudgedReference[]>()
  for (const reference of references) {
    const list = rules.get(reference.rule)
    if (list === undefined) rules.set(reference.rule, [reference])
    else list.push(reference)
  }
  return [...rules].sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

/** `references`: one line per claim with its verdict. */
export function formatReferencesText(report: Report, options: TextOptions): string {
  const { colors } = options
  const lines: string[] = []
  let path: string | undefined
  for (const { verdict, ...reference } of report.references) {
    if (reference.path !== path) {
      path = reference.path
      if (lines.length > 0) lines.push('')
      lines.push(pathLine(path, options))
    }
    const place = `${String(reference.line)}:${String(reference.column)}`
    const status = verdict.status === 'holds' ? colors.green('holds  ') : verdict.status === 'broken' ? colors.red('broken ') : colors.yellow('unknown')
    const why = verdict.status === 'unknown' ? verdict.reason : verdict.evidence
    const { line } = codeFrame(reference.subject.split('\n')[0] ?? '', 1, 1)
    lines.push(`  ${colors.dim(place.padEnd(7))} ${status} ${line}  ${colors.dim(reference.rule)}${why === undefined ? '' : `  ${colors.dim(visible(why))}`}`)
  }
  if (lines.length > 0) lines.push('')
  for (const notice of report.notices) lines.push(`${colors.yellow('note')} ${visible(notice)}`)
  lines.push(summaryLine(report, colors), '')
  return lines.join('\n')
}

function countReasons(report: Report): string {
  const counts = new Map<string, number>()
  for (const { reason } of report.setAside) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${reason} ${String(count)}`).join(', ')
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}
