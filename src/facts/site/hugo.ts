import { joinPath } from '../../core/paths.ts'
import { basePrefix, stringProperty, type ContentRoot, type SiteReader, type SiteShape } from './shape.ts'

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

/**
 * Content that another repository's Hugo renders (as Grafana's and many vendors' manuals are): `_index.md` is the page of a
 * section nowhere else. Links count from the page's address, a folder deeper than its file.
 * @param indexes every `_index.md` of the repository
 * @param owned folders that configured sites read
 */
export function hugoContentElsewhere(indexes: readonly string[], owned: readonly string[]): readonly SiteShape[] {
  const folders = indexes.map(path => path.slice(0, Math.max(0, path.lastIndexOf('/')))).filter(folder => folder !== '' && !isBelow(folder, owned)).sort()
  const tops: string[] = []
  for (const folder of folders) if (!isBelow(folder, tops)) tops.push(folder)
  return tops.map(folder => ({
    generator: 'Hugo', style: 'hugo', contents: [{ folder, bases: [''] }], statics: [folder], base: '', closed: false,
  }))
}

function isBelow(folder: string, above: readonly string[]): boolean {
  return above.some(one => one === '' || folder === one || folder.startsWith(`${one}/`))
}
