import { describe, expect, it } from 'vitest'
import { createDocument } from '../../src/core/document.ts'
import { textOf } from '../../src/core/markdown/node.ts'

describe('createDocument', () => {
  it('drops a byte order mark, so that offsets and front matter are right', () => {
    const document = createDocument('a.md', '\ufeff---\na: 1\n---\n`b`\n')
    expect(document.text.startsWith('---')).toBe(true)
    expect(document.nodes('yaml')).toHaveLength(1)
    expect(document.nodes('inlineCode').map(node => document.text.slice(node.start, node.end))).toEqual(['`b`'])
  })

  it('gives nodes of a type in the order of the text, however deep', () => {
    const document = createDocument('a.md', '`1`\n\n> - `2`\n>   - `3`\n\n| `4` |\n|-|\n| `5` |\n')
    expect(document.nodes('inlineCode').map(node => node.value)).toEqual(['1', '2', '3', '4', '5'])
    expect(document.nodes('image')).toEqual([])
  })

  it('reads only .mdx as MDX', () => {
    const text = 'a {`x`}\n'
    expect(createDocument('a.mdx', text).nodes('mdxTextExpression')).toHaveLength(1)
    expect(createDocument('a.md', text).nodes('inlineCode')).toHaveLength(1)
  })

  it('gives offsets in UTF-16 units behind emoji and CJK', () => {
    const document = createDocument('a.md', '日本 😀 `a` 👩‍👩‍👧 `b`\r\n\r\n`c`\n')
    expect(document.nodes('inlineCode').map(node => document.text.slice(node.start, node.end))).toEqual(['`a`', '`b`', '`c`'])
  })
})

describe('headingsAt', () => {
  const document = createDocument('a.md', '# A\n\na\n\n### B\n\nb\n\n## C\n\nc\n\n#### D\n\n> ## E\n\ne\n\n# F\n')
  const titles = (word: string): string[] => document.headingsAt(document.text.indexOf(`\n${word}`) + 1).map(textOf)

  it.each([
    ['a', ['A']],
    ['b', ['A', 'B']],
    ['c', ['A', 'C']],
    ['e', ['A', 'E']],
    ['# F', ['F']],
  ])('knows what %s stands under', (word, expected) => {
    expect(titles(word)).toEqual(expected)
  })

  it('knows nothing in front of the first one, or without any', () => {
    expect(createDocument('a.md', 'x\n\n# A\n').headingsAt(0)).toEqual([])
    expect(createDocument('a.md', 'x\n').headingsAt(0)).toEqual([])
  })
})

describe('textOf', () => {
  it('takes code and alternatives of images, but no HTML', () => {
    const [heading] = createDocument('a.md', '# A `b` *c **d*** ![e](f.png) <b>g</b>\n').nodes('heading')
    expect(heading === undefined ? '' : textOf(heading)).toBe('A b c d e g')
  })
})
