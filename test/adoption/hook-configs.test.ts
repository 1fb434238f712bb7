import { parse as parseToml } from 'smol-toml'
import { describe, expect, it, test } from 'vitest'
import { withLefthookCommand, withPreCommitHook, withSimpleGitHook } from '../../src/adoption/hooks/configs.ts'

const COMMAND = 'node_modules/.bin/doc-lockdown check --staged'

describe('the pre-commit framework', () => {
  it('runs the installed command whenever something is committed, a deletion too', () => {
    expect(withPreCommitHook('repos: []\n', COMMAND)).toBe([
      'repos:', '  - repo: local', '    hooks:', '      - id: doc-lockdown', '        name: doc-lockdown', `        entry: ${COMMAND}`, '        language: system',
      '        pass_filenames: false', '        always_run: true', '',
    ].join('\n'))
  })

  it('installs a package of its own where nobody else does', () => {
    expect(withPreCommitHook('', undefined)).toMatch(/entry: doc-lockdown check --staged\n\s+language: node\n\s+additional_dependencies:\n\s+- doc-lockdown@\d+\.\d+\.\d+\n/)
  })
})

describe('lefthook', () => {
  it('gets a job where it has jobs', () => {
    expect(withLefthookCommand('lefthook.yml', 'pre-commit:\n  jobs:\n    - run: yarn lint\n', COMMAND))
      .toBe(`pre-commit:\n  jobs:\n    - run: yarn lint\n    - name: doc-lockdown\n      run: ${COMMAND}\n`)
  })

  it('gets a command otherwise', () => {
    expect(withLefthookCommand('lefthook.yml', '', COMMAND)).toBe(`pre-commit:\n  commands:\n    doc-lockdown:\n      run: ${COMMAND}\n`)
  })

  it('keeps the tabs and comments of its JSON', () => {
    expect(withLefthookCommand('lefthook.jsonc', '{\n\t// ours\n\t"pre-commit": {\n\t\t"jobs": [\n\t\t\t{\n\t\t\t\t"run": "a"\n\t\t\t}\n\t\t]\n\t}\n}\n', COMMAND))
      .toBe(`{\n\t// ours\n\t"pre-commit": {\n\t\t"jobs": [\n\t\t\t{\n\t\t\t\t"run": "a"\n\t\t\t},\n\t\t\t{\n\t\t\t\t"name": "doc-lockdown",\n\t\t\t\t"run": "${COMMAND}"\n\t\t\t}\n\t\t]\n\t}\n}\n`)
  })

  test.each([
    ['commands', '[pre-commit.commands.lint]\nrun = "a" # fast\n', { commands: { 'lint': { run: 'a' }, 'doc-lockdown': { run: COMMAND } } }],
    ['jobs', '[[pre-commit.jobs]]\nrun = "a"', { jobs: [{ run: 'a' }, { name: 'doc-lockdown', run: COMMAND }] }],
  ])('gets a table of TOML at the end: %s', (_name, text, expected) => {
    const after = withLefthookCommand('lefthook.toml', text, COMMAND) ?? ''
    expect(after.startsWith(text)).toBe(true)
    expect(parseToml(after)).toEqual({ 'pre-commit': expected })
  })

  it('is left to a person where a table can not be opened again', () => {
    expect(withLefthookCommand('lefthook.toml', 'pre-commit = { commands = { lint = { run = "a" } } }\n', COMMAND)).toBeUndefined()
  })
})

describe('simple-git-hooks', () => {
  it('runs the command behind the one that is there, tabs and line ends as they were', () => {
    expect(withSimpleGitHook('package.json', '{\r\n\t"name": "a",\r\n\t"simple-git-hooks": {\r\n\t\t"pre-commit": "npx lint-staged"\r\n\t}\r\n}\r\n', COMMAND))
      .toBe(`{\r\n\t"name": "a",\r\n\t"simple-git-hooks": {\r\n\t\t"pre-commit": "npx lint-staged && ${COMMAND}"\r\n\t}\r\n}\r\n`)
  })

  it('gets its first command', () => {
    expect(withSimpleGitHook('.simple-git-hooks.json', '{\n    "pre-push": "a"\n}\n', COMMAND)).toBe(`{\n    "pre-push": "a",\n    "pre-commit": "${COMMAND}"\n}\n`)
  })

  it('is left to a person when it is no text', () => {
    expect(withSimpleGitHook('package.json', '{ "simple-git-hooks": { "pre-commit": ["a"] } }', COMMAND)).toBeUndefined()
  })
})
