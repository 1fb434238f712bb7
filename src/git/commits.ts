/** Commits by name, whether anything leads to them, and which came before which: a fixed number of git processes for any number of names. */
import { git, GitError } from './run.ts'

/** A commit as git holds it. */
export interface FoundCommit {
  /** Full id. */
  readonly id: string
  /** First line of its message. */
  readonly subject: string
}

/**
 * Looks commits up, all in one process. Nothing is fetched.
 * @param names ids or abbreviated ids; each must be made of hexadecimal digits only, or be a full ref name
 * @returns by name; `ambiguous` where several commits begin so; a name that is not there has no entry
 * @throws GitError when git can't
 */
export function findCommits(directory: string, names: readonly string[]): ReadonlyMap<string, FoundCommit | 'ambiguous'> {
  const found = new Map<string, FoundCommit | 'ambiguous'>()
  if (names.length === 0) return found
  const output = git(directory, ['cat-file', '--batch'], names.map(name => `${name}^{commit}\n`).join(''))
  let at = 0
  for (const name of names) {
    const lineEnd = output.indexOf(10, at)
    if (lineEnd < 0) break
    const header = output.toString('utf8', at, lineEnd)
    at = lineEnd + 1
    const [, id, size] = /^([0-9a-f]{40,64}) commit (\d+)$/.exec(header) ?? []
    if (id === undefined) {
      if (header.endsWith(' ambiguous')) found.set(name, 'ambiguous')
      continue
    }
    const content = output.toString('utf8', at, at + Number(size))
    at += Number(size) + 1
    const message = content.slice(content.indexOf('\n\n') + 2).trimStart()
    const subjectEnd = message.indexOf('\n')
    found.set(name, { id, subject: subjectEnd < 0 ? message : message.slice(0, subjectEnd) })
  }
  return found
}

/**
 * Which commits no ref leads to.
 * @param ids full ids of commits that are here
 * @throws GitError when git can't
 */
export function findUnreachable(directory: string, ids: readonly string[]): ReadonlySet<string> {
  if (ids.length === 0) return new Set()
  const asked = new Set(ids)
  // One walk: what is left of these commits when everything is taken away that a ref or HEAD leads to.
  const output = git(directory, ['rev-list', '--stdin', '--not', '--all'], `${[...asked].join('\n')}\n`).toString('utf8')
  return new Set(output.split('\n').filter(id => asked.has(id)))
}

/** Tells of two commits whether the first one is, or came before, the second one. Both are full ids that were asked for. */
export type Ancestry = (ancestor: string, descendant: string) => boolean

/**
 * Learns how commits lie to each other: the graph between them and their common ancestor.
 * @param ids full ids of commits that are here
 * @throws GitError when git can't
 */
export function loadAncestry(directory: string, ids: readonly string[]): Ancestry {
  const named = [...new Set(ids)]
  if (named.length < 2) return (ancestor, descendant) => ancestor === descendant
  const base = commonAncestor(directory, named)
  const output = git(directory, ['rev-list', '--parents', '--stdin'], `${named.join('\n')}\n${base === undefined ? '' : `^${base}\n`}`).toString('utf8')
  const parents = new Map<string, readonly string[]>()
  for (const line of output.split('\n')) {
    const [id = '', ...above] = line.split(' ')
    if (id !== '') parents.set(id, above)
  }
  return (ancestor, descendant) => {
    const seen = new Set([descendant])
    for (const id of seen) {
      if (id === ancestor) return true
      for (const parent of parents.get(id) ?? []) seen.add(parent)
    }
    return false
  }
}

function commonAncestor(directory: string, ids: readonly string[]): string | undefined {
  try {
    const base = git(directory, ['merge-base', '--octopus', ...ids.slice(0, MOST_ARGUMENTS)]).toString('utf8').trim()
    return ids.length > MOST_ARGUMENTS || base === '' ? undefined : base
  } catch (error) {
    if (error instanceof GitError && error.status === 1) return undefined
    throw error
  }
}

/** Beyond these the walk simply goes to the root: command lines have an end. */
const MOST_ARGUMENTS = 400
