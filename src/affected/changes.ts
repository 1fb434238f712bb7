/** What changed between two states of a repository. */
import type { ContentSource } from '../core/source.ts'
import type { Checkout } from '../git/checkout.ts'
import { readName } from '../git/names.ts'
import { git, GitError } from '../git/run.ts'

export interface Change {
  readonly path: string
  readonly kind: 'added' | 'deleted' | 'modified'
  /** The blob before; '' for an added file. */
  readonly before: string
  /** Lines of a modified file that came and went, where git counted them (not in binary files). */
  readonly lines?: { readonly added: number; readonly deleted: number }
}

/**
 * Staged changes: the index against HEAD. Renames count as a deletion and an addition.
 * @returns `undefined` before the first commit, when everything is new
 */
export function stagedChanges(checkout: Checkout, head: string | undefined): readonly Change[] | undefined {
  if (head === undefined) return undefined
  try {
    return readRaw(git(checkout.root, ['diff-index', '--cached', ...RAW, '--numstat', head, '--']))
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    // Lines can't be counted where blobs are missing (a partial clone).
    return readRaw(git(checkout.root, ['diff-index', '--cached', ...RAW, head, '--']))
  }
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
    if (entry.untracked === true && !known.has(path)) changes.push({ path, kind: 'added', before: '' })
  }
  return changes
}

const RAW = ['--raw', '-z', '--no-renames', '--no-abbrev', '--ignore-submodules=none'] as const

/** Records are `:mode mode blob blob STATUS NUL path NUL`, then, when lines were counted, `added TAB deleted TAB path NUL`. */
function readRaw(output: Buffer): Change[] {
  const changes: Change[] = []
  /** Links and submodules have no lines. */
  const plain = new Set<string>()
  let at = 0
  while (output[at] === COLON) {
    const headerEnd = output.indexOf(0, at)
    const pathEnd = output.indexOf(0, headerEnd + 1)
    if (headerEnd < 0 || pathEnd < 0) break
    const [modeBefore = '', modeAfter = '', before = '', , status = ''] = output.toString('latin1', at, headerEnd).split(' ')
    const kind = status.startsWith('A') ? 'added' : status.startsWith('D') ? 'deleted' : 'modified'
    const path = readName(output, headerEnd + 1, pathEnd)
    changes.push({ path, kind, before: kind === 'added' ? '' : before })
    if (kind === 'modified' && modeBefore.startsWith(':100') && modeAfter.startsWith('100')) plain.add(path)
    at = pathEnd + 1
  }
  if (at >= output.length) return changes
  const lines = readNumbers(output, at)
  return changes.map((change) => {
    const counted = plain.has(change.path) ? lines.get(change.path) : undefined
    return counted === undefined ? change : { ...change, lines: counted }
  })
}

const COLON = 58

function readNumbers(output: Buffer, from: number): ReadonlyMap<string, { readonly added: number; readonly deleted: number }> {
  const lines = new Map<string, { added: number; deleted: number }>()
  for (let at = from; at < output.length;) {
    const first = output.indexOf(9, at)
    const second = output.indexOf(9, first + 1)
    const end = output.indexOf(0, second + 1)
    if (first < 0 || second < 0 || end < 0) break
    const added = Number(output.toString('latin1', at, first))
    const deleted = Number(output.toString('latin1', first + 1, second))
    // Binary files have hyphens.
    if (Number.isInteger(added) && Number.isInteger(deleted)) lines.set(readName(output, second + 1, end), { added, deleted })
    at = end + 1
  }
  return lines
}
