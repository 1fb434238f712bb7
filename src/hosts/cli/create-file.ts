/** Writing a file that is not there yet: whole or not at all, never over another and never outside of the root. */
import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isInside } from '../../git/inside.ts'
import { failure, refusal, type Replacement, type Wording } from './replace-file.ts'

/**
 * Creates a file; folders are made.
 * @param root absolute
 * @param file from the root
 * @param executable whether it may be run
 */
export function createFile(root: string, file: string, content: Buffer, executable: boolean, wording: Wording): Replacement {
  const target = path.join(root, file)
  const folder = path.dirname(target)
  const temporary = path.join(folder, `.doc-lockdown-${String(process.pid)}.tmp`)
  let made = false
  try {
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) return refusal(file, 'something is there already', wording)
    const ground = nearestFolder(folder)
    if (!isInside(realpathSync(root), realpathSync(ground))) return refusal(file, 'it would lie behind a link that leads out of the checkout', wording)
    // The superuser could, but should not.
    if ((statSync(ground).mode & 0o222) === 0) return failure(file, 'its folder is read-only', wording)
    mkdirSync(folder, { recursive: true })
    writeFileSync(temporary, content, { flag: 'wx' })
    made = true
    if (executable) chmodSync(temporary, 0o755)
    place(temporary, target)
    return { status: 'written', message: '' }
  } catch (error) {
    if (made) rmSync(temporary, { force: true })
    return failure(file, error instanceof Error && 'code' in error ? String(error.code) : String(error), wording)
  }
}

/** A second name fails where a file came to be meanwhile; renaming would replace it. */
function place(temporary: string, target: string): void {
  try {
    linkSync(temporary, target)
    rmSync(temporary)
  } catch (error) {
    // File systems without hard links.
    if (existsSync(target) || !(error instanceof Error && 'code' in error && /^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(String(error.code)))) throw error
    renameSync(temporary, target)
  }
}

/** The innermost folder that exists, a link counted as one. */
function nearestFolder(folder: string): string {
  let at = folder
  while (lstatSync(at, { throwIfNoEntry: false }) === undefined) at = path.dirname(at)
  return at
}
