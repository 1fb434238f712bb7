/** The tags of the clone, and how this repository names them. */
import { addTo } from '../core/multimap.ts'
import { defineFact } from '../core/repository.ts'
import { GitError } from '../git/run.ts'
import { listTags, type Tag } from '../git/tags.ts'
import { cloneFact } from './clone.ts'

/** A tag's name taken apart: `desktop-v0.1.0` is `desktop-v` and 0.1.0. */
export interface VersionedName {
  readonly prefix: string
  /** Two or three numbers. */
  readonly numbers: readonly number[]
  /** `rc.1` of `v1.0.0-rc.1`; '' for a release proper. */
  readonly rest: string
}

export interface Tags {
  /** Why a tag that is not here may exist all the same; `undefined` when it can't. */
  readonly incomplete: string | undefined
  get(name: string): Tag | undefined
  /** Other spellings of the same version: `1.2.3` and `name@1.2.3` for `v1.2.3`. */
  ofVersion(name: string): readonly string[]
  /** The tags named alike (the same prefix), oldest version first. */
  namedLike(name: string): readonly string[]
}

/** One git process, when a tag is first asked for. */
export const tagsFact = defineFact<Tags>('tags', (repository) => {
  let tags: ReadonlyMap<string, Tag> = new Map()
  let failure: string | undefined
  if (repository.source.gitDirectory !== undefined) {
    try {
      tags = listTags(repository.root)
    } catch (error) {
      if (!(error instanceof GitError)) throw error
      failure = `tags can't be read: ${error.message}`
    }
  }
  const byPrefix = new Map<string, string[]>()
  const byVersion = new Map<string, string[]>()
  for (const name of tags.keys()) {
    const parsed = parseVersion(name)
    if (parsed === undefined) continue
    addTo(byPrefix, parsed.prefix.toLowerCase(), name)
    addTo(byVersion, versionKey(parsed), name)
  }
  for (const names of byPrefix.values()) names.sort(compareVersions)
  return {
    incomplete: failure ?? repository.get(cloneFact).missingTags ?? (tags.size === 0 ? 'the clone has no tags: run `git fetch --tags`' : undefined),
    get: name => tags.get(name),
    ofVersion(name) {
      const parsed = parseVersion(name)
      if (parsed === undefined) return []
      const names = byVersion.get(versionKey(parsed)) ?? []
      // Only a bare version leaves open whose it is.
      return parsed.prefix === '' || parsed.prefix === 'v' ? names : names.filter(other => bare(other).toLowerCase() === bare(name).toLowerCase())
    },
    namedLike(name) {
      const prefix = parseVersion(name)?.prefix.toLowerCase()
      if (prefix === undefined) return []
      return byPrefix.get(prefix) ?? (prefix === '' ? byPrefix.get('v') : prefix === 'v' ? byPrefix.get('') : undefined) ?? []
    },
  }
})

/** Takes a name apart; `undefined` when it does not end in a version. */
export function parseVersion(name: string): VersionedName | undefined {
  const match = /^((?:[^\s]*[@/_-])?v?)(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(?:[-+.]?([a-z][\w.+-]*|\d[\w.+-]*))?$/i.exec(name.slice(0, 200))
  if (match === null) return undefined
  return { prefix: match[1] ?? '', numbers: [match[2], match[3], match[4]].flatMap(part => (part === undefined ? [] : [Number(part)])), rest: match[5] ?? '' }
}

/** The project that a name like `name@1.2.3` or `name-v1.2.3` gives. */
function bare(name: string): string {
  return (parseVersion(name)?.prefix ?? name).replace(/[@/_-]v?$|v$/i, '')
}

function versionKey({ numbers, rest }: VersionedName): string {
  return `${[0, 1, 2].map(index => String(numbers[index] ?? 0)).join('.')}-${rest}`
}

/** By version; a pre-release comes before its release. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)]
  if (left === undefined || right === undefined) return 0
  for (const index of [0, 1, 2]) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  if (left.rest === right.rest) return 0
  if (left.rest === '' || right.rest === '') return left.rest === '' ? 1 : -1
  return left.rest.localeCompare(right.rest, 'en', { numeric: true })
}
