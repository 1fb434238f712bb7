/** Where content comes from: the work tree, the index, or a commit. */

/** What git says of a path. */
export interface FileEntry {
  /** Octal mode: 100644, 100755, 120000 (symbolic link), 160000 (submodule). */
  readonly mode: string
  /** The blob id of the content that the source gives, or `undefined` when it has to be read to know (changed or untracked). */
  readonly blob: string | undefined
  /** Set for a file that git does not know yet. */
  readonly untracked?: true
}

/** Files by path. A listing that can answer without being taken apart says so by its further methods. */
export interface FileListing extends ReadonlyMap<string, FileEntry> {
  /** Whether a folder holds at least one file. */
  hasFolder?(path: string): boolean
  /** Files whose last parts are exactly `suffix` ("b/c.ts" for "a/b/c.ts"). */
  endingIn?(suffix: string): readonly string[]
  /** Names directly inside a folder, files and folders. */
  childrenOf?(folder: string): readonly string[]
}

/** All paths are from the root, with forward slashes. */
export interface ContentSource {
  readonly kind: 'worktree' | 'index' | 'commit'
  /** The commit that history is read from (full id), or `undefined` without one (no git, no commit yet). */
  readonly head: string | undefined
  /** The git directory (absolute), or `undefined` without git. */
  readonly gitDirectory: string | undefined
  readonly shallow: boolean
  /** Every file: tracked, and in the work tree also untracked files that are not ignored. Deleted ones are not there. */
  readonly files: FileListing
  /** Tracked files that are not in the work tree any more, with the blobs that the index has of them. */
  readonly deleted?: ReadonlyMap<string, string>
  /** A digest of the listing and of all that changed since: the same digest means the same content. `undefined` when it can't be known. */
  readonly fingerprint: string | undefined
  /** Content of a file, or `undefined` when there is none or it can't be read. Never follows a link out of the root. */
  read(path: string): Buffer | undefined
  /** Announces files that will be read, so that they can be fetched in one go. */
  prefetch(paths: Iterable<string>): void
  /** Says that what was found out hangs on these files as well, though they were read in another way. */
  notice?(paths: Iterable<string>): void
  /** Whether something (also git-ignored) exists at the path right now; only the work tree knows more than `files`. */
  existsOnDisk(path: string): boolean
}
