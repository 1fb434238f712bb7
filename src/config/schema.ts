/** The JSON Schema of the config file, put together from the rules' own schemas. The build writes it for editors. */
import { SUPPRESSION_DESCRIPTION, SUPPRESSION_RULE } from '../core/judge-directives.ts'
import type { JsonSchema, OptionsSchema } from '../core/rule.ts'
import { codeRules, docRules } from '../../rules/index.ts'

export const LEVELS = ['error', 'warn', 'off'] as const

const GLOBS: JsonSchema = { type: 'array', items: { type: 'string' }, uniqueItems: true }
/** Exports of modules, as in `{ "module": "lib/ci-enforcement.ts", "name": "enforceCIOnly" }`. */
const EXPORTS: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      module: { type: 'string', description: 'A package, or a file from the root.' },
      name: { type: 'string', description: 'The export; `default`, or `*` for everything that the module has.' },
    },
    additionalProperties: false,
  },
}
/** Of a rule without options. */
export const NO_OPTIONS: OptionsSchema = { type: 'object', properties: {}, additionalProperties: false }

/** What several rules share: `settings` in the config file, and a part of `settings["doc-lockdown"]` in ESLint. */
export const sharedSettings: OptionsSchema = {
  type: 'object',
  description: 'Settings that several rules share. ESLint takes the same keys in settings["doc-lockdown"].',
  properties: {
    contract: { type: 'string', description: 'The document that says which scripts may change production, from the root.' },
    scripts: { ...GLOBS, description: 'Globs of the scripts that the rules about code look at. Default: scripts/, bin/, seeds, and what package scripts start.' },
    deployScripts: { ...GLOBS, description: 'Globs of scripts that only deploy migrations, besides those that the contract names.' },
    guards: { ...EXPORTS, description: 'Functions that end the process outside of CI, besides those that the code shows to do so.' },
    fingerprints: { ...EXPORTS, description: 'Functions that throw unless the database is the expected one.' },
    clients: { ...EXPORTS, description: 'What connects to a database: a client, or a function that gives one.' },
  },
  additionalProperties: false,
}

const strict: JsonSchema = { ...GLOBS, description: 'Globs of protocols: documents in which a claim that can\'t be verified fails.' }
const include: JsonSchema = { ...GLOBS, description: 'Globs of documents that are read although their name says changelog, record or archive.' }
const minConfidence: JsonSchema = {
  enum: ['high', 'medium', 'low'], description: 'Findings below this confidence are left out. Default: medium.',
}

/** The top level, with `rules` left open: `validate.ts` looks at each rule on its own to say exactly what is wrong. */
export const configOutline: OptionsSchema = {
  type: 'object',
  properties: {
    $schema: { type: 'string', description: 'Where an editor finds this schema.' },
    ignore: { ...GLOBS, description: 'Globs of documents to leave out.' },
    include,
    strict,
    minConfidence,
    rules: { type: 'object', description: 'A level for each rule, or a list of a level and options.' },
    settings: sharedSettings,
  },
  additionalProperties: false,
}

/** The schema of `settings["doc-lockdown"]` in an ESLint config. */
export const eslintSettings: OptionsSchema = {
  type: 'object',
  properties: {
    ...sharedSettings.properties,
    include,
    strict,
    minConfidence,
    needsPromise: { type: 'boolean', description: 'Keep the rules about code silent where no contract and no setting names scripts. The recommended config sets it.' },
    cacheKey: { type: 'string', description: 'Changes with the repository, so that `eslint --cache` sees drift. Made by configure().' },
  },
  additionalProperties: false,
}

/** Options schemas by rule id, of every rule that a config may name. */
export function ruleSchemas(): ReadonlyMap<string, OptionsSchema> {
  return new Map([...[...docRules, ...codeRules].map(rule => [rule.id, rule.meta.schema] as const), [SUPPRESSION_RULE, NO_OPTIONS]])
}

/** The whole schema (draft 7), as plain JSON. */
export function configSchema(): object {
  const level = { enum: LEVELS }
  const rules = [...ruleSchemas()].map(([id, options]) => [id, {
    description: [...docRules, ...codeRules].find(rule => rule.id === id)?.meta.description ?? SUPPRESSION_DESCRIPTION,
    anyOf: [level, { type: 'array', items: [level, options], minItems: 1, maxItems: 2, additionalItems: false }],
  }] as const)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'doc-lockdown configuration',
    ...configOutline,
    properties: {
      ...configOutline.properties,
      rules: { ...configOutline.properties['rules'], properties: Object.fromEntries(rules), additionalProperties: false },
    },
  }
}
