import { joinPath } from '../../core/paths.ts'
import { basePrefix, PAGE_WRITERS, stringProperties, stringProperty, type ContentRoot, type SiteReader } from './shape.ts'

/**
 * Docusaurus. Which `routeBasePath` belongs to which `path` is not worked out: every content folder is tried under
 * every base, and a route that any of them serves holds.
 */
export const docusaurus: SiteReader = {
  names: ['docusaurus.config.js', 'docusaurus.config.ts', 'docusaurus.config.mjs', 'docusaurus.config.cjs', 'docusaurus.config.mts'],
  read(config) {
    const bases = stringProperties(config.text, 'routeBasePath').map(basePrefix)
    const contents: ContentRoot[] = []
    const add = (path: string, ...own: readonly string[]): void => {
      const folder = joinPath(config.folder, path)
      if (folder !== undefined && folder !== '' && config.hasFolder(folder)) contents.push({ folder, bases: [...new Set([...own, ...bases])] })
    }
    add('docs', '/docs')
    add('blog', '/blog')
    add('src/pages', '')
    for (const path of new Set(stringProperties(config.text, 'path'))) if (path !== 'docs') add(path, basePrefix(path.replace(/^(?:\.\.?\/)+/, '')))
    for (const child of config.childrenOf(config.folder)) {
      const versioned = /^(?:(.+)_)?versioned_docs$/.exec(child)
      if (versioned === null) continue
      for (const version of config.childrenOf(joinPath(config.folder, child) ?? '')) {
        const name = version.replace(/^version-/, '')
        const prefixes = [versioned[1] === undefined ? '/docs' : basePrefix(versioned[1]), ...bases]
        add(`${child}/${version}`, ...prefixes.flatMap(prefix => [`${prefix}/${name}`, prefix]))
      }
    }
    for (const locale of config.childrenOf(joinPath(config.folder, 'i18n') ?? '')) {
      for (const plugin of config.childrenOf(joinPath(config.folder, `i18n/${locale}`) ?? '')) {
        const instance = /^docusaurus-plugin-content-(docs|blog|pages)(?:-(.+))?$/.exec(plugin)
        if (instance === null) continue
        const base = instance[1] === 'pages' ? '' : instance[2] === undefined ? `/${instance[1] ?? ''}` : basePrefix(instance[2])
        const at = `i18n/${locale}/${plugin}`
        if (instance[1] !== 'docs') add(at, base, `/${locale}${base}`)
        else {
          for (const version of config.childrenOf(joinPath(config.folder, at) ?? '')) {
            const name = version === 'current' ? '' : `/${version.replace(/^version-/, '')}`
            add(`${at}/${version}`, base, `${base}${name}`, `/${locale}${base}${name}`)
          }
        }
      }
    }
    const statics = stringProperties(config.text, 'staticDirectories')
    return {
      generator: 'Docusaurus',
      style: 'docusaurus',
      contents,
      statics: [...statics, 'static', 'public'].flatMap(path => joinPath(config.folder, path) ?? []),
      base: basePrefix(stringProperty(config.text, 'baseUrl')),
      closed: !PAGE_WRITERS.test(config.text),
    }
  },
}
