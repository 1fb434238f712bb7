import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCommand } from '../../support/command.ts'
import { cleanEnvironment, createGitRepository, runGit, temporaryFolder, writeFiles } from '../../support/git-repository.ts'

const { run } = useCommand()

/** One true claim and one that is certainly false. */
const DRIFT = { 'README.md': '# A\n\nSee [the code](src/a.ts) and [the gone](src/gone.ts).\n', 'src/a.ts': 'export {}\n' }
const CLEAN = { 'README.md': '# A\n\nSee [the code](src/a.ts).\n', 'src/a.ts': 'export {}\n' }

describe('exit codes and summary', () => {
  it('is 0 for a clean repository, with a summary', () => {
    const { code, out, err } = run({ cwd: createGitRepository(CLEAN) })
    expect(err).toBe('')
    expect(out).toMatch(/^1 document, 1 claim: 1 hold, 0 broken, 0 unknown\./)
    expect(code).toBe(0)
  })

  it('is 1 for findings, each with the line and its subject underlined', () => {
    const { code, out } = run({ cwd: createGitRepository(DRIFT) })
    const lines = out.split('\n')
    const line = lines.findIndex(text => text.includes('See [the code](src/a.ts)'))
    expect(lines[0]).toBe('README.md')
    expect(lines[line + 1]?.indexOf('^')).toBe(lines[line]?.indexOf('src/gone.ts'))
    expect(lines[line + 1]?.replace(/[ |]+/, '')).toBe('^'.repeat('src/gone.ts'.length))
    expect(code).toBe(1)
  })

  it('counts warnings against --max-warnings', () => {
    const root = createGitRepository({ ...DRIFT, 'doc-lockdown.config.json': '{ "rules": { "no-broken-links": "warn" } }' })
    expect(run({ cwd: root }).code).toBe(0)
    expect(run({ cwd: root }, 'check', '--max-warnings', '1').code).toBe(0)
    expect(run({ cwd: root }, 'check', '--max-warnings', '0').code).toBe(1)
  })
})

describe('what can not run says why in one sentence and exits with 2', () => {
  const cases: readonly (readonly [name: string, make: () => { cwd: string; args: readonly string[]; env?: Record<string, string> }, message: RegExp])[] = [
    ['outside of git', () => ({ cwd: temporaryFolder(), args: [], env: { GIT_CEILING_DIRECTORIES: '/' } }), /is not inside a git repository/],
    ['no such root', () => ({ cwd: temporaryFolder(), args: ['--root', 'nowhere'] }), /There is no folder .*nowhere/],
    ['bare repository', () => {
      const folder = temporaryFolder()
      runGit(folder, 'init', '-q', '--bare')
      return { cwd: folder, args: [] }
    }, /is a bare repository/],
    ['no git program', () => ({ cwd: createGitRepository(CLEAN), args: [], env: { PATH: temporaryFolder() } }), /There is no git program on the PATH/],
    ['bad revision', () => ({ cwd: createGitRepository(CLEAN), args: ['check', '--at', 'nope'] }), /There is no commit "nope" here/],
    ['revision that looks like an option', () => ({ cwd: createGitRepository(CLEAN), args: ['check', '--at=--all'] }), /There is no commit "--all" here/],
    ['bad --since', () => ({ cwd: createGitRepository(CLEAN), args: ['check', '--since', 'nope'] }), /There is no commit "nope" here/],
    ['missing config', () => ({ cwd: createGitRepository(CLEAN), args: ['--config', 'nope.json'] }), /There is no config file nope\.json/],
    ['unwritable output', () => ({ cwd: createGitRepository(CLEAN), args: ['--output', 'no/such/folder/x'] }), /no\/such\/folder\/x can't be written \(ENOENT\)/],
    ['no document', () => ({ cwd: createGitRepository({ 'a.ts': '' }), args: [] }), /There is no Markdown document to check/],
    ['nothing but set aside', () => ({ cwd: createGitRepository({ 'CHANGELOG.md': '# 1\n' }), args: [] }), /CHANGELOG\.md is set aside \(changelog\), so nothing was checked/],
    ['no match', () => ({ cwd: createGitRepository(CLEAN), args: ['check', 'docs'] }), /No file matches "docs"/],
    ['path outside', () => ({ cwd: createGitRepository(CLEAN), args: ['check', '../x.md'] }), /\.\.\/x\.md lies outside of the checkout/],
    ['unknown command', () => ({ cwd: createGitRepository(CLEAN), args: ['chek'] }), /did you mean "check"\?/],
    ['unknown flag', () => ({ cwd: createGitRepository(CLEAN), args: ['--stagd'] }), /did you mean --staged\?/],
    ['unknown format', () => ({ cwd: createGitRepository(CLEAN), args: ['--format', 'sarf'] }), /--format takes text, json, sarif, github, junit, html, not "sarf"/],
    ['nothing to check', () => ({ cwd: createGitRepository(CLEAN), args: ['--no-docs', '--no-code'] }), /--no-docs and --no-code leave nothing to check/],
    ['no code to check', () => ({ cwd: createGitRepository(CLEAN), args: ['--no-docs'] }), /No code was checked: neither a mutation contract nor settings\.scripts/],
    ['contradiction', () => ({ cwd: createGitRepository(CLEAN), args: ['--staged', '--at', 'HEAD'] }), /--staged and --at contradict each other/],
    ['bad number', () => ({ cwd: createGitRepository(CLEAN), args: ['--max-warnings', 'few'] }), /--max-warnings takes a whole number/],
    ['unknown rule', () => ({ cwd: createGitRepository(CLEAN), args: ['explain', 'no-missing-path'] }), /did you mean "no-missing-paths"\?/],
  ]
  it.each(cases)('%s', (_name, make, message) => {
    const { cwd, args, env } = make()
    const { code, out, err } = run({ cwd, ...(env === undefined ? {} : { env }) }, ...args)
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

describe('formats and output', () => {
  it('writes JSON to a file and nothing to stdout', () => {
    const root = createGitRepository(DRIFT)
    const { code, out } = run({ cwd: root }, 'check', '--format', 'json', '--output', 'report.json')
    const report = JSON.parse(readFileSync(path.join(root, 'report.json'), 'utf8')) as { version: number; summary: { broken: number }; findings: { path: string }[] }
    expect({ code, out, version: report.version, broken: report.summary.broken, path: report.findings[0]?.path }).toEqual({ code: 1, out: '', version: 1, broken: 1, path: 'README.md' })
    expect(readdirSync(root).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  it('lists references with their verdicts', () => {
    const root = createGitRepository(DRIFT)
    expect(run({ cwd: root }, 'references').out).toMatch(/holds +src\/a\.ts[^]*broken +src\/gone\.ts/)
    const { references } = JSON.parse(run({ cwd: root }, 'references', '--format', 'json').out) as { references: { subject: string; status: string; line: number; endColumn: number }[] }
    expect(references.map(({ subject, status, line, endColumn }) => ({ subject, status, line, endColumn }))).toEqual([
      { subject: 'src/a.ts', status: 'holds', line: 3, endColumn: 24 }, { subject: 'src/gone.ts', status: 'broken', line: 3, endColumn: 52 },
    ])
  })

  it('does not cut long output for a slow reader', () => {
    const links = Array.from({ length: 3000 }, (_, index) => `[x](src/gone${String(index)}.ts)`).join('\n')
    const root = createGitRepository({ 'README.md': links, 'src/a.ts': '' })
    const command = `${process.execPath} ${JSON.stringify(path.join(import.meta.dirname, `../../../node_modules/.cache/lockdown-test/${String(process.pid)}/cli.js`))}`
    const out = execFileSync('sh', ['-c', `${command} --format json | (sleep 1; cat)`], { cwd: root, env: cleanEnvironment(), maxBuffer: 1e9 }).toString()
    expect((JSON.parse(out) as { findings: unknown[] }).findings).toHaveLength(3000)
    const cut = execFileSync('sh', ['-c', `${command} --format json 2>&1 >/dev/null | cat; ${command} --format json 2>err | head -c 10`], { cwd: root, env: cleanEnvironment() }).toString()
    expect(cut).toBe('{\n  "versi')
    expect(readFileSync(path.join(root, 'err'), 'utf8')).toBe('')
  })

  it('honours NO_COLOR and FORCE_COLOR', () => {
    const root = createGitRepository(DRIFT)
    expect(run({ cwd: root, env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[31m')
    expect(run({ cwd: root, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out).not.toContain('\u001b')
    expect(run({ cwd: root }).out).not.toContain('\u001b')
  })

  it('explains what was read and what kept silent', () => {
    const root = createGitRepository({ ...CLEAN, 'quiet.md': '# Nothing\n', 'CHANGELOG.md': '# 1\n' })
    const { out } = run({ cwd: root }, 'check', '--explain')
    expect(out).toMatch(/no-broken-links +1 claim: 1 hold, 0 broken, 0 unknown/)
    expect(out).toMatch(/No rule found a claim in\n +quiet\.md/)
    expect(out).toMatch(/Set aside\n +CHANGELOG\.md +changelog/)
  })

  it('explains a rule, with or without prefix', () => {
    const root = createGitRepository(CLEAN)
    const { code, out } = run({ cwd: root }, 'explain', 'no-broken-links')
    expect(out).toContain('no-broken-links')
    expect(code).toBe(0)
    expect(run({ cwd: root }, 'explain', 'doc-lockdown/no-broken-links').out).toBe(out)
  })
})

describe('paths', () => {
  it('are meant and shown from the current folder', () => {
    const root = createGitRepository({ 'docs/guide/a.md': '[x](gone.md)\n', 'README.md': '[x](gone.md)\n' })
    const cwd = path.join(root, 'docs')
    expect(run({ cwd }, 'check', 'guide').out).toMatch(/^guide\/a\.md\n/)
    expect(run({ cwd }, 'check', '../README.md').out).toMatch(/^\.\.\/README\.md\n/)
    expect(run({ cwd }, 'check', path.join(root, 'README.md')).out).toMatch(/^\.\.\/README\.md\n/)
    expect(run({ cwd }, 'check', '--root', root, 'docs/**/*.md').out).toMatch(/^docs\/guide\/a\.md\n/)
  })

  it('a root that can not be read', () => {
    const root = createGitRepository(CLEAN)
    const locked = path.join(root, 'locked')
    mkdirSync(locked)
    chmodSync(locked, 0)
    const { code } = run({ cwd: root }, '--root', locked)
    // The superuser reads everything.
    expect(code).toBe(process.getuid?.() === 0 ? 0 : 2)
  })

  it('nothing is written into the repository', () => {
    const root = createGitRepository(DRIFT)
    const before = readdirSync(root).sort()
    run({ cwd: root })
    expect(readdirSync(root).sort()).toEqual(before)
    expect(existsSync(path.join(root, '.git/index.lock'))).toBe(false)
    writeFiles(root, {})
  })
})
