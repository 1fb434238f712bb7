/** What source once declared: a name that is nowhere now, in the tree of the commit in which a document began to speak of it. */
import type { Repository } from '../../core/repository.ts'
import { addTo } from '../../core/multimap.ts'
import { declarationAt, type Declared } from '../../analysis/symbols/declaration.ts'
import { ExactIndex } from '../../analysis/symbols/exact-scan.ts'
import { isCode, isInComment } from '../../analysis/symbols/source-file.ts'
import { lineAround } from '../../analysis/symbols/word-scan.ts'
import type { PastCommit } from '../../git/document-words.ts'
import { visitPastFiles } from '../../git/past-trees.ts'
import { documentPasts, keptAnswersFact, type SaidWord } from '../document-pasts.ts'
import { TEST_DATA } from '../gone-path.ts'

/** The past declaration of a name that is gone. */
export interface PastDeclaration {
  readonly path: string
  readonly declared: Declared
  /** Seconds since 1970: the commit at which the document already had the name, and the source too. */
  readonly time: number
  readonly commit: string
}

/** More trees than these are not read: then several documents share the latest one of their time. */
const MOST_TREES = 60

/** Nobody documents these by name alone. */
const NOT_OURS = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|playgrounds?|demos?|docs?|website|www|storybook|stories|benchmarks?|integration-tests?|dist|build|generated|__generated__)\/|\.(?:test|spec|stories|bench)\.|_test\.(?:go|py)$|(?:^|\/)test_[^/]*\.py$/i

/**
 * @param said names that no source has now
 * @returns in the order of the questions
 */
export function findPastDeclarations(repository: Repository, said: readonly SaidWord[]): readonly (PastDeclaration | undefined)[] {
  const origins = documentPasts(repository, 'since', said)
  const representative = sharedTrees(origins.filter(origin => origin !== null))
  const places = said.map(({ word }, index) => ({ word, at: representative.get(origins[index]?.commit ?? '') }))
  const declared = declaredIn(repository, places.flatMap(({ word, at }) => at === undefined ? [] : [{ name: word, commit: at.commit }]))
  return places.map(({ word, at }) => {
    const found = at === undefined ? undefined : declared.get(at.commit)?.get(word)
    return at === undefined || found === undefined ? undefined : { ...found, time: at.time, commit: at.commit }
  })
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

interface Declaration {
  readonly path: string
  readonly declared: Declared
}

/** By commit and name: the file that declared it. What a commit's tree holds stays true, so it is kept, and that nothing did, too. */
function declaredIn(
  repository: Repository, places: readonly { readonly name: string; readonly commit: string }[],
): ReadonlyMap<string, ReadonlyMap<string, Declaration>> {
  const kept = repository.get(keptAnswersFact)
  const known = new Map<string, Map<string, Declaration>>()
  const open = new Map<string, Set<string>>()
  const note = (commit: string, name: string, declaration: Declaration): void => {
    known.set(commit, (known.get(commit) ?? new Map<string, Declaration>()).set(name, declaration))
  }
  for (const { name, commit } of places) {
    const answer = kept.get([DECLARED, commit, name])
    if (answer === null) continue
    const declaration = readDeclaration(answer)
    if (declaration === undefined) open.set(commit, (open.get(commit) ?? new Set<string>()).add(name))
    else note(commit, name, declaration)
  }
  const holders = open.size === 0 ? undefined : searchTrees(repository, open)
  if (holders === undefined) return known
  for (const [commit, names] of open) {
    for (const name of names) {
      const found = best(holders.get(name)?.filter(holder => holder.commits.has(commit)) ?? [])
      kept.set([DECLARED, commit, name], found === undefined ? null : [found.path, found.declared])
      if (found !== undefined) note(commit, name, { path: found.path, declared: found.declared })
    }
  }
  return known
}

const DECLARED = 'declared'

function readDeclaration(answer: unknown): Declaration | undefined {
  const [path, declared] = Array.isArray(answer) ? answer as readonly unknown[] : []
  return typeof path === 'string' && (declared === 'named' || declared === 'member') ? { path, declared } : undefined
}

interface Holder extends Declaration {
  readonly commits: ReadonlySet<string>
}

/** What is declared by a keyword speaks first; of several files the first by path. */
function best(holders: readonly Holder[]): Holder | undefined {
  return [...holders].sort((a, b) => Number(b.declared === 'named') - Number(a.declared === 'named') || (a.path < b.path ? -1 : 1))[0]
}

/** By name: the old files that declare it; `undefined` when git can't tell. */
function searchTrees(repository: Repository, names: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly Holder[]> | undefined {
  const index = new ExactIndex([...names.values()].flatMap(some => [...some]), { dollar: true })
  const holders = new Map<string, Holder[]>()
  const wanted = (path: string): boolean => isCode(path) && !TEST_DATA.test(path) && !NOT_OURS.test(path)
  const { head = '', files } = repository.source
  const stands = (path: string, blob: string): boolean => files.get(path)?.blob === blob
  const done = visitPastFiles(repository.root, head, stands, [...names.keys()], wanted, (path, bytes, commits) => {
    const here = new Map<string, Declared>()
    index.scan(bytes, (name, at) => {
      if (here.get(name) === 'named') return
      const { line, column } = lineAround(bytes, at)
      const declared = isInComment(path, line, column) ? undefined : declarationAt(path, line, column, name)
      if (declared !== undefined) here.set(name, declared)
    })
    for (const [name, declared] of here) addTo(holders, name, { path, declared, commits })
  })
  return done ? holders : undefined
}
