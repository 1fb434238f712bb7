/** What the files of a repository said when a document first named something, and when it last did. */
import { findWords, type Hit } from './grep.ts'
import { git, GitError } from './run.ts'

export interface PastQuestion {
  readonly document: string
  readonly word: string
}

export interface PastWord {
  /** The commit (full id) in which the document and another file both had the word; seconds since 1970. */
  readonly commit: string
  readonly time: number
  readonly hits: readonly Hit[]
  /** The document named it again when no other file had it any more: somebody wrote that in full knowledge. */
  readonly renewed: boolean
}

/** More documents are not asked for, and more commits are not searched: each costs a look at a whole tree. */
const MOST_DOCUMENTS = 200
const MOST_COMMITS = 12

/**
 * Looks for words beside the documents that brought them. One process reads the documents' own past; one for each
 * commit that added such a word searches its tree.
 * @param head full id of the commit that history is read from
 * @returns in the order of the questions; `undefined` where nothing was found
 */
export function findPastWords(directory: string, head: string, questions: readonly PastQuestion[]): readonly (PastWord | undefined)[] {
  const documents = [...new Set(questions.map(one => one.document))].slice(0, MOST_DOCUMENTS)
  const added = additionsOf(directory, head, documents, new Set(questions.map(one => one.word)))
  const byCommit = new Map<string, Set<string>>()
  for (const { document, word } of questions) {
    for (const one of commitsOf(added.get(keyOf(document, word)))) byCommit.set(one.commit, (byCommit.get(one.commit) ?? new Set()).add(word))
  }
  const hits = new Map<string, readonly Hit[]>()
  for (const [commit, words] of [...byCommit].sort((a, b) => b[1].size - a[1].size).slice(0, MOST_COMMITS)) {
    hits.set(commit, findWords(directory, { kind: 'commit', commit }, [...words]) ?? [])
  }
  return questions.map(({ document, word }) => {
    for (const [index, { commit, time }] of commitsOf(added.get(keyOf(document, word))).entries()) {
      const here = (hits.get(commit) ?? []).filter(hit => hasWord(hit.text, word))
      if (here.length > 0) return { commit, time, hits: here, renewed: index > 0 }
    }
    return undefined
  })
}

interface Addition {
  readonly commit: string
  readonly time: number
}
interface Additions {
  readonly first: Addition
  readonly last: Addition
}

function commitsOf(additions: Additions | undefined): readonly Addition[] {
  if (additions === undefined) return []
  return additions.first.commit === additions.last.commit ? [additions.last] : [additions.last, additions.first]
}

function keyOf(document: string, word: string): string {
  return `${document}\0${word}`
}

/** The first and the last commit in which a line with the word came into the document. */
function additionsOf(directory: string, head: string, documents: readonly string[], words: ReadonlySet<string>): ReadonlyMap<string, Additions> {
  const found = new Map<string, Additions>()
  if (documents.length === 0) return found
  let output: Buffer
  try {
    output = git(directory, [
      'log', '--format=%x01%H %ct', '-p', '-U0', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', '--first-parent', '--diff-merges=first-parent',
      '--src-prefix=a/', '--dst-prefix=b/', head, '--', ...documents.map(path => `:(literal)${path}`),
    ])
  } catch (error) {
    if (error instanceof GitError) return found
    throw error
  }
  let commit = ''
  let time = 0
  let document = ''
  /** Lines that the same commit took out of the document: what comes back with other blanks was only laid out anew. */
  let removed = new Set<string>()
  for (const line of output.toString('utf8').split('\n')) {
    if (line.startsWith('\u0001')) [commit, time] = [line.slice(1, line.indexOf(' ')), Number(line.slice(line.indexOf(' ') + 1))]
    else if (line.startsWith('+++ ')) {
      document = line.slice(line.startsWith('+++ b/') ? 6 : 4).replace(/\t$/, '')
      removed = new Set()
    } else if (line.startsWith('-')) removed.add(wordsOf(line))
    else if (line.startsWith('+') && !removed.has(wordsOf(line))) {
      for (const match of line.matchAll(/[A-Za-z_]\w*/g)) {
        if (!words.has(match[0])) continue
        const key = keyOf(document, match[0])
        found.set(key, { first: { commit, time }, last: found.get(key)?.last ?? { commit, time } })
      }
    }
  }
  return found
}

function wordsOf(line: string): string {
  return line.slice(1).replace(/[\s|:-]+/g, ' ').trim()
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + word.length] ?? ' ')) return true
  }
  return false
}
