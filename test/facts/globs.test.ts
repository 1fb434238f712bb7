import picomatch from 'picomatch'
import { describe, expect, it } from 'vitest'
import { certainPart } from '../../src/facts/globs.ts'

describe('certainPart', () => {
  it.each([
    ['**/*.test.ts', '.test.ts'],
    ['packages/*/src/**', 'packages'],
    ['./docs/**/*.md', 'docs'],
    ['src/{a,b}/index.ts', 'index.ts'],
    ['a?c/[de]f', 'a'],
    ['src/+(a|b).ts', ''],
    ['**', ''],
  ])('of %s is %j', (pattern, part) => {
    expect(certainPart(pattern)).toBe(part)
  })

  it('is in every path that a pattern matches', () => {
    const paths = ['a/b/c.ts', 'c.ts', 'a/bc/index.test.ts', '.github/workflows/x.yml', 'a b/c.md', 'a/c', 'aXc/ef', 'src/a.ts']
    const patterns = ['**/*.ts', 'a/**/c.ts', '**/{b,bc}/*.ts', '.github/**', '?X?/[ef]f', '*.ts', 'a/**', 'a */c.md', 'src/*.{ts,js}', 'src/@(a|b).ts']
    const wrong = patterns.flatMap(pattern => paths
      .filter(path => picomatch.isMatch(path, pattern, { dot: true }) && !path.includes(certainPart(pattern)))
      .map(path => [pattern, path]))
    const matched = patterns.filter(pattern => paths.some(path => picomatch.isMatch(path, pattern, { dot: true })))
    expect(wrong).toEqual([])
    expect(matched).toEqual(patterns)
  })
})
