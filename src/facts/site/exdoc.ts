import { folderOf } from '../files.ts'
import type { SiteReader } from './shape.ts'

/**
 * ExDoc (Elixir): every guide among the `extras` becomes a page beside all others, whatever folder it lies in, so that
 * `contexts.md` and `contexts.html` mean the guide of that name. Modules are pages too, hence never closed.
 */
export const exdoc: SiteReader = {
  names: ['mix.exs'],
  read(config) {
    if (!/\bextras:/.test(config.text)) return undefined
    const inside = (path: string): string => (config.folder === '' ? path : `${config.folder}/${path}`)
    const folders = new Set<string>()
    for (const match of config.text.matchAll(/["\s(]([\w./*-]+)\.(?:md|livemd|cheatmd)\b/g)) {
      const folder = folderOf(inside((match[1] ?? '').replace(/\/\*\*?(?=\/)/g, '')))
      // READMEs and changelogs at the root are extras too: no reason to own the whole repository.
      if (folder !== config.folder && config.hasFolder(folder)) folders.add(folder)
    }
    const statics = new Set(folders)
    for (const match of config.text.matchAll(/"([\w./-]+)\/?"\s*=>\s*"([\w./-]+)"/g)) {
      const source = inside(match[1] ?? '')
      if (config.hasFolder(source) && `/${source}`.endsWith(`/${match[2] ?? ''}`)) statics.add(source.slice(0, -(match[2] ?? '').length).replace(/\/$/, ''))
    }
    return {
      generator: 'ExDoc',
      style: 'exdoc',
      contents: [...folders].map(folder => ({ folder, bases: [''] })),
      statics: [...statics],
      base: '',
      closed: false,
    }
  },
}
