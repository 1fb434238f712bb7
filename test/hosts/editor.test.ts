/** ESLint as editor extensions drive it: one process that goes on, texts that are not saved, a checkout that changes under it. */
import { execFileSync } from 'node:child_process'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint, type Linter } from 'eslint'
import { parser } from 'typescript-eslint'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import plugin, { type ConfigureOptions } from '../../src/hosts/eslint/index.ts'
import { forgetRepositories, heldRepositories } from '../../src/hosts/living-repository.ts'
import { checkoutOf, temporaryFolder, writeFiles } from '../support/checkout.ts'

const CONTRACT = '# Production mutation contract\n\n## Allowed mutation scripts\n\n1. `scripts/sync.ts`: invoices\n\n## Allowed tables\n\n- `Invoice`: paidAt\n\n## Forbidden operations\n\n- DELETE operations\n'
const GUARD = "export function enforceCi(): void {\n  if (process.env.CI !== 'true') process.exit(1)\n}\n"
const SYNC = `import { PrismaClient } from '@prisma/client'
import { enforceCi } from '../lib/ci'

enforceCi()
const prisma = new PrismaClient()
await prisma.invoice.updateMany({ data: { paidAt: new Date() } })
`
const RESOLVE = 'export const resolve = (route: string): string => route\n'

/** A project whose document and script keep what they promise. */
function project(): string {
  return checkoutOf({
    '.gitignore': '/drafts/\nnode_modules/\n',
    'README.md': '# App\n\nRoutes are resolved in `src/resolve.ts`.\n',
    'src/resolve.ts': RESOLVE,
    'PRODUCTION_MUTATION_CONTRACT.md': CONTRACT,
    'prisma/schema.prisma': 'model Invoice {\n  id     Int @id\n  paidAt DateTime?\n}\n',
    'lib/ci.ts': GUARD,
    'scripts/sync.ts': SYNC,
  })
}

/** What a user's eslint.config.js gives: documents, and scripts in TypeScript. Which database it is, nobody asks here. */
const CONFIG: Linter.Config[] = [
  ...plugin.configs.recommended,
  ...plugin.configs.code.map(config => ({ ...config, files: ['scripts/**/*.ts'], languageOptions: { parser } })),
  { files: ['scripts/**/*.ts'], rules: { 'doc-lockdown/require-environment-fingerprint': 'off' } },
]

/** Asks what is wrong with a text, as extensions do at each pause in typing: with an instance of its own. */
async function validate(cwd: string, file: string, text: string, config = CONFIG): Promise<readonly Linter.LintMessage[]> {
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config })
  const [result] = await eslint.lintText(text, { filePath: path.join(cwd, file), warnIgnored: false })
  return result?.messages ?? []
}

function places(messages: readonly Linter.LintMessage[]): string[] {
  return messages.map(({ line, column, ruleId }) => `${String(line)}:${String(column)} ${String(ruleId).replace('doc-lockdown/', '')}`)
}

beforeEach(() => {
  forgetRepositories()
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Lets pass what a listing is trusted for. */
function waitASecond(): void {
  vi.advanceTimersByTime(1001)
}

describe('a text that is not saved', () => {
  test('of a document is judged as it stands in the editor', async () => {
    const cwd = project()

    expect(await validate(cwd, 'README.md', '# App\n\nRoutes are resolved in `src/resolve.ts`.\n')).toEqual([])
    expect(places(await validate(cwd, 'README.md', '# App\n\nSee [the map](docs/map.md).\n\nRoutes: `src/resolv.ts`.\n'))).toEqual(['3:15 no-broken-links', '5:10 no-missing-paths'])
    expect(await validate(cwd, 'README.md', '# App\n')).toEqual([])
  })

  test('of a document that has no file yet is judged where it will lie', async () => {
    expect(places(await validate(project(), 'docs/new/guide.md', '# Guide\n\nSee [the app](../../READ.md) and [all](../../README.md).\n'))).toEqual(['3:15 no-broken-links'])
  })

  test('of a script in TypeScript is held to the contract', async () => {
    const cwd = project()

    expect(await validate(cwd, 'scripts/sync.ts', SYNC)).toEqual([])
    expect(places(await validate(cwd, 'scripts/sync.ts', SYNC.replace('enforceCi()\n', '')))).toEqual(['5:7 require-ci-guard'])
    expect(places(await validate(cwd, 'scripts/sync.ts', `${SYNC}await prisma.invoice.deleteMany()\n`))).toEqual(['7:7 contract-tables-only'])
  })

  test('half written says nothing of ours but the parser\'s own error', async () => {
    const [message, ...more] = await validate(project(), 'scripts/sync.ts', `${SYNC}await prisma.invoice.(\n`)

    expect(message).toMatchObject({ fatal: true, ruleId: null })
    expect(more).toEqual([])
  })
})

describe('a checkout that changes', () => {
  const README = '# App\n\nRoutes are resolved in `src/resolve.ts`.\n'

  test('a file that is renamed is missed, and found again', async () => {
    const cwd = project()
    expect(await validate(cwd, 'README.md', README)).toEqual([])

    renameSync(path.join(cwd, 'src/resolve.ts'), path.join(cwd, 'src/routes.ts'))
    waitASecond()
    expect(places(await validate(cwd, 'README.md', README))).toEqual(['3:25 no-missing-paths'])

    renameSync(path.join(cwd, 'src/routes.ts'), path.join(cwd, 'src/resolve.ts'))
    waitASecond()
    expect(await validate(cwd, 'README.md', README)).toEqual([])
  })

  test('a document that git ignored is judged once it is in the index', async () => {
    const cwd = project()
    const text = '# Guide\n\nSee [the app](../READ.md).\n'
    writeFiles(cwd, { 'drafts/guide.md': text })
    expect(await validate(cwd, 'drafts/guide.md', text)).toEqual([])

    execFileSync('git', ['add', '--force', 'drafts/guide.md'], { cwd })
    waitASecond()

    expect(places(await validate(cwd, 'drafts/guide.md', text))).toEqual(['3:15 no-broken-links'])
  })

  test('a guard that guards no more is missed in the script that calls it', async () => {
    const cwd = project()
    expect(await validate(cwd, 'scripts/sync.ts', SYNC)).toEqual([])

    writeFileSync(path.join(cwd, 'lib/ci.ts'), 'export function enforceCi(): void {}\n')
    waitASecond()

    expect(places(await validate(cwd, 'scripts/sync.ts', SYNC))).toEqual(['6:7 require-ci-guard'])
  })

  test('a contract that is taken away asks nothing any more', async () => {
    const cwd = project()
    const broken = `${SYNC}await prisma.invoice.deleteMany()\n`
    expect(await validate(cwd, 'scripts/sync.ts', broken)).toHaveLength(1)

    writeFileSync(path.join(cwd, 'PRODUCTION_MUTATION_CONTRACT.md'), CONTRACT.replace('\n## Forbidden operations\n\n- DELETE operations\n', ''))
    waitASecond()

    expect(await validate(cwd, 'scripts/sync.ts', broken)).toEqual([])
  })

  test('a folder that becomes a repository has a past from then on', async () => {
    const cwd = temporaryFolder('becomes')
    writeFiles(cwd, { 'README.md': README })
    expect(await validate(cwd, 'README.md', README)).toEqual([])

    const made = project()
    for (const name of ['.git', 'src']) renameSync(path.join(made, name), path.join(cwd, name))
    rmSync(path.join(cwd, 'src/resolve.ts'))
    waitASecond()

    expect(places(await validate(cwd, 'README.md', README))).toEqual(['3:25 no-missing-paths'])
  })
})

describe('code actions', () => {
  test('a fix is an edit of the text in the editor', async () => {
    const cwd = checkoutOf({ 'src/old.ts': RESOLVE }, { 'src/new.ts': RESOLVE })
    const text = '# App\n\nNot saved yet. See `src/old.ts`.\n'

    const [message] = await validate(cwd, 'README.md', text)
    const [from = 0, to = 0] = message?.fix?.range ?? []

    expect(text.slice(0, from) + (message?.fix?.text ?? '') + text.slice(to)).toBe('# App\n\nNot saved yet. See `src/new.ts`.\n')
  })

  test('what is only likely is offered by name', async () => {
    const cwd = checkoutOf({ 'package.json': '{ "scripts": { "check:types": "tsc" } }\n' })
    const text = 'Run `npm run check-types`.\n'

    const [message] = await validate(cwd, 'README.md', text)

    expect(message?.fix).toBeUndefined()
    expect(message?.suggestions).toMatchObject([{ desc: 'Replace by `check:types`', fix: { text: 'check:types' } }])
  })

  test('every finding leads to the page of its rule, and its rule says what it can do', async () => {
    const cwd = project()
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: CONFIG })
    const results = [
      ...await eslint.lintText('See `src/resolv.ts`.\n', { filePath: 'README.md' }),
      ...await eslint.lintText(SYNC.replace('enforceCi()\n', ''), { filePath: 'scripts/sync.ts' }),
    ]

    const page = (rule: string): string => `https://github.com/doc-lockdown/doc-lockdown/blob/main/docs/rules/${rule}.md`
    expect(eslint.getRulesMetaForResults(results)).toMatchObject({
      'doc-lockdown/no-missing-paths': { docs: { url: page('no-missing-paths') }, fixable: 'code', hasSuggestions: true },
      'doc-lockdown/require-ci-guard': { docs: { url: page('require-ci-guard') } },
    })
  })
})

describe('a process that goes on', () => {
  test('holds one repository after 500 texts', async () => {
    const cwd = project()
    const config: Linter.Config[] = plugin.configs.recommended.slice(0, 1).map(part => ({ ...part, rules: { 'doc-lockdown/no-missing-paths': 'error' } }))
    const found: number[] = []
    for (let turn = 0; turn < 500; turn++) {
      found.push((await validate(cwd, 'README.md', `# App ${String(turn)}\n\nSee \`src/resolv${'e'.repeat(turn % 2)}.ts\`.\n`, config)).length)
      vi.advanceTimersByTime(100)
    }

    expect(found).toEqual(Array.from({ length: 500 }, (_, turn) => 1 - turn % 2))
    expect(heldRepositories()).toBe(1)
  })

  test('forgets the settings that it was given before the last ones', async () => {
    const cwd = project()
    for (let turn = 0; turn < 40; turn++) {
      const settings = { 'doc-lockdown': { scripts: [`jobs-${String(turn)}/**`] } }
      await validate(cwd, 'README.md', '# App\n', [...CONFIG, { files: ['**/*.md'], settings }])
    }

    expect(heldRepositories()).toBe(16)
  })

  test('judges each of two roots by itself', async () => {
    const [one, other] = [checkoutOf({ 'src/a.ts': RESOLVE, 'src/b.ts': '' }, { 'src/a.ts': RESOLVE }), checkoutOf({ 'src/b.ts': RESOLVE, 'src/a.ts': '' }, { 'src/b.ts': RESOLVE })]
    const text = 'See `src/a.ts` and `src/b.ts`.\n'

    for (let turn = 0; turn < 3; turn++) {
      expect(places(await validate(one, 'README.md', text))).toEqual(['1:21 no-missing-paths'])
      expect(places(await validate(other, 'README.md', text))).toEqual(['1:6 no-missing-paths'])
    }
    expect(heldRepositories()).toBe(2)
  })
})

describe('eslint --cache', () => {
  /** A run as `eslint --cache .` makes it: a process of its own, as far as we remember anything. */
  async function run(cwd: string, configured: boolean, options: ConfigureOptions = {}): Promise<Record<string, string[]>> {
    forgetRepositories()
    const ready = configured ? plugin.configure({ cwd, ...options }) : plugin.configs.recommended
    const code = ready.filter(({ language }) => language === undefined).map(config => ({ ...config, files: ['scripts/**/*.ts'], languageOptions: { parser } }))
    const config: Linter.Config[] = [...ready.filter(({ language }) => language !== undefined), ...code, ...CONFIG.slice(-1)]
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config, cache: true, cacheLocation: path.join(cwd, 'node_modules/.eslintcache') })
    const results = await eslint.lintFiles(['README.md', 'scripts/sync.ts'])
    return Object.fromEntries(results.map(({ filePath, messages }) => [path.relative(cwd, filePath), places(messages)]))
  }

  const CLEAN = { 'README.md': [], 'scripts/sync.ts': [] }

  /** What neither file that is linted shows: the one that a document names is renamed, the guard of a script is emptied. */
  function drift(cwd: string): void {
    renameSync(path.join(cwd, 'src/resolve.ts'), path.join(cwd, 'src/routes.ts'))
    writeFileSync(path.join(cwd, 'lib/ci.ts'), 'export function enforceCi(): void {}\n')
  }

  test('configured by our helper, sees drift in files that did not change, and sees it mended', async () => {
    const cwd = project()
    expect(await run(cwd, true)).toEqual(CLEAN)

    drift(cwd)
    expect(await run(cwd, true)).toEqual({ 'README.md': ['3:25 no-missing-paths'], 'scripts/sync.ts': ['6:7 require-ci-guard'] })

    renameSync(path.join(cwd, 'src/routes.ts'), path.join(cwd, 'src/resolve.ts'))
    writeFileSync(path.join(cwd, 'lib/ci.ts'), GUARD)
    expect(await run(cwd, true)).toEqual(CLEAN)
  })

  test('uses its cache as long as nothing changes', async () => {
    const cwd = project()
    await run(cwd, true)
    const judged = vi.spyOn(plugin.rules?.['no-missing-paths'] as { create: (context: unknown) => object }, 'create')

    await run(cwd, true)

    expect(judged).not.toHaveBeenCalled()
    judged.mockRestore()
  })

  test('with a ready config hides drift, as the README warns', async () => {
    const cwd = project()
    await run(cwd, false)
    drift(cwd)

    expect(await run(cwd, false)).toEqual(CLEAN)
  })
})
