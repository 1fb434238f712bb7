/** Hooks that `init` writes, in real repositories: a second run writes nothing, and commits are refused by what it wrote. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { CHECK, DOCUMENTS, install, NPM, read, snapshot } from '../../support/adopting.ts'
import { useCommand } from '../../support/command.ts'
import { cleanEnvironment, commitFiles, createGitRepository, runGit, temporaryFolder, writeFiles } from '../../support/git-repository.ts'

const command = useCommand()
const { run } = command

/** Moves what a document names, and commits that. */
function commitRename(root: string): { readonly code: number | null, readonly said: string } {
  renameSync(path.join(root, 'src/main.ts'), path.join(root, 'src/entry.ts'))
  runGit(root, 'add', '-A')
  const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', 'rename'], { cwd: root, env: cleanEnvironment({ DOC_LOCKDOWN_CACHE: command.cache }), encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

function expectRefusal(root: string): void {
  install(root, command.entry)
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
    install(root, command.entry)
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
