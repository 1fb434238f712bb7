/** What a program does to a database: the one vocabulary of the rules that guard it. */
import type { Module } from '../program/module.ts'
import type { Syntax } from '../program/syntax.ts'

/** What code knows of the world around its module. */
export interface Outside {
  /** The module that an import leads to; `undefined` for packages and for what can't be parsed. */
  readonly imported: (from: string, specifier: string) => Module | undefined
  /** The path of a file of the repository that an import leads to, even if it is no code. */
  readonly resolve?: (from: string, specifier: string) => string | undefined
  /** Scripts, and modules of theirs, that import a module. */
  readonly importers?: (path: string) => readonly Module[]
  /** Exports that the user names as database clients: a file from the root or a package, and `*` for all that it has. */
  readonly clients?: readonly { readonly module: string, readonly name: string }[]
  /** What a package script runs, for a module in this place; `undefined` when no package of the repository has it. */
  readonly packageScript?: (from: string, name: string) => string | undefined
  /** The text of a file of the repository, for SQL that a program reads. */
  readonly text?: (path: string) => string | undefined
}

/**
 * - `client`: a client or pool is made (for most libraries this does not connect yet)
 * - `connect`: a connection is opened
 * - `read`, `write`: rows, or the schema, by a client
 * - `migrate`: a migration runs: a library's migrator, or a command
 * - `command`: another process that works on a database (`psql -f x.sql`, `prisma db push`)
 */
export type EffectKind = 'client' | 'connect' | 'read' | 'write' | 'migrate' | 'command'

/** `schema` creates and alters, `drop` takes away. */
export type Operation = 'insert' | 'update' | 'upsert' | 'delete' | 'truncate' | 'schema' | 'drop' | 'read' | 'unknown'

export interface TouchedTable {
  /** As the code names it: a Prisma delegate (`user`), a model, a table. `undefined` when nobody can say (a computed name). */
  readonly name: string | undefined
  /** Whether the name is a Prisma delegate, an entity of an ORM, a table of the database, or an object in it that has no rows, such as a function. */
  readonly naming: 'delegate' | 'entity' | 'table' | 'object'
  readonly operation: Operation
  /** Columns or fields written; `undefined` when nobody can say. */
  readonly columns: readonly string[] | undefined
  /** What columns are called in the database, where the code defines that they are called otherwise. */
  readonly mapped?: Readonly<Record<string, string>>
}

export interface Effect {
  readonly kind: EffectKind
  /** The call or construction. */
  readonly node: Syntax
  /** The module that the node is in: an effect may be that of an imported helper. */
  readonly module: Module
  /** `prisma`, `pg`, `drizzle` …; for commands the program. */
  readonly library: string
  /** In words, for messages: "`prisma.user.deleteMany()`", "runs `prisma migrate deploy`". */
  readonly what: string
  readonly tables: readonly TouchedTable[]
  /** For an effect of a helper in another module: the path of that module. */
  readonly through?: string
}

/** What an effect is called: of "runs `x`" it is `x`. @param what as in `Effect.what` */
export function nameOf(what: string): string {
  return what.replace(/^runs /, '')
}

/** An effect as the subject of a sentence. @param what as in `Effect.what` */
export function subjectOf(what: string): string {
  const name = nameOf(what)
  return name.includes(', which ') ? `${name},` : name
}

/** What an effect is of, behind its name: ", which does `x`" or ", which runs `x`". */
export function whichDoes(what: string): string {
  return what.startsWith('runs ') ? `, which ${what}` : `, which does ${what}`
}
