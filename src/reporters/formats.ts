/** The formats of a report, each once: flags, help and reporters are held to this list. Apart from the reporters, so that naming them loads none. */

export interface Format {
  /** What it is for, in a few words. */
  readonly help: string
  /** Whether it can list every claim, as `references` does. */
  readonly listsClaims: boolean
  /** Whether it shows every claim in whatever is asked: then all of them are kept, and the state of the whole checkout is named. */
  readonly isEvidence?: true
}

export const FORMATS = {
  text: { help: 'for people', listsClaims: true },
  json: { help: 'for programs', listsClaims: true },
  sarif: { help: 'for code scanning', listsClaims: false },
  github: { help: 'for annotations in GitHub Actions', listsClaims: false },
  junit: { help: 'for test reports', listsClaims: false },
  html: { help: 'for auditors and reviewers: one page of evidence', listsClaims: true, isEvidence: true },
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]

/** Whether a format shows every claim with what it speaks of. */
export function isEvidence(name: FormatName): boolean {
  const format: Format = FORMATS[name]
  return format.isEvidence === true
}

/** Whether a word names a format. */
export function isFormat(word: string): word is FormatName {
  return Object.hasOwn(FORMATS, word)
}
