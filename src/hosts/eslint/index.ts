/** The ESLint plugin. */
import type { ESLint, Linter } from 'eslint'
import { SUPPRESSION_RULE } from '../../core/check.ts'
import { tool } from '../../core/tool.ts'
import { docRules } from '../../../rules/index.ts'
import { configure, recommendedConfig, strictConfig, type ConfigureOptions } from './configs.ts'
import { createEslintRule } from './rule.ts'
import { validSuppressions } from './valid-suppressions.ts'

export type { ConfigureOptions } from './configs.ts'

/** The plugin's type: ESLint's, with the configs known by name. */
export type DocLockdownPlugin = ESLint.Plugin & {
  readonly configs: {
    /** All recommended rules on Markdown. */
    readonly recommended: Linter.Config[]
    /** The same, and what can't be verified fails in every document. */
    readonly strict: Linter.Config[]
  }
  /** The recommended config with your options, safe with `eslint --cache`. */
  readonly configure: (options?: ConfigureOptions) => Linter.Config[]
}

const plugin = {
  meta: { name: tool.name, version: tool.version, namespace: tool.name },
  rules: {
    ...Object.fromEntries(docRules.map(rule => [rule.id, createEslintRule(rule)])),
    [SUPPRESSION_RULE]: validSuppressions,
  },
} as const satisfies ESLint.Plugin

/** Made when first read: not everybody who loads the plugin has `@eslint/markdown`. */
const made: { recommended?: Linter.Config[], strict?: Linter.Config[] } = {}

const complete: DocLockdownPlugin = Object.assign(plugin, {
  configs: {
    get recommended(): Linter.Config[] {
      return (made.recommended ??= recommendedConfig(complete))
    },
    get strict(): Linter.Config[] {
      return (made.strict ??= strictConfig(complete))
    },
  },
  configure: (options?: ConfigureOptions): Linter.Config[] => configure(complete, options),
})

export { complete as default, complete as 'module.exports' }
