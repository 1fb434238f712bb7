/** A file of code as rules about code see it. */

/** What a file is written in, as far as rules tell apart. `manifest` is a package.json, `workflow` one of GitHub Actions. */
export type Language = 'javascript' | 'shell' | 'powershell' | 'sql' | 'workflow' | 'manifest' | 'dockerfile' | 'yaml'

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
  [/\.psm?1$/i, 'powershell'],
  [/\.sql$/i, 'sql'],
  [/(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.dockerfile$/i, 'dockerfile'],
  [/\.ya?ml$/i, 'yaml'],
]

/** What a file is written in by its name; `undefined` for what no rule reads. Declarations of types run nothing. */
export function languageOf(path: string): Language | undefined {
  if (/\.d\.[cm]?ts$/i.test(path)) return undefined
  return BY_NAME.find(([pattern]) => pattern.test(path))?.[1]
}
