/** What a document once said. */
import { defineFact } from '../core/repository.ts'
import { readFileVersions, type FileVersion } from '../git/file-versions.ts'

export type { FileVersion }

/** Gives the committed versions of a document, oldest first; `undefined` where history is not at hand. One git walk for each document that asks. */
export const documentVersionsFact = defineFact<(path: string) => readonly FileVersion[] | undefined>('document versions', (repository) => {
  const { head, shallow } = repository.source
  const known = new Map<string, readonly FileVersion[]>()
  return (path) => {
    if (head === undefined || shallow) return undefined
    let versions = known.get(path)
    if (versions === undefined) {
      versions = readFileVersions(repository.root, head, path)
      known.set(path, versions)
    }
    return versions
  }
})
