/** Files and folders whose times tell whether a checkout is still what it was. Loads nothing but `fs`: it is on the way of every run. */
import { lstatSync } from 'node:fs'
import path from 'node:path'

/** Time of content, time of the inode and size of each: three numbers per path, -1 for what is not there. */
export type Stamps = Float64Array

/**
 * Takes the stamps of paths.
 * @param paths absolute, or from `root`
 */
export function takeStamps(root: string, paths: readonly string[]): Stamps {
  const stamps = new Float64Array(paths.length * 3)
  paths.forEach((one, index) => {
    const stat = lstatSync(path.isAbsolute(one) ? one : `${root}/${one}`, { throwIfNoEntry: false })
    stamps[index * 3] = stat?.mtimeMs ?? -1
    stamps[index * 3 + 1] = stat?.ctimeMs ?? -1
    // The size of a folder says nothing that its time does not.
    stamps[index * 3 + 2] = stat === undefined ? -1 : stat.isDirectory() ? 0 : stat.size
  })
  return stamps
}

/** Whether something changed so lately (milliseconds since 1970) that a further change could leave the same times behind. */
export function isRacy(stamps: Stamps, since: number): boolean {
  for (let at = 0; at < stamps.length; at += 3) if ((stamps[at] ?? 0) >= since || (stamps[at + 1] ?? 0) >= since) return true
  return false
}

export function encodeStamps(stamps: Stamps): string {
  return Buffer.from(stamps.buffer).toString('base64')
}
