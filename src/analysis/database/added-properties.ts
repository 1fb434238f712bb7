/** Properties that an object literal gets after it was made: `const db = {}`, then `db.User = …`. */
import type { Module } from '../program/module.ts'
import { ANY_PROPERTY, propertyOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'

const NONE: ReadonlyMap<string, readonly Syntax[]> = new Map()
const known = new WeakMap<Syntax, ReadonlyMap<string, readonly Syntax[]>>()

/** Values by name, of an object that a variable holds; under `*` those whose names are computed. */
export function propertiesAddedTo(object: Syntax, module: Module): ReadonlyMap<string, readonly Syntax[]> {
  let found = known.get(object)
  if (found === undefined) known.set(object, found = readAdded(object, module))
  return found
}

function readAdded(object: Syntax, module: Module): ReadonlyMap<string, readonly Syntax[]> {
  const name = module.parentOf(object)?.['id']
  const variable = isSyntax(name) && name.type === 'Identifier' ? module.variableOf(name) : undefined
  if (variable === undefined) return NONE
  const added = new Map<string, Syntax[]>()
  for (const { identifier } of variable.references) {
    const member = module.parentOf(identifier)
    const assignment = member?.type === 'MemberExpression' && member['object'] === identifier ? module.parentOf(member) : undefined
    if (member === undefined || assignment?.type !== 'AssignmentExpression' || assignment['left'] !== member) continue
    const key = propertyOf(member) ?? ANY_PROPERTY
    added.set(key, [...added.get(key) ?? [], assignment['right'] as Syntax])
  }
  return added
}
