/** Which documents a change can have broken. */
import type { Finding } from '../core/finding.ts'
import type { Repository } from '../core/repository.ts'
import type { OpenExtractionCache } from '../cache/extraction-cache.ts'
import { isDocument } from '../documents/select.ts'
import { baseName } from '../facts/files.ts'
import type { BlobReader } from '../git/blobs.ts'
import { git, GitError } from '../git/run.ts'
import type { Change } from './changes.ts'
import { holdsNames } from './lost-names.ts'
import { reachOf } from './needles.ts'

export interface Affected {
  /** Documents to judge, or `all`. */
  readonly documents: ReadonlySet<string> | 'all'
  /** Documents that changed themselves. */
  readonly changed: ReadonlySet<string>
}

/** More words than this are not searched for one by one: all documents are judged. */
const MOST_WORDS = 400
/** Old contents are read only up to this many modified files; beyond it each of them may have lost something. */
const MOST_READ = 300

/**
 * Finds the documents: those that changed, and those that mention something that was taken away. A superset: what a
 * document really says is left to the rules.
 * @param blobs reads contents before the change
 * @param openCache the cached extractions, in which a search costs least; it may give `undefined`
 */
export function affectedDocuments(
  repository: Repository, changes: readonly Change[], blobs: BlobReader, openCache: () => OpenExtractionCache | undefined,
): Affected {
  const { source } = repository
  const changed = new Set(changes.filter(change => change.kind !== 'deleted' && isDocument(change.path, source.files.get(change.path))).map(change => change.path))
  // Where no line went, the old content of a document has nothing to say.
  const modified = changes.filter(change => change.kind === 'modified' && (change.lines?.deleted !== 0 || holdsNames(change.path)))
  const read = modified.length <= MOST_READ
  if (read) for (const change of modified) blobs.want(change.before)
  for (const change of changes) if (change.kind !== 'added' && baseName(change.path) === 'package.json') blobs.want(change.before)
  source.prefetch([...changed, ...(read ? modified.map(change => change.path) : [])])
  const readBefore = (change: Change): string | undefined => (change.kind === 'modified' && !read ? undefined : blobs.read(change.before)?.toString('utf8'))
  const words = new Set<string>()
  const folders = new Set<string>()
  for (const change of changes) {
    const reach = reachOf(change, repository, readBefore)
    if (reach === 'everything') return { documents: 'all', changed }
    for (const word of reach.words) words.add(word)
    for (const folder of reach.folders) folders.add(folder)
  }
  if (words.size > MOST_WORDS) return { documents: 'all', changed }
  const documents = new Set(changed)
  if (folders.size > 0) for (const [path, entry] of source.files) if (isDocument(path, entry) && isBelow(path, folders)) documents.add(path)
  const mentioning = words.size === 0 ? [] : mentionsInCache(repository, words, openCache()) ?? mentionsInGit(repository, words)
  if (mentioning === undefined) return { documents: 'all', changed }
  for (const path of mentioning) documents.add(path)
  return { documents, changed }
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (const folder of folders) if (path.startsWith(`${folder}/`)) return true
  return false
}

/** Searches what the rules once read; `undefined` when a document was not read yet. */
function mentionsInCache(repository: Repository, words: ReadonlySet<string>, cache: OpenExtractionCache | undefined): string[] | undefined {
  if (cache === undefined || cache.size === 0) return undefined
  const found: string[] = []
  for (const [path, entry] of repository.source.files) {
    if (!isDocument(path, entry)) continue
    const answer = entry.blob === undefined ? true : cache.mentions(path, entry.blob, words)
    if (answer === undefined) return undefined
    if (answer) found.push(path)
  }
  return found
}

/** Searches the text of all documents; `undefined` when git can't. */
function mentionsInGit(repository: Repository, words: ReadonlySet<string>): string[] | undefined {
  const cached = repository.source.kind === 'index' ? ['--cached'] : []
  const patterns = [...words].flatMap(word => ['-e', word])
  try {
    const output = git(repository.root, ['grep', ...cached, '-l', '-z', '-I', '-F', ...patterns, '--', ':(icase)*.md', ':(icase)*.mdx', ':(icase)*.markdown'])
    return output.toString('utf8').split('\0').filter(path => path !== '' && isDocument(path, repository.source.files.get(path)))
  } catch (error) {
    // git grep exits with 1 when there is no match.
    if (error instanceof GitError) return error.status === 1 ? [] : undefined
    throw error
  }
}

/** Says in a finding of an unchanged document which change broke it, where the rule itself had no receipt. */
export function nameCause(finding: Finding, changes: readonly Change[], where: 'in the index' | 'since then'): Finding {
  if (finding.evidence !== undefined) return finding
  const cause = changes.find(change => finding.subject.includes(baseName(change.path)) || finding.message.includes(change.path))
    ?? changes.find(change => baseName(change.path) === 'package.json' && change.kind !== 'added')
  return cause === undefined ? finding : { ...finding, evidence: `\`${cause.path}\` was ${cause.kind} ${where}` }
}
