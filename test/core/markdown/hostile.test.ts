import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../../src/core/check.ts'
import { createDocument } from '../../../src/core/document.ts'
import { isTooCostly } from '../../../src/core/markdown/cost.ts'
import { parse } from '../../../src/core/markdown/parse.ts'
import { memoryRepository } from '../../support/memory-repository.ts'

describe('texts that no parser takes in bounded time', () => {
  it.each([
    ['character references', '&amp;%20'.repeat(62_500)],
    ['underscores', 'a_'.repeat(250_000)],
    ['nested block quotes', '> '.repeat(250_000)],
    ['a paragraph of bars', '|&amp;|\n'.repeat(60_000)],
  ])('are not parsed: %s', (_name, text) => {
    expect(parse(text)).toBeUndefined()
  })

  it.each([
    ['many short blocks', 'see a_b_c &amp; d\n\n'.repeat(30_000)],
    ['many short blocks with CRLF', 'see a_b_c &amp; d\r\n\r\n'.repeat(30_000)],
    ['one block without marks', 'word '.repeat(100_000)],
    ['a table', `| a | b |\n|---|---|\n${'| a_b &amp; c | `d_e` |\n'.repeat(20_000)}`],
    ['a list', '- `a_b` c &amp; d\n'.repeat(20_000)],
    ['a code block', `~~~sh\n${'a_b &amp; make x && y_\n'.repeat(20_000)}~~~\n`],
    ['snake case', 'some_word '.repeat(50_000)],
  ])('others are: %s', (_name, text) => {
    expect(isTooCostly(text)).toBe(false)
  })

  it('are told of and stop nothing', () => {
    const document = createDocument('a.md', `[x](gone.md)\n${'&amp;%20'.repeat(62_500)}`)
    const report = checkDocument(memoryRepository({}), document, { rules: [], isStrict: () => false, minConfidence: 'medium', setAside: [] })
    expect(document.root).toMatchObject({ type: 'root', children: [] })
    expect(report.notices).toEqual(["a.md can't be parsed in bounded time; it was not checked."])
  })
})
