/** Another file in the place of a link's, the destination written as it was. */
import type { LocalTarget } from '../analysis/links/mentions.ts'
import { relativePath } from '../core/paths.ts'
import type { Repository } from '../core/repository.ts'
import type { Fix } from '../core/verdict.ts'
import { filesFact, folderOf } from './files.ts'
import { hasEnding, locateLink } from './link-target.ts'

/**
 * The edit that makes a link lead to `to`. Only the path changes: brackets, title, query and fragment stay where they are.
 * @param from the document
 * @param to a file or folder from the root
 * @returns `undefined` where a link so written would lead elsewhere: to a page that a site serves under that address
 */
export function linkFix(repository: Repository, from: string, target: LocalTarget, to: string, safety: Fix['safety']): Fix | undefined {
  const path = [withoutEnding(target, to), to].map(one => writtenAs(target, from, one, repository)).find((written) => {
    const located = locateLink(repository, from, written)
    return (located.how === 'file' || located.how === 'folder') && located.path === to
  })
  if (path === undefined) return undefined
  const text = encodedPath(target.rootless === true ? path.replace(/^\/+/, '') : path)
  return { safety, range: target.pathRange, text, title: `Replace by \`${text}\`` }
}

/** A page is linked to without its ending where it was before. */
function withoutEnding({ path }: LocalTarget, to: string): string {
  return hasEnding(path) ? to : to.replace(/\.(?:mdx?|markdown)$/, '')
}

/** Absolute or relative, with `./` or without, with a slash at the end of a folder or without. */
function writtenAs({ path }: LocalTarget, from: string, to: string, repository: Repository): string {
  const relative = relativePath(folderOf(from), to)
  const dotted = path.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative
  const slash = path.endsWith('/') && repository.get(filesFact).hasFolder(to) ? '/' : ''
  return (path.startsWith('/') ? `/${to}` : dotted) + slash
}

const ENCODED: Readonly<Record<string, string>> = { '(': '%28', ')': '%29', '\'': '%27' }

/** A path as it can stand in a destination of any form: bare, in angle brackets, in quotes, in a table. */
export function encodedPath(path: string): string {
  return path.replace(/[\s()<>%#?"'`|&\\]/g, character => ENCODED[character] ?? encodeURIComponent(character))
}
