/** A lock as answers to questions, and answers as a lock. */
import type { ContentSource } from '../core/source.ts'
import { repositoryKey, type Answer, type HostedRepository } from '../lookups/answer.ts'
import { numbered, NUMBERED, type NumberedRecord } from '../lookups/numbered.ts'
import { parseQuestion } from '../lookups/question.ts'
import { release, type ReleaseRecord } from '../lookups/release.ts'
import { readLock, type Lock, type Section } from './lock.ts'

/** An answer that is a fact. */
export type Settled = Exclude<Answer<unknown>, { readonly status: 'unknown' }>

/**
 * What the lock file of some content answers, by the key of the question.
 * @throws UserError for a broken lock file
 */
export function lockedAnswers(source: ContentSource): ReadonlyMap<string, Answer<unknown>> {
  return answersOf(readLock(source))
}

/** What a lock answers, by the key of the question. */
export function answersOf(lock: Lock): ReadonlyMap<string, Answer<unknown>> {
  const answers = new Map<string, Answer<unknown>>()
  eachFact(lock.requests, (repository, number, value) => answers.set(numbered(repository, Number(number)).key, answerOf(value)))
  eachFact(lock.releases, (repository, tag, value) => answers.set(release(repository, tag).key, answerOf(value)))
  return answers
}

function eachFact<T>(section: Section<T>, take: (repository: HostedRepository, key: string, value: T | null) => void): void {
  for (const [path, facts] of section) {
    const parts = path.split('/')
    const repository = { host: parts[0] ?? '', owner: parts.slice(1, -1).join('/'), name: parts.at(-1) ?? '' }
    for (const [key, value] of facts) take(repository, key, value)
  }
}

function answerOf(value: unknown): Answer<unknown> {
  return value === null ? { status: 'absent' } : { status: 'known', value }
}

/**
 * A lock with these answers for facts.
 * @param answers by the key of the question, which decides on the type of the value
 * @param others sections that are kept
 */
export function lockOf(answers: ReadonlyMap<string, Settled>, others: Lock['others']): Lock {
  const requests = new Map<string, Map<string, NumberedRecord | null>>()
  const releases = new Map<string, Map<string, ReleaseRecord | null>>()
  for (const [key, answer] of answers) {
    const question = parseQuestion(key)
    if (question === undefined) continue
    const repository = repositoryKey(question.repository)
    const value = answer.status === 'known' ? answer.value : null
    if (question.kind === NUMBERED) factsOf(requests, repository).set(String(question.number), value as NumberedRecord | null)
    else factsOf(releases, repository).set(question.tag, value as ReleaseRecord | null)
  }
  return { requests, releases, others }
}

function factsOf<T>(section: Map<string, Map<string, T>>, repository: string): Map<string, T> {
  const facts = section.get(repository) ?? new Map<string, T>()
  section.set(repository, facts)
  return facts
}
