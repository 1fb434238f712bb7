import { Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import { codeRules, docRules } from '../../rules/index.ts'
import { resolveConfig } from '../../src/config/resolve.ts'
import { configSchema } from '../../src/config/schema.ts'

describe('resolveConfig', () => {
  test('without a word all recommended rules are errors with their default options', () => {
    const { rules, minConfidence, isStrict, suppressionSeverity } = resolveConfig({})

    expect(rules.map(setting => setting.rule.id)).toEqual(docRules.filter(rule => rule.meta.recommended).map(rule => rule.id))
    expect(new Set(rules.map(setting => setting.severity))).toEqual(new Set(['error']))
    expect(rules.map(setting => setting.options)).toEqual(rules.map(setting => setting.rule.meta.defaultOptions))
    expect({ minConfidence, suppressionSeverity, strict: isStrict('docs/a.md') }).toEqual({ minConfidence: 'medium', suppressionSeverity: 'error', strict: false })
  })

  test('levels and options, in any of the three forms', () => {
    const severities = (config: Parameters<typeof resolveConfig>[0]): unknown => resolveConfig(config).rules.find(setting => setting.rule.id === 'no-missing-paths')

    expect(severities({ rules: { 'no-missing-paths': 'off' } })).toBeUndefined()
    expect(severities({ rules: { 'no-missing-paths': ['warn'] } })).toMatchObject({ severity: 'warn', options: { ignore: [] } })
    expect(severities({ rules: { 'no-missing-paths': ['warn', { ignore: ['a'] }] } })).toMatchObject({ severity: 'warn', options: { ignore: ['a'], comments: false } })
  })

  test('strict documents are globs from the root', () => {
    const { isStrict } = resolveConfig({ strict: ['docs/**/*-protocol.md', '.github/*.md'] })

    expect(['docs/release-protocol.md', 'docs/a/b-protocol.md', '.github/X.md', 'release-protocol.md', 'docs/a.md'].map(isStrict)).toEqual([true, true, true, false, false])
  })

  test('the level of suppressions', () => {
    expect(resolveConfig({ rules: { 'valid-suppressions': 'off' } }).suppressionSeverity).toBe('off')
  })
})

describe('the schema for editors', () => {
  const isValid = (config: unknown): boolean => new Validator(configSchema(), '7').validate(config).valid

  test.each([
    [{}],
    [{ $schema: './node_modules/doc-lockdown/dist/schema.json', ignore: ['a'], include: ['b'], strict: ['c'], minConfidence: 'low', settings: {} }],
    [{ rules: { 'no-missing-paths': 'warn', 'no-broken-links': ['off'], 'no-missing-scripts': ['error', { ignore: ['x'] }], 'valid-suppressions': 'off' } }],
  ])('accepts %j', (config) => {
    expect(isValid(config)).toBe(true)
  })

  test.each([
    [[]], [{ rulez: {} }], [{ strict: 'a' }], [{ minConfidence: 'some' }], [{ rules: { 'no-such-rule': 'error' } }],
    [{ rules: { 'no-missing-paths': 2 } }], [{ rules: { 'no-missing-paths': ['error', { no: 1 }] } }], [{ rules: { 'no-missing-paths': ['error', {}, {}] } }],
  ])('refuses %j', (config) => {
    expect(isValid(config)).toBe(false)
  })

  test('names every rule', () => {
    const { properties } = configSchema() as { properties: { rules: { properties: object } } }

    expect(Object.keys(properties.rules.properties)).toEqual([...[...docRules, ...codeRules].map(rule => rule.id), 'valid-suppressions'])
  })
})
