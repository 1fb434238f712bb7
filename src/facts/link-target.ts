/** What a link's path leads to: files first, then the routes of the docs site that renders the document. */
import { joinPath } from '../core/paths.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import { filesFact, folderOf } from './files.ts'
import { sitesFact, type Site } from './site.ts'

/** Where a link leads. Paths are from the root. */
export type Located =
  | { readonly how: 'file' | 'folder'; readonly path: string }
  /** Only the letter case differs from this path. */
  | { readonly how: 'case'; readonly path: string }
  | { readonly how: 'unknown'; readonly reason: string }
  | MissingTarget

export interface MissingTarget {
  readonly how: 'missing'
  /** Files and folders that would make the link hold, the likeliest first. */
  readonly candidates: readonly string[]
  /** The site that renders the document. */
  readonly site: Site | undefined
  /** Whether a site whose routes are all known serves pages right beside the missing one. */
  readonly besidePages: boolean
}

const FILE_ENDING = /\.[A-Za-z][A-Za-z0-9]{0,9}$/
const PAGE_ENDINGS = ['.md', '.mdx', '.markdown']

/** Whether the last part of a path has a file's ending. */
export function hasEnding(path: string): boolean {
  return FILE_ENDING.test(path)
}

/**
 * Follows a link.
 * @param documentPath the document that the link stands in
 * @param path the decoded path of the link, without query and fragment; not empty
 */
export function locateLink(repository: Repository, documentPath: string, path: string): Located {
  const site = repository.get(sitesFact).of(documentPath)
  if (path.startsWith('@site/')) return locateFile(repository, site, joinPath(site?.folder ?? folderOf(documentPath), path.slice(6)))
  if (/^(?:@[\w-]*\/|~\/|~[\w-]+\/|\$\w+\/)/.test(path)) return { how: 'unknown', reason: 'it goes through an alias of a bundler' }
  return path.startsWith('/') ? locateAbsolute(repository, site, documentPath, path) : locateRelative(repository, site, documentPath, path)
}

function locateFile(repository: Repository, site: Site | undefined, path: string | undefined): Located {
  if (path === undefined) return { how: 'unknown', reason: 'it leads out of the repository' }
  return direct(repository, path) ?? otherCase(repository, path) ?? { how: 'missing', candidates: spelled(path), site, besidePages: false }
}

function locateRelative(repository: Repository, site: Site | undefined, documentPath: string, path: string): Located {
  const folder = folderOf(documentPath)
  const plain = joinPath(folder, path)
  const found = plain === undefined ? undefined : direct(repository, plain)
  if (found !== undefined) return found
  const wrongCase = plain === undefined || !hasEnding(plain) ? undefined : otherCase(repository, plain)
  if (wrongCase !== undefined) return wrongCase
  // `[x](docs/x.md)` inside of docs/, read by generators from the root of their pages.
  const fromContent = site === undefined || !isPage(path) ? undefined : fromContentRoots(repository, site, path)
  if (fromContent !== undefined) return fromContent
  const candidates = plain === undefined ? [] : spelled(plain)
  if (site !== undefined && !isPage(path)) {
    const routes = relativeRoutes(site, documentPath, path)
    for (const route of routes) {
      const file = servedBy(repository, site, route)
      if (file !== undefined) return file
    }
    if (routes.some(route => site.redirects(route))) return { how: 'unknown', reason: 'the site redirects it' }
    // Seen from the page's URL, which may end in a slash, a sibling can be one level up.
    for (const route of routes) candidates.push(...filesOfRoute(site, route))
    return { how: 'missing', candidates, site, besidePages: site.closed && routes.length > 0 && routes.every(route => site.routes.hasSiblings(route)) }
  }
  if (plain === undefined) return { how: 'unknown', reason: 'it leads out of the repository' }
  return otherCase(repository, plain) ?? { how: 'missing', candidates, site, besidePages: false }
}

function locateAbsolute(repository: Repository, site: Site | undefined, documentPath: string, path: string): Located {
  if (/^\/+$/.test(path)) return site === undefined ? { how: 'folder', path: '' } : { how: 'unknown', reason: 'it is the home page of the site' }
  const plain = joinPath('', path)
  if (plain === undefined) return { how: 'unknown', reason: 'it leads out of the repository' }
  const sites = site === undefined ? repository.get(sitesFact).all : [site]
  if (site !== undefined) {
    const served = isPage(path) ? undefined : servedBy(repository, site, path)
    if (served !== undefined) return served
    const inContent = fromContentRoots(repository, site, plain)
    if (inContent !== undefined) return inContent
  }
  const found = direct(repository, plain)
  if (found !== undefined) return found
  for (const other of sites) {
    const served = isPage(path) ? undefined : servedBy(repository, other, path)
    if (served !== undefined) return served
  }
  for (const root of repository.get(webRootsFact).around(folderOf(documentPath))) {
    const file = direct(repository, root === '' ? plain : `${root}/${plain}`)
    if (file !== undefined) return file
  }
  const wrongCase = hasEnding(plain) ? otherCase(repository, plain) : undefined
  if (wrongCase !== undefined) return wrongCase
  if (sites.some(other => other.redirects(path))) return { how: 'unknown', reason: 'the site redirects it' }
  const candidates = [...(site === undefined ? [] : filesOfRoute(site, path)), ...spelled(plain)]
  // `/login` may be another application of the same host.
  const besidePages = site?.closed === true && plain.includes('/') && site.routes.hasSiblings(path)
  return { how: 'missing', candidates, site, besidePages }
}

interface WebRoots {
  /** Folders that a root-absolute link in a document of this folder may start from, the nearest first. */
  around(folder: string): readonly string[]
}

const WEB_ROOTS = ['public', 'static', '', 'docs/public', 'docs/static', 'www/static', 'website/static', 'site/static']

const webRootsFact = defineFact<WebRoots>('web roots', (repository) => {
  const files = repository.get(filesFact)
  const known = new Map<string, readonly string[]>()
  const around = (folder: string): readonly string[] => {
    const before = known.get(folder)
    if (before !== undefined) return before
    const here = WEB_ROOTS
      .map(root => (folder === '' ? root : root === '' ? folder : `${folder}/${root}`))
      // Behind a symbolic link or in a submodule there may be folders that no listing shows.
      .filter(root => files.hasLinks() || files.hasFolder(root))
    const roots = folder === '' ? here : [...here, ...around(folderOf(folder))]
    known.set(folder, roots)
    return roots
  }
  return { around }
})

/** URL paths that a relative link can mean, whether or not the page's own URL ends in a slash. */
function relativeRoutes(site: Site, documentPath: string, path: string): string[] {
  const routes = new Set<string>()
  for (const own of site.routes.of(documentPath)) {
    for (const folder of [own.slice(0, own.lastIndexOf('/')), own]) {
      const route = joinPath(folder.replace(/^\/+/, ''), path)
      if (route !== undefined) routes.add(`/${route}`)
    }
  }
  return [...routes]
}

function servedBy(repository: Repository, site: Site, route: string): Located | undefined {
  const page = site.routes.find(route)
  if (page !== undefined) return { how: 'file', path: page }
  const files = repository.get(filesFact)
  // Images and the like may lie beside the pages.
  const served = site.staticFile(route) ?? filesOfRoute(site, route).find(path => files.has(path))
  if (served === undefined) return undefined
  return { how: files.has(served) ? 'file' : 'folder', path: served }
}

/** A link between files, seen from the roots of the site's pages and from the site's folder. */
function fromContentRoots(repository: Repository, site: Site, path: string): Located | undefined {
  for (const root of [...site.contents.map(content => content.folder), site.folder]) {
    const at = joinPath(root, path)
    const found = at === undefined ? undefined : direct(repository, at)
    if (found !== undefined) return found
  }
  return undefined
}

/** Files that would be served under a route. */
function filesOfRoute(site: Site, route: string): string[] {
  const paths: string[] = []
  const plain = site.base !== '' && route.startsWith(`${site.base}/`) ? route.slice(site.base.length) : route
  for (const { folder, bases } of site.contents) {
    for (const base of bases) {
      if (base !== '' && !plain.startsWith(`${base}/`)) continue
      const at = joinPath(folder, plain.slice(base.length).replace(/^\/+/, ''))
      if (at !== undefined) paths.push(...spelled(at))
    }
  }
  for (const folder of site.statics) if (hasEnding(plain)) paths.push(...[joinPath(folder, plain.replace(/^\/+/, ''))].filter(path => path !== undefined))
  return [...new Set(paths)]
}

/** A path with the endings that a link may leave out. */
function spelled(path: string): string[] {
  if (path === '') return []
  if (/\.html?$/i.test(path)) return [path, ...PAGE_ENDINGS.map(ending => path.replace(/\.html?$/i, ending))]
  if (hasEnding(path)) return [path]
  return [path, ...PAGE_ENDINGS.map(ending => path + ending), `${path}/index.md`, `${path}/index.mdx`, `${path}/README.md`, `${path}/_index.md`]
}

/** A file or folder at the path, an ending left out or written `.html` included; symbolic links and submodules too. */
function direct(repository: Repository, path: string): Located | undefined {
  const files = repository.get(filesFact)
  const entry = repository.source.files.get(path)
  if (entry !== undefined) return { how: entry.mode === '160000' || entry.mode === '120000' ? 'folder' : 'file', path }
  if (files.hasFolder(path)) return { how: 'folder', path }
  for (const spelling of spelled(path)) if (files.has(spelling)) return { how: 'file', path: spelling }
  if (!files.hasLinks()) return undefined
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const above = repository.source.files.get(folder)
    if (above?.mode === '160000') return { how: 'unknown', reason: `it lies in the submodule \`${folder}\`` }
    if (above?.mode === '120000') {
      return repository.source.existsOnDisk(path) ? { how: 'folder', path } : { how: 'unknown', reason: `it lies behind the symbolic link \`${folder}\`` }
    }
  }
  return undefined
}

function otherCase(repository: Repository, path: string): Located | undefined {
  const real = repository.get(filesFact).inOtherCase(path)
  return real === undefined ? undefined : { how: 'case', path: real }
}

function isPage(path: string): boolean {
  return /\.(?:mdx?|markdown)$/i.test(path)
}
