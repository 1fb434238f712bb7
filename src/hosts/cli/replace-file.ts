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

/** How messages call what was to be done. */
export interface Wording {
  /** As in "was not fixed". */
  readonly deed: string
  /** How to try again, as in "run again with --fix". */
  readonly again: string
}

const OF_FIXES: Wording = { deed: 'fixed', again: 'run again with --fix' }

/**
 * Replaces a file's content if it is still `before`. Links are followed inside the root only, and stay links; the mode stays.
 * @param root absolute
 * @param file from the root
 */
export function replaceFile(root: string, file: string, before: Buffer, after: Buffer, wording: Wording = OF_FIXES): Replacement {
  const refused = (why: string): Replacement => refusal(file, why, wording)
  const failed = (why: string): Replacement => failure(file, why, wording)
  if (rawName(file) !== undefined) return refused('its name is not UTF-8')
  let real: string
  try {
    real = realpathSync(path.join(root, file))
  } catch {
    return refused('it is not on disk')
  }
  if (!isInside(realpathSync(root), real)) return refused('it lies behind a link that leads out of the checkout')
  const temporary = path.join(path.dirname(real), `.doc-lockdown-${String(process.pid)}.tmp`)
  let made = false
  try {
    if (!readFileSync(real).equals(before)) return refused('it has changed since it was judged')
    const { mode, uid, gid } = statSync(real)
    // Renaming over a file that nobody may write would succeed, and so would the superuser's writing.
    if ((mode & 0o222) === 0) return failed('it is read-only')
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
    return failed(error instanceof Error && 'code' in error ? String(error.code) : String(error))
  }
}

/** What lies there is not what was expected. */
export function refusal(file: string, why: string, { deed }: Wording): Replacement {
  return { status: 'refused', message: `${file} was not ${deed}: ${why}.` }
}

/** The user must put something right first. */
export function failure(file: string, why: string, { deed, again }: Wording): Replacement {
  return { status: 'failed', message: `${file} can't be ${deed} (${why}). Make the file and its folder writable and ${again}.` }
}
