import { describe, expect, it } from 'vitest'
import { createDocument } from '../../src/core/document.ts'
import { landmarksOf } from '../../src/core/landmarks.ts'

const landmarks = (text: string, path = 'a.md') => landmarksOf(createDocument(path, text))

describe('headings', () => {
  it('keeps inline code and emphasis as text, leaves images and tags out', () => {
    const { headings } = landmarks('# A `b()` *c* <a name="x"></a>![alt](i.png)\n\nSetext\n---\n')
    expect(headings).toEqual([
      { text: 'A b() c', padded: 'A b() c ', depth: 1, line: 1 },
      { text: 'Setext', depth: 2, line: 3 },
    ])
  })

  it('reads attribute lists in all spellings', () => {
    for (const heading of ['## Title {#own}', '## Title {: #own .wide }', '## Title \\{#own}', '## Title { #own }', '## Title { id="own" }']) {
      const found = landmarks(`${heading}\n`)
      expect(found.ids, heading).toContain('own')
      expect(found.headings[0]?.bare, heading).toBe('Title')
    }
    const mdx = landmarks('## Title {/* #own */}\n', 'a.mdx')
    expect(mdx.ids).toContain('own')
    expect(mdx.headings[0]?.text).toBe('Title')
  })

  it('reads HTML headings', () => {
    expect(landmarks('<h2 align="center">My <b>Tool</b></h2>\n').headings).toEqual([{ text: 'My Tool', depth: 2, line: 1 }])
  })
})

describe('ids', () => {
  it('collects id and name of any element, also in MDX, but not in comments', () => {
    expect(landmarks('<a name="one"></a> <div id=two>\n\n<!-- <a id="three"></a> -->\n').ids).toEqual(['one', 'two'])
    expect(landmarks('<Foo id="x" />\n', 'a.mdx').ids).toEqual(['x'])
  })

  it('knows footnotes and labels', () => {
    const { ids } = landmarks('a[^n]\n\n(label)=\n\n[^n]: note\n')
    expect(ids).toContain('label')
    expect(ids).toContain('user-content-fn-n')
  })
})

describe('what the text does not show', () => {
  it('names included files of every tool', () => {
    const text = '<!--@include: ./a.md-->\n\n--8<-- "b.md"\n\n{% include_relative c.md %}\n\n{{#include d.md}}\n\n{{< readfile "e.md" >}}\n'
    expect(landmarks(text).includes.map(inclusion => inclusion.path)).toEqual(['./a.md', 'b.md', 'c.md', 'e.md', 'd.md'])
    expect(landmarks("import Part from './part.mdx'\n\n<Part />\n", 'a.mdx').includes).toEqual([{ path: './part.mdx' }])
  })

  it('does not take data and code for included text', () => {
    expect(landmarks('{{< include "x.json" >}}\n').includes).toEqual([])
  })

  it('names components without content, with their module, and no frames', () => {
    const { components } = landmarks("import Api from '../api'\n\n<Api />\n\n<Tabs />\n\n<Own>text</Own>\n\n<Site />\n", 'a.mdx')
    expect(components).toEqual([{ name: 'Api', from: '../api' }, { name: 'Site' }])
  })

  it('is open when a heading comes from a template', () => {
    expect(landmarks('## {{ page.title }}\n').open).toBe('a heading is filled in from a template')
    expect(landmarks('## Title\n').open).toBeUndefined()
  })
})

it('counts lines without the last line break', () => {
  expect([landmarks('').lines, landmarks('a').lines, landmarks('a\n').lines, landmarks('a\nb').lines]).toEqual([1, 1, 1, 2])
})

it('survives hostile text', () => {
  for (const piece of ['<a href="', '{#', '<!--', '{{<', '<A ', '](', '::: a', '# ![', "<a b='{"]) {
    expect(landmarks(piece.repeat(20_000)).lines).toBe(1)
  }
})
