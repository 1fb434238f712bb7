import type { ContentSource } from './source.ts'

/** Something true of a checkout. Computed once per repository, by identity. Never throws for the user's situation. */
export interface Fact<T> {
  readonly name: string
  readonly compute: (repository: Repository) => T
}

/** A question that is dear to ask alone: rules ask, all questions are answered in one batch, and the asking rules judge again. */
export interface Lookup<T> {
  /** Tells questions apart. */
  readonly key: string
  readonly kind: string
  /** What holds as long as there is no answer. */
  readonly default: T
  /** Answers all open questions of this kind from the checkout itself; without it only a host can answer. */
  readonly answerAll?: (repository: Repository, keys: readonly string[]) => ReadonlyMap<string, T>
}

/** A checkout as rules see it: content, facts, questions. */
export interface Repository {
  /** Absolute path of the root, with the platform's separators. */
  readonly root: string
  readonly source: ContentSource
  /** Settings shared by rules, as the user configured them. */
  readonly settings: Readonly<Record<string, unknown>>
  get<T>(fact: Fact<T>): T
  /** The answer if it is known; otherwise notes the question and gives the lookup's default. */
  ask<T>(lookup: Lookup<T>): T
  /** Questions that were asked and not answered. */
  readonly questions: ReadonlyMap<string, Lookup<unknown>>
  /** How often `ask` had no answer: whoever sees it grow has judged too early. */
  readonly unanswered: number
  /** Answers what the checkout itself can answer, one batch for each kind. */
  answerLocally(): void
  /** Takes answers that a host has found, by key. */
  answer(answers: ReadonlyMap<string, unknown>): void
}

/** Names a fact. */
export function defineFact<T>(name: string, compute: (repository: Repository) => T): Fact<T> {
  return { name, compute }
}

/**
 * Makes a repository over a content source.
 * @param options.answers what is known of questions beforehand, by key
 */
export function createRepository(options: {
  readonly root: string
  readonly source: ContentSource
  readonly settings?: Readonly<Record<string, unknown>>
  readonly answers?: ReadonlyMap<string, unknown>
}): Repository {
  const facts = new Map<Fact<unknown>, unknown>()
  const questions = new Map<string, Lookup<unknown>>()
  const answers = new Map(options.answers)
  let unanswered = 0
  const repository: Repository = {
    root: options.root,
    source: options.source,
    settings: options.settings ?? {},
    questions,
    get<T>(fact: Fact<T>): T {
      if (facts.has(fact)) return facts.get(fact) as T
      const value = fact.compute(repository)
      facts.set(fact, value)
      return value
    },
    ask<T>(lookup: Lookup<T>): T {
      if (answers.has(lookup.key)) return answers.get(lookup.key) as T
      unanswered++
      questions.set(lookup.key, lookup)
      return lookup.default
    },
    get unanswered() {
      return unanswered
    },
    answerLocally() {
      const batches = new Map<NonNullable<Lookup<unknown>['answerAll']>, Lookup<unknown>[]>()
      for (const lookup of questions.values()) {
        if (lookup.answerAll !== undefined) batches.set(lookup.answerAll, [...batches.get(lookup.answerAll) ?? [], lookup])
      }
      for (const [answerAll, lookups] of batches) {
        const found = answerAll(repository, lookups.map(lookup => lookup.key))
        repository.answer(new Map(lookups.map(lookup => [lookup.key, found.has(lookup.key) ? found.get(lookup.key) : lookup.default])))
      }
    },
    answer(given) {
      for (const [key, value] of given) {
        answers.set(key, value)
        questions.delete(key)
      }
    },
  }
  return repository
}
