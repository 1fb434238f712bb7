/** Which functions a callee may be: through names, imports, classes, objects of functions, parameters and `this`. */
import type { Outside } from '../database/effect.ts'
import { farOriginsOf, type FarOrigin } from '../program/far-origins.ts'
import type { Module } from '../program/module.ts'
import { ANY_PROPERTY, keyOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import type { Binding, Hand, Place, Target } from './run.ts'

export interface Targets {
  readonly targets: readonly Target[]
  /** Whether these are all: nothing is called that nobody can look into. */
  readonly complete: boolean
  /** Parameters that the callee may be. */
  readonly hands: readonly Hand[]
}

const NONE: Targets = { targets: [], complete: false, hands: [] }

/** So many names are followed for one callee. */
const MOST_NAMES = 200

/** One search: what was asked already on the way, for each list of bindings. */
interface Search {
  left: number
  readonly known: Map<readonly Binding[], Map<Syntax, Map<string, Targets>>>
}

/**
 * What an expression may call when it is called (or constructed).
 * @param path properties of it that are called instead
 */
export function targetsOf(callee: Syntax, place: Place, path: readonly string[] = []): Targets {
  // What callers give differs from call to call.
  if (place.bindings.length > 0 || path.length > 0) return search(callee, place, path, 0, { left: MOST_NAMES, known: new Map() })
  let byNode = known.get(place.outside)
  if (byNode === undefined) known.set(place.outside, byNode = new WeakMap<Syntax, Targets>())
  let targets = byNode.get(callee)
  if (targets === undefined) byNode.set(callee, targets = search(callee, place, [], 0, { left: MOST_NAMES, known: new Map() }))
  return targets
}

/** Worked out once: every rule asks it of every call. */
const known = new WeakMap<Outside, WeakMap<Syntax, Targets>>()

function search(callee: Syntax, place: Place, path: readonly string[], depth: number, within: Search): Targets {
  if (depth > 6 || --within.left < 0) return NONE
  let byNode = within.known.get(place.bindings)
  if (byNode === undefined) within.known.set(place.bindings, byNode = new Map<Syntax, Map<string, Targets>>())
  let byPath = byNode.get(callee)
  if (byPath === undefined) byNode.set(callee, byPath = new Map<string, Targets>())
  const key = path.join('\0')
  const before = byPath.get(key)
  if (before !== undefined) return before
  // What is made of itself is followed once.
  byPath.set(key, NONE)
  const found = farOriginsOf(callee, place.module, place.outside, path).map(origin => targetsFrom(origin, place, depth, within))
  const targets: Targets = {
    targets: found.flatMap(one => one.targets),
    complete: found.length > 0 && found.every(one => one.complete),
    hands: found.flatMap(one => one.hands),
  }
  byPath.set(key, targets)
  return targets
}

const interned = new WeakMap<Syntax, Map<string, Hand>>()

/** One object for each parameter and key, so that lists of them are joined without a look inside. */
function handOf(of: Syntax, index: number, key: string): Hand {
  let own = interned.get(of)
  if (own === undefined) interned.set(of, own = new Map<string, Hand>())
  const name = `${String(index)}.${key}`
  let hand = own.get(name)
  if (hand === undefined) own.set(name, hand = { of, index, key })
  return hand
}

function all(fns: readonly Syntax[], module: Module): Targets {
  return fns.length === 0 ? NONE : { targets: fns.map(fn => ({ fn, module })), complete: true, hands: [] }
}

function targetsFrom({ origin, module }: FarOrigin, place: Place, depth: number, within: Search): Targets {
  const [first, second] = origin.path
  switch (origin.kind) {
    case 'function':
      if (first === undefined || isCaller(first)) return all([origin.node], module)
      return isClass(origin.node) ? all(methodsOf(origin.node, first, true), module) : NONE
    case 'parameter': {
      const binding = place.bindings.find(one => one.fn === origin.of)
      const argument = binding?.args[origin.index]
      const hands = [handOf(origin.of, origin.index, isCaller(first) ? '' : first ?? '')]
      if (binding === undefined || argument === undefined) return { targets: [], complete: false, hands }
      return { ...search(argument, binding.at, origin.path, depth + 1, within), hands }
    }
    case 'result': {
      const callee = search(origin.call['callee'] as Syntax, { ...place, module }, [], depth + 1, within)
      if (origin.call.type === 'NewExpression') return first === undefined ? NONE : merge(callee.targets.map(one => methodIn(one, first, place, depth, within)))
      // `const run = main.bind(null)`
      return isBinding(origin.call) && (first === undefined || isCaller(first)) ? callee : NONE
    }
    case 'this': {
      const owner = ownerOf(origin.in, module)
      if (owner === undefined || first === undefined) return NONE
      return isClass(owner) ? methodIn({ fn: owner, module }, first, place, depth, within) : all(valuesIn(owner, first), module)
    }
    case 'value':
      if (origin.node.type === 'Super' && first !== undefined) return fromSuper(origin.node, first, module, place, depth, within)
      return isCaller(second) || first === undefined || first === ANY_PROPERTY || /^\d+$/.test(first) ? all(valuesIn(origin.node, ANY_PROPERTY), module) : NONE
    default: return NONE
  }
}

function merge(found: readonly Targets[]): Targets {
  return { targets: found.flatMap(one => one.targets), complete: found.length > 0 && found.every(one => one.complete), hands: [] }
}

function isCaller(property: string | undefined): boolean {
  return property === 'call' || property === 'apply' || property === 'bind'
}

/** Whether a call is `f.bind(…)`. */
export function isBinding(call: Syntax): boolean {
  const callee = call['callee'] as Syntax
  return callee.type === 'MemberExpression' && (callee['property'] as Syntax)['name'] === 'bind'
}

export function isClass(node: Syntax): boolean {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression'
}

export function isFunction(node: Syntax): boolean {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
}

function membersOf(node: Syntax): readonly Syntax[] {
  return (node['body'] as Syntax)['body'] as readonly Syntax[]
}

/** The functions under a name in a class; under any name with `*`. */
export function methodsOf(node: Syntax, name: string, isStatic: boolean): readonly Syntax[] {
  return membersOf(node)
    .filter(member => (member['static'] === true) === isStatic && member['kind'] !== 'constructor' && (name === ANY_PROPERTY || keyOf(member) === name))
    .map(member => member['value']).filter(isSyntax).filter(isFunction)
}

/** A method of an instance, its own or one that it inherits. */
function methodIn({ fn, module }: Target, name: string, place: Place, depth: number, within: Search): Targets {
  if (!isClass(fn)) return NONE
  const own = methodsOf(fn, name, false)
  if (own.length > 0) return all(own, module)
  const parent = fn['superClass']
  if (!isSyntax(parent) || depth > 6) return NONE
  return inherited(parent, name, { ...place, module }, depth, within)
}

function fromSuper(node: Syntax, name: string, module: Module, place: Place, depth: number, within: Search): Targets {
  let at = module.parentOf(node)
  while (at !== undefined && !isClass(at)) at = module.parentOf(at)
  const parent = at?.['superClass']
  return isSyntax(parent) ? inherited(parent, name, { ...place, module }, depth, within) : NONE
}

function inherited(parent: Syntax, name: string, place: Place, depth: number, within: Search): Targets {
  return merge(search(parent, place, [], depth + 1, within).targets.map(one => methodIn(one, name, place, depth + 1, within)))
}

/** The class, or the object, whose method a function is. */
function ownerOf(method: Syntax | undefined, module: Module): Syntax | undefined {
  if (method === undefined) return undefined
  const member = /^(?:PropertyDefinition|StaticBlock)$/.test(method.type) ? method : module.parentOf(method)
  const body = member === undefined ? undefined : module.parentOf(member)
  if (member?.type === 'Property') return body
  return body?.type === 'ClassBody' ? module.parentOf(body) : undefined
}

/** The functions in an object or array literal, under a name or under any. */
function valuesIn(node: Syntax, name: string): readonly Syntax[] {
  if (node.type === 'ArrayExpression') return (node['elements'] as readonly unknown[]).filter(isSyntax).filter(isFunction)
  if (node.type !== 'ObjectExpression') return []
  return (node['properties'] as readonly Syntax[])
    .filter(property => property.type === 'Property' && (name === ANY_PROPERTY || keyOf(property) === name))
    .map(property => property['value']).filter(isSyntax).filter(isFunction)
}
