/** SARIF 2.1.0 (OASIS, errata 01), for code scanning. Section numbers are those of the specification. */
import { createHash } from 'node:crypto'
import type { Finding, FindingFix, SuppressedFinding } from '../core/finding.ts'
import { lineStarts, pointAt } from '../core/position.ts'
import type { Report } from '../core/report.ts'
import { messageWithReceipt } from '../core/rule.ts'
import { tool } from '../core/tool.ts'
import { identityOf, numberOccurrences } from './occurrences.ts'
import { encodePath } from './uri.ts'

/** A rule as a report describes it. */
export interface DescribedRule {
  readonly id: string
  /** Without a full stop. */
  readonly description: string
  /** Its page; '' for none. */
  readonly url: string
  readonly recommended: boolean
}

export interface SarifOptions {
  /** Every rule that can have a finding. */
  readonly rules: readonly DescribedRule[]
  /** `file:` URL of the root, with a slash at its end. */
  readonly rootUri: string
  /** Where the repository is at home, `https://…`; `undefined` when nothing says so. */
  readonly repositoryUrl: string | undefined
  /** The text of a file as offsets count it, without a byte order mark; `undefined` when it can't be read. */
  readonly textOf: (path: string) => string | undefined
}

const ROOT = '%SRCROOT%'
/** Named with a version, as 3.27.17 asks: what goes into it may change only together with its name. */
const FINGERPRINT = 'docLockdown/v1'

/** The whole log, indented JSON with one run. */
export function formatSarif(report: Report, options: SarifOptions): string {
  const { commit } = report.repository
  const all = [...report.findings, ...report.suppressed, ...report.baselined]
  const baselined = new Set(report.baselined)
  const occurrences = numberOccurrences(all)
  const ruleIndex = new Map(options.rules.map(({ id }, index) => [id, index]))
  const linesOf = lineReader(options.textOf)
  const run = {
    tool: { driver: {
      name: tool.name, version: tool.version, semanticVersion: tool.version,
      informationUri: `https://github.com/${tool.name}/${tool.name}`, rules: options.rules.map(describe),
    } },
    originalUriBaseIds: { [ROOT]: { uri: options.rootUri, description: { text: 'The root of the checkout.' } } },
    ...(commit === undefined || options.repositoryUrl === undefined ? {} : {
      versionControlProvenance: [{ repositoryUri: options.repositoryUrl, revisionId: commit, mappedTo: { uriBaseId: ROOT } }],
    }),
    invocations: [{
      executionSuccessful: true,
      toolExecutionNotifications: report.notices.map(notice => ({ level: 'note', message: { text: plainMessage(notice) } })),
    }],
    columnKind: 'utf16CodeUnits',
    results: all.map(finding => ({
      ...resultOf(finding, occurrences.get(finding) ?? 1, ruleIndex.get(finding.rule), linesOf), ...stateOf(finding, baselined),
    })),
  }
  const log = { $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, null, 2)}\n`
}

function describe({ id, description, url, recommended }: DescribedRule): object {
  return {
    id, shortDescription: { text: `${description}.` },
    ...(url === '' ? {} : { helpUri: url, help: { text: `${description}. See ${url}` } }),
    defaultConfiguration: { level: 'error', enabled: recommended },
  }
}

/** Where the lines of a file start, found once per file; `undefined` when it can't be read. */
type LinesOf = (path: string) => readonly number[] | undefined

function lineReader(textOf: SarifOptions['textOf']): LinesOf {
  const known = new Map<string, readonly number[] | undefined>()
  return (path) => {
    if (!known.has(path)) {
      const text = textOf(path)
      known.set(path, text === undefined ? undefined : lineStarts(text))
    }
    return known.get(path)
  }
}

function resultOf(finding: Finding | SuppressedFinding, occurrence: number, ruleIndex: number | undefined, linesOf: LinesOf): object {
  const { rule, severity, path, line, column, endLine, endColumn, message, evidence, confidence, fix } = finding
  return {
    ruleId: rule, ...(ruleIndex === undefined ? {} : { ruleIndex }), level: severity === 'error' ? 'error' : 'warning',
    message: { text: plainMessage(messageWithReceipt(message, evidence)) },
    locations: [{ physicalLocation: {
      artifactLocation: locationOf(path), region: { startLine: line, startColumn: column, endLine, endColumn },
    } }],
    partialFingerprints: { [FINGERPRINT]: createHash('sha256').update(`${identityOf(finding)} ${String(occurrence)}`).digest('hex').slice(0, 32) },
    // Either every result of a run says whether it is suppressed, or none does (3.27.23).
    suppressions: 'reason' in finding ? [{ kind: 'inSource', justification: finding.reason }] : [],
    ...(fix === undefined ? {} : { fixes: [fixOf(fix, path, linesOf(path))] }),
    properties: { confidence },
  }
}

/** Known findings are suppressed from outside (3.35.3) and unchanged; once one result says so, all of them have a state (3.27.24). */
function stateOf(finding: Finding, baselined: ReadonlySet<Finding>): object {
  if (baselined.size === 0) return {}
  return baselined.has(finding)
    ? { baselineState: 'unchanged', suppressions: [{ kind: 'external', justification: 'known in doc-lockdown.baseline.json' }] }
    : { baselineState: 'new' }
}

function fixOf(fix: FindingFix, path: string, lines: readonly number[] | undefined): object {
  const [start, end] = fix.range
  return {
    description: { text: plainMessage(fix.title) },
    artifactChanges: [{
      artifactLocation: locationOf(path),
      replacements: [{ deletedRegion: regionOf(start, end, lines), insertedContent: { text: fix.text } }],
    }],
  }
}

/** Lines and columns, which more readers understand than offsets. */
function regionOf(start: number, end: number, lines: readonly number[] | undefined): object {
  if (lines === undefined) return { charOffset: start, charLength: end - start }
  const [first, last] = [pointAt(lines, start), pointAt(lines, end)]
  return { startLine: first.line, startColumn: first.column, endLine: last.line, endColumn: last.column }
}

function locationOf(path: string): object {
  return { uri: encodePath(path), uriBaseId: ROOT }
}

/**
 * A text in which nothing is taken for a placeholder (3.11.5) or a link (3.11.6). Braces are doubled only around numbers: all
 * others stay readable in the many viewers that show every text as it is.
 */
function plainMessage(text: string): string {
  const unlinked = text.includes('](') ? text.replace(/[[\]]/g, '\\$&') : text
  return unlinked.replace(/\{(\d{1,9})\}/g, '{{$1}}')
}
