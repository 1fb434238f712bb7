import { describe, expect, it } from 'vitest'
import { genreOf } from '../../src/core/genre.ts'

describe('genreOf', () => {
  it.each([
    ['CHANGELOG.md', 'changelog'],
    ['docs/releases.md', undefined],
    ['docs/2024-05-06-retro.md', 'dated record'],
    ['website/versioned_docs/version-1/a.md', 'frozen version'],
    ['api_versioned_docs/version-1/a.md', 'frozen version'],
    ['versioned_docs_archived/version-2.x/a.md', 'frozen version'],
    ['vendor/x/README.md', 'vendored'],
  ])('reads versions and records from the path: %s', (path, genre) => {
    expect(genreOf(path)).toBe(genre)
  })

  it.each([
    ['blog/announcing-1.0.md', 'dated record'],
    ['docs/blog/2020/hello.md', 'dated record'],
    ['website/src/content/blog/hello.mdx', 'dated record'],
    ['website/i18n/de/docusaurus-plugin-content-blog/hello.md', 'dated record'],
    ['_posts/hello.md', 'dated record'],
    ['blog/README.md', undefined],
    ['docs/blog/index.md', undefined],
    ['apps/blog/docs/setup.md', undefined],
    ['examples/blog/SETUP.md', undefined],
    ['docs/blogging.md', undefined],
  ])('tells posts from programs named blog: %s', (path, genre) => {
    expect(genreOf(path)).toBe(genre)
  })

  it.each([
    ['packages/x/fixtures/a/README.md', 'test data'],
    ['test/__fixtures__/a.md', 'test data'],
    ['internal/testdata/deep/a.md', 'test data'],
    ['fixtures/README.md', undefined],
    ['docs/fixtures.md', undefined],
  ])('sets test data aside: %s', (path, genre) => {
    expect(genreOf(path)).toBe(genre)
  })
})
