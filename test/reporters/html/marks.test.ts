/** Where claims are marked in rendered documents. */
import { describe, expect, test } from 'vitest'
import { holds, unknown, type Verdict } from '../../../src/core/verdict.ts'
import { FIXTURES, buildCase, fixtureCases } from '../../support/fixture-cases.ts'
import { claimedPage, markedClaims, pageOfCheckout, underlined } from '../../support/evidence.ts'

const BROKEN: Verdict = { status: 'broken', confidence: 'high', messageId: 'wrong', data: { name: 'it' } }
const WORDS = { 'src/a.ts': holds('it is there'), 'src/gone.ts': BROKEN, 'make it': unknown('nobody knows') }

describe('the words of a claim are underlined and followed by one mark', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['a sentence', 'See src/a.ts for more.\n', ['holds src/a.ts']],
    ['inline code', 'See `src/gone.ts`.\n', ['broken src/gone.ts']],
    ['a part of inline code', 'Do ``run `src/a.ts` now``.\n', ['holds src/a.ts']],
    ['the words of a link', '[src/a.ts](https://example.org)\n', ['holds src/a.ts']],
    ['the address of a link', 'See [the *old* code](src/gone.ts), then.\n', ['broken the ', 'broken old', 'broken  code']],
    ['the address of a link of the web', 'See [it](https://example.org/src/a.ts).\n', ['holds it']],
    ['code as a link', 'See [`code`](src/a.ts).\n', ['holds code']],
    ['a link definition', 'See [it].\n\n[it]: src/a.ts\n', ['holds src/a.ts']],
    ['an image', '![a picture](src/gone.ts)\n', ['broken a picture']],
    ['a heading', '# Of src/a.ts\n', ['holds src/a.ts']],
    ['a cell of a table', '| A | B |\n|---|:-:|\n| x | `src/gone.ts` |\n', ['broken src/gone.ts']],
    ['a fenced block', '```sh\nmake it\ncat src/a.ts\n```\n', ['unknown make it', 'holds src/a.ts']],
    ['a block whose info string has the same words', '```src\ncat src/a.ts\n```\n', ['holds src/a.ts']],
    ['a fenced block in a quotation in a list', '- x\n\n  > ```sh\n  > cat src/a.ts\n  > ```\n', ['holds src/a.ts']],
    ['an indented block', 'x\n\n    cat src/gone.ts\n', ['broken src/gone.ts']],
    ['behind escapes and entities', 'a \\* b &lt; c &amp; d: src/a.ts\n', ['holds src/a.ts']],
    ['an attribute of HTML', '<img src="src/gone.ts">\n', ['broken src/gone.ts']],
    ['HTML in a sentence', 'See <a href="src/a.ts">it</a>.\n', ['holds src/a.ts']],
    ['a comment', 'x\n\n<!-- see src/a.ts -->\n', ['holds src/a.ts']],
    ['front matter', '---\nfile: src/gone.ts\n---\n\nx\n', ['broken src/gone.ts']],
    ['a footnote', 'x[^1]\n\n[^1]: See src/a.ts.\n', ['holds src/a.ts']],
    ['a footnote that nothing refers to', 'x\n\n[^1]: See src/a.ts.\n', ['holds src/a.ts']],
    ['a task', '- [x] do make it\n', ['unknown make it']],
    ['a struck word', '~~src/gone.ts~~\n', ['broken src/gone.ts']],
    ['CRLF', 'a\r\nb src/a.ts\r\nc\r\n', ['holds src/a.ts']],
    ['astral characters before it', '𝒳 🚀 src/a.ts\n', ['holds src/a.ts']],
  ])('%s', (_name, text, expected) => {
    const page = claimedPage({ 'A.md': text }, { words: WORDS })
    expect(underlined(page)).toEqual(expected)
    expect(markedClaims(page)).toEqual(expected.length === 3 ? [1] : expected.map((_, index) => index + 1))
    expect(page).not.toContain('class="beside"')
  })
})

test('MDX: words inside of components, and what stands in their attributes beside them', () => {
  const page = claimedPage({ 'A.mdx': 'import x from "y"\n\n<Note file="src/gone.ts">\n\nSee src/a.ts.\n\n</Note>\n' }, { words: WORDS })
  expect(underlined(page)).toEqual(['holds src/a.ts', 'broken src/gone.ts'])
  expect(markedClaims(page)).toEqual([2, 1])
})

test('claims over each other: stretches by their worst verdict, one mark for each claim where it ends', () => {
  const page = claimedPage({ 'A.md': 'abcdefgh\n' }, { at: [[0, 6, holds()], [2, 4, BROKEN], [2, 8, unknown('why')], [2, 4, holds()]] })
  expect(underlined(page)).toEqual(['holds ab', 'broken cd', 'unknown ef', 'unknown gh'])
  expect(markedClaims(page)).toEqual([2, 3, 1, 4])
})

test('a claim over several pieces of text has one mark, behind the last', () => {
  const text = 'All `five` of **them** pass.\n'
  const page = claimedPage({ 'A.md': text }, { at: [[0, text.length - 2, holds()]] })
  expect(underlined(page)).toEqual(['holds All ', 'holds five', 'holds  of ', 'holds them', 'holds  pass'])
  expect(markedClaims(page)).toEqual([1])
})

test('a claim about a whole chapter is marked where it begins', () => {
  const text = `Begin.\n\n${'Words and words. '.repeat(200)}\n`
  expect(underlined(claimedPage({ 'A.md': text }, { at: [[0, text.length, holds()]] }))).toEqual(['holds Begin.'])
})

test('a claim without words, or between blocks, stands in a list where it would be', () => {
  const text = 'One.\n\nTwo.\n'
  const page = claimedPage({ 'A.md': text }, { at: [[0, 0, BROKEN], [4, 6, holds()]] })
  expect(markedClaims(page)).toEqual([1, 2])
  expect(page.match(/class="beside"[^]*?<\/ul>/g)?.length).toBe(1)
  expect(page.indexOf('class="beside"')).toBeLessThan(page.indexOf('Two.'))
})

test('a claim about the number of a list item is marked behind that number', () => {
  const page = claimedPage({ 'A.md': '1. One.\n2. Two.\n\n   More.\n' }, { at: [[0, 1, holds()], [8, 9, BROKEN]] })
  expect(page).toMatch(/<li>\s*(?:<p>)?<span class="k"><a class="m holds" id="m1"/)
  expect(page).toMatch(/<li>\s*<p><span class="k"><a class="m broken" id="m2"/)
  expect(page).not.toContain('class="beside"')
})

test('no mark stands in a link, because links hold no links', () => {
  const page = claimedPage({ 'A.md': 'See [src/a.ts](https://example.org/) and [`src/gone.ts`](https://example.org/).\n' }, { words: WORDS })
  expect(page.match(/<a href="https:\/\/example\.org\/"[^>]*>(?:(?!<\/a>)[^])*<a /g)).toBeNull()
  expect(markedClaims(page)).toEqual([1, 2])
})

test('a text that nests deeper than it can be rendered is shown as it is written', () => {
  const page = claimedPage({ 'A.md': `${'> '.repeat(400)}src/a.ts\n` }, { words: WORDS })
  expect(page).toContain('<pre class="source">')
  expect(markedClaims(page)).toEqual([1])
})

const cases = fixtureCases().filter(({ rule }, index, all) => rule === 'protocol' || all[index - 1]?.rule !== rule)

test('there are fixtures', () => {
  expect(cases.length, FIXTURES).toBeGreaterThan(20)
})

test.each(cases)('every claim is marked exactly once: $rule/$name', async (fixture) => {
  const { report, page } = await pageOfCheckout(buildCase(fixture))
  const inDocuments = report.references.filter(({ path }) => (report.strict.length > 0 ? report.strict : report.judged).includes(path))
  expect([...markedClaims(page)].sort((a, b) => a - b).length).toBe(inDocuments.length)
  expect(new Set(markedClaims(page)).size).toBe(inDocuments.length)
  expect(page.match(/<tr id="c\d+"/g)?.length ?? 0).toBe(report.references.length)
})
