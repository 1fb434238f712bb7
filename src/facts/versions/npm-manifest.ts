/** Versions that a package.json states: engines, package manager, Volta, dependencies. */
import type { Repository } from '../../core/repository.ts'
import { joinPath } from '../../core/paths.ts'
import { folderOf } from '../files.ts'
import { listOf, readJson, readYaml, recordOf } from '../packages.ts'
import { has, lineOf, needs, type FoundVersion } from './source.ts'

/** A manifest with its text, from which the lines of its keys come. */
export interface Manifest {
  readonly path: string
  readonly text: string
  readonly content: Readonly<Record<string, unknown>>
}

/** Reads a manifest; `undefined` when it is no JSON. */
export function readManifest(repository: Repository, path: string): Manifest | undefined {
  const content = readJson(repository, path)
  return content === undefined ? undefined : { path, content, text: repository.source.read(path)?.toString('utf8') ?? '' }
}

const RUNTIMES = ['node', 'npm', 'pnpm', 'yarn', 'bun', 'deno']

/** Runtimes and package managers. */
export function* runtimesOf({ content, text }: Manifest): Iterable<FoundVersion> {
  for (const tool of RUNTIMES) {
    const engine = recordOf(content['engines'])[tool]
    if (typeof engine === 'string') yield* needs(tool, engine, engine, `engines.${tool}`, lineOfKey(text, 'engines', tool))
    const volta = recordOf(content['volta'])[tool]
    if (typeof volta === 'string') yield* has(tool, [volta], volta, `volta.${tool}`, lineOfKey(text, 'volta', tool))
  }
  const manager = content['packageManager']
  const chosen = typeof manager === 'string' ? /^(npm|pnpm|yarn|bun)@(\d[\w.-]{0,40})/.exec(manager) : null
  if (chosen !== null) yield* has(chosen[1] ?? '', [chosen[2] ?? ''], chosen[2] ?? '', 'packageManager', lineOfKey(text, 'packageManager'))
  const development = recordOf(content['devEngines'])
  for (const [kind, value] of Object.entries(development)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      const { name, version } = recordOf(one)
      if (typeof name === 'string' && typeof version === 'string') yield* needs(name, version, version, `devEngines.${kind}`, lineOfKey(text, 'devEngines', kind))
    }
  }
}

/** What the manifest says of one dependency. Peers are a requirement, the others what is installed. */
export function* dependencyOf(repository: Repository, { path, content, text }: Manifest, name: string): Iterable<FoundVersion> {
  for (const section of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    const written = recordOf(content[section])[name]
    if (typeof written !== 'string') continue
    const range = written.startsWith('catalog:') ? fromCatalog(repository, path, name, written.slice(8)) : written.replace(/^(?:npm:(?:@?[^@]+)@|workspace:)/, '')
    if (range === undefined) continue
    const line = lineOfKey(text, section, name)
    const shown = written.startsWith('catalog:') ? `${written} (${range})` : written
    if (section === 'peerDependencies') yield* needs(name, range, shown, section, line)
    else if (/\d/.test(range)) yield* needs(name, range, shown, section, line).map(found => ({ ...found, kind: 'has' as const }))
  }
}

/** A version from the catalogs of the nearest pnpm-workspace.yaml above. */
function fromCatalog(repository: Repository, path: string, name: string, catalog: string): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const file = joinPath(folder, 'pnpm-workspace.yaml')
    if (file !== undefined && repository.source.files.has(file)) {
      const content = recordOf(readYaml(repository, file))
      const named = catalog === '' || catalog === 'default' ? recordOf(content['catalog']) : recordOf(recordOf(content['catalogs'])[catalog])
      return listOf(named[name])[0]
    }
    if (folder === '') return undefined
  }
}

/** The 1-based line of a key, behind that of the object it stands in. */
function lineOfKey(text: string, ...keys: readonly string[]): number {
  let at = 0
  for (const key of keys) at = Math.max(at, text.indexOf(`"${key}"`, at))
  return lineOf(text, at)
}
