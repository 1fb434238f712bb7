import { createHash } from 'node:crypto'
import type { ContentSource, FileListing } from '../core/source.ts'
import { BlobReader } from './blobs.ts'
import { isShallow, readHead, type Checkout } from './checkout.ts'
import { readInside } from './inside.ts'
import { readIndex } from './index-file.ts'
import { SortedListing, textEntries } from './listing.ts'
import { blobIdOf } from './object-id.ts'
import { git } from './run.ts'

/**
 * The index: exactly what a commit would contain now. A file deleted in the index is gone, whatever lies on disk.
 * @param blobs a reader that others announce their blobs to as well
 */
export function openIndex(checkout: Checkout, blobs = new BlobReader(checkout.root)): ContentSource {
  const entries = readIndex(checkout)
  const { bytes } = entries ?? { bytes: git(checkout.root, ['ls-files', '-z', '-s']) }
  return storedSource('index', checkout, readHead(checkout), new SortedListing(entries ?? textEntries(bytes, 1)), bytes, blobs)
}

/**
 * A commit, whatever is checked out.
 * @param revision anything git can resolve to a commit
 * @throws GitError when it can't
 */
export function openCommit(checkout: Checkout, revision: string): ContentSource {
  const commit = git(checkout.root, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]).toString('utf8').trim()
  const listing = git(checkout.root, ['ls-tree', '-r', '-z', '--full-tree', commit])
  return storedSource('commit', checkout, commit, new SortedListing(textEntries(listing, 2)), listing, new BlobReader(checkout.root))
}

function storedSource(
  kind: 'index' | 'commit', checkout: Checkout, head: string | undefined, files: FileListing, listing: Buffer, blobs: BlobReader,
): ContentSource {
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
    get fingerprint() {
      return createHash('sha1').update(kind).update(listing).digest('hex')
    },
    read(file) {
      const blob = blobOf(file)
      if (blob === undefined) return undefined
      // Mostly the work tree has the very same bytes, and reading them is a fiftieth of a git process.
      const onDisk = kind === 'index' && !blobs.has(blob) ? readInside(checkout.root, file) : undefined
      if (onDisk !== undefined && blobIdOf(onDisk, blob.length) === blob) return onDisk
      return blobs.read(blob)
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
