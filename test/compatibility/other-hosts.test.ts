/** Hosts besides the command and ESLint. oxlint runs plugins written for ESLint, on code only: it has no Markdown. */
import { expect, test } from 'vitest'
import plugin from '../../src/hosts/eslint/index.ts'
import { configureProject, ofOxlint } from './support/findings.ts'
import { IN_DOCUMENTS, IN_SCRIPTS } from './support/planted.ts'
import { useProject } from './support/project.ts'
import { start } from './support/start.ts'

const project = useProject('oxlint and remark', { oxlint: '^1.94.0', remark: '^15.0.0', vfile: '^6.0.0' })

test('oxlint finds in scripts what is planted, TypeScript without a parser', (context) => {
  const { root, run } = project(context)
  const rules = Object.assign({}, ...plugin.configs.code.map(config => config.rules)) as object
  configureProject(root, { '.oxlintrc.json': JSON.stringify({ jsPlugins: ['doc-lockdown'], categories: { correctness: 'off' }, rules }) })

  expect(ofOxlint(run('oxlint', '--format', 'json', '.')).places).toEqual(IN_SCRIPTS)
})

test('remark finds in documents what is planted', (context) => {
  const { root } = project(context)
  const program = `
    import { readFileSync } from 'node:fs'
    import docLockdown from 'doc-lockdown/remark'
    import { remark } from 'remark'
    import { VFile } from 'vfile'
    const path = 'docs/runbook.md'
    const file = await remark().use(docLockdown).process(new VFile({ path, value: readFileSync(path) }))
    console.log(JSON.stringify(file.messages.map(({ line, column, ruleId }) => path + ' ' + line + ':' + column + ' ' + ruleId)))`

  const { out, err } = start(root, process.execPath, ['--input-type=module', '--eval', program])

  expect(err).toBe('')
  expect((JSON.parse(out) as string[]).sort()).toEqual(IN_DOCUMENTS)
})
