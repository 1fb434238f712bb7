/** Where git looks for hooks. */
import path from 'node:path'
import type { Checkout } from './checkout.ts'
import { isInside } from './inside.ts'
import { git, GitError } from './run.ts'

/** `root`: from the root of the work tree; `git`: from the git directory that all work trees share. */
export interface HookFolder {
  readonly place: 'root' | 'git'
  readonly folder: string
  /** Whether `core.hooksPath` names it. */
  readonly configured: boolean
}

/**
 * The folder from which git runs hooks; `undefined` when `core.hooksPath` leads out of the checkout.
 * @throws GitError when git can't read its configuration
 */
export function hookFolder({ root, commonDirectory }: Checkout): HookFolder | undefined {
  const configured = configuredFolder(root)
  if (configured === undefined) return { place: 'git', folder: 'hooks', configured: false }
  const absolute = path.resolve(root, configured)
  for (const [place, base] of [['git', commonDirectory], ['root', root]] as const) {
    if (isInside(base, absolute)) return { place, folder: path.relative(base, absolute).split(path.sep).join('/'), configured: true }
  }
  return undefined
}

function configuredFolder(root: string): string | undefined {
  try {
    const value = git(root, ['config', '--type=path', '--get', 'core.hooksPath']).toString('utf8').replace(/\r?\n$/, '')
    return value === '' ? undefined : value
  } catch (error) {
    // git says by 1 that nothing is set.
    if (error instanceof GitError && error.status === 1) return undefined
    throw error
  }
}
