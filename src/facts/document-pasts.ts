/** When documents began to say words; and the answers about the past that are kept between runs. */
import { createHash } from 'node:crypto'
import { addTo } from '../core/multimap.ts'
import { isRecord } from '../core/record.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import { buildStamp, tool } from '../core/tool.ts'
import { findWordPasts, type Additions, type PastCommit, type WordPasts } from '../git/document-words.ts'
import { KeptAnswers } from '../git/kept-answers.ts'
import { historyFact } from './history.ts'

/** What was found out about the past, in this run and in earlier ones; other builds of this tool have their own. */
export const keptAnswersFact = defineFact<KeptAnswers>('kept answers', ({ source }) =>
  new KeptAnswers(source.gitDirectory, `past-${answersStamp()}.txt`))

/** Names this build: another one may read the same source in another way. */
export function answersStamp(): string {
  return createHash('sha1').update(`${tool.version}\n${buildStamp(import.meta.url)}`).digest('hex').slice(0, 16)
}

/** A word in a document. */
export interface SaidWord {
  readonly document: string
  readonly word: string
}

/**
 * Looks words up in the committed states of their documents.
 * @returns in the order of the questions
 */
export function documentPasts<Asked extends keyof WordPasts>(
  repository: Repository, asked: Asked, said: readonly SaidWord[],
): readonly (WordPasts[Asked] | null)[] {
  const history = repository.get(historyFact)
  const kept = repository.get(keptAnswersFact)
  const known = new Map<string, WordPasts[Asked] | null>()
  const open = new Map<string, string[]>()
  for (const { document, word } of said) {
    // The commit's id stands for all that came before it.
    const latest = history.versionsOf(document)[0]?.commit
    if (latest === undefined) continue
    const past = READERS[asked](kept.get([asked, latest, document, word]))
    if (past === undefined) addTo(open, document, word)
    else known.set(keyOf(document, word), past)
  }
  const documents = [...open].map(([document, words]) => ({ document, words, versions: history.versionsOf(document) }))
  const found = findWordPasts(repository.root, asked, documents)
  documents.forEach(({ document, versions }, index) => {
    for (const [word, past] of found[index] ?? []) {
      known.set(keyOf(document, word), past)
      kept.set([asked, versions[0]?.commit ?? '', document, word], past)
    }
  })
  return said.map(({ document, word }) => known.get(keyOf(document, word)) ?? null)
}

function keyOf(document: string, word: string): string {
  return `${document}\0${word}`
}

/** Kept answers as they were given; `undefined` for what nobody of us wrote. */
const READERS: { readonly [Asked in keyof WordPasts]: (answer: unknown) => WordPasts[Asked] | undefined } = {
  since: answer => answer === null || isCommit(answer) ? answer : undefined,
  additions: answer => answer === null || (isRecord(answer) && isCommit(answer['first']) && isCommit(answer['last']))
    ? answer as Additions | null
    : undefined,
}

function isCommit(answer: unknown): answer is PastCommit {
  return isRecord(answer) && typeof answer['commit'] === 'string' && typeof answer['time'] === 'number'
}
