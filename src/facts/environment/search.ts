/** Finds words and files in everything but documents: by git where there is one, else by reading. */
import { readEnvironment } from '../../analysis/environment/read.ts'
import type { EnvironmentReading } from '../../analysis/environment/use.ts'
import { defineFact, type Lookup, type Repository } from '../../core/repository.ts'
import { OWN_FILES } from '../../core/tool.ts'
import { findFiles, findWords, type SearchPlace } from '../../git/grep.ts'

/** Files that no program runs. */
const NOT_SEARCHED = /\.(?:md|mdx|markdown|rst|adoc|svg|lock|map|png|jpe?g|gif|webp|ico|pdf|woff2?|ttf|zip|gz|mp4|wasm|snap)$|(?:package-lock\.json|pnpm-lock\.yaml|\.min\.js)$/i
/** Without git, files are read one by one; more bytes than these are not. */
const MOST_BYTES = 60_000_000

/** Whether a search looks into a file of this name. */
export function isSearched(path: string): boolean {
  return !NOT_SEARCHED.test(path) && !OWN_FILES.includes(path)
}

/** Files of the source that a search looks into. */
export function* searchedFiles(repository: Repository): Iterable<string> {
  for (const [path, entry] of repository.source.files) if (entry.mode.startsWith('100') && isSearched(path)) yield path
}

/** Says that an answer hangs on every searched file: another one of them can bring what is missing. */
export function hangsOnAll(repository: Repository): void {
  repository.get(allNoticed)
}
const allNoticed = defineFact('searched files noticed', (repository) => {
  repository.source.notice?.(searchedFiles(repository))
  return true
})

/** The texts of files that were looked into for a word. */
export const textsFact = defineFact<(path: string) => string>('texts', repository => {
  const known = new Map<string, string>()
  return path => {
    let text = known.get(path)
    if (text === undefined) {
      text = repository.source.read(path)?.toString('latin1') ?? ''
      if (known.size < MOST_TEXTS) known.set(path, text)
    }
    return text
  }
})
const MOST_TEXTS = 500

/** Where a word stands outside of documents: paths, each once. Empty when nowhere; `undefined` until it is known. */
export function wordPlaces(word: string): Lookup<readonly string[] | undefined> {
  return { key: `${WORD}${word}`, kind: 'words in files', default: undefined, answerAll: answerWords }
}
const WORD = 'word-in-files:'

function answerWords(repository: Repository, keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const words = keys.map(key => key.slice(WORD.length))
  const places = new Map(words.map(word => [word, new Set<string>()]))
  const note = (path: string, text: string): void => {
    for (const match of text.matchAll(/\w+/g)) places.get(match[0])?.add(path)
  }
  const place = searchPlaceOf(repository)
  const hits = place === undefined ? undefined : findWords(repository.root, place, words)
  if (hits !== undefined) for (const hit of hits) note(hit.path, hit.text)
  else for (const path of readable(repository)) note(path, repository.source.read(path)?.toString('utf8') ?? '')
  return new Map(words.map(word => [WORD + word, [...places.get(word) ?? []]]))
}

/** Files that contain at least one of several texts. */
export function filesWithAny(repository: Repository, texts: readonly string[]): readonly string[] {
  const place = searchPlaceOf(repository)
  const found = place === undefined ? undefined : findFiles(repository.root, place, texts)
  if (found !== undefined) return found
  return [...readable(repository)].filter((path) => {
    const text = repository.source.read(path)?.toString('utf8') ?? ''
    return texts.some(one => text.includes(one))
  })
}

function* readable(repository: Repository): Iterable<string> {
  let bytes = 0
  for (const path of searchedFiles(repository)) {
    if (bytes > MOST_BYTES) return
    bytes += repository.source.read(path)?.length ?? 0
    yield path
  }
}

/** Where git searches for what the repository shows; `undefined` without git. */
export function searchPlaceOf({ source }: Repository): SearchPlace | undefined {
  if (source.gitDirectory === undefined) return undefined
  if (source.kind !== 'commit') return { kind: source.kind }
  return source.head === undefined ? undefined : { kind: 'commit', commit: source.head }
}

/** What each file says about variables; read when first asked for. */
export const readingsFact = defineFact<(path: string) => EnvironmentReading>('environment readings', repository => {
  const known = new Map<string, EnvironmentReading>()
  return path => {
    let reading = known.get(path)
    if (reading === undefined) {
      reading = readEnvironment(path, repository.source.read(path)?.toString('utf8') ?? '')
      known.set(path, reading)
    }
    return reading
  }
})
