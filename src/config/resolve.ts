/** A valid configuration with every default filled in: what a run needs. */
import picomatch from 'picomatch'
import type { CheckOptions } from '../core/check.ts'
import type { CodeRuleSetting } from '../core/check-code.ts'
import type { CodeRule } from '../core/code-rule.ts'
import type { RuleSetting } from '../core/extraction.ts'
import { SUPPRESSION_RULE } from '../core/judge-directives.ts'
import type { DocRule } from '../core/rule.ts'
import { codeRules, docRules } from '../../rules/index.ts'
import type { RuleLevel, RuleTable, UserConfig } from './config.ts'
import { separateRules } from './own-rules.ts'

/** The part of a run's options that the configuration decides. */
type Configured = Required<Pick<CheckOptions, 'rules' | 'isStrict' | 'minConfidence' | 'knownRules' | 'suppressionSeverity'>>

export interface ResolvedConfig extends Configured {
  readonly codeRules: readonly CodeRuleSetting[]
  /** Rules that the configuration brings along, also where they are off. */
  readonly ownRules: readonly (DocRule | CodeRule)[]
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
  const own = separateRules(config.rules)
  const rules: RuleSetting[] = []
  for (const rule of [...docRules, ...own.docRules]) {
    const [level, options] = choiceOf(own.table, rule.id)
    const severity = level ?? (rule.meta.recommended ? 'error' : 'off')
    if (severity !== 'off') rules.push({ rule, severity, options: withDefaults(rule.meta.defaultOptions, options) })
  }
  return {
    rules,
    codeRules: [...codeRules, ...own.codeRules].flatMap((rule): CodeRuleSetting[] => {
      const [level, options] = choiceOf(own.table, rule.id)
      const severity = level ?? (rule.meta.recommended ? 'error' : 'off')
      return severity === 'off' ? [] : [{ rule, severity, options: withDefaults(rule.meta.defaultOptions, options), chosen: level !== undefined || own.codeRules.includes(rule) }]
    }),
    ownRules: [...own.docRules, ...own.codeRules],
    isStrict: matcher(config.strict),
    minConfidence: config.minConfidence ?? 'medium',
    knownRules: [...ruleIds, ...own.docRules.map(rule => rule.id), ...own.codeRules.map(rule => rule.id)],
    suppressionSeverity: choiceOf(own.table, SUPPRESSION_RULE)[0] ?? 'error',
    ignore: config.ignore ?? [],
    include: config.include ?? [],
    settings: config.settings ?? {},
  }
}

/** Whether a path from the root matches one of the globs; a dot at the start of a name is nothing special. */
export function matcher(globs: readonly string[] = []): (path: string) => boolean {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true })
}

function choiceOf(table: RuleTable, id: string): readonly [level?: RuleLevel, options?: object] {
  const choice = table[id]
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
