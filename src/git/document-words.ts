/** When documents began to say something, told by their committed states. */
import type { DocumentVersion } from './history.ts'
import { visitBlobs } from './read-blobs.ts'

/** Time in seconds since 1970. */
export interface PastCommit {
  /** Full id. */
  readonly commit: string
  readonly time: number
}

/** The commits that brought lines with a word into a document, other than lines that were only laid out anew. */
export interface Additions {
  readonly first: PastCommit
  readonly last: PastCommit
}

/** What is asked of each word's past, by its name. `null`: nothing. */
export interface WordPasts {
  /** The first commit of the latest run of commits in which the text has the word; none when only the uncommitted text has it. */
  readonly since: PastCommit | null
  readonly additions: Additions | null
}

/** A question about one document. */
export interface DocumentWords {
  /** Its states, newest first. */
  readonly versions: readonly DocumentVersion[]
  readonly words: readonly string[]
}

/** Bytes of old document texts; what lies beyond is taken as the end of the known past. */
const MOST_BYTES = 60_000_000

/**
 * Looks for words in all committed states of documents; few git processes for all of them.
 * @returns in the order of the questions: by word
 */
export function findWordPasts<Asked extends keyof WordPasts>(
  directory: string, asked: Asked, questions: readonly DocumentWords[],
): readonly ReadonlyMap<string, WordPasts[Asked]>[] {
  const texts = new Map<string, string>()
  const blobs = new Set(questions.flatMap(question => question.versions.map(version => version.blob)))
  visitBlobs(directory, [...blobs], MOST_BYTES, (id, bytes) => texts.set(id, bytes.toString('latin1')))
  return questions.map(({ versions, words }) => {
    const known = versions.map(version => ({ version, text: texts.get(version.blob) }))
    return new Map(words.map(word => [word, FINDERS[asked](Buffer.from(word).toString('latin1'), known)]))
  })
}

type Versions = readonly { readonly version: DocumentVersion; readonly text: string | undefined }[]

/** Words and texts have one character for each byte. */
const FINDERS: { readonly [Asked in keyof WordPasts]: (word: string, versions: Versions) => WordPasts[Asked] } = {
  since(word, versions) {
    let since: PastCommit | null = null
    for (const { version, text } of versions) {
      if (text?.includes(word) !== true) break
      since = { commit: version.commit, time: version.time }
    }
    return since
  },
  additions(word, versions) {
    let first: PastCommit | undefined
    let last: PastCommit | undefined
    let before: ReadonlySet<string> = new Set()
    for (const { version, text } of [...versions].reverse()) {
      const here = text === undefined ? new Set<string>() : linesWith(text, word)
      if ([...here].some(line => !before.has(line))) {
        last = { commit: version.commit, time: version.time }
        first ??= last
      }
      before = here
    }
    return first === undefined || last === undefined ? null : { first, last }
  },
}

/** Lines with the whole word, blanks and table lines aside. */
function linesWith(text: string, word: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = text.indexOf(word); at >= 0;) {
    let next = at + word.length
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[next] ?? ' ')) {
      const end = text.indexOf('\n', at)
      next = end < 0 ? text.length : end
      found.add(text.slice(text.lastIndexOf('\n', at) + 1, next).replace(/[\s|:-]+/g, ' ').trim())
    }
    at = text.indexOf(word, next)
  }
  return found
}
