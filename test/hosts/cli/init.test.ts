/** `init` in real repositories: what it writes, that a second run writes nothing, and that commits are refused by what it wrote. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseJsonc } from 'jsonc-parser'
import { describe, expect, it, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { validateConfig } from '../../../src/config/validate.ts'
import { useCommand } from '../../support/command.ts'
import { cleanEnvironment, commitFiles, createGitRepository, runGit, temporaryFolder, writeFiles } from '../../support/git-repository.ts'

const command = useCommand()
const { run } = command

const DOCUMENTS = { 'README.md': '# A\n\nThe entry is `src/main.ts`.\n', 'src/main.ts': 'export const main = 1\n', '.gitignore': 'node_modules/\n' }
const NPM = { 'package.json': '{\n  "name": "a",\n  "devDependencies": {}\n}\n', 'package-lock.json': '{}\n' }
const CHECK = 'node_modules/.bin/doc-lockdown check --staged'

function read(root: string, file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

/** Everything that is there and what it says, `.git/hooks` included. */
function snapshot(root: string): string {
  const hook = path.join(root, '.git/hooks/pre-commit')
  const files = runGit(root, 'ls-files', '-co', '--exclude-standard').split('\n')
  return [...files.map(file => `${file}\n${read(root, file)}`), existsSync(hook) ? readFileSync(hook, 'utf8') : ''].join('\n')
}

/** Puts a binary where package managers put it. */
function install(root: string): void {
  const binary = path.join(root, 'node_modules/.bin/doc-lockdown')
  mkdirSync(path.dirname(binary), { recursive: true })
  writeFileSync(binary, `#!/bin/sh\nexec "${process.execPath}" "${command.entry}" "$@"\n`, { mode: 0o755 })
}

/** Moves what a document names, and commits that. */
function commitRename(root: string): { readonly code: number | null, readonly said: string } {
  renameSync(path.join(root, 'src/main.ts'), path.join(root, 'src/entry.ts'))
  runGit(root, 'add', '-A')
  const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', 'rename'], { cwd: root, env: cleanEnvironment({ DOC_LOCKDOWN_CACHE: command.cache }), encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

function expectRefusal(root: string): void {
  install(root)
  const before = runGit(root, 'rev-parse', 'HEAD')
  const { code, said } = commitRename(root)
  expect(said).toContain('`src/main.ts` does not exist any more')
  expect(code).toBe(1)
  expect(runGit(root, 'rev-parse', 'HEAD')).toBe(before)
}

describe('hooks', () => {
  interface Case {
    readonly name: string
    readonly files: Readonly<Record<string, string>>
    readonly prepare?: (root: string) => void
    /** The file that was changed, and what it says then. */
    readonly file: string
    readonly text: string
    /** Whether git itself can run it here. */
    readonly runs?: boolean
  }
  const useHooks = (folder: string) => (root: string): void => { runGit(root, 'config', 'core.hooksPath', folder) }
  const executable = (file: string) => (root: string): void => { chmodSync(path.join(root, file), 0o755) }

  const cases: readonly Case[] = [
    { name: 'none: a script of git', files: NPM, file: '.git/hooks/pre-commit', text: `#!/bin/sh\n${CHECK}\n`, runs: true },
    {
      name: 'a script of git that is there', files: NPM, runs: true,
      prepare: (root) => { writeFileSync(path.join(root, '.git/hooks/pre-commit'), '#!/bin/bash\n# keep\ntrue\n', { mode: 0o755 }) },
      file: '.git/hooks/pre-commit', text: `#!/bin/bash\n# keep\n${CHECK} || exit 1\ntrue\n`,
    },
    {
      name: 'a folder that core.hooksPath names', files: { ...NPM, '.githooks/pre-commit': '#!/bin/sh\nset -e\ntrue\n' }, runs: true,
      prepare: (root) => {
        executable('.githooks/pre-commit')(root)
        useHooks('.githooks')(root)
      },
      file: '.githooks/pre-commit', text: `#!/bin/sh\nset -e\ntrue\n${CHECK}\n`,
    },
    { name: 'a folder that core.hooksPath names, without such a hook', files: { ...NPM, 'tools/hooks/pre-push': '#!/bin/sh\n' }, prepare: useHooks('tools/hooks'), file: 'tools/hooks/pre-commit', text: `#!/bin/sh\n${CHECK}\n`, runs: true },
    { name: 'a folder that nothing names yet', files: { ...NPM, '.githooks/pre-push': '#!/bin/sh\n' }, file: '.githooks/pre-commit', text: `#!/bin/sh\n${CHECK}\n` },
    {
      name: 'husky 9', files: { ...NPM, '.husky/pre-commit': 'true' }, runs: true,
      prepare: (root) => {
        // What husky writes when it is installed.
        writeFiles(root, { '.husky/_/.gitignore': '*', '.husky/_/pre-commit': '#!/usr/bin/env sh\nsh -e .husky/pre-commit "$@"\nexit $?\n' })
        executable('.husky/_/pre-commit')(root)
        useHooks('.husky/_')(root)
      },
      file: '.husky/pre-commit', text: `true\n${CHECK}\n`,
    },
    {
      name: 'husky 8, its first hook', files: { ...NPM, '.husky/commit-msg': '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\ntrue\n' },
      file: '.husky/pre-commit', text: `#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\n${CHECK}\n`,
    },
    { name: 'husky 9 without hooks', files: { ...NPM, 'package.json': '{ "scripts": { "prepare": "husky" }, "devDependencies": { "husky": "^9.1.0" } }\n' }, file: '.husky/pre-commit', text: `${CHECK}\n` },
    { name: 'husky in a folder', files: { 'web/package.json': '{ "devDependencies": { "husky": "^9.0.0" } }\n', 'web/.husky/pre-commit': 'cd web && npm test\n' }, file: 'web/.husky/pre-commit', text: 'cd web && npm test\ndoc-lockdown check --staged\n' },
    { name: 'husky in test data only', files: { ...NPM, 'fixtures/app/package.json': '{ "devDependencies": { "husky": "^9.0.0" } }\n', 'fixtures/app/.husky/pre-commit': 'true\n' }, file: '.git/hooks/pre-commit', text: `#!/bin/sh\n${CHECK}\n` },
    { name: 'simple-git-hooks in a file of its own', files: { ...NPM, '.simple-git-hooks.json': '{\n  "pre-push": "a"\n}\n' }, file: '.simple-git-hooks.json', text: `{\n  "pre-push": "a",\n  "pre-commit": "${CHECK}"\n}\n` },
    { name: 'lefthook with jobs', files: { ...NPM, '.config/lefthook.yml': 'pre-commit:\n  jobs:\n    - run: a\n' }, file: '.config/lefthook.yml', text: `pre-commit:\n  jobs:\n    - run: a\n    - name: doc-lockdown\n      run: ${CHECK}\n` },
    { name: 'Vite+', files: { ...NPM, '.vite-hooks/pre-commit': 'vp staged\n' }, file: '.vite-hooks/pre-commit', text: `vp staged\n${CHECK}\n` },
    {
      name: 'lefthook', files: { ...NPM, 'lefthook.yml': '# ours\r\npre-commit:\r\n  commands:\r\n    lint:\r\n      run: eslint . # slow\r\n' },
      file: 'lefthook.yml', text: `# ours\r\npre-commit:\r\n  commands:\r\n    lint:\r\n      run: eslint . # slow\r\n    doc-lockdown:\r\n      run: ${CHECK}\r\n`,
    },
    {
      name: 'simple-git-hooks', files: { 'package.json': '{\n\t"name": "a",\n\t"simple-git-hooks": {\n\t\t"pre-commit": "npx lint-staged"\n\t}\n}\n' },
      file: 'package.json', text: `{\n\t"name": "a",\n\t"simple-git-hooks": {\n\t\t"pre-commit": "npx lint-staged && ${CHECK}"\n\t}\n}\n`,
    },
    {
      name: 'the pre-commit framework', files: { ...NPM, '.pre-commit-config.yaml': 'repos:\n- repo: https://example.com/a\n  rev: v1 # pinned\n  hooks:\n  - id: a\n' },
      file: '.pre-commit-config.yaml', text: `repos:\n- repo: https://example.com/a\n  rev: v1 # pinned\n  hooks:\n  - id: a\n- repo: local\n  hooks:\n  - id: doc-lockdown\n    name: doc-lockdown\n    entry: ${CHECK}\n    language: system\n    pass_filenames: false\n    always_run: true\n`,
    },
    { name: 'a package of Yarn that is not unpacked', files: { 'package.json': '{ "packageManager": "yarn@4.5.0" }\n', 'yarn.lock': '' }, file: '.git/hooks/pre-commit', text: '#!/bin/sh\nyarn doc-lockdown check --staged\n' },
    { name: 'no package', files: {}, file: '.git/hooks/pre-commit', text: '#!/bin/sh\ndoc-lockdown check --staged\n' },
  ]

  test.each(cases)('$name', ({ files, prepare, file, text, runs }) => {
    const root = createGitRepository({ ...DOCUMENTS, ...files })
    prepare?.(root)

    const first = run({ cwd: root }, 'init')

    expect(first.err).toBe('')
    expect(first.code).toBe(0)
    expect(read(root, file)).toBe(text)
    expect(first.out).toContain(file)
    if (file.endsWith('/pre-commit') && files[file] === undefined && !text.startsWith('node_modules')) expect(statSync(path.join(root, file)).mode & 0o111).toBe(0o111)

    const before = snapshot(root)
    const second = run({ cwd: root }, 'init')
    expect(snapshot(root)).toBe(before)
    expect(second.out).toContain('Nothing to write.')
    expect(second.code).toBe(0)

    if (runs === true) expectRefusal(root)
  })

  test('the written commands of configured managers refuse a commit', () => {
    const root = createGitRepository({ ...DOCUMENTS, 'package.json': '{ "simple-git-hooks": { "pre-commit": "true" } }\n' })
    run({ cwd: root }, 'init')
    const { 'simple-git-hooks': { 'pre-commit': hook } } = JSON.parse(read(root, 'package.json')) as { 'simple-git-hooks': { 'pre-commit': string } }
    // As simple-git-hooks writes it.
    writeFileSync(path.join(root, '.git/hooks/pre-commit'), `#!/bin/sh\n\n${hook}`, { mode: 0o755 })

    expectRefusal(root)
  })

  it('lets a commit pass that breaks nothing', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM })
    run({ cwd: root }, 'init')
    install(root)
    commitFiles(root, { 'src/other.ts': 'export {}\n' }, 'harmless')
    expect(runGit(root, 'log', '-1', '--format=%s')).toBe('harmless')
  })

  it('says that husky is not set up in this clone, so that nobody waits for its hooks', () => {
    const root = createGitRepository({ ...DOCUMENTS, 'web/package.json': '{ "devDependencies": { "husky": "^9.0.0" } }\n', 'web/.husky/pre-commit': 'true\n' })

    expect(run({ cwd: root }, 'init', '--dry-run').err).toContain('Let git run the hooks of husky, which it does not in this clone: install the packages of web/.')
    runGit(root, 'config', 'core.hooksPath', 'web/.husky/_')
    expect(run({ cwd: root }, 'init').out).not.toContain('Let git run')
  })

  it('goes to the manager that git obeys, and says which was passed over', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, '.husky/pre-commit': 'true\n', '.pre-commit-config.yaml': 'repos: []\n' })
    const { out } = run({ cwd: root }, 'init')
    expect(read(root, '.husky/pre-commit')).toContain(CHECK)
    expect(read(root, '.pre-commit-config.yaml')).toBe('repos: []\n')
    expect(out).toContain('husky was taken, before the pre-commit framework')
  })

  it('installs itself where the pre-commit framework also runs in CI', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM, '.pre-commit-config.yaml': 'repos: []\nci: {}\n' })
    run({ cwd: root }, 'init')
    expect(parseYaml(read(root, '.pre-commit-config.yaml'))).toMatchObject({ repos: [{ repo: 'local', hooks: [{ language: 'node', entry: 'doc-lockdown check --staged' }] }] })
  })

  test.each([
    ['husky 4', { 'package.json': '{ "husky": { "hooks": { "pre-commit": "true" } } }\n' }, 'package.json has hooks of husky 4'],
    ['a config that is code', { 'package.json': '{}', 'simple-git-hooks.cjs': 'module.exports = {}\n' }, "simple-git-hooks.cjs can't be edited safely"],
    ['another language', { ...NPM, '.husky/pre-commit': '#!/usr/bin/env python3\n' }, ".husky/pre-commit can't be edited safely"],
  ])('prints the line for a person: %s', (_name, files, sentence) => {
    const root = createGitRepository({ ...DOCUMENTS, ...files })
    const { out } = run({ cwd: root }, 'init')
    expect(out).toContain(sentence)
    expect(out).toContain(`\n       ${CHECK}\n`)
    expect(runGit(root, 'diff', '--stat')).toBe('')
    expect(existsSync(path.join(root, '.git/hooks/pre-commit'))).toBe(false)
  })

  it('writes nothing where core.hooksPath leads out of the checkout', () => {
    const [root, outside] = [createGitRepository({ ...DOCUMENTS, ...NPM }), temporaryFolder()]
    runGit(root, 'config', 'core.hooksPath', outside)
    expect(run({ cwd: root }, 'init').out).toContain('core.hooksPath leads out of this checkout')
    expect(existsSync(path.join(outside, 'pre-commit'))).toBe(false)
  })

  it('does not switch on a hook that is switched off', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM })
    writeFileSync(path.join(root, '.git/hooks/pre-commit'), '#!/bin/sh\ntrue\n', { mode: 0o644 })
    expect(run({ cwd: root }, 'init').out).toContain('.git/hooks/pre-commit is not executable')
    expect(statSync(path.join(root, '.git/hooks/pre-commit')).mode & 0o111).toBe(0)
  })

  it('is at home in a linked work tree', () => {
    const root = createGitRepository({ ...DOCUMENTS, ...NPM })
    const linked = path.join(temporaryFolder(), 'linked')
    runGit(root, 'worktree', 'add', '-q', linked)
    run({ cwd: linked }, 'init')
    expect(read(root, '.git/hooks/pre-commit')).toContain(CHECK)
    expect(existsSync(path.join(linked, 'doc-lockdown.config.jsonc'))).toBe(true)
  })
})

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
