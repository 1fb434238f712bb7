/** A configuration of ours as one of ESLint. */
import path from 'node:path'
import type { ESLint, Linter } from 'eslint'
import type { RuleLevel, RuleTable } from '../../config/config.ts'
import { separateRules, type SeparatedRules } from '../../config/own-rules.ts'
import { ruleIds } from '../../config/resolve.ts'
import { validateConfig } from '../../config/validate.ts'
import { SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { RULE_PREFIX } from '../../core/suppressions.ts'
import { tool } from '../../core/tool.ts'
import { codeRules } from '../../../rules/index.ts'
import { livingRepository } from '../living-repository.ts'
import { createCodeRule } from './code-rule.ts'
import { recommendedConfig, withSettings, type ConfigureOptions } from './configs.ts'
import { judgeDocumentBy } from './judge-document.ts'
import { judgeSourceBy } from './judge-source.ts'
import { judgeSuppressions } from './judge-suppressions.ts'
import { createEslintRule } from './rule.ts'
import { createValidSuppressions } from './valid-suppressions.ts'

/**
 * The recommended configuration with what a doc-lockdown config says, and with a key of the repository's present content:
 * `eslint --cache` then looks at every document again when something has changed that it may speak of.
 * @throws UserError when the options are wrong
 */
export function configure(plugin: ESLint.Plugin, { cwd = process.cwd(), ...written }: ConfigureOptions = {}): Linter.Config[] {
  const { ignore = [], rules = {}, strict, include, minConfidence, settings = {} } = validateConfig(written, 'configure()')
  const { source } = livingRepository(path.resolve(cwd), path.resolve(cwd))
  const own = separateRules(rules)
  const table: RuleTable = { ...Object.fromEntries([...own.docRules, ...own.codeRules].map(rule => [rule.id, 'error'])), ...own.table }
  const aboutCode = new Set([...codeRules, ...own.codeRules].map(rule => rule.id))
  const chosen = (code: boolean): Record<string, Linter.RuleEntry> => Object.fromEntries(Object.entries(table)
    .filter(([id]) => aboutCode.has(id) === code).map(([id, choice]) => [RULE_PREFIX + id, choice as RuleLevel]))
  // Who names a rule about code wants to hear it, also where nothing is promised yet.
  const named = codeRules.some(rule => Object.hasOwn(table, rule.id))
  return recommendedConfig(withOwnRules(plugin, own)).map((config) => {
    const code = config.language === undefined
    return withSettings({
      ...config,
      name: `${tool.name}/configured`,
      ...(ignore.length > 0 ? { ignores: [...ignore] } : {}),
      rules: { ...config.rules, ...chosen(code) },
    }, {
      ...settings,
      ...(strict === undefined ? {} : { strict }),
      ...(include === undefined ? {} : { include }),
      ...(minConfidence === undefined ? {} : { minConfidence }),
      ...(code && named ? { needsPromise: false } : {}),
      cacheKey: `${String(source.head)} ${String(source.fingerprint)}`,
    })
  })
}

/** The plugin with rules of a configuration beside ours; the same object where there are none. */
function withOwnRules(plugin: ESLint.Plugin, own: SeparatedRules): ESLint.Plugin {
  if (own.docRules.length + own.codeRules.length === 0) return plugin
  const ids = [...ruleIds, ...own.docRules.map(rule => rule.id), ...own.codeRules.map(rule => rule.id)]
  return {
    ...plugin,
    rules: {
      ...plugin.rules,
      ...Object.fromEntries(own.docRules.map(rule => [rule.id, createEslintRule(rule, (context) => { judgeDocumentBy(rule, context) })])),
      ...Object.fromEntries(own.codeRules.map(rule => [rule.id, createCodeRule(rule, (context) => { judgeSourceBy(rule, context, false) })])),
      [SUPPRESSION_RULE]: createValidSuppressions((context) => { judgeSuppressions(context, ids) }),
    },
  }
}
