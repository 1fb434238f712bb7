/** A configuration of ours as one of ESLint. */
import path from 'node:path'
import type { ESLint, Linter } from 'eslint'
import type { RuleLevel } from '../../config/config.ts'
import { validateConfig } from '../../config/validate.ts'
import { RULE_PREFIX } from '../../core/suppressions.ts'
import { tool } from '../../core/tool.ts'
import { codeRules } from '../../../rules/index.ts'
import { livingRepository } from '../living-repository.ts'
import { recommendedConfig, withSettings, type ConfigureOptions } from './configs.ts'

/**
 * The recommended configuration with what a doc-lockdown config says, and with a key of the repository's present content:
 * `eslint --cache` then looks at every document again when something has changed that it may speak of.
 * @throws UserError when the options are wrong
 */
export function configure(plugin: ESLint.Plugin, { cwd = process.cwd(), ...written }: ConfigureOptions = {}): Linter.Config[] {
  const { ignore = [], rules = {}, strict, include, minConfidence, settings = {} } = validateConfig(written, 'configure()')
  const { source } = livingRepository(path.resolve(cwd), path.resolve(cwd))
  const aboutCode = new Set(codeRules.map(rule => rule.id))
  const chosen = (code: boolean): Record<string, Linter.RuleEntry> => Object.fromEntries(Object.entries(rules)
    .filter(([id]) => aboutCode.has(id) === code).map(([id, choice]) => [RULE_PREFIX + id, choice as RuleLevel]))
  // Who names a rule about code wants to hear it, also where nothing is promised yet.
  const named = Object.keys(chosen(true)).length > 0
  return recommendedConfig(plugin).map((config) => {
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
