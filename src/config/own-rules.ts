/** Rules that a configuration brings along: told from tables of levels, looked over, and made ready for the engine. */
import { codeRules, docRules } from '../../rules/index.ts'
import type { CodeRule } from '../core/code-rule.ts'
import { guardCodeRule, guardDocRule } from '../core/guarded-rule.ts'
import { SUPPRESSION_RULE } from '../core/judge-directives.ts'
import { completeCodeRule, completeDocRule, isAboutCode, isList, isRule } from '../core/own-rule.ts'
import { isRecord } from '../core/record.ts'
import type { DocRule } from '../core/rule.ts'
import { LANGUAGES } from '../core/source-file.ts'
import type { RuleTable, UserConfig } from './config.ts'

export interface SeparatedRules {
  readonly docRules: readonly DocRule[]
  readonly codeRules: readonly CodeRule[]
  /** Levels and options by id; of several tables the last one counts. */
  readonly table: RuleTable
}

/** Takes the `rules` of a valid configuration apart. */
export function separateRules(rules: UserConfig['rules'] = {}): SeparatedRules {
  if (!isList(rules)) return { docRules: [], codeRules: [], table: rules }
  const own = rules.filter(isRule)
  return {
    docRules: own.flatMap(rule => (isAboutCode(rule) ? [] : [guardDocRule(completeDocRule(rule))])),
    codeRules: own.flatMap(rule => (isAboutCode(rule) ? [guardCodeRule(completeCodeRule(rule))] : [])),
    table: Object.assign({}, ...rules.filter(entry => !isRule(entry))) as RuleTable,
  }
}

const LONGEST_ID = 80
const ID = /^[a-z][a-z0-9-]*$/

/**
 * What is wrong with rules, a sentence for each: the first mistake of every rule.
 * @param mistakesIn holds a value against a schema
 */
export function mistakesInOwnRules(
  entries: readonly unknown[], mistakesIn: (options: unknown, rule: Readonly<Record<string, unknown>>, at: string) => readonly string[],
): string[] {
  const taken = new Set([...docRules, ...codeRules].map(rule => rule.id).concat(SUPPRESSION_RULE))
  const seen = new Set<string>()
  return entries.flatMap((entry, index) => {
    const at = `rules[${String(index)}]`
    if (!isRecord(entry)) return [`${at} must be a rule or a table of levels.`]
    if (!isRule(entry)) return []
    const rule = entry as unknown as Readonly<Record<string, unknown>>
    const mistake = mistakeOf(rule, at)
    if (mistake !== undefined) return [mistake]
    const { id } = entry
    if (taken.has(id)) return [`${at} has the id "${id}", which is that of a rule of doc-lockdown. Give it another one.`]
    if (seen.has(id)) return [`${at} has the id "${id}", which another rule has already. Give it another one.`]
    seen.add(id)
    return mistakesIn(entry.meta.defaultOptions ?? {}, rule, `${at}.meta.defaultOptions`)
  })
}

function mistakeOf(rule: Readonly<Record<string, unknown>>, at: string): string | undefined {
  const { id, meta, references, verify, judge, concerns, languages } = rule
  const functions = [references, verify, judge, concerns].filter(value => typeof value === 'function').length
  if (functions === 0) return `${at} is a rule without functions: rules can be defined in a JavaScript or TypeScript configuration only.`
  if (typeof id !== 'string' || id.length > LONGEST_ID || !ID.test(id)) return `${at}.id must be a name of lower-case letters, digits and hyphens.`
  const named = `${at} ("${id}")`
  if (!isRecord(meta)) return `${named} has no meta.`
  if (typeof meta['description'] !== 'string' || meta['description'] === '') return `${named} has no meta.description: one line that says what it asks.`
  if (!isRecord(meta['messages']) || !Object.values(meta['messages']).every(message => typeof message === 'string')) return `${named} has no meta.messages: sentences by id.`
  const { schema, url } = meta
  if (schema !== undefined && !(isRecord(schema) && schema['type'] === 'object' && isRecord(schema['properties']) && schema['additionalProperties'] === false)) {
    return `${named} has a meta.schema that is none of an object: it needs type "object", properties, and additionalProperties false.`
  }
  if (url !== undefined && !(typeof url === 'string' && /^https?:\/\/./.test(url))) return `${named} has a meta.url that is no address of a page.`
  if (judge !== undefined || concerns !== undefined) {
    if (references !== undefined || verify !== undefined) return `${named} is about documents and about code. Make two rules of it.`
    if (typeof judge !== 'function' || typeof concerns !== 'function') return `${named} needs both functions, concerns and judge.`
    const known: readonly unknown[] = LANGUAGES
    if (!isList(languages) || languages.length === 0 || !languages.every(language => known.includes(language))) return `${named} needs languages: a list of ${LANGUAGES.join(', ')}.`
    return undefined
  }
  if (typeof references !== 'function' || typeof verify !== 'function') return `${named} needs both functions, references and verify.`
  const odd = ['settle', 'unwritten'].find(name => rule[name] !== undefined && typeof rule[name] !== 'function')
  return odd === undefined ? undefined : `${named} has something at ${odd} that is no function.`
}
