/** Where doc-lockdown remembers things: the user's cache folder, never the repository. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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

/**
 * A file name for a text: its readable end and 53 bits of hash (cyrb53). Not `node:crypto`, whose loading (4 ms) would be
 * a tenth of a run in which nothing changed.
 */
export function nameFor(text: string): string {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  const hash = (4294967296 * (2097151 & high) + (low >>> 0)).toString(36)
  return `${text.replace(/[/\\]\.git$/, '').slice(-40).replace(/[^\w.-]+/g, '-').replace(/^[-.]+/, '')}-${hash}`
}

/** The folder for one repository, by its git directory. */
export function cacheDirectory(gitDirectory: string): string {
  return path.join(cacheRoot(), nameFor(gitDirectory))
}

/** Set to false (`--no-cache`) to neither read nor write. */
export const cacheSwitch = { enabled: true }

/** Reads a cache file as text; `undefined` when it is not there or caching is off. */
export function readCacheFile(gitDirectory: string | undefined, name: string): string | undefined {
  return readCacheBytes(gitDirectory, name)?.toString('utf8')
}

/** The same as bytes. */
export function readCacheBytes(gitDirectory: string | undefined, name: string): Buffer | undefined {
  return gitDirectory === undefined || !cacheSwitch.enabled ? undefined : readSharedFile(path.join(nameFor(gitDirectory), name))
}

/** Reads a cache file that belongs to no repository. */
export function readSharedFile(name: string): Buffer | undefined {
  try {
    return readFileSync(path.join(cacheRoot(), name))
  } catch {
    return undefined
  }
}

/** Writes a cache file that belongs to no repository. */
export function writeSharedFile(name: string, bytes: Buffer): void {
  if (cacheSwitch.enabled) writeInto(cacheRoot(), name, bytes)
}

/** Writes a cache file atomically; a cache that can't be written is no reason to fail. */
export function writeCacheFile(gitDirectory: string | undefined, name: string, content: string | Buffer): void {
  if (gitDirectory !== undefined && cacheSwitch.enabled) writeInto(cacheDirectory(gitDirectory), name, content)
}

/** Node's own recursive `mkdir` never ends where a file system answers ENOENT to every attempt, as /proc does. */
function makeFolder(directory: string): void {
  if (existsSync(directory)) return
  const above = path.dirname(directory)
  if (above !== directory) makeFolder(above)
  try {
    mkdirSync(directory)
  } catch (error) {
    // Another run may have made it in the meantime.
    if (!existsSync(directory)) throw error
  }
}

function writeInto(directory: string, name: string, content: string | Buffer): void {
  const temporary = path.join(directory, `${name}.${String(process.pid)}`)
  try {
    makeFolder(directory)
    writeFileSync(temporary, content)
    renameSync(temporary, path.join(directory, name))
  } catch {
    // A read-only home or a full disk: the next run is slower, nothing else.
  }
}
