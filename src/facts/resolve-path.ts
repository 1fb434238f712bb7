/** Which file a written path means: people write from the document, the root, the package, a folder they are in, or a part only. */
import { joinPath } from '../core/paths.ts'
import type { Repository } from '../core/repository.ts'
import { filesFact, folderOf, type Files } from './files.ts'

/** How a written path was found. */
export interface Found {
  readonly path: string
  readonly how: 'exact' | 'extension' | 'suffix' | 'link' | 'submodule'
}

export interface WrittenPath {
  /** Forward slashes, no trailing slash; may start with `../` or `/`. */
  readonly path: string
  /** Folders to try before the document's own, from the root: a `cd`, a sibling. */
  readonly first?: readonly string[]
  /** Whether a part of a path (its last names) will do. */
  readonly suffix: boolean
}

/** The folders a path may be relative to, nearest first: the document's folder, its ancestors, the root. */
export function basesOf(documentPath: string, first: readonly string[] = []): readonly string[] {
  const bases = new Set(first)
  for (let folder = folderOf(documentPath); ; folder = folderOf(folder)) {
    bases.add(folder)
    if (folder === '') return [...bases]
  }
}

/** Every full path that a written path may stand for, most likely first. */
export function candidatesOf(documentPath: string, written: WrittenPath): readonly string[] {
  const { path } = written
  const candidates = new Set<string>()
  const add = (candidate: string | undefined): void => {
    if (candidate !== undefined && candidate !== '') candidates.add(candidate)
  }
  if (path.startsWith('/')) {
    add(joinPath('', path))
    return [...candidates]
  }
  for (const base of basesOf(documentPath, written.first)) add(joinPath(base, path))
  // `../../x` is often written from a folder that the text does not name.
  if (path.startsWith('../')) add(joinPath('', path.replace(/^(?:\.\.\/)+/, '')))
  return [...candidates]
}

/** Endings that are left out where a module or page is meant. */
const LEFT_OUT = ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '.mts', '.cts', '.d.ts', '.vue', '.svelte', '.py', '.rs', '.go', '.rb', '.java', '.kt', '.swift', '.md', '.mdx', '.json', '.sh', '.yml', '.yaml', '.html', '.css', '.scss', '.php', '.cs', '.ex', '.lua']
/** What is written in an import, and the source it stands for. */
const COMPILED: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'], '.jsx': ['.tsx'], '.mjs': ['.mts'], '.cjs': ['.cts'], '.d.ts': ['.ts'],
}

/** Finds what a written path means; `undefined` when nothing fits. */
export function findPath(repository: Repository, documentPath: string, written: WrittenPath): Found | undefined {
  const files = repository.get(filesFact)
  const candidates = candidatesOf(documentPath, written)
  for (const path of candidates) if (exists(files, path)) return { path, how: 'exact' }
  for (const path of candidates) {
    const other = withOtherEnding(files, path)
    if (other !== undefined) return { path: other, how: 'extension' }
  }
  for (const path of candidates) {
    const behind = throughLink(repository, path)
    if (behind !== undefined) return behind
  }
  if (!written.suffix) return undefined
  const tail = written.path.replace(/^(?:\.{1,2}\/|\/)+/, '')
  const [match] = files.withSuffix(tail)
  if (match !== undefined) return { path: match, how: 'suffix' }
  if (!tail.includes('/')) return undefined
  for (const ending of LEFT_OUT) {
    const [open] = /\.\w+$/.test(tail) ? [] : files.withSuffix(tail + ending)
    if (open !== undefined) return { path: open, how: 'suffix' }
  }
  const compiled = withoutCompiled(tail).map(path => files.withSuffix(path)[0]).find(path => path !== undefined)
  return compiled === undefined ? undefined : { path: compiled, how: 'suffix' }
}

function exists(files: Files, path: string): boolean {
  return files.has(path) || files.hasFolder(path)
}

function withOtherEnding(files: Files, path: string): string | undefined {
  for (const other of withoutCompiled(path)) if (files.has(other)) return other
  if (/\.(?:\w{1,5})$/.test(path) && !/\.(?:test|spec|config|stories|d|web|server|client|module|controller|service)$/.test(path)) return undefined
  for (const ending of LEFT_OUT) if (files.has(path + ending)) return path + ending
  return undefined
}

function withoutCompiled(path: string): readonly string[] {
  for (const [written, sources] of Object.entries(COMPILED)) {
    if (path.endsWith(written)) return sources.map(source => path.slice(0, -written.length) + source)
  }
  return []
}

/** A path that leads through a tracked link or into a submodule: the listing does not know what lies behind it. */
function throughLink(repository: Repository, path: string): Found | undefined {
  for (let at = path; at !== ''; at = folderOf(at)) {
    const mode = repository.source.files.get(at)?.mode
    if (mode === '160000') return { path: at, how: 'submodule' }
    if (mode === '120000' && at !== path) {
      return repository.source.kind !== 'worktree' || repository.source.existsOnDisk(path) ? { path, how: 'link' } : undefined
    }
  }
  return undefined
}
