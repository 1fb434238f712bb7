import { createHash } from 'node:crypto'
import type { ContentSource, FileEntry } from '../../src/core/source.ts'
import { createRepository, type Repository } from '../../src/core/repository.ts'

/**
 * A repository that exists only here: paths to contents. It has no git, so no history.
 * @param files paths from the root to their text; a value of `undefined` is a file that can't be read
 */
export function memoryRepository(files: Readonly<Record<string, string | undefined>>, settings: Readonly<Record<string, unknown>> = {}): Repository {
  return createRepository({ root: '/memory', source: memorySource(files), settings })
}

/** The content source behind `memoryRepository`. */
export function memorySource(files: Readonly<Record<string, string | undefined>>): ContentSource {
  const entries = new Map<string, FileEntry>()
  for (const [path, text] of Object.entries(files)) {
    entries.set(path, { mode: '100644', blob: createHash('sha1').update(text ?? '').digest('hex') })
  }
  return {
    kind: 'worktree',
    head: undefined,
    gitDirectory: undefined,
    shallow: false,
    files: entries,
    fingerprint: undefined,
    read(path) {
      const text = files[path]
      return text === undefined ? undefined : Buffer.from(text)
    },
    prefetch: () => undefined,
    existsOnDisk: () => false,
  }
}
