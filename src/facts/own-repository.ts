/** Whether words that name a repository mean this one. */
import type { Repository } from '../core/repository.ts'
import { filesFact } from './files.ts'
import { remotesFact, type RepositoryAddress } from './remotes.ts'

/** The address under which hosting services know this repository: a remote's, else the manifest's. */
export function ownAddress(repository: Repository): RepositoryAddress | undefined {
  return repository.get(remotesFact).addresses[0]
}

/** The first of some `owner/name` slugs that names another repository: not ours, and no path of ours. */
export function otherRepositoryAmong(repository: Repository, slugs: readonly string[]): string | undefined {
  if (slugs.length === 0) return undefined
  const { addresses } = repository.get(remotesFact)
  const files = repository.get(filesFact)
  return slugs.find((slug) => {
    const lower = slug.toLowerCase()
    if (addresses.some(({ owner, name }) => `${owner}/${name}`.toLowerCase() === lower || name.toLowerCase() === lower.slice(lower.indexOf('/') + 1))) return false
    return !files.has(slug) && !files.hasFolder(slug)
  })
}

/** Whether a word is this repository's own name, as its remotes have it. */
export function isOwnName(repository: Repository, word: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return repository.get(remotesFact).addresses.some(({ name }) => plain(name) === plain(word))
}
