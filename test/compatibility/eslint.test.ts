/** Every ESLint that we say we work in. */
import { describe, expect, test } from 'vitest'
import { configureProject, ofCommand, ofEslint } from './support/findings.ts'
import { IN_DOCUMENTS, IN_SCRIPTS } from './support/planted.ts'
import { ESLINT_CONFIG, eslintPackages, useProject } from './support/project.ts'

/** `moduleResolution`, and the `module` that goes with it. */
const RESOLUTIONS = { bundler: 'esnext', nodenext: 'nodenext' }

/** A program that uses every entry point, and means what it says: an unused `@ts-expect-error` is an error. */
const CONSUMER = `import docLockdown, { type ConfigureOptions, type DocLockdownPlugin } from 'doc-lockdown'
import { check, defineConfig, UserError, type Finding, type Report, type UserConfig } from 'doc-lockdown/api'
import remarkPlugin, { type DocLockdownOptions } from 'doc-lockdown/remark'
import type { Linter } from 'eslint'

const config: UserConfig = defineConfig({ strict: ['docs/**'], rules: { 'no-missing-paths': ['error', { ignore: ['a/**'] }] } })
// @ts-expect-error -- a level that there is not
defineConfig({ rules: { 'no-missing-paths': 'fatal' } })
const options: ConfigureOptions = { ...config, cwd: '.' }
const plugin: DocLockdownPlugin = docLockdown
export const eslintConfig: Linter.Config[] = [...plugin.configs.recommended, ...plugin.configs.strict, ...plugin.configs.code, ...plugin.configure(options)]

export const remarkOptions: DocLockdownOptions = { config }
export const plugins: [typeof remarkPlugin, DocLockdownOptions][] = [[remarkPlugin, remarkOptions]]

export async function findings(cwd: string): Promise<readonly Finding[]> {
  try {
    const report: Report = await check({ cwd, config, references: true })
    return report.findings
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}
`

describe.each(['9.15.0', '^9.0.0', '^10.0.0'])('ESLint %s', (version) => {
  const project = useProject(`ESLint ${version}`, eslintPackages(version))

  test('finds in documents and scripts what the command finds, in the same words', (context) => {
    const { root, run } = project(context)
    configureProject(root, { 'eslint.config.js': ESLINT_CONFIG })

    const found = ofEslint(root, run('eslint', '--format', 'json', '.'))

    expect(found.places).toEqual([...IN_DOCUMENTS, ...IN_SCRIPTS])
    expect(found.messages).toEqual(ofCommand(run('doc-lockdown', 'check', '--format', 'json')).messages)
  })
  test.for(Object.entries(RESOLUTIONS))('a TypeScript project sees the types with moduleResolution %s', ([moduleResolution, module], context) => {
    const { root, run } = project(context)
    const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: 'es2023', types: ['node'], skipLibCheck: false, module, moduleResolution }
    configureProject(root, { 'consumer.ts': CONSUMER, 'tsconfig.json': JSON.stringify({ compilerOptions, files: ['consumer.ts'] }) })

    expect(run('tsc', '-p', '.')).toEqual({ code: 0, out: '', err: '' })
  })
})
