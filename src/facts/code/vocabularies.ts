/** What rules look for in programs, made once for a repository: what is learnt of modules is kept by it from script to script. */
import type { Vocabulary } from '../../analysis/flow/run.ts'
import { defineFact, type Repository } from '../../core/repository.ts'

const vocabulariesFact = defineFact<Map<string, Vocabulary>>('vocabularies', () => new Map())

/** A vocabulary that is the same for every script. @param key everything that it depends on but for the repository */
export function vocabularyOf(repository: Repository, key: readonly unknown[], make: () => Vocabulary): Vocabulary {
  const kept = repository.get(vocabulariesFact)
  const name = JSON.stringify(key)
  let vocabulary = kept.get(name)
  if (vocabulary === undefined) kept.set(name, vocabulary = make())
  return vocabulary
}
