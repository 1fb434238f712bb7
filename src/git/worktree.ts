import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ContentSource, FileEntry } from '../core/source.ts'
import { isShallow, readHead, type Checkout } from './checkout.ts'
import { git } from './run.ts'

/**
 * The work tree: what lies on disk. One git process lists tracked, changed, deleted and untracked files together.
 * A file that is clean against the index has the index's blob id; a changed or untracked one is read to know.
 */
export function openWorktree(checkout: Checkout): ContentSource {
  const listing = git(checkout.root, ['ls-files', '-z', '-t', '-s', '-c', '-o', '-m', '-d', '--exclude-standard'])
  const files = parseListing(listing.toString('utf8'))
  return {
    kind: 'worktree',
    head: readHead(checkout),
    gitDirectory: checkout.gitDirectory,
    shallow: isShallow(checkout),
    files,
    fingerprint: fingerprintOf(checkout.root, listing, files),
    read: file => readInside(checkout.root, file),
    prefetch: () => undefined,
    existsOnDisk: file => existsExactly(checkout.root, file),
  }
}

/** Entries look like `H 100644 <blob> 0\tpath`, `R …` (deleted), `C …` (changed), `S …` (sparse), `? path` (untracked). */
export function parseListing(listing: string): Map<string, FileEntry> {
  const files = new Map<string, FileEntry>()
  const deleted: string[] = []
  let from = 0
  while (from < listing.length) {
    let to = listing.indexOf('\0', from)
    if (to < 0) to = listing.length
    const tag = listing.charCodeAt(from)
    if (tag === 63 /* ? */) {
      const name = listing.slice(from + 2, to)
      // An untracked nested repository is listed as a folder.
      files.set(name.endsWith('/') ? name.slice(0, -1) : name, { mode: name.endsWith('/') ? '160000' : '100644', blob: undefined })
    } else {
      const tab = listing.indexOf('\t', from)
      const mode = listing.slice(from + 2, from + 8)
      const name = listing.slice(tab + 1, to)
      if (tag === 82 /* R */) deleted.push(name)
      else if (tag === 67 /* C */) files.set(name, { mode, blob: undefined })
      else files.set(name, { mode, blob: listing.slice(from + 9, listing.indexOf(' ', from + 9)) })
    }
    from = to + 1
  }
  for (const name of deleted) files.delete(name)
  return files
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
  const absolute = path.join(root, file)
  try {
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
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

/** Whether something stands at the path in exactly this letter case, without leaving the root through a link. */
function existsExactly(root: string, file: string): boolean {
  const absolute = path.join(root, file)
  if (!isInside(root, absolute)) return false
  try {
    return isInside(root, realpathSync(absolute)) && path.basename(realpathSync.native(absolute)) === path.basename(absolute)
  } catch {
    return false
  }
}
