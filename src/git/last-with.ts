/** Which commits took words out of files. */
import type { PastCommit } from './document-words.ts'
import { visitBlobs } from './read-blobs.ts'
import { git, GitError } from './run.ts'

/** A word in a file that has it no more, or is gone itself. */
export interface LostWord {
  readonly path: string
  readonly word: string
}

interface Change extends PastCommit {
  /** Blobs before and after; '' for none. */
  readonly before: string
  readonly after: string
}

/** Changes of each file that are looked at first: mostly the word went lately, and old states are many. */
const FIRST_CHANGES = 12
/** Bytes of old states that are read at most, in one round. */
const MOST_BYTES = 100_000_000

/**
 * The latest commit of the first-parent history before which a file had something of a word, and after which it had not;
 * one walk for all of them.
 * @param head full id of the commit to walk from
 * @param had whether a state of the file has it
 * @returns in the order of the questions
 */
export function findLastWith(
  directory: string, head: string, lost: readonly LostWord[], had: (text: Buffer, lost: LostWord) => boolean,
): readonly (PastCommit | undefined)[] {
  if (lost.length === 0) return []
  const changes = changesOf(directory, head, [...new Set(lost.map(one => one.path))])
  const found = lost.map((): PastCommit | undefined => undefined)
  let open = lost.map((one, index) => ({ word: one.word, index, changes: changes.get(one.path) ?? [] }))
  for (const most of [FIRST_CHANGES, Infinity]) {
    const texts = new Map<string, Buffer>()
    const blobs = new Set(open.flatMap(one => one.changes.slice(0, most).flatMap(change => [change.before, change.after])))
    blobs.delete('')
    visitBlobs(directory, [...blobs], MOST_BYTES, (id, bytes) => texts.set(id, bytes))
    open = open.filter(({ word, index, changes: list }) => {
      const has = (blob: string): boolean => {
        const text = texts.get(blob)
        return text !== undefined && had(text, lost[index] ?? { path: '', word })
      }
      const change = list.slice(0, most).find(({ before, after }) => has(before) && !has(after))
      found[index] = change === undefined ? undefined : { commit: change.commit, time: change.time }
      return change === undefined && list.length > most
    })
  }
  return found
}

/** Newest first. */
function changesOf(directory: string, head: string, paths: readonly string[]): ReadonlyMap<string, readonly Change[]> {
  const changes = new Map<string, Change[]>()
  let output: string
  try {
    output = git(directory, [
      'log', head, '--first-parent', '--diff-merges=first-parent', '--raw', '-z', '--no-renames', '--no-abbrev', '--format=%x01%H %ct', '--',
      ...paths.map(path => `:(literal)${path}`),
    ]).toString('utf8')
  } catch (error) {
    if (error instanceof GitError) return changes
    throw error
  }
  let at: PastCommit | undefined
  const parts = output.split('\0')
  for (let index = 0; index < parts.length; index++) {
    const part = (parts[index] ?? '').replace(/^\n/, '')
    if (part.startsWith('\u0001')) at = { commit: part.slice(1, part.indexOf(' ')), time: Number(part.slice(part.indexOf(' ') + 1)) }
    else if (part.startsWith(':') && at !== undefined) {
      const [, , before = '', after = ''] = part.split(' ')
      const path = parts[++index] ?? ''
      const list = changes.get(path)
      const change: Change = { ...at, before: idOf(before), after: idOf(after) }
      if (list === undefined) changes.set(path, [change])
      else list.push(change)
    }
  }
  return changes
}

function idOf(blob: string): string {
  return /^0+$/.test(blob) ? '' : blob
}

/**
 * The paths that changed between two commits of one first-parent history.
 * @returns `undefined` when the newer commit's first-parent history does not lead to the older one
 */
export function touchedSince(directory: string, older: string, head: string): ReadonlySet<string> | undefined {
  if (older === head) return new Set()
  let output: string
  try {
    output = git(directory, ['log', `${older}..${head}`, '--first-parent', '--diff-merges=first-parent', '--name-only', '-z', '--no-renames', '--format=%x01%P', '--']).toString('utf8')
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
  const touched = new Set<string>()
  let parent = ''
  for (const part of output.split('\0').map(one => one.replace(/^\n/, ''))) {
    if (part.startsWith('\u0001')) parent = part.slice(1).split(' ')[0] ?? ''
    else if (part !== '') touched.add(part)
  }
  return parent === older ? touched : undefined
}
