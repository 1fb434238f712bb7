/** When documents began to say words; and the answers about the past that are kept between runs. */
import { createHash } from 'node:crypto'
import { addTo } from '../core/multimap.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import { buildStamp, tool } from '../core/tool.ts'
import { findWordPasts, type PastCommit, type WordPast } from '../git/document-words.ts'
import { KeptAnswers } from '../git/kept-answers.ts'
import { historyFact } from './history.ts'

/** What was found out about the past, in this run and in earlier ones; other builds of this tool have their own. */
export const keptAnswersFact = defineFact<KeptAnswers>('kept answers', ({ source }) => {
  const stamp = createHash('sha1').update(`${tool.version}\n${buildStamp(import.meta.url)}`).digest('hex').slice(0, 16)
  return new KeptAnswers(source.gitDirectory, `past-${stamp}.txt`)
})

/** A word in a document. */
export interface SaidWord {
  readonly document: string
  readonly word: string
}

/**
 * Looks words up in the committed states of their documents.
 * @returns in the order of the questions; `undefined` where the document has no past
 */
export function documentPasts(repository: Repository, said: readonly SaidWord[]): readonly (WordPast | undefined)[] {
  const history = repository.get(historyFact)
  const kept = repository.get(keptAnswersFact)
  const known = new Map<string, WordPast>()
  const open = new Map<string, string[]>()
  for (const { document, word } of said) {
    // The commit's id stands for all that came before it.
    const latest = history.versionsOf(document)[0]?.commit
    if (latest === undefined) continue
    const past = readPast(kept.get([SAID, latest, document, word]))
    if (past === undefined) addTo(open, document, word)
    else known.set(keyOf(document, word), past)
  }
  const documents = [...open].map(([document, words]) => ({ document, words, versions: history.versionsOf(document) }))
  const found = findWordPasts(repository.root, documents)
  documents.forEach(({ document, words, versions }, index) => {
    for (const word of words) {
      const past = found[index]?.get(word)
      if (past === undefined) continue
      known.set(keyOf(document, word), past)
      kept.set([SAID, versions[0]?.commit ?? '', document, word], [past.since, past.first, past.last].map(one => one === undefined ? null : [one.commit, one.time]))
    }
  })
  return said.map(({ document, word }) => known.get(keyOf(document, word)))
}

const SAID = 'said'

function keyOf(document: string, word: string): string {
  return `${document}\0${word}`
}

function readPast(answer: unknown): WordPast | undefined {
  if (!Array.isArray(answer) || answer.length !== 3) return undefined
  const [since, first, last] = answer.map(readCommit)
  return since === null || first === null || last === null ? undefined : { since, first, last }
}

/** `undefined` for an answered "never", `null` for what nobody wrote. */
function readCommit(answer: unknown): PastCommit | undefined | null {
  if (answer === null) return undefined
  const [commit, time] = Array.isArray(answer) ? answer as readonly unknown[] : []
  return typeof commit === 'string' && typeof time === 'number' ? { commit, time } : null
}
