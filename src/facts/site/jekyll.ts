import { joinPath } from '../../core/paths.ts'
import { basePrefix, stringProperty, type ContentRoot, type SiteReader } from './shape.ts'

/** Jekyll and GitHub Pages; a `_config.yml` beside a `_toc.yml` is a Jupyter Book. */
export const jekyll: SiteReader = {
  names: ['_config.yml', '_config.yaml'],
  read(config) {
    const book = config.hasFile(joinPath(config.folder, '_toc.yml') ?? '')
    const contents: ContentRoot[] = [{ folder: joinPath(config.folder, stringProperty(config.text, 'source') ?? '.') ?? config.folder, bases: [''] }]
    for (const child of config.childrenOf(config.folder)) {
      if (child.startsWith('_') && config.hasFolder(joinPath(config.folder, child) ?? '')) {
        contents.push({ folder: joinPath(config.folder, child) ?? '', bases: [`/${child.slice(1)}`, ''] })
      }
    }
    return {
      generator: book ? 'Jupyter Book' : 'Jekyll',
      style: book ? 'sphinx' : 'jekyll',
      contents,
      statics: [config.folder],
      base: basePrefix(stringProperty(config.text, 'baseurl')),
      closed: false,
    }
  },
}
