import { joinPath } from '../../core/paths.ts'
import { PAGE_WRITERS, stringProperty, type SiteReader } from './shape.ts'

/** MkDocs: links between pages are links between files. */
export const mkdocs: SiteReader = {
  names: ['mkdocs.yml', 'mkdocs.yaml', 'zensical.toml'],
  read(config) {
    const folder = joinPath(config.folder, stringProperty(config.text, 'docs_dir') ?? 'docs')
    if (folder === undefined) return undefined
    return {
      generator: 'MkDocs',
      style: 'mkdocs',
      contents: [{ folder, bases: [''] }],
      statics: [folder],
      base: '',
      closed: !PAGE_WRITERS.test(config.text) && !/macros|redirects|monorepo|multirepo|i18n|blog|^hooks:/m.test(config.text),
    }
  },
}
