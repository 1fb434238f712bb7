import type { Repository } from '../../core/repository.ts'

/** Who runs the tasks of a file. */
export type Runner = 'make' | 'just' | 'task' | 'composer' | 'python' | 'poe' | 'taskipy' | 'hatch' | 'cargo' | 'rake' | 'deno' | 'turbo'

/** A file that declares tasks. */
export interface TaskFile {
  readonly runner: Runner
  readonly path: string
  /** Folder from which its tasks are run; '' for the root. */
  readonly folder: string
  readonly names: ReadonlySet<string>
  /** Tasks whose names are only partly known ("test-%"), as regular expressions of the whole name. */
  readonly patterns: readonly RegExp[]
  /** Why there can be tasks that can't be seen here; `undefined` when the list is complete. */
  readonly open: string | undefined
}

/** The text of a file; '' when it can't be read. */
export function textOf(repository: Repository, path: string): string {
  return repository.source.read(path)?.toString('utf8').replaceAll('\r\n', '\n') ?? ''
}

/** A pattern from a name in which a wildcard stands for anything. */
export function wildcard(name: string, mark: '%' | '*'): RegExp {
  return new RegExp(`^${name.split(mark).slice(0, 4).map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.*')}$`)
}

/** A path written in a file, seen from a folder; `undefined` when it leaves the repository. */
export function resolvePath(folder: string, written: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return written.startsWith('/') ? undefined : parts.join('/')
}
