/** Opening a checkout for somebody who wants an answer or one sentence that says what to do. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ContentSource } from '../core/source.ts'
import { UserError } from '../core/user-error.ts'
import type { BlobReader } from '../git/blobs.ts'
import { findCheckout, type Checkout } from '../git/checkout.ts'
import { GitError, GitMissingError } from '../git/run.ts'
import { openCommit, openIndex } from '../git/stored.ts'
import { openWorktree } from '../git/worktree.ts'

/** Which content is judged: files on disk, the index, or a commit (anything that git resolves to one). */
export type ContentChoice = 'worktree' | 'index' | { readonly commit: string }

/**
 * The checkout around a folder.
 * @throws UserError when there is no such folder, it can't be entered, or no checkout is around it
 */
export function requireCheckout(directory: string): Checkout {
  let checkout: Checkout | undefined
  try {
    if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new UserError(`There is no folder ${directory}. Name a folder inside of a checkout with --root.`)
    }
    checkout = findCheckout(directory)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) {
      throw new UserError(`${directory} can't be read: permission denied. Run doc-lockdown as a user who may read the checkout.`)
    }
    throw error
  }
  if (checkout !== undefined) return checkout
  if (existsSync(path.join(directory, 'HEAD')) && existsSync(path.join(directory, 'objects')) && existsSync(path.join(directory, 'refs'))) {
    throw new UserError(`${directory} is a bare repository. Clone it, or add a work tree with "git worktree add", and run doc-lockdown there.`)
  }
  throw new UserError(`${directory} is not inside a git repository. Run doc-lockdown in a checkout, or name one with --root.`)
}

/**
 * Opens content.
 * @param blobs for the index: a reader that is shared
 * @throws UserError when git is missing, refuses, or knows no such commit
 */
export function openContent(checkout: Checkout, content: ContentChoice, blobs?: BlobReader): ContentSource {
  try {
    return content === 'index' ? openIndex(checkout, blobs) : content === 'worktree' ? openWorktree(checkout) : openCommit(checkout, content.commit)
  } catch (error) {
    if (error instanceof GitMissingError || typeof content === 'string') throw explainGit(error)
    if (error instanceof GitError) throw unknownRevision(content.commit)
    throw error
  }
}

/** The sentence for a revision that git does not know. */
export function unknownRevision(revision: string): UserError {
  return new UserError(`There is no commit "${revision}" here. Fetch it, or see what exists with "git log --all --oneline".`)
}

/** What git's failure means for a user; any other error stays as it is. */
export function explainGit(error: unknown): unknown {
  if (error instanceof GitMissingError) return new UserError('There is no git program on the PATH. Install git and run doc-lockdown again.')
  if (!(error instanceof GitError)) return error
  const remedy = error.message.includes('dubious ownership')
    ? ' Allow it with "git config --global --add safe.directory", followed by the path.'
    : ' Put the repository in order (see "git status") and run doc-lockdown again.'
  return new UserError(`git can't read this repository: ${error.message.replace(/^fatal: /, '').replace(/\.$/, '')}.${remedy}`)
}
