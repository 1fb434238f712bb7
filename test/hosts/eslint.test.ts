import { execFileSync } from 'node:child_process'
import { renameSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint, type Linter } from 'eslint'
import { defineConfig } from 'eslint/config'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { codeRules, docRules } from '../../rules/index.ts'
import plugin, { type ConfigureOptions } from '../../src/hosts/eslint/index.ts'
import { forgetRepositories } from '../../src/hosts/living-repository.ts'
import { checkoutOf, temporaryFolder, writeFiles } from '../support/checkout.ts'

const OLD = 'export const old = 1\n'
const NEW = 'export const current = 2\n'

/** README.md names a file that was renamed and one that is there. */
function checkout(readme = '# App\n\nSee `src/old.ts` and `src/here.ts`.\n'): string {
  return checkoutOf({ 'src/old.ts': OLD, 'src/here.ts': NEW }, { 'src/new.ts': OLD, 'src/here.ts': NEW, 'README.md': readme })
}

function eslintFor(cwd: string, config: Linter.Config[] = plugin.configs.recommended, fix = false): ESLint {
  return new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config, fix })
}

/** `line:column rule message` of everything found in the folder. */
async function lint(cwd: string, config?: Linter.Config[]): Promise<string[]> {
  const results = await eslintFor(cwd, config).lintFiles(['**/*.{md,mdx}'])
  return results.flatMap(({ messages }) => messages).map(show)
}

function show({ line, column, ruleId, message }: Linter.LintMessage): string {
  return `${String(line)}:${String(column)} ${String(ruleId)} ${message.replace(/ in [0-9a-f]{8} /, ' in … ')}`
}

beforeEach(forgetRepositories)

const RENAMED = '3:6 doc-lockdown/no-missing-paths `src/old.ts` does not exist any more: renamed to `src/new.ts` in … (2024-01-03).'

describe('the plugin', () => {
  test('has all rules, with pages and schemas', () => {
    expect(Object.keys(plugin.rules ?? {})).toEqual([...[...docRules, ...codeRules].map(rule => rule.id), 'valid-suppressions'])
    for (const rule of docRules) {
      expect(plugin.rules?.[rule.id]).toMatchObject({
        meta: { docs: { url: `https://github.com/doc-lockdown/doc-lockdown/blob/main/docs/rules/${rule.id}.md` }, schema: [rule.meta.schema], languages: ['markdown/gfm', 'markdown/commonmark'] },
      })
    }
  })

  test.each([
    ['as an array', defineConfig({ files: ['**/*.md'], extends: [plugin.configs.recommended] })],
    ['by name', defineConfig({ files: ['**/*.md'], plugins: { 'doc-lockdown': plugin }, extends: ['doc-lockdown/recommended'] })],
    ['spread', [...plugin.configs.recommended]],
  ])('its recommended config can be used %s', async (_how, config) => {
    expect(await lint(checkout(), config)).toEqual([RENAMED])
  })

  test('a rule for JavaScript files is refused by ESLint, not broken', async () => {
    const config: Linter.Config[] = [{ files: ['**/*.js'], plugins: { 'doc-lockdown': plugin }, rules: { 'doc-lockdown/no-missing-paths': 'error' } }]

    await expect(eslintFor(checkout(), config).lintText('a()', { filePath: 'a.js' })).rejects.toThrow(/do not support the language/)
  })

  test('CommonMark is a language of ours too', async () => {
    const config: Linter.Config[] = plugin.configs.recommended.map(part => ({ ...part, language: 'markdown/commonmark' }))

    expect(await lint(checkout(), config)).toEqual([RENAMED])
  })
})

describe('findings', () => {
  test('a certain successor is a fix', async () => {
    const [result] = await eslintFor(checkout(), undefined, true).lintFiles(['README.md'])

    expect(result?.output).toBe('# App\n\nSee `src/new.ts` and `src/here.ts`.\n')
  })

  test('a likely successor is a suggestion', async () => {
    const root = checkoutOf({ 'db/a.sql': OLD, 'db/b.sql': NEW }, { 'schema/a.sql': OLD, 'schema/b.sql': NEW, 'README.md': '# App\n\nSee `db/`.\n' })

    const [result] = await eslintFor(root).lintFiles(['README.md'])

    expect(result?.messages.map(message => message.suggestions?.map(suggestion => suggestion.desc))).toEqual([['Replace by `schema`']])
  })

  test('a byte order mark and Windows line ends move nothing', async () => {
    const root = checkout('\ufeff# App\r\n\r\nSee `src/old.ts`.\r\n')

    const [result] = await eslintFor(root, undefined, true).lintFiles(['README.md'])

    expect(await lint(root)).toEqual([RENAMED])
    expect(result?.output).toBe('\ufeff# App\r\n\r\nSee `src/new.ts`.\r\n')
  })

  test('options of a rule', async () => {
    const config: Linter.Config[] = [...plugin.configs.recommended, { files: ['**/*.md'], rules: { 'doc-lockdown/no-missing-paths': ['error', { ignore: ['src/old.*'] }] } }]

    expect(await lint(checkout(), config)).toEqual([])
  })

  test('changelogs, records, archives and ignored files are left alone', async () => {
    const text = 'See `src/old.ts`.\n'
    const root = checkoutOf({ 'src/old.ts': OLD }, { '.gitignore': '/out\n', 'CHANGELOG.md': text, 'docs/archive/a.md': text, 'docs/2024-01-02-audit.md': text })
    writeFiles(root, { 'out/README.md': text })

    expect(await lint(root)).toEqual([])
  })

  test('a document of a checkout elsewhere is judged in that checkout', async () => {
    const root = checkout()

    const [result] = await eslintFor(path.dirname(root)).lintFiles([path.join(root, 'README.md')])

    expect(result?.messages.map(show)).toEqual([RENAMED])
  })

  test('a text without a file is judged in the root', async () => {
    const [result] = await eslintFor(checkout()).lintText('\n\nSee `src/old.ts`.\n', { filePath: '__text__.md' })

    expect(result?.messages.map(show)).toEqual([RENAMED])
  })

  test('a checkout reached through a link', async () => {
    const root = checkout()
    const link = path.join(temporaryFolder('link'), 'here')
    symlinkSync(root, link)

    const [result] = await eslintFor(link).lintFiles(['README.md'])

    expect(result?.messages.map(show)).toEqual([RENAMED])
  })

  test('outside of git only what the files say', async () => {
    const root = temporaryFolder('plain')
    writeFiles(root, { 'README.md': '# App\n\nSee `docs/Setup.md`, `src/gone.ts`.\n', 'docs/setup.md': '# Setup\n', '.gitignore': '/out\n', 'out/README.md': 'See `docs/Setup.md`.\n' })

    expect(await lint(root)).toEqual(['3:6 doc-lockdown/no-missing-paths `docs/Setup.md` is written `docs/setup.md` in the repository: the repository has `docs/setup.md`.'])
  })
})

describe('settings', () => {
  const withSettings = (settings: object): Linter.Config[] => [...plugin.configs.recommended, { files: ['**/*.md'], settings: { 'doc-lockdown': settings } }]

  test('strict documents', async () => {
    const root = checkoutOf({ 'docs/protocol.md': 'Run `ops/unheard-of/step.sh`.\n', 'docs/plain.md': 'Run `ops/unheard-of/step.sh`.\n' })
    const found = ['1:6 doc-lockdown/no-missing-paths This claim of a strict document can\'t be verified: it never existed in this repository.']

    expect(await lint(root, withSettings({ strict: ['docs/protocol.md'] }))).toEqual(found)
    expect(await lint(root, plugin.configs.strict)).toEqual([...found, ...found])
  })

  test('documents that are read all the same', async () => {
    const root = checkoutOf({ 'src/old.ts': OLD }, { 'CHANGELOG.md': '\n\nSee `src/old.ts`.\n' })

    expect(await lint(root, withSettings({ include: ['CHANGELOG.md'] }))).toEqual(['3:6 doc-lockdown/no-missing-paths `src/old.ts` does not exist any more: deleted in … (2024-01-03).'])
  })

  test('a confidence', async () => {
    const root = checkoutOf({ 'src/jobs/a.ts': OLD, 'src/jobs/b.ts': OLD, 'src/jobs/c.ts': OLD, 'README.md': '# App\n\nSee `src/jobs/report.ts`.\n' })

    expect(await lint(root)).toHaveLength(1)
    expect(await lint(root, withSettings({ minConfidence: 'high' }))).toEqual([])
  })

  test('a mistake stops the run with a sentence', async () => {
    await expect(lint(checkout(), withSettings({ strikt: [] }))).rejects.toThrow('settings["doc-lockdown"]: unknown key "strikt"; did you mean "strict"?')
  })
})

describe('suppressions', () => {
  test('a reason is needed, and a use', async () => {
    const comment = '<!-- eslint-disable-next-line doc-lockdown/no-missing-paths'
    const root = checkout(`${comment} -->\n\`src/old.ts\`\n\n${comment} -- for readers of v1 -->\n\`src/old.ts\`\n\n${comment} -- for readers of v1 -->\n\`src/here.ts\`\n`)

    expect(await lint(root)).toEqual([
      '1:1 doc-lockdown/valid-suppressions This suppression gives no reason: write `-- why` at its end.',
      "7:1 null Unused eslint-disable directive (no problems were reported from 'doc-lockdown/no-missing-paths').",
    ])
  })
})

describe('configure', () => {
  const keyOf = (options: ConfigureOptions): unknown => plugin.configure(options)[0]?.settings?.['doc-lockdown']

  test('takes what a config file says', async () => {
    const config = plugin.configure({ cwd: checkout(), rules: { 'no-missing-paths': ['warn', { ignore: ['src/old.*'] }], 'no-broken-links': 'off' }, ignore: ['docs/**'] })

    expect(config[0]).toMatchObject({ ignores: ['docs/**'], rules: { 'doc-lockdown/no-missing-paths': ['warn', { ignore: ['src/old.*'] }], 'doc-lockdown/no-broken-links': 'off' } })
    expect(await lint(checkout(), config)).toEqual([])
  })

  test('refuses what a config file may not say', () => {
    expect(() => plugin.configure({ cwd: checkout(), rulez: {} } as ConfigureOptions)).toThrow('configure(): unknown key "rulez"; did you mean "rules"?')
  })

  test('its cache key changes with the files', () => {
    const root = checkout()
    const before = keyOf({ cwd: root })
    forgetRepositories()
    expect(keyOf({ cwd: root })).toEqual(before)

    renameSync(path.join(root, 'src/here.ts'), path.join(root, 'src/there.ts'))
    forgetRepositories()

    expect(keyOf({ cwd: root })).not.toEqual(before)
  })
})

describe('in an editor', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('a change is seen a second later', async () => {
    const root = checkout('# App\n\nSee `src/old.ts`.\n')
    const eslint = eslintFor(root)
    const found = async (): Promise<number | undefined> => (await eslint.lintFiles(['README.md']))[0]?.messages.length
    expect(await found()).toBe(1)

    writeFileSync(path.join(root, 'src/old.ts'), OLD)
    expect(await found()).toBe(1)
    vi.advanceTimersByTime(1001)
    expect(await found()).toBe(0)

    renameSync(path.join(root, 'src/old.ts'), path.join(root, 'src/older.ts'))
    vi.advanceTimersByTime(1001)
    expect(await found()).toBe(1)
  })

  test('a commit is seen a second later', async () => {
    const root = checkoutOf({ 'src/old.ts': OLD, 'README.md': '# App\n\nSee `src/old.ts`.\n' })
    const eslint = eslintFor(root)
    const found = async (): Promise<string | undefined> => (await eslint.lintFiles(['README.md']))[0]?.messages.map(show).join('')
    renameSync(path.join(root, 'src/old.ts'), path.join(root, 'src/new.ts'))
    execFileSync('git', ['add', '--all'], { cwd: root })
    expect(await found()).toContain('not committed yet')

    const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.com']
    execFileSync('git', [...person, 'commit', '--quiet', '--message', 'rename'], { cwd: root })
    vi.advanceTimersByTime(1001)

    expect(await found()).toContain('renamed to `src/new.ts` in …')
  })

  test('a heading that is not saved yet can be linked to', async () => {
    const root = checkoutOf({ 'README.md': '# App\n\nSee [setup](#setup).\n' })
    const lintText = async (text: string): Promise<number | undefined> => (await eslintFor(root).lintText(text, { filePath: 'README.md' }))[0]?.messages.length

    expect(await lintText('# App\n\nSee [setup](#setup).\n')).toBe(1)
    expect(await lintText('# App\n\nSee [setup](#setup).\n\n## Setup\n')).toBe(0)
  })
})

test('rules about code wait for a promise in the recommended config, and speak at once where they are chosen', async () => {
  const script = "const { PrismaClient } = require('@prisma/client')\nnew PrismaClient().user.deleteMany()\n"
  const cwd = checkoutOf({ 'README.md': '# App\n' }, { 'README.md': '# App\n', 'scripts/wipe.js': script })
  const found = async (config: Linter.Config[]): Promise<readonly (string | null)[]> =>
    (await eslintFor(cwd, config).lintFiles(['scripts/*.js'])).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)).sort()
  const languageOptions = { sourceType: 'commonjs' } as const

  expect(await found([{ languageOptions }, ...plugin.configs.recommended])).toEqual([])
  expect(await found(plugin.configs.code.map(config => ({ ...config, files: ['**/*.js'], languageOptions })))).toEqual([
    'doc-lockdown/no-unlisted-mutation-scripts', 'doc-lockdown/require-ci-guard', 'doc-lockdown/require-environment-fingerprint',
  ])
  expect(await found([{ languageOptions }, ...plugin.configure({ cwd, rules: { 'no-unlisted-mutation-scripts': 'error', 'require-ci-guard': 'off', 'require-environment-fingerprint': 'off' } })]))
    .toEqual(['doc-lockdown/no-unlisted-mutation-scripts'])
})
