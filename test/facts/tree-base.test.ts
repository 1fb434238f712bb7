import { expect, it } from 'vitest'
import { treeBase } from '../../src/facts/tree-base.ts'
import { memoryRepository } from '../support/memory-repository.ts'

const repository = memoryRepository(Object.fromEntries(['src/a.ts', 'src/b.ts', 'src/lib/c.ts', 'package.json', 'web/src/x.ts', 'web/src/y.ts', 'web/index.html', 'web/README.md'].map(path => [path, ''])))
const place = (document: string, entries: readonly string[], entry: string): string | undefined => treeBase(repository, document, entries)?.place(entry)

it('finds the root', () => {
  expect(place('README.md', ['src', 'src/a.ts', 'src/gone.ts', 'package.json'], 'src/gone.ts')).toBe('src/gone.ts')
})

it('takes off a first line that names the repository itself', () => {
  expect(place('README.md', ['my-repo', 'my-repo/src', 'my-repo/src/a.ts', 'my-repo/gone.ts', 'my-repo/package.json'], 'my-repo/gone.ts')).toBe('gone.ts')
  expect(place('README.md', ['my-repo', 'my-repo/src', 'my-repo/package.json'], 'my-repo')).toBeUndefined()
})

it('keeps a first line that names a folder', () => {
  expect(place('README.md', ['src', 'src/a.ts', 'src/b.ts', 'src/gone.ts'], 'src/gone.ts')).toBe('src/gone.ts')
})

it('finds the folder of the document', () => {
  expect(place('web/README.md', ['src', 'src/x.ts', 'src/y.ts', 'src/gone.ts'], 'src/gone.ts')).toBe('web/src/gone.ts')
})

it.each([
  ['somebody else\'s tree', ['app', 'app/routes', 'app/routes/index.tsx', 'app/root.tsx']],
  ['a plan of which little is made', ['src', 'src/one.ts', 'src/two.ts', 'src/three.ts']],
  ['a single entry', ['src']],
  ['nothing', []],
])('is silent for %s', (_what, entries) => {
  expect(treeBase(repository, 'README.md', entries)).toBeUndefined()
})
