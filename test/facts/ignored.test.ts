import { expect, it } from 'vitest'
import { ignoredFact } from '../../src/facts/ignored.ts'
import { memoryRepository } from '../support/memory-repository.ts'

function ignores(files: Readonly<Record<string, string>>, ...paths: readonly string[]): boolean[] {
  const ignored = memoryRepository(files).get(ignoredFact)
  return paths.map(path => ignored.ignores(path))
}

it('reads the file of the root', () => {
  expect(ignores({ '.gitignore': 'dist\n*.log\n/only-root\n# comment\n\n' }, 'dist', 'dist/a.js', 'web/dist/a.js', 'a.log', 'b/a.log', 'only-root', 'b/only-root', 'src/a.ts', 'comment'))
    .toEqual([true, true, true, true, true, true, false, false, false])
})

it('takes a pattern for folders for folders, whether or not the path says so', () => {
  expect(ignores({ '.gitignore': 'out/\n' }, 'out', 'out/', 'out/a', 'a/out/b', 'outer')).toEqual([true, true, true, true, false])
})

it('lets a pattern with a slash start at its own folder', () => {
  expect(ignores({ 'web/.gitignore': '/build\nlib/gen\n' }, 'web/build', 'web/a/build', 'web/lib/gen/a.ts', 'build', 'lib/gen')).toEqual([true, false, true, false, false])
})

it('lets the nearest file decide, and negation bring back', () => {
  const files = { '.gitignore': '*.json\n!keep.json\n', 'conf/.gitignore': '!*.json\n', 'conf/deep/.gitignore': 'x.json\n' }
  expect(ignores(files, 'a.json', 'keep.json', 'conf/a.json', 'conf/deep/x.json', 'conf/deep/y.json')).toEqual([true, false, false, true, false])
})

it('knows globs', () => {
  expect(ignores({ '.gitignore': '**/tmp/**\n.env*\n!.env.example\n[Bb]in/\n' }, 'a/tmp/b', '.env', '.env.local', '.env.example', 'bin/x', 'Bin/x')).toEqual([true, true, true, false, true, true])
})

it('ignores nothing outside of the root, and nothing without a file', () => {
  expect(ignores({ '.gitignore': '*\n' }, '../a', '/etc/passwd', '')).toEqual([false, false, false])
  expect(ignores({ 'a.ts': '' }, 'dist/a.js')).toEqual([false])
})

it('survives a file that can\'t be read', () => {
  expect(memoryRepository({ '.gitignore': undefined }).get(ignoredFact).ignores('a')).toBe(false)
})
