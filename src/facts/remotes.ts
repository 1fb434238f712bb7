/** Under which addresses this repository is known, and what its branches and tags hold. */
import { parseRepositoryAddress, type HostingUrl } from '../core/hosting.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import { findCheckout, readRemotes } from '../git/checkout.ts'
import { git, GitError } from '../git/run.ts'
import { isRecord } from '../core/record.ts'

export interface RepositoryAddress {
  /** Lower case. */
  readonly host: string
  readonly owner: string
  readonly name: string
}

export type Ownership =
  /** A remote or the manifest says so. */
  | 'own'
  /** The same name under another owner: an old owner or a fork. */
  | 'namesake'
  | 'foreign'

export interface Remotes {
  readonly addresses: readonly RepositoryAddress[]
  ownership(url: Pick<HostingUrl, 'host' | 'owner' | 'name'>): Ownership
}

/** From the git configuration and the root manifest. Owner and name are compared as hosts do: without letter case. */
export const remotesFact = defineFact<Remotes>('remotes', repository => {
  const addresses = [...remoteUrls(repository), ...manifestUrls(repository)].flatMap(url => parseRepositoryAddress(url) ?? [])
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
  return {
    addresses,
    ownership(url) {
      let ownership: Ownership = 'foreign'
      for (const address of addresses) {
        if (address.host !== url.host || !same(address.name, url.name)) continue
        if (same(address.owner, url.owner)) return 'own'
        ownership = 'namesake'
      }
      return ownership
    },
  }
})

function remoteUrls(repository: Repository): string[] {
  if (repository.source.gitDirectory === undefined) return []
  const checkout = findCheckout(repository.root)
  return checkout === undefined ? [] : [...readRemotes(checkout).values()]
}

/** The `repository` field of the root package.json. */
function manifestUrls(repository: Repository): string[] {
  const text = repository.source.read('package.json')?.toString('utf8')
  if (text === undefined) return []
  let manifest: unknown
  try {
    manifest = JSON.parse(text)
  } catch {
    return []
  }
  const field = isRecord(manifest) ? manifest['repository'] : undefined
  const url = isRecord(field) ? field['url'] : field
  return typeof url === 'string' ? [url] : []
}

/** A ref of a hosting URL, told apart from the path behind it. */
export interface RefAndPath {
  readonly ref: string
  /** From the root, without a slash at the end; '' for the root. */
  readonly path: string
  /**
   * `current`: judged against the content at hand; `stored`: a tag, a commit or another branch that git holds here;
   * `missing`: not to be found in this clone.
   */
  readonly kind: 'current' | 'stored' | 'missing'
}

export interface Revisions {
  /** Splits `ref/path`. */
  split(rest: string): RefAndPath
  /** Whether a path (file or folder) existed at a ref; `undefined` when git can't tell. */
  existsAt(ref: string, path: string): boolean | undefined
  /** Whether a name that moves along (`next`, `develop`) is a branch of its own here, beside the default one. */
  isOtherBranch(ref: string): boolean
  /** Whether a local or remote branch has this name. */
  isBranch(name: string): boolean
}

/** Branches that move along with what is checked out, unless the clone says otherwise. */
const MOVING = /^(?:main|master|develop|dev|development|next|trunk|HEAD|canary|unstable)$/

/** The branches and tags of the clone, listed when first needed. */
export const revisionsFact = defineFact<Revisions>('revisions', repository => {
  let refs: ReadonlyMap<string, string> | undefined
  const known = (): ReadonlyMap<string, string> => (refs ??= listRefs(repository))
  const answers = new Map<string, boolean | undefined>()
  return {
    split(rest) {
      const clean = rest.replace(/\/+$/, '')
      const slash = clean.indexOf('/')
      const first = slash < 0 ? clean : clean.slice(0, slash)
      if (MOVING.test(first) || known().get(DEFAULT_BRANCH) === first) return cut(clean, first, 'current')
      let at = clean.length
      while (at > 0) {
        const name = clean.slice(0, at)
        if (known().has(name)) return cut(clean, name, known().get(DEFAULT_BRANCH) === name ? 'current' : 'stored')
        at = clean.lastIndexOf('/', at - 1)
      }
      return cut(clean, first, /^[0-9a-f]{7,64}$/.test(first) ? 'stored' : 'missing')
    },
    existsAt(ref, path) {
      const name = `${known().get(ref) ?? ref}:${path}`
      if (answers.has(name)) return answers.get(name)
      const answer = existsInGit(repository, known().get(ref) ?? ref, path)
      answers.set(name, answer)
      return answer
    },
    isOtherBranch: ref => known().has(ref) && known().get(DEFAULT_BRANCH) !== ref && ref !== 'main' && ref !== 'master',
    isBranch: name => known().has(name),
  }
})

function cut(rest: string, ref: string, kind: RefAndPath['kind']): RefAndPath {
  return { ref, path: rest.slice(ref.length + 1).replace(/\/{2,}/g, '/'), kind }
}

/** Key of the default branch's name among the refs: no branch can be named so. */
const DEFAULT_BRANCH = '..default'

/** Short names (branches, remote branches, tags) to full ref names. Local branches win over remote ones, tags over both. */
function listRefs(repository: Repository): ReadonlyMap<string, string> {
  const refs = new Map<string, string>()
  if (repository.source.gitDirectory === undefined) return refs
  let listing: string
  try {
    listing = git(repository.root, ['for-each-ref', '--format=%(refname) %(symref)', 'refs/remotes', 'refs/heads', 'refs/tags']).toString('utf8')
  } catch (error) {
    if (error instanceof GitError) return refs
    throw error
  }
  for (const order of ['refs/remotes/', 'refs/heads/', 'refs/tags/']) {
    for (const line of listing.split('\n')) {
      const [full = '', symbolic = ''] = line.split(' ')
      if (!full.startsWith(order)) continue
      const short = order === 'refs/remotes/' ? full.slice(full.indexOf('/', order.length) + 1) : full.slice(order.length)
      if (short === 'HEAD') {
        if (full === 'refs/remotes/origin/HEAD') refs.set(DEFAULT_BRANCH, symbolic.replace(/^refs\/remotes\/[^/]+\//, ''))
      } else refs.set(short, full)
    }
  }
  return refs
}

/** Never fetches: an object that a partial clone left behind is "can't tell". */
function existsInGit(repository: Repository, ref: string, path: string): boolean | undefined {
  if (repository.source.gitDirectory === undefined || /[\n\0]/.test(path) || ref.startsWith('-')) return undefined
  const answer = batchCheck(repository, [`${ref}^{commit}`, `${ref}:${path}`])
  const [commit = '', found = ''] = answer
  if (!commit.includes(' commit ')) return undefined
  if (!found.endsWith(' missing')) return found === '' ? undefined : true
  // "missing" may also mean a tree that a partial clone does not hold; then the root's tree is missing as well.
  return batchCheck(repository, [`${ref}^{tree}`])[0]?.includes(' tree ') === true ? false : undefined
}

function batchCheck(repository: Repository, names: readonly string[]): string[] {
  try {
    return git(repository.root, ['cat-file', '--batch-check', '--buffer'], `${names.join('\n')}\n`).toString('utf8').trimEnd().split('\n')
  } catch (error) {
    if (error instanceof GitError) return []
    throw error
  }
}
