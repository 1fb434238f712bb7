/**
 * Documents that speak of another day: changelogs, release notes, dated records, archives, frozen versions of a manual.
 * They were true when written and are not held against today's tree. Decided from the path alone, before any parsing:
 * on three public monorepos 88 % of the parsing time of all Markdown went into changelogs.
 */

/** Why a document is set aside, or `undefined` for a document that speaks of today. */
export type Genre = 'changelog' | 'release notes' | 'dated record' | 'archive' | 'frozen version' | 'vendored' | 'test data'

const NAME_RULES: readonly (readonly [RegExp, Genre])[] = [
  [/^(?:release[-_ ]?notes?|whats[-_]?new|release[-_.]?v?\d+)(?:[-_.].*)?$/i, 'release notes'],
  // Not `RELEASE.md`: that one tells how to make a release.
  [/^(?:change[-_ ]?log|changes|history|news|releases)(?:[-_.][^/]*)?$/i, 'changelog'],
  [/(?:^|[-_.])change[-_]?log(?:$|[-_.])/i, 'changelog'],
  [/^(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?(?:$|\D)/, 'dated record'],
  [/(?:^|[-_.])(?:19|20)\d\d[-_.](?:0[1-9]|1[0-2])[-_.](?:0[1-9]|[12]\d|3[01])$/, 'dated record'],
  [/(?:^|[-_])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:$|[-_])/, 'dated record'],
]

const FOLDER_RULES: readonly (readonly [RegExp, Genre])[] = [
  [/^(?:change-?logs?|changes|\.changeset|\.changes|\.changelog|newsfragments|changelog\.d)$/i, 'changelog'],
  [/^release[-_ ]?notes?$/i, 'release notes'],
  [/^_?(?:archived?s?|attic|graveyard|historical|deprecated[-_]docs|obsolete)$/i, 'archive'],
  [/^(?:[\w-]+_)?versioned_docs(?:[-_][\w-]+)?$/, 'frozen version'],
  [/^(?:node_modules|vendor|third[-_]party|bower_components)$/i, 'vendored'],
  [/^_?posts$/, 'dated record'],
  [/^docusaurus-plugin-content-blog$/, 'dated record'],
]

/** What holds documents that tests read, and (by its name) a blog. */
const TEST_DATA = /^(?:__fixtures?__|fixtures?|test-?data|test_data|test[-_]fixtures)$/i
/** Folders of input and expected output, below a folder of tests (a formatter's `tests/specs/markdown/list.md`). */
const TESTS = /^(?:tests?|__tests__)$/
const DATA_OF_TESTS = /^(?:specs?|cases|snapshots?|goldens?|inputs?|samples?)$/
const BLOG = /^_?blogs?$/i
/** Where a folder named `blog` holds posts; elsewhere (`apps/blog`, `examples/blog`) it is a program. */
const AROUND_BLOG = /^(?:docs?|documentation|website|site|www|web|homepage|content|contents|data|pages|posts|articles|src|[a-z]{2}(?:-[a-z]{2})?)$/i
/** Documents about a folder, whatever the folder is. */
const ABOUT_FOLDER = /^(?:readme|contributing|agents|claude|index|_index)\b/i

/** A name such as `releases` or `news` alone is a changelog at the root or beside a manifest, not in a manual. */
const AMBIGUOUS_NAME = /^(?:releases|news|changes)$/i

/**
 * The genre that a path declares.
 * @param path from the root, with forward slashes
 */
export function genreOf(path: string): Genre | undefined {
  const parts = path.split('/')
  const file = parts.pop() ?? ''
  for (const part of parts) {
    for (const [pattern, genre] of FOLDER_RULES) if (pattern.test(part)) return genre
  }
  if (isTestData(parts, file)) return 'test data'
  if (isPost(parts, file)) return 'dated record'
  const dot = file.lastIndexOf('.')
  const name = dot > 0 ? file.slice(0, dot) : file
  for (const [pattern, genre] of NAME_RULES) {
    if (!pattern.test(name)) continue
    if (AMBIGUOUS_NAME.test(name) && name !== name.toUpperCase() && parts.length > 0) continue
    return genre
  }
  return undefined
}

/** `fixtures/README.md` may speak of the fixtures; whatever lies deeper is one. */
function isTestData(folders: readonly string[], file: string): boolean {
  const tests = folders.findIndex(folder => TESTS.test(folder))
  const at = folders.findIndex((folder, index) => TEST_DATA.test(folder) || (tests >= 0 && index > tests && DATA_OF_TESTS.test(folder)))
  return at >= 0 && !(at === folders.length - 1 && ABOUT_FOLDER.test(file))
}

function isPost(folders: readonly string[], file: string): boolean {
  const at = folders.findIndex(folder => BLOG.test(folder))
  if (at < 0 || ABOUT_FOLDER.test(file)) return false
  return folders.slice(0, at).every(folder => AROUND_BLOG.test(folder))
}
