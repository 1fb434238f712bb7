import { joinPath } from '../../core/paths.ts'
import { basePrefix, stringProperty, type ContentRoot, type SiteReader } from './shape.ts'

/** Sites on Next.js: Nextra (pages, content or app folder) and Fumadocs. */
export const next: SiteReader = {
  names: ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.cjs', 'source.config.ts'],
  read(config) {
    const fumadocs = config.path.endsWith('source.config.ts')
    if (!fumadocs && !/nextra|@next\/mdx|contentlayer|withMDX/.test(config.text)) return undefined
    const contents: ContentRoot[] = []
    const add = (name: string, ...bases: readonly string[]): void => {
      const folder = joinPath(config.folder, name)
      if (folder !== undefined && config.hasFolder(folder)) contents.push({ folder, bases })
    }
    add('pages', '')
    add('src/pages', '')
    add('app', '')
    add('src/app', '')
    add('content', '', '/docs')
    add('src/content', '', '/docs')
    for (const parent of ['content', 'src/content', '.']) add(`${parent}/docs`, '/docs', '')
    return {
      generator: fumadocs ? 'Fumadocs' : 'Nextra',
      style: 'nextra',
      contents,
      statics: [joinPath(config.folder, 'public') ?? ''],
      base: basePrefix(stringProperty(config.text, 'basePath')),
      closed: false,
    }
  },
}
