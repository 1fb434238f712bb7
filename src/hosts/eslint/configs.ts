/** Ready configurations. `@eslint/markdown` is an optional peer, so it is loaded when one of them is asked for. */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { ESLint, Linter } from 'eslint'
import type { RuleLevel, RuleTable, UserConfig } from '../../config/config.ts'
import { separateRules, type SeparatedRules } from '../../config/own-rules.ts'
import { ruleIds } from '../../config/resolve.ts'
import { validateConfig } from '../../config/validate.ts'
import { SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { RULE_PREFIX } from '../../core/suppressions.ts'
import { tool } from '../../core/tool.ts'
import { UserError } from '../../core/user-error.ts'
import { codeRules, docRules } from '../../../rules/index.ts'
import { livingRepository } from '../living-repository.ts'
import { createCodeRule } from './code-rule.ts'
import { createEslintRule } from './rule.ts'
import { createValidSuppressions } from './valid-suppressions.ts'

const FILES = ['**/*.md', '**/*.markdown', '**/*.mdx']
/** What ESLint parses without a parser of the user's: a TypeScript file listed here would be a syntax error. */
const CODE = ['**/*.{js,cjs,mjs}']
const PEER = '@eslint/markdown'

/** A configuration as in doc-lockdown.config.json, and where the repository is. */
export interface ConfigureOptions extends UserConfig {
  /** A folder in the repository. Default: the current one. */
  readonly cwd?: string
}

/** Every rule that is recommended, on every Markdown document. */
export function recommendedConfig(plugin: ESLint.Plugin): Linter.Config[] {
  return [{
    name: `${tool.name}/recommended`,
    files: FILES,
    plugins: { markdown: loadMarkdown(), [tool.name]: plugin },
    language: 'markdown/gfm',
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: Object.fromEntries([
      ...docRules.filter(rule => rule.meta.recommended).map(rule => rule.id), SUPPRESSION_RULE,
    ].map(id => [RULE_PREFIX + id, 'error'])),
  }, ...codeConfig(plugin).map(config => ({ ...config, files: CODE, settings: { [tool.name]: { needsPromise: true } } }))]
}

/** Every recommended rule about code, on whatever files the user puts beside it. */
export function codeConfig(plugin: ESLint.Plugin): Linter.Config[] {
  const rules = codeRules.filter(rule => rule.meta.recommended).map(rule => [RULE_PREFIX + rule.id, 'error'] as const)
  return [{ name: `${tool.name}/code`, plugins: { [tool.name]: plugin }, rules: Object.fromEntries(rules) }]
}

/** As recommended, and every document is a protocol: what can't be verified fails. */
export function strictConfig(plugin: ESLint.Plugin): Linter.Config[] {
  return recommendedConfig(plugin).map(config => withSettings({ ...config, name: `${tool.name}/strict` }, { strict: ['**'] }))
}

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
  return {
    ...plugin,
    rules: {
      ...plugin.rules,
      ...Object.fromEntries(own.docRules.map(rule => [rule.id, createEslintRule(rule)])),
      ...Object.fromEntries(own.codeRules.map(rule => [rule.id, createCodeRule(rule, false)])),
      [SUPPRESSION_RULE]: createValidSuppressions([...ruleIds, ...own.docRules.map(rule => rule.id), ...own.codeRules.map(rule => rule.id)]),
    },
  }
}

function withSettings(config: Linter.Config, settings: Readonly<Record<string, unknown>>): Linter.Config {
  const before = config.settings?.[tool.name] as object | undefined
  return { ...config, settings: { [tool.name]: { ...before, ...settings } } }
}

/** Of the project that uses us: a second copy under the same name is an error in ESLint. */
function loadMarkdown(): ESLint.Plugin {
  for (const from of [import.meta.url, path.join(process.cwd(), 'package.json')]) {
    try {
      const loaded = createRequire(from)('@eslint/markdown') as { readonly default?: ESLint.Plugin } & ESLint.Plugin
      return loaded.default ?? loaded
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND' && error.message.includes(PEER))) throw error
    }
  }
  throw new UserError(`${tool.name}'s ready configs need ${PEER}. Install it: npm i -D ${PEER}`)
}
