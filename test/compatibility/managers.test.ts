/** Every package manager: the packed package in an empty project. */
import { describe, expect, test } from 'vitest'
import { configureProject, ofCommand, ofEslint } from './support/findings.ts'
import { MANAGERS } from './support/managers.ts'
import { IN_DOCUMENTS, IN_SCRIPTS } from './support/planted.ts'
import { useProject } from './support/project.ts'

/** What Plug'n'Play leaves in the root is no script of ours. */
const ESLINT_CONFIG = `import docLockdown from 'doc-lockdown'

export default [{ ignores: ['.pnp.*'] }, ...docLockdown.configs.recommended]
`

describe.each(Object.entries(MANAGERS))('%s', (name, manager) => {
  const project = useProject(name, { 'eslint': '^10.0.0', '@eslint/markdown': '^8.0.0' }, manager)

  test('installs without a complaint about peers', (context) => {
    expect(project(context).said).not.toMatch(manager.complains)
  })

  test('the command finds what is planted', (context) => {
    const ended = project(context).run('doc-lockdown', 'check', '--format', 'json')

    expect(ofCommand(ended).places).toEqual([...IN_DOCUMENTS, ...IN_SCRIPTS])
    expect(ended.code).toBe(1)
  })

  test('ESLint finds what is planted', (context) => {
    const { root, run } = project(context)
    configureProject(root, { 'eslint.config.js': ESLINT_CONFIG })

    expect(ofEslint(root, run('eslint', '--format', 'json', '.')).places).toEqual([...IN_DOCUMENTS, ...IN_SCRIPTS.filter(place => place.includes('.mjs'))])
  })
})
