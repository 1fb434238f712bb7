/** Sets of strings in code that the columns of a table name: the channels that a program runs in. */
import { stringSetsOf, type StringSet } from '../../analysis/environment/string-sets.ts'
import type { Repository } from '../../core/repository.ts'
import { filesFact } from '../files.ts'
import { wordPlaces } from './search.ts'

export interface Channels extends StringSet {
  readonly path: string
}

/** Files that are read for a set. */
const MOST_FILES = 30

/**
 * The set that most of the heads name, if there is one.
 * @param heads column heads as plain text
 * @param files named beside the table: a set in one of them is meant even if its members are everyday words
 */
export function channelsFor(repository: Repository, heads: readonly string[], files: readonly string[]): Channels | undefined {
  const words = heads.filter(head => /^\w+$/.test(head))
  const telling = words.filter(word => /[a-z0-9]_[a-z0-9]|[a-z][A-Z]/i.test(word))
  const counts = new Map<string, number>()
  for (const word of telling) for (const path of repository.ask(wordPlaces(word)) ?? []) counts.set(path, (counts.get(path) ?? 0) + 1)
  const near = files.flatMap(file => repository.get(filesFact).withSuffix(file).slice(0, 2))
  const paths = [...new Set([...near, ...[...counts].sort((a, b) => b[1] - a[1]).map(([path]) => path)])].slice(0, MOST_FILES)
  let best: { readonly set: Channels; readonly score: number } | undefined
  for (const path of paths) {
    for (const set of stringSetsOf(repository.source.read(path)?.toString('utf8') ?? '')) {
      const shared = heads.filter(head => set.members.some(member => sameName(member, head))).length
      if (shared < 2 || shared * 2 <= heads.length || shared * 2 <= set.members.length) continue
      const score = shared * 10 - set.members.length + (near.includes(path) ? 3 : 0) + (/channel|env|stage|tier|target/i.test(set.name) ? 2 : 0)
      if (best === undefined || score > best.score) best = { set: { ...set, path }, score }
    }
  }
  return best?.set
}

/** `Local dev`, `local_dev` and `localDev` are one. */
export function sameName(a: string, b: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return letters(a) === letters(b)
}
