/** One rule about code on a file that ESLint lints. */
import type { Rule } from 'eslint'
import { checkSourceFile } from '../../core/check-code.ts'
import type { Repository } from '../../core/repository.ts'
import { languageOf, type SourceFile } from '../../core/source-file.ts'
import { isBelow } from '../../core/verdict.ts'
import { productionScriptsFact } from '../../facts/code/production-scripts.ts'
import { codeRules } from '../../../rules/index.ts'
import { openSource } from '../open-document.ts'
import { readSettings } from './linted-document.ts'
import { optionsOf, show } from './show.ts'

const byId = new Map(codeRules.map(rule => [rule.id, rule]))

/** Shows what a rule finds. The tree and the scopes are ESLint's own. */
export function judgeSource(id: string, context: Rule.RuleContext): void {
  const rule = byId.get(id)
  const open = rule === undefined ? undefined : lintedSource(context)
  if (rule === undefined || open === undefined) return
  const { file, repository } = open
  const { needsPromise, minConfidence } = readSettings(context)
  const options = optionsOf(rule, context)
  if (!rule.concerns(file.path, repository, options)) return
  const scripts = repository.get(productionScriptsFact)
  if (needsPromise && !scripts.promised) return
  const { findings } = checkSourceFile(file, repository, { rule, severity: 'error', options, chosen: true }, scripts.isPromised(file.path))
  // Columns of ESLint's JavaScript count from 0, those of its other languages from 1.
  for (const finding of findings) {
    if (!isBelow(finding.confidence, minConfidence)) show(context, file.language === 'javascript' ? { ...finding, column: finding.column - 1, endColumn: finding.endColumn - 1 } : finding)
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
