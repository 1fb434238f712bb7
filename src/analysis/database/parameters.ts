/** What a parameter is: by what callers give, by its type, by whoever calls the callback, by a library's convention. */
import { exportsOf, exportedNames } from '../program/exports.ts'
import type { Module } from '../program/module.ts'
import { propertyOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { argumentsOf, calleeOf, constructorOf, libraryCalls } from './calls.ts'
import type { Value } from './handle.ts'
import { libraryConvention, libraryOf } from './libraries.ts'
import { MOST_DEPTH, sceneIn, type Scene } from './scene.ts'
import { typeValues } from './types.ts'
import { follow, valuesOf } from './values.ts'

const MOST_CALLERS = 6

/** Possible values of a function's parameter (0-based) before its pattern is taken apart. */
export function parameterValues(fn: Syntax, index: number, scene: Scene): readonly Value[] {
  const given = scene.given.get(fn)?.[index]
  if (given !== undefined && given.length > 0) return given
  const parameter = (fn['params'] as readonly Syntax[])[index]
  const typed = parameter === undefined ? [] : typeValues(annotationOf(parameter), scene)
  if (typed.length > 0) return typed
  const asCallback = callbackValues(fn, index, scene)
  if (asCallback.length > 0) return asCallback
  for (const use of usesOf(fn, scene.module).slice(0, MOST_CALLERS)) {
    const call = scene.module.parentOf(use)
    if (call === undefined || !/^(?:Call|New)Expression$/.test(call.type)) continue
    const argument = calleeOf(call) === use ? argumentsOf(call)[index] : undefined
    const found = calleeOf(call) === use ? (argument === undefined ? [] : valuesOf(argument, scene)) : callbackValues(use, index, scene)
    const known = found.filter(value => value.kind !== 'foreign')
    if (known.length > 0) return known
  }
  return byConvention(fn, parameter, index, scene.module)
}

/** The annotation of a parameter, also below a default and a parameter property. */
function annotationOf(parameter: Syntax): unknown {
  const inner = parameter.type === 'TSParameterProperty' ? parameter['parameter'] as Syntax : parameter
  const target = inner.type === 'AssignmentPattern' ? inner['left'] as Syntax : inner
  return target['typeAnnotation']
}

/** What a function is called with by the call that it is an argument of. */
function callbackValues(argument: Syntax, index: number, scene: Scene): readonly Value[] {
  if (scene.depth > MOST_DEPTH || --scene.budget.left < 0) return []
  const call = scene.module.parentOf(argument)
  if (call === undefined || !/^(?:Call|New)Expression$/.test(call.type) || calleeOf(call) === argument) return []
  const place = argumentsOf(call).indexOf(argument)
  const callee = calleeOf(call)
  const object = callee.type === 'MemberExpression' ? callee['object'] as Syntax : undefined
  const method = callee.type === 'MemberExpression' ? propertyOf(callee) : undefined
  if (object !== undefined && method === 'then' && place === 0 && index === 0) return valuesOf(object, scene)
  if (object !== undefined && index === 0 && /^(?:forEach|map|flatMap|filter|eachAsync)$/.test(method ?? '')) {
    const elements = follow(valuesOf(object, scene).filter(isList), ['*'], scene)
    if (elements.length > 0) return elements
  }
  const byLibrary = libraryCalls(call, scene).flatMap(({ outcome }) => outcome.callback?.[index] ?? [])
  if (byLibrary.length > 0) return byLibrary.map(handle => ({ kind: 'handle', handle }))
  return valuesOf(callee, scene).flatMap(value => (value.kind === 'function' ? handedTo(value, place, index, scene) : []))
}

/** Whether a value may be a list of others. */
function isList(value: Value): boolean {
  return value.kind === 'syntax' || (value.kind === 'handle' && libraryOf(value.handle).element?.(value.handle) !== undefined)
}

/** What a function of ours calls its own parameter with: `withClient(fn) { … fn(client) }`. */
function handedTo(value: Extract<Value, { kind: 'function' }>, place: number, index: number, scene: Scene): readonly Value[] {
  const parameter = (value.node['params'] as readonly Syntax[] | undefined)?.[place]
  if (parameter?.type !== 'Identifier') return []
  const inner = sceneIn(scene, value.module, value.given)
  for (const { identifier } of value.module.variableOf(parameter)?.references ?? []) {
    const call = value.module.parentOf(identifier)
    if (call?.type !== 'CallExpression' || calleeOf(call) !== identifier) {
      // Handed on: `return prisma.$transaction(fn)`.
      const handed = call === undefined || calleeOf(call) === identifier ? [] : callbackValues(identifier, index, inner)
      if (handed.length > 0) return handed
      continue
    }
    const argument = argumentsOf(call)[index]
    const found = argument === undefined ? [] : valuesOf(argument, inner)
    if (found.length > 0) return found
  }
  return []
}

/** Where a function, or the class whose constructor it is, is used by its name. */
function usesOf(fn: Syntax, module: Module): readonly Syntax[] {
  const parent = module.parentOf(fn)
  const owner = parent?.type === 'MethodDefinition' && parent['kind'] === 'constructor' ? module.parentOf(module.parentOf(parent) ?? parent) : fn
  if (owner === undefined || (owner !== fn && constructorOf(owner) !== fn)) return []
  const holder = module.parentOf(owner)
  const name = isSyntax(owner['id']) ? owner['id'] : holder?.type === 'VariableDeclarator' ? holder['id'] : undefined
  const variable = isSyntax(name) && name.type === 'Identifier' ? module.variableOf(name) : undefined
  return (variable?.references ?? []).filter(reference => reference.isRead()).map(reference => reference.identifier)
}

/** Functions that a library runs by themselves: what a file exports under the library's names. */
function byConvention(fn: Syntax, parameter: Syntax | undefined, index: number, module: Module): readonly Value[] {
  if (parameter?.type !== 'Identifier') return []
  const exported = [...exportedNames(module), 'default'].find(name => exportsOf(module, name).some(one => one.kind === 'value' && isSame(one.node, fn, module)))
    ?? methodName(fn, module)
  const handle = exported === undefined ? undefined : libraryConvention(exported, String(parameter['name']), index, module)
  return handle === undefined ? [] : [{ kind: 'handle', handle }]
}

function isSame(node: Syntax, fn: Syntax, module: Module): boolean {
  if (node === fn) return true
  return node.type === 'Identifier' && module.variableOf(node)?.defs.some(({ node: definition }) => definition === fn || definition['init'] === fn) === true
}

/** The name of a method in an object or class: `up: async queryInterface => …`. */
function methodName(fn: Syntax, module: Module): string | undefined {
  const parent = module.parentOf(fn)
  const key = parent?.type === 'Property' || parent?.type === 'MethodDefinition' ? parent['key'] : undefined
  return isSyntax(key) && key.type === 'Identifier' ? String(key['name']) : undefined
}
