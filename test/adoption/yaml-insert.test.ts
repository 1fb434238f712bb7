import { parse } from 'yaml'
import { describe, expect, it, test } from 'vitest'
import { addToYaml } from '../../src/adoption/yaml-insert.ts'

const HOOK = { repo: 'local', hooks: [{ id: 'x' }] }

describe('an item of a list', () => {
  it('comes last, in the style of the list, and every byte around it stays', () => {
    const before = '# our hooks\nrepos:\n-   repo: a   # pinned\n    hooks:\n    -   id:   one\n    # -   id: off\n\n# the end\nci: {skip: [one]}\n'
    expect(addToYaml(before, ['repos'], 'item', HOOK)).toBe(
      '# our hooks\nrepos:\n-   repo: a   # pinned\n    hooks:\n    -   id:   one\n    # -   id: off\n-   repo: local\n    hooks:\n    -   id: x\n\n# the end\nci: {skip: [one]}\n',
    )
  })

  it('takes the indentation of lists below their keys', () => {
    expect(addToYaml('repos:\n  - repo: a\n    hooks:\n      - id: one', ['repos'], 'item', HOOK))
      .toBe('repos:\n  - repo: a\n    hooks:\n      - id: one\n  - repo: local\n    hooks:\n      - id: x\n')
  })

  it('keeps CRLF', () => {
    expect(addToYaml('repos:\r\n- repo: a\r\n', ['repos'], 'item', { repo: 'b' })).toBe('repos:\r\n- repo: a\r\n- repo: b\r\n')
  })

  it('stands behind the lines of a block scalar', () => {
    expect(addToYaml('jobs:\n  - run: |\n      one\n      two\nlast: 1\n', ['jobs'], 'item', { run: 'x' }))
      .toBe('jobs:\n  - run: |\n      one\n      two\n  - run: x\nlast: 1\n')
  })
})

describe('what is missing is made', () => {
  test.each([
    ['an empty file', '', 'repos:\n  - repo: b\n'],
    ['comments only', '# soon\n', '# soon\nrepos:\n  - repo: b\n'],
    ['an empty list', 'repos: [] # none yet\n', undefined],
    ['a key without a value', 'repos:\nci: 1\n', undefined],
    ['other keys', 'fail_fast: true\n', 'fail_fast: true\nrepos:\n  - repo: b\n'],
  ])('%s', (_name, before, after) => {
    const written = addToYaml(before, ['repos'], 'item', { repo: 'b' })
    expect(parse(written ?? '')).toEqual({ ...parse(before) as object, repos: [{ repo: 'b' }] })
    if (after !== undefined) expect(written).toBe(after)
    for (const comment of before.match(/# \w+.*/g) ?? []) expect(written).toContain(comment)
  })
})

describe('an entry of a map', () => {
  it('is put into the map that is there', () => {
    expect(addToYaml('pre-commit:\n    parallel: true\n    commands:\n        lint:\n            run: eslint .\npre-push:\n    commands: {}\n', ['pre-commit', 'commands'], 'entry', { docs: { run: 'x' } }))
      .toBe('pre-commit:\n    parallel: true\n    commands:\n        lint:\n            run: eslint .\n        docs:\n            run: x\npre-push:\n    commands: {}\n')
  })

  it('makes the maps around it', () => {
    expect(addToYaml('pre-push:\n  parallel: true\n', ['pre-commit', 'commands'], 'entry', { docs: { run: 'x' } }))
      .toBe('pre-push:\n  parallel: true\npre-commit:\n  commands:\n    docs:\n      run: x\n')
  })

  it('fills maps in flow style', () => {
    expect(parse(addToYaml('pre-commit: { commands: { lint: { run: eslint } } }\n', ['pre-commit', 'commands'], 'entry', { docs: { run: 'x' } }) ?? ''))
      .toEqual({ 'pre-commit': { commands: { lint: { run: 'eslint' }, docs: { run: 'x' } } } })
  })

  it('is never written over', () => {
    expect(addToYaml('commands:\n  docs:\n    run: mine\n', ['commands'], 'entry', { docs: { run: 'x' } })).toBeUndefined()
  })
})

test.each([
  ['something else at the path', 'repos: many\n'],
  ['a list at the top', '- a\n'],
  ['no YAML', 'repos: [\n'],
  ['several documents', 'repos: []\n---\nrepos: []\n'],
])('is left to a person: %s', (_name, text) => {
  expect(addToYaml(text, ['repos'], 'item', HOOK)).toBeUndefined()
})

test('anchors and aliases survive', () => {
  const before = 'base: &base\n  id: one\nrepos:\n  - <<: *base\n  - *base\n'
  expect(addToYaml(before, ['repos'], 'item', { repo: 'b' })).toBe(`${before}  - repo: b\n`)
})
