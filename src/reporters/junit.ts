/**
 * JUnit XML, for test reports. The format has no standard; this keeps to what https://github.com/testmoapp/junitxml lists as
 * understood everywhere.
 */
import type { Finding, SuppressedFinding } from '../core/finding.ts'
import { addTo } from '../core/multimap.ts'
import type { Report } from '../core/report.ts'
import { tool } from '../core/tool.ts'
import { numberOccurrences } from './occurrences.ts'
import { wellFormed } from './uri.ts'

/**
 * A suite for each document and file of code: a case for each finding, or one that passed. A finding at `warn` passes with its
 * message as output, as it lets the run pass; a suppressed one is skipped with its reason.
 */
export function formatJunit(report: Report): string {
  const all = [...report.findings, ...report.suppressed]
  const byPath = new Map<string, (Finding | SuppressedFinding)[]>(report.judged.map(path => [path, []]))
  // Findings may stand in a file that was not judged itself: the lock file.
  for (const finding of all) addTo(byPath, finding.path, finding)
  const occurrences = numberOccurrences([...all, ...report.baselined])
  const suites = [...byPath].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, findings]) => suiteOf(path, findings.sort((a, b) => a.start - b.start), occurrences))
  if (report.notices.length > 0) suites.push(suiteOfNotices(report.notices))
  const total = (count: (suite: Suite) => number): number => suites.reduce((sum, suite) => sum + count(suite), 0)
  const counts = { tests: total(suite => suite.cases), failures: total(suite => suite.failures), errors: 0, skipped: total(suite => suite.skipped) }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: tool.name, ...counts }, suites.map(suite => suite.xml).join('\n'))}\n`
}

interface Suite {
  readonly cases: number
  readonly failures: number
  readonly skipped: number
  readonly xml: string
}

function suiteOf(path: string, findings: readonly (Finding | SuppressedFinding)[], occurrences: ReadonlyMap<Finding, number>): Suite {
  const failures = findings.filter(finding => !isSuppressed(finding) && finding.severity === 'error').length
  const skipped = findings.filter(isSuppressed).length
  const cases = Math.max(1, findings.length)
  const xml = findings.length === 0
    ? [element('testcase', { name: 'every claim', classname: path, file: path })]
    : findings.map(finding => caseOf(finding, occurrences.get(finding) ?? 1))
  return { cases, failures, skipped, xml: element('testsuite', { name: path, tests: cases, failures, errors: 0, skipped }, xml.join('\n')) }
}

function suiteOfNotices(notices: readonly string[]): Suite {
  const output = element('system-out', {}, escape(notices.join('\n')))
  return { cases: 0, failures: 0, skipped: 0, xml: element('testsuite', { name: tool.name, tests: 0, failures: 0, errors: 0, skipped: 0 }, output) }
}

/** Named without its line, so that a service that follows tests through time knows it again. */
function caseOf(finding: Finding | SuppressedFinding, occurrence: number): string {
  const { rule, subject, path, line, message, severity } = finding
  const name = `${rule}: ${subject}${occurrence > 1 ? ` (${String(occurrence)})` : ''}`
  const outcome = isSuppressed(finding) ? element('skipped', { message: finding.reason })
    : severity === 'error' ? element('failure', { message, type: rule }, escape(details(finding)))
      : element('system-out', {}, escape(`warning: ${details(finding)}`))
  return element('testcase', { name, classname: path, file: path, line }, outcome)
}

function details({ path, line, column, message, evidence, fix, url }: Finding): string {
  return [
    `${path}:${String(line)}:${String(column)} ${message}`,
    ...(evidence === undefined ? [] : [`because ${evidence}`]), ...(fix === undefined ? [] : [`fix: ${fix.title}`]), ...(url === '' ? [] : [url]),
  ].join('\n')
}

function isSuppressed(finding: Finding | SuppressedFinding): finding is SuppressedFinding {
  return 'reason' in finding
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join('')
  const separator = content.startsWith('<') ? '\n' : ''
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${separator}${content}${separator}</${name}>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' }

/** For content; a character that XML 1.0 can't hold in any form becomes U+FFFD. */
function escape(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly these are forbidden by production 2 of XML 1.0
  return wellFormed(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replace(/[&<>\r]/g, entityOf)
}

/** For attributes, in which a parser would read a line break or a tab as a blank. */
function escapeAttribute(text: string): string {
  return escape(text).replace(/["\n\t]/g, entityOf)
}

function entityOf(character: string): string {
  return ENTITIES[character] ?? character
}
