import { expect, it } from 'vitest'
import { isReplacement, nearPath } from '../../src/facts/near-path.ts'
import { memoryRepository } from '../support/memory-repository.ts'

const repository = memoryRepository(Object.fromEntries([
  'typedoc.json', 'src/resolver.ts', 'src/index.ts', 'docs/adr/0041-queues.md', 'docs/adr/0042-caches.md', 'docs/installation-guide.md', 'docs/install.md', 'lib/ab.ts', 'lib/abc.ts', 'conf/app.test.yml',
].map(path => [path, ''])))

it.each([
  ['another ending', 'typedoc.js', 'typedoc.json', 'ending'],
  ['another ending of a longer name', 'conf/app.yml', 'conf/app.test.yml', 'ending'],
  ['a letter too few', 'src/resolve.ts', 'src/resolver.ts', 'typing'],
  ['a letter changed', 'src/resolvar.ts', 'src/resolver.ts', 'typing'],
  ['letters swapped', 'docs/instalaltion-guide.md', 'docs/installation-guide.md', 'typing'],
  ['a folder', 'docs/add', undefined, undefined],
  ['a short name is no slip', 'lib/ac.ts', 'lib/ab.ts', 'typing'],
  ['only another number', 'docs/adr/0043-queues.md', undefined, undefined],
  ['nothing alike', 'src/unlike-anything.ts', undefined, undefined],
  ['in a folder that is not there', 'none/resolver.ts', undefined, undefined],
  ['a name that files of all kinds have', 'src/index.html', undefined, undefined],
  ['a name that files of all kinds have, of its kind', 'src/index.mjs', 'src/index.ts', 'ending'],
  ['a name in another folder', 'lib/resolver.ts', undefined, undefined],
])('%s: %s', (_what, path, near, why) => {
  expect(nearPath(repository, path)).toEqual(near === undefined ? undefined : { path: near, why })
})

it('prefers the same name with another ending to a slip, and the smaller slip', () => {
  expect(nearPath(memoryRepository({ 'a/resolver.mjs': '', 'a/resolvers.js': '' }), 'a/resolver.js')).toEqual({ path: 'a/resolver.mjs', why: 'ending' })
  expect(nearPath(memoryRepository({ 'a/promoti.sh': '', 'a/promotio.sh': '' }), 'a/promotion.sh')).toEqual({ path: 'a/promotio.sh', why: 'typing' })
})

it('offers a near name only where it is one file under another name', () => {
  expect(isReplacement({ path: 'typedoc.json', why: 'ending' }, 'typedoc.js')).toBe(true)
  expect(isReplacement({ path: 'src/server.test.ts', why: 'typing' }, 'src/servre.test.ts')).toBe(true)
  expect(isReplacement({ path: 'src/billing.golden.test.ts', why: 'ending' }, 'src/billing.workflow.ts')).toBe(false)
  expect(isReplacement({ path: 'notes/JEST.md', why: 'typing' }, 'notes/NEXT.md')).toBe(false)
  expect(isReplacement({ path: 'src/data-source', why: 'typing' }, 'src/data-source.ts')).toBe(false)
  expect(isReplacement({ path: 'src/migration', why: 'typing' }, 'src/migrations')).toBe(true)
})
