/** `doc-lockdown sync`: what hosting services say of the documents' claims, written down. All of it, or nothing. */
import path from 'node:path'
import { openExtractionCache } from '../../cache/extraction-cache.ts'
import { readDocuments } from '../../core/check.ts'
import { createRepository, type Repository } from '../../core/repository.ts'
import { UserError } from '../../core/user-error.ts'
import { selectDocuments } from '../../documents/select.ts'
import { remotesFact } from '../../facts/remotes.ts'
import { answersOf, lockOf, type Settled } from '../../lock/answers.ts'
import { formatLock, LOCK_FILE, readLock, type Lock } from '../../lock/lock.ts'
import { repositoryKey } from '../../lookups/answer.ts'
import type { Reply, Unanswered } from '../../lookups/answerer.ts'
import type { Patience } from '../../lookups/patience.ts'
import { parseQuestion } from '../../lookups/question.ts'
import { openContent, requireCheckout } from '../open-checkout.ts'
import { configure } from '../session.ts'
import type { Arguments } from './arguments.ts'
import { nothingMatched } from './check-run.ts'
import { pathsFromRoot } from './given-paths.ts'
import { judgeOnline } from './online.ts'
import { writeOutput } from './output.ts'
import { trackProgress } from './progress.ts'

/**
 * Writes the lock file anew. With paths, facts that other documents ask for are kept as they are; without, facts that
 * nobody asks for any more are dropped.
 * @returns the line to print
 * @throws UserError when something could not be answered; then the file is as it was
 */
export async function sync({ paths, flags }: Arguments, patience?: Patience): Promise<string> {
  const base = path.resolve(flags.root ?? '.')
  const checkout = requireCheckout(base)
  const { config } = await configure(checkout.root, { configFile: flags.config })
  const source = openContent(checkout, 'worktree')
  const old = readLock(source)
  // Without the old answers: every question is asked anew.
  const repository = createRepository({ root: checkout.root, source, settings: config.settings })
  const selection = selectDocuments(repository, { paths: pathsFromRoot(paths, base, checkout.root), ignore: config.ignore, include: config.include })
  if (selection.documents.length === 0) throw nothingMatched(selection)
  const cache = flags.cache === false || config.ownRules.length > 0 ? undefined : openExtractionCache(source, config.rules)
  const documents = readDocuments(repository, selection.documents, { ...config, setAside: selection.setAside, cache, onDocument: trackProgress() })
  cache?.save(paths.length === 0)
  const { replies } = await judgeOnline(repository, documents, patience)

  const { facts, leftOut, failures } = sortReplies(replies, placesOf(old), ownPlaces(repository))
  if (failures.length > 0) throw new UserError(failureMessage(failures, replies.size))
  const before = answersOf(old)
  const after = paths.length === 0 ? facts : new Map([...before as ReadonlyMap<string, Settled>, ...facts])
  const text = formatLock(lockOf(after, old.others))
  const isNew = !source.files.has(LOCK_FILE)
  if (!(isNew && after.size === 0) && source.read(LOCK_FILE)?.toString('utf8') !== text) {
    writeOutput(path.join(checkout.root, LOCK_FILE), text, 'Make the folder writable and run "doc-lockdown sync" again.')
  }
  return `${summary(before, after, isNew)}${leftOutMessage(leftOut)}\n`
}

type Asked = readonly [key: string, reply: Unanswered]

/** What goes into the lock, what can't and is no loss, and what forbids to write it. */
function sortReplies(replies: ReadonlyMap<string, Reply>, locked: ReadonlySet<string>, own: ReadonlySet<string>): {
  readonly facts: ReadonlyMap<string, Settled>; readonly leftOut: readonly Asked[]; readonly failures: readonly Asked[]
} {
  const facts = new Map<string, Settled>()
  const leftOut: Asked[] = []
  const failures: Asked[] = []
  for (const [key, reply] of replies) {
    if (reply.status !== 'unknown') facts.set(key, reply)
    else if (isFailure(reply, placeOf(key), locked, own)) failures.push([key, reply])
    else leftOut.push([key, reply])
  }
  return { facts, leftOut, failures }
}

/** Documents name repositories of others that are long gone: these must not hold up the rest, unless facts would be lost. */
function isFailure({ cause }: Unanswered, place: string, locked: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  switch (cause) {
    case 'failed': return true
    case 'hidden': return locked.has(place) || own.has(place)
    case 'unserved': return locked.has(place)
    case 'unanswerable': return false
  }
}

function placeOf(key: string): string {
  const question = parseQuestion(key)
  return question === undefined ? '' : repositoryKey(question.repository)
}

/** Repositories that a lock has facts of. */
function placesOf({ requests, releases }: Lock): ReadonlySet<string> {
  return new Set([...requests.keys(), ...releases.keys()].map(place => place.toLowerCase()))
}

function ownPlaces(repository: Repository): ReadonlySet<string> {
  return new Set(repository.get(remotesFact).addresses.map(repositoryKey))
}

function failureMessage(failures: readonly Asked[], asked: number): string {
  const reasons = new Set(failures.map(([, { reason }]) => reason))
  const [[key, { reason, remedy }]] = failures as readonly [Asked]
  const others = reasons.size > 1 ? `, and ${String(reasons.size - 1)} more ${reasons.size === 2 ? 'reason' : 'reasons'}` : ''
  const count = failures.length === asked ? '' : ` (${String(failures.length)} of ${String(asked)} questions)`
  const todo = remedy === undefined ? 'Run' : `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}, then run`
  return `${LOCK_FILE} is left as it was, because ${shown(key)} is not known: ${reason}${others}${count}. ${todo} "doc-lockdown sync" again.`
}

function summary(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>, isNew: boolean): string {
  if (isNew && after.size === 0) return `No document asks what only a hosting service knows: there is no ${LOCK_FILE} to write.`
  const added = [...after.keys()].filter(key => !before.has(key)).length
  const removed = [...before.keys()].filter(key => !after.has(key)).length
  const changed = [...after].filter(([key, fact]) => before.has(key) && canonical(before.get(key)) !== canonical(fact)).length
  const facts = after.size === 1 ? '1 fact' : `${String(after.size)} facts`
  if (added + removed + changed === 0) return `${LOCK_FILE} is up to date: ${facts}.`
  return `${LOCK_FILE}: ${String(added)} added, ${String(changed)} changed, ${String(removed)} removed; ${facts}.`
}

function leftOutMessage(leftOut: readonly Asked[]): string {
  if (leftOut.length === 0) return ''
  const named = leftOut.slice(0, 3).map(([key, { reason }]) => `${shown(key)} (${reason})`).join(', ')
  return ` Left out: ${named}${leftOut.length > 3 ? ` and ${String(leftOut.length - 3)} more` : ''}.`
}

/** `numbered:github.com/a/b#1` is shown as `github.com/a/b#1`. */
function shown(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}

/** The same text for the same fact, whatever the order of its keys. */
function canonical(fact: unknown): string {
  return JSON.stringify(fact, (_key, value: unknown) => (
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value
  ))
}
