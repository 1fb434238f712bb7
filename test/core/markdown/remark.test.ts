/** The fallback for platforms without a native build. */
import { describe, expect, it } from 'vitest'
import type { MarkdownNode, NodeType } from '../../../src/core/markdown/node.ts'
import { parseRemark } from '../../../src/core/markdown/remark.ts'
import { parse } from '../../../src/core/markdown/parse.ts'

function all(root: MarkdownNode | undefined, type?: NodeType): MarkdownNode[] {
  const found: MarkdownNode[] = []
  const stack = root === undefined ? [] : [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (type === undefined || node.type === type) found.push(node)
    stack.push(...[...node.children].reverse())
  }
  return found
}

const values = (root: MarkdownNode | undefined, type: NodeType, field: 'value' | 'url' | 'identifier' | 'lang' | 'meta'): string[] =>
  all(root, type).map(node => node[field])

describe('parseRemark', () => {
  it('fills every field that rules read', () => {
    const root = parseRemark('---\na: 1\n---\n\n## H\n\n[l](u "t") ![alt](i.png) [r][R]\n\n- [x] done\n1. one\n\n```sh title=x\nls\n```\n\n[R]: /d\n', false)
    expect(values(root, 'yaml', 'value')).toEqual(['a: 1'])
    expect(all(root, 'heading').map(node => node.depth)).toEqual([2])
    expect(values(root, 'link', 'url')).toEqual(['u'])
    expect(all(root, 'image').map(node => [node.url, node.value])).toEqual([['i.png', 'alt']])
    expect(values(root, 'linkReference', 'identifier')).toEqual(['r'])
    expect(values(root, 'definition', 'url')).toEqual(['/d'])
    expect(all(root, 'code').map(node => [node.lang, node.meta, node.value])).toEqual([['sh', 'title=x', 'ls']])
    expect(all(root, 'listItem').map(node => node.checked)).toEqual([true, undefined])
    expect(all(root, 'list').map(node => node.ordered)).toEqual([false, true])
  })

  it('gives nodes without a position a place between their neighbours', () => {
    const text = 'see [a https://a.b/c, then `code` and [x](y.md)\n'
    const root = parseRemark(text, false)
    const [paragraph] = root?.children ?? []
    const places = paragraph?.children.map(node => [node.type, node.start, node.end])
    expect(places).toEqual([['text', 0, 7], ['link', 7, 20], ['text', 20, 27], ['inlineCode', 27, 33], ['text', 33, 38], ['link', 38, 47]])
  })

  it('keeps children inside of their parents and in order, whatever has no position', () => {
    for (const text of ['a@b.c [https://x.y/z\n', "a ['x', 'https://a.b/c'],\n", '> - www.a.b and [c@d.e\n', '| a |\n|-|\n| [https://a.b |\n', '~~ [http://a.b ~~ x\n']) {
      for (const node of all(parseRemark(text, false))) {
        expect(node.start, text).toBeLessThanOrEqual(node.end)
        for (const [index, child] of node.children.entries()) {
          expect(child.parent).toBe(node)
          expect(child.start, text).toBeGreaterThanOrEqual(index === 0 ? node.start : (node.children[index - 1]?.end ?? 0))
          expect(child.end, text).toBeLessThanOrEqual(node.end)
        }
      }
    }
  })

  it('refuses MDX that is none, and takes the same text as Markdown', () => {
    expect(parseRemark('a <b\n', true)).toBeUndefined()
    expect(all(parseRemark('a <b `c`\n', false), 'inlineCode')).toHaveLength(1)
  })

  it('names MDX components', () => {
    expect(values(parseRemark('<Tabs>\n\ntext\n\n</Tabs>\n\n{1 + 1}\n', true), 'mdxJsxFlowElement', 'identifier')).toEqual(['Tabs'])
  })

  it('gives up on what nests deeper than its stack instead of throwing', () => {
    expect(() => parseRemark('> '.repeat(10_000), false)).not.toThrow()
  })
})

describe('parse', () => {
  it('reads MDX that is none as Markdown', () => {
    expect(values(parse('import x from "y\n\na <b `code`\n', true), 'inlineCode', 'value')).toEqual(['code'])
    expect(values(parse('<A>{x}</A> `code`\n', true), 'mdxTextExpression', 'value')).toEqual(['x'])
  })

  it('decodes what an ASCII text means beyond ASCII', () => {
    const root = parse('[a](caf&eacute;.md) `x`\n')
    expect(values(root, 'link', 'url')).toEqual(['café.md'])
    expect(values(parse('``` sh&uuml;\nx\n```\n'), 'code', 'lang')).toEqual(['shü'])
  })
})
