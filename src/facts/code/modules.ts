/** Other modules of the checkout, by path or as an import names them: what makes summaries across files possible. */
import { moduleOf, type Module } from '../../analysis/program/module.ts'
import { joinPath } from '../../core/paths.ts'
import { defineFact, type Repository } from '../../core/repository.ts'
import { languageOf, sourceFilesFact } from '../../core/source-file.ts'
import { filesFact, folderOf } from '../files.ts'
import { packagesFact, readJson, recordOf, listOf } from '../packages.ts'

export interface Modules {
  /** The module at exactly this path (from the root); `undefined` when there is none or it can't be parsed. Parsed once. */
  at(path: string): Module | undefined
  /** The file that an import leads to; `undefined` for a package of others and for what is not there. */
  resolve(from: string, specifier: string): string | undefined
  /** `at` of `resolve`. */
  imported(from: string, specifier: string): Module | undefined
}

const ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json']
/** TypeScript's imports name what the build will write. */
const WRITTEN = new Map([['.js', ['.ts', '.tsx']], ['.jsx', ['.tsx']], ['.mjs', ['.mts']], ['.cjs', ['.cts']]])

export const modulesFact = defineFact<Modules>('modules', (repository) => {
  const read = new Map<string, Module | undefined>()
  const resolved = new Map<string, string | undefined>()
  const aliases = createAliases(repository)
  const modules: Modules = {
    at(path) {
      if (!read.has(path)) read.set(path, readModule(repository, path))
      return read.get(path)
    },
    resolve(from, specifier) {
      const key = `${folderOf(from)}\0${specifier}`
      if (!resolved.has(key)) resolved.set(key, resolveImport(repository, from, specifier, aliases))
      return resolved.get(key)
    },
    imported(from, specifier) {
      const path = modules.resolve(from, specifier)
      return path === undefined ? undefined : modules.at(path)
    },
  }
  return modules
})

function readModule(repository: Repository, path: string): Module | undefined {
  if (languageOf(path) !== 'javascript') return undefined
  const file = repository.get(sourceFilesFact)(path)
  return file === undefined ? undefined : moduleOf(file)
}

function resolveImport(repository: Repository, from: string, specifier: string, aliases: Aliases): string | undefined {
  if (specifier.startsWith('.')) {
    const base = joinPath(folderOf(from), specifier)
    return base === undefined ? undefined : fileFor(repository, base)
  }
  for (const base of aliases(from, specifier)) {
    const file = fileFor(repository, base)
    if (file !== undefined) return file
  }
  return undefined
}

/** The file that a path without its ending means, as bundlers and TypeScript look for it. */
function fileFor(repository: Repository, base: string): string | undefined {
  const files = repository.get(filesFact)
  if (files.has(base) && !files.hasFolder(base)) return base
  const ending = /\.[^./]+$/.exec(base)?.[0] ?? ''
  const stem = base.slice(0, base.length - ending.length)
  const candidates = [
    ...(WRITTEN.get(ending) ?? []).map(written => stem + written),
    ...ENDINGS.map(one => base + one),
    ...ENDINGS.map(one => (base === '' ? `index${one}` : `${base}/index${one}`)),
  ]
  return candidates.find(candidate => files.has(candidate))
}

/** Bases that a specifier which is not relative may mean, most exact first. */
type Aliases = (from: string, specifier: string) => readonly string[]

interface PathMap {
  /** As in `@/*`. */
  readonly pattern: string
  /** From the root, with `*`. */
  readonly targets: readonly string[]
}

function createAliases(repository: Repository): Aliases {
  const maps = new Map<string, readonly PathMap[]>()
  return (from, specifier) => {
    const found: string[] = []
    for (let folder: string | undefined = folderOf(from); folder !== undefined; folder = folder === '' ? undefined : folderOf(folder)) {
      let map = maps.get(folder)
      if (map === undefined) maps.set(folder, map = [...tsconfigPaths(repository, folder), ...importsField(repository, folder)])
      for (const { pattern, targets } of map) {
        const rest = matched(pattern, specifier)
        if (rest !== undefined) found.push(...targets.map(target => target.replace('*', rest)))
      }
    }
    return [...found, ...workspaceFiles(repository, specifier), ...conventional(specifier)]
  }
}

/** What `*` stands for, '' for a pattern without one; `undefined` when the specifier does not match. */
function matched(pattern: string, specifier: string): string | undefined {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === specifier ? '' : undefined
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)]
  const fits = specifier.length >= head.length + tail.length && specifier.startsWith(head) && specifier.endsWith(tail)
  return fits ? specifier.slice(head.length, specifier.length - tail.length) : undefined
}

function tsconfigPaths(repository: Repository, folder: string): readonly PathMap[] {
  const files = repository.get(filesFact)
  const inFolder = (name: string): string => (folder === '' ? name : `${folder}/${name}`)
  const path = ['tsconfig.json', 'jsconfig.json', 'tsconfig.base.json'].map(inFolder).find(name => files.has(name))
  return path === undefined ? [] : pathsOf(repository, path, 0)
}

function pathsOf(repository: Repository, path: string, depth: number): readonly PathMap[] {
  const config = readJson(repository, path)
  if (config === undefined || depth > 5) return []
  const options = recordOf(config['compilerOptions'])
  const folder = folderOf(path)
  const base = typeof options['baseUrl'] === 'string' ? joinPath(folder, options['baseUrl']) : folder
  const own = base === undefined ? [] : Object.entries(recordOf(options['paths'])).map(([pattern, targets]): PathMap => ({
    pattern, targets: listOf(targets).flatMap(target => joinPath(base, target) ?? []),
  }))
  const wide = typeof options['baseUrl'] === 'string' && base !== undefined ? [{ pattern: '*', targets: [base === '' ? '*' : `${base}/*`] }] : []
  if (own.length > 0) return [...own, ...wide]
  const inherited = listOf(config['extends']).filter(one => one.startsWith('.')).flatMap((one) => {
    const parent = joinPath(folder, one.endsWith('.json') ? one : `${one}.json`)
    return parent === undefined ? [] : pathsOf(repository, parent, depth + 1)
  })
  return [...inherited, ...wide]
}

/** `imports` of a package.json: `#lib/*`. */
function importsField(repository: Repository, folder: string): readonly PathMap[] {
  const path = folder === '' ? 'package.json' : `${folder}/package.json`
  if (!repository.get(filesFact).has(path)) return []
  return Object.entries(recordOf(readJson(repository, path)?.['imports'])).map(([pattern, target]): PathMap => ({
    pattern, targets: targetsOf(target).flatMap(one => joinPath(folder, one) ?? []),
  }))
}

/** Every file that conditions lead to. */
function targetsOf(target: unknown): readonly string[] {
  return typeof target === 'string' || Array.isArray(target) ? listOf(target) : Object.values(recordOf(target)).flatMap(targetsOf)
}

/** A package of the same repository: its source, as its folder has it. */
function workspaceFiles(repository: Repository, specifier: string): readonly string[] {
  const parts = specifier.split('/')
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
  const rest = parts.slice(specifier.startsWith('@') ? 2 : 1).join('/')
  const own = repository.get(packagesFact).named(name)
  if (own === undefined) return []
  const inside = (path: string): string => [own.folder, path].filter(part => part !== '').join('/')
  if (rest !== '') return [inside(rest), inside(`src/${rest}`)]
  const manifest = readJson(repository, own.path)
  const entries = [manifest?.['source'], manifest?.['main'], manifest?.['module']].filter(entry => typeof entry === 'string')
  return [...targetsOf(recordOf(manifest?.['exports'])['.'] ?? manifest?.['exports']), ...entries, 'src/index', 'index']
    .flatMap(entry => joinPath(own.folder, entry) ?? [])
}

/** What most frameworks alias without a tsconfig that says so. */
function conventional(specifier: string): readonly string[] {
  const rest = /^[@~]\/(.+)$/.exec(specifier)?.[1]
  return rest === undefined ? [] : [rest, `src/${rest}`, `app/${rest}`]
}
