import { describe, expect, test } from 'vitest'
import { docRules } from '../../rules/index.ts'
import { defineCodeRule, defineConfig, defineDocRule, UserError, type UserConfig } from '../../src/api.ts'
import { resolveConfig } from '../../src/config/resolve.ts'
import { validateConfig } from '../../src/config/validate.ts'
import { LANGUAGES } from '../../src/core/source-file.ts'

const META = { description: 'Require x', messages: { no: 'No.' } }
const doc = defineDocRule({ id: 'mine', meta: META, references: () => [], verify: () => undefined })
const code = defineCodeRule({ id: 'my-code', meta: META, languages: ['javascript'], concerns: () => true, judge: () => [] })

function rulesOf(rules: UserConfig['rules']): readonly (readonly [id: string, severity: string, options: object])[] {
  const resolved = resolveConfig(validateConfig(defineConfig({ rules: rules ?? {} }), 'config'))
  const ours = new Set(docRules.map(rule => rule.id))
  return [...resolved.rules, ...resolved.codeRules].filter(({ rule }) => !ours.has(rule.id) && rule.id.startsWith('m')).map(({ rule, severity, options }) => [rule.id, severity, options])
}

describe('rules in a list', () => {
  test('run at error, after ours', () => {
    expect(rulesOf([doc, code])).toEqual([['mine', 'error', {}], ['my-code', 'error', {}]])
    expect(resolveConfig({ rules: [doc] }).rules.at(-1)?.rule.id).toBe('mine')
    expect(resolveConfig({ rules: [doc] }).knownRules).toContain('mine')
  })

  test('have levels and options in tables, wherever these stand; the last one counts', () => {
    const optional = defineDocRule<unknown, { readonly words: readonly string[] }>({
      ...doc, meta: { ...META, schema: { type: 'object', properties: { words: { type: 'array', items: { type: 'string' } } }, additionalProperties: false }, defaultOptions: { words: ['x'] } },
    })

    expect(rulesOf([{ mine: 'error' }, optional, { mine: ['warn', { words: ['a'] }] }])).toEqual([['mine', 'warn', { words: ['a'] }]])
    expect(rulesOf([optional, { mine: 'warn' }])).toEqual([['mine', 'warn', { words: ['x'] }]])
    expect(rulesOf([doc, { mine: 'off' }])).toEqual([])
  })

  test('and tables alone are as one table', () => {
    const resolved = resolveConfig(validateConfig({ rules: [{ 'no-missing-paths': 'warn' }, { 'no-broken-links': 'off' }] }, 'config'))

    expect(resolved.rules.find(({ rule }) => rule.id === 'no-missing-paths')?.severity).toBe('warn')
    expect(resolved.rules.some(({ rule }) => rule.id === 'no-broken-links')).toBe(false)
    expect(resolved.ownRules).toEqual([])
  })
})

const FUNCTIONS = { references: () => [], verify: () => undefined }

test.each<readonly [name: string, rules: readonly unknown[], mistake: string]>([
  ['no rule', [3], 'rules[0] must be a rule or a table of levels.'],
  ['JSON', [{ id: 'x', meta: META }], 'rules[0] is a rule without functions: rules can be defined in a JavaScript or TypeScript configuration only.'],
  ['an id of ours', [{ ...doc, id: 'no-missing-paths' }], 'rules[0] has the id "no-missing-paths", which is that of a rule of doc-lockdown. Give it another one.'],
  ['the id of suppressions', [{ ...doc, id: 'valid-suppressions' }], 'rules[0] has the id "valid-suppressions", which is that of a rule of doc-lockdown. Give it another one.'],
  ['an id twice', [doc, { ...code, id: 'mine' }], 'rules[1] has the id "mine", which another rule has already. Give it another one.'],
  ['a wrong id', [{ ...doc, id: 'My Rule' }], 'rules[0].id must be a name of lower-case letters, digits and hyphens.'],
  ['an endless id', [{ ...doc, id: 'a'.repeat(500_000) }], 'rules[0].id must be a name of lower-case letters, digits and hyphens.'],
  ['no meta', [{ id: 'x', ...FUNCTIONS }], 'rules[0] ("x") has no meta.'],
  ['no description', [{ ...doc, meta: { messages: {} } }], 'rules[0] ("mine") has no meta.description: one line that says what it asks.'],
  ['no messages', [{ ...doc, meta: { description: 'x' } }], 'rules[0] ("mine") has no meta.messages: sentences by id.'],
  ['half a rule', [{ id: 'x', meta: META, references: () => [] }], 'rules[0] ("x") needs both functions, references and verify.'],
  ['half a rule about code', [{ id: 'x', meta: META, judge: () => [] }], 'rules[0] ("x") needs both functions, concerns and judge.'],
  ['no languages', [{ ...code, languages: ['cobol'] }], `rules[0] ("my-code") needs languages: a list of ${LANGUAGES.join(', ')}.`],
  ['both kinds', [{ ...doc, ...code }], 'rules[0] ("my-code") is about documents and about code. Make two rules of it.'],
  ['a wrong schema', [{ ...doc, meta: { ...META, schema: { type: 'array' } } }], 'rules[0] ("mine") has a meta.schema that is none of an object: it needs type "object", properties, and additionalProperties false.'],
  ['a wrong page', [{ ...doc, meta: { ...META, url: 'docs/x.md' } }], 'rules[0] ("mine") has a meta.url that is no address of a page.'],
  ['defaults that the schema refuses', [{ ...doc, meta: { ...META, defaultOptions: { a: 1 } } }], 'unknown option "a"; none is known here.'],
  ['settle that is none', [{ ...doc, settle: [] }], 'rules[0] ("mine") has something at settle that is no function.'],
  ['options that the schema refuses', [doc, { mine: ['error', { a: 1 }] }], 'unknown option "a"; none is known here.'],
  ['a level that is none', [doc, { mine: 'eror' }], 'rules["mine"] must be "error", "warn" or "off", alone or in a list before its options; did you mean "error"?'],
  ['a rule that nobody defines', [doc, { mines: 'warn' }], 'unknown rule "mines"; did you mean "mine"?'],
])('%s is said in one sentence', (_name, rules, mistake) => {
  expect(() => validateConfig({ rules }, 'config')).toThrow(new UserError(`config: ${mistake}`))
})
