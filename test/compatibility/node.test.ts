/** Every Node that we say we run on. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/checkout.ts'
import { configureProject, ofCommand, ofEslint } from './support/findings.ts'
import { ESLINT_CONFIG, eslintPackages, useProject } from './support/project.ts'
import { FIXED_RUNBOOK, IN_DOCUMENTS, IN_SCRIPTS } from './support/planted.ts'
import { start } from './support/start.ts'
import { nodeTool, useTool } from './support/tool.ts'

const project = useProject('ESLint 10', eslintPackages('^10.0.0'))
const CLI = 'node_modules/doc-lockdown/dist/cli.js'

/** What each format begins with. */
const FORMATS = { text: 'docs/runbook.md\n', json: '{\n  "version": 1,', sarif: '{\n  "$schema": ', github: '::error ', junit: '<?xml ' }

describe.each(['20.19.0', '22.13.0', '22', '24'])('Node %s', (version) => {
  const node = useTool(nodeTool(version))

  test('is the version that it says', (context) => {
    expect(start('/', node(context), ['--version']).out).toMatch(new RegExp(`^v${version.replaceAll('.', '\\.')}[.\n]`))
  })

  test('the command finds what is planted, with a config in TypeScript', (context) => {
    const { root } = project(context)
    configureProject(root, { 'doc-lockdown.config.ts': "import { defineConfig } from 'doc-lockdown/api'\nconst none: readonly string[] = []\nexport default defineConfig({ ignore: none })\n" })

    const ended = start(root, node(context), [CLI, 'check', '--format', 'json'])

    expect(ofCommand(ended).places).toEqual([...IN_DOCUMENTS, ...IN_SCRIPTS])
    expect(ended).toMatchObject({ code: 1, err: '' })
  })

  test('the command prints every format', (context) => {
    const { root } = project(context)
    const formats = Object.keys(FORMATS)
    const folder = temporaryFolder('formats')

    const { err } = start(root, node(context), [CLI, 'check', ...formats.flatMap(format => ['--format', format, '--output', path.join(folder, format)])])

    expect(err).toBe('')
    for (const [format, begin] of Object.entries(FORMATS)) expect(readFileSync(path.join(folder, format), 'utf8').slice(0, begin.length)).toBe(begin)
  })

  test('the command fixes what is certain', (context) => {
    const { root } = project(context)
    const file = path.join(root, 'docs/runbook.md')
    const before = readFileSync(file, 'utf8')

    start(root, node(context), [CLI, 'check', '--fix'])
    const fixed = readFileSync(file, 'utf8')
    configureProject(root, { 'docs/runbook.md': before })

    expect(fixed).toBe(FIXED_RUNBOOK)
  })

  test('ESLint finds what is planted', (context) => {
    const { root } = project(context)
    configureProject(root, { 'eslint.config.js': ESLINT_CONFIG })

    const ended = start(root, node(context), ['node_modules/eslint/bin/eslint.js', '--format', 'json', '.'])

    expect(ofEslint(root, ended).places).toEqual([...IN_DOCUMENTS, ...IN_SCRIPTS])
  })
})
