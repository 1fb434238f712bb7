/** Classes that stand for tables: `@Entity('users') class User`. */
import { keyOf } from '../program/origin.ts'
import { callOf, isSyntax, stringOf, type Syntax } from '../program/syntax.ts'
import { propertyIn } from './columns.ts'
import type { TouchedTable } from './effect.ts'
import type { CallSite } from './handle.ts'

type NamedTable = Pick<TouchedTable, 'naming' | 'mapped'> & { readonly name: string | null }

/** A table as an argument names it: an entity class, its name, or the name of the table. */
export function entityNamed(node: Syntax | undefined, site: CallSite): NamedTable {
  if (node === undefined) return { name: null, naming: 'entity' }
  const text = site.text(node)
  if (text !== undefined) return { name: text, naming: 'entity' }
  for (const value of site.values(node)) {
    if (value.kind === 'function' || value.kind === 'instance') {
      const table = decoratedTable(value.node)
      const mapped = decoratedColumns(value.node)
      if (table !== undefined) return { name: table, naming: 'table', mapped }
      if (isSyntax(value.node['id'])) return { name: String(value.node['id']['name']), naming: 'entity', mapped }
    }
  }
  return { name: node.type === 'Identifier' && /^[A-Z]/.test(String(node['name'])) ? String(node['name']) : null, naming: 'entity' }
}

/** The table that a class's decorator names: `@Entity('users')`, `@Entity({ name: 'users' })`, `@Table({ tableName: 'users' })`. */
export function decoratedTable(node: Syntax): string | undefined {
  for (const decorator of (node['decorators'] ?? []) as readonly Syntax[]) {
    const call = isSyntax(decorator['expression']) ? callOf(decorator['expression']) : undefined
    if (call === undefined || !/^(?:Entity|Table|ViewEntity)$/.test(call.name)) continue
    for (const argument of call.args) {
      const name = stringOf(argument) ?? stringOf(propertyIn(argument.type === 'ObjectExpression' ? argument : undefined, call.name === 'Table' ? 'tableName' : 'name'))
      if (name !== undefined) return name
    }
  }
  return undefined
}

/** Columns that decorators name otherwise: `@Column({ name: 'title' }) name`. */
export function decoratedColumns(node: Syntax): Readonly<Record<string, string>> {
  const body = node['body'] as Syntax | undefined
  const names: Record<string, string> = {}
  for (const member of (body?.['body'] ?? []) as readonly Syntax[]) {
    if (!isSyntax(member) || member.type !== 'PropertyDefinition') continue
    for (const { expression } of (member['decorators'] ?? []) as readonly Syntax[]) {
      const call = isSyntax(expression) ? callOf(expression) : undefined
      const options = call?.name.endsWith('Column') === true ? call.args.find(({ type }) => type === 'ObjectExpression') : undefined
      const name = stringOf(propertyIn(options, 'name') ?? propertyIn(options, 'field'))
      if (name !== undefined) names[keyOf(member) ?? ''] = name
    }
  }
  return names
}
