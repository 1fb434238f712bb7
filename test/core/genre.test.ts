import { describe, expect, it } from 'vitest'
import { genreOf } from '../../src/core/genre.ts'

it.each([
  ['CHANGELOG.md', 'changelog'], ['packages/a/CHANGELOG.md', 'changelog'], ['changelog.markdown', 'changelog'], ['CHANGES.md', 'changelog'], ['HISTORY.md', 'changelog'], ['NEWS.md', 'changelog'],
  ['RELEASES.md', 'changelog'], ['docs/CHANGELOG-v1.md', 'changelog'], ['CHANGELOG_OLD.md', 'changelog'], ['change-log.md', 'changelog'], ['docs/api-changelog.md', 'changelog'], ['.changeset/quick-fox.md', 'changelog'],
  ['.changes/1.0.md', 'changelog'], ['newsfragments/12.md', 'changelog'], ['docs/changelogs/v2.md', 'changelog'], ['releases.md', 'changelog'], ['news.md', 'changelog'],
  ['RELEASE_NOTES.md', 'release notes'], ['release-notes-2.md', 'release notes'], ['docs/whats-new.md', 'release notes'], ['RELEASE-1.2.md', 'release notes'], ['docs/release-notes/v2.md', 'release notes'], ['docs/releasenotes/a.md', 'release notes'], ['release notes/v0.9.0.md', 'release notes'],
  ['docs/2024-01-07.md', 'dated record'], ['docs/2024-01-07-incident.md', 'dated record'], ['notes/2024_01_07_x.md', 'dated record'], ['audit-2024-01-07.md', 'dated record'], ['docs/20240107_migration.md', 'dated record'],
  ['docs/review-20240107.md', 'dated record'], ['docs/2024-01.md', 'dated record'], ['_posts/a.md', 'dated record'], ['posts/a.md', 'dated record'],
  ['docs/archive/a.md', 'archive'], ['archived/a.md', 'archive'], ['_archive/a.md', 'archive'], ['docs/obsolete/a.md', 'archive'], ['attic/x.md', 'archive'], ['docs/historical/a.md', 'archive'],
  ['versioned_docs/version-1/a.md', 'frozen version'], ['api_versioned_docs/version-1/a.md', 'frozen version'],
  ['vendor/a/README.md', 'vendored'], ['node_modules/a/README.md', 'vendored'], ['third_party/a.md', 'vendored'], ['third-party/a.md', 'vendored'],
])('%s: %s', (path, genre) => {
  expect(genreOf(path)).toBe(genre)
})

it.each([
  'README.md', 'AGENTS.md', 'docs/guide.md', 'docs/releases.md', 'docs/news.md', 'docs/changes.md', 'docs/release.md', 'RELEASE.md', 'docs/releasing.md', 'docs/history-api.md'.replace('history-api', 'api-history'),
  'docs/changing-logs.md', 'docs/runbook.md', 'docs/promotion-log.md', 'docs/0001-use-x.md', 'docs/v2.0.md', 'docs/2fa.md', 'docs/1984.md', 'docs/20-things.md', 'docs/port-20240.md', 'docs/archiving.md', 'docs/vendors.md',
  'docs/versioning.md', 'src/posting/a.md', 'docs/migration-2024.md', 'docs/rfc-2024-13-45.md', 'docs/newsletter.md', 'docs/post/a.md', 'docs/changeset.md', '.md', '', 'docs/',
])('%s speaks of today', (path) => {
  expect(genreOf(path)).toBeUndefined()
})

describe('folders', () => {
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
    ['crates/formatter/tests/specs/markdown/list.md', 'test data'],
    ['tests/specs/README.md', undefined],
    ['docs/specs/list.md', undefined],
    ['fixtures/README.md', undefined],
    ['docs/fixtures.md', undefined],
  ])('sets test data aside: %s', (path, genre) => {
    expect(genreOf(path)).toBe(genre)
  })
})
