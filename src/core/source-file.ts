/** A file of code as rules about code see it. */
import { defineFact } from './repository.ts'
import type { ContentSource } from './source.ts'

/** What a file is written in, as far as rules tell apart. `manifest` is a package.json, `workflow` one of GitHub Actions. */
export const LANGUAGES = ['javascript', 'shell', 'powershell', 'sql', 'workflow', 'manifest', 'dockerfile', 'makefile', 'yaml', 'dotenv'] as const

export type Language = (typeof LANGUAGES)[number]

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string
  /** Without a byte order mark. */
  readonly text: string
  readonly language: Language
  /** What the host has parsed already: an ESTree program and a scope manager, of whichever parser the user has. */
  readonly parsed?: { readonly program: unknown; readonly scopes: unknown } | undefined
}

const BY_NAME: readonly (readonly [RegExp, Language])[] = [
  [/\.[cm]?[jt]sx?$/i, 'javascript'],
  [/(?:^|\/)package\.json$/, 'manifest'],
  [/^\.github\/(?:workflows\/[^/]+|actions\/.+)\.ya?ml$/i, 'workflow'],
  [/\.(?:sh|bash|zsh|ksh)$/i, 'shell'],
  [/^\.(?:husky|githooks)\/(?:[^/]+\/)*[^/.]+$/, 'shell'],
  [/(?:^|\/)\.envrc$/, 'shell'],
  [/\.psm?1$/i, 'powershell'],
  [/\.sql$/i, 'sql'],
  [/(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.dockerfile$/i, 'dockerfile'],
  [/(?:^|\/)(?:GNUm|m|M)akefile$|\.mk$/, 'makefile'],
  [/\.ya?ml$/i, 'yaml'],
  [/(?:^|\/)\.env(?:\.[\w.-]+)?$/, 'dotenv'],
]

/** What a file is written in by its name; `undefined` for what no rule reads. Declarations of types run nothing. */
export function languageOf(path: string): Language | undefined {
  if (/\.d\.[cm]?ts$/i.test(path)) return undefined
  return BY_NAME.find(([pattern]) => pattern.test(path))?.[1]
}

/** Larger files are generated clients and bundles. In bytes. */
const MOST_BYTES = 500_000

/**
 * Files of code by path, each read once; `undefined` for none, a link, a huge or binary file, and a language that no rule
 * reads.
 */
export const sourceFilesFact = defineFact<(path: string) => SourceFile | undefined>('source files', ({ source }) => {
  const read = new Map<string, SourceFile | undefined>()
  return (path) => {
    if (!read.has(path)) read.set(path, readSourceFile(source, path))
    return read.get(path)
  }
})

function readSourceFile(source: ContentSource, path: string): SourceFile | undefined {
  const language = languageOf(path)
  if (language === undefined || source.files.get(path)?.mode === '120000') return undefined
  const bytes = source.read(path)
  if (bytes === undefined || bytes.length > MOST_BYTES || bytes.includes(0)) return undefined
  return { path, language, text: bytes.toString('utf8').replace(/^\uFEFF/, '') }
}
