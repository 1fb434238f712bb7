/** Files on disk, never beyond the root of the checkout. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { rawName } from './names.ts'

/** Reads a file, following links only while they stay inside the root. */
export function readInside(root: string, file: string): Buffer | undefined {
  const raw = rawName(file)
  const absolute = path.join(root, file)
  try {
    if (raw !== undefined) return readPlain(Buffer.concat([Buffer.from(root + path.sep), raw]))
    if (OPEN_PLAIN !== undefined && isPlainBelow(root, absolute)) {
      const bytes = readUnlinked(absolute, OPEN_PLAIN)
      if (bytes !== 'link') return bytes
    }
    const stat = lstatSync(absolute)
    if (stat.isDirectory()) return undefined
    if (stat.isSymbolicLink() || !isPlainBelow(root, absolute)) {
      const real = realpathSync(absolute)
      if (!isInside(root, real) || !statSync(real).isFile()) return undefined
      return readFileSync(real)
    }
    return stat.isFile() ? readFileSync(absolute) : undefined
  } catch {
    return undefined
  }
}

/** Opens no link and waits for no pipe; `undefined` where the system can't promise that (Windows). */
const OPEN_PLAIN = constants.O_NOFOLLOW as number | undefined === undefined || constants.O_NONBLOCK as number | undefined === undefined
  ? undefined
  : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Reads a plain file with one look at it less than `lstat` and `readFileSync` need; `link` for a symbolic link. */
function readUnlinked(absolute: string, flags: number): Buffer | undefined | 'link' {
  let file: number
  try {
    file = openSync(absolute, flags)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // EMLINK on FreeBSD.
    return code === 'ELOOP' || code === 'EMLINK' ? 'link' : undefined
  }
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) return undefined
    const bytes = Buffer.allocUnsafeSlow(stat.size)
    let read = 0
    while (read < stat.size) {
      const more = readSync(file, bytes, read, stat.size - read, null)
      if (more === 0) break
      read += more
    }
    // A file of a virtual file system says that it is empty.
    return stat.size === 0 ? readFileSync(file) : bytes.subarray(0, read)
  } finally {
    closeSync(file)
  }
}

/** A file whose name is not UTF-8: read only when it is a plain file in folders that are no links. */
function readPlain(absolute: Buffer): Buffer | undefined {
  const real = realpathSync.native(absolute, { encoding: 'buffer' })
  return real.equals(absolute) && lstatSync(absolute).isFile() ? readFileSync(absolute) : undefined
}

const plainFolders = new Map<string, boolean>()

/** Whether no folder between the root and the file is a link; remembered per folder. */
function isPlainBelow(root: string, absolute: string): boolean {
  const folder = path.dirname(absolute)
  if (folder.length <= root.length) return true
  const known = plainFolders.get(folder)
  if (known !== undefined) return known
  const plain = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true && isPlainBelow(root, folder)
  plainFolders.set(folder, plain)
  return plain
}

/** Whether an absolute path is a folder or lies below it. Links are not followed. */
export function isInside(root: string, absolute: string): boolean {
  const relative = path.relative(root, absolute)
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
}

/** Whether something stands at the path in exactly this letter case, without leaving the root through a link. */
export function existsInside(root: string, file: string): boolean {
  const absolute = path.join(root, file)
  if (!isInside(root, absolute)) return false
  try {
    return isInside(root, realpathSync(absolute)) && path.basename(realpathSync.native(absolute)) === path.basename(absolute)
  } catch {
    return false
  }
}
