/** Tables that a Prisma schema or SQL files declare. */

export interface SchemaTable {
  /** As code and database call it: the model's name and what it is mapped to. */
  readonly names: readonly string[]
  /** Fields and the columns they are mapped to. */
  readonly columns: readonly string[]
}

/** The models of a Prisma schema. */
export function prismaTables(schema: string): readonly SchemaTable[] {
  const tables: SchemaTable[] = []
  let open: { names: string[]; columns: string[] } | undefined
  for (const line of schema.split(/\r?\n/)) {
    const model = /^\s{0,20}(?:model|view)\s+(\w+)\s*\{/.exec(line)
    if (model !== null) open = { names: [model[1] ?? ''], columns: [] }
    else if (open !== undefined && /^\s*\}/.test(line)) {
      tables.push(open)
      open = undefined
    } else if (open !== undefined) {
      const map = /^\s*@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(line)?.[1]
      const field = /^\s*(\w+)\s+\w/.exec(line)?.[1]
      const column = /\s@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(line)?.[1]
      if (map !== undefined) open.names.push(map)
      else if (field !== undefined) open.columns.push(field, ...(column === undefined ? [] : [column]))
    }
  }
  return tables
}

const STATEMENT = /\b(?:CREATE\s+TABLE(?:\s+IF\s+NOT\s+EXISTS)?|ALTER\s+TABLE(?:\s+IF\s+EXISTS)?(?:\s+ONLY)?|DROP\s+TABLE(?:\s+IF\s+EXISTS)?)\s+((?:["`[]?\w+["`\]]?\.)?["`[]?\w+["`\]]?)([^;]{0,20000})/gi

/**
 * The tables that SQL files leave behind.
 * @param files their texts, in the order in which they are run
 */
export function sqlTables(files: readonly string[]): readonly SchemaTable[] {
  const tables = new Map<string, Set<string>>()
  for (const text of files) {
    for (const statement of text.replace(/--[^\n]*/g, '').matchAll(STATEMENT)) {
      const name = (statement[1] ?? '').replace(/["`[\]]/g, '').replace(/^\w+\./, '')
      const body = statement[2] ?? ''
      if (/^drop/i.test(statement[0])) tables.delete(name)
      else if (/^create/i.test(statement[0])) tables.set(name, new Set(createdColumns(body)))
      else {
        const columns = tables.get(name) ?? new Set<string>()
        for (const [, action, column = ''] of body.matchAll(/\b(ADD|DROP)\s+COLUMN\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?["`[]?(\w+)/gi)) {
          if (action?.toLowerCase() === 'add') columns.add(column)
          else columns.delete(column)
        }
        for (const [, from = '', to = ''] of body.matchAll(/\bRENAME\s+(?:COLUMN\s+)?["`]?(\w+)["`]?\s+TO\s+["`]?(\w+)/gi)) {
          if (columns.delete(from)) columns.add(to)
        }
        tables.set(name, columns)
      }
    }
  }
  return [...tables].map(([name, columns]) => ({ names: [name], columns: [...columns] }))
}

function createdColumns(body: string): readonly string[] {
  return body.replace(/^\s*\(/, '').split(/,(?![^(]{0,200}\))|\n/).flatMap((part) => {
    const name = /^\s*["`[]?(\w+)["`\]]?\s+["`]?\w/.exec(part)?.[1]
    return name === undefined || /^(?:constraint|primary|foreign|unique|check|index|key|exclude)$/i.test(name) ? [] : [name]
  })
}
