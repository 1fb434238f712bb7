/** The native parser is held against remark, which most of the ecosystem reads Markdown with. */
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { fuzzDocument } from '../../support/fuzz-markdown.ts'
import { parseRemark } from '../../../src/core/markdown/remark.ts'
import { compareParsers, describeNode, type Agreement } from '../../support/parser-agreement.ts'

interface Example {
  readonly markdown: string
  readonly number: number
  readonly section: string
}

const require = createRequire(import.meta.url)
const { tests: examples } = require('commonmark-spec') as { readonly tests: readonly Example[] }

/** The same documents on every machine; how many they are. */
const DOCUMENTS = 3000

/** What the parsers read differently, one smallest example each. Rare enough to live with; a fixed parser shows here. */
const KNOWN_DIFFERENCES: readonly (readonly [what: string, text: string])[] = [
  ['an underlined heading in a task: where it starts', '- [ ] task\n  - '],
  ['a heading of two lines in a quote, behind a definition: where it starts', '> [foo]: /url\n> bar\n> ===\n'],
  ['an indented block in a quote, an empty line behind it: where it ends', '>     \n>     foo\n>     \n'],
  ['a block right behind an empty task', '- [ ] \n   ```sh\n   ls\n   ```\n'],
  ['a block right behind an empty item, after a definition and an empty heading', '[Ref]: <u r l>\n### \n- \n[ref]: /url "title"\n'],
  ['HTML right below a table', '| a |\n|---|\n<b>'],
  ['HTML right below a footnote', '[^1]: note\n<b>\n```ts\nlet a\n```\n'],
  ['a link around a footnote', '[[^1]](a/b.md)\n\n[^1]: note\n'],
  ['a literal URL behind an emoji and an open bracket', '[😀https://a.b/c '],
  ['a literal URL with a bar behind it, in a table without bars', '| a |\n|---|\nhttps://a.b/c|'],
]

/** Random documents in which one of them turns up: seed and which. */
const KNOWN_SEEDS: Readonly<Record<number, string>> = {
  1386: 'an underlined heading in a task: where it starts',
  2068: 'a block right behind an empty item, after a definition and an empty heading',
  2559: 'a literal URL behind an emoji and an open bracket',
}

describe('CommonMark 0.31.2', () => {
  const all = examples
    .map(({ markdown, number, section }) => ({ number, name: `${String(number)} (${section})`, text: markdown.replaceAll('→', '\t') }))
  const different = (variant: (text: string) => string): string[] =>
    all.filter(({ text }) => compareParsers(variant(text))?.differences.length !== 0).map(({ name }) => name)

  it('has all examples', () => {
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 652 }, (_, index) => index + 1))
  })

  it('is read alike, every example', () => {
    expect(different(text => text)).toEqual([])
  })

  it('is read alike with CRLF', () => {
    expect(different(text => text.replaceAll('\n', '\r\n'))).toEqual([])
  })

  it('is read alike inside of a quote, but for the known differences', () => {
    expect(different(text => text.replace(/^(?=.)/gm, '> '))).toEqual(['117 (Indented code blocks)', '215 (Link reference definitions)'])
  })
})

describe('random documents', () => {
  const agreements = Array.from({ length: DOCUMENTS }, (_, seed) => ({ seed, agreement: compareParsers(fuzzDocument(seed)) }))

  it('are read alike, but for the known differences', () => {
    const different = agreements.filter(({ agreement }) => agreement?.differences.length !== 0)
    expect(different.filter(({ seed }) => KNOWN_SEEDS[seed] === undefined).map(({ seed, agreement }) => [seed, agreement])).toEqual([])
    expect(different.map(({ seed }) => String(seed))).toEqual(Object.keys(KNOWN_SEEDS))
    for (const name of Object.values(KNOWN_SEEDS)) expect(KNOWN_DIFFERENCES.map(([what]) => what)).toContain(name)
  })

  it('show thousands of nodes, and accepted differences in a few', () => {
    const count = (of: (agreement: Agreement) => number): number => agreements.reduce((sum, { agreement }) => sum + (agreement === undefined ? 0 : of(agreement)), 0)
    expect(count(({ nodes }) => nodes)).toBeGreaterThan(15_000)
    expect(count(({ accepted }) => accepted['positionless autolink'])).toBe(11)
    expect(count(({ accepted }) => accepted['end of an open fence'])).toBe(0)
  })
})

it.each(KNOWN_DIFFERENCES)('differs as known: %s', (_what, text) => {
  expect(compareParsers(text)?.differences).not.toEqual([])
})

it.each([
  ['positionless autolink', '[a https://a.b/c'],
  ['end of an open fence', '> - ```\n>   x\n> \n'],
] as const)('accepts a named difference and counts it: %s', (name, text) => {
  const agreement = compareParsers(text)
  expect(agreement?.differences).toEqual([])
  expect(agreement?.accepted[name]).toBe(1)
})

it('tells a difference', () => {
  const [heading] = parseRemark('# a\n', false)?.children ?? []
  const [deeper] = parseRemark('## a\n', false)?.children ?? []
  expect(heading === undefined || deeper === undefined ? [] : [describeNode(heading), describeNode(deeper)]).toEqual([
    '["heading",0,3,"","",1,"","",""]', '["heading",0,4,"","",2,"","",""]',
  ])
})

describe('MDX', () => {
  it.each([
    ['components and expressions', 'import A from "./a"\n\n# T {/* c */}\n\n<A to="x">\n\n[l](m.mdx) and `code`\n\n</A>\n'],
    ['a table and a fence', '| `a` | b |\n|---|---|\n| c | d |\n\n```sh title="x"\nls\n```\n'],
  ])('is read alike: %s', (_what, text) => {
    expect(compareParsers(text, true)?.differences).toEqual([])
  })

  it.each(['<a', '{', 'a <b\n', '<A>\n\ntext\n', 'a {b\n'])('is refused by both: %j', (text) => {
    expect(compareParsers(text, true)).toBeUndefined()
  })
})
