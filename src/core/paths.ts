/** Paths from the repository's root, with forward slashes: pure text, no file system. */

/**
 * Resolves a relative path against a folder.
 * @param folder from the root, '' for the root
 * @param path relative; `.`, `..` and doubled slashes are resolved, a slash at the end is dropped
 * @returns the path from the root ('' for the root itself), or `undefined` when it leaves the root
 */
export function joinPath(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** The relative path that leads from a folder to a path, both from the root. */
export function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/')
  const to = path.split('/')
  let same = 0
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}

/** Whether a path is a Markdown document. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|mdx|markdown|mdown|mkd)$/i.test(path)
}
