/** Routes of a site: URL paths to the files behind them. */
import type { SiteShape } from './shape.ts'

export interface Routes {
  /** The file behind a URL path (absolute, with or without the site's base), or `undefined`. */
  find(route: string): string | undefined
  /** The routes of a page, at least one for a file in a content folder. */
  of(path: string): readonly string[]
  /** Whether pages are served directly below the folder of this route: then a missing one beside them is no guess. */
  hasSiblings(route: string): boolean
}

const PAGE = /\.(?:mdx?|markdown|livemd|cheatmd|html?|astro|tsx?|jsx?|vue|svelte|rst|ipynb|mdoc|adoc|qmd|rmd)$/i
const MARKDOWN_PAGE = /\.(?:mdx?|markdown|mdoc)$/i

/**
 * Builds the routes of a site. Liberal on purpose: every spelling that some configuration of the generator would
 * serve is a route, because a wrong "missing" is worse than a wrong "there".
 * @param paths all files of the repository
 * @param read text of a file, for the slugs in front matter; only asked for when a route is not found otherwise
 */
export function buildRoutes(site: SiteShape, paths: Iterable<string>, read: (path: string) => string | undefined): Routes {
  const files = new Map<string, string>()
  const folders = new Map<string, number>()
  const routesOf = new Map<string, string[]>()
  const pages: string[] = []
  const add = (route: string, path: string): void => {
    const key = routeKey(route)
    if (!files.has(key)) {
      files.set(key, path)
      const folder = key.slice(0, key.lastIndexOf('/'))
      folders.set(folder, (folders.get(folder) ?? 0) + 1)
    }
  }
  for (const path of paths) {
    if (!PAGE.test(path)) continue
    const own: string[] = []
    for (const { folder, bases } of site.contents) {
      if (folder !== '' && !path.startsWith(`${folder}/`)) continue
      const inside = folder === '' ? path : path.slice(folder.length + 1)
      for (const spelling of spellings(inside)) for (const base of bases) own.push(`${base}/${spelling}`)
    }
    if (own.length === 0) continue
    for (const route of own) add(route, path)
    routesOf.set(path, own)
    if (MARKDOWN_PAGE.test(path)) pages.push(path)
  }
  let readFrontMatter = false
  const addFrontMatter = (): void => {
    readFrontMatter = true
    for (const path of pages) {
      const text = read(path)
      if (text === undefined) continue
      for (const value of frontMatterRoutes(text)) {
        for (const route of routesOf.get(path) ?? []) add(value.startsWith('/') ? value : `${route.slice(0, route.lastIndexOf('/'))}/${value}`, path)
        if (!value.startsWith('/')) add(`/${value}`, path)
        else for (const { bases } of site.contents) for (const base of bases) add(`${base}${value}`, path)
      }
    }
  }
  const lookUp = (route: string): string | undefined => {
    const key = routeKey(route)
    const base = site.base.toLowerCase()
    const inside = base !== '' && (key === base || key.startsWith(`${base}/`)) ? routeKey(key.slice(base.length)) : undefined
    // A page that is not translated is served in the default language.
    const untranslated = /^\/[a-z]{2}(?:-[a-z]{2,4})?(\/.*)$/.exec(inside ?? key)?.[1]
    return files.get(key) ?? files.get(inside ?? '') ?? files.get(untranslated ?? '')
  }
  return {
    find(route) {
      const found = lookUp(route)
      if (found !== undefined || readFrontMatter) return found
      addFrontMatter()
      return lookUp(route)
    },
    of: path => routesOf.get(path) ?? [],
    hasSiblings(route) {
      const key = routeKey(route)
      return (folders.get(key.slice(0, key.lastIndexOf('/'))) ?? 0) > 1
    },
  }
}

/** One spelling for every way to write a route. */
function routeKey(route: string): string {
  let key = route.toLowerCase().replace(/\/{2,}/g, '/')
  key = trimSlashes(key).replace(/\.(?:html?|mdx?)$/, '').replace(/(?:^|\/)(?:index|readme|_index)$/, '')
  return `/${trimSlashes(key)}`
}

function trimSlashes(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && text[from] === '/') from++
  while (to > from && text[to - 1] === '/') to--
  return text.slice(from, to)
}

/** The URL paths, without a slash in front, that generators make of a file's path. */
function spellings(inside: string): Set<string> {
  const plain = inside.replace(/\.[^./]+$/, '')
  const all = new Set([plain])
  const grow = (change: (path: string) => string): void => {
    for (const path of [...all]) all.add(change(path))
  }
  // Next.js: app/docs/page.mdx, app/(group)/…
  if (/(?:^|\/)\+?page$/.test(plain)) grow(path => path.replace(/(?:^|\/)\+?page$/, ''))
  if (plain.includes('(')) grow(path => path.replace(/\([^()/]*\)\//g, ''))
  // Docusaurus and Starlight: 01-intro.md; the numbers are no part of the route.
  if (/(?:^|\/)\d+[-_. ]/.test(plain)) grow(path => path.replace(/(^|\/)\d+[-_. ]+(?=[^\d/])/g, '$1'))
  // Posts: 2021-01-02-title.md
  if (/\d{4}-\d\d-\d\d-/.test(plain)) {
    grow(path => path.replace(/(^|\/)(\d{4})-(\d\d)-(\d\d)-/, '$1$2/$3/$4/'))
    grow(path => path.replace(/(^|\/)\d{4}-\d\d-\d\d-/, '$1'))
  }
  // Translations beside the original: page.de.md
  if (/\.[a-z]{2}(?:-[A-Za-z]{2})?$/.test(plain)) grow(path => path.replace(/\.[a-z]{2}(?:-[A-Za-z]{2})?$/, ''))
  // A page named as its folder is the folder's index in Docusaurus.
  if (/(?:^|\/)([^/]+)\/\1$/i.test(plain)) grow(path => path.slice(0, path.lastIndexOf('/')))
  if (plain.includes(' ')) grow(path => path.replaceAll(' ', '-'))
  if (plain.includes('/_')) grow(path => path.replaceAll('/_', '/'))
  return all
}

/** Values of the front matter keys that give a page its address, in YAML or TOML. */
function frontMatterRoutes(text: string): string[] {
  const fence = text.startsWith('---') ? '---' : text.startsWith('+++') ? '+++' : undefined
  if (fence === undefined) return []
  const close = text.indexOf(`\n${fence}`, 3)
  if (close < 0 || close > 20_000) return []
  const routes: string[] = []
  let inList = false
  for (const line of text.slice(3, close).split('\n')) {
    const pair = /^(\w+)\s*[:=]\s*(.*)$/.exec(line)
    if (pair !== null) {
      inList = /^(?:aliases|redirect_from|redirects|alias)$/.test(pair[1] ?? '')
      if (inList) for (const item of (pair[2] ?? '').matchAll(/["']?([^\s"',[\]]+)["']?/g)) routes.push(item[1] ?? '')
      else if (/^(?:slug|permalink|url|path|id)$/.test(pair[1] ?? '')) routes.push(unquoted(pair[2] ?? ''))
    } else if (inList) {
      const item = /^\s*(?:-\s*)?["']?([^\s"',\]]+)/.exec(line)?.[1]
      if (item !== undefined) routes.push(item)
    }
  }
  return routes.filter(route => route !== '' && !route.includes('://'))
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1.*$/, '$2').replace(/\s+#.*$/, '')
}
