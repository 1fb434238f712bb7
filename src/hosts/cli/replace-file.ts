/** Writing over a file of the checkout: whole or not at all, and never outside of the root. */
import { accessSync, chmodSync, chownSync, constants, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isInside } from '../../git/inside.ts'
import { rawName } from '../../git/names.ts'

/**
 * - `refused`: what lies there is not what was judged; it stays as it is
 * - `failed`: the user must put something right
 */
export interface Replacement {
  readonly status: 'written' | 'refused' | 'failed'
  /** A sentence; '' when it is written. */
  readonly message: string
}

const WRITTEN: Replacement = { status: 'written', message: '' }

/**
 * Replaces a file's content if it is still `before`. Links are followed inside the root only, and stay links; the mode stays.
 * @param root absolute
 * @param file from the root
 */
export function replaceFile(root: string, file: string, before: Buffer, after: Buffer): Replacement {
  if (rawName(file) !== undefined) return refused(file, 'its name is not UTF-8')
  let real: string
  try {
    real = realpathSync(path.join(root, file))
  } catch {
    return refused(file, 'it is not on disk')
  }
  if (!isInside(realpathSync(root), real)) return refused(file, 'it lies behind a link that leads out of the checkout')
  const temporary = path.join(path.dirname(real), `.doc-lockdown-${String(process.pid)}.tmp`)
  let made = false
  try {
    if (!readFileSync(real).equals(before)) return refused(file, 'it has changed since it was judged')
    const { mode, uid, gid } = statSync(real)
    // Renaming over a file that nobody may write would succeed, and so would the superuser's writing.
    if ((mode & 0o222) === 0) return failed(file, 'it is read-only')
    accessSync(real, constants.W_OK)
    writeFileSync(temporary, after, { flag: 'wx', mode })
    made = true
    const own = statSync(temporary)
    if (own.uid !== uid || own.gid !== gid) chownSync(temporary, uid, gid)
    chmodSync(temporary, mode)
    renameSync(temporary, real)
    return WRITTEN
  } catch (error) {
    if (made) rmSync(temporary, { force: true })
    return failed(file, error instanceof Error && 'code' in error ? String(error.code) : String(error))
  }
}

function refused(file: string, why: string): Replacement {
  return { status: 'refused', message: `${file} was not fixed: ${why}.` }
}

function failed(file: string, why: string): Replacement {
  return { status: 'failed', message: `${file} can't be fixed (${why}). Make the file and its folder writable and run again with --fix.` }
}
