/** In which folders of the repository a shown command can be meant to run. */
import path from 'node:path'
import type { Repository } from '../../core/repository.ts'
import { filesFact, folderOf } from '../files.ts'
import { packagesFact, unscoped } from '../packages.ts'
import { remotesFact } from '../remotes.ts'
import { resolvePath } from '../task-files/task-file.ts'

/** What a document says of the place; plain data, part of a target. */
export interface SaidPlace {
  /** As `ShellCommand.directory`; `null` when it can't be known. */
  readonly directory: string | null
  /** The `git clone` that the reader stands in. */
  readonly clone: { readonly url: string; readonly directory: string } | null
  /** Folder given by an option (`--prefix`, `-C`), relative to the place. */
  readonly option: string | null
}

export type Standing =
  /** Some folder was named and it exists: these are the readings, the likeliest first. */
  | { readonly kind: 'named'; readonly folders: readonly string[]; readonly said: string }
  /** No folder was named: the document's own and those above it, innermost first. */
  | { readonly kind: 'anywhere'; readonly folders: readonly string[] }
  | { readonly kind: 'outside'; readonly reason: string }

/** Resolves what a document says. Folders are paths from the root. */
export function standingOf(repository: Repository, documentPath: string, place: SaidPlace): Standing {
  let directory = place.directory
  if (place.clone !== null) {
    if (!isThisRepository(repository, place.clone.url)) return { kind: 'outside', reason: 'the command runs in a clone of another repository' }
    directory = place.clone.directory
    if (directory === '' && place.option === null) return { kind: 'anywhere', folders: [''] }
  }
  if (directory === null) return { kind: 'outside', reason: 'the folder in which the command runs is not known' }
  const said = place.option === null ? directory : [directory, place.option].filter(part => part !== '').join('/')
  const above = foldersAbove(folderOf(documentPath))
  if (said === '') return { kind: 'anywhere', folders: above }
  const files = repository.get(filesFact)
  const bases = place.clone === null ? above : ['']
  const folders = new Set<string>()
  for (const base of bases) {
    const folder = resolvePath(base, said)
    if (folder !== undefined && files.hasFolder(folder)) folders.add(folder)
  }
  if (folders.size === 0 && /^[\w@.-]/.test(said)) {
    // `cd web` where only `apps/web` exists; `cd this-repository/web` from its parent.
    const inside = said.includes('/') && isThisRepository(repository, said.slice(0, said.indexOf('/'))) ? said.slice(said.indexOf('/') + 1) : said
    if (isThisRepository(repository, said)) return { kind: 'anywhere', folders: above }
    for (const found of files.withSuffix(inside)) if (files.hasFolder(found)) folders.add(found)
  }
  if (folders.size === 0) return { kind: 'outside', reason: `the folder ${said} is not in the repository` }
  return { kind: 'named', folders: [...folders], said }
}

/** A folder and all above it, innermost first; the root is ''. */
export function foldersAbove(folder: string): string[] {
  const folders = [folder]
  for (let at = folder; at !== '';) {
    at = folderOf(at)
    folders.push(at)
  }
  return folders
}

/** Whether a clone URL (or the folder it makes) means the repository at hand: by name, as forks and placeholders for owners do. */
export function isThisRepository(repository: Repository, url: string): boolean {
  const name = /([^/:]+?)(?:\.git)?\/?$/.exec(url.slice(-300))?.[1]?.toLowerCase()
  if (name === undefined) return false
  // A guide that leaves the name open means its own repository.
  if (/[<>${}]/.test(name) || /^(?:your|this|the)?-?repo(?:sitory)?(?:-?(?:url|name))?$/.test(name)) return true
  if (path.basename(repository.root).toLowerCase() === name) return true
  if (repository.get(remotesFact).addresses.some(address => address.name.toLowerCase() === name)) return true
  const root = repository.get(packagesFact).root?.name
  return root !== undefined && (unscoped(root).toLowerCase() === name || root.toLowerCase() === name)
}
