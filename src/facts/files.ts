/** What exists: files, folders, and the ways to find a path of which a document gives only a part. */
import { addTo } from '../core/multimap.ts'
import { defineFact } from '../core/repository.ts'

export interface Files {
  /** A tracked (or untracked, not ignored) file, link or submodule at exactly this path. */
  has(path: string): boolean
  /** A folder that holds at least one file, or the root (''). */
  hasFolder(path: string): boolean
  /** Whether there may be a symbolic link or a submodule anywhere. */
  hasLinks(): boolean
  /** Every folder but the root. */
  folders(): Iterable<string>
  /** Names directly inside a folder, files and folders; empty for an unknown one. */
  childrenOf(folder: string): readonly string[]
  /** Paths (files and folders) whose last parts are exactly `suffix` ("b/c.ts" for "a/b/c.ts"). */
  withSuffix(suffix: string): readonly string[]
  /** Files (no folders) with exactly this name. */
  withName(name: string): readonly string[]
  /** The path in its real letter case when only the case differs; `undefined` otherwise. */
  inOtherCase(path: string): string | undefined
  readonly paths: ReadonlySet<string> | ReadonlyMap<string, unknown>
}

/** The files of the content source. All indexes are built when first asked for. */
export const filesFact = defineFact<Files>('files', repository => {
  const paths = repository.source.files
  let folders: Map<string, string[]> | undefined
  let folderNames: Map<string, string[]> | undefined
  let byName: Map<string, string[]> | undefined
  let byLowerCase: Map<string, string> | undefined
  let links: boolean | undefined

  const folderIndex = (): Map<string, string[]> => {
    if (folders !== undefined) return folders
    folders = new Map([['', []]])
    for (const path of paths.keys()) addToFolders(folders, path)
    return folders
  }
  const folderNameIndex = (): Map<string, string[]> => {
    if (folderNames !== undefined) return folderNames
    folderNames = new Map()
    for (const folder of folderIndex().keys()) if (folder !== '') addTo(folderNames, baseName(folder), folder)
    return folderNames
  }
  const nameIndex = (): Map<string, string[]> => {
    if (byName !== undefined) return byName
    byName = new Map()
    for (const path of paths.keys()) addTo(byName, baseName(path), path)
    return byName
  }
  const caseIndex = (): Map<string, string> => {
    if (byLowerCase !== undefined) return byLowerCase
    byLowerCase = new Map()
    for (const folder of folderIndex().keys()) byLowerCase.set(folder.toLowerCase(), folder)
    for (const path of paths.keys()) byLowerCase.set(path.toLowerCase(), path)
    return byLowerCase
  }
  return {
    paths,
    has: path => paths.has(path),
    hasFolder: path => (folders === undefined && paths.hasFolder !== undefined ? paths.hasFolder(path) : folderIndex().has(path)),
    hasLinks() {
      if (links === undefined) {
        links = false
        // A listing that can be searched is not taken apart for this.
        if (paths.hasFolder !== undefined) links = true
        else for (const { mode } of paths.values()) if (mode === '120000' || mode === '160000') links = true
      }
      return links
    },
    * folders() {
      for (const folder of folderIndex().keys()) if (folder !== '') yield folder
    },
    childrenOf: folder => (folders === undefined ? paths.childrenOf?.(folder) : undefined) ?? folderIndex().get(folder) ?? [],
    withName: name => paths.endingIn?.(name) ?? nameIndex().get(name) ?? [],
    withSuffix(suffix) {
      const name = baseName(suffix)
      const ending = `/${suffix}`
      const ends = (path: string): boolean => path === suffix || path.endsWith(ending)
      const inFiles = paths.endingIn?.(suffix) ?? (nameIndex().get(name) ?? []).filter(ends)
      return [...inFiles, ...(folderNameIndex().get(name) ?? []).filter(ends)]
    },
    inOtherCase(path) {
      const real = caseIndex().get(path.toLowerCase())
      return real === path ? undefined : real
    },
  }
})

function addToFolders(folders: Map<string, string[]>, path: string): void {
  let child = path
  for (;;) {
    const slash = child.lastIndexOf('/')
    const folder = slash < 0 ? '' : child.slice(0, slash)
    const known = folders.get(folder)
    if (known !== undefined) {
      known.push(child.slice(slash + 1))
      return
    }
    folders.set(folder, [child.slice(slash + 1)])
    child = folder
  }
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The folder of a path; '' for a path in the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}
