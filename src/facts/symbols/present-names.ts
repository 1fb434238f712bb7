/** Where names stand in today's source. */
import type { Repository } from '../../core/repository.ts'
import { declarationAt, type Declared } from '../../analysis/symbols/declaration.ts'
import { isCode, isInComment, isSource } from '../../analysis/symbols/source-file.ts'
import { lineAround, lineNumber, NameIndex } from '../../analysis/symbols/word-scan.ts'

/** What today's source has of a name. */
export interface Presence {
  /** A file that has the name outside of comments, in whatever spelling. */
  path: string | undefined
  /** Files that declare it, at most a few. Lines are 1-based. */
  readonly declarations: { readonly path: string; readonly line: number; readonly declared: Declared }[]
}

/** Declarations that are collected of a name. */
const MOST_DECLARATIONS = 4
/** Larger files are generated. In bytes. */
const LARGEST = 2_000_000

/**
 * Reads all source once.
 * @param names what to look for
 * @param located names whose declarations are wanted too; for the others the first occurrence will do
 */
export function findPresent(repository: Repository, names: Iterable<string>, located: ReadonlySet<string>): ReadonlyMap<string, Presence> {
  const found = new Map<string, Presence>()
  for (const name of names) found.set(name, { path: undefined, declarations: [] })
  if (found.size === 0) return found
  const index = new NameIndex(found.keys())
  const { source } = repository
  for (const [path, entry] of source.files) {
    if (!isSource(path) || !entry.mode.startsWith('100')) continue
    const bytes = source.read(path)
    if (bytes === undefined || bytes.length > LARGEST || bytes.subarray(0, 8000).includes(0)) continue
    const declares = isCode(path)
    index.scan(bytes, (name, at, exact) => {
      const presence = found.get(name)
      if (presence === undefined) return
      const wanted = exact && declares && located.has(name) && presence.declarations.length < MOST_DECLARATIONS
      if (presence.path !== undefined && !wanted) {
        if (!located.has(name) || presence.declarations.length >= MOST_DECLARATIONS) index.delete(name)
        return
      }
      const { line, column, start } = lineAround(bytes, at)
      if (isInComment(path, line, column)) return
      presence.path ??= path
      if (!wanted || presence.declarations.some(one => one.path === path)) return
      const declared = declarationAt(path, line, column, name)
      if (declared !== undefined) presence.declarations.push({ path, line: lineNumber(bytes, start), declared })
    })
  }
  for (const { declarations } of found.values()) declarations.sort((a, b) => Number(b.declared === 'named') - Number(a.declared === 'named'))
  return found
}
