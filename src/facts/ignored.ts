/** What git ignores: generated output, local files, caches. */
import { createRequire } from 'node:module'
import type { Ignore } from 'ignore'
import { defineFact } from '../core/repository.ts'
import { filesFact, folderOf } from './files.ts'

export interface Ignored {
  /** Whether a path that is not tracked would be ignored (as a file or as a folder). */
  ignores(path: string): boolean
}

/** Reads every .gitignore of the content source; the user's global excludes and .git/info/exclude stay out. */
export const ignoredFact = defineFact<Ignored>('ignored', repository => {
  const rules = new Map<string, Ignore | undefined>()
  const folders = repository.get(filesFact).withName('.gitignore')
  repository.source.prefetch(folders)
  const known = new Set(folders.map(folderOf))
  const rulesOf = (folder: string): Ignore | undefined => {
    if (!known.has(folder)) return undefined
    if (rules.has(folder)) return rules.get(folder)
    const text = repository.source.read(folder === '' ? '.gitignore' : `${folder}/.gitignore`)?.toString('utf8')
    const made = text === undefined ? undefined : createIgnore().add(text)
    rules.set(folder, made)
    return made
  }
  const memo = new Map<string, boolean>()
  const ignores = (path: string): boolean => {
    const clean = path.replace(/\/+$/, '')
    if (clean === '' || clean.startsWith('../') || clean.startsWith('/')) return false
    const before = memo.get(clean)
    if (before !== undefined) return before
    let verdict = false
    for (let folder = folderOf(clean); ; folder = folderOf(folder)) {
      const relative = folder === '' ? clean : clean.slice(folder.length + 1)
      const rule = rulesOf(folder)
      if (rule !== undefined) {
        try {
          const file = rule.test(relative)
          const asFolder = rule.test(`${relative}/`)
          if (file.ignored || asFolder.ignored) {
            verdict = true
            break
          }
          if (file.unignored || asFolder.unignored) break
        } catch {
          // The library refuses paths such as "a/../b"; they are nobody's ignore pattern.
        }
      }
      if (folder === '') break
    }
    memo.set(clean, verdict)
    return verdict
  }
  return { ignores }
})

function createIgnore(): Ignore {
  return (createRequire(import.meta.url)('ignore') as { default: () => Ignore }).default()
}
