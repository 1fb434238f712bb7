/** Properties of values: of a library's, of classes and objects of ours, of whole modules. */
import { ANY_PROPERTY, keyOf, propertyOf } from '../program/origin.ts'
import { descendants, isSyntax, type Syntax } from '../program/syntax.ts'
import { propertiesAddedTo } from './added-properties.ts'
import { returnedValues } from './calls.ts'
import type { Value } from './handle.ts'
import { libraryOf } from './libraries.ts'
import { answer, sceneIn, type Scene } from './scene.ts'
import { siteOf } from './site.ts'
import { typeValues } from './types.ts'
import { exportedValues, moduleValues, valuesOf } from './values.ts'

/** Possible values of a property. */
export function memberOf(value: Value, name: string, scene: Scene): readonly Value[] {
  switch (value.kind) {
    case 'handle': {
      const library = libraryOf(value.handle)
      const element = name === ANY_PROPERTY || /^\d+$/.test(name) ? library.element?.(value.handle) : undefined
      const handle = element ?? library.member(value.handle, name)
      return handle === undefined ? [] : [{ kind: 'handle', handle }]
    }
    case 'namespace': return exportedValues(value.module, name, sceneIn(scene, value.module))
    case 'syntax':
      return answer(value.node, `member ${name}`, sceneIn(scene, value.module, value.module === scene.module ? scene.given : undefined), inner => literalMember(value.node, name, inner))
    case 'instance':
      return answer(value.node, `member ${name}`, sceneIn(scene, value.module, value.given), inner => (
        value.node.type === 'ObjectExpression' ? literalMember(value.node, name, inner) : instanceMember(value, name, inner)))
    case 'function':
      return answer(value.node, `static ${name}`, sceneIn(scene, value.module, value.given), inner => staticMember(value, name, inner))
    case 'foreign': return value.source === '' ? [] : moduleValues(value.source, `${value.name}.${name}`, [], scene)
  }
}

function literalMember(node: Syntax, name: string, scene: Scene): readonly Value[] {
  if (node.type === 'ArrayExpression') {
    const elements = (node['elements'] as readonly unknown[]).filter(isSyntax)
    const picked = name === ANY_PROPERTY ? elements : elements.slice(Number(name), Number(name) + 1)
    return /^\d+$|^\*$/.test(name) ? picked.slice(0, 8).flatMap(element => valuesOf(element, scene)) : []
  }
  if (node.type !== 'ObjectExpression') return []
  const properties = node['properties'] as readonly Syntax[]
  if (name === ANY_PROPERTY) return properties.slice(0, 8).flatMap(property => (isSyntax(property['value']) ? valuesOf(property['value'], scene) : []))
  const property = properties.findLast(one => one.type === 'Property' && keyOf(one) === name)
  if (isSyntax(property?.['value'])) return valuesOf(property['value'], scene)
  const added = propertiesAddedTo(node, scene.module)
  const own = added.get(name)
  if (own !== undefined) return own.slice(0, 4).flatMap(value => valuesOf(value, scene))
  if (added.has(ANY_PROPERTY) && name !== 'sequelize') {
    // The `models/index.js` that Sequelize generates: `db[model.name] = model`, and `db.sequelize`.
    const clients = literalMember(node, 'sequelize', scene).filter(value => value.kind === 'handle')
    return clients.flatMap(client => memberOf(client, 'models', scene)).flatMap(models => memberOf(models, name, scene))
  }
  return properties.filter(one => one.type === 'SpreadElement').flatMap(one => valuesOf(one['argument'] as Syntax, scene)).flatMap(value => memberOf(value, name, scene))
}

type OwnClass = Extract<Value, { kind: 'instance' | 'function' }>

function instanceMember(value: OwnClass, name: string, scene: Scene): readonly Value[] {
  for (const member of membersIn(value.node)) {
    if (keyOf(member) !== name || member['static'] === true) continue
    if (member.type === 'MethodDefinition') {
      const method = member['value'] as Syntax
      return member['kind'] === 'get' ? returnedValues(method, scene) : [{ kind: 'function', node: method, module: value.module, given: value.given }]
    }
    if (isSyntax(member['value'])) return valuesOf(member['value'], scene)
  }
  const assigned = assignedTo(value.node, name).flatMap(node => valuesOf(node, scene))
  if (assigned.length > 0) return assigned
  for (const member of membersIn(value.node)) {
    if (member.type === 'PropertyDefinition' && keyOf(member) === name) return typeValues(member['typeAnnotation'], scene)
    if (member['kind'] !== 'constructor') continue
    for (const parameter of (member['value'] as Syntax)['params'] as readonly Syntax[]) {
      const inner = parameter.type === 'TSParameterProperty' ? parameter['parameter'] as Syntax : undefined
      const identifier = inner?.type === 'AssignmentPattern' ? inner['left'] as Syntax : inner
      if (identifier?.['name'] === name) return valuesOf(identifier, scene)
    }
  }
  return inherited(value, scene).flatMap(parent => memberOf(parent, name, scene))
}

function staticMember(value: OwnClass, name: string, scene: Scene): readonly Value[] {
  if (!value.node.type.startsWith('Class')) return []
  for (const member of membersIn(value.node)) {
    if (keyOf(member) !== name || member['static'] !== true) continue
    if (member.type === 'MethodDefinition') return [{ kind: 'function', node: member['value'] as Syntax, module: value.module, given: value.given }]
    return isSyntax(member['value']) ? valuesOf(member['value'], scene) : []
  }
  return subclassOf(value, scene).flatMap(parent => memberOf(parent, name, scene))
}

/** What an instance has of the class that its own extends. */
function inherited({ node }: OwnClass, scene: Scene): readonly Value[] {
  const parent = node['superClass']
  if (!isSyntax(parent)) return []
  return valuesOf(parent, scene).flatMap((value): readonly Value[] => {
    if (value.kind === 'function') return [{ ...value, kind: 'instance' }]
    if (value.kind !== 'handle') return []
    const made = libraryOf(value.handle).call(value.handle, siteOf(node, scene))?.result
    return made === undefined ? [] : [{ kind: 'handle', handle: made }]
  })
}

/** What a class of ours is to the library whose value it extends, or the class of ours that it extends. */
export function subclassOf({ node }: OwnClass, scene: Scene): readonly Value[] {
  const parent = node['superClass']
  if (!isSyntax(parent)) return []
  return valuesOf(parent, scene).flatMap((value): readonly Value[] => {
    if (value.kind !== 'handle') return value.kind === 'function' ? [value] : []
    const handle = libraryOf(value.handle).subclass?.(value.handle, node)
    return handle === undefined ? [] : [{ kind: 'handle', handle }]
  })
}

export function membersIn(node: Syntax): readonly Syntax[] {
  const body = node['body']
  return isSyntax(body) && body.type === 'ClassBody' ? body['body'] as readonly Syntax[] : []
}

const assignments = new WeakMap<Syntax, ReadonlyMap<string, readonly Syntax[]>>()

/** What a class writes to one of its own properties: `this.db = …`. */
function assignedTo(node: Syntax, name: string): readonly Syntax[] {
  let found = assignments.get(node)
  if (found === undefined) {
    const map = new Map<string, Syntax[]>()
    for (const one of descendants(node)) {
      const target = one.type === 'AssignmentExpression' ? one['left'] as Syntax : undefined
      if (target?.type !== 'MemberExpression' || (target['object'] as Syntax).type !== 'ThisExpression') continue
      const property = propertyOf(target)
      if (property !== undefined) map.set(property, [...map.get(property) ?? [], one['right'] as Syntax])
    }
    assignments.set(node, found = map)
  }
  return found.get(name)?.slice(0, 4) ?? []
}
