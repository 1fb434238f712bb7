/** Annotations in GitHub Actions: workflow commands on stdout. */
import type { Finding } from '../core/finding.ts'
import type { Report } from '../core/report.ts'
import { messageWithReceipt } from '../core/rule.ts'
import { tool } from '../core/tool.ts'
import { createColors } from './colors.ts'
import { summaryLine } from './text.ts'

/** GitHub shows so many annotations of each level from one step, and drops the rest without a word. */
export const MOST_ANNOTATIONS = 10
const RANKS = { high: 0, medium: 1, low: 2 } as const

/**
 * Commands for what GitHub will show, the most certain first; further findings as plain lines in the log; then one line that
 * counts everything.
 */
export function formatGithub(report: Report): string {
  const lines: string[] = []
  const rest: Finding[] = []
  for (const severity of ['error', 'warn'] as const) {
    const findings = report.findings.filter(finding => finding.severity === severity).sort((a, b) => RANKS[a.confidence] - RANKS[b.confidence])
    lines.push(...findings.slice(0, MOST_ANNOTATIONS).map(commandOf))
    rest.push(...findings.slice(MOST_ANNOTATIONS))
  }
  lines.push(...report.notices.slice(0, MOST_ANNOTATIONS).map(notice => `::notice title=${property(tool.name)}::${data(notice)}`))
  lines.push(...report.notices.slice(MOST_ANNOTATIONS).map(notice => logLine(`note ${notice}`)))
  if (rest.length > 0) lines.push(`Not annotated, because GitHub shows ${String(MOST_ANNOTATIONS)} of each level:`, ...rest.map(plainLine))
  return [...lines, summaryLine(report, createColors(false)), ''].join('\n')
}

function commandOf(finding: Finding): string {
  const { path, line, column, endLine, message, evidence, fix, rule } = finding
  const properties = { file: path, line: String(line), endLine: String(endLine), col: String(column), title: rule }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`).join(',')
  const text = messageWithReceipt(message, evidence) + (fix === undefined ? '' : `\nFix: ${fix.title}`)
  return `::${finding.severity === 'error' ? 'error' : 'warning'} ${written}::${data(text)}`
}

function plainLine({ severity, path, line, column, message, evidence, rule }: Finding): string {
  return logLine(`${severity} ${path}:${String(line)}:${String(column)} ${messageWithReceipt(message, evidence)} ${rule}`)
}

/** One line that the runner takes for no command: neither for `::name::` at its start nor for the older `##[name]` anywhere. */
function logLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly these steer a log
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').replaceAll('##[', '# #[')
}

/** As `escapeData` of GitHub's own toolkit has it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** As its `escapeProperty` has it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
