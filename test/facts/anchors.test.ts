import { describe, expect, it } from 'vitest'
import { anchorsFact } from '../../src/facts/anchors.ts'
import { slugsOf, type SlugStyle } from '../../src/facts/slugs.ts'
import { memoryRepository } from '../support/memory-repository.ts'

describe('slugs', () => {
  const cases: readonly (readonly [SlugStyle, string, string])[] = [
    ['github', 'Testing & Documenting', 'testing--documenting'],
    ['github', 'Über `a_b` 🚀', 'über-a_b-'],
    ['gitlab', 'Testing & Documenting', 'testing-documenting'],
    ['gitlab', '2024', 'anchor-2024'],
    ['vitepress', '1. Using the Editor', '_1-using-the-editor'],
    ['vitepress', 'Über a_b', 'uber-a-b'],
    ['mkdocs', 'Über: a & b', 'uber-a-b'],
    ['mkdocs', 'a & b', 'a--b'],
    ['mdbook', 'The `book` & more', 'the-book--more'],
    ['hugo', 'Docker on Btrfs / ZFS', 'docker-on-btrfs--zfs'],
    ['jekyll', '1. First step', 'first-step'],
    ['docsify', '1.2 Foo', '_12-foo'],
  ]
  it.each(cases)('%s: %s', (style, text, anchor) => {
    expect([...slugsOf(style, [[text]])]).toContain(anchor)
  })

  it('numbers repetitions as each style does', () => {
    expect([...slugsOf('github', [['A'], ['A'], ['A-1'], ['A']])]).toEqual(['a', 'a-1', 'a-1-1', 'a-2'])
    expect([...slugsOf('mkdocs', [['A'], ['A']])]).toEqual(['a', 'a_1'])
  })
})

describe('pages', () => {
  const repository = memoryRepository({
    'a.md': '# Title\n\n<!--@include: ./part.md-->\n',
    'part.md': '## From the part ↔️\n\n<a id="CamelCase"></a>\n',
    'open.md': '# T\n\n<!--@include: ./gone.md-->\n',
    'component.mdx': "import Plain from './plain.tsx'\n\n# T\n\n<Plain />\n",
    'plain.tsx': 'export const Plain = () => <p>text</p>\n',
    'heading.mdx': "import Api from './api.tsx'\n\n# T\n\n<Api />\n",
    'api.tsx': 'export const Api = () => <h2 id="x">text</h2>\n',
  })
  const page = (path: string) => repository.get(anchorsFact).of(path, [])

  it('follows includes', () => {
    expect(page('a.md')?.has('title')).toBe(true)
    expect(page('a.md')?.has('from-the-part-')).toBe(true)
    expect(page('a.md')?.open).toBeUndefined()
    expect(page('open.md')?.open).toBe("it includes `./gone.md`, which can't be read")
  })

  it('compares without letter case, prefix and variation selectors', () => {
    expect(page('a.md')?.has('camelcase')).toBe(true)
    expect(page('a.md')?.has('user-content-title')).toBe(true)
    expect(page('a.md')?.has('from-the-part-\ufe0f')).toBe(true)
    expect(page('a.md')?.has('other')).toBe(false)
  })

  it('looks into components', () => {
    expect(page('component.mdx')?.open).toBeUndefined()
    expect(page('heading.mdx')?.open).toBe('the component `<Api>` may render anchors')
  })
})
