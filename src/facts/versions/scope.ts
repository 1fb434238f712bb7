/** Which of a repository's sources speak for a document: the nearest ones above it first. */
import { baseName, folderOf } from '../files.ts'

/** What is shown, tested or copied: it has versions of its own. */
const SAMPLE = /(?:^|\/)(?:__?fixtures?__?|fixtures?|__?mocks__?|__?tests?__?|tests?|e2e|testdata|test[-_]data|templates?|template-[^/]+|[^/]+-template|_template|snapshots?|examples?|samples?|demos?|[\w-]*playgrounds?|starters?|tutorials?|bench\w*|smoke[\w-]*|integration[\w-]*tests?)(?=\/)/i
/** What contributors run with the repository's own tools. */
const RUN_HERE = /^\/?(?:__?tests?__?|tests?|e2e|bench\w*|smoke[\w-]*|integration[\w-]*tests?)$/i

export interface Levels<T> {
  /** Those of the nearest folder above the document that has any; where none has, all that lie elsewhere. */
  readonly nearest: readonly T[]
  /** All others of the same world. */
  readonly others: readonly T[]
  /** The folder of the nearest; `undefined` where they lie elsewhere. */
  readonly folder: string | undefined
}

/** A package that only shows documents: its own versions are not what its pages speak of. */
const SITE = /(?:^|\/)(?:docs?|[\w-]+-docs|docs-[\w-]+|documentation|website|web-?site|site|www|homepage|book|handbook)(?=\/)/i
/** Documents that speak of the folder they lie in. */
const ABOUT_FOLDER = /^(?:readme|contributing|agents|claude|develop\w*)\b/i

/** What makes a folder a part of its own, so that its README speaks of the whole. */
const MANIFESTS = ['package.json', 'Cargo.toml', 'pyproject.toml', 'go.mod', 'pom.xml', 'build.gradle', 'composer.json', 'Gemfile', 'Dockerfile']

/** Whether a README speaks of a folder below the package, which may need something else than the package. */
export function isAboutPart(document: string, level: string | undefined, has: (path: string) => boolean): boolean {
  const folder = folderOf(document)
  if (folder === level || !/^readme\b/i.test(baseName(document)) || /(?:^|\/)(?:docs?|\.github|documentation)$/i.test(folder)) return false
  return !MANIFESTS.some(name => has(`${folder}/${name}`))
}

/** Sorts sources for a document. A document of an example is held against that example, all others against no example. */
export function levelsFor<T extends { readonly path: string }>(document: string, sources: readonly T[]): Levels<T> {
  const sample = lastSample(document)
  let world = sources.filter(({ path }) => (sample === undefined ? lastSample(path) === undefined : path.startsWith(sample)))
  if (world.length === 0 && RUN_HERE.test(SAMPLE.exec(document)?.[0] ?? '')) world = sources.filter(({ path }) => lastSample(path) === undefined)
  const placeOf = ({ path }: T): string => folderOf(path).replace(/(?:^|\/)(?:\.github|\.devcontainer|docker|\.docker|\.config)(?:\/.*)?$/, '')
  const about = ABOUT_FOLDER.test(baseName(document))
  const speaking = world.filter(source => !SITE.test(source.path) || (about && placeOf(source) === folderOf(document)))
  for (let folder = folderOf(document); ; folder = folderOf(folder)) {
    const nearest = speaking.filter(source => placeOf(source) === folder)
    if (nearest.length > 0) return { nearest, others: world.filter(source => !nearest.includes(source)), folder }
    if (folder === '') return { nearest: speaking, others: world.filter(source => !speaking.includes(source)), folder: undefined }
  }
}

/** The folder of the example that a path lies in, with a slash at its end. */
function lastSample(path: string): string | undefined {
  const match = SAMPLE.exec(path)
  if (match === null) return undefined
  const behind = path.indexOf('/', match.index + match[0].length + 1)
  return path.slice(0, behind < 0 ? match.index + match[0].length + 1 : behind + 1)
}
