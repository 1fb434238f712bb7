/** The columns that object literals write. */
import { keyOf } from '../program/origin.ts'
import { callOf, isSyntax, type Syntax } from '../program/syntax.ts'
import { isFunction, returnsIn } from '../program/returns.ts'
import type { CallSite } from './handle.ts'

/** A function that returns more than this is asked for its first ones. */
const MOST_RETURNS = 8

/** Names of the columns that a row, or a list of rows, writes; `undefined` when one is computed or not to be seen. */
export function columnsWritten(node: Syntax | undefined, site: CallSite): readonly string[] | undefined {
  if (node === undefined) return undefined
  const columns = new Set<string>()
  for (const row of rowsIn(node, site)) {
    const object = site.object(row)
    if (object === undefined) return undefined
    for (const property of object['properties'] as readonly Syntax[]) {
      const names = property.type === 'SpreadElement' ? columnsWritten(property['argument'] as Syntax, site) : [keyOf(property)]
      if (names === undefined) return undefined
      for (const name of names) {
        if (name === undefined) return undefined
        columns.add(name)
      }
    }
  }
  return [...columns]
}

/** The rows of a list that is written out, or made of another one by `map`; else the expression itself. */
export function rowsIn(node: Syntax, site: CallSite): readonly Syntax[] {
  if (node.type === 'ArrayExpression') return (node['elements'] as readonly unknown[]).filter(isSyntax)
  if (node.type === 'Identifier') {
    const list = site.values(node).find(value => value.kind === 'syntax' && value.node.type === 'ArrayExpression')
    return list?.kind === 'syntax' ? rowsIn(list.node, site) : [node]
  }
  const call = callOf(node)
  const [make] = call?.args ?? []
  return call?.name === 'map' && make !== undefined && isFunction(make) ? returnsIn(make).slice(0, MOST_RETURNS) : [node]
}

/** What a method is called on. */
export function receiverOf({ node }: CallSite): Syntax | undefined {
  const callee = node['callee']
  return isSyntax(callee) && callee.type === 'MemberExpression' ? callee['object'] as Syntax : undefined
}

/** The value of a property of an object literal. */
export function propertyIn(object: Syntax | undefined, name: string): Syntax | undefined {
  const property = (object?.['properties'] as readonly Syntax[] | undefined)?.findLast(one => one.type === 'Property' && keyOf(one) === name)
  return isSyntax(property?.['value']) ? property['value'] : undefined
}
