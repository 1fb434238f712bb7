import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCommand, type CommandOptions, type CommandResult } from '../support/command.ts'
import { createGitRepository, runGit, writeFiles } from '../support/git-repository.ts'

const { cache, run: runShared } = useCommand()

/** A cache for each repository: the tests run side by side, because each has to wait. */
function run(options: CommandOptions, ...args: readonly string[]): CommandResult {
  return runShared({ ...options, env: { DOC_LOCKDOWN_CACHE: cacheOf(options.cwd), ...options.env } }, ...args)
}

function cacheOf(folder: string): string {
  return path.join(cache, path.basename(folder === '' ? folder : folder.replace(/\/src$/, '')))
}

/** Everything that is younger than two seconds is too young to be trusted. */
const settle = async (): Promise<void> => new Promise(resolve => { setTimeout(resolve, 2100) })

function memos(root: string): string[] {
  return !existsSync(cacheOf(root)) ? [] : readdirSync(cacheOf(root), { recursive: true, encoding: 'utf8' }).filter(file => /result-\d+\.json$/.test(file)).map(file => path.join(cacheOf(root), file))
}

/** Makes the next hit visible: the remembered output says so. */
function mark(root: string): void {
  for (const file of memos(root)) writeFileSync(file, readFileSync(file, 'utf8').replace('"output":"', '"output":"REMEMBERED '))
}

const REMEMBERED = /^REMEMBERED /

describe.concurrent('a result is remembered', () => {
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
    ['an edited file that was read', (root: string) => { writeFileSync(path.join(root, 'src/lines.ts'), '1\n') }],
  ] as const)('until there is %s', async (_name, change) => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/a.ts': '', 'src/b.ts': '', '.gitignore': 'ignored\n', 'lines.md': '[x](src/lines.ts#L2)\n', 'src/lines.ts': '1\n2\n' })
    mkdirSync(path.join(root, 'empty/deep'), { recursive: true })
    writeFiles(root, { 'ignored/x.md': '', 'notes.md': '# untracked\n' })
    await settle()
    const first = run({ cwd: root })
    mark(root)
    const second = run({ cwd: root })
    expect(second.out).toBe(`REMEMBERED ${first.out}`)
    expect(second.code).toBe(first.code)
    change(root)
    expect(run({ cwd: root }).out).not.toMatch(REMEMBERED)
  })

  it('but not when something changed within the last two seconds', () => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/b.ts': '' })
    run({ cwd: root })
    expect(memos(root)).toEqual([])
  })

  it('by flags, format, folder and kind of content', async () => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/b.ts': '' })
    await settle()
    run({ cwd: root })
    mark(root)
    expect(run({ cwd: root }, '--strict').out).not.toMatch(REMEMBERED)
    expect(run({ cwd: root }, '--staged').out).not.toMatch(REMEMBERED)
    expect(run({ cwd: path.join(root, 'src') }).out).not.toMatch(REMEMBERED)
    expect(run({ cwd: root }, '--no-cache').out).not.toMatch(REMEMBERED)
    expect(run({ cwd: root, env: { FORCE_COLOR: '1' } }).out).not.toMatch(REMEMBERED)
  })

  it('and a broken memo is ignored', async () => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/b.ts': '' })
    await settle()
    const { out } = run({ cwd: root })
    for (const text of ['', '{', 'null', '[]', '{"key":1}']) {
      for (const file of memos(root)) writeFileSync(file, text)
      expect(run({ cwd: root })).toEqual({ code: 0, out, err: '' })
    }
  })

  it('with a config that runs, by what it says', async () => {
    const root = createGitRepository({ 'README.md': '[x](src/gone.ts)\n', 'src/b.ts': '', 'doc-lockdown.config.js': 'export default { rules: { "no-broken-links": process.env.LEVEL ?? "error" } }\n' })
    await settle()
    expect(run({ cwd: root }).code).toBe(1)
    expect(run({ cwd: root, env: { LEVEL: 'off' } }).code).toBe(0)
  })

  it('--staged, until something else is staged', async () => {
    const root = createGitRepository({ 'README.md': '[x](src/b.ts)\n', 'src/b.ts': '' })
    writeFiles(root, { 'README.md': '[x](src/c.ts)\n' })
    runGit(root, 'add', '-A')
    await settle()
    expect(run({ cwd: root }, '--staged').code).toBe(1)
    mark(root)
    expect(run({ cwd: root }, '--staged').out).toMatch(REMEMBERED)
    writeFiles(root, { 'README.md': '[x](src/b.ts) again\n' })
    runGit(root, 'add', '-A')
    expect(run({ cwd: root }, '--staged').code).toBe(0)
  })
})
