/** The engine for code: every file that a rule is concerned with, every promise that it breaks. */
import { codeDirectivesOf } from './code-directives.ts'
import { TOO_DEEP, UNDECIDED, type CodeProblem, type CodeRule } from './code-rule.ts'
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
  /** Whether somebody promised something of a script: then that it can't be decided is a finding. */
  readonly isPromised: (path: string) => boolean
}

/** What came of the code. */
export interface CodeReport {
  /** Paths of files that a rule has judged. */
  readonly files: readonly string[]
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
  /** Findings below the confidence that was asked for. */
  readonly hidden: readonly Finding[]
  /** Sentences about what was not judged to its end. */
  readonly notices: readonly string[]
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
  const notices: string[] = []
  for (const path of paths) {
    const concerned = rules.filter(setting => setting.rule.concerns(path, repository, setting.options))
    const file = concerned.length === 0 ? undefined : repository.get(sourceFilesFact)(path)
    if (file === undefined) continue
    files.push(path)
    const directives = codeDirectivesOf(file)
    const excuses = createExcuses(directives)
    const judged = concerned.map(setting => ({ rule: setting.rule.id, ...checkSourceFile(file, repository, setting, options.isPromised(path)) }))
    for (const { rule, undecided } of judged) if (undecided !== undefined) notices.push(`${path} was not judged to its end by ${rule}: ${undecided}.`)
    for (const finding of judged.flatMap(({ findings: found }) => found)) {
      const excuse = excuses.excuse(finding.rule, finding.line)
      if (excuse !== undefined) suppressed.push({ ...finding, reason: excuse.reason })
      else if (isBelow(finding.confidence, options.minConfidence)) hidden.push(finding)
      else findings.push(finding)
    }
    // A rule that did not look at this file can't say that its excuse is not needed.
    const judging = new Set(concerned.map(setting => setting.rule.id))
    const ours = directives.filter(directive => directive.rules.some(rule => judging.has(rule) || !knownRules.has(rule)))
    findings.push(...judgeDirectives(path, ours, excuses, knownRules, options.suppressionSeverity))
  }
  return { files, findings, suppressed, hidden, notices }
}

/** What one rule makes of one file. */
export interface Judged {
  /** In order; twice the same is said once. */
  readonly findings: readonly Finding[]
  /** Why it can't be decided, without a full stop; of a promised script that is a finding instead. */
  readonly undecided: string | undefined
}

/** Judges one file by one rule. @param isPromised whether somebody promised something of the file */
export function checkSourceFile(file: SourceFile, repository: Repository, { rule, severity, options }: CodeRuleSetting, isPromised: boolean): Judged {
  if (!rule.languages.includes(file.language)) return { findings: [], undecided: undefined }
  const lines = lineStarts(file.text)
  const found = new Map<string, Finding>()
  const add = (problem: CodeProblem): void => {
    const finding = findingOf(problem, file, lines, rule, severity)
    const key = `${String(problem.start)} ${String(problem.end)} ${finding.message}`
    if (!found.has(key)) found.set(key, finding)
  }
  let undecided: string | undefined
  try {
    for (const answer of rule.judge(file, repository, options)) {
      if ('undecided' in answer) undecided = answer.undecided
      else add(answer)
    }
  } catch (error) {
    // Sources nest without limit, stacks don't. Anything else is a mistake of ours.
    if (!(error instanceof RangeError)) throw error
    undecided = TOO_DEEP.undecided
  }
  if (undecided !== undefined && isPromised && found.size === 0) {
    const end = /[\r\n]|$/.exec(file.text)?.index ?? 0
    add({ start: 0, end, messageId: UNDECIDED.messageId, data: { reason: undecided }, confidence: 'medium' })
    undecided = undefined
  }
  return { findings: [...found.values()].sort(byPlace), undecided }
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
    message: formatMessage(messageId === UNDECIDED.messageId ? UNDECIDED.message : rule.meta.messages[messageId] ?? messageId, data), messageId, data,
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
    notices: [...report.notices, ...code.notices],
    summary: {
      ...report.summary, files: code.files.length, problems: code.findings.length, suppressed: report.summary.suppressed + code.suppressed.length,
    },
  }
}
