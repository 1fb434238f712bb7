/** The committed versions of one file, oldest first. */
import { git, GitError } from './run.ts'

export interface FileVersion {
  /** Full commit id. */
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
  readonly text: string
}

/** So many of the latest versions are read. */
const MOST_VERSIONS = 200

/**
 * Reads what a file once was, along first parents; renames are not followed.
 * @param head the commit to walk from
 * @param path from the root
 * @returns empty when git can't tell
 */
export function readFileVersions(directory: string, head: string, path: string): readonly FileVersion[] {
  try {
    const log = git(directory, [
      'log', head, `--max-count=${String(MOST_VERSIONS)}`, '--first-parent', '--diff-merges=first-parent', '--raw', '--no-renames', '--no-abbrev',
      '--diff-filter=AM', '--format=commit %H %ct', '--', `:(literal)${path}`,
    ]).toString('utf8')
    const found = [...log.matchAll(/^commit ([0-9a-f]{40,64}) (\d+)\n+:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) /gm)].reverse()
    if (found.length === 0) return []
    const bytes = git(directory, ['cat-file', '--batch'], `${found.map(match => match[3] ?? '').join('\n')}\n`)
    const versions: FileVersion[] = []
    let at = 0
    for (const [, commit = '', time = '0'] of found) {
      const lineEnd = bytes.indexOf(10, at)
      const size = / blob (\d+)$/.exec(bytes.toString('latin1', at, lineEnd))?.[1]
      at = lineEnd + 1
      if (size === undefined) continue
      versions.push({ commit, time: Number(time), text: bytes.toString('utf8', at, at + Number(size)) })
      at += Number(size) + 1
    }
    return versions
  } catch (error) {
    if (error instanceof GitError) return []
    throw error
  }
}
