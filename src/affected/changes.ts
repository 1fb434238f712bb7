/** What changed between two states of a repository. */
import type { ContentSource } from '../core/source.ts'
import type { Checkout } from '../git/checkout.ts'
import { readName } from '../git/names.ts'
import { git } from '../git/run.ts'

export interface Change {
  readonly path: string
  readonly kind: 'added' | 'deleted' | 'modified'
  /** The blob before; '' for an added file. */
  readonly before: string
}

/**
 * Staged changes: the index against HEAD. Renames count as a deletion and an addition.
 * @returns `undefined` before the first commit, when everything is new
 */
export function stagedChanges(checkout: Checkout, head: string | undefined): readonly Change[] | undefined {
  if (head === undefined) return undefined
  return readRaw(git(checkout.root, ['diff-index', '--cached', ...RAW, head, '--']))
}

/**
 * Changes of the work tree against a commit, untracked files included.
 * @throws GitError when the revision names no commit
 */
export function changesSince(checkout: Checkout, revision: string, source: ContentSource): readonly Change[] {
  const commit = git(checkout.root, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`]).toString('utf8').trim()
  const changes = [...readRaw(git(checkout.root, ['diff-index', ...RAW, commit, '--']))]
  const known = new Set(changes.map(change => change.path))
  for (const [path, entry] of source.files) {
    if (entry.blob === undefined && !known.has(path)) changes.push({ path, kind: 'added', before: '' })
  }
  return changes
}

const RAW = ['--raw', '-z', '--no-renames', '--no-abbrev', '--ignore-submodules=none'] as const

/** Records are `:mode mode blob blob STATUS NUL path NUL`. */
function readRaw(output: Buffer): Change[] {
  const changes: Change[] = []
  for (let at = 0; at < output.length;) {
    const headerEnd = output.indexOf(0, at)
    const pathEnd = output.indexOf(0, headerEnd + 1)
    if (headerEnd < 0 || pathEnd < 0) break
    const [, , before = '', , status = ''] = output.toString('latin1', at, headerEnd).split(' ')
    const kind = status.startsWith('A') ? 'added' : status.startsWith('D') ? 'deleted' : 'modified'
    changes.push({ path: readName(output, headerEnd + 1, pathEnd), kind, before: kind === 'added' ? '' : before })
    at = pathEnd + 1
  }
  return changes
}
