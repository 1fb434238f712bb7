/** Whether code used a variable when a document named it. */
import { isDotenv, readEnvironment } from '../../analysis/environment/read.ts'
import type { Lookup, Repository } from '../../core/repository.ts'
import type { Additions, PastCommit } from '../../git/document-words.ts'
import type { Hit } from '../../git/grep.ts'
import { documentPasts, keptAnswersFact, type SaidWord } from '../document-pasts.ts'
import { findPastWords } from './past-words.ts'

export interface PastUse {
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
  readonly path: string
  /** 1-based line in that commit. */
  readonly line: number
  /** Whether the line reads or sets a variable; otherwise the word only stood there. */
  readonly used: boolean
  /** The document named it anew when it was gone already. */
  readonly renewed: boolean
}

/** Asks about a document and a name. `null`: nothing was found; `undefined`: not known yet. */
export function pastUse(document: string, name: string): Lookup<PastUse | null | undefined> {
  return { key: `${PAST}${document}\0${name}`, kind: 'past uses of variables', default: undefined, answerAll: answerPast }
}
const PAST = 'past-use:'

function answerPast(repository: Repository, keys: readonly string[]): ReadonlyMap<string, PastUse | null> {
  const { head, shallow, gitDirectory } = repository.source
  if (head === undefined || shallow || gitDirectory === undefined) return new Map(keys.map(key => [key, null]))
  const said = keys.map((key): SaidWord => {
    const [document = '', word = ''] = key.slice(PAST.length).split('\0')
    return { document, word }
  })
  const additions = documentPasts(repository, 'additions', said).map(commitsOf)
  const uses = usesIn(repository, head, additions.flatMap((commits, index) => commits.map(({ commit }) => ({ commit, name: said[index]?.word ?? '' }))))
  repository.get(keptAnswersFact).save()
  return new Map(keys.map((key, index): [string, PastUse | null] => {
    const name = said[index]?.word ?? ''
    for (const [back, { commit, time }] of additions[index]?.entries() ?? []) {
      const use = uses.get(commit)?.get(name)
      if (use === 'comments') return [key, null]
      if (use !== undefined) return [key, { ...use, commit, time, renewed: back > 0 }]
    }
    return [key, null]
  }))
}

/** The commits in which the document took the word up: the last one, and the first one where that is another. */
function commitsOf(past: Additions | null): readonly PastCommit[] {
  if (past === null) return []
  return past.first.commit === past.last.commit ? [past.last] : [past.last, past.first]
}

/** Commits whose trees are read; those with the most names come first. */
const MOST_COMMITS = 30

/** A place in an old file; `comments`: only comments had the name. */
type OldUse = Pick<PastUse, 'path' | 'line' | 'used'> | 'comments'

/** By commit and name. What a commit's tree holds stays true, so it is kept, and that nothing did, too. */
function usesIn(
  repository: Repository, head: string, places: readonly { readonly commit: string; readonly name: string }[],
): ReadonlyMap<string, ReadonlyMap<string, OldUse>> {
  const kept = repository.get(keptAnswersFact)
  const known = new Map<string, Map<string, OldUse>>()
  const open = new Map<string, Set<string>>()
  const note = (commit: string, name: string, use: OldUse): void => {
    known.set(commit, (known.get(commit) ?? new Map<string, OldUse>()).set(name, use))
  }
  for (const { commit, name } of places) {
    const answer = kept.get([USED, commit, name])
    if (answer === null) continue
    const use = readUse(answer)
    if (use === undefined) open.set(commit, (open.get(commit) ?? new Set<string>()).add(name))
    else note(commit, name, use)
  }
  const searched = new Map([...open].sort((a, b) => b[1].size - a[1].size).slice(0, MOST_COMMITS))
  const hits = searched.size === 0 ? undefined : findPastWords(repository, head, searched)
  if (hits === undefined) return known
  for (const [commit, names] of searched) {
    for (const name of names) {
      const use = useAmong(hits.get(commit)?.get(name) ?? [], name)
      kept.set([USED, commit, name], use === undefined ? null : use === 'comments' ? use : [use.path, use.line, use.used])
      if (use !== undefined) note(commit, name, use)
    }
  }
  return known
}

const USED = 'used'

function readUse(answer: unknown): OldUse | undefined {
  if (answer === 'comments') return answer
  const [path, line, used] = Array.isArray(answer) ? answer as readonly unknown[] : []
  return typeof path === 'string' && typeof line === 'number' && typeof used === 'boolean' ? { path, line, used } : undefined
}

function useAmong(hits: readonly Hit[], name: string): OldUse | undefined {
  if (hits.length === 0) return undefined
  const said = hits.filter(hit => !isComment(hit.path, hit.text)).sort((a, b) => a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1)
  const uses = said.map(({ path, line, text }) => ({ path, line, used: readEnvironment(path, text).uses.some(use => use.name === name) }))
  return uses.find(one => one.used) ?? uses[0] ?? 'comments'
}

/** A comment says things, as a document does. In an `.env` file it declares. */
function isComment(path: string, line: string): boolean {
  return !isDotenv(path) && /^\s*(?:#|\/\/|\*|\/\*|--|<!--|;)/.test(line)
}
