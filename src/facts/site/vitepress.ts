import { joinPath } from '../../core/paths.ts'
import { basePrefix, PAGE_WRITERS, stringProperty, type SiteReader } from './shape.ts'

/** VitePress and VuePress: every Markdown file below the source folder is a page under its own path. */
export const vitepress: SiteReader = {
  names: ['.vitepress/config.ts', '.vitepress/config.js', '.vitepress/config.mts', '.vitepress/config.mjs', '.vitepress/config.cts',
    '.vitepress/config/index.ts', '.vitepress/config/index.js', '.vitepress/config/index.mts', '.vuepress/config.ts',
    '.vuepress/config.js', '.vuepress/config.mts', '.vuepress/config/index.ts', '.vuepress/config/index.js'],
  read(config) {
    const folder = joinPath(config.folder, stringProperty(config.text, 'srcDir') ?? '.') ?? config.folder
    const vue = config.path.includes('.vuepress/')
    return {
      generator: vue ? 'VuePress' : 'VitePress',
      style: 'vitepress',
      contents: [{ folder, bases: [''] }],
      statics: [joinPath(folder, vue ? '.vuepress/public' : 'public') ?? folder, joinPath(config.folder, 'public') ?? folder],
      base: basePrefix(stringProperty(config.text, 'base')),
      closed: !PAGE_WRITERS.test(config.text),
    }
  },
}
