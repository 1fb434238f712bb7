import { joinPath } from '../../core/paths.ts'
import { stringProperty, type SiteReader } from './shape.ts'

/** mdBook: pages are the files below `src`, `.md` becomes `.html`. */
export const mdbook: SiteReader = {
  names: ['book.toml'],
  read(config) {
    const folder = joinPath(config.folder, stringProperty(config.text, 'src') ?? 'src')
    if (folder === undefined) return undefined
    return {
      generator: 'mdBook',
      style: 'mdbook',
      contents: [{ folder, bases: [''] }],
      statics: [folder],
      base: '',
      closed: !/preprocessor|redirect/.test(config.text),
    }
  },
}
