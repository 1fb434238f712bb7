/** Ports that the repository states, and where a number of a port stands. */
import { defineFact, type Lookup, type Repository } from '../../core/repository.ts'
import { findWords, type Hit } from '../../git/grep.ts'
import { hangsOnAll, searchedFiles, searchPlaceOf } from '../environment/search.ts'

/** A place that states a port. */
export interface PortSource {
  readonly port: number
  readonly path: string
  /** 1-based. */
  readonly line: number
}

/** Lines outside of documents that hold a number; `undefined` until they are known. */
export function numberPlaces(port: number): Lookup<readonly Hit[] | undefined> {
  return { key: `${NUMBER}${String(port)}`, kind: 'numbers in files', default: undefined, answerAll: answerNumbers }
}
const NUMBER = 'number-in-files:'

function answerNumbers(repository: Repository, keys: readonly string[]): ReadonlyMap<string, readonly Hit[]> {
  const numbers = keys.map(key => key.slice(NUMBER.length))
  const places = new Map<string, Hit[]>(numbers.map(number => [number, []]))
  for (const hit of linesWith(repository, numbers)) {
    for (const match of hit.text.matchAll(/\w+/g)) {
      const list = places.get(match[0])
      if (list !== undefined && list.length < MOST_HITS && list.at(-1) !== hit) list.push(hit)
    }
  }
  return new Map(numbers.map(number => [NUMBER + number, places.get(number) ?? []]))
}
const MOST_HITS = 200

/** Lines that hold one of several words: by git where there is one, else by reading. */
function linesWith(repository: Repository, words: readonly string[]): readonly Hit[] {
  hangsOnAll(repository)
  const place = searchPlaceOf(repository)
  const hits = place === undefined ? undefined : findWords(repository.root, place, words)
  if (hits !== undefined) return hits
  const pattern = new RegExp(`\\b(?:${words.join('|')})\\b`)
  return [...searchedFiles(repository)].flatMap((path) => {
    const text = repository.source.read(path)?.toString('utf8') ?? ''
    return pattern.test(text) ? text.split('\n').flatMap((line, index) => (pattern.test(line) ? [{ path, line: index + 1, text: line.slice(0, 500) }] : [])) : []
  })
}

const STATEMENTS: readonly RegExp[] = [
  /\.listen\(\s*(?:\{\s*port:\s*)?(\d{2,5})\b/,
  /\bPORT\b["'\])]{0,3}\s{0,3}(?:\|\||\?\?|,|:-)\s{0,3}["']?(\d{2,5})\b(?!\.)/,
  /^\s*EXPOSE\s+(\d{2,5})\b/,
  /^\s*(?:export\s+)?PORT\s?=\s?["']?(\d{2,5})\b/,
  /^\s*["']?port["']?\s*:\s*(?:Number\()?["']?(\d{2,5})\b/,
  /\b(?:const|let|var)\s+(?:port|PORT)\s*(?::\s*number\s*)?=\s*(\d{2,5})\b/,
  /^\s*server\.port\s*[=:]\s*(\d{2,5})\b/,
  /(?:--port[ =]|\s-p\s)(\d{2,5})\b.*/,
]
const TESTS = /\.(?:test|spec|stories)\.|(?:^|\/)test_|_test\.|(?:^|\/)(?:charts?|k8s|helm|deploy\w*|\.github)\//

/** Every line of code and settings that gives a port to listen on. */
export const portSourcesFact = defineFact<readonly PortSource[]>('port sources', (repository) => {
  const sources: PortSource[] = []
  for (const { path, line, text } of linesWith(repository, ['listen', 'PORT', 'EXPOSE', 'port'])) {
    if (TESTS.test(path) || /^\s*(?:\/\/|#|\*)/.test(text)) continue
    const port = STATEMENTS.map(pattern => pattern.exec(text)?.[1]).find(found => found !== undefined)
    if (port !== undefined && Number(port) > 79 && Number(port) < 65_536) sources.push({ port: Number(port), path, line })
  }
  return sources
})
