/** What became of a name: one reading of today's source and one of the past answer all names of a run. */
import { addTo } from '../../core/multimap.ts'
import type { Lookup, Repository } from '../../core/repository.ts'
import { historyFact } from '../history.ts'
import { lastCommitWith } from '../../git/past-trees.ts'
import { findPastDeclarations, type PastDeclaration } from './past-names.ts'
import { findPresent, type Presence } from './present-names.ts'

/** A name that was declared and is nowhere now. */
export interface GoneName extends PastDeclaration {
  /** The commit that took it out of its file; `undefined` when it was not looked for. */
  readonly removed: { readonly commit: string; readonly time: number } | undefined
}

export type Fate =
  | { readonly status: 'open' }
  | ({ readonly status: 'present' } & Presence)
  | { readonly status: 'gone'; readonly gone: GoneName }
  /** No source has it, and none is known to have declared it when the text was written. */
  | { readonly status: 'never' }
  | { readonly status: 'unknown'; readonly reason: string }

/** For more names than these the removing commit is not looked up. */
const MOST_RECEIPTS = 8
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
  const byDocument = new Map<string, string[]>()
  for (const { name, document } of absent.slice(0, MOST_NAMES)) addTo(byDocument, document, name)
  const past = findPastDeclarations(repository, byDocument)
  const receipts = new Map<string, GoneName['removed']>()
  for (const { key, name, document } of absent) {
    const gone = past?.get(document)?.get(name)
    if (gone === undefined) {
      fates.set(key, { status: 'never' })
      continue
    }
    const place = `${name}\n${gone.path}`
    if (!receipts.has(place) && receipts.size < MOST_RECEIPTS) receipts.set(place, lastCommitWith(repository.root, source.head, gone.path, name))
    fates.set(key, { status: 'gone', gone: { ...gone, removed: receipts.get(place) } })
  }
}
