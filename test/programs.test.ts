/** Every small program under test/programs: what is marked is found, everything else stays silent; in ESLint as on the command line. */
import { ESLint, type Linter } from 'eslint'
import path from 'node:path'
import { parser } from 'typescript-eslint'
import { beforeEach, describe, expect, test } from 'vitest'
import { codeRules } from '../rules/index.ts'
import type { CodeRule } from '../src/core/code-rule.ts'
import { messageWithReceipt } from '../src/core/rule.ts'
import { languageOf } from '../src/core/source-file.ts'
import eslintPlugin from '../src/hosts/eslint/index.ts'
import { forgetRepositories } from '../src/hosts/living-repository.ts'
import { judgeProgram, programs, type Program } from './support/code-programs.ts'
import { temporaryFolder, writeFiles } from './support/checkout.ts'

beforeEach(forgetRepositories)

describe.each(programs())('$rule: $name', (program) => {
  const rule = codeRules.find(one => one.id === program.rule)

  test('is judged as marked', () => {
    const findings = judgeProgram(known(rule), program)

    expect([...new Set(findings.map(({ path: file, line }) => `${file}:${String(line)}`))].sort(), findings.map(({ message }) => message).join('\n')).toEqual(program.expected)
  })

  const code = Object.keys(program.files).filter(file => languageOf(file) === 'javascript')
  test.runIf(code.length > 0)('is judged the same in ESLint', async () => {
    const findings = judgeProgram(known(rule), program).filter(finding => code.includes(finding.path))
    const shown = findings.map(({ path: file, line, column, message, evidence }) => `${file}:${String(line)}:${String(column)} ${messageWithReceipt(message, evidence)}`)

    expect(await lint(program, code)).toEqual(shown.sort())
  })
})

function known(rule: CodeRule | undefined): CodeRule {
  if (rule === undefined) throw new Error('there is no such rule')
  return rule
}

async function lint(program: Program, code: readonly string[]): Promise<readonly string[]> {
  const cwd = temporaryFolder('program')
  writeFiles(cwd, program.files)
  const config: Linter.Config = {
    files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'], plugins: { 'doc-lockdown': eslintPlugin },
    settings: { 'doc-lockdown': { ...program.settings, minConfidence: 'low' } },
    rules: { [`doc-lockdown/${program.rule}`]: ['error', program.options] },
    languageOptions: { parser },
  }
  const eslint = new ESLint({ cwd, overrideConfigFile: true, warnIgnored: false, overrideConfig: [config] })
  const results = await eslint.lintFiles([...code])
  return results.flatMap(({ filePath, messages }) => messages.map(({ line, column, message }) => `${path.relative(cwd, filePath)}:${String(line)}:${String(column)} ${message}`)).sort()
}
