/** The history walk of a repository, kept between runs as lines of text. */
import { readCacheFile, writeCacheFile } from './cache-directory.ts'
import type { HistoryWalk, Removal } from './history.ts'

const NAME = 'history-2.txt'

/** The last walk that was written, or `undefined`. */
export function readWalk(gitDirectory: string | undefined): HistoryWalk | undefined {
  const text = readCacheFile(gitDirectory, NAME)
  if (text === undefined) return undefined
  const [first = '', ...lines] = text.split('\n')
  const [head, end = '', count, documents] = first.split(' ')
  // A line too few means a file from another hand: walk again.
  if (head === undefined || Number(count) !== lines.length) return undefined
  const births = new Map<string, number>()
  for (const line of lines.splice(0, Number(documents))) {
    const [path = '', birth] = line.split('\0')
    births.set(path, Number(birth))
  }
  const removals = new Map<string, Removal>()
  let commit = ''
  let time = 0
  for (const line of lines) {
    if (line.startsWith('\u0001')) {
      const space = line.indexOf(' ')
      commit = line.slice(1, space)
      time = Number(line.slice(space + 1))
      continue
    }
    const [path = '', successor = '', exact] = line.split('\0')
    removals.set(path, { path, commit, time, successor: successor === '' ? undefined : successor, exact: exact === '1' })
  }
  return { head, end, removals, added: new Set(), births }
}

/** Writes a walk; paths with line breaks are left out. */
export function writeWalk(gitDirectory: string | undefined, walk: HistoryWalk): void {
  const lines: string[] = []
  for (const [path, birth] of walk.births) if (!path.includes('\n')) lines.push(`${path}\0${String(birth)}`)
  const documents = lines.length
  let commit = ''
  for (const removal of [...walk.removals.values()].sort((a, b) => b.time - a.time || (a.commit < b.commit ? -1 : 1))) {
    if (removal.path.includes('\n')) continue
    if (removal.commit !== commit) {
      commit = removal.commit
      lines.push(`\u0001${commit} ${String(removal.time)}`)
    }
    lines.push(removal.successor === undefined ? removal.path : `${removal.path}\0${removal.successor}\0${removal.exact ? '1' : '0'}`)
  }
  writeCacheFile(gitDirectory, NAME, [`${walk.head} ${walk.end} ${String(lines.length)} ${String(documents)}`, ...lines].join('\n'))
}
