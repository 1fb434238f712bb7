/** What old trees had that the newest one has not: the files in which a lost name can be. */
import { visitBlobs } from './read-blobs.ts'
import { git, GitError } from './run.ts'

/** A file of an old tree with other content than today's. */
interface PastFile {
  readonly path: string
  readonly blob: string
}

/** Bytes of old files that are read at most. */
const MOST_BYTES = 200_000_000

/**
 * Shows the files of old commits that are not there any more in the same content: each content once, with all of the
 * commits that had it; few git processes.
 * @param head full id of the latest commit
 * @param stands whether a file is still there with this content, committed or not
 * @param commits full ids
 * @param wanted whether a path is worth reading
 * @returns false when git can't tell
 */
export function visitPastFiles(
  directory: string, head: string, stands: (path: string, blob: string) => boolean, commits: readonly string[], wanted: (path: string) => boolean,
  visit: (path: string, bytes: Buffer, commits: ReadonlySet<string>) => void,
): boolean {
  const trees = treesOf(directory, [head, ...commits])
  const now = trees?.[0]
  if (trees === undefined || now === undefined) return false
  const changed = changedSince(directory, [...new Set(trees.slice(1))], now)
  if (changed === undefined) return false
  const uncommitted = filesOf(directory, head).filter(file => !stands(file.path, file.blob))
  const places = new Map<string, { readonly path: string; readonly commits: Set<string> }>()
  const judged = new Map<string, boolean>()
  for (const [index, commit] of commits.entries()) {
    const since = changed.get(trees[index + 1] ?? '')
    // What changed since the latest commit only, the old one had as well, unless it is listed with another content, or as added.
    for (const { path, blob } of [...since?.files ?? [], ...uncommitted.filter(file => since?.paths.has(file.path) !== true)]) {
      const place = places.get(blob)
      if (place !== undefined) {
        place.commits.add(commit)
        continue
      }
      let good = judged.get(path)
      if (good === undefined) judged.set(path, good = wanted(path))
      if (good) places.set(blob, { path, commits: new Set([commit]) })
    }
  }
  visitBlobs(directory, [...places.keys()], MOST_BYTES, (id, bytes) => {
    const place = places.get(id)
    if (place !== undefined) visit(place.path, bytes, place.commits)
  })
  return true
}

interface Changed {
  /** What the old tree had. */
  readonly files: PastFile[]
  /** All paths, also those that came later. */
  readonly paths: Set<string>
}

/** By tree id: how old trees differ from today's tree. */
function changedSince(directory: string, trees: readonly string[], now: string): ReadonlyMap<string, Changed> | undefined {
  const found = new Map<string, Changed>()
  let output: Buffer
  try {
    output = git(directory, ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames', '--no-abbrev'], trees.map(tree => `${tree} ${now}\n`).join(''))
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
  let changed: Changed | undefined
  const parts = output.toString('utf8').split('\0')
  for (let at = 0; at < parts.length; at++) {
    let part = parts[at] ?? ''
    if (!part.startsWith(':')) {
      const header = /^\n?([0-9a-f]{40,64}) [0-9a-f]{40,64}\n?/.exec(part)
      if (header === null) continue
      changed = { files: [], paths: new Set() }
      found.set(header[1] ?? '', changed)
      part = part.slice(header[0].length)
    }
    if (!part.startsWith(':')) continue
    const blob = part.split(' ')[2] ?? ''
    const path = parts[++at] ?? ''
    changed?.paths.add(path)
    if (part.startsWith(':100')) changed?.files.push({ path, blob })
  }
  return found
}

/** The ids of commits' trees, in order; `undefined` when git does not know one of them. */
function treesOf(directory: string, commits: readonly string[]): readonly string[] | undefined {
  try {
    return git(directory, ['rev-parse', ...commits.map(commit => `${commit}^{tree}`)]).toString('latin1').trim().split('\n')
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

/** The plain files of a commit. */
function filesOf(directory: string, commit: string): readonly PastFile[] {
  return git(directory, ['ls-tree', '-r', '-z', '--full-tree', commit]).toString('utf8').split('\0').flatMap((row) => {
    const [, blob, path] = /^100\d{3} blob ([0-9a-f]{40,64})\t([^]+)$/.exec(row) ?? []
    return blob === undefined || path === undefined ? [] : [{ path, blob }]
  })
}
