import type { SiteReader } from './shape.ts'

/** Docsify and Mintlify serve the files of a folder as they are. */
export const docsify: SiteReader = {
  names: ['index.html', 'docs.json', 'mint.json'],
  read(config) {
    if (config.path.endsWith('.html')) {
      if (!config.text.includes('docsify')) return undefined
      return { generator: 'Docsify', style: 'docsify', contents: [{ folder: config.folder, bases: ['', '/#'] }], statics: [config.folder], base: '', closed: false }
    }
    if (!/mintlify|"navigation"/.test(config.text)) return undefined
    return { generator: 'Mintlify', style: 'mintlify', contents: [{ folder: config.folder, bases: [''] }], statics: [config.folder], base: '', closed: false }
  },
}
