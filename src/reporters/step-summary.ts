/** What a step of GitHub Actions says on the page of its run: Markdown. */
import type { Finding } from '../core/finding.ts'
import type { Report } from '../core/report.ts'
import { tool } from '../core/tool.ts'
import { createColors } from './colors.ts'
import { MOST_ANNOTATIONS } from './github.ts'
import { summaryLine } from './text.ts'
import { encodePath, wellFormed } from './uri.ts'

/** GitHub refuses a summary of more than 1 MiB per step; other commands of the step may want some of it. */
const MOST_BYTES = 512 * 1024
/** Units of one cell; a longer text is cut. */
const LONGEST_CELL = 1000

/**
 * A heading, the counts and a table of findings.
 * @param repositoryUrl where lines of the judged commit can be seen (`https://github.com/owner/name`); `undefined` gives no links
 */
export function formatStepSummary(report: Report, repositoryUrl: string | undefined): string {
  const head = [`## ${tool.name}`, '', markdown(summaryLine(report, createColors(false))), '', ...report.notices.flatMap(notice => [`> ${markdown(notice)}`, ''])]
  const levels = ['error', 'warn'].map(severity => report.findings.filter(finding => finding.severity === severity).length)
  const more = levels.reduce((sum, count) => sum + Math.max(0, count - MOST_ANNOTATIONS), 0)
  if (more > 0) head.push(`GitHub shows ${String(MOST_ANNOTATIONS)} annotations of each level; ${String(more)} more ${more === 1 ? 'finding stands' : 'findings stand'} only here.`, '')
  if (report.findings.length === 0) return `${head.join('\n')}\n`
  const lines = [...head, '| Where | What | Rule |', '|---|---|---|']
  let bytes = Buffer.byteLength(lines.join('\n'))
  for (const [index, finding] of report.findings.entries()) {
    const row = rowOf(finding, report.repository.commit, repositoryUrl)
    bytes += Buffer.byteLength(row) + 1
    if (bytes > MOST_BYTES) {
      lines.push('', `${String(report.findings.length - index)} more did not fit; the log of the step has them.`)
      break
    }
    lines.push(row)
  }
  return `${lines.join('\n')}\n\n`
}

function rowOf(finding: Finding, commit: string | undefined, repositoryUrl: string | undefined): string {
  const { path, line, endLine, message, evidence, severity, rule, url } = finding
  const place = `<code>${markdown(`${path}:${String(line)}`)}</code>`
  const lines = `L${String(line)}${endLine > line ? `-L${String(endLine)}` : ''}`
  // Without `plain` GitHub renders Markdown and knows no lines.
  const address = repositoryUrl === undefined || commit === undefined ? undefined : `${repositoryUrl}/blob/${commit}/${encodePath(path)}?plain=1#${lines}`
  const what = evidence === undefined ? withCode(message) : `${withCode(message)}<br>because ${withCode(evidence)}`
  return `| ${address === undefined ? place : `<a href="${address}">${place}</a>`} | ${severity === 'error' ? '❌' : '⚠️'} ${what} | ${url === '' ? rule : `[${rule}](${url})`} |`
}

/** Text with `code` in it, where everything else stands for itself. */
function withCode(text: string): string {
  return cut(text).split(/(`[^`]*`)/).map(part => (part.length > 1 && part.startsWith('`') && part.endsWith('`') ? `<code>${markdown(part.slice(1, -1))}</code>` : markdown(part))).join('')
}

function cut(text: string): string {
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text
}

/** Text in which no character means anything to Markdown or HTML, in one line. */
function markdown(text: string): string {
  // eslint-disable-next-line no-control-regex -- line breaks would end the row, the others are shown by nothing
  return wellFormed(cut(text)).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').replace(/[&<>"'|\\[\]*_~`#!:@$]/g, character => `&#${String(character.charCodeAt(0))};`)
}
