/** What a user may configure. The JSON Schema in schema.ts is its source of truth; this is how the program sees it. */
import type { Confidence } from '../core/verdict.ts'

/** As written in a config file. */
export interface UserConfig {
  /** Globs of documents to leave out. */
  readonly ignore?: readonly string[]
  /** Globs of documents that are read although their name says changelog, record or archive. */
  readonly include?: readonly string[]
  /** Globs of documents in which what can't be verified fails. */
  readonly strict?: readonly string[]
  readonly minConfidence?: Confidence
  readonly rules?: Readonly<Record<string, RuleLevel | readonly [RuleLevel] | readonly [RuleLevel, object]>>
  /** Shared by rules and by the ESLint plugin (`settings["doc-lockdown"]`). */
  readonly settings?: Readonly<Record<string, unknown>>
}

export type RuleLevel = 'error' | 'warn' | 'off'
