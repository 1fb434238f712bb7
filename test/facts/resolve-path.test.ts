import { describe, expect, it } from 'vitest'
import { joinPath } from '../../src/core/paths.ts'
import { basesOf, candidatesOf, findPath } from '../../src/facts/resolve-path.ts'
import { createRepository } from '../../src/core/repository.ts'
import { memoryRepository, memorySource } from '../support/memory-repository.ts'

const repository = memoryRepository(Object.fromEntries([
  'README.md', 'docs/guide.md', 'docs/img/one.png', 'packages/web/src/main.ts', 'packages/web/src/util.tsx', 'packages/web/README.md', 'packages/web/docs/a.md', 'packages/api/src/server.ts', 'scripts/deploy.sh',
  'src/app.component.ts', 'tools/gen.py', 'types/index.d.ts', 'lib/core.js', 'a/b/c/deep.go',
].map(path => [path, ''])))
const find = (path: string, from = 'README.md', more: { first?: readonly string[]; suffix?: boolean } = {}): string | undefined => {
  const found = findPath(repository, from, { path, suffix: more.suffix ?? true, ...(more.first === undefined ? {} : { first: more.first }) })
  return found === undefined ? undefined : `${found.how} ${found.path}`
}

describe('findPath', () => {
  it.each([
    ['the document\'s folder', 'guide.md', 'docs/other.md', 'exact docs/guide.md'],
    ['the root', 'scripts/deploy.sh', 'docs/deep/other.md', 'exact scripts/deploy.sh'],
    ['the package', 'src/main.ts', 'packages/web/docs/a.md', 'exact packages/web/src/main.ts'],
    ['a folder', 'docs/img', 'README.md', 'exact docs/img'],
    ['one level up', '../scripts/deploy.sh', 'docs/guide.md', 'exact scripts/deploy.sh'],
    ['too many levels up', '../../../scripts/deploy.sh', 'docs/guide.md', 'exact scripts/deploy.sh'],
    ['the root by a slash', '/docs/guide.md', 'packages/web/README.md', 'exact docs/guide.md'],
    ['the last names', 'web/src/main.ts', 'docs/guide.md', 'suffix packages/web/src/main.ts'],
    ['a bare name', 'server.ts', 'docs/guide.md', 'suffix packages/api/src/server.ts'],
    ['the last names of a folder', 'web/docs', 'README.md', 'suffix packages/web/docs'],
    ['no ending', 'scripts/deploy', 'README.md', 'extension scripts/deploy.sh'],
    ['no ending, last names', 'api/src/server', 'README.md', 'suffix packages/api/src/server.ts'],
    ['an ending of two parts', 'src/app.component', 'README.md', 'extension src/app.component.ts'],
    ['.js for .ts', 'packages/web/src/main.js', 'README.md', 'extension packages/web/src/main.ts'],
    ['.js for .tsx', 'packages/web/src/util.js', 'README.md', 'extension packages/web/src/util.tsx'],
    ['.js for .ts, last names', 'web/src/main.js', 'README.md', 'suffix packages/web/src/main.ts'],
    ['.js itself', 'lib/core.js', 'README.md', 'exact lib/core.js'],
    ['a declaration', 'types/index', 'README.md', 'extension types/index.d.ts'],
  ])('from %s', (_what, path, from, expected) => {
    expect(find(path, from)).toBe(expected)
  })

  it('from the folder that a cd or a sibling names, before all others', () => {
    expect(find('src/main.ts', 'README.md', { first: ['packages/web'] })).toBe('exact packages/web/src/main.ts')
    expect(find('README.md', 'docs/guide.md', { first: ['packages/web'] })).toBe('exact packages/web/README.md')
  })

  it.each([
    ['another ending', 'docs/guide.txt'], ['.ts for .js', 'lib/core.ts'], ['another letter case', 'Docs/guide.md'], ['half a name', 'eb/src/main.ts'], ['what is not there', 'src/none.ts'], ['only dots', '../..'],
    ['no ending of a bare name', 'deploy'],
  ])('not %s', (_what, path) => {
    expect(find(path, 'packages/web/README.md')).toBeUndefined()
  })

  it('not by a part where a part will not do', () => {
    expect(find('server.ts', 'README.md', { suffix: false })).toBeUndefined()
  })

  it('not what lies in a submodule or behind a link, but says which', () => {
    const source = memorySource({ 'README.md': '' })
    const files = new Map([...source.files, ['vendor/lib', { mode: '160000', blob: undefined }], ['current', { mode: '120000', blob: 'x' }]])
    const on = (kind: 'worktree' | 'commit', exists: boolean) => createRepository({ root: '/memory', source: { ...source, kind, files, existsOnDisk: () => exists }, settings: {} })
    const how = (kind: 'worktree' | 'commit', exists: boolean, path: string): unknown => findPath(on(kind, exists), 'README.md', { path, suffix: true })
    expect(how('worktree', false, 'vendor/lib/src/a.c')).toEqual({ path: 'vendor/lib', how: 'submodule' })
    expect(how('worktree', true, 'current/a.ts')).toEqual({ path: 'current/a.ts', how: 'link' })
    expect(how('worktree', false, 'current/a.ts')).toBeUndefined()
    expect(how('commit', false, 'current/a.ts')).toEqual({ path: 'current/a.ts', how: 'link' })
  })
})

it('lists where a path may be meant from, nearest first', () => {
  expect(basesOf('a/b/c.md')).toEqual(['a/b', 'a', ''])
  expect(basesOf('c.md', ['x'])).toEqual(['x', ''])
  expect(candidatesOf('a/b/c.md', { path: 'd.ts', suffix: false })).toEqual(['a/b/d.ts', 'a/d.ts', 'd.ts'])
  expect(candidatesOf('a/b/c.md', { path: '/d.ts', suffix: false })).toEqual(['d.ts'])
  expect(candidatesOf('a/b/c.md', { path: '../../../d.ts', suffix: false })).toEqual(['d.ts'])
  expect(candidatesOf('c.md', { path: '/../../etc/passwd', suffix: false })).toEqual([])
})

it.each([
  ['', 'a/b', 'a/b'], ['x/y', '../a', 'x/a'], ['x', './a/./b//c', 'x/a/b/c'], ['x', '..', ''], ['x', '../..', undefined], ['', '../a', undefined], ['x/y/z', '../../../a', 'a'], ['x', 'a/../../..', undefined],
])('joins %j and %j to %j', (folder, path, joined) => {
  expect(joinPath(folder, path)).toBe(joined)
})
