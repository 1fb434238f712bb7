/** For people at a terminal. */
import type { Finding } from '../core/finding.ts'
import type { Report } from '../core/report.ts'
import type { Colors } from './colors.ts'

/** Findings by document with their receipts, then one line that counts everything. */
export function formatText(report: Report, colors: Colors): string {
  const lines: string[] = []
  let path: string | undefined
  for (const finding of report.findings) {
    if (finding.path !== path) {
      path = finding.path
      if (lines.length > 0) lines.push('')
      lines.push(colors.bold(path))
    }
    lines.push(...findingLines(finding, colors))
  }
  if (lines.length > 0) lines.push('')
  for (const notice of report.notices) lines.push(`${colors.yellow('note')} ${notice}`)
  lines.push(summaryLine(report, colors), '')
  return lines.join('\n')
}

function findingLines(finding: Finding, colors: Colors): string[] {
  const place = `${String(finding.line)}:${String(finding.column)}`
  const level = finding.severity === 'error' ? colors.red('error') : colors.yellow('warn')
  const lines = [`  ${colors.dim(place.padEnd(7))} ${level}  ${finding.message}  ${colors.dim(finding.rule)}`]
  if (finding.evidence !== undefined) lines.push(`          ${colors.dim('because')} ${finding.evidence}`)
  if (finding.fix !== undefined) lines.push(`          ${colors.dim('fix')} ${finding.fix.title}`)
  return lines
}

/** "12 documents, 340 claims: 330 hold, 2 broken, 8 unknown. 3 documents set aside (changelog 2, archive 1)." */
export function summaryLine(report: Report, colors: Colors): string {
  const { summary } = report
  const parts = [
    `${plural(summary.documents, 'document')}, ${plural(summary.references, 'claim')}: `,
    `${String(summary.holds)} hold, `,
    summary.broken > 0 ? colors.red(`${String(summary.broken)} broken`) : '0 broken',
    `, ${String(summary.unknown)} unknown`,
    summary.suppressed > 0 ? `, ${String(summary.suppressed)} suppressed` : '',
    '.',
  ]
  if (summary.silent > 0) parts.push(` ${plural(summary.silent, 'document')} without a claim.`)
  if (summary.setAside > 0) parts.push(` ${plural(summary.setAside, 'document')} set aside (${countReasons(report)}).`)
  return parts.join('')
}

function countReasons(report: Report): string {
  const counts = new Map<string, number>()
  for (const { reason } of report.setAside) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${reason} ${String(count)}`).join(', ')
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}
