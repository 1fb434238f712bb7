import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ContentSource, FileEntry } from '../core/source.ts'
import { BlobReader } from './blobs.ts'
import { isShallow, readHead, type Checkout } from './checkout.ts'
import { rawName, readName } from './names.ts'
import { git } from './run.ts'

/**
 * The work tree: what lies on disk. One git process lists tracked, changed, deleted and untracked files together.
 * A file that is clean against the index has the index's blob id; a changed or untracked one is read to know.
 * Files that a sparse checkout leaves out exist, with the content that the index has of them.
 */
export function openWorktree(checkout: Checkout): ContentSource {
  const listing = git(checkout.root, ['ls-files', '-z', '-t', '-s', '-c', '-o', '-m', '-d', '--exclude-standard'])
  const { files, sparse } = parseListing(listing)
  const blobs = new BlobReader(checkout.root)
  let fingerprint: string | undefined
  return {
    kind: 'worktree',
    head: readHead(checkout),
    gitDirectory: checkout.gitDirectory,
    shallow: isShallow(checkout),
    files,
    get fingerprint() {
      return (fingerprint ??= fingerprintOf(checkout.root, listing, files))
    },
    read(file) {
      const bytes = readInside(checkout.root, file)
      const blob = bytes === undefined && sparse.has(file) ? files.get(file)?.blob : undefined
      return blob === undefined ? bytes : blobs.read(blob)
    },
    prefetch(paths) {
      if (sparse.size === 0) return
      for (const file of paths) {
        const blob = sparse.has(file) ? files.get(file)?.blob : undefined
        if (blob !== undefined) blobs.want(blob)
      }
    },
    existsOnDisk: file => existsExactly(checkout.root, file),
  }
}

/** What a listing says. */
export interface WorktreeListing {
  readonly files: Map<string, FileEntry>
  /** Plain files that a sparse checkout leaves out of the work tree. */
  readonly sparse: ReadonlySet<string>
}

/**
 * Reads `git ls-files -z -t -s -c -o -m -d`: `H 100644 <blob> 0\tpath`, `R …` (deleted), `C …` (changed), `S …` (left out
 * by a sparse checkout), `M …` (unmerged, once per stage), `? path` (untracked).
 */
export function parseListing(listing: Buffer): WorktreeListing {
  const files = new Map<string, FileEntry>()
  const sparse = new Set<string>()
  const deleted: string[] = []
  const end = listing.length
  for (let from = 0; from < end;) {
    let to = listing.indexOf(0, from)
    if (to < 0) to = end
    const tag = listing[from]
    if (tag === 63 /* ? */) {
      const name = readName(listing, from + 2, to)
      // An untracked nested repository is listed as a folder.
      if (name.endsWith('/')) files.set(name.slice(0, -1), { mode: '160000', blob: undefined })
      else files.set(name, { mode: '100644', blob: undefined })
    } else {
      const tab = listing.indexOf(9, from)
      const name = readName(listing, tab + 1, to)
      const mode = listing.latin1Slice(from + 2, from + 8)
      if (tag === 82 /* R */) deleted.push(name)
      else if (tag === 67 /* C */ || tag === 77 /* M */) files.set(name, { mode, blob: undefined })
      else {
        files.set(name, { mode, blob: listing.latin1Slice(from + 9, tab - 2) })
        if (tag === 83 /* S */ && mode.startsWith('100')) sparse.add(name)
      }
    }
    from = to + 1
  }
  for (const name of deleted) files.delete(name)
  return { files, sparse }
}

/** Listing plus size and time of every file whose content the listing does not name. */
function fingerprintOf(root: string, listing: Buffer, files: ReadonlyMap<string, FileEntry>): string {
  const hash = createHash('sha1').update(listing)
  for (const [file, entry] of files) {
    if (entry.blob !== undefined) continue
    const stat = lstatSync(path.join(root, file), { throwIfNoEntry: false })
    hash.update(`${file}\0${String(stat?.size)}\0${String(stat?.mtimeMs)}\0`)
  }
  return hash.digest('hex')
}

/** Reads a file, following links only while they stay inside the root. */
export function readInside(root: string, file: string): Buffer | undefined {
  const raw = rawName(file)
  const absolute = path.join(root, file)
  try {
    if (raw !== undefined) return readPlain(Buffer.concat([Buffer.from(root + path.sep), raw]))
    const stat = lstatSync(absolute)
    if (stat.isDirectory()) return undefined
    if (stat.isSymbolicLink() || !isPlainBelow(root, absolute)) {
      const real = realpathSync(absolute)
      if (!isInside(root, real) || !statSync(real).isFile()) return undefined
      return readFileSync(real)
    }
    return stat.isFile() ? readFileSync(absolute) : undefined
  } catch {
    return undefined
  }
}

/** A file whose name is not UTF-8: read only when it is a plain file in folders that are no links. */
function readPlain(absolute: Buffer): Buffer | undefined {
  const real = realpathSync(absolute, { encoding: 'buffer' })
  return real.equals(absolute) && lstatSync(absolute).isFile() ? readFileSync(absolute) : undefined
}

const plainFolders = new Map<string, boolean>()

/** Whether no folder between the root and the file is a link; remembered per folder. */
function isPlainBelow(root: string, absolute: string): boolean {
  const folder = path.dirname(absolute)
  if (folder.length <= root.length) return true
  const known = plainFolders.get(folder)
  if (known !== undefined) return known
  const plain = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true && isPlainBelow(root, folder)
  plainFolders.set(folder, plain)
  return plain
}

function isInside(root: string, absolute: string): boolean {
  const relative = path.relative(root, absolute)
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
}

/** Whether something stands at the path in exactly this letter case, without leaving the root through a link. */
export function existsExactly(root: string, file: string): boolean {
  const absolute = path.join(root, file)
  if (!isInside(root, absolute)) return false
  try {
    return isInside(root, realpathSync(absolute)) && path.basename(realpathSync.native(absolute)) === path.basename(absolute)
  } catch {
    return false
  }
}
