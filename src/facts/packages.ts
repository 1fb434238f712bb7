/** The npm packages of the repository: who has which script, who provides which binary. */
import { createRequire } from 'node:module'
import picomatch from 'picomatch'
import { defineFact, type Repository } from '../core/repository.ts'
import { filesFact, folderOf } from './files.ts'

export interface Package {
  /** Path of its package.json. */
  readonly path: string
  /** Folder of its package.json; '' for the root. */
  readonly folder: string
  readonly name: string | undefined
  /** Scripts by name. */
  readonly scripts: ReadonlyMap<string, string>
  /** What Prisma runs to fill a new database: `prisma.seed`. */
  readonly seed: string | undefined
  /** Own binaries: name to file, as the manifest says. */
  readonly bin: ReadonlyMap<string, string>
  /** Names of all dependencies, whatever their kind. */
  readonly dependencies: ReadonlySet<string>
  /** Globs of its workspaces, also those of a pnpm-workspace.yaml or lerna.json beside it; empty for none. */
  readonly workspaces: readonly string[]
  /** As in "pnpm@9.1.0". */
  readonly packageManager: string | undefined
  /** Says of itself that others install it: then what it has in `bin` is theirs to run. */
  readonly published: boolean
  /** Lies in test data or a template: not a package that people work on. */
  readonly sample: boolean
}

export interface Packages {
  /** Every package outside node_modules, shallow ones first. */
  readonly all: readonly Package[]
  /** The package at the repository's root. */
  readonly root: Package | undefined
  /** The package in exactly this folder. */
  at(folder: string): Package | undefined
  /** The package that a path (file or folder) lies in. */
  nearestPackage(path: string): Package | undefined
  /** The packages that a path lies in, innermost first. */
  enclosing(path: string): readonly Package[]
  named(name: string): Package | undefined
  /** Packages with such a script, samples last. */
  withScript(name: string): readonly Package[]
  /** Members of the workspaces that a package declares; itself not included. */
  membersOf(root: Package): readonly Package[]
  /** Names of package.json files that could not be read as JSON. */
  readonly unreadable: readonly string[]
}

/** Keys that only a registry reads. */
const PUBLISHED = ['publishConfig', 'files', 'repository', 'keywords', 'homepage']

const SAMPLE = /(?:^|\/)(?:__?fixtures?__?|fixtures?|__?mocks__?|__?tests?__?|testdata|test-data|test_data|test-fixtures|testfixtures|templates?|template-[^/]+|_template|snapshots|__snapshots__)(?=\/)/i

/** Every package.json that is in the files; node_modules is never looked into. */
export const packagesFact = defineFact<Packages>('packages', repository => {
  const paths = repository.get(filesFact).withName('package.json').filter(path => !/(?:^|\/)node_modules\//.test(path))
  repository.source.prefetch(paths)
  const all: Package[] = []
  const unreadable: string[] = []
  for (const path of paths.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))) {
    const manifest = readJson(repository, path)
    if (manifest === undefined) unreadable.push(path)
    else all.push(packageOf(repository, path, manifest))
  }
  const byFolder = new Map(all.map(one => [one.folder, one]))
  const byName = new Map<string, Package>()
  for (const one of all) {
    if (one.name === undefined) continue
    const known = byName.get(one.name)
    if (known === undefined || (known.sample && !one.sample)) byName.set(one.name, one)
  }
  const enclosing = (path: string): Package[] => {
    const found: Package[] = []
    for (let at: string | undefined = path; at !== undefined; at = at === '' ? undefined : folderOf(at)) {
      const one = byFolder.get(at)
      if (one !== undefined) found.push(one)
    }
    return found
  }
  return {
    all,
    unreadable,
    root: byFolder.get(''),
    at: folder => byFolder.get(folder),
    nearestPackage: path => enclosing(path)[0],
    enclosing,
    named: name => byName.get(name),
    withScript(name) {
      const found = all.filter(one => one.scripts.has(name))
      return [...found.filter(one => !one.sample), ...found.filter(one => one.sample)]
    },
    membersOf: root => membersOf(root, all),
  }
})

function packageOf(repository: Repository, path: string, manifest: Readonly<Record<string, unknown>>): Package {
  const folder = folderOf(path)
  const name = typeof manifest['name'] === 'string' ? manifest['name'] : undefined
  let workspaces: readonly string[] | undefined
  const dependencies = new Set<string>()
  for (const key of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    for (const dependency of Object.keys(recordOf(manifest[key]))) dependencies.add(dependency)
  }
  return {
    path,
    folder,
    name,
    scripts: stringsOf(manifest['scripts']),
    seed: stringsOf(manifest['prisma']).get('seed'),
    bin: typeof manifest['bin'] === 'string' && name !== undefined ? new Map([[unscoped(name), manifest['bin']]]) : stringsOf(manifest['bin']),
    dependencies,
    // Lazily: the YAML parser that a pnpm-workspace.yaml needs costs more than all else here.
    get workspaces() {
      return (workspaces ??= workspacesOf(repository, folder, manifest))
    },
    packageManager: typeof manifest['packageManager'] === 'string' ? manifest['packageManager'] : undefined,
    published: manifest['private'] !== true && manifest['version'] !== undefined && PUBLISHED.some(key => manifest[key] !== undefined),
    sample: SAMPLE.test(path),
  }
}

function workspacesOf(repository: Repository, folder: string, manifest: Readonly<Record<string, unknown>>): readonly string[] {
  const declared = manifest['workspaces']
  const globs = listOf(Array.isArray(declared) ? declared : recordOf(declared)['packages'])
  const beside = (file: string): string => (folder === '' ? file : `${folder}/${file}`)
  if (repository.source.files.has(beside('pnpm-workspace.yaml'))) {
    globs.push(...listOf(recordOf(readYaml(repository, beside('pnpm-workspace.yaml')))['packages']))
  }
  if (repository.source.files.has(beside('lerna.json'))) globs.push(...listOf(readJson(repository, beside('lerna.json'))?.['packages']))
  return globs
}

function membersOf(root: Package, all: readonly Package[]): readonly Package[] {
  if (root.workspaces.length === 0) return []
  const clean = root.workspaces.map(glob => glob.replace(/^\.\//, '').replace(/\/+$/, ''))
  try {
    const included = picomatch(clean.filter(glob => !glob.startsWith('!')))
    const excluded = picomatch(clean.filter(glob => glob.startsWith('!')).map(glob => glob.slice(1)))
    const prefix = root.folder === '' ? '' : `${root.folder}/`
    return all.filter(one => {
      if (one === root || !one.folder.startsWith(prefix)) return false
      const inside = one.folder.slice(prefix.length)
      return included(inside) && !excluded(inside)
    })
  } catch {
    return []
  }
}

/** A JSON object (comments tolerated); `undefined` when it can't be read or is something else. */
export function readJson(repository: Repository, path: string): Readonly<Record<string, unknown>> | undefined {
  const text = repository.source.read(path)?.toString('utf8').replace(/^\uFEFF/, '')
  if (text === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const { parse } = createRequire(import.meta.url)('jsonc-parser') as typeof import('jsonc-parser')
    try {
      value = parse(text, [], { allowTrailingComma: true })
    } catch {
      return undefined
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined
}

/** The first document of a YAML file as plain data; `undefined` when it can't be read. */
export function readYaml(repository: Repository, path: string): unknown {
  const text = repository.source.read(path)?.toString('utf8')
  if (text === undefined || text.length > 2_000_000) return undefined
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  try {
    return parse(text, { logLevel: 'silent', maxAliasCount: 100 })
  } catch {
    return undefined
  }
}

/** The value as a record; an empty one when it is none. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {}
}

/** The strings of a list; a single string counts as a list of one. */
export function listOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}

function stringsOf(value: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(recordOf(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** `c` for `@a/c`. */
export function unscoped(name: string): string {
  return name.startsWith('@') ? name.slice(name.indexOf('/') + 1) : name
}
