/** oxlint runs plugins written for ESLint, on code only: it has no Markdown. */
import { expect, test } from 'vitest'
import plugin from '../../src/hosts/eslint/index.ts'
import { configureProject, ofOxlint } from './support/findings.ts'
import { useProject } from './support/project.ts'
import { IN_SCRIPTS } from './support/planted.ts'

const project = useProject('oxlint', { oxlint: '^1.94.0' })

test('oxlint finds in scripts what is planted, TypeScript without a parser', (context) => {
  const { root, run } = project(context)
  const rules = Object.assign({}, ...plugin.configs.code.map(config => config.rules)) as object
  configureProject(root, { '.oxlintrc.json': JSON.stringify({ jsPlugins: ['doc-lockdown'], categories: { correctness: 'off' }, rules }) })

  expect(ofOxlint(run('oxlint', '--format', 'json', '.')).places).toEqual(IN_SCRIPTS)
})
