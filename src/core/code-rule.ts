import type { Repository } from './repository.ts'
import type { OptionsSchema } from './rule.ts'
import type { Language, SourceFile } from './source-file.ts'
import type { Confidence } from './verdict.ts'

export interface CodeRuleMeta<Options> {
  /** One line in the form "Require …", "Disallow …" or "Enforce …", without a full stop. */
  readonly description: string
  readonly schema: OptionsSchema
  readonly defaultOptions: Options
  /** Sentences with `{{placeholders}}`, ending with a full stop. */
  readonly messages: Readonly<Record<string, string>>
  readonly recommended: boolean
  /** Whether findings may bring suggestions. There are no automatic fixes for safety. */
  readonly suggests: boolean
  /** The rule's page. Default: ours; `''` for none. */
  readonly url?: string | undefined
}

/**
 * A rule about code. It sees one file, its own tree, and of the rest of the repository only facts, so it runs unchanged on the
 * command line (with our parser) and in ESLint (with the user's).
 */
export interface CodeRule<Options extends object = object> {
  readonly id: string
  readonly meta: CodeRuleMeta<Options>
  /** What it can read. ESLint shows it JavaScript and manifests; `check` all of them. */
  readonly languages: readonly Language[]
  /**
   * Whether the rule has anything to do with a file, told by path and facts alone: what is not meant is not even read.
   * Dear facts are asked last.
   */
  concerns(path: string, repository: Repository, options: Options): boolean
  /** Every promise that the file breaks, or that it can't be decided. Never throws for the user's code, but for nesting that no stack holds. */
  judge(file: SourceFile, repository: Repository, options: Options): Iterable<CodeProblem | Undecided>
}

/** The answer to a file that is too much: where a budget has ended, that nothing was found proves nothing. */
export interface Undecided {
  /** Why, without a full stop. */
  readonly undecided: string
}

export const TOO_MUCH: Undecided = { undecided: 'it reaches more code than is looked at' }
export const TOO_DEEP: Undecided = { undecided: 'it nests deeper than is followed' }

/** What every rule says of a promised script that it can't decide. */
export const UNDECIDED = { messageId: 'undecided', message: 'Nobody can prove that this script keeps what was promised: {{reason}}.' } as const

/** One broken promise. Offsets are 0-based UTF-16 units of the file's text, `end` exclusive. */
export interface CodeProblem {
  readonly start: number
  readonly end: number
  readonly messageId: string
  readonly data: Readonly<Record<string, string>>
  readonly confidence: Confidence
  /** The receipt: the path that breaks the promise, the contract's line, the import. No full stop. */
  readonly evidence?: string
  readonly suggestion?: CodeSuggestion
}

/** An edit that a person may accept. */
export interface CodeSuggestion {
  readonly range: readonly [start: number, end: number]
  readonly text: string
  readonly title: string
}

/** Types a rule; gives it back unchanged. */
export function defineCodeRule<Options extends object>(rule: CodeRule<Options>): CodeRule<Options> {
  return rule
}
