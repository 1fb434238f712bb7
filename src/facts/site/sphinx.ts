import { joinPath } from '../../core/paths.ts'
import type { SiteReader } from './shape.ts'

/** Sphinx with MyST: labels of the whole project are link targets too, so its routes are never closed. */
export const sphinx: SiteReader = {
  names: ['conf.py'],
  read(config) {
    if (!/^(?:extensions|project|html_theme|master_doc|root_doc)\s*[:=]/m.test(config.text)) return undefined
    const source = config.folder
    return {
      generator: 'Sphinx',
      style: 'sphinx',
      contents: [{ folder: source, bases: [''] }],
      statics: [source, ...['_static', '_extra'].flatMap(name => joinPath(source, name) ?? [])],
      base: '',
      closed: false,
    }
  },
}
