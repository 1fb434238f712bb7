/** The file whose variables a table lists. */
import { matchesName } from '../../analysis/environment/patterns.ts'
import { isDotenv } from '../../analysis/environment/read.ts'
import type { VariableUse } from '../../analysis/environment/use.ts'
import type { Repository } from '../../core/repository.ts'
import { filesFact, folderOf } from '../files.ts'
import { readingsFact } from './search.ts'

export interface Scope {
  readonly path: string
  /** What the file declares (or, without a schema, reads), by name. */
  readonly variables: ReadonlyMap<string, VariableUse>
}

/** A schema has at least so many variables; a file with fewer is no list of them. */
const FEWEST = 3

/**
 * The files that a table is about: those named beside it, if the table has at least half of what they declare.
 * @param files as written in the document
 * @param names what the table lists, patterns such as `META_*` included
 */
export function scopesOf(repository: Repository, document: string, files: readonly string[], names: readonly string[]): readonly Scope[] {
  return files.flatMap((written) => {
    const path = resolve(repository, document, written)
    const scope = path === undefined ? undefined : scopeAt(repository, path)
    if (scope === undefined) return []
    const covered = [...scope.variables.keys()].filter(name => matchesName(name, names)).length
    return covered * 2 >= scope.variables.size ? [scope] : []
  })
}

function resolve(repository: Repository, document: string, written: string): string | undefined {
  const files = repository.get(filesFact)
  const beside = folderOf(document) === '' ? written : `${folderOf(document)}/${written}`
  if (files.has(beside)) return beside
  if (files.has(written)) return written
  const [only, second] = files.withSuffix(written)
  return second === undefined && only !== undefined && files.has(only) ? only : undefined
}

function scopeAt(repository: Repository, path: string): Scope | undefined {
  const { uses } = repository.get(readingsFact)(path)
  const declared = uses.filter(use => use.declared)
  const listed = declared.length >= FEWEST ? declared : /env|config|settings/i.test(path) && !/\.(?:ya?ml|toml)$/.test(path) ? uses.filter(use => use.how === 'read' || isDotenv(path)) : []
  const variables = new Map<string, VariableUse>()
  for (const use of listed) if (!variables.has(use.name) && /^[A-Z]/.test(use.name)) variables.set(use.name, use)
  return variables.size >= FEWEST ? { path, variables } : undefined
}
