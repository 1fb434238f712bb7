/**
 * Documents that speak of another day: changelogs, release notes, dated records, archives, frozen versions of a manual.
 * They were true when written and are not held against today's tree. Decided from the path alone, before any parsing:
 * on three public monorepos 88 % of the parsing time of all Markdown went into changelogs.
 */

/** Why a document is set aside, or `undefined` for a document that speaks of today. */
export type Genre = 'changelog' | 'release notes' | 'dated record' | 'archive' | 'frozen version' | 'vendored'

const NAME_RULES: readonly (readonly [RegExp, Genre])[] = [
  [/^(?:change[-_ ]?log|changes|history|news|releases?)(?:[-_.][^/]*)?$/i, 'changelog'],
  [/(?:^|[-_.])change[-_]?log(?:$|[-_.])/i, 'changelog'],
  [/^(?:release[-_ ]?notes?|whats[-_]?new)(?:[-_.].*)?$/i, 'release notes'],
  [/^(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?(?:$|\D)/, 'dated record'],
  [/(?:^|[-_.])(?:19|20)\d\d[-_.](?:0[1-9]|1[0-2])[-_.](?:0[1-9]|[12]\d|3[01])$/, 'dated record'],
  [/(?:^|[-_])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:$|[-_])/, 'dated record'],
]

const FOLDER_RULES: readonly (readonly [RegExp, Genre])[] = [
  [/^(?:change-?logs?|changes|\.changeset|\.changes|\.changelog|newsfragments|changelog\.d)$/i, 'changelog'],
  [/^(?:release-?notes?|releasenotes)$/i, 'release notes'],
  [/^_?(?:archived?s?|attic|graveyard|historical|deprecated[-_]docs|obsolete)$/i, 'archive'],
  [/^(?:versioned_docs|[\w-]+_versioned_docs)$/, 'frozen version'],
  [/^(?:node_modules|vendor|third[-_]party|bower_components)$/i, 'vendored'],
  [/^_?posts$/, 'dated record'],
]

/** A name such as `releases` or `news` alone is a changelog at the root or beside a manifest, not in a manual. */
const AMBIGUOUS_NAME = /^(?:releases?|news|changes)$/i

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
  const dot = file.lastIndexOf('.')
  const name = dot > 0 ? file.slice(0, dot) : file
  for (const [pattern, genre] of NAME_RULES) {
    if (!pattern.test(name)) continue
    if (AMBIGUOUS_NAME.test(name) && name !== name.toUpperCase() && parts.length > 0) continue
    return genre
  }
  return undefined
}
