/**
 * What libraries say about their own values. Each library is a small machine: which export is what, what a property of it is,
 * and what a call of it gives and does. Everything else (imports, aliases, classes, parameters) is the same for all of them.
 */
import type { Module } from '../program/module.ts'
import type { CommandPlace } from './command-effects.ts'
import type { Syntax } from '../program/syntax.ts'
import type { EffectKind, Operation, TouchedTable } from './effect.ts'

/** A value of a library. Plain data. */
export interface Handle {
  readonly library: string
  /** What it is to its library: `class`, `client`, `delegate`, `method` … */
  readonly role: string
  /** The last property that was read of it, for methods. */
  readonly method?: string
  /** The table that it is about; `null` for one that nobody can name. */
  readonly table?: string | null
  readonly naming?: TouchedTable['naming']
  /** For a table that the code defines: what its columns are called in the database. */
  readonly mapped?: Readonly<Record<string, string>>
}

/** What functions are called with, by their node: values of each argument. */
export type Given = ReadonlyMap<Syntax, readonly (readonly Value[])[]>

/** A value as far as code tells: of a library, or of our own modules. */
export type Value =
  | { readonly kind: 'handle', readonly handle: Handle }
  /** A function or class of the repository, and what its surroundings were called with. */
  | { readonly kind: 'function', readonly node: Syntax, readonly module: Module, readonly given: Given }
  /** What `new` gives of a class of the repository. */
  | { readonly kind: 'instance', readonly node: Syntax, readonly module: Module, readonly given: Given }
  /** A literal, an object, an array … */
  | { readonly kind: 'syntax', readonly node: Syntax, readonly module: Module }
  /** A module as a whole. */
  | { readonly kind: 'namespace', readonly module: Module }
  /** An export of a package that no library here knows, or a global. */
  | { readonly kind: 'foreign', readonly source: string, readonly name: string }

/** A call, `new` or tagged template of a library's value, and the questions that a library may ask about it. */
export interface CallSite {
  readonly node: Syntax
  readonly isNew: boolean
  /** For a tagged template: its one template literal. */
  readonly args: readonly Syntax[]
  readonly module: Module
  /** Possible values of an expression in the module of the call. */
  values(node: Syntax): readonly Value[]
  /** A string, as far as it is written somewhere: `${…}` and unknown parts are `HOLE`. */
  text(node: Syntax | undefined): string | undefined
  /** An object literal that an expression leads to. */
  object(node: Syntax | undefined): Syntax | undefined
  /** Calls made on the result, in order: `.values(…).returning()`. */
  chain(): readonly ChainedCall[]
  /** The SQL of an argument's text file: what `readFileSync('x.sql')` gives. */
  fileText(node: Syntax | undefined): string | undefined
  /** What commands that are started here may ask. */
  readonly command: CommandPlace
}

export interface ChainedCall {
  readonly method: string
  readonly args: readonly Syntax[]
  readonly node: Syntax
}

export interface EffectDraft {
  readonly kind: EffectKind
  readonly tables?: readonly TouchedTable[]
  /** In words; the call's own source when left out. */
  readonly what?: string
  /** What the source of the call does not show: the statement, the file. */
  readonly detail?: string
  readonly library?: string
}

/** What a call of a library's value gives and does. */
export interface Outcome {
  readonly result?: Handle
  readonly effects?: readonly EffectDraft[]
  /** What functions among the arguments are called with. */
  readonly callback?: readonly (Handle | undefined)[]
}

export interface Library {
  readonly name: string
  /** A word that every text has that uses the library itself. Linear. */
  readonly words: RegExp
  /** What an export of a package is; `undefined` for packages and exports of others. */
  readonly exported: (source: string, name: string) => Handle | undefined
  /** What a global name is: `Bun.sql`. */
  global?(name: string): Handle | undefined
  /** A property of one of its values; ANY_PROPERTY for one that nobody can name. */
  member(handle: Handle, name: string): Handle | undefined
  call(handle: Handle, site: CallSite): Outcome | undefined
  /** What an element is of a list of such values: rows that were found come one by one or as a list, and a handle does not say which. */
  element?(handle: Handle): Handle | undefined
  /** The value that a type names: `db: PrismaClient`. */
  typed?(source: string, name: string): Handle | undefined
  /** What a class of ours is that extends one of its values: a model. */
  subclass?(handle: Handle, node: Syntax): Handle | undefined
  /** What a parameter is by the library's conventions for files that it runs itself: `exports.seed = knex => …`. */
  convention?(exported: string, parameter: string, index: number, module: Module): Handle | undefined
}

/** Stands in a text for a part that nobody can know. An identifier in SQL and a word in shells. */
export const HOLE = '__computed__'

/** Methods of a list that give some of its elements again. */
export const PICKS = /^(?:filter|slice|sort|toSorted|reverse|toReversed|concat|flat|at|find|findLast|shift|pop|values)$/

/** A table touched, in short. */
export function touched(
  name: string | null | undefined, naming: TouchedTable['naming'], operation: Operation, columns?: readonly string[], mapped?: TouchedTable['mapped'],
): TouchedTable {
  return { name: name ?? undefined, naming, operation, columns, ...(mapped === undefined ? {} : { mapped }) }
}
