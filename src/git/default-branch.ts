import type { Checkout } from './checkout.ts'
import { git, GitError } from './run.ts'

/** The branch that others start from: as the remote said when it was cloned, else one of a usual name, else the one that is checked out. */
export function defaultBranch({ root }: Checkout): string | undefined {
  const named = ask(root, ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'])?.replace(/^refs\/remotes\/origin\//, '')
  if (named !== undefined) return named
  const known = ask(root, ['for-each-ref', '--format=%(refname:lstrip=-1)', ...['main', 'master'].flatMap(name => [`refs/remotes/origin/${name}`, `refs/heads/${name}`])])
  const usual = known?.split('\n').find(name => name !== '')
  return usual ?? ask(root, ['symbolic-ref', '--quiet', 'HEAD'])?.replace(/^refs\/heads\//, '')
}

function ask(root: string, args: readonly string[]): string | undefined {
  try {
    return git(root, args).toString('utf8').trim()
  } catch (error) {
    // No such ref, or a commit that no branch names.
    if (error instanceof GitError) return undefined
    throw error
  }
}
