/** A valid configuration with every default filled in: what a run needs. */
import picomatch from 'picomatch'
import type { CheckOptions } from '../core/check.ts'
import type { CodeRuleSetting } from '../core/check-code.ts'
import type { RuleSetting } from '../core/extraction.ts'
import { SUPPRESSION_RULE } from '../core/judge-directives.ts'
import { codeRules, docRules } from '../../rules/index.ts'
import type { RuleLevel, UserConfig } from './config.ts'

/** The part of a run's options that the configuration decides. */
type Configured = Required<Pick<CheckOptions, 'rules' | 'isStrict' | 'minConfidence' | 'knownRules' | 'suppressionSeverity'>>

export interface ResolvedConfig extends Configured {
  readonly codeRules: readonly CodeRuleSetting[]
  /** Globs of documents to leave out. */
  readonly ignore: readonly string[]
  /** Globs of documents that are read whatever their name says. */
  readonly include: readonly string[]
  readonly settings: Readonly<Record<string, unknown>>
}

/** The ids of all rules, that of suppressions too. */
export const ruleIds: readonly string[] = [...docRules.map(rule => rule.id), ...codeRules.map(rule => rule.id), SUPPRESSION_RULE]

/** Fills in defaults. Recommended rules are at `error`, others off. */
export function resolveConfig(config: UserConfig): ResolvedConfig {
  const rules: RuleSetting[] = []
  for (const rule of docRules) {
    const [level, options] = choiceOf(config, rule.id)
    const severity = level ?? (rule.meta.recommended ? 'error' : 'off')
    if (severity !== 'off') rules.push({ rule, severity, options: withDefaults(rule.meta.defaultOptions, options) })
  }
  return {
    rules,
    codeRules: codeRules.flatMap((rule): CodeRuleSetting[] => {
      const [level, options] = choiceOf(config, rule.id)
      const severity = level ?? (rule.meta.recommended ? 'error' : 'off')
      return severity === 'off' ? [] : [{ rule, severity, options: withDefaults(rule.meta.defaultOptions, options), chosen: level !== undefined }]
    }),
    isStrict: matcher(config.strict),
    minConfidence: config.minConfidence ?? 'medium',
    knownRules: ruleIds,
    suppressionSeverity: choiceOf(config, SUPPRESSION_RULE)[0] ?? 'error',
    ignore: config.ignore ?? [],
    include: config.include ?? [],
    settings: config.settings ?? {},
  }
}

/** Whether a path from the root matches one of the globs; a dot at the start of a name is nothing special. */
export function matcher(globs: readonly string[] = []): (path: string) => boolean {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true })
}

function choiceOf(config: UserConfig, id: string): readonly [level?: RuleLevel, options?: object] {
  const choice = config.rules?.[id]
  return choice === undefined ? [] : typeof choice === 'string' ? [choice] : choice
}

/** As ESLint does it: objects are merged, everything else is replaced. */
function withDefaults(defaults: object, given: object | undefined): object {
  const merged: Record<string, unknown> = { ...defaults }
  for (const [key, value] of Object.entries(given ?? {})) {
    const before = merged[key]
    merged[key] = isPlain(before) && isPlain(value) ? withDefaults(before, value) : value
  }
  return merged
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
