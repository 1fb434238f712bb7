/** Ready configurations. `@eslint/markdown` is an optional peer, so it is loaded when one of them is asked for. */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { ESLint, Linter } from 'eslint'
import type { UserConfig } from '../../config/config.ts'
import { SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { RULE_PREFIX } from '../../core/suppressions.ts'
import { tool } from '../../core/tool.ts'
import { UserError } from '../../core/user-error.ts'
import { describedCodeRules, describedDocRules } from '../../../rules/described.ts'

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
      ...describedDocRules.filter(rule => rule.meta.recommended).map(rule => rule.id), SUPPRESSION_RULE,
    ].map(id => [RULE_PREFIX + id, 'error'])),
  }, ...codeConfig(plugin).map(config => ({ ...config, files: CODE, settings: { [tool.name]: { needsPromise: true } } }))]
}

/** Every recommended rule about code, on whatever files the user puts beside it. */
export function codeConfig(plugin: ESLint.Plugin): Linter.Config[] {
  const rules = describedCodeRules.filter(rule => rule.meta.recommended).map(rule => [RULE_PREFIX + rule.id, 'error'] as const)
  return [{ name: `${tool.name}/code`, plugins: { [tool.name]: plugin }, rules: Object.fromEntries(rules) }]
}

/** As recommended, and every document is a protocol: what can't be verified fails. */
export function strictConfig(plugin: ESLint.Plugin): Linter.Config[] {
  return recommendedConfig(plugin).map(config => withSettings({ ...config, name: `${tool.name}/strict` }, { strict: ['**'] }))
}

/** A configuration with more of our settings. */
export function withSettings(config: Linter.Config, settings: Readonly<Record<string, unknown>>): Linter.Config {
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
