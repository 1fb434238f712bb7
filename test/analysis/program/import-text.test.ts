import { expect, test } from 'vitest'
import { importsIn } from '../../../src/analysis/database/imports.ts'
import { specifiersInText } from '../../../src/analysis/program/import-text.ts'
import { moduleOf } from '../../../src/analysis/program/module.ts'

test.each([
  ["import './a'", ['./a']],
  ["import a, { b as c } from './a'", ['./a']],
  ["import {\n  a,\n  b,\n} from './a'", ['./a']],
  ["import type, { a } from './a'", ['./a']],
  ["import type from './a'", ['./a']],
  ["export * from './a'", ['./a']],
  ["export { a } from\n  './a'", ['./a']],
  ["const a = await import(/* webpackChunkName: 'a' */ './a')", ['./a']],
  ["const a = import( // late\n  './a')", ['./a']],
  ["import(/** a *b* c */'./a').then(run)", ['./a']],
  ['await import(`./a`)', ['./a']],
  ["const { a } = require('./a')", ['./a']],
  ["import a = require('./a')", ['./a']],
  ["import type { A } from './types'\nimport { b } from './b'", ['./b']],
  ["import type A from './types'; export type { B } from './more'", []],
])('%s loads %j', (text, expected) => {
  const module = moduleOf({ path: 'x.ts', text, language: 'javascript' })
  const parsed = module === undefined ? [] : importsIn(module).map(({ source }) => source)

  expect(specifiersInText(text)).toEqual(expected)
  expect(expected).toEqual(expect.arrayContaining(parsed))
})

test.each(["require('./a' + '/b')", "import './\\x61'"])('what %s loads is not told by its text', (text) => {
  expect(specifiersInText(text)).toBeUndefined()
})

test.each(['import type {', 'import type a ', 'import/*', 'import/**/', 'from(', 'from //\n', "require('", 'import type from '])('a text of nothing but %j ends', (part) => {
  expect(specifiersInText(part.repeat(Math.ceil(500_000 / part.length)))?.every(specifier => !specifier.startsWith('.'))).toBe(true)
})
