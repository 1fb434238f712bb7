/** One rule about code on a file that ESLint lints. */
import type { Rule } from 'eslint'
import { checkSourceFile } from '../../core/check-code.ts'
import { codeDirectivesOf } from '../../core/code-directives.ts'
import type { CodeRule } from '../../core/code-rule.ts'
import type { Repository } from '../../core/repository.ts'
import { languageOf, type SourceFile } from '../../core/source-file.ts'
import { createExcuses } from '../../core/suppressions.ts'
import { isBelow } from '../../core/verdict.ts'
import { productionScriptsFact } from '../../facts/code/production-scripts.ts'
import { codeRules } from '../../../rules/index.ts'
import { newFindings } from '../hold-baseline.ts'
import { openSource } from '../open-document.ts'
import { readSettings } from './linted-document.ts'
import { optionsOf, show } from './show.ts'

const byId = new Map(codeRules.map(rule => [rule.id, rule]))

/** Shows what one of our rules finds. */
export function judgeSource(id: string, context: Rule.RuleContext): void {
  const rule = byId.get(id)
  if (rule !== undefined) judgeSourceBy(rule, context, true)
}

/**
 * Shows what a rule finds. The tree and the scopes are ESLint's own.
 * @param waits whether it may have to wait for a contract; a user's own rule never does
 */
export function judgeSourceBy(rule: CodeRule, context: Rule.RuleContext, waits: boolean): void {
  const open = lintedSource(context)
  if (open === undefined) return
  const { file, repository } = open
  const { needsPromise, minConfidence } = readSettings(context)
  const options = optionsOf(rule, context)
  if (!rule.concerns(file.path, repository, options)) return
  const scripts = repository.get(productionScriptsFact)
  if (waits && needsPromise && !scripts.promised) return
  const judged = checkSourceFile(file, repository, { rule, severity: 'error', options, chosen: true }, scripts.isPromised(file.path))
  const findings = judged.findings.filter(({ confidence }) => !isBelow(confidence, minConfidence))
  // ESLint excuses findings itself and must see them; the baseline is held against the others only, as on the command line.
  const excuses = createExcuses(codeDirectivesOf(file))
  const excused = new Set(findings.filter(finding => excuses.excuse(finding.rule, finding.line) !== undefined))
  const fresh = new Set(newFindings(findings.filter(finding => !excused.has(finding)), repository))
  for (const finding of findings) {
    if (!fresh.has(finding) && !excused.has(finding)) continue
    // Columns of ESLint's JavaScript count from 0, those of its other languages from 1.
    show(context, file.language === 'javascript' ? { ...finding, column: finding.column - 1, endColumn: finding.endColumn - 1 } : finding)
  }
}

interface LintedSource {
  readonly file: SourceFile
  readonly repository: Repository
}

const opened = new WeakMap<object, LintedSource | null>()

/** The file that ESLint lints, found and given its names once for all rules; `undefined` when it is none of ours. */
function lintedSource(context: Rule.RuleContext): LintedSource | undefined {
  const key = context.sourceCode
  const known = opened.get(key)
  if (known !== undefined) return known ?? undefined
  const found = open(context)
  opened.set(key, found ?? null)
  return found
}

function open(context: Rule.RuleContext): LintedSource | undefined {
  const place = openSource({ cwd: context.cwd, file: context.physicalFilename, settings: readSettings(context).shared })
  const language = place === undefined ? undefined : languageOf(place.path)
  if (place === undefined || language === undefined) return undefined
  const { text, ast, scopeManager } = context.sourceCode
  const parsed = language === 'javascript' ? { program: ast, scopes: scopeManager } : undefined
  return { file: { path: place.path, language, text, parsed }, repository: place.repository }
}
