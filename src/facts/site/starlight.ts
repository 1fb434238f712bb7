import { joinPath } from '../../core/paths.ts'
import { basePrefix, PAGE_WRITERS, stringProperty, type ContentRoot, type SiteReader } from './shape.ts'

/** Astro, with or without Starlight: content collections, `src/pages`, `public`. */
export const starlight: SiteReader = {
  names: ['astro.config.mjs', 'astro.config.js', 'astro.config.ts', 'astro.config.mts', 'astro.config.cjs'],
  read(config) {
    const contents: ContentRoot[] = []
    const content = joinPath(config.folder, 'src/content') ?? ''
    for (const collection of config.childrenOf(content)) {
      const folder = `${content}/${collection}`
      if (config.hasFolder(folder)) contents.push({ folder, bases: collection === 'docs' ? ['', '/docs'] : [`/${collection}`, ''] })
    }
    const pages = joinPath(config.folder, 'src/pages') ?? ''
    if (config.hasFolder(pages)) contents.push({ folder: pages, bases: [''] })
    const isStarlight = /starlight/i.test(config.text)
    return {
      generator: isStarlight ? 'Starlight' : 'Astro',
      style: 'starlight',
      contents,
      statics: [joinPath(config.folder, 'public') ?? ''],
      base: basePrefix(stringProperty(config.text, 'base')),
      closed: isStarlight && !PAGE_WRITERS.test(config.text) && !config.childrenOf(pages).some(name => name.includes('[')),
    }
  },
}
