/** The ESLint plugin. */
import type { ESLint, Linter } from 'eslint'
import { SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { tool } from '../../core/tool.ts'
import { describedCodeRules, describedDocRules } from '../../../rules/described.ts'
import { createCodeRule } from './code-rule.ts'
import { codeConfig, recommendedConfig, strictConfig, type ConfigureOptions } from './configs.ts'
import { judging } from './load-judging.ts'
import { createEslintRule } from './rule.ts'
import { createValidSuppressions } from './valid-suppressions.ts'

export type { ConfigureOptions } from './configs.ts'

/** The plugin's type: ESLint's, with the configs known by name. */
export type DocLockdownPlugin = ESLint.Plugin & {
  readonly configs: {
    /** All recommended rules: on Markdown, and on JavaScript where a contract says what may change production. */
    readonly recommended: Linter.Config[]
    /** The rules about code, without `files`: put yours beside it, and your parser for TypeScript. */
    readonly code: Linter.Config[]
    /** As recommended, and what can't be verified fails in every document. */
    readonly strict: Linter.Config[]
  }
  /** The recommended config with your options, safe with `eslint --cache`. */
  readonly configure: (options?: ConfigureOptions) => Linter.Config[]
}

const plugin = {
  meta: { name: tool.name, version: tool.version, namespace: tool.name },
  rules: {
    ...Object.fromEntries(describedDocRules.map(rule => (
      [rule.id, createEslintRule(rule, (context) => { judging().judgeDocument(rule.id, context) })]
    ))),
    ...Object.fromEntries(describedCodeRules.map(rule => (
      [rule.id, createCodeRule(rule, (context) => { judging().judgeSource(rule.id, context) })]
    ))),
    [SUPPRESSION_RULE]: createValidSuppressions((context) => { judging().judgeSuppressions(context) }),
  },
} as const satisfies ESLint.Plugin

/** Made when first read: not everybody who loads the plugin has `@eslint/markdown`. */
const made: { recommended?: Linter.Config[], code?: Linter.Config[], strict?: Linter.Config[] } = {}

const complete: DocLockdownPlugin = Object.assign(plugin, {
  configs: {
    get recommended(): Linter.Config[] {
      return (made.recommended ??= recommendedConfig(complete))
    },
    get code(): Linter.Config[] {
      return (made.code ??= codeConfig(complete))
    },
    get strict(): Linter.Config[] {
      return (made.strict ??= strictConfig(complete))
    },
  },
  configure: (options?: ConfigureOptions): Linter.Config[] => judging().configure(complete, options),
})

export { complete as default, complete as 'module.exports' }
