/** A table as the repository's own schema declares it, whichever language says so. */

export interface SchemaColumn {
  /** As declared: the field of a model, the column of a table. */
  readonly name: string
  /** As written: `Post`, `String`, `text`. */
  readonly type: string
  /** The column in the database, where it is called otherwise. */
  readonly mapped: string | undefined
  /** Whether it is the primary key. */
  readonly isKey: boolean
  /** For a relation: the fields of the same model that hold it. */
  readonly heldBy?: readonly string[]
}

export interface SchemaTable {
  readonly name: string
  readonly kind: 'model' | 'table' | 'enum'
  /** What a model is called in the database. */
  readonly mapped: string | undefined
  readonly columns: readonly SchemaColumn[]
}

/** Every name that means the table. */
export function tableNames({ name, mapped }: SchemaTable): readonly string[] {
  return mapped === undefined ? [name] : [name, mapped]
}

/** Every name that means a column of the table. */
export function columnNames({ columns }: SchemaTable): readonly string[] {
  return columns.flatMap(({ name, mapped }) => (mapped === undefined ? [name] : [name, mapped]))
}
