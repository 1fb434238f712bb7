/** What a docs site's configuration says, and what a reader of such a configuration is. */
import type { SlugStyle } from '../slugs.ts'

/** A folder of pages and the URL prefixes it is served under ('' or '/docs'), the likeliest first. */
export interface ContentRoot {
  /** From the repository's root. */
  readonly folder: string
  readonly bases: readonly string[]
}

/** A docs site as far as its configuration can be read without running it. */
export interface SiteShape {
  readonly generator: string
  readonly style: SlugStyle
  readonly contents: readonly ContentRoot[]
  /** Folders whose files are served as they are. */
  readonly statics: readonly string[]
  /** URL prefix of the whole site, '' or '/name'. */
  readonly base: string
  /** False when plugins, rewrites or collections may add routes that no file shows. */
  readonly closed: boolean
}

/** A configuration file that was found. */
export interface ConfigFile {
  readonly path: string
  /** The site's folder: that of the configuration, its parent for `.vitepress/config.ts`. */
  readonly folder: string
  readonly text: string
  /** Whether a folder (from the repository's root) holds files. */
  hasFolder(folder: string): boolean
  hasFile(path: string): boolean
  childrenOf(folder: string): readonly string[]
}

/** Reads the configuration of one generator. */
export interface SiteReader {
  /** Names of its configuration files. */
  readonly names: readonly string[]
  /** The site, or `undefined` when the file turns out to belong to something else. */
  read(config: ConfigFile): SiteShape | undefined
}

/** Value of a string property in a JavaScript, JSON, YAML or TOML text; the first one, literals only. */
export function stringProperty(text: string, name: string): string | undefined {
  return stringProperties(text, name)[0]
}

/** All values of a string property, quoted or (YAML) plain. */
export function stringProperties(text: string, name: string): string[] {
  const pattern = new RegExp(`(?:^|[\\s{,"'])${name}["']?[ \\t]*[:=][ \\t]*(?:"([^"\\n]*)"|'([^'\\n]*)'|\`([^\`$\\n]*)\`|([\\w./@-]+)[ \\t]*(?=$|[#,}\\r\\n]))`, 'gm')
  return [...text.matchAll(pattern)].map(match => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
}

/** A base URL as a prefix: '' for the root, otherwise with a slash in front and none behind; the path of a full URL. */
export function basePrefix(written: string | undefined): string {
  const path = (written ?? '').replace(/^https?:\/\/[^/]*/, '').replace(/^\/+|\/+$/g, '')
  return path === '' || path === '.' ? '' : `/${path}`
}

/** Plugins that write pages which no file in the repository shows. */
export const PAGE_WRITERS = /typedoc|openapi|redoc|swagger|autodoc|autoapi|api-extractor|gen-files|mkdocstrings|literate-nav|graphql|rewrites|autogen|apigen|generate|jsdoc/i
