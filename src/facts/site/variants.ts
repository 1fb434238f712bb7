/** Folders of documents that are written once for each language or platform: `intro-js.md`, `intro-java.md`. */
import { defineFact, type Repository } from '../../core/repository.ts'
import { filesFact, folderOf } from '../files.ts'

const VARIANT = /^(.+)[-.](js|ts|javascript|typescript|java|python|py|csharp|dotnet|go|ruby|php|rust|swift|kotlin|node|web|ios|android|linux|macos|windows)\.mdx?$/

/** So many documents, in at least two variants, are no accident. Playwright's manual has 100 in four; a generator picks one for each reader. */
const FEWEST = 6

/** The folders whose documents come in variants. */
const variantFoldersFact = defineFact<ReadonlySet<string>>('folders of variants', (repository) => {
  const folders = new Map<string, { count: number; readonly kinds: Set<string> }>()
  for (const path of repository.get(filesFact).paths.keys()) {
    const kind = VARIANT.exec(path)?.[2]
    if (kind === undefined) continue
    const folder = folders.get(folderOf(path)) ?? { count: 0, kinds: new Set<string>() }
    folder.count++
    folder.kinds.add(kind)
    folders.set(folderOf(path), folder)
  }
  return new Set([...folders].filter(([, { count, kinds }]) => count >= FEWEST && kinds.size > 1).map(([folder]) => folder))
})

/**
 * Whether a document lies with, or below, documents that come in variants, and a path would lie there too: what such a manual links to is
 * what its generator makes, not what lies there.
 * @param document path of the document from the root, `path` of what it links to
 */
export function isAmongVariants(repository: Repository, document: string, path: string): boolean {
  const folders = repository.get(variantFoldersFact)
  if (folders.size === 0) return false
  for (let folder = folderOf(document); folder !== ''; folder = folderOf(folder)) {
    if (folders.has(folder) && path.startsWith(`${folder}/`)) return true
  }
  return false
}
