import { createHash } from 'node:crypto'
import type { ContentSource, FileEntry } from '../core/source.ts'
import { BlobReader } from './blobs.ts'
import { isShallow, readHead, type Checkout } from './checkout.ts'
import { git } from './run.ts'

/** The index: exactly what a commit would contain now. A file deleted in the index is gone, whatever lies on disk. */
export function openIndex(checkout: Checkout): ContentSource {
  const listing = git(checkout.root, ['ls-files', '-z', '-s'])
  const files = new Map<string, FileEntry>()
  for (const line of splitZero(listing)) {
    const tab = line.indexOf('\t')
    const [mode = '', blob, stage] = line.slice(0, tab).split(' ')
    // In a merge conflict "ours" (stage 2) stands for the file.
    if (stage === '0' || stage === '2') files.set(line.slice(tab + 1), { mode, blob })
  }
  return storedSource('index', checkout, readHead(checkout), files, listing)
}

/**
 * A commit, whatever is checked out.
 * @param revision anything git can resolve to a commit
 * @throws GitError when it can't
 */
export function openCommit(checkout: Checkout, revision: string): ContentSource {
  const commit = git(checkout.root, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]).toString('utf8').trim()
  const listing = git(checkout.root, ['ls-tree', '-r', '-z', '--full-tree', commit])
  const files = new Map<string, FileEntry>()
  for (const line of splitZero(listing)) {
    const tab = line.indexOf('\t')
    const [mode = '', , blob] = line.slice(0, tab).split(' ')
    files.set(line.slice(tab + 1), { mode, blob })
  }
  return storedSource('commit', checkout, commit, files, listing)
}

function storedSource(
  kind: 'index' | 'commit', checkout: Checkout, head: string | undefined, files: ReadonlyMap<string, FileEntry>, listing: Buffer,
): ContentSource {
  const blobs = new BlobReader(checkout.root)
  const blobOf = (file: string): string | undefined => {
    const entry = files.get(file)
    return entry === undefined || entry.mode === '160000' || entry.mode === '120000' ? undefined : entry.blob
  }
  return {
    kind,
    head,
    gitDirectory: checkout.gitDirectory,
    shallow: isShallow(checkout),
    files,
    fingerprint: createHash('sha1').update(kind).update(listing).digest('hex'),
    read(file) {
      const blob = blobOf(file)
      return blob === undefined ? undefined : blobs.read(blob)
    },
    prefetch(paths) {
      for (const file of paths) {
        const blob = blobOf(file)
        if (blob !== undefined) blobs.want(blob)
      }
    },
    existsOnDisk: () => false,
  }
}

function* splitZero(listing: Buffer): Iterable<string> {
  const text = listing.toString('utf8')
  let from = 0
  while (from < text.length) {
    let to = text.indexOf('\0', from)
    if (to < 0) to = text.length
    yield text.slice(from, to)
    from = to + 1
  }
}
