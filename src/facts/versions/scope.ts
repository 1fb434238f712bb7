/** Which of a repository's sources speak for a document: the nearest ones above it first. */
import { folderOf } from '../files.ts'

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

/** Sorts sources for a document. A document of an example is held against that example, all others against no example. */
export function levelsFor<T extends { readonly path: string }>(document: string, sources: readonly T[]): Levels<T> {
  const sample = lastSample(document)
  let world = sources.filter(({ path }) => (sample === undefined ? lastSample(path) === undefined : path.startsWith(sample)))
  if (world.length === 0 && RUN_HERE.test(SAMPLE.exec(document)?.[0] ?? '')) world = sources.filter(({ path }) => lastSample(path) === undefined)
  const placeOf = ({ path }: T): string => folderOf(path).replace(/(?:^|\/)(?:\.github|\.devcontainer|docker|\.docker|\.config)(?:\/.*)?$/, '')
  for (let folder = folderOf(document); ; folder = folderOf(folder)) {
    const nearest = world.filter(source => placeOf(source) === folder)
    if (nearest.length > 0) return { nearest, others: world.filter(source => !nearest.includes(source)), folder }
    if (folder === '') return { nearest: world, others: [], folder: undefined }
  }
}

/** The folder of the example that a path lies in, with a slash at its end. */
function lastSample(path: string): string | undefined {
  const match = SAMPLE.exec(path)
  if (match === null) return undefined
  const behind = path.indexOf('/', match.index + match[0].length + 1)
  return path.slice(0, behind < 0 ? match.index + match[0].length + 1 : behind + 1)
}
