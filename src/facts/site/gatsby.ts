import { joinPath } from '../../core/paths.ts'
import { basePrefix, stringProperty, type SiteReader } from './shape.ts'

/** Gatsby makes its pages in code: only what lies in the usual folders is known. */
export const gatsby: SiteReader = {
  names: ['gatsby-config.js', 'gatsby-config.ts', 'gatsby-config.mjs'],
  read(config) {
    const folders = ['src/pages', 'content', 'docs', 'src/content', 'contents'].flatMap(name => joinPath(config.folder, name) ?? [])
    return {
      generator: 'Gatsby',
      style: 'gatsby',
      contents: folders.filter(folder => config.hasFolder(folder)).map(folder => ({ folder, bases: ['', '/docs'] })),
      statics: [joinPath(config.folder, 'static') ?? '', joinPath(config.folder, 'public') ?? ''],
      base: basePrefix(stringProperty(config.text, 'pathPrefix')),
      closed: false,
    }
  },
}
