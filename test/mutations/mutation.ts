/** Single edits that each break one truth of a fixture, and the finding that must follow. */

export interface Mutation {
  /** What the edit does, as a person would say it: one row of docs/mutations.md. */
  readonly edit: string
  /** The file that is edited; default: the fixture's document. */
  readonly file?: string
  /** Stands exactly once in the file. */
  readonly find: string
  readonly replace: string
  /** The rule that must find it. */
  readonly rule: string
  /** A part of the line (after the edit) on which it must be found; default: the first line of `replace`. */
  readonly on?: string
  /** What the finding must name: a part of its message or its receipt. */
  readonly names: string
  /** Parts of other lines that the same edit makes false, each with the rule that says so. */
  readonly also?: readonly (readonly [line: string, rule: string])[]
}

export interface MutationTable {
  /** Folder under fixtures: `protocol/promotion`. */
  readonly fixture: string
  readonly title: string
  /** The document, from the fixture's root. */
  readonly document: string
  readonly mutations: readonly Mutation[]
}
