import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recall } from '../../src/cache/result-memo.ts'
import { cacheSwitch } from '../../src/git/cache-directory.ts'
import { readArguments } from '../../src/hosts/cli/arguments.ts'
import { loadConfig, run as runCommand } from '../../src/hosts/cli/run.ts'
import { findSlot } from '../../src/hosts/cli/slot.ts'
import { useCommand } from '../support/command.ts'
import { commitFiles, createGitRepository, runGit, temporaryFolder, writeFiles } from '../support/git-repository.ts'

const { cache, run: runProcess } = useCommand()

beforeEach(() => { process.env['DOC_LOCKDOWN_CACHE'] = temporaryFolder() })
afterEach(() => {
  delete process.env['DOC_LOCKDOWN_CACHE']
  cacheSwitch.enabled = true
})

/** What the command does, in this process, an hour later: all that is here now is old enough to be trusted. */
async function run({ cwd, colors = false }: { readonly cwd: string; readonly colors?: boolean }, ...words: readonly string[]): Promise<{ out: string; code: number }> {
  const args = readArguments(['--root', cwd, ...words])
  cacheSwitch.enabled = args.flags.cache !== false
  const surroundings = { colors, hyperlinks: false }
  const slot = await findSlot(args, surroundings, loadConfig)
  const remembered = slot === undefined ? undefined : await recall(slot)
  const { outputs: [output = ''], exitCode } = remembered ?? await runCommand(args, surroundings, slot, Date.now() + 3_600_000)
  return { out: output, code: exitCode }
}

function memos(folder = process.env['DOC_LOCKDOWN_CACHE'] ?? ''): string[] {
  return !existsSync(folder) ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /result-\d+\.json$/.test(file)).map(file => path.join(folder, file))
}

/** Makes the next hit visible: the remembered output says so. */
function mark(folder?: string): void {
  expect(memos(folder).length).toBeGreaterThan(0)
  for (const file of memos(folder)) writeFileSync(file, readFileSync(file, 'utf8').replace('"outputs":["', '"outputs":["REMEMBERED '))
}

const REMEMBERED = /^REMEMBERED /

describe('a result is remembered', () => {
  it.each([
    ['an edited document', (root: string) => { writeFileSync(path.join(root, 'README.md'), '[x](src/b.ts) changed\n') }],
    ['an edited document of the same size and time', (root: string) => {
      const file = path.join(root, 'README.md')
      writeFileSync(file, '[x](src/c.ts)\n')
      utimesSync(file, new Date(2020, 1), new Date(2020, 1))
    }],
    ['a deleted file', (root: string) => { unlinkSync(path.join(root, 'src/a.ts')) }],
    ['an untracked document', (root: string) => { writeFileSync(path.join(root, 'src/new.md'), '[x](gone.md)\n') }],
    ['a document in a folder that was empty', (root: string) => { writeFileSync(path.join(root, 'empty/deep/new.md'), '[x](gone.md)\n') }],
    ['an edited .gitignore', (root: string) => { writeFileSync(path.join(root, '.gitignore'), 'ignored\nsrc\n') }],
    ['an edited exclude file', (root: string) => { writeFileSync(path.join(root, '.git/info/exclude'), 'notes.md\n') }],
    ['a staged deletion', (root: string) => { runGit(root, 'rm', '-q', '--cached', 'src/b.ts') }],
    ['a new commit', (root: string) => { runGit(root, 'commit', '-q', '--allow-empty', '-m', 'x') }],
    ['a new tag', (root: string) => { runGit(root, 'tag', 'v1') }],
    ['a configuration', (root: string) => { writeFileSync(path.join(root, 'doc-lockdown.config.json'), '{}') }],
    ['a baseline', (root: string) => { writeFileSync(path.join(root, 'doc-lockdown.baseline.json'), '{ "version": 1, "findings": {} }\n') }],
    ['an edited file that was read', (root: string) => { writeFileSync(path.join(root, 'src/lines.ts'), '1\n') }],
  ] as const)('until there is %s', async (_name, change) => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/a.ts': '', 'src/b.ts': '', '.gitignore': 'ignored\n', 'lines.md': '[x](src/lines.ts#L2)\n', 'src/lines.ts': '1\n2\n' })
    mkdirSync(path.join(root, 'empty/deep'), { recursive: true })
    writeFiles(root, { 'ignored/x.md': '', 'notes.md': '# untracked\n' })
    const first = await run({ cwd: root })
    mark()
    const second = await run({ cwd: root })
    expect(second.out).toBe(`REMEMBERED ${first.out}`)
    expect(second.code).toBe(first.code)
    change(root)
    expect((await run({ cwd: root })).out).not.toMatch(REMEMBERED)
  })

  it('until its baseline is edited or removed', async () => {
    const file = 'doc-lockdown.baseline.json'
    const root = createGitRepository({ 'README.md': '[x](src/gone.ts)\n', [file]: '{ "version": 1, "findings": { "README.md": { "no-broken-links": ["src/gone.ts"] } } }\n' })
    await run({ cwd: root })
    mark()
    expect(await run({ cwd: root })).toMatchObject({ code: 0, out: expect.stringMatching(REMEMBERED) as string })
    writeFileSync(path.join(root, file), '{ "version": 1, "findings": {} }\n')
    expect((await run({ cwd: root })).code).toBe(1)
    mark()
    unlinkSync(path.join(root, file))
    expect((await run({ cwd: root })).out).not.toMatch(REMEMBERED)
  })

  it('but not when something changed within the last two seconds, and by the command itself', async () => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/b.ts': '' })
    const { out } = runProcess({ cwd: root })
    expect(memos(cache)).toEqual([])
    await new Promise(resolve => { setTimeout(resolve, 2100) })
    expect(runProcess({ cwd: root }).out).toBe(out)
    mark(cache)
    expect(runProcess({ cwd: root }).out).toBe(`REMEMBERED ${out}`)
  })

  it('by flags, format, folder and kind of content', async () => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/b.ts': '' })
    await run({ cwd: root })
    mark()
    expect((await run({ cwd: root }, '--strict')).out).not.toMatch(REMEMBERED)
    expect((await run({ cwd: root }, '--staged')).out).not.toMatch(REMEMBERED)
    expect((await run({ cwd: path.join(root, 'src') })).out).not.toMatch(REMEMBERED)
    expect((await run({ cwd: root }, '--no-cache')).out).not.toMatch(REMEMBERED)
    expect((await run({ cwd: root, colors: true })).out).not.toMatch(REMEMBERED)
  })

  it.each([
    '--format sarif', '--format github', '--format junit', '--format json --output x', '--format sarif --output x --format text',
  ])('for each format: %s', async (line) => {
    const root = createGitRepository({ 'README.md': '[x](src/gone.ts)\n', 'src/b.ts': '' })
    const given = line.split(' ')
    await run({ cwd: root })
    const first = await run({ cwd: root }, ...given)
    expect(first.out).not.toMatch(/^README/)
    mark()
    expect(await run({ cwd: root }, ...given)).toEqual({ ...first, out: `REMEMBERED ${first.out}` })
    writeFileSync(path.join(root, 'README.md'), '[x](src/b.ts) and more\n')
    expect((await run({ cwd: root }, ...given)).out).not.toMatch(REMEMBERED)
  })

  it('with all that belongs to a format: the page of a workflow is written again, and files wherever they are asked for', async () => {
    const root = createGitRepository({ 'README.md': '[x](src/gone.ts)\n', 'src/b.ts': '' })
    await new Promise(resolve => { setTimeout(resolve, 2100) })
    const folder = temporaryFolder()
    const check = (name: string): string => {
      runProcess({ cwd: root, env: { GITHUB_STEP_SUMMARY: path.join(folder, 'summary') } }, 'check', '--format', 'github', '--format', 'sarif', '--output', path.join(folder, name))
      return readFileSync(path.join(folder, name), 'utf8')
    }
    const first = check('first')
    mark(cache)
    expect(check('second')).toBe(first)
    const pages = readFileSync(path.join(folder, 'summary'), 'utf8').split('## doc-lockdown')
    expect(pages).toHaveLength(3)
    expect(pages[1]).toBe(pages[2])
  })

  it.each([
    ['moved', (root: string) => runGit(root, 'tag', '-f', 'v1.0.0', 'HEAD')],
    ['deleted', (root: string) => runGit(root, 'tag', '-d', 'v1.0.0')],
    ['moved after all refs were packed', (root: string) => runGit(root, 'update-ref', 'refs/tags/v1.0.0', 'HEAD')],
    ['packed by git, when the branch of a cited commit goes', (root: string) => runGit(root, 'branch', '-D', 'side')],
  ])('until a tag that a document names is %s', async (name, change) => {
    const root = createGitRepository({ 'README.md': '# x\n' })
    const first = runGit(root, 'rev-parse', 'HEAD')
    runGit(root, 'tag', 'v1.0.0')
    runGit(root, 'tag', 'v1.1.0')
    runGit(root, 'checkout', '-q', '-b', 'side')
    commitFiles(root, { 'side.md': '# y\n' })
    const side = runGit(root, 'rev-parse', 'HEAD')
    runGit(root, 'checkout', '-q', 'main')
    commitFiles(root, { 'README.md': `# x\n\nTag v1.0.0 points at ${first}, and commit ${side} is next.\n` })
    if (name.includes('packed')) runGit(root, 'pack-refs', '--all')
    const before = await run({ cwd: root })
    expect(before.code).toBe(0)
    mark()
    expect((await run({ cwd: root })).out).toMatch(REMEMBERED)
    change(root)
    const after = await run({ cwd: root })
    expect(after.out).not.toMatch(REMEMBERED)
    expect(after.out).not.toBe(before.out)
  })

  it('and a broken memo is ignored', async () => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/b.ts': '' })
    const { out } = await run({ cwd: root })
    for (const text of ['', '{', 'null', '[]', '{"key":1}']) {
      for (const file of memos()) writeFileSync(file, text)
      expect(await run({ cwd: root })).toEqual({ code: 0, out })
    }
  })

  it('with a config that runs, by what it says', () => {
    const root = createGitRepository({ 'README.md': '[x](src/gone.ts)\n', 'src/b.ts': '', 'doc-lockdown.config.js': 'export default { rules: { "no-broken-links": process.env.LEVEL ?? "error" } }\n' })
    expect(runProcess({ cwd: root }).code).toBe(1)
    expect(runProcess({ cwd: root, env: { LEVEL: 'off' } }).code).toBe(0)
  })

  it('--staged, until something else is staged', async () => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/b.ts': '' })
    writeFiles(root, { 'README.md': '[x](src/c.ts)\n' })
    runGit(root, 'add', '-A')
    expect((await run({ cwd: root }, '--staged')).code).toBe(1)
    mark()
    expect((await run({ cwd: root }, '--staged')).out).toMatch(REMEMBERED)
    writeFiles(root, { 'README.md': '[x](src/b.ts) again\n' })
    runGit(root, 'add', '-A')
    expect((await run({ cwd: root }, '--staged')).code).toBe(0)
  })
})
