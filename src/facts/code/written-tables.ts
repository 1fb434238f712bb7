/** What code calls a table, in all the names that a contract may use for it: delegate, model, entity, table of the database. */
import type { TouchedTable } from '../../analysis/database/effect.ts'
import { defineFact } from '../../core/repository.ts'

export interface WrittenTable {
  /** Names that all mean this table, the best known first. */
  readonly names: readonly string[]
  /** Names that all mean a column. */
  columnNames(column: string): readonly string[]
}

export interface WrittenTables {
  /** `undefined` for what is no table after all: a field that holds JSON. */
  of(touched: TouchedTable & { readonly name: string }): WrittenTable | undefined
}

interface Model {
  readonly name: string
  mapped: string | undefined
  /** Type of each field, as written: `Post`, `String`. */
  readonly fields: Map<string, string>
  readonly columns: Map<string, string>
}

const LARGEST = 1_000_000

/** The models of all Prisma schemas, and the rules by which libraries name tables. */
export const writtenTablesFact = defineFact<WrittenTables>('written tables', ({ source }) => {
  const models = new Map<string, Model>()
  for (const path of source.files.keys()) {
    const bytes = path.endsWith('.prisma') ? source.read(path) : undefined
    if (bytes !== undefined && bytes.length <= LARGEST) for (const model of modelsIn(bytes.toString('utf8'))) models.set(model.name, model)
  }
  const byAnyName = (name: string): Model | undefined => models.get(name) ?? [...models.values()].find(model => model.mapped === name)
  const byDelegate = (name: string): Model | undefined => models.get(name.charAt(0).toUpperCase() + name.slice(1)) ?? models.get(name)
  return {
    of({ name, naming }) {
      if (naming !== 'delegate') {
        const model = byAnyName(name)
        return model === undefined ? { names: naming === 'entity' ? entityNames(name) : [name], columnNames: column => [column] } : tableOf(model)
      }
      const [delegate = '', ...relations] = name.split('.')
      let model = byDelegate(delegate)
      for (const relation of relations) {
        if (model === undefined) break
        const type = model.fields.get(relation)
        if (type !== undefined && !models.has(type)) return undefined
        model = type === undefined ? undefined : models.get(type)
      }
      if (model !== undefined) return tableOf(model)
      const bare = relations.at(-1) ?? delegate
      return { names: entityNames(bare), columnNames: column => [column] }
    },
  }
})

function tableOf(model: Model): WrittenTable {
  const { name, mapped, columns } = model
  return {
    names: mapped === undefined ? [name, name.charAt(0).toLowerCase() + name.slice(1)] : [mapped, name, name.charAt(0).toLowerCase() + name.slice(1)],
    columnNames: (column) => {
      const field = [...columns].find(([, other]) => other === column)?.[0]
      return [column, columns.get(column), field].filter(one => one !== undefined)
    },
  }
}

/** What ORMs make of the name of a class or model: `OrderItem` may be order_item, order_items, OrderItems. */
function entityNames(name: string): readonly string[] {
  const snake = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()
  return [name, snake, ...[name, snake].flatMap(one => [`${one}s`, `${one}es`, one.replace(/y$/, 'ies')])]
}

function modelsIn(schema: string): readonly Model[] {
  const models: Model[] = []
  let open: Model | undefined
  for (const line of schema.split(/\r?\n/)) {
    const name = /^\s{0,20}(?:model|view)\s+(\w+)\s*\{/.exec(line)?.[1]
    if (name !== undefined) models.push(open = { name, mapped: undefined, fields: new Map<string, string>(), columns: new Map<string, string>() })
    else if (/^\s*\}/.test(line)) open = undefined
    else if (open !== undefined) {
      const map = /^\s*@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(line)?.[1]
      const [, field, type] = /^\s*(\w+)\s+(\w+)/.exec(line) ?? []
      if (map !== undefined) open.mapped = map
      else if (field !== undefined && type !== undefined) {
        open.fields.set(field, type)
        const column = /\s@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(line)?.[1]
        if (column !== undefined) open.columns.set(field, column)
      }
    }
  }
  return models
}
