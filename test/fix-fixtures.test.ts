/** Every case under fixtures, fixed: nothing fixable is left, nothing new is found, and ESLint writes the same. */
import path from 'node:path'
import { ESLint } from 'eslint'
import { beforeEach, describe, expect, test } from 'vitest'
import { BASELINE_FILE } from '../src/baseline/baseline.ts'
import { loadConfig } from '../src/config/load.ts'
import { isWanted } from '../src/core/apply-fixes.ts'
import type { Finding } from '../src/core/finding.ts'
import { editedSource } from '../src/hosts/edited-source.ts'
import { runCheck, type CheckRun } from '../src/hosts/cli/check-run.ts'
import eslintPlugin from '../src/hosts/eslint/index.ts'
import { fixInPasses } from '../src/hosts/fix-passes.ts'
import { forgetRepositories } from '../src/hosts/living-repository.ts'
import { buildCase, fixtureCases } from './support/fixture-cases.ts'

beforeEach(forgetRepositories)

function judge(root: string, edited: ReadonlyMap<string, Buffer>): Promise<CheckRun> {
  return runCheck({ command: 'check', paths: [], targets: [], flags: { root, cache: false } }, false, source => editedSource(source, edited))
}

describe.each(fixtureCases())('$rule: $name', (fixture) => {
  test('nothing fixable is left, nothing is found that was not found before, and ESLint writes the same for what is certain', async () => {
    const root = buildCase(fixture)
    const { first, files, notices } = await fixInPasses(edited => judge(root, edited), 'all')
    const before = first.report.findings
    const after = files.length === 0 ? before : (await judge(root, new Map(files.map(file => [file.path, file.after])))).report.findings
    const known = new Set(before.map(told))

    expect(notices).toEqual([])
    expect(after.filter(({ fix }) => isWanted(fix, 'all'))).toEqual([])
    // Entries of the baseline are in vain when what they know is fixed; the command takes them out in the same run.
    expect(after.filter(finding => finding.path !== BASELINE_FILE && !known.has(told(finding))).map(told)).toEqual([])
    expect(after.length).toBeLessThanOrEqual(before.length - files.length)

    if (before.some(({ fix }) => isWanted(fix, 'safe'))) await expectSameOfEslint(root)
  })
})

async function expectSameOfEslint(root: string): Promise<void> {
  const { files } = await fixInPasses(edited => judge(root, edited), 'safe')
  // ESLint's own parser knows no MDX.
  const edited = new Map(files.filter(({ path: file }) => /\.(?:md|markdown)$/.test(file)).map(({ path: file, after }) => [file, after.toString('utf8')]))
  const { config } = await loadConfig(root)
  const eslint = new ESLint({ cwd: root, fix: true, overrideConfigFile: true, warnIgnored: false, overrideConfig: eslintPlugin.configure({ ...config, cwd: root }) })
  const results = edited.size === 0 ? [] : await eslint.lintFiles([...edited.keys()])

  expect(files.length).toBeGreaterThan(0)
  expect(new Map(results.map(({ filePath, output }) => [path.relative(root, filePath), output]))).toEqual(edited)
}

/** A finding without its place, which edits move. */
function told({ path: file, rule, messageId, message }: Finding): string {
  return `${file} ${rule} ${messageId} ${message}`
}
