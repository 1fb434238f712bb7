import type { ContentSource } from './source.ts'

/** Something true of a checkout. Computed once per repository, by identity. Never throws for the user's situation. */
export interface Fact<T> {
  readonly name: string
  readonly compute: (repository: Repository) => T
}

/** A question that only the network or the lock file can answer. */
export interface Lookup<T> {
  readonly key: string
  readonly kind: string
  readonly default: T
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
}

/** Names a fact. */
export function defineFact<T>(name: string, compute: (repository: Repository) => T): Fact<T> {
  return { name, compute }
}

/** Makes a repository over a content source. */
export function createRepository(options: {
  readonly root: string
  readonly source: ContentSource
  readonly settings?: Readonly<Record<string, unknown>>
  readonly answers?: ReadonlyMap<string, unknown>
}): Repository {
  const facts = new Map<Fact<unknown>, unknown>()
  const questions = new Map<string, Lookup<unknown>>()
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
      if (options.answers?.has(lookup.key) === true) return options.answers.get(lookup.key) as T
      questions.set(lookup.key, lookup)
      return lookup.default
    },
  }
  return repository
}
