/** Which documents a run is about. */
import { genreOf } from '../core/genre.ts'
import type { SetAside } from '../core/report.ts'
import type { Repository } from '../core/repository.ts'
import { UserError } from '../core/user-error.ts'
import picomatch from 'picomatch'

const MARKDOWN = /\.(?:md|markdown|mdx)$/i

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
  const all: string[] = []
  for (const [path, entry] of repository.source.files) {
    if (MARKDOWN.test(path) && entry.mode !== '120000' && entry.mode !== '160000') all.push(path)
  }
  const wanted = options.paths.length === 0 ? all : narrow(all, repository, options.paths)
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

function narrow(all: readonly string[], repository: Repository, paths: readonly string[]): string[] {
  const found = new Set<string>()
  for (const written of paths) {
    const path = written.replace(/^\.\//, '').replace(/\/+$/, '')
    const before = found.size
    let matched = false
    if (repository.source.files.has(path)) {
      matched = true
      if (MARKDOWN.test(path)) found.add(path)
    } else {
      const match = /[*?{[]/.test(path) ? picomatch(path, { dot: true }) : undefined
      const inside = path === '' || path === '.' ? '' : `${path}/`
      for (const document of all) if (match === undefined ? document.startsWith(inside) : match(document)) found.add(document)
    }
    if (!matched && found.size === before && !all.some(document => document.startsWith(path))) {
      throw new UserError(`No document matches "${written}". Give Markdown files, folders or globs inside the repository.`)
    }
  }
  return [...found]
}
