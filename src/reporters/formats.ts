/** The formats of a report, each once: flags, help and reporters are held to this list. Apart from the reporters, so that naming them loads none. */

export interface Format {
  /** What it is for, in a few words. */
  readonly help: string
  /** Whether it can list every claim, as `references` does. */
  readonly listsClaims: boolean
}

export const FORMATS = {
  text: { help: 'for people', listsClaims: true },
  json: { help: 'for programs', listsClaims: true },
  sarif: { help: 'for code scanning', listsClaims: false },
  github: { help: 'for annotations in GitHub Actions', listsClaims: false },
  junit: { help: 'for test reports', listsClaims: false },
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]

/** Whether a word names a format. */
export function isFormat(word: string): word is FormatName {
  return Object.hasOwn(FORMATS, word)
}
