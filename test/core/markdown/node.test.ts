/** `textOf` against mdast-util-to-string on remark's tree of the same text. */
import { toString } from 'mdast-util-to-string'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../src/core/markdown/node.ts'
import { parse } from '../../../src/core/markdown/parse.ts'

describe('textOf gives the text that mdast-util-to-string gives', () => {
  it.each([
    '# Plain heading\n',
    '# With `code`, *emphasis* and **strong**\n',
    '# A [link `a/b.ts`](x.md "title") in it\n',
    '## Emoji \u{1f680} and \u7b80\u4f53\n',
    '# ~~struck~~ and <b>html</b>\n',
    '# ![alt text](a.png) image\n',
    'Setext *two*\n===\n',
    '- item with `a` and\n  a second line\n',
    '| a | b \\| c |\n|---|---|\n| `d` | e |\n',
    '> quoted **text**\n> goes on\n',
  ])('%j', (text) => {
    const theirs = toString(remark().use(remarkGfm).parse(text), { includeHtml: false })

    expect(textOf(parse(text) ?? { value: '', children: [], type: 'root' } as never)).toBe(theirs)
  })
})
