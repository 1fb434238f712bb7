import type { Document } from './document.ts'
import type { Mention, Reference } from './reference.ts'
import type { Repository } from './repository.ts'
import type { Verdict } from './verdict.ts'

/** JSON Schema (draft 7) of an options object: the only source of a rule's options. */
export interface OptionsSchema {
  readonly type: 'object'
  readonly description?: string
  readonly properties: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties: false
}

/** The part of JSON Schema that options use. */
export interface JsonSchema {
  readonly description?: string
  readonly type?: 'string' | 'boolean' | 'integer' | 'number' | 'array' | 'object'
  readonly enum?: readonly (string | number | boolean)[]
  readonly items?: JsonSchema
  readonly uniqueItems?: boolean
  readonly minimum?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly default?: unknown
}

export interface DocRuleMeta<Options> {
  /** One line in the form "Require …", "Disallow …" or "Enforce …", without a full stop. */
  readonly description: string
  readonly schema: OptionsSchema
  readonly defaultOptions: Options
  /** Sentences with `{{placeholders}}`, ending with a full stop. */
  readonly messages: Readonly<Record<string, string>>
  readonly recommended: boolean
  /** Whether `verify` ever gives a fix. */
  readonly fixable: boolean
  /** The rule's page. Default: ours; `''` for none. */
  readonly url?: string | undefined
}

/**
 * A rule about Markdown. Extraction looks at the document only; verification at facts only. That split is what lets
 * references be cached by content and re-verified when only code changed.
 */
export interface DocRule<Target = unknown, Options extends object = object> {
  readonly id: string
  readonly meta: DocRuleMeta<Options>
  /** Every claim of this rule's kind in the document, in any order. */
  references(document: Document, options: Options): Iterable<Mention<Target>>
  /**
   * Whether a claim holds in the repository. Extraction is generous where only the repository can tell whether words are
   * a claim at all (`npm/js-api` is a folder, `http/json` is not): `undefined` says that they are none, and the engine
   * then forgets the reference.
   */
  verify(reference: Reference<Target>, repository: Repository, options: Options): Verdict | undefined
  /**
   * Claims that no document makes of itself, with their verdicts: the lock file says what a document must contain.
   * @param path the document that is judged; `undefined`, once in a run over all documents, for what stands in none
   */
  unwritten?(repository: Repository, path: string | undefined): Iterable<Judgement<Target>>
  /**
   * A second look with the whole document in view: gives the same judgements, some of them with a milder verdict. A
   * manual in which no path is of this repository does not mean this repository by the one that once was. One judgement may
   * become several, each in its own place of the document.
   */
  settle?(judgements: readonly Judgement<Target>[]): readonly Judgement<Target>[]
}

/** What every rule says in a strict document of a claim that it can't verify. */
export const UNVERIFIED = { messageId: 'unverified', message: 'This claim of a strict document can\'t be verified: {{reason}}.' } as const

/** A reference with its verdict. */
export interface Judgement<Target = unknown> {
  readonly reference: Reference<Target>
  readonly verdict: Verdict
}

/** Types a rule; gives it back unchanged. */
export function defineDocRule<Target, Options extends object>(rule: DocRule<Target, Options>): DocRule<Target, Options> {
  return rule
}

/** A finding in one sentence, for hosts that show nothing but a message: "`a.ts` does not exist any more: renamed to …". */
export function messageWithReceipt(message: string, evidence: string | undefined): string {
  return message.replace(/\.$/, receiptEnding(evidence))
}

/** What takes the place of a message's full stop when its receipt follows. */
export function receiptEnding(evidence: string | undefined): string {
  return evidence === undefined ? '.' : `: ${evidence}.`
}

/** Fills `{{name}}` placeholders of a message; an unknown name stays as it is. */
export function formatMessage(message: string, data: Readonly<Record<string, string>>): string {
  return message.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => data[name] ?? whole)
}
