/** Which code runs when a module is loaded or started, as against what it only defines or hands over. */
import type { Module } from '../program/module.ts'
import { propertyOf } from '../program/origin.ts'
import { isFunction } from '../program/returns.ts'
import { childrenOf, descendants, isSyntax, type Syntax } from '../program/syntax.ts'
import { argumentsOf, calleeOf, constructorOf, givenTo, libraryCalls } from './calls.ts'
import type { Outside } from './effect.ts'
import type { Value } from './handle.ts'
import { sceneOf, type Scene } from './scene.ts'
import { follow, valuesOf } from './values.ts'

export const CALLS = new Set(['CallExpression', 'NewExpression', 'TaggedTemplateExpression'])

export type OwnFunction = Extract<Value, { kind: 'function' }>

/** Methods that call what they are given: of lists, promises, and command lines. A handler of a server is not called by whoever registers it. */
const CALLS_ITS_ARGUMENT = /^(?:map|forEach|flatMap|filter|reduce|then|finally|catch|action|once)$/

/** Functions of ours that a call runs: what it calls, and what it hands over by name (`rows.map(insertRow)`). */
export function ownCallees(call: Syntax, scene: Scene): readonly OwnFunction[] {
  const own = (node: Syntax): readonly OwnFunction[] => valuesOf(node, scene).filter(value => value.kind === 'function')
  const called = own(calleeOf(call)).map(value => ({ ...value, given: givenTo(constructorOf(value.node) ?? value.node, call, value.given, scene) }))
  const callee = calleeOf(call)
  if (callee.type === 'MemberExpression' && propertyOf(callee) === 'command') return [...called, ...handlersIn(call, scene)]
  if (callee.type !== 'MemberExpression' || !CALLS_ITS_ARGUMENT.test(propertyOf(callee) ?? '')) return called
  const handed = argumentsOf(call).filter(argument => argument.type === 'Identifier' || argument.type === 'MemberExpression').flatMap(own)
  return [...called, ...handed.filter(({ node }) => !node.type.startsWith('Class'))]
}

/** What yargs calls of the modules and objects that `.command(module)` is given. */
function handlersIn(call: Syntax, scene: Scene): readonly OwnFunction[] {
  const given = argumentsOf(call).flatMap(argument => (argument.type === 'ArrayExpression' ? (argument['elements'] as readonly unknown[]).filter(isSyntax) : [argument]))
  const names = given.filter(({ type }) => type === 'Identifier' || type === 'MemberExpression' || type === 'CallExpression')
  return names.flatMap(argument => follow(valuesOf(argument, scene), ['handler'], scene)).filter(value => value.kind === 'function')
}

/**
 * Nodes that surely run when a program or a function does: those of other functions in it only where they are called on the spot. Of what is for a
 * module that is started itself (`require.main === module`) nothing, unless it is started.
 */
export function* running(root: Syntax, scene: Scene, started = false): Iterable<Syntax> {
  const stack: Syntax[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    for (const child of childrenOf(node)) {
      if (child.type === 'MethodDefinition' || (child.type === 'PropertyDefinition' && child['static'] !== true)) continue
      if (isFunction(child) && !runsOnTheSpot(child, node, scene)) continue
      if (!started && child.type === 'IfStatement' && asksForMain(child['test'] as Syntax)) {
        if (isSyntax(child['alternate'])) stack.push(child['alternate'])
      } else {
        stack.push(child)
      }
    }
  }
}

/** Whether a function is called where it stands, or handed to what calls it: a transaction, a method of lists or promises. */
function runsOnTheSpot(fn: Syntax, parent: Syntax, scene: Scene): boolean {
  if (!CALLS.has(parent.type)) return false
  const callee = calleeOf(parent)
  if (callee === fn) return true
  if (callee.type === 'MemberExpression' && CALLS_ITS_ARGUMENT.test(propertyOf(callee) ?? '')) return true
  return libraryCalls(parent, scene).some(({ outcome }) => outcome.callback !== undefined)
}

function asksForMain(test: Syntax): boolean {
  for (const node of descendants(test)) {
    if (node.type === 'MetaProperty') return true
    if (node.type === 'MemberExpression' && isSyntax(node['object']) && node['object']['name'] === 'require' && isSyntax(node['property']) && node['property']['name'] === 'main') return true
  }
  return false
}

/** The nodes of a module that surely run when it is started: its top level, and functions of its own that this calls. */
export function nodesAtStart(module: Module, outside: Outside): ReadonlySet<Syntax> {
  const scene = sceneOf(module, outside)
  const nodes = new Set<Syntax>()
  const roots = new Set<Syntax>([module.program])
  // The set grows while it is walked.
  for (const root of roots) {
    for (const node of running(root, scene, true)) {
      nodes.add(node)
      if (!CALLS.has(node.type)) continue
      for (const { node: fn, module: where } of ownCallees(node, scene)) if (where === module) roots.add(constructorOf(fn) ?? fn)
    }
  }
  return nodes
}
