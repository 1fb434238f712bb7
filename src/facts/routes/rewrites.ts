/** Paths that a configuration adds to what code serves: rewrites, a base path, a proxy. */
import { descendants, isSyntax, stringOf } from '../../analysis/program/syntax.ts'
import { moduleOf } from '../../analysis/program/module.ts'
import type { Repository } from '../../core/repository.ts'
import { sourceFilesFact } from '../../core/source-file.ts'
import { keyOf } from '../../analysis/program/origin.ts'
import { listOf, readJson, recordOf } from '../packages.ts'

export interface Rewrites {
  /** Paths that lead somewhere, with their parameters. */
  readonly sources: readonly string[]
  /** What stands before every path of the application. */
  readonly bases: readonly string[]
  /** Below these paths another service answers. */
  readonly proxied: readonly string[]
}

const CONFIG = /(?:^|\/)(?:next|nuxt|vite|astro|svelte|vue|webpack|remix)\.config\.[cm]?[jt]s$/
const PROXY = /(?:^|\/)(?:vite|vue|webpack|nuxt)\.config\./

/** Reads Next.js, Vite and vercel.json; Netlify's `_redirects`. */
export function rewritesOf(repository: Repository): Rewrites {
  const sources: string[] = []
  const bases: string[] = []
  const proxied: string[] = []
  for (const path of repository.source.files.keys()) {
    if (CONFIG.test(path)) readConfig(repository, path, { sources, bases, proxied })
    else if (/(?:^|\/)vercel\.json$/.test(path)) sources.push(...vercelSources(repository, path))
    else if (/(?:^|\/)_redirects$/.test(path)) sources.push(...redirectSources(repository.source.read(path)?.toString('utf8') ?? ''))
  }
  return { sources: sources.filter(source => source.startsWith('/')), bases, proxied }
}

interface Found {
  readonly sources: string[]
  readonly bases: string[]
  readonly proxied: string[]
}

function readConfig(repository: Repository, path: string, found: Found): void {
  const file = repository.get(sourceFilesFact)(path)
  const program = file === undefined ? undefined : moduleOf(file)?.program
  if (program === undefined) return
  for (const node of descendants(program)) {
    if (node.type !== 'Property') continue
    const key = keyOf(node)
    const value = stringOf(node['value'])
    if (key === 'source' && value !== undefined) found.sources.push(value)
    if ((key === 'basePath' || key === 'base') && value?.startsWith('/') === true && value !== '/') found.bases.push(value.replace(/\/$/, ''))
    const table = node['value']
    if (key === 'proxy' && PROXY.test(path) && isSyntax(table) && table.type === 'ObjectExpression') {
      for (const property of table['properties'] as readonly unknown[]) {
        const prefix = isSyntax(property) ? keyOf(property) : undefined
        if (prefix?.startsWith('/') === true) found.proxied.push(prefix)
      }
    }
  }
}

function redirectSources(text: string): readonly string[] {
  return text.split('\n').flatMap(line => /^\s*(\/\S*)/.exec(line)?.[1] ?? [])
}

function vercelSources(repository: Repository, path: string): readonly string[] {
  const config = readJson(repository, path) ?? {}
  return ['rewrites', 'redirects', 'routes'].flatMap((key) => {
    const entries = config[key]
    return Array.isArray(entries) ? entries.map(recordOf).flatMap(entry => [...listOf(entry['source']), ...listOf(entry['src'])]) : []
  })
}
