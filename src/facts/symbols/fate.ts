/** What became of a name: one reading of today's source and one of the past answer all names of a run. */
import type { ContentSource } from '../../core/source.ts'
import type { Lookup, Repository } from '../../core/repository.ts'
import { keptAnswersFact } from '../document-pasts.ts'
import { historyFact } from '../history.ts'
import { findPastDeclarations, type PastDeclaration } from './past-names.ts'
import { findPresent, type Presence } from './present-names.ts'
import { removingCommits } from './removing-commits.ts'

/** A name that was declared and is nowhere now. */
export interface GoneName extends PastDeclaration {
  /** The commit that took it out of its file; `undefined` when it was not looked for. */
  readonly removed: { readonly commit: string; readonly time: number } | undefined
  /** The last commit still declares it: what takes it out is only in the work tree or the index. */
  readonly uncommitted: boolean
}

export type Fate =
  | { readonly status: 'open' }
  | ({ readonly status: 'present' } & Presence)
  | { readonly status: 'gone'; readonly gone: GoneName }
  /** No source has it, and none is known to have declared it when the text was written. */
  | { readonly status: 'never' }
  | { readonly status: 'unknown'; readonly reason: string }

/** Names that are looked for in the past, in one run. */
const MOST_NAMES = 5000

/**
 * Asks for a name.
 * @param document the path of the document that speaks of it: the past is that of its words
 * @param located whether the places of its declarations matter
 */
export function fateOf(name: string, document: string, located: boolean): Lookup<Fate> {
  return { key: `${PREFIX}${located ? '+' : '-'}${name}\n${document}`, kind: 'names', default: { status: 'open' }, answerAll }
}

const PREFIX = 'name:'

function answerAll(repository: Repository, keys: readonly string[]): ReadonlyMap<string, Fate> {
  const questions = keys.map((key) => {
    const end = key.indexOf('\n')
    return { key, located: key[PREFIX.length] === '+', name: key.slice(PREFIX.length + 1, end), document: key.slice(end + 1) }
  })
  const located = new Set(questions.filter(question => question.located).map(question => question.name))
  const present = findPresent(repository, questions.map(question => question.name), located)
  const fates = new Map<string, Fate>()
  const absent: typeof questions = []
  for (const question of questions) {
    const presence = present.get(question.name)
    if (presence?.path !== undefined) fates.set(question.key, { status: 'present', ...presence })
    else absent.push(question)
  }
  answerAbsent(repository, absent, fates)
  return fates
}

function answerAbsent(
  repository: Repository, absent: readonly { readonly key: string; readonly name: string; readonly document: string }[], fates: Map<string, Fate>,
): void {
  if (absent.length === 0) return
  const { source } = repository
  if (source.head === undefined || source.shallow) {
    const { reason } = repository.get(historyFact)
    for (const { key } of absent) fates.set(key, { status: 'unknown', reason })
    return
  }
  const past = findPastDeclarations(repository, absent.slice(0, MOST_NAMES).map(({ name, document }) => ({ word: name, document })))
  const gone = absent.flatMap(({ key, name }, index) => {
    const declaration = past[index]
    return declaration === undefined ? [] : [{ key, name, declaration }]
  })
  const lost = gone.map(({ name, declaration }) => ({ word: name, path: declaration.path }))
  const removed = removingCommits(repository, source.head, lost)
  for (const { key } of absent) fates.set(key, { status: 'never' })
  gone.forEach(({ key, declaration }, index) => fates.set(key, { status: 'gone', gone: {
    ...declaration, removed: removed[index], uncommitted: removed[index] === undefined && differsFromCommit(source, declaration.path),
  } }))
  repository.get(keptAnswersFact).save()
}

/** Whether a file is not, or not surely, as the last commit has it. */
function differsFromCommit({ kind, files }: ContentSource, path: string): boolean {
  return kind === 'index' || (kind === 'worktree' && files.get(path)?.blob === undefined)
}
