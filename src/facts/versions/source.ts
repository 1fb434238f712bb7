/** Places of a checkout that say which version is needed or used. */
import validRange from 'semver/ranges/valid.js'

/**
 * - `needs`: a requirement ("engines"): the lowest version of it is what a reader must have
 * - `has`: what is installed or run ("nvmrc", an image, a lock): one version, or several that are all in use
 */
export type SourceKind = 'needs' | 'has'

export interface VersionSource {
  readonly tool: string
  readonly kind: SourceKind
  /** In the language of npm's ranges. */
  readonly range: string
  /** As the file writes it. */
  readonly written: string
  /** What in the file says so: `engines.node`; '' where the whole file does. */
  readonly key: string
  readonly path: string
  /** 1-based. */
  readonly line: number
  /** Made to be followed (manifests, version files), not only what a build or a test happens to run on. */
  readonly declared: boolean
}

/** A source before its file is known. */
export type FoundVersion = Omit<VersionSource, 'path'>

/** Says that a file needs a version; nothing when the range can't be read. */
export function needs(tool: string, range: string, written: string, key: string, line: number): FoundVersion[] {
  return validRange(range) === null ? [] : [{ tool, kind: 'needs', range, written, key, line, declared: true }]
}

/** Says that a file chooses versions; nothing when none can be read. */
export function has(tool: string, versions: readonly string[], written: string, key: string, line: number, declared = true): FoundVersion[] {
  const range = versions.flatMap(one => versionOf(tool, one) ?? []).join(' || ')
  return range === '' ? [] : [{ tool, kind: 'has', range, written, key, line, declared }]
}

/** `v20.11.0`, `20.x`, `20-alpine`, `temurin-17.0.8+7`, `>=18`: as a range; `undefined` for `lts/*`, `latest`, `stable`. */
export function versionOf(tool: string, written: string): string | undefined {
  const text = written.trim().replace(/^["']|["']$/g, '')
  const plain = /^(?:[a-z][a-z-]{0,30}-)?v?(\d{1,4}(?:\.\d{1,6}){0,2})(?:(?:\.[xX*]){1,2})?(?:[-+_.@].*)?$/.exec(text)
  if (plain !== null && !/^(?:pypy|lts|nightly|canary)/.test(text)) return normalised(tool, plain[1] ?? '')
  return /^[<>=~^]/.test(text) && validRange(text) !== null ? text : undefined
}

/** Java 8 calls itself 1.8 as well. */
export function normalised(tool: string, version: string): string {
  return tool === 'java' ? version.replace(/^1\.(?=[5-8]\b)/, '') : version
}

/** The 1-based line of an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
