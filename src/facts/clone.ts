/** How much of a repository this clone holds: what is not here may simply not have been fetched. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineFact } from '../core/repository.ts'
import { findCheckout } from '../git/checkout.ts'

export interface Clone {
  /** Why a commit that is not here may still be one of this repository; `undefined` when it can't. */
  readonly missingCommits: string | undefined
  /** The same for tags. */
  readonly missingTags: string | undefined
}

/** From the files of the git directory; no process. */
export const cloneFact = defineFact<Clone>('clone', ({ root, source }) => {
  const both = (reason: string): Clone => ({ missingCommits: reason, missingTags: reason })
  if (source.gitDirectory === undefined || source.head === undefined) return both('there is no git history')
  if (source.shallow) return both('history is shallow, fetch with depth 0')
  const checkout = findCheckout(root)
  const config = checkout === undefined ? '' : readText(path.join(checkout.commonDirectory, 'config'))
  const tagless = /^\s*tagopt\s*=\s*"?--no-tags/im.test(config) ? 'the clone was made without tags: run `git fetch --tags`' : undefined
  if (/^\s*(?:promisor|partialclonefilter)\s*=/im.test(config)) return { missingCommits: 'the clone is partial, fetch all of it', missingTags: tagless }
  const branches = [...config.matchAll(/^\s*fetch\s*=\s*(\S+)/gim)].map(match => match[1] ?? '').filter(refspec => refspec.includes('refs/heads/'))
  const single = branches.length > 0 && !branches.some(refspec => refspec.includes('refs/heads/*'))
  return { missingCommits: single ? 'the clone has a single branch: fetch the others' : undefined, missingTags: tagless }
})

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
