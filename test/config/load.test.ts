import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { UserError } from '../../src/core/user-error.ts'
import { temporaryFolder, writeFiles } from '../support/checkout.ts'

/** A root with these files. */
function rootWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder('config')
  writeFiles(root, files)
  return root
}

/** The message that loading fails with. */
async function failure(files: Readonly<Record<string, string>>): Promise<string> {
  const error: unknown = await loadConfig(rootWith(files)).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(UserError)
  return (error as UserError).message
}

describe('where a configuration stands', () => {
  test('nowhere: everything is at its default', async () => {
    const loaded = await loadConfig(rootWith({ 'package.json': '{ "devDependencies": { "doc-lockdown": "1.0.0" } }' }))

    expect(loaded.file).toBeUndefined()
    expect(loaded.config).toEqual({})
  })

  test.each([
    ['doc-lockdown.config.json', '{ "strict": ["docs/**"] }'],
    ['doc-lockdown.config.jsonc', '{\n  // protocols\n  "strict": ["docs/**"], /* all */\n}'],
    ['doc-lockdown.config.json', '\ufeff{ "strict": ["docs/**"] }'],
    ['doc-lockdown.config.mjs', 'export default { strict: [`docs/**`] }'],
    ['doc-lockdown.config.js', 'module.exports = { strict: [`docs/**`] }'],
    ['doc-lockdown.config.cjs', 'module.exports = { strict: [`docs/**`] }'],
    ['doc-lockdown.config.ts', 'const globs: string[] = [`docs/**`]\nexport default { strict: globs } as { readonly strict: readonly string[] }'],
    ['package.json', '{ "name": "a", "doc-lockdown": { "strict": ["docs/**"] } }'],
  ])('%s', async (name, text) => {
    const root = rootWith({ [name]: text })

    const { file, config } = await loadConfig(root)

    expect(config).toEqual({ strict: ['docs/**'] })
    expect(file).toBe(path.join(root, name))
  })

  test('a file that was asked for', async () => {
    const root = rootWith({ 'ops/lock.json': '{ "minConfidence": "high" }', 'doc-lockdown.config.json': '{ "minConfidence": "low" }' })

    expect((await loadConfig(root, path.join(root, 'ops/lock.json'))).config).toEqual({ minConfidence: 'high' })
  })

  test('a file that was asked for and is not there', async () => {
    const root = rootWith({})

    await expect(loadConfig(root, path.join(root, 'none.json'))).rejects.toThrow(/^There is no config file .*none\.json\.$/)
  })

  test('two places are one too many', async () => {
    expect(await failure({ 'doc-lockdown.config.json': '{}', 'package.json': '{ "doc-lockdown": {} }' }))
      .toBe('The configuration stands in doc-lockdown.config.json and package.json. Keep one of them.')
  })

  test('a broken manifest is no configuration', async () => {
    expect((await loadConfig(rootWith({ 'package.json': '{ "doc-lockdown": ' }))).file).toBeUndefined()
  })
})

describe('what is wrong is said in a sentence', () => {
  const NAME = 'doc-lockdown.config.json'
  const ofJson = (text: string): Promise<string> => failure({ [NAME]: text })

  test.each([
    ['broken JSON', '{\n  "strict": [,\n}', `${NAME}:2:14 is not valid JSON: value expected.`],
    ['an unknown key', '{ "rulez": {} }', `${NAME}: unknown key "rulez"; did you mean "rules"?`],
    ['a key like none', '{ "colour": "red" }', `${NAME}: unknown key "colour"; known are $schema, ignore, include, strict, minConfidence, rules, settings.`],
    ['an unknown rule', '{ "rules": { "no-missing-path": "error" } }', `${NAME}: unknown rule "no-missing-path"; did you mean "no-missing-paths"?`],
    ['a wrong level', '{ "rules": { "no-missing-paths": "eror" } }', `${NAME}: rules["no-missing-paths"] must be "error", "warn" or "off", alone or in a list before its options; did you mean "error"?`],
    ['a level of ESLint 0.x', '{ "rules": { "no-missing-paths": [2] } }', `${NAME}: rules["no-missing-paths"] must be "error", "warn" or "off", alone or in a list before its options.`],
    ['too many options', '{ "rules": { "no-missing-paths": ["warn", {}, {}] } }', `${NAME}: rules["no-missing-paths"] must hold a level and one object of options, not 3 entries.`],
    ['an unknown option', '{ "rules": { "no-missing-paths": ["warn", { "ignored": [] }] } }', `${NAME}: unknown option "ignored"; did you mean "ignore"?`],
    ['an option of the wrong type', '{ "rules": { "no-missing-paths": ["warn", { "ignore": "a" }] } }', `${NAME}: rules["no-missing-paths"].ignore must be a list of strings.`],
    ['a list entry of the wrong type', '{ "ignore": ["a", 1] }', `${NAME}: ignore[1] must be a string.`],
    ['a string in place of a list', '{ "strict": "docs/**" }', `${NAME}: strict must be a list of strings.`],
    ['the same entry twice', '{ "strict": ["a", "a"] }', `${NAME}: strict holds the same entry twice.`],
    ['an unknown confidence', '{ "minConfidence": "hig" }', `${NAME}: minConfidence must be "high", "medium" or "low"; did you mean "high"?`],
    ['no object', '[]', `${NAME}: the configuration must be an object.`],
    ['an unknown setting', '{ "settings": { "sites": [] } }', `${NAME}: unknown option "sites"; known are contract, scripts, deployScripts, guards, fingerprints, clients.`],
    ['a suppression rule with options', '{ "rules": { "valid-suppressions": ["warn", { "a": 1 }] } }', `${NAME}: unknown option "a"; none is known here.`],
    ['several mistakes', '{ "rulez": {}, "strict": 1 }', `${NAME}: strict must be a list of strings.\n${NAME}: unknown key "rulez"; did you mean "rules"?`],
  ])('%s', async (_what, text, message) => {
    expect(await ofJson(text)).toBe(message)
  })

  test('a module that throws', async () => {
    expect(await failure({ 'doc-lockdown.config.mjs': 'throw new Error("no luck")' })).toBe("doc-lockdown.config.mjs can't be loaded: no luck")
  })

  test('a module without a default export', async () => {
    expect(await failure({ 'doc-lockdown.config.mjs': 'export const a = 1' })).toBe('doc-lockdown.config.mjs has no default export. Write "export default { … }".')
  })
})

test('the digest follows what the configuration says, not how', async () => {
  const digestOf = async (name: string, text: string): Promise<string> => (await loadConfig(rootWith({ [name]: text }))).digest

  const spaced = await digestOf('doc-lockdown.config.json', '{  "strict": [ "a" ] }')

  expect(await digestOf('doc-lockdown.config.mjs', 'export default { strict: ["a"] }')).toBe(spaced)
  expect(await digestOf('doc-lockdown.config.json', '{ "strict": ["b"] }')).not.toBe(spaced)
})

test('a changed file is read again', async () => {
  const root = rootWith({ 'doc-lockdown.config.json': '{ "strict": ["a"] }' })
  await loadConfig(root)

  writeFileSync(path.join(root, 'doc-lockdown.config.json'), '{ "strict": ["b"] }')

  expect((await loadConfig(root)).config.strict).toEqual(['b'])
})
