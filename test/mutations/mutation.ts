/** Single edits that each break one truth of a fixture, and the finding that must follow. */

interface Expected {
  /** What the edit does, as a person would say it: one row of docs/mutations.md. */
  readonly edit: string
  /** The file that is edited; default: the fixture's document. */
  readonly file?: string
  /** The rule that must find it. */
  readonly rule: string
  /** The file in which it must be found; default: the fixture's document. */
  readonly in?: string
  /** What the finding must name: a part of its message or its receipt. */
  readonly names: string
  /** Parts of other lines that the same edit makes false, each with the rule that says so, and the file if it is another one. */
  readonly also?: readonly (readonly [line: string, rule: string, file?: string])[]
}

/** Text in place of other text. */
export interface Replacement extends Expected {
  /** Stands exactly once in the file. */
  readonly find: string
  /** In every file that is no document instead, as a name is renamed in code: then it stands at least once. */
  readonly everywhere?: true
  readonly replace: string
  /** A part of the line (after the edit) on which it must be found; default: the first line of `replace`. */
  readonly on?: string
}

/** A file that is taken away, or moved. */
export interface Removal extends Expected {
  readonly file: string
  readonly movedTo: string | null
  readonly on: string
}

/** A new file. */
export interface Addition extends Expected {
  readonly file: string
  readonly add: string
  /** A part of the line on which it must be found; default: the first line of the file. */
  readonly on?: string
}

export type Mutation = Replacement | Removal | Addition

/** An edit that breaks nothing. */
export type InnocentEdit = Pick<Replacement, 'edit' | 'find' | 'replace'> & { readonly file: string } | Pick<Addition, 'edit' | 'file' | 'add'>

/** What is done to files, whatever follows from it. */
export type Change = Pick<Replacement, 'file' | 'find' | 'everywhere' | 'replace'> | Pick<Removal, 'file' | 'movedTo'> | Pick<Addition, 'file' | 'add'>

export interface MutationTable {
  /** Folder under fixtures: `protocol/promotion`. */
  readonly fixture: string
  readonly title: string
  /** The document, from the fixture's root. */
  readonly document: string
  readonly mutations: readonly Mutation[]
  /** Edits of which nothing may be said. */
  readonly innocent?: readonly InnocentEdit[]
}

/** Edits of one file that are found in this file, and by one rule; further lines are in this file too if they don't say otherwise. */
export function foundIn(file: string, rule: string, edits: readonly (Omit<Replacement, 'file' | 'in' | 'rule'> | Omit<Addition, 'file' | 'in' | 'rule'>)[]): readonly Mutation[] {
  return edits.map(one => ({ ...one, file, in: file, rule, also: one.also?.map(([line, other, where = file]) => [line, other, where] as const) ?? [] }))
}
