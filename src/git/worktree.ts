import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import path from 'node:path'
import type { ContentSource, FileEntry } from '../core/source.ts'
import { BlobReader } from './blobs.ts'
import { isShallow, readHead, type Checkout } from './checkout.ts'
import { existsInside, readInside } from './inside.ts'
import { readName } from './names.ts'
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
    existsOnDisk: file => existsInside(checkout.root, file),
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
      const mode = listing.toString('latin1', from + 2, from + 8)
      if (tag === 82 /* R */) deleted.push(name)
      else if (tag === 67 /* C */ || tag === 77 /* M */) files.set(name, { mode, blob: undefined })
      else {
        files.set(name, { mode, blob: listing.toString('latin1', from + 9, tab - 2) })
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
