/** A folder outside of git: its files as they lie on disk, without what its ignore files name. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Ignore } from 'ignore'
import type { ContentSource, FileEntry } from '../core/source.ts'
import { UserError } from '../core/user-error.ts'
import { existsInside, readInside } from '../git/inside.ts'

/** Never looked into, whether an ignore file names them or not. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn'])

/** Somebody's home or disk is no repository. */
const MOST_FILES = 100_000

/** The ignore files above and in a folder, nearest last. */
interface Scope {
  readonly folder: string
  readonly rules: Ignore
}

/**
 * Opens a folder. Links are listed, but never followed.
 * @param root absolute
 * @throws UserError when it holds more than 100,000 files
 */
export function openFolder(root: string): ContentSource {
  const files = new Map<string, FileEntry>()
  const hash = createHash('sha1')
  const pending: (readonly [folder: string, scopes: readonly Scope[]])[] = [['', []]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [folder, outer] = next
    if (files.size > MOST_FILES) throw new UserError(`${root} is no git repository and holds more than ${String(MOST_FILES)} files. Work in a smaller folder, or run "git init".`)
    const entries = entriesOf(path.join(root, folder))
    const scopes = entries.some(entry => entry.name === '.gitignore') ? [...outer, ...scopeOf(root, folder)] : outer
    for (const entry of entries) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (SKIPPED.has(entry.name) || isIgnored(entry.isDirectory() ? `${file}/` : file, scopes)) continue
      if (entry.isDirectory()) pending.push([file, scopes])
      else if (entry.isSymbolicLink()) files.set(file, { mode: '120000', blob: undefined })
      else if (entry.isFile()) {
        files.set(file, { mode: '100644', blob: undefined })
        const stat = statSync(path.join(root, file), { throwIfNoEntry: false })
        hash.update(`${file}\0${String(stat?.size)}\0${String(stat?.mtimeMs)}\0`)
      }
    }
  }
  return {
    kind: 'worktree',
    head: undefined,
    gitDirectory: undefined,
    shallow: false,
    files,
    fingerprint: hash.digest('hex'),
    read: file => readInside(root, file),
    prefetch: () => undefined,
    existsOnDisk: file => existsInside(root, file),
  }
}

/** A folder that can't be listed is empty. Sorted, so that the fingerprint depends on content alone. */
function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function scopeOf(root: string, folder: string): Scope[] {
  try {
    const { default: ignore } = createRequire(import.meta.url)('ignore') as { readonly default: () => Ignore }
    const rules = ignore().add(readFileSync(path.join(root, folder, '.gitignore'), 'utf8'))
    return [{ folder: folder === '' ? '' : `${folder}/`, rules }]
  } catch {
    return []
  }
}

/** The nearest ignore file that says something of the path decides. */
function isIgnored(file: string, scopes: readonly Scope[]): boolean {
  for (const { folder, rules } of scopes.toReversed()) {
    const verdict = rules.test(file.slice(folder.length))
    if (verdict.ignored || verdict.unignored) return verdict.ignored
  }
  return false
}
