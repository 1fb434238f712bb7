/** Where words stood in the files of old commits. */
import { ExactIndex } from '../../analysis/symbols/exact-scan.ts'
import { lineAround, lineNumber } from '../../analysis/symbols/word-scan.ts'
import type { Repository } from '../../core/repository.ts'
import type { Hit } from '../../git/grep.ts'
import { visitPastFiles } from '../../git/past-trees.ts'
import { isSearched } from './search.ts'

/** Vendored files are most of a tree, and say nothing of our own. */
const VENDORED = /(?:^|\/)(?:vendor|node_modules|third_party|\.yarn)\//
/** Places of one word in one file. */
const MOST_HITS = 20

/**
 * Looks for words that no file has now.
 * @param head full id of the commit that is today
 * @param words by commit: what to look for in its tree
 * @returns by commit and word; `undefined` when git can't tell
 */
export function findPastWords(
  { root, source }: Repository, head: string, words: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlyMap<string, readonly Hit[]>> | undefined {
  const index = new ExactIndex([...words.values()].flatMap(some => [...some]), { dollar: false })
  const found = new Map([...words.keys()].map(commit => [commit, new Map<string, Hit[]>()]))
  const stands = (path: string, blob: string): boolean => source.files.get(path)?.blob === blob
  const wanted = (path: string): boolean => isSearched(path) && !VENDORED.test(path)
  const done = visitPastFiles(root, head, stands, [...words.keys()], wanted, (path, bytes, commits) => {
    if (bytes.subarray(0, 8000).includes(0)) return
    const here = new Map<string, number[]>()
    index.scan(bytes, (word, at) => {
      const places = here.get(word)
      if (places === undefined) here.set(word, [at])
      else if (places.length < MOST_HITS) places.push(at)
    })
    for (const [word, places] of here) {
      const hits = places.map(at => ({ path, line: lineNumber(bytes, at), text: lineAround(bytes, at).line.slice(0, 500) }))
      for (const commit of commits) {
        if (words.get(commit)?.has(word) !== true) continue
        const byWord = found.get(commit)
        byWord?.set(word, [...byWord.get(word) ?? [], ...hits])
      }
    }
  })
  return done ? found : undefined
}
