/** Recipes of justfiles, with imports and modules. */
import type { Repository } from '../../core/repository.ts'
import { baseName, folderOf } from '../files.ts'
import { resolvePath, textOf, type TaskFile } from './task-file.ts'

/** Whether just finds a file by this name. */
export function isJustfile(path: string): boolean {
  return /^\.?justfile$/i.test(baseName(path))
}

/** Reads a justfile. Recipes of a module `m` are named both `m::r` and, as typed, `m r`. */
export function readJustfile(repository: Repository, path: string): TaskFile {
  const names = new Set<string>()
  const seen = new Set<string>()
  const patterns: RegExp[] = []
  let open: string | undefined
  const read = (file: string, prefix: string): void => {
    if (seen.has(`${prefix}${file}`) || seen.size > 100) return
    seen.add(`${prefix}${file}`)
    for (const line of textOf(repository, file).split('\n')) {
      if (line === '' || line.startsWith(' ') || line.startsWith('\t') || line.startsWith('#') || line.length > 5000) continue
      const include = /^import\??\s+["']([^"']+)["']/.exec(line)?.[1]
      if (include !== undefined) {
        const target = resolvePath(folderOf(file), include)
        if (target !== undefined && repository.source.files.has(target)) read(target, prefix)
        else open ??= `${file} imports ${include}, which is not in the repository`
        continue
      }
      const module = /^mod\??\s+([A-Za-z_][\w-]*)(?:\s+["']([^"']+)["'])?/.exec(line)
      if (module !== null) {
        const name = module[1] ?? ''
        const target = moduleFile(repository, folderOf(file), name, module[2])
        names.add(prefix + name)
        if (target === undefined) patterns.push(new RegExp(`^${prefix}${name}::`))
        else read(target, `${prefix}${name}::`)
        continue
      }
      const alias = /^alias\s+([A-Za-z_][\w-]*)\s*:=/.exec(line)?.[1]
      if (alias !== undefined) names.add(prefix + alias)
      else {
        const recipe = /^@?([A-Za-z_][\w-]*)(?=[\s:])/.exec(line)?.[1]
        if (recipe !== undefined && !/^(?:set|export|unexport)\s/.test(line) && /:(?!=)/.test(line) && !/^[\w-]+\s*:=/.test(line)) names.add(prefix + recipe)
      }
    }
  }
  read(path, '')
  return { runner: 'just', path, folder: folderOf(path), names, patterns, open }
}

function moduleFile(repository: Repository, folder: string, name: string, written: string | undefined): string | undefined {
  const candidates = written === undefined
    ? [`${name}.just`, `${name}/mod.just`, `${name}/justfile`, `${name}/.justfile`, `${name}/Justfile`]
    : [written, `${written}/mod.just`, `${written}/justfile`]
  for (const candidate of candidates) {
    const path = resolvePath(folder, candidate)
    if (path !== undefined && repository.source.files.has(path)) return path
  }
  return undefined
}
