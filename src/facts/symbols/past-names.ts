/** What source once declared: a name that is nowhere now, in the trees at the time a document began to speak of it. */
import type { Repository } from '../../core/repository.ts'
import { addTo } from '../../core/multimap.ts'
import { declarationAt, type Declared } from '../../analysis/symbols/declaration.ts'
import { isCode, isInComment } from '../../analysis/symbols/source-file.ts'
import { lineAround, NameIndex } from '../../analysis/symbols/word-scan.ts'
import { findOrigins, type PastCommit } from '../../git/document-origins.ts'
import { changedSince, treeOf } from '../../git/past-trees.ts'
import { visitBlobs } from '../../git/read-blobs.ts'
import { TEST_DATA } from '../gone-path.ts'

/** The past declaration of a name that is gone. */
export interface PastDeclaration {
  readonly path: string
  readonly declared: Declared
  /** Seconds since 1970: the commit at which the document already had the name, and the source too. */
  readonly time: number
  readonly commit: string
}

/** More trees than these are not compared: several of them share the latest one of their time. */
const MOST_TREES = 12
/** Bytes of old source that are read at most. */
const MOST_BYTES = 200_000_000

/** Nobody documents these by name alone. */
const NOT_OURS = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|playgrounds?|demos?|docs?|website|www|storybook|stories|benchmarks?|integration-tests?|dist|build|generated|__generated__)\/|\.(?:test|spec|stories|bench)\.|_test\.(?:go|py)$|(?:^|\/)test_[^/]*\.py$/i

/**
 * @param names by document: names that no source has now
 * @returns by document: name to its past declaration; `undefined` when git can't tell
 */
export function findPastDeclarations(
  repository: Repository, names: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlyMap<string, PastDeclaration>> | undefined {
  const { head } = repository.source
  if (head === undefined) return undefined
  const origins = findOrigins(repository.root, head, names)
  const now = treeOf(repository.root, head)
  if (origins === undefined || now === undefined) return undefined
  const representative = sharedTrees([...origins.values()].flatMap(words => [...words.values()]))
  const trees = new Map([...representative.values()].map(commit => [commit.tree, commit]))
  const changed = changedSince(repository.root, [...trees.keys()], now)
  const holders = declarationsIn(repository, changed, new NameIndex([...names.values()].flat()))
  const found = new Map<string, Map<string, PastDeclaration>>()
  for (const [document, words] of origins) {
    const past = new Map<string, PastDeclaration>()
    for (const [word, origin] of words) {
      const tree = representative.get(origin.commit)
      const declared = tree === undefined ? undefined : best(holders.get(word)?.filter(holder => holder.trees.has(tree.tree)))
      if (tree === undefined || declared === undefined) continue
      past.set(word, { path: declared.path, declared: declared.declared, time: tree.time, commit: tree.commit })
    }
    found.set(document, past)
  }
  return found
}

/** By commit: the commit whose tree is looked at for it, itself or a later one. */
function sharedTrees(commits: readonly PastCommit[]): ReadonlyMap<string, PastCommit> {
  const distinct = [...new Map(commits.map(commit => [commit.commit, commit])).values()].sort((a, b) => a.time - b.time)
  const size = Math.max(1, Math.ceil(distinct.length / MOST_TREES))
  const shared = new Map<string, PastCommit>()
  distinct.forEach((commit, index) => {
    const last = distinct[Math.min(distinct.length - 1, (Math.floor(index / size) + 1) * size - 1)]
    if (last !== undefined) shared.set(commit.commit, last)
  })
  return shared
}

interface Holder {
  readonly path: string
  readonly declared: Declared
  readonly trees: ReadonlySet<string>
}

function best(holders: readonly Holder[] | undefined): Holder | undefined {
  return holders?.find(holder => holder.declared === 'named') ?? holders?.[0]
}

/** By name: the old files that declare it. */
function declarationsIn(repository: Repository, changed: ReturnType<typeof changedSince>, index: NameIndex): ReadonlyMap<string, readonly Holder[]> {
  const places = new Map<string, { path: string; trees: Set<string> }>()
  for (const [tree, files] of changed) {
    for (const { path, blob } of files) {
      const place = places.get(blob)
      if (place !== undefined) place.trees.add(tree)
      else if (isCode(path) && !TEST_DATA.test(path) && !NOT_OURS.test(path)) places.set(blob, { path, trees: new Set([tree]) })
    }
  }
  const holders = new Map<string, Holder[]>()
  visitBlobs(repository.root, [...places.keys()], MOST_BYTES, (id, bytes) => {
    const place = places.get(id)
    if (place === undefined) return
    const here = new Map<string, Declared>()
    index.scan(bytes, (name, at, exact) => {
      if (!exact || here.get(name) === 'named') return
      const { line, column } = lineAround(bytes, at)
      const declared = isInComment(place.path, line, column) ? undefined : declarationAt(place.path, line, column, name)
      if (declared !== undefined) here.set(name, declared)
    })
    for (const [name, declared] of here) addTo(holders, name, { path: place.path, declared, trees: place.trees })
  })
  return holders
}
