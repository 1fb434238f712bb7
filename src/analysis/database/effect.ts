/** What a program does to a database: the one vocabulary of the rules that guard it. */
import type { Module } from '../program/module.ts'
import type { Syntax } from '../program/syntax.ts'

/** Finds the modules that a module imports; `undefined` for packages and for what can't be parsed. */
export interface Outside {
  imported(from: string, specifier: string): Module | undefined
}

/**
 * - `client`: a client or pool is made (for most libraries this does not connect yet)
 * - `connect`: a connection is opened
 * - `read`, `write`: rows, or the schema, by a client
 * - `migrate`: a migration runs: a library's migrator, or a command
 * - `command`: another process that works on a database (`psql -f x.sql`, `prisma db push`)
 */
export type EffectKind = 'client' | 'connect' | 'read' | 'write' | 'migrate' | 'command'

export type Operation = 'insert' | 'update' | 'upsert' | 'delete' | 'truncate' | 'schema' | 'read' | 'unknown'

export interface TouchedTable {
  /** As the code names it: a Prisma delegate (`user`), a model, a table. `undefined` when nobody can say (a computed name). */
  readonly name: string | undefined
  /** Whether the name is a Prisma delegate, an entity of an ORM, or a table of the database. */
  readonly naming: 'delegate' | 'entity' | 'table'
  readonly operation: Operation
  /** Columns or fields written; `undefined` when nobody can say. */
  readonly columns: readonly string[] | undefined
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
}
