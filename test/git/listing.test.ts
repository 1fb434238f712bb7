import { describe, expect, it } from 'vitest'
import { SortedListing, textEntries } from '../../src/git/listing.ts'

const blob = (index: number): string => index.toString(16).padStart(40, '0')

/** As git prints it: sorted by bytes. */
function listing(paths: readonly string[], kind: 'index' | 'tree'): Buffer {
  const sorted = paths.map(path => Buffer.from(path)).sort((a, b) => Buffer.compare(a, b))
  return Buffer.concat(sorted.flatMap((path, index) => [
    Buffer.from(kind === 'index' ? `100644 ${blob(index)} 0\t` : `100644 blob ${blob(index)}\t`), path, Buffer.from('\0'),
  ]))
}

const PATHS = ['a', 'a-b/c.ts', 'a/b.ts', 'a/b/c.ts', 'a.ts', 'b/package.json', 'package.json', 'xpackage.json', 'é/ü.md', '日本/語.md', 'z/\t.md', 'zz']

describe.each(['index', 'tree'] as const)('a listing of the %s', kind => {
  const make = (paths: readonly string[] = PATHS): SortedListing => new SortedListing(textEntries(listing(paths, kind), kind === 'index' ? 1 : 2))

  it('finds every path without being taken apart, and nothing else', () => {
    const lazy = make()
    const whole = new Map(make())
    expect(whole.size).toBe(PATHS.length)
    for (const path of PATHS) expect(lazy.get(path)).toEqual(whole.get(path))
    for (const path of ['', 'a/', 'a/b', 'b', 'zzz', '0', 'é', 'package', 'é/ü.m']) expect(lazy.has(path)).toBe(false)
  })

  it('knows folders', () => {
    const lazy = make()
    expect(['', 'a', 'a/b', 'b', 'é', '日本'].map(path => lazy.hasFolder(path))).toEqual([true, true, true, true, true, true])
    expect(['a.ts', 'zz', 'package', 'c', 'a/b/c.ts', 'zzz'].map(path => lazy.hasFolder(path))).toEqual([false, false, false, false, false, false])
  })

  it('knows what stands directly inside a folder', () => {
    const lazy = make()
    expect(lazy.childrenOf('')).toEqual(['a', 'a-b', 'a.ts', 'b', 'package.json', 'xpackage.json', 'z', 'zz', 'é', '日本'])
    expect(['a', 'a/b', 'é', 'zz', 'nothing', 'package'].map(path => lazy.childrenOf(path))).toEqual([['b.ts', 'b'], ['c.ts'], ['ü.md'], [], [], []])
  })

  it('finds paths by their last parts, the same before and after it was taken apart', () => {
    const lazy = make()
    const whole = make()
    expect(whole.size).toBe(PATHS.length)
    for (const [suffix, expected] of [['package.json', ['b/package.json', 'package.json']], ['b/c.ts', ['a/b/c.ts']], ['c.ts', ['a-b/c.ts', 'a/b/c.ts']], ['語.md', ['日本/語.md']], ['kage.json', []]] as const) {
      expect(lazy.endingIn(suffix)).toEqual(expected)
      expect(whole.endingIn(suffix)).toEqual(expected)
    }
  })

  it('may be empty', () => {
    expect(make([]).size).toBe(0)
    expect(make([]).has('a')).toBe(false)
    expect(make([]).hasFolder('a')).toBe(false)
  })
})
