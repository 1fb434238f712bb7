/** Which documents a run is about. */
import { genreOf } from '../core/genre.ts'
import type { SetAside } from '../core/report.ts'
import type { Repository } from '../core/repository.ts'
import type { FileEntry } from '../core/source.ts'
import { UserError } from '../core/user-error.ts'
import picomatch from 'picomatch'

const MARKDOWN = /\.(?:md|markdown|mdx)$/i

/** Whether a file is a Markdown document: no link, no submodule. */
export function isDocument(path: string, entry: FileEntry | undefined): boolean {
  return MARKDOWN.test(path) && entry !== undefined && entry.mode !== '120000' && entry.mode !== '160000'
}

export interface Selection {
  /** Documents to check, from the root, sorted. */
  readonly documents: readonly string[]
  readonly setAside: readonly SetAside[]
}

export interface SelectionOptions {
  /** Files, folders or globs from the root; empty means all. */
  readonly paths: readonly string[]
  /** Globs of documents to leave out. */
  readonly ignore: readonly string[]
  /** Globs of documents that are read although their name says changelog, record or archive. */
  readonly include: readonly string[]
}

/**
 * Selects documents from the content source.
 * @throws UserError when a path that was asked for matches no document
 */
export function selectDocuments(repository: Repository, options: SelectionOptions): Selection {
  return sortOut(options.paths.length === 0 ? allDocuments(repository) : narrow(repository, options.paths), options)
}

function allDocuments(repository: Repository): string[] {
  const all: string[] = []
  for (const [path, entry] of repository.source.files) if (isDocument(path, entry)) all.push(path)
  return all
}

/** Leaves ignored documents out and sets those aside whose path says that they speak of another day. */
export function sortOut(wanted: Iterable<string>, options: Pick<SelectionOptions, 'ignore' | 'include'>): Selection {
  const ignored = options.ignore.length > 0 ? picomatch([...options.ignore], { dot: true }) : () => false
  const included = options.include.length > 0 ? picomatch([...options.include], { dot: true }) : () => false
  const documents: string[] = []
  const setAside: SetAside[] = []
  for (const path of wanted) {
    if (ignored(path)) continue
    const genre = genreOf(path)
    if (genre === undefined || included(path)) documents.push(path)
    else setAside.push({ path, reason: genre })
  }
  return { documents: documents.sort(), setAside }
}

/** Whether a path is one of those asked for: files, folders or globs from the root; nothing asked for means all. */
export function pathMatcher(written: readonly string[]): (path: string) => boolean {
  if (written.length === 0) return () => true
  const matchers = written.map((one) => {
    const asked = one.replace(/^\.\//, '').replace(/\/+$/, '')
    if (/[*?{[]/.test(asked)) return picomatch(asked, { dot: true })
    return asked === '' || asked === '.' ? () => true : (path: string): boolean => path === asked || path.startsWith(`${asked}/`)
  })
  return path => matchers.some(matches => matches(path))
}

/** Paths that name no document may name code; one that names nothing at all is a mistake. */
function narrow(repository: Repository, paths: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  let all: readonly string[] | undefined
  for (const written of paths) {
    const path = written.replace(/^\.\//, '').replace(/\/+$/, '')
    const entry = repository.source.files.get(path)
    if (entry !== undefined) {
      if (isDocument(path, entry)) found.add(path)
      continue
    }
    const matches = pathMatcher([written])
    all ??= allDocuments(repository)
    const documents = all.filter(matches)
    for (const document of documents) found.add(document)
    if (documents.length === 0 && !someFile(repository, matches)) {
      throw new UserError(`No file matches "${written}". Give documents, scripts, folders or globs inside the repository.`)
    }
  }
  return found
}

function someFile(repository: Repository, matches: (path: string) => boolean): boolean {
  for (const path of repository.source.files.keys()) if (matches(path)) return true
  return false
}
