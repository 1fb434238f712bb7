/** The engine for code: every file that a rule is concerned with, every promise that it breaks. */
import { codeDirectivesOf } from './code-directives.ts'
import type { CodeProblem, CodeRule } from './code-rule.ts'
import type { Finding, Severity, SuppressedFinding } from './finding.ts'
import { judgeDirectives, pageUrl } from './judge-directives.ts'
import { lineStarts, pointAt } from './position.ts'
import type { Report } from './report.ts'
import type { Repository } from './repository.ts'
import { formatMessage } from './rule.ts'
import { sourceFilesFact, type SourceFile } from './source-file.ts'
import { createExcuses } from './suppressions.ts'
import { isBelow, type Confidence } from './verdict.ts'
import { byPlace } from './check.ts'

/** A rule about code as one run uses it. */
export interface CodeRuleSetting {
  readonly rule: CodeRule
  readonly severity: Severity
  readonly options: object
  /** Whether the user named it, where it would otherwise wait for somebody to promise something. */
  readonly chosen: boolean
}

export interface CodeCheckOptions {
  readonly minConfidence: Confidence
  /** Every rule id that a suppression may name. */
  readonly knownRules: Iterable<string>
  /** The level of `valid-suppressions`. */
  readonly suppressionSeverity: Severity | 'off'
}

/** What came of the code. */
export interface CodeReport {
  /** Paths of files that a rule has judged. */
  readonly files: readonly string[]
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
  /** Findings below the confidence that was asked for. */
  readonly hidden: readonly Finding[]
}

/** The longest piece of code that is shown as the subject of a finding; of several lines the first. */
const LONGEST_SUBJECT = 120

/** Judges files. @param paths from the root; those that no rule is concerned with are not read */
export function checkCode(repository: Repository, paths: Iterable<string>, rules: readonly CodeRuleSetting[], options: CodeCheckOptions): CodeReport {
  const knownRules = new Set(options.knownRules)
  const findings: Finding[] = []
  const suppressed: SuppressedFinding[] = []
  const hidden: Finding[] = []
  const files: string[] = []
  for (const path of paths) {
    const concerned = rules.filter(setting => setting.rule.concerns(path, repository, setting.options))
    const file = concerned.length === 0 ? undefined : repository.get(sourceFilesFact)(path)
    if (file === undefined) continue
    files.push(path)
    const directives = codeDirectivesOf(file)
    const excuses = createExcuses(directives)
    for (const finding of concerned.flatMap(setting => checkSourceFile(file, repository, setting))) {
      const excuse = excuses.excuse(finding.rule, finding.line)
      if (excuse !== undefined) suppressed.push({ ...finding, reason: excuse.reason })
      else if (isBelow(finding.confidence, options.minConfidence)) hidden.push(finding)
      else findings.push(finding)
    }
    // A rule that did not look at this file can't say that its excuse is not needed.
    const judged = new Set(concerned.map(setting => setting.rule.id))
    const ours = directives.filter(directive => directive.rules.some(rule => judged.has(rule) || !knownRules.has(rule)))
    findings.push(...judgeDirectives(path, ours, excuses, knownRules, options.suppressionSeverity))
  }
  return { files, findings, suppressed, hidden }
}

/** What one rule finds in one file, in order; twice the same is said once. */
export function checkSourceFile(file: SourceFile, repository: Repository, { rule, severity, options }: CodeRuleSetting): readonly Finding[] {
  if (!rule.languages.includes(file.language)) return []
  const lines = lineStarts(file.text)
  const found = new Map<string, Finding>()
  for (const problem of rule.judge(file, repository, options)) {
    found.set(`${String(problem.start)} ${String(problem.end)} ${problem.messageId}`, findingOf(problem, file, lines, rule, severity))
  }
  return [...found.values()].sort(byPlace)
}

function findingOf(problem: CodeProblem, file: SourceFile, lines: readonly number[], rule: CodeRule, severity: Severity): Finding {
  const first = pointAt(lines, problem.start)
  const last = pointAt(lines, problem.end)
  const { messageId, data, suggestion } = problem
  return {
    path: file.path, start: problem.start, end: problem.end,
    line: first.line, column: first.column, endLine: last.line, endColumn: last.column,
    rule: rule.id, severity, confidence: problem.confidence,
    subject: file.text.slice(problem.start, Math.min(problem.end, problem.start + LONGEST_SUBJECT)).split(/\r?\n/, 1)[0] ?? '',
    message: formatMessage(rule.meta.messages[messageId] ?? messageId, data), messageId, data,
    evidence: problem.evidence, url: pageUrl(rule),
    fix: suggestion === undefined ? undefined : { safety: 'suggestion', ...suggestion },
  }
}

/** A report about documents with what the code came to. */
export function withCode(report: Report, code: CodeReport): Report {
  return {
    ...report,
    findings: [...report.findings, ...code.findings].sort(byPlace),
    suppressed: [...report.suppressed, ...code.suppressed],
    hidden: [...report.hidden, ...code.hidden],
    judged: [...report.judged, ...code.files],
    summary: {
      ...report.summary, files: code.files.length, problems: code.findings.length, suppressed: report.summary.suppressed + code.suppressed.length,
    },
  }
}
