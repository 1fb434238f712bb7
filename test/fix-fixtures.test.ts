/** Every case under fixtures, fixed: nothing fixable is left, nothing new is found, and ESLint writes the same. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import { beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../src/config/load.ts'
import { isWanted, type FixChoice } from '../src/core/apply-fixes.ts'
import type { Finding } from '../src/core/finding.ts'
import { editedSource } from '../src/hosts/edited-source.ts'
import { runCheck, type CheckRun } from '../src/hosts/cli/check-run.ts'
import eslintPlugin from '../src/hosts/eslint/index.ts'
import { fixInPasses } from '../src/hosts/fix-passes.ts'
import { forgetRepositories } from '../src/hosts/living-repository.ts'
import { buildCase, fixtureCases } from './support/fixture-cases.ts'

beforeEach(forgetRepositories)

function judge(root: string, edited: ReadonlyMap<string, Buffer>): Promise<CheckRun> {
  return runCheck({ command: 'check', paths: [], flags: { root, cache: false } }, false, source => editedSource(source, edited))
}

async function fixedTexts(root: string, choice: FixChoice): Promise<{ readonly before: readonly Finding[], readonly edited: ReadonlyMap<string, Buffer>, readonly notices: readonly string[] }> {
  const { first, files, notices } = await fixInPasses(edited => judge(root, edited), choice)
  return { before: first.report.findings, edited: new Map(files.map(({ path: file, after }) => [file, after])), notices }
}

describe.each(fixtureCases())('$rule: $name', (fixture) => {
  test('after all fixes nothing fixable is left, and nothing is found that was not found before', async () => {
    const root = buildCase(fixture)
    const { before, edited, notices } = await fixedTexts(root, 'all')
    const after = (await judge(root, edited)).report.findings
    const known = new Set(before.map(told))

    expect(notices).toEqual([])
    expect(after.filter(({ fix }) => isWanted(fix, 'all'))).toEqual([])
    expect(after.filter(finding => !known.has(told(finding))).map(finding => `${finding.path}:${String(finding.line)} ${finding.message}`)).toEqual([])
    const answered = before.filter(({ fix }) => isWanted(fix, 'all')).length
    expect(after.length).toBeLessThanOrEqual(before.length - Math.min(answered, 1))
  })

  test('ESLint writes the same text for what is certain', async () => {
    const root = buildCase(fixture)
    const { edited } = await fixedTexts(root, 'safe')
    const documents = [...edited.keys()].filter(file => /\.(?:md|markdown)$/.test(file))
    const { config } = await loadConfig(root)
    const eslint = new ESLint({ cwd: root, fix: true, overrideConfigFile: true, warnIgnored: false, overrideConfig: eslintPlugin.configure({ ...config, cwd: root }) })
    const results = documents.length === 0 ? [] : await eslint.lintFiles(documents)

    for (const { filePath, output } of results) {
      expect(output ?? readFileSync(filePath, 'utf8')).toBe(edited.get(path.relative(root, filePath))?.toString('utf8'))
    }
    expect(results).toHaveLength(documents.length)
  })
})

/** A finding without its place, which edits move. */
function told({ path: file, rule, messageId, message }: Finding): string {
  return `${file} ${rule} ${messageId} ${message}`
}
