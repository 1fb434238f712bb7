import { realpathSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../core/user-error.ts'

/**
 * Turns paths of the command line into paths from the root.
 * @param written files, folders or globs; absolute or from `base`
 * @param base absolute folder from which relative paths are meant
 * @param root absolute root of the checkout, links resolved
 * @throws UserError for a path outside of the root
 */
export function pathsFromRoot(written: readonly string[], base: string, root: string): string[] {
  const from = real(base)
  return written.map(one => {
    const absolute = path.resolve(from, one)
    const inside = insideOf(root, absolute) ?? insideOf(root, path.join(real(path.dirname(absolute)), path.basename(absolute)))
    if (inside === undefined) throw new UserError(`${one} lies outside of the checkout ${root}. Give paths inside of it.`)
    return inside === '' ? '.' : inside
  })
}

/** Shows a path from the root as seen from a folder. */
export function pathShower(base: string, root: string): (path: string) => string {
  const from = real(base)
  if (from === root) return shown => shown
  return shown => path.relative(from, path.join(root, shown)).split(path.sep).join('/')
}

function insideOf(root: string, absolute: string): string | undefined {
  const relative = path.relative(root, absolute)
  if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) return undefined
  return relative.split(path.sep).join('/')
}

function real(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
