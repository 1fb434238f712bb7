import { joinPath } from '../../core/paths.ts'
import { basePrefix, stringProperty, type ContentRoot, type SiteReader } from './shape.ts'

/** Hugo: `content/`, by locale or not; front matter gives slugs, URLs and aliases. */
export const hugo: SiteReader = {
  names: ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config.toml', 'config.yaml', 'config.yml', 'config.json',
    'config/_default/hugo.toml', 'config/_default/hugo.yaml', 'config/_default/hugo.yml', 'config/_default/config.toml',
    'config/_default/config.yaml', 'config/_default/config.yml'],
  read(config) {
    const content = joinPath(config.folder, stringProperty(config.text, 'contentDir') ?? 'content')
    if (content === undefined || content === '' || !config.hasFolder(content)) return undefined
    if (!config.path.includes('hugo') && !/baseURL|languageCode|theme|contentDir|markup/i.test(config.text)) return undefined
    const contents: ContentRoot[] = [{ folder: content, bases: [''] }]
    for (const child of config.childrenOf(content)) {
      const folder = `${content}/${child}`
      if (/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(child) && config.hasFolder(folder)) contents.push({ folder, bases: [`/${child}`, ''] })
    }
    return {
      generator: 'Hugo',
      style: 'hugo',
      contents,
      statics: ['static', 'assets', 'content'].flatMap(name => joinPath(config.folder, name) ?? []),
      base: basePrefix(stringProperty(config.text, 'baseURL')),
      closed: !/permalinks|module/i.test(config.text),
    }
  },
}
