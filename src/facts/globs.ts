/** Which globs match something in the repository. */
import picomatch from 'picomatch'
import { defineFact } from '../core/repository.ts'
import { filesFact, type Files } from './files.ts'

export interface Glob {
  /** Whether a path matches one of the patterns. */
  readonly match: (path: string) => boolean
  /** Whether a file or folder of the repository does. */
  readonly found: boolean
}

export interface Globs {
  /** Looks for files and folders (from the root) that match one of the patterns. */
  find(patterns: readonly string[]): Glob
}

/** Every set of patterns is compiled and held against the files once: documents repeat each other's globs. */
export const globsFact = defineFact<Globs>('globs', (repository) => {
  const files = repository.get(filesFact)
  const known = new Map<string, Glob>()
  return {
    find(patterns) {
      const key = patterns.join('\n')
      let glob = known.get(key)
      if (glob === undefined) {
        const match = picomatch([...patterns], { dot: true })
        glob = { match, found: isThere(files, patterns.map(pattern => [picomatch(pattern, { dot: true }), certainPart(pattern)])) }
        known.set(key, glob)
      }
      return glob
    },
  }
})

function isThere(files: Files, globs: readonly (readonly [match: (path: string) => boolean, part: string])[]): boolean {
  for (const paths of [files.paths.keys(), files.folders()]) {
    for (const path of paths) for (const [match, part] of globs) if (path.includes(part) && match(path)) return true
  }
  return false
}

/**
 * The longest text that every match contains, '' when it is not certain. Looking for it is ten times as fast as the
 * regular expression of a glob.
 */
export function certainPart(pattern: string): string {
  const plain = pattern.replace(/^(?:\.\/)+/, '').replace(/\{[^{}]*\}|\[[^[\]]*\]|\?/g, '*')
  if (!/^[\w.*/ -]*$/.test(plain)) return ''
  let longest = ''
  for (const part of plain.split(/[*/]+/)) if (part.length > longest.length) longest = part
  return longest
}
