/** What a user may configure. The JSON Schema in schema.ts is its source of truth; this is how the program sees it. */
import type { OwnRule } from '../core/own-rule.ts'
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
  /**
   * A level for each rule, or a list of rules of your own and such tables, of which the last one counts. A rule in the list runs
   * at `error` unless a table says otherwise.
   */
  readonly rules?: RuleTable | readonly (RuleTable | OwnRule)[]
  /** Shared by rules and by the ESLint plugin (`settings["doc-lockdown"]`). */
  readonly settings?: Readonly<Record<string, unknown>>
}

/** A level by rule id, alone or in a list with the rule's options. */
export type RuleTable = Readonly<Record<string, RuleLevel | readonly [RuleLevel] | readonly [RuleLevel, object]>>

export type RuleLevel = 'error' | 'warn' | 'off'
