/** Docs sites in the repository: which documents they own, what they serve, and under which addresses. */
import { joinPath } from '../core/paths.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import { baseName, filesFact, folderOf } from './files.ts'
import { docsify } from './site/docsify.ts'
import { docusaurus } from './site/docusaurus.ts'
import { exdoc } from './site/exdoc.ts'
import { gatsby } from './site/gatsby.ts'
import { hugo, hugoContentElsewhere } from './site/hugo.ts'
import { jekyll } from './site/jekyll.ts'
import { mdbook } from './site/mdbook.ts'
import { mkdocs } from './site/mkdocs.ts'
import { next } from './site/next.ts'
import { buildRoutes, type Routes } from './site/routes.ts'
import type { ConfigFile, SiteReader, SiteShape } from './site/shape.ts'
import { sphinx } from './site/sphinx.ts'
import { starlight } from './site/starlight.ts'
import { vitepress } from './site/vitepress.ts'

const READERS: readonly SiteReader[] = [
  vitepress, docusaurus, starlight, mkdocs, mdbook, hugo, jekyll, sphinx, next, gatsby, docsify, exdoc,
]

export interface Site extends SiteShape {
  /** The configuration file, from the repository's root. */
  readonly config: string
  /** Folder that the site is configured in. */
  readonly folder: string
  readonly routes: Routes
  /** A file that the site serves as it is under a URL path, or `undefined`. */
  staticFile(route: string): string | undefined
  /** Whether a redirect of the site or its host mentions the URL path. */
  redirects(route: string): boolean
}

export interface Sites {
  readonly all: readonly Site[]
  /** The site that renders a document: the one with the deepest content folder around it. */
  of(documentPath: string): Site | undefined
}

/** Found by the names of configuration files; nothing of them is run. */
export const sitesFact = defineFact<Sites>('sites', repository => {
  const all = findSites(repository)
  const owners = new Map<string, Site | undefined>()
  return {
    all,
    of(documentPath) {
      const folder = folderOf(documentPath)
      if (owners.has(folder)) return owners.get(folder)
      let owner: Site | undefined
      let depth = -1
      for (const site of all) {
        for (const content of site.contents) {
          const inside = content.folder === '' || folder === content.folder || folder.startsWith(`${content.folder}/`)
          if (inside && content.folder.length > depth) [owner, depth] = [site, content.folder.length]
        }
      }
      owners.set(folder, owner)
      return owner
    },
  }
})

function findSites(repository: Repository): Site[] {
  const lastNames = new Map<string, [SiteReader, string][]>()
  for (const reader of READERS) {
    for (const name of reader.names) {
      const entry: [SiteReader, string] = [reader, name]
      const known = lastNames.get(baseName(name))
      if (known === undefined) lastNames.set(baseName(name), [entry])
      else known.push(entry)
    }
  }
  const sites: Site[] = []
  const { files } = repository.source
  // A listing that can be searched is not taken apart for a handful of names.
  const candidates = files.endingIn === undefined ? files.keys()
    : [...new Set([...lastNames.keys()].flatMap(name => files.endingIn?.(name) ?? []))].sort()
  for (const path of candidates) {
    for (const [reader, name] of lastNames.get(path.slice(path.lastIndexOf('/') + 1)) ?? []) {
      if (path !== name && !path.endsWith(`/${name}`)) continue
      const site = readSite(repository, reader, path, name)
      if (site !== undefined) sites.push(site)
    }
  }
  const owned = sites.flatMap(site => site.contents.map(content => content.folder))
  for (const shape of hugoContentElsewhere(repository.get(filesFact).withName('_index.md'), owned)) {
    const [content] = shape.contents
    const folder = content?.folder ?? ''
    sites.push(siteOf(repository, shape, { path: `${folder}/_index.md`, folder, text: '' }))
  }
  return sites
}

/** An index.html says "docsify" near its top; nobody's configuration is larger than this. */
const LARGEST_CONFIG = 300_000

/** One of these lies beside the page that loads Docsify; repositories hold hundreds of other index.html. */
const BESIDE_DOCSIFY = ['_sidebar.md', 'README.md', '.nojekyll']

function readSite(repository: Repository, reader: SiteReader, path: string, name: string): Site | undefined {
  const files = repository.get(filesFact)
  const folder = path === name ? '' : path.slice(0, -name.length - 1)
  if (name === 'index.html' && !BESIDE_DOCSIFY.some(child => files.has(folder === '' ? child : `${folder}/${child}`))) return undefined
  const buffer = repository.source.read(path)
  if (buffer === undefined || buffer.length > LARGEST_CONFIG) return undefined
  const config: ConfigFile = {
    path, folder,
    text: withoutComments(buffer.toString('utf8'), path),
    hasFolder: at => files.hasFolder(at),
    hasFile: at => files.has(at),
    childrenOf: at => files.childrenOf(at),
  }
  const shape = reader.read(config)
  return shape === undefined || shape.contents.length === 0 ? undefined : siteOf(repository, shape, config)
}

function siteOf(repository: Repository, shape: SiteShape, config: Pick<ConfigFile, 'path' | 'folder' | 'text'>): Site {
  const files = repository.get(filesFact)
  let routes: Routes | undefined
  let redirected: readonly string[] | undefined
  return {
    ...shape,
    config: config.path,
    folder: config.folder,
    get routes() {
      return (routes ??= buildRoutes(shape, repository.source.files.keys(), page => repository.source.read(page)?.toString('utf8')))
    },
    staticFile(route) {
      for (const at of routeVariants(route, shape.base)) {
        for (const root of shape.statics) {
          const file = joinPath(root, at)
          if (file !== undefined && file !== '' && (files.has(file) || files.hasFolder(file))) return file
        }
      }
      return undefined
    },
    redirects(route) {
      redirected ??= redirectSources(repository, config, shape)
      const key = route.toLowerCase().replace(/\/$/, '')
      return redirected.some(source => (source.endsWith('*') ? key.startsWith(source.slice(0, -1)) : key === source))
    },
  }
}

function routeVariants(route: string, base: string): string[] {
  const plain = route.replace(/^\/+/, '')
  const prefix = `${base.slice(1)}/`
  return base !== '' && plain.startsWith(prefix) ? [plain, plain.slice(prefix.length)] : [plain]
}

/** Full-line comments of JavaScript, YAML, TOML and Python: a commented-out setting is none. */
function withoutComments(text: string, path: string): string {
  if (/\.[cm]?[jt]s$/.test(path)) return text.replace(/^[ \t]*\/\/.*$/gm, '')
  return /\.(?:ya?ml|toml|py)$/.test(path) ? text.replace(/^[ \t]*#.*$/gm, '') : text
}

/** Lower-case URL paths that the site's or its host's configuration redirects, without a slash at the end; `*` closes a prefix. */
function redirectSources(repository: Repository, config: Pick<ConfigFile, 'folder' | 'text'>, shape: SiteShape): readonly string[] {
  const sources: string[] = []
  const add = (path: string): void => {
    const source = path.toLowerCase().replace(/(?:\/?:\w+\*?|\(\.\*\)|\/\*).*$/, '/*').replace(/\/$/, '')
    if (source.length > 1 && source !== '/*') sources.push(source)
  }
  // Redirects stand in the configuration itself as `'/old': '/new'`, `from: '/old'` or `source: '/old'`.
  for (const match of config.text.matchAll(/(?:\b(?:from|source|src)["']?\s*:\s*|[{,\s])["'](\/[^"'\s]*)["'](?=\s*[:,}])/g)) add(match[1] ?? '')
  const folders = new Set(['', config.folder, ...shape.statics, ...shape.contents.map(content => content.folder)])
  for (const folder of folders) {
    for (const name of ['_redirects', 'vercel.json', 'netlify.toml', 'firebase.json', 'staticwebapp.config.json', 'redirects.json', 'redirects.yml']) {
      const text = repository.source.read(folder === '' ? name : `${folder}/${name}`)?.toString('utf8')
      if (text === undefined) continue
      if (name === '_redirects') for (const match of text.matchAll(/^\s*(\/\S*)/gm)) add(match[1] ?? '')
      else for (const match of text.matchAll(/["']?(?:source|from|route|src)["']?\s*[:=]\s*["'](\/[^"']*)["']/g)) add(match[1] ?? '')
    }
  }
  return sources
}
