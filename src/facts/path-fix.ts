/** Another path in the place of one that a document names, written as the old one was. */
import type { PathTarget } from '../analysis/paths/mention.ts'
import { joinPath, relativePath } from '../core/paths.ts'
import type { Reference } from '../core/reference.ts'
import type { Repository } from '../core/repository.ts'
import type { Fix } from '../core/verdict.ts'
import { filesFact, folderOf } from './files.ts'
import { candidatesOf, findPath, type WrittenPath } from './resolve-path.ts'

/**
 * The edit that makes a reference name `to`: from the document, from the root or from a folder, as it was written.
 * @param written what the reference stands for
 * @param from the full path that it meant and that is not there
 * @param to a path that exists
 * @returns `undefined` where the new words could be read as another path than `to`
 */
export function pathFix(
  reference: Reference<PathTarget>, written: WrittenPath, repository: Repository, { from, to }: { readonly from: string, readonly to: string }, safety: Fix['safety'],
): Fix | undefined {
  const { target, subject, start } = reference
  const at = subject.indexOf(target.path)
  if (at < 0 || target.glob || written.path !== target.path) return undefined
  const lead = subject.slice(0, at).endsWith('./') ? './' : ''
  const text = spellings(reference, written, from, to).find(spelling => means(spelling, lead, reference.path, written, repository, to))
  if (text === undefined || text === target.path) return undefined
  const full = text.startsWith('../') ? text : lead + text
  return { safety, range: [start + at - lead.length, start + at + target.path.length], text: full, title: `Replace by \`${full}\`` }
}

/** How `to` can be written, the likeliest first. */
function spellings({ path, target }: Reference<PathTarget>, written: WrittenPath, from: string, to: string): readonly string[] {
  if (target.path.startsWith('/')) return [`/${to}`]
  const relative = relativePath(folderOf(path), to)
  // What leads out of the document's folder, or begins with a dot, was written from there.
  if (target.explicit && joinPath(folderOf(path), target.path) === from) return [relative]
  const base = from.endsWith(`/${target.path}`) ? from.slice(0, -target.path.length) : undefined
  const sameBase = base === undefined || !to.startsWith(base) ? [] : [to.slice(base.length)]
  const inFolder = (written.first ?? []).flatMap(folder => (joinPath(folder, target.path) === from ? [relativePath(folder, to)] : []))
  return [...sameBase, ...inFolder, to]
}

/** Whether a spelling is found, and nothing else that could be meant. */
function means(spelling: string, lead: string, document: string, written: WrittenPath, repository: Repository, to: string): boolean {
  if (spelling.startsWith('../') && joinPath(folderOf(document), spelling) === to) return true
  const found = findPath(repository, document, { ...written, path: spelling })
  if (found?.path !== to) return false
  if (found.how === 'suffix') return repository.get(filesFact).withSuffix(spelling).length === 1
  // `./x` is the document's folder first.
  return found.how === 'exact' && (lead === '' || candidatesOf(document, { path: spelling, suffix: false }).includes(to))
}
