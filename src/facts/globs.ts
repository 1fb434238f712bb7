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
        const matchers = patterns.map(pattern => [picomatch(pattern, { dot: true }), certainPart(pattern)] as const)
        const match = (path: string): boolean => {
          for (const [matches, part] of matchers) if (path.includes(part) && matches(path)) return true
          return false
        }
        glob = { match, found: isThere(files, match) }
        known.set(key, glob)
      }
      return glob
    },
  }
})

function isThere(files: Files, match: (path: string) => boolean): boolean {
  for (const path of files.paths.keys()) if (match(path)) return true
  for (const folder of files.folders()) if (match(folder)) return true
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
