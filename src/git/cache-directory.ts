/** Where doc-lockdown remembers things: the user's cache folder, never the repository. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/** `DOC_LOCKDOWN_CACHE`, or the platform's cache folder. */
function cacheRoot(): string {
  const named = process.env['DOC_LOCKDOWN_CACHE']
  if (named !== undefined && named !== '') return path.resolve(named)
  if (process.platform === 'win32') return path.join(process.env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'), 'doc-lockdown', 'Cache')
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'doc-lockdown')
  return path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'doc-lockdown')
}

/** The folder for one repository, by its git directory. */
export function cacheDirectory(gitDirectory: string): string {
  return path.join(cacheRoot(), createHash('sha1').update(gitDirectory).digest('hex').slice(0, 16))
}

/** Set to false (`--no-cache`) to neither read nor write. */
export const cacheSwitch = { enabled: true }

/** Reads a cache file as text; `undefined` when it is not there or caching is off. */
export function readCacheFile(gitDirectory: string | undefined, name: string): string | undefined {
  if (gitDirectory === undefined || !cacheSwitch.enabled) return undefined
  try {
    return readFileSync(path.join(cacheDirectory(gitDirectory), name), 'utf8')
  } catch {
    return undefined
  }
}

/** Writes a cache file atomically; a cache that can't be written is no reason to fail. */
export function writeCacheFile(gitDirectory: string | undefined, name: string, text: string): void {
  if (gitDirectory === undefined || !cacheSwitch.enabled) return
  const directory = cacheDirectory(gitDirectory)
  const temporary = path.join(directory, `${name}.${String(process.pid)}`)
  try {
    mkdirSync(directory, { recursive: true })
    writeFileSync(temporary, text)
    renameSync(temporary, path.join(directory, name))
  } catch {
    // A read-only home or a full disk: the next run is slower, nothing else.
  }
}
