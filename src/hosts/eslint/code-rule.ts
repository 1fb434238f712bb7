/** Turns a rule about code into a rule that ESLint (and oxlint) runs on JavaScript, TypeScript and package.json. */
import type { Rule } from 'eslint'
import { codeDirectivesOf } from '../../core/code-directives.ts'
import { checkSourceFile } from '../../core/check-code.ts'
import type { CodeRule } from '../../core/code-rule.ts'
import { languageOf, type Language, type SourceFile } from '../../core/source-file.ts'
import { createExcuses } from '../../core/suppressions.ts'
import { isBelow } from '../../core/verdict.ts'
import { productionScriptsFact } from '../../facts/code/production-scripts.ts'
import { newFindings } from '../hold-baseline.ts'
import { openSource } from '../open-document.ts'
import { readSettings } from './linted-document.ts'
import { asRuleModule, docsUrl, messagesFor, optionsOf, show } from './rule.ts'

/**
 * Wraps one rule. The tree and the scopes are ESLint's own, so any parser will do; what is found does not hang on it.
 * @param waits whether it may have to wait for a contract; a user's own rule never does
 */
export function createCodeRule(rule: CodeRule, waits = true): Rule.RuleModule {
  const readsManifests = rule.languages.includes('manifest')
  return asRuleModule({
    meta: {
      type: 'problem',
      docs: { description: rule.meta.description, ...docsUrl(rule), recommended: rule.meta.recommended },
      languages: ['js/js', ...(readsManifests ? ['json/json', 'json/jsonc', 'json/json5'] : [])],
      schema: [rule.meta.schema],
      defaultOptions: [rule.meta.defaultOptions],
      messages: messagesFor(rule.meta.messages),
      ...(rule.meta.suggests ? { hasSuggestions: true } : {}),
    },
    create: (context) => {
      const language = languageOf(context.physicalFilename.replaceAll('\\', '/'))
      if (language === 'javascript') return { 'Program:exit': () => { judge(rule, context, waits) } }
      // The tree of a manifest is not needed: its text is read as on the command line.
      return language === 'manifest' && readsManifests ? { 'Document:exit': () => { judge(rule, context, waits) } } : {}
    },
  })
}

function judge(rule: CodeRule, context: Rule.RuleContext, waits: boolean): void {
  const { needsPromise, minConfidence, shared } = readSettings(context)
  const open = openSource({ cwd: context.cwd, file: context.physicalFilename, settings: shared })
  if (open === undefined) return
  const { path, repository } = open
  const language = languageOf(path)
  const options = optionsOf(rule, context)
  if (language === undefined || !rule.concerns(path, repository, options)) return
  if (waits && needsPromise && !repository.get(productionScriptsFact).promised) return
  const file = sourceFile(path, language, context.sourceCode)
  const findings = checkSourceFile(file, repository, { rule, severity: 'error', options, chosen: true }).filter(({ confidence }) => !isBelow(confidence, minConfidence))
  // ESLint excuses findings itself and must see them; the baseline is held against the others only, as on the command line.
  const excuses = createExcuses(codeDirectivesOf(file))
  const fresh = new Set(newFindings(findings.filter(finding => excuses.excuse(finding.rule, finding.line) === undefined), repository))
  for (const finding of findings) {
    if (!fresh.has(finding) && excuses.excuse(finding.rule, finding.line) === undefined) continue
    // Columns of ESLint's JavaScript count from 0, those of its other languages from 1.
    show(context, language === 'javascript' ? { ...finding, column: finding.column - 1, endColumn: finding.endColumn - 1 } : finding)
  }
}

/** One file for all rules, so that its names are resolved once. */
const files = new WeakMap<object, SourceFile>()

function sourceFile(path: string, language: Language, source: Rule.RuleContext['sourceCode']): SourceFile {
  let file = files.get(source)
  if (file === undefined) {
    file = { path, language, text: source.text, parsed: language === 'javascript' ? { program: source.ast, scopes: source.scopeManager } : undefined }
    files.set(source, file)
  }
  return file
}
