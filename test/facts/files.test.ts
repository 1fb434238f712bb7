import { describe, expect, it } from 'vitest'
import { baseName, filesFact, folderOf } from '../../src/facts/files.ts'
import { memoryRepository } from '../support/memory-repository.ts'

const files = memoryRepository({ 'README.md': '', 'src/a.ts': '', 'src/lib/a.ts': '', 'src/lib/b.ts': '', 'web/src/lib/b.ts': '', 'Docs/Guide.md': '' }).get(filesFact)

describe('files', () => {
  it('exist exactly', () => {
    expect(['src/a.ts', 'src', 'src/', 'SRC/a.ts', 'a.ts', ''].map(path => files.has(path))).toEqual([true, false, false, false, false, false])
  })

  it('make folders', () => {
    expect(['', 'src', 'src/lib', 'web', 'web/src', 'src/a.ts', 'lib', 'src/l'].map(path => files.hasFolder(path))).toEqual([true, true, true, true, true, false, false, false])
  })

  it('have siblings', () => {
    expect([...files.childrenOf('src')].sort()).toEqual(['a.ts', 'lib'])
    expect([...files.childrenOf('')].sort()).toEqual(['Docs', 'README.md', 'src', 'web'])
    expect(files.childrenOf('none')).toEqual([])
  })

  it('are found by their last names, whole names only', () => {
    expect(files.withSuffix('lib/b.ts')).toEqual(['src/lib/b.ts', 'web/src/lib/b.ts'])
    expect(files.withSuffix('src/lib/b.ts')).toEqual(['src/lib/b.ts', 'web/src/lib/b.ts'])
    expect(files.withSuffix('ib/b.ts')).toEqual([])
    expect(files.withSuffix('src/lib')).toEqual(['src/lib', 'web/src/lib'])
    expect(files.withSuffix('')).toEqual([])
  })

  it('are found by name, without folders', () => {
    expect(files.withName('a.ts')).toEqual(['src/a.ts', 'src/lib/a.ts'])
    expect(files.withName('lib')).toEqual([])
  })

  it('are found in another letter case, and not in the same', () => {
    expect(['docs/guide.md', 'SRC/A.TS', 'docs', 'src/a.ts', 'none'].map(path => files.inOtherCase(path))).toEqual(['Docs/Guide.md', 'src/a.ts', 'Docs', undefined, undefined])
  })
})

it('takes paths apart', () => {
  expect(['a/b/c.ts', 'c.ts', '', 'a/'].map(path => [folderOf(path), baseName(path)])).toEqual([['a/b', 'c.ts'], ['', 'c.ts'], ['', ''], ['a', '']])
})
