/** `init` in real repositories: the configuration, CI, choices and mistakes; its hooks are in init-hooks.test.ts. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { parse as parseJsonc } from 'jsonc-parser'
import { describe, expect, it, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { validateConfig } from '../../../src/config/validate.ts'
import { CHECK, DOCUMENTS, NPM, read, snapshot } from '../../support/adopting.ts'
import { useCommand } from '../../support/command.ts'
import { createGitRepository, runGit, temporaryFolder, writeFiles } from '../../support/git-repository.ts'

const command = useCommand()
const { run } = command

describe('the configuration', () => {
  const RICH = {
    ...DOCUMENTS, ...NPM,
    'docs/ops/promotion.md': '# Promotion protocol\n\nRun `src/main.ts`.\n',
    'docs/ops/(new) mutations.md': '# Mutation contract\n\n## Allowed mutation scripts\n\n1. `scripts/fix.ts`\n',
    'docs/runbooks/README.md': '# Runbooks\n',
    'docs/runbooks/disk.md': '# Disk is full\n',
    'docs/wire.md': '# Wire protocol\n',
    'lib/foreign/README.md': '# F\n\nSee `src/nowhere.ts`.\n', 'lib/foreign/a.js': '', 'lib/own/README.md': '# O\n',
    '.gitattributes': 'lib/foreign/** linguist-vendored\n',
    'scripts/fix.ts': 'export {}\n',
  }

  it('has what is true of the repository, and nothing else', () => {
    const root = createGitRepository({ ...RICH, 'docs/ops/contract.md': RICH['docs/ops/(new) mutations.md'] })
    const { out } = run({ cwd: root }, 'init')
    const config = parseJsonc(read(root, 'doc-lockdown.config.jsonc')) as unknown
    expect(validateConfig(config, 'it')).toEqual({
      $schema: './node_modules/doc-lockdown/dist/schema.json',
      ignore: ['lib/foreign/**'],
      strict: ['docs/ops/contract.md', 'docs/ops/promotion.md'],
      settings: { contract: 'docs/ops/contract.md' },
    })
    expect(read(root, 'doc-lockdown.config.jsonc')).toContain('//   "strict": ["docs/runbooks/disk.md"]')
    expect(out).toContain('npx doc-lockdown freeze')
    expect(run({ cwd: root }, 'check').err).toBe('')
  })

  it('is small where there is nothing to say', () => {
    const root = createGitRepository(DOCUMENTS)
    run({ cwd: root }, 'init')
    expect(parseJsonc(read(root, 'doc-lockdown.config.jsonc'))).toEqual({})
  })

  test.each([
    ['doc-lockdown.config.ts', { 'doc-lockdown.config.ts': 'export default {}\n' }],
    ['package.json', { 'package.json': '{ "doc-lockdown": {} }\n' }],
  ])('is never written beside another: %s', (name, files) => {
    const root = createGitRepository({ ...DOCUMENTS, ...files })
    expect(run({ cwd: root }, 'init').out).toContain(`${name} configures doc-lockdown already.`)
    expect(existsSync(path.join(root, 'doc-lockdown.config.jsonc'))).toBe(false)
  })

  it('says how many findings there are today', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, 'docs/a.md': 'See [b](b.md) and [c](c.md).\n' })
    expect(run({ cwd: root }, 'init').out).toContain('Look at the 2 findings of today: npx doc-lockdown check.')
  })
})

describe('CI', () => {
  it('is a workflow that only reads, with the whole history, the pins and the package manager of the repository', () => {
    const root = createGitRepository({
      ...DOCUMENTS, 'package.json': '{ "packageManager": "pnpm@10.0.0" }\n', 'pnpm-lock.yaml': '', '.nvmrc': 'v22.14.0\n',
      '.github/workflows/docs.yaml': 'on: push\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@0123456789012345678901234567890123456789 # v9\n',
    })
    const { out } = run({ cwd: root }, 'init')
    expect(read(root, '.github/workflows/docs.yaml')).not.toContain('doc-lockdown')
    const text = read(root, '.github/workflows/doc-lockdown.yaml')
    expect(text).toContain('actions/checkout@0123456789012345678901234567890123456789 # v9\n')
    const { permissions, on, jobs } = parseYaml(text) as { permissions: unknown, on: unknown, jobs: Record<string, { steps: unknown[] }> }
    expect(permissions).toEqual({ contents: 'read' })
    expect(on).toEqual({ pull_request: null, push: { branches: ['main'] } })
    expect(jobs['doc-lockdown']?.steps).toMatchObject([
      { with: { 'fetch-depth': 0, 'persist-credentials': false } },
      { uses: expect.stringMatching(/^pnpm\/action-setup@/) as string },
      { uses: expect.stringMatching(/^actions\/setup-node@/) as string, with: { 'node-version-file': '.nvmrc', 'cache': 'pnpm' } },
      { run: 'pnpm install --frozen-lockfile' },
      { run: 'node_modules/.bin/doc-lockdown check --format github' },
    ])
    expect(out).toContain('Actions are named by commits here; do so for pnpm/action-setup and actions/setup-node')
  })

  test.each([
    ['npm', { 'package-lock.json': '{}' }, 'npm ci'],
    ['npm without a lock file', {}, 'npm install'],
    ['yarn 1', { 'yarn.lock': '# yarn lockfile v1\n' }, 'yarn install --frozen-lockfile'],
    ['yarn', { 'yarn.lock': '', '.yarnrc.yml': 'nodeLinker: node-modules\n' }, 'yarn install --immutable'],
    ['bun', { 'bun.lock': '{}' }, 'bun install --frozen-lockfile'],
  ])('installs with %s', (_name, files, wanted) => {
    const root = createGitRepository({ ...DOCUMENTS, 'package.json': '{}', '.github/CODEOWNERS': '', ...files })
    run({ cwd: root }, 'init')
    expect(read(root, '.github/workflows/docs.yml')).toContain(`\n      - run: ${wanted}\n`)
  })

  it('does not take a version of Node on which nothing would run', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, '.nvmrc': '18\n', '.github/CODEOWNERS': '' })
    run({ cwd: root }, 'init')
    expect(read(root, '.github/workflows/docs.yml')).toContain('node-version: lts/*')
  })

  it('names an action by a version that still runs', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v2\n      - uses: actions/setup-node@v5\n' })
    run({ cwd: root }, 'init')
    const text = read(root, '.github/workflows/docs.yml')
    expect(text).toMatch(/actions\/checkout@v[4-9]/)
    expect(text).toContain('actions/setup-node@v5\n')
  })

  it('runs for the branch that the remote has as its own', () => {
    const origin = createGitRepository({ ...DOCUMENTS, ...NPM, '.github/CODEOWNERS': '' })
    runGit(origin, 'checkout', '-q', '-b', 'release/2')
    const clone = path.join(temporaryFolder(), 'clone')
    runGit(origin, 'clone', '-q', origin, clone)
    runGit(clone, 'checkout', '-q', '-b', 'topic')
    run({ cwd: clone }, 'init')
    expect(read(clone, '.github/workflows/docs.yml')).toContain('branches: [release/2]')
  })

  test.each([
    ['by itself', 'node_modules/.bin/doc-lockdown check'],
    ['by a script', 'pnpm run docs:check'],
  ])('is left alone when it runs the check already: %s', (_name, step) => {
    const root = createGitRepository({ ...DOCUMENTS, 'package.json': '{ "scripts": { "docs:check": "doc-lockdown check" } }\n', '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n      - run: ${step}\n` })
    expect(run({ cwd: root }, 'init').out).toContain('.github/workflows/ci.yml runs it in CI already.')
    expect(existsSync(path.join(root, '.github/workflows/docs.yml'))).toBe(false)
  })

  test.each([
    ['.gitlab-ci.yml', 'GIT_DEPTH: "0"'],
    ['.circleci/config.yml', 'method: full'],
    ['Jenkinsfile', 'shallow: false'],
  ])('of another kind is told in words: %s', (file, hint) => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, [file]: 'a: 1\n' })
    const { out } = run({ cwd: root }, 'init')
    expect(out).toContain(`(${file}; ${hint}`)
    expect(read(root, file)).toBe('a: 1\n')
    expect(existsSync(path.join(root, '.github'))).toBe(false)
  })
})

describe('choices and mistakes', () => {
  it('writes nothing in a dry run and prints a diff that git takes', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, '.husky/pre-commit': 'true', '.github/CODEOWNERS': '' })
    const before = snapshot(root)
    const { code, out, err } = run({ cwd: root }, 'init', '--dry-run')
    expect(code).toBe(0)
    expect(snapshot(root)).toBe(before)
    expect(err).toContain('.husky/pre-commit')
    execFileSync('git', ['apply', '-'], { cwd: root, input: out })
    const applied = snapshot(root)
    runGit(root, 'stash', '-q', '-u')
    run({ cwd: root }, 'init')
    expect(snapshot(root)).toBe(applied)
  })

  it('leaves out what is not wanted', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, '.github/CODEOWNERS': '' })
    run({ cwd: root }, 'init', '--no-hook', '--no-ci')
    expect(runGit(root, 'status', '--short')).toBe('?? doc-lockdown.config.jsonc')
    expect(existsSync(path.join(root, '.git/hooks/pre-commit'))).toBe(false)
  })

  it('works on the whole repository from a folder in it', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM })
    run({ cwd: path.join(root, 'src') }, 'init')
    expect(existsSync(path.join(root, 'doc-lockdown.config.jsonc'))).toBe(true)
    expect(existsSync(path.join(root, 'src/doc-lockdown.config.jsonc'))).toBe(false)
  })

  it('follows no link out of the checkout', () => {
    const [root, outside] = [createGitRepository({ ...DOCUMENTS, ...NPM }), temporaryFolder()]
    mkdirSync(path.join(root, '.github'))
    symlinkSync(outside, path.join(root, '.github/workflows'))
    writeFiles(root, { '.github/CODEOWNERS': '' })
    const { code, err } = run({ cwd: root }, 'init')
    expect(err).toBe('doc-lockdown: .github/workflows/docs.yml was not written: it would lie behind a link that leads out of the checkout. Put it in order and run "doc-lockdown init" again, or leave it out with --no-hook or --no-ci.\n')
    expect(code).toBe(2)
    expect(existsSync(path.join(outside, 'docs.yml'))).toBe(false)
  })

  it('writes over no file, not even one that git ignores', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, '.gitignore': 'docs.yml\n', '.github/CODEOWNERS': '' })
    writeFiles(root, { '.github/workflows/docs.yml': 'mine\n' })
    const { code, err } = run({ cwd: root }, 'init')
    expect(err).toContain('.github/workflows/docs.yml was not written: something is there already.')
    expect(code).toBe(2)
    expect(read(root, '.github/workflows/docs.yml')).toBe('mine\n')
  })

  it('says when it may not write', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM })
    chmodSync(root, 0o555)
    const { code, err } = run({ cwd: root }, 'init')
    chmodSync(root, 0o755)
    expect(err).toBe('doc-lockdown: doc-lockdown.config.jsonc can\'t be written (its folder is read-only). Make the file and its folder writable and run "doc-lockdown init" again.\n')
    expect(code).toBe(2)
  })

  it('goes on where it had to stop', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, '.husky/pre-commit': 'true\n' })
    chmodSync(path.join(root, '.husky/pre-commit'), 0o444)
    expect(run({ cwd: root }, 'init').err).toContain(".husky/pre-commit can't be written (it is read-only)")
    chmodSync(path.join(root, '.husky/pre-commit'), 0o644)
    expect(run({ cwd: root }, 'init').code).toBe(0)
    expect(read(root, '.husky/pre-commit')).toBe(`true\n${CHECK}\n`)
  })

  test.each([
    ['init in a bare repository', 'init', [], /is a bare repository/, true],
    ['paths', 'init', ['docs'], /init is about a whole repository/, false],
    ['a flag of check', 'init', ['--staged'], /init has no use for --staged/, false],
    ['a format', 'init', ['--format', 'json'], /init has no use for --format/, false],
    ['a choice of init', 'check', ['--no-hook'], /--no-hook is a choice of init/, false],
  ])('%s is refused in one sentence', (_name, name, args, message, bare) => {
    const root = bare ? temporaryFolder() : createGitRepository(DOCUMENTS)
    if (bare) runGit(root, 'init', '-q', '--bare')
    const { code, out, err } = run({ cwd: root }, name, ...args)
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(out).toBe('')
    expect(code).toBe(2)
  })

  it('needs a repository', () => {
    const { code, err } = run({ cwd: temporaryFolder(), env: { GIT_CEILING_DIRECTORIES: '/' } }, 'init')
    expect(err).toContain('is not inside a git repository')
    expect(code).toBe(2)
  })

  it('works before the first commit', () => {
    const root = createGitRepository()
    writeFiles(root, { 'README.md': '# A\n' })
    expect(run({ cwd: root }, 'init').out).toContain('Found 1 document,')
    rmSync(path.join(root, 'README.md'))
    expect(run({ cwd: root }, 'init').code).toBe(0)
  })
})
