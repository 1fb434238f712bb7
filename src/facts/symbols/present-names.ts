/** Where names stand in today's source. */
import type { Repository } from '../../core/repository.ts'
import { declarationAt, type Declared } from '../../analysis/symbols/declaration.ts'
import { isCode, isInComment, isSource } from '../../analysis/symbols/source-file.ts'
import { lineAround, lineNumber, NameIndex } from '../../analysis/symbols/word-scan.ts'
import { keepKnownNames, readKnownNames, type KnownNames, type SourceFile } from './known-names.ts'

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
 * Reads all source once, or only what is new since earlier runs looked for the same names.
 * @param names what to look for
 * @param located names whose declarations are wanted too; for the others the first occurrence will do
 */
export function findPresent(repository: Repository, names: Iterable<string>, located: ReadonlySet<string>): ReadonlyMap<string, Presence> {
  const found = new Map<string, Presence>()
  for (const name of names) found.set(name, { path: undefined, declarations: [] })
  if (found.size === 0) return found
  const { source } = repository
  const files: SourceFile[] = []
  for (const [path, entry] of source.files) if (isSource(path) && entry.mode.startsWith('100')) files.push({ path, blob: entry.blob })
  const known = readKnownNames(repository)
  source.notice?.(files.map(file => file.path))
  const open = new Set<string>()
  for (const [name, presence] of found) {
    const holder = known.present.get(name)
    const stands = holder !== undefined && source.files.get(holder.path)?.blob === holder.blob
    if (stands && !located.has(name)) presence.path = holder.path
    else if (!known.absent.has(name)) open.add(name)
  }
  const fresh = files.filter(file => known.isNew(file))
  const absent = new Map([...known.absent].map(name => [name, found.get(name) ?? { path: undefined, declarations: [] }]))
  readFiles(repository, fresh, absent, located)
  readFiles(repository, files, new Map([...found].filter(([name]) => open.has(name))), located)
  keep(repository, known, files, new Map([...absent, ...found]), open.size > 0 || fresh.some(file => file.blob !== undefined))
  for (const { declarations } of found.values()) declarations.sort((a, b) => Number(b.declared === 'named') - Number(a.declared === 'named'))
  return found
}

function keep(repository: Repository, known: KnownNames, files: readonly SourceFile[], found: ReadonlyMap<string, Presence>, changed: boolean): void {
  if (!changed) return
  const absent: string[] = []
  const present = new Map(known.present)
  for (const [name, { path }] of found) {
    if (path === undefined) absent.push(name)
    else present.set(name, { path, blob: repository.source.files.get(path)?.blob })
  }
  keepKnownNames(repository, files, absent, present)
}

/** Looks for names in files, and notes where they are. */
function readFiles({ source }: Repository, files: readonly SourceFile[], found: ReadonlyMap<string, Presence>, located: ReadonlySet<string>): void {
  if (found.size === 0) return
  const index = new NameIndex(found.keys())
  for (const { path } of files) {
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
}
