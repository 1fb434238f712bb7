/** Says in one sentence each what is wrong with a configuration, with the nearest name that is known. */
import { Validator, type OutputUnit } from '@cfworker/json-schema'
import { nearestName } from '../core/nearest-name.ts'
import { isList, isRule } from '../core/own-rule.ts'
import type { OptionsSchema } from '../core/rule.ts'
import { UserError } from '../core/user-error.ts'
import type { UserConfig } from './config.ts'
import { mistakesInOwnRules } from './own-rules.ts'
import { configOutline, eslintSettings, LEVELS, NO_OPTIONS, ruleSchemas } from './schema.ts'
import { isRecord } from '../core/record.ts'

/**
 * Checks a configuration.
 * @param file what to call it in a message
 * @throws UserError that lists every mistake
 */
export function validateConfig(value: unknown, file: string): UserConfig {
  const rules = isRecord(value) ? value['rules'] : undefined
  // Rules that are defined here are functions, which no schema knows.
  const mistakes = mistakesIn(isList(rules) ? { ...value as object, rules: {} } : value, configOutline, '')
  if (isList(rules)) mistakes.push(...mistakesInOwnRules(rules, (options, rule, at) => mistakesIn(options, schemaOf(rule), at)))
  const schemas = new Map([...ruleSchemas(), ...(isList(rules) ? rules.filter(isRule).map(rule => [rule.id, schemaOf(rule)] as const) : [])])
  for (const table of isList(rules) ? rules.filter(entry => !isRule(entry)) : [rules]) {
    if (isRecord(table)) mistakes.push(...Object.entries(table).flatMap(([id, choice]) => ruleMistakes(id, choice, schemas)))
  }
  if (mistakes.length > 0) throw new UserError(mistakes.map(mistake => `${file}: ${mistake}`).join('\n'))
  return value as UserConfig
}

/** What an ESLint config may say in `settings["doc-lockdown"]`. */
export interface EslintSettings {
  readonly strict?: readonly string[]
  readonly include?: readonly string[]
  readonly minConfidence?: 'high' | 'medium' | 'low'
  readonly needsPromise?: boolean
  readonly cacheKey?: string
  /** What rules share; see `settings` in the schema. */
  readonly [shared: string]: unknown
}

/**
 * Checks `settings["doc-lockdown"]` of an ESLint config.
 * @throws UserError that lists every mistake
 */
export function validateEslintSettings(value: unknown): EslintSettings {
  const mistakes = mistakesIn(value, eslintSettings, '')
  if (mistakes.length > 0) throw new UserError(mistakes.map(mistake => `settings["doc-lockdown"]: ${mistake}`).join('\n'))
  return value as EslintSettings
}

/** The options of a rule that is defined in the configuration, as far as it says so. */
function schemaOf(rule: object): OptionsSchema {
  const meta: unknown = (rule as { readonly meta?: unknown }).meta
  const schema = isRecord(meta) ? meta['schema'] : undefined
  return isRecord(schema) && isRecord(schema['properties']) ? schema as unknown as OptionsSchema : NO_OPTIONS
}

function ruleMistakes(id: string, choice: unknown, schemas: ReadonlyMap<string, OptionsSchema>): string[] {
  const schema = schemas.get(id)
  if (schema === undefined) return [unknownName('rule', id, schemas.keys())]
  const at = `rules["${id}"]`
  const list: readonly unknown[] = Array.isArray(choice) ? choice : [choice]
  const [level, options] = list
  const levels: readonly unknown[] = LEVELS
  if (!levels.includes(level)) {
    const near = typeof level === 'string' ? nearestName(level, LEVELS) : undefined
    return [`${at} must be ${oneOf(LEVELS)}, alone or in a list before its options${near === undefined ? '.' : `; did you mean "${near}"?`}`]
  }
  if (list.length > 2) return [`${at} must hold a level and one object of options, not ${String(list.length)} entries.`]
  return options === undefined ? [] : mistakesIn(options, schema, at)
}

/** @param at the key that leads to the value, '' for the whole */
function mistakesIn(value: unknown, schema: OptionsSchema, at: string): string[] {
  const { errors } = new Validator({ ...schema } as ConstructorParameters<typeof Validator>[0], '7', false).validate(value)
  const mistakes = errors.flatMap(error => sentence(error, value, schema, at) ?? [])
  return [...new Set(mistakes)]
}

/** A sentence for an error that is not just the echo of one further inside. */
function sentence(error: OutputUnit, value: unknown, schema: OptionsSchema, at: string): string | undefined {
  const keys = pointer(error.instanceLocation)
  const name = [at, ...keys].filter(part => part !== '').reduce(join, '') || 'the configuration'
  const [part, asked] = lookUp(schema, pointer(error.keywordLocation))
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys((part as Partial<OptionsSchema>).properties ?? {})
      const stranger = /"([^"]*)"/.exec(error.error)?.[1] ?? ''
      return unknownName(at === '' && keys.length === 0 ? 'key' : 'option', stranger, known)
    }
    case 'type': return `${name} must be ${typeName(part)}.`
    case 'enum': {
      const given = keys.reduce<unknown>(valueAt, value)
      const near = typeof given === 'string' ? nearestName(given, (asked as readonly unknown[]).map(String)) : undefined
      return `${name} must be ${oneOf(asked as readonly unknown[])}${near === undefined ? '.' : `; did you mean "${near}"?`}`
    }
    case 'uniqueItems': return `${name} holds the same entry twice.`
    case 'minimum': return `${name} must be at least ${String(asked)}.`
    case 'properties': case 'items': case 'false': case 'anyOf': return undefined
    default: return `${name}: ${error.error}`
  }
}

/** `a` and `b` give `a.b`, `a` and `0` give `a[0]`. */
function join(path: string, step: string): string {
  return path === '' ? step : /^\d+$/.test(step) ? `${path}[${step}]` : `${path}.${step}`
}

function unknownName(kind: string, name: string, known: Iterable<string>): string {
  const names = [...known]
  const near = nearestName(name, names)
  if (near !== undefined) return `unknown ${kind} "${name}"; did you mean "${near}"?`
  return names.length === 0 ? `unknown ${kind} "${name}"; none is known here.` : `unknown ${kind} "${name}"; known are ${names.join(', ')}.`
}

function valueAt(container: unknown, key: string): unknown {
  return typeof container === 'object' && container !== null ? (container as Readonly<Record<string, unknown>>)[key] : undefined
}

/** The part of the schema that holds the keyword, and what the keyword asks for. */
function lookUp(schema: unknown, location: readonly string[]): readonly [part: unknown, asked: unknown] {
  let part: unknown
  let here = schema
  for (const step of location) {
    part = here
    here = valueAt(here, step)
  }
  return [part, here]
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a string', boolean: 'true or false', integer: 'a whole number', number: 'a number', array: 'a list', object: 'an object',
}

function typeName(schema: unknown): string {
  if (!isRecord(schema)) return 'of another type'
  const items = isRecord(schema['items']) ? schema['items']['type'] : undefined
  const name = TYPE_NAMES[String(schema['type'])] ?? 'of another type'
  return typeof items === 'string' ? `${name} of ${items}s` : name
}

function oneOf(values: readonly unknown[]): string {
  return values.map(value => JSON.stringify(value)).join(', ').replace(/, ([^,]*)$/, ' or $1')
}

function pointer(location: string): string[] {
  return location.split('/').slice(1).map(part => decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~'))
}
