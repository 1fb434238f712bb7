/** Rules of users: the same shape as ours, with what most of them need not say left out. */
import type { CodeRule, CodeRuleMeta } from './code-rule.ts'
import { isRecord } from './record.ts'
import type { DocRule, DocRuleMeta, OptionsSchema } from './rule.ts'

/** What a rule says of itself; all but its description and its messages may be left out. */
type OwnMeta<Meta extends { readonly description: string, readonly messages: object }> =
  Pick<Meta, 'description' | 'messages'> & Partial<Omit<Meta, 'recommended'>>

/** A rule about Markdown as its author writes it. */
export interface OwnDocRule<Target = unknown, Options extends object = object> extends Omit<DocRule<Target, Options>, 'meta'> {
  readonly meta: OwnMeta<DocRuleMeta<Options>>
}

/** A rule about code as its author writes it. */
export interface OwnCodeRule<Options extends object = object> extends Omit<CodeRule<Options>, 'meta'> {
  readonly meta: OwnMeta<CodeRuleMeta<Options>>
}

export type OwnRule = OwnDocRule | OwnCodeRule

const NO_OPTIONS: OptionsSchema = { type: 'object', properties: {}, additionalProperties: false }

/** Types a rule about Markdown for the `rules` of a configuration; gives it back unchanged. */
export function defineOwnDocRule<Target, Options extends object = object>(rule: OwnDocRule<Target, Options>): OwnDocRule<Target, Options> {
  return rule
}

/** Types a rule about code for the `rules` of a configuration; gives it back unchanged. */
export function defineOwnCodeRule<Options extends object = object>(rule: OwnCodeRule<Options>): OwnCodeRule<Options> {
  return rule
}

/** Whether an entry of a configuration's `rules` is meant to be a rule, and no table of levels. */
export function isRule(entry: unknown): entry is OwnRule {
  return isRecord(entry) && ('meta' in entry || ['references', 'verify', 'judge', 'concerns'].some(name => typeof entry[name] === 'function'))
}

/** Whether the `rules` of a configuration bring rules along: what they find hangs on code that nobody here sees the whole of. */
export function definesRules(rules: unknown): boolean {
  return isList(rules) && rules.some(isRule)
}

/** `Array.isArray` for lists that can't be written to. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** Whether a rule is about code. */
export function isAboutCode(rule: OwnRule): rule is OwnCodeRule {
  return 'judge' in rule
}

/** What is left out filled in. A rule without a page of its own has `''` for its address. */
export function completeDocRule(rule: OwnDocRule): DocRule {
  return {
    ...bound(rule, ['references', 'verify', 'settle', 'unwritten']), id: rule.id,
    meta: { schema: NO_OPTIONS, defaultOptions: {}, fixable: true, url: '', ...rule.meta, recommended: true },
  } as DocRule
}

/** As `completeDocRule`. */
export function completeCodeRule(rule: OwnCodeRule): CodeRule {
  return {
    ...bound(rule, ['concerns', 'judge']), id: rule.id, languages: rule.languages,
    meta: { schema: NO_OPTIONS, defaultOptions: {}, suggests: true, url: '', ...rule.meta, recommended: true },
  } as CodeRule
}

/** Methods that know their rule, whoever calls them: a rule may be an instance of a class. */
function bound(rule: OwnRule, names: readonly string[]): object {
  const record = rule as unknown as Readonly<Record<string, unknown>>
  return Object.fromEntries(names.flatMap((name) => {
    const method = record[name]
    return typeof method === 'function' ? [[name, (...args: readonly unknown[]): unknown => Reflect.apply(method, rule, args)]] : []
  }))
}
