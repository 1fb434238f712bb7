/** All that the checkout says of versions, by tool. */
import { defineFact, type Repository } from '../../core/repository.ts'
import { isLibrary } from '../../analysis/versions/tools.ts'
import { addTo } from '../../core/multimap.ts'
import { baseName } from '../files.ts'
import { dependencyOf, readManifest, runtimesOf, type Manifest } from './npm-manifest.ts'
import { dockerfileVersions, imageVersions, workflowVersions } from './run-files.ts'
import type { FoundVersion, VersionSource } from './source.ts'
import { versionFileReader } from './version-files.ts'

export interface VersionSources {
  /** Everything that states a version of a tool or package, samples and examples too. */
  of(tool: string): readonly VersionSource[]
}

const DOCKERFILE = /^(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$/i
const COMPOSE = /^(?:docker-)?compose[\w.-]*\.ya?ml$|^\.gitlab-ci\.yml$/
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$|^\.github\/actions\/(?:[^/]+\/){1,4}action\.ya?ml$/
const NOT_OURS = /(?:^|\/)(?:node_modules|vendor|third[-_]party|bower_components)\//

/** Version files, manifests, images and workflows; read when the first claim asks. */
export const versionSourcesFact = defineFact<VersionSources>('version sources', (repository) => {
  const byTool = new Map<string, VersionSource[]>()
  const manifests: Manifest[] = []
  const readers = [...repository.source.files.keys()].flatMap((path) => {
    const read = NOT_OURS.test(path) ? undefined : readerOf(path)
    return read === undefined ? [] : [{ path, read }]
  })
  repository.source.prefetch(readers.map(one => one.path))
  for (const { path, read } of readers) {
    if (read === 'manifest') {
      const manifest = readManifest(repository, path)
      if (manifest === undefined) continue
      manifests.push(manifest)
      for (const found of runtimesOf(manifest)) addTo(byTool, found.tool, { ...found, path })
    } else {
      const text = repository.source.read(path)?.toString('utf8') ?? ''
      if (text.length < LARGEST) for (const found of read(text)) addTo(byTool, found.tool, { ...found, path })
    }
  }
  const packages = new Set<string>()
  return {
    of(tool) {
      if (!packages.has(tool)) {
        packages.add(tool)
        for (const one of manifests) for (const found of dependenciesOf(repository, one, tool)) addTo(byTool, tool, { ...found, path: one.path })
      }
      return byTool.get(tool) ?? []
    },
  }
})

/** In UTF-16 units; what is larger is generated. */
const LARGEST = 500_000

function dependenciesOf(repository: Repository, manifest: Manifest, tool: string): Iterable<FoundVersion> {
  // The runtimes are on npm too, but a package of that name is a wrapper.
  return !isLibrary(tool) ? [] : dependencyOf(repository, manifest, tool)
}

function readerOf(path: string): 'manifest' | ((text: string) => Iterable<FoundVersion>) | undefined {
  const name = baseName(path)
  if (name === 'package.json') return 'manifest'
  const reader = versionFileReader(name)
  if (reader !== undefined) return reader
  if (WORKFLOW.test(path)) return readWorkflow
  if (DOCKERFILE.test(name)) return dockerfileVersions
  return COMPOSE.test(name) ? imageVersions : undefined
}

function* readWorkflow(text: string): Iterable<FoundVersion> {
  yield* workflowVersions(text)
  yield* imageVersions(text)
}
