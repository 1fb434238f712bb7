/** The statuses that a record had in the versions of its document. */
import { statusKey } from '../../analysis/records/status.ts'
import { defineFact } from '../../core/repository.ts'
import { documentVersionsFact } from '../document-versions.ts'

/** A status, and the commit in which the record first had it. */
export interface PastStatus {
  /** As `statusKey` gives it. */
  readonly key: string
  readonly commit: string
  readonly time: number
}

/** By id in lower case, the statuses of a document's records in the order in which they had them, each change once. */
export const rowLivesFact = defineFact<(path: string) => ReadonlyMap<string, readonly PastStatus[]> | undefined>('row lives', (repository) => {
  const known = new Map<string, ReadonlyMap<string, readonly PastStatus[]>>()
  return (path) => {
    const before = known.get(path)
    if (before !== undefined) return before
    const versions = repository.get(documentVersionsFact)(path)
    if (versions === undefined) return undefined
    const lives = new Map<string, PastStatus[]>()
    for (const { commit, time, text } of versions) {
      for (const [id, key] of statusesIn(text)) {
        const life = lives.get(id)
        if (life === undefined) lives.set(id, [{ key, commit, time }])
        else if (life.at(-1)?.key !== key) life.push({ key, commit, time })
      }
    }
    known.set(path, lives)
    return lives
  }
})

/** Id and status of every row, read line by line: two hundred versions are not worth two hundred trees. */
function* statusesIn(text: string): Iterable<readonly [id: string, status: string]> {
  let columns: { readonly id: number; readonly status: number } | undefined
  for (const line of text.split('\n')) {
    if (!line.trimStart().startsWith('|')) {
      columns = undefined
      continue
    }
    const cells = line.trim().replace(/^\|/, '').split(/(?<!\\)\|/).map(cell => cell.trim())
    if (columns === undefined) {
      columns = {
        id: cells.findIndex(cell => /^\W{0,4}(?:(?:entry|record|item|ticket) )?id\W{0,4}$/i.test(cell)),
        status: cells.findIndex(cell => /^\W{0,4}(?:status|state)\W{0,4}$/i.test(cell)),
      }
      continue
    }
    const id = (cells[columns.id] ?? '').replace(/[`*]/g, '').toLowerCase()
    const key = statusKey(cells[columns.status] ?? '')
    if (columns.id >= 0 && columns.status >= 0 && id !== '' && key !== '') yield [id, key]
  }
}
