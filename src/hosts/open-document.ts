/** One document as a host hands it over: a file name and a text that may not be saved yet. */
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { createDocument, type Document } from '../core/document.ts'
import { genreOf } from '../core/genre.ts'
import { createRepository, type Repository } from '../core/repository.ts'
import { ignoredFact } from '../facts/ignored.ts'
import { lockedAnswers } from '../lock/answers.ts'
import { editedSource } from './edited-source.ts'
import { livingRepository } from './living-repository.ts'

export interface DocumentRequest {
  /** Absolute: the folder that the host works in. */
  readonly cwd: string
  /** As the host names it; something that is no absolute path stands for a text without a file. */
  readonly file: string
  readonly text: string
  /** Whether a document is read although its name says changelog, record or archive. */
  readonly isIncluded: (path: string) => boolean
  /** What rules share, as the user configured them. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined
}

/** A file of code as a host names it. */
export type SourceRequest = Pick<DocumentRequest, 'cwd' | 'file' | 'settings'>

/** A document with the repository that it is to be judged in. */
export interface OpenDocument {
  readonly document: Document
  readonly repository: Repository
}

/** What a text without a file is called: it stands in the root. */
const NAMELESS = 'stdin.md'

/**
 * Opens a document, or gives `undefined` for one that is none of ours, just as on the command line: a changelog, a record,
 * an archive, a link, a file that git ignores; or one outside of any checkout and of the host's folder.
 */
export function openDocument({ cwd, file, text, isIncluded, settings }: DocumentRequest): OpenDocument | undefined {
  const place = placeOf({ cwd, file: path.isAbsolute(file) ? file : path.join(cwd, NAMELESS), settings })
  if (place === undefined || (genreOf(place.path) !== undefined && !isIncluded(place.path))) return undefined
  return openText(place.repository, place.path, text)
}

/** A file of code with its repository; `undefined` for a link, an ignored file and one outside of checkout and folder. */
export function openSource({ cwd, file, settings }: SourceRequest): { readonly path: string, readonly repository: Repository } | undefined {
  return placeOf({ cwd, file: path.resolve(cwd, file), settings })
}

function placeOf({ cwd, file, settings }: SourceRequest): { readonly path: string, readonly repository: Repository } | undefined {
  const folder = existingFolder(path.dirname(file))
  const repository = livingRepository(folder, cwd, settings)
  const relative = pathFrom(repository.root, file, folder)
  if (relative === undefined) return undefined
  const entry = repository.source.files.get(relative)
  if (entry === undefined ? repository.get(ignoredFact).ignores(relative) : entry.mode === '120000') return undefined
  return { path: relative, repository }
}

/** Hosts check texts under the names of files and folders that do not exist. */
function existingFolder(folder: string): string {
  let at = folder
  while (!existsSync(at) && path.dirname(at) !== at) at = path.dirname(at)
  return at
}

/** The path from the root, with forward slashes; `undefined` outside of it. */
function pathFrom(root: string, file: string, folder: string): string | undefined {
  const real = path.join(realpathSync(folder), path.relative(folder, file))
  const relative = path.relative(root, real)
  return relative.startsWith('..') || path.isAbsolute(relative) ? undefined : relative.split(path.sep).join('/')
}

/** Where the text differs from the file, facts are computed for the text: a heading that was just typed can be linked to. */
function openText(repository: Repository, file: string, text: string): OpenDocument {
  const document = createDocument(file, text)
  const { source } = repository
  const saved = source.read(file)?.toString('utf8')
  if (saved !== undefined && createDocument(file, saved).text === document.text) return { document, repository }
  const overlaid = editedSource(source, new Map([[file, Buffer.from(document.text)]]))
  const { root, settings } = repository
  return { document, repository: createRepository({ root, source: overlaid, settings, answers: lockedAnswers(overlaid) }) }
}
