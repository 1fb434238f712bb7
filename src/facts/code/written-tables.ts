/** What code calls a table, in all the names that a contract may use for it: delegate, model, entity, table of the database. */
import type { TouchedTable } from '../../analysis/database/effect.ts'
import type { SchemaColumn, SchemaTable } from '../../analysis/schema/table.ts'
import { defineFact } from '../../core/repository.ts'
import { schemaFact } from '../schema.ts'

export interface WrittenTable {
  /** Names that all mean this table, the best known first. */
  readonly names: readonly string[]
  /** Names that all mean a column. */
  columnNames(column: string): readonly string[]
  /** Whether a column is the primary key: what a row is called, not what it says. Without a schema `id` is one. */
  isKey(column: string): boolean
}

export interface WrittenTables {
  /** `undefined` for what is no table after all: a field that holds JSON. */
  of(touched: TouchedTable & { readonly name: string }): WrittenTable | undefined
}

/** The models of all Prisma schemas, and the rules by which libraries name tables. */
export const writtenTablesFact = defineFact<WrittenTables>('written tables', (repository) => {
  const models = new Map(repository.get(schemaFact).declared.filter(table => table.kind === 'model').map(model => [model.name, model]))
  const byAnyName = (name: string): SchemaTable | undefined => models.get(name) ?? [...models.values()].find(model => model.mapped === name)
  const byDelegate = (name: string): SchemaTable | undefined => models.get(name.charAt(0).toUpperCase() + name.slice(1)) ?? models.get(name)
  return {
    of({ name, naming }) {
      if (naming !== 'delegate') {
        const model = byAnyName(name)
        return model === undefined ? { names: naming === 'entity' ? entityNames(name) : [name], columnNames: column => [column], isKey: isCalledKey } : tableOf(model)
      }
      const [delegate = '', ...relations] = name.split('.')
      let model = byDelegate(delegate)
      for (const relation of relations) {
        if (model === undefined) break
        const type = model.columns.find(column => column.name === relation)?.type
        if (type !== undefined && !models.has(type)) return undefined
        model = type === undefined ? undefined : models.get(type)
      }
      if (model !== undefined) return tableOf(model)
      const bare = relations.at(-1) ?? delegate
      return { names: entityNames(bare), columnNames: column => [column], isKey: isCalledKey }
    },
  }
})

function tableOf({ name, mapped, columns }: SchemaTable): WrittenTable {
  const column = (called: string): SchemaColumn | undefined => columns.find(one => one.name === called) ?? columns.find(one => one.mapped === called)
  const delegate = name.charAt(0).toLowerCase() + name.slice(1)
  return {
    names: mapped === undefined ? [name, delegate] : [mapped, name, delegate],
    columnNames: (called) => {
      // `category: { connect: … }` writes what holds the relation.
      const found = [column(called), ...(column(called)?.heldBy ?? []).map(column)]
      return [called, ...found.flatMap(one => [one?.name, one?.mapped])].filter(one => one !== undefined)
    },
    isKey: called => column(called)?.isKey === true,
  }
}

function isCalledKey(column: string): boolean {
  return column === 'id' || column === '_id'
}

/** What ORMs make of the name of a class or model: `OrderItem` may be order_item, order_items, OrderItems. */
function entityNames(name: string): readonly string[] {
  const snake = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()
  return [name, snake, ...[name, snake].flatMap(one => [`${one}s`, `${one}es`, one.replace(/y$/, 'ies')])]
}
