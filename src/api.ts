/** doc-lockdown for programs. */
import { checkDocuments } from './core/check.ts'
import { withCode } from './core/check-code.ts'
import type { Report } from './core/report.ts'
import type { Confidence } from './core/verdict.ts'
import type { UserConfig } from './config/config.ts'
import { selectDocuments } from './documents/select.ts'
import type { ContentChoice } from './hosts/open-checkout.ts'
import { holdAgainstBaseline } from './hosts/hold-baseline.ts'
import { judgeCode } from './hosts/judge-code.ts'
import { openSession } from './hosts/session.ts'

export type { RuleLevel, RuleTable, UserConfig } from './config/config.ts'
export type { CodeProblem, CodeRule, CodeRuleMeta, CodeSuggestion } from './core/code-rule.ts'
export type { Document } from './core/document.ts'
export type { Finding, FindingFix, Place, Severity, SuppressedFinding, UnknownClaim } from './core/finding.ts'
export type { MarkdownNode, NodeType } from './core/markdown/node.ts'
export type { OwnCodeRule, OwnDocRule, OwnRule } from './core/own-rule.ts'
export type { Mention, Reference } from './core/reference.ts'
export type { JudgedReference, Report, SetAside, Summary } from './core/report.ts'
export type { Fact, Lookup, Repository } from './core/repository.ts'
export type { DocRule, DocRuleMeta, JsonSchema, Judgement, OptionsSchema } from './core/rule.ts'
export type { Language, SourceFile } from './core/source-file.ts'
export type { ContentSource, FileEntry } from './core/source.ts'
export type { Broken, Confidence, Fix, FixSafety, Holds, Unknown, Verdict } from './core/verdict.ts'
export type { ContentChoice } from './hosts/open-checkout.ts'
export { UserError } from './core/user-error.ts'
export { defineOwnCodeRule as defineCodeRule, defineOwnDocRule as defineDocRule } from './core/own-rule.ts'
export * from './authoring.ts'

export interface CheckRequest {
  /** A folder in the repository. Default: the current one. A folder outside of git will do; nothing is known of its past. */
  readonly cwd?: string
  /** Files, folders or globs of documents and code, from the root. Default: all. */
  readonly paths?: readonly string[]
  /** Which content is judged. Default: the files on disk. */
  readonly source?: ContentChoice
  /** A configuration in place of the repository's config file. */
  readonly config?: UserConfig
  /** A config file, from the current folder. */
  readonly configFile?: string
  /** Hold every document strictly: what can't be verified fails. */
  readonly strict?: boolean
  /** In place of the configured one. */
  readonly minConfidence?: Confidence
  /** Whether findings that `doc-lockdown.baseline.json` knows are set apart in `report.baselined`. Default: true. */
  readonly baseline?: boolean
  /** Fill `report.references` with every claim and its verdict. */
  readonly references?: boolean
}

/**
 * Checks the documents of a repository, as `doc-lockdown check` does.
 * @throws UserError for something that the user can put right: a wrong configuration, a path that matches no document
 */
export async function check(request: CheckRequest = {}): Promise<Report> {
  const { repository, config } = await openSession({
    directory: request.cwd ?? process.cwd(),
    content: request.source,
    config: request.config,
    configFile: request.configFile,
    strict: request.strict,
    minConfidence: request.minConfidence,
    plainFolder: true,
  })
  const { paths = [] } = request
  const { documents, setAside } = selectDocuments(repository, { paths, ignore: config.ignore, include: config.include })
  const whole = paths.length === 0
  const report = checkDocuments(repository, documents, { ...config, setAside, whole, keepReferences: request.references ?? false })
  const judged = withCode(report, judgeCode(repository, config, { paths }))
  const part = whole ? 'all' : 'some'
  return holdAgainstBaseline(judged, repository, config, { documents: part, code: part }, request.baseline).report
}

/** Types a configuration; gives it back unchanged. */
export function defineConfig(config: UserConfig): UserConfig {
  return config
}
