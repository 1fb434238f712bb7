/**
 * What earlier runs found out of names in the source, so that a run reads only what is new: names that no file of a known
 * set of contents has, and a file for each name that some file has.
 */
import { isRecord } from '../../core/record.ts'
import type { Repository } from '../../core/repository.ts'
import { nameFor, readCacheFile, writeCacheFile } from '../../git/cache-directory.ts'
import { answersStamp } from '../document-pasts.ts'

/** Names that are kept of each kind. */
const MOST_NAMES = 20_000

/** A file with its content; `blob` is unknown where the file is changed and not staged. */
export interface SourceFile {
  readonly path: string
  readonly blob: string | undefined
}

export interface KnownNames {
  /** Names that no content has but those of `isNew`. */
  readonly absent: ReadonlySet<string>
  /** Whether the content of a file was not there when the absent names were looked for. */
  isNew(file: SourceFile): boolean
  /** By name a file that had it; whoever uses it asks whether it still has that content. */
  readonly present: ReadonlyMap<string, SourceFile>
}

const NOTHING: KnownNames = { absent: new Set(), isNew: () => true, present: new Map() }

/** What is known; nothing when the file is not there or broken. */
export function readKnownNames({ source }: Repository): KnownNames {
  try {
    const stored = JSON.parse(readCacheFile(source.gitDirectory, fileName()) ?? 'null') as unknown
    if (!isRecord(stored) || !isStrings(stored['contents']) || !isStrings(stored['absent']) || !Array.isArray(stored['present'])) return NOTHING
    const contents = new Set(stored['contents'])
    const present = new Map<string, SourceFile>()
    for (const row of stored['present'] as readonly unknown[]) {
      if (!isStrings(row)) return NOTHING
      const [name = '', path = '', blob = ''] = row
      present.set(name, { path, blob })
    }
    return { absent: new Set(stored['absent']), isNew: file => file.blob === undefined || !contents.has(digestOf(file)), present }
  } catch {
    return NOTHING
  }
}

/**
 * Remembers what a run found.
 * @param files all source
 * @param absent names that none of them has
 */
export function keepKnownNames(
  { source }: Repository, files: readonly SourceFile[], absent: Iterable<string>, present: ReadonlyMap<string, SourceFile>,
): void {
  writeCacheFile(source.gitDirectory, fileName(), JSON.stringify({
    contents: files.filter(file => file.blob !== undefined).map(digestOf),
    absent: [...absent].slice(-MOST_NAMES),
    present: [...present].filter(([, file]) => file.blob !== undefined).slice(-MOST_NAMES).map(([name, { path, blob }]) => [name, path, blob]),
  }))
}

function fileName(): string {
  return `names-${answersStamp()}.json`
}

/** A path says what language a content is in, so it counts, too. */
function digestOf({ path, blob }: SourceFile): string {
  return `${(blob ?? '').slice(0, 16)}${nameFor(path).slice(-11)}`
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(one => typeof one === 'string')
}
