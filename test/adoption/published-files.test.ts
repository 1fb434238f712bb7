/** The files by which other tools start ours: `action.yml` and `.pre-commit-hooks.yaml`. */
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { NODE_RANGE } from '../../src/adoption/workflow-file.ts'
import manifest from '../../package.json' with { type: 'json' }
import { cleanEnvironment, commitFiles, createGitRepository, runGit, temporaryFolder, writeFiles } from '../support/git-repository.ts'

const ROOT = path.join(import.meta.dirname, '../..')

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string, readonly default: string }>>
  readonly runs: { readonly using: string, readonly steps: readonly { readonly run: string, readonly shell: string, readonly env: Readonly<Record<string, string>> }[] }
}

test('the versions of Node in a workflow are those of the package', () => {
  expect(NODE_RANGE).toBe(manifest.engines.node)
})

describe('.pre-commit-hooks.yaml', () => {
  it('runs at every commit, whatever changed, with what npm installs', () => {
    const [hook, ...others] = parse(readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as unknown[]
    expect(others).toEqual([])
    expect(hook).toEqual({
      id: 'doc-lockdown', name: 'doc-lockdown', description: expect.any(String) as string,
      entry: `${Object.keys(manifest.bin)[0] ?? ''} check --staged`, language: 'node', pass_filenames: false, always_run: true,
    })
  })

  it('finds a build, and a package whose name is all that is printed', () => {
    expect(manifest.scripts.prepare).toBe('jiti build.config.ts --if-missing')
    expect(readFileSync(path.join(ROOT, '.npmrc'), 'utf8')).toMatch(/^foreground-scripts=false$/m)
  })
})

describe('action.yml', () => {
  const { inputs, runs } = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Action
  const [step] = runs.steps
  // It says what it was given, a line for each word.
  const spy = '#!/bin/sh\nprintf "%s\\n" "$0" "$@"\nexit 3\n'

  function runStep(cwd: string, variables: Readonly<Record<string, string>>): { readonly lines: readonly string[], readonly code: number | null } {
    const { stdout, status } = spawnSync('bash', ['-c', step?.run ?? ''], { cwd, env: cleanEnvironment({ ARGUMENTS: '', VERSION: 'latest', ...variables }), encoding: 'utf8' })
    return { lines: stdout.trim().split('\n'), code: status }
  }

  function installed(): string {
    const root = createGitRepository({ 'docs/a.md': '' })
    writeFiles(root, { 'node_modules/.bin/doc-lockdown': spy })
    chmodSync(path.join(root, 'node_modules/.bin/doc-lockdown'), 0o755)
    return root
  }

  it('is one step of bash that takes its inputs as variables', () => {
    expect(runs.using).toBe('composite')
    expect(runs.steps).toHaveLength(1)
    expect(step?.shell).toBe('bash')
    expect(step?.run).not.toContain('${{')
    expect(Object.values(step?.env ?? {}).map(value => /inputs\.([\w-]+)/.exec(value)?.[1])).toEqual(['arguments', 'version'])
    for (const { description } of Object.values(inputs)) expect(description).toMatch(/^[A-Z].*\.$/)
  })

  it('takes the installed command from any folder, and gives its exit code', () => {
    const root = installed()
    expect(runStep(path.join(root, 'docs'), {})).toEqual({ lines: [path.join(root, 'node_modules/.bin/doc-lockdown'), 'check', '--format', 'github'], code: 3 })
  })

  it('splits arguments as a shell does and runs nothing of them', () => {
    const { lines } = runStep(installed(), { ARGUMENTS: 'docs "my notes/*.md"\n--max-warnings 0 $(touch x) `id`;' })
    expect(lines.slice(4)).toEqual(['docs', 'my notes/*.md', '--max-warnings', '0', '$(touch', 'x)', '`id`;'])
  })

  it('fetches the version that was asked for where none is installed', () => {
    const root = createGitRepository({ 'a.md': '' })
    const programs = temporaryFolder()
    writeFiles(programs, { npx: spy })
    chmodSync(path.join(programs, 'npx'), 0o755)
    expect(runStep(root, { VERSION: '1.2.3', PATH: `${programs}${path.delimiter}${process.env['PATH'] ?? ''}` }).lines.slice(1))
      .toEqual(['--yes', 'doc-lockdown@1.2.3', 'check', '--format', 'github'])
  })

  it('warns of a shallow clone, where moved files can not be told', () => {
    const origin = createGitRepository({ 'a.md': '' })
    commitFiles(origin, { 'b.md': '' })
    const clone = path.join(temporaryFolder(), 'clone')
    runGit(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, clone)
    writeFiles(clone, { 'node_modules/.bin/doc-lockdown': spy })
    chmodSync(path.join(clone, 'node_modules/.bin/doc-lockdown'), 0o755)
    expect(runStep(clone, {}).lines[0]).toMatch(/^::warning title=doc-lockdown::.*fetch-depth: 0/)
    expect(runStep(installed(), {}).lines.join('\n')).not.toContain('::warning')
  })
})
