/** What calls give: of a library's values by its own word, of our functions by what they return. */
import { propertyOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { givenWith } from './given.ts'
import type { Given, Handle, Outcome, Value } from './handle.ts'
import { libraryOf } from './libraries.ts'
import { subclassOf } from './members.ts'
import { IN_MEMORY, makesInMemory } from './memory.ts'
import { isFunction, returnsIn } from '../program/returns.ts'
import { sceneIn, type Scene } from './scene.ts'
import { siteOf } from './site.ts'
import { valuesOf } from './values.ts'

/** A function that returns more than this is asked for its first ones. */
const MOST_RETURNS = 8

/** What is called by a call, `new` or tagged template. */
export function calleeOf(call: Syntax): Syntax {
  return (call['callee'] ?? call['tag']) as Syntax
}

export interface LibraryCall {
  readonly handle: Handle
  readonly outcome: Outcome
}

/** What libraries say about a call. */
export function libraryCalls(call: Syntax, scene: Scene): readonly LibraryCall[] {
  return valuesOf(calleeOf(call), scene).flatMap((value) => {
    const handle = value.kind === 'handle' ? value.handle : undefined
    const outcome = handle === undefined ? undefined : outcomeOf(handle, call, scene)
    return handle === undefined || outcome === undefined ? [] : [{ handle, outcome }]
  })
}

function outcomeOf(handle: Handle, call: Syntax, scene: Scene): Outcome | undefined {
  const site = siteOf(call, scene)
  return makesInMemory(handle, site) ? { result: IN_MEMORY } : libraryOf(handle).call(handle, site)
}

/** Possible values of a call. */
export function callResults(call: Syntax, scene: Scene): readonly Value[] {
  const callees = valuesOf(calleeOf(call), scene)
  const found = callees.flatMap((value): readonly Value[] => {
    if (value.kind === 'handle') {
      const result = outcomeOf(value.handle, call, scene)?.result
      return result === undefined ? [] : [{ kind: 'handle', handle: result }]
    }
    if (value.kind !== 'function') return []
    if (value.node.type.startsWith('Class')) {
      const constructor = constructorOf(value.node)
      const given = constructor === undefined ? value.given : givenTo(constructor, call, value.given, scene)
      const model = subclassOf(value, sceneIn(scene, value.module, value.given)).filter(one => one.kind === 'handle')
      return [{ kind: 'instance', node: value.node, module: value.module, given }, ...model]
    }
    return returnedValues(value.node, sceneIn(scene, value.module, givenTo(value.node, call, value.given, scene)))
  })
  if (found.length > 0 || callees.some(value => value.kind === 'handle')) return found
  const held = fromContainer(call, scene)
  return held.length > 0 ? held : handedThrough(call, scene)
}

/** `app.get(DataSource)`, `container.resolve(UserService)`: an instance of the class that is asked for. */
function fromContainer(call: Syntax, scene: Scene): readonly Value[] {
  const callee = calleeOf(call)
  const [wanted] = argumentsOf(call)
  if (callee.type !== 'MemberExpression' || !/^(?:get|resolve)$/.test(propertyOf(callee) ?? '') || wanted?.type !== 'Identifier') return []
  return valuesOf(wanted, scene).flatMap((value): readonly Value[] => {
    if (value.kind === 'function' && value.node.type.startsWith('Class')) return [{ ...value, kind: 'instance' }]
    const made = value.kind === 'handle' && value.handle.role === 'class' ? outcomeOf(value.handle, call, scene)?.result : undefined
    return made === undefined ? [] : [{ kind: 'handle', handle: made }]
  })
}

/** `singleton('db', () => new PrismaClient())`: what nobody knows, but a function among its arguments makes a client. */
function handedThrough(call: Syntax, scene: Scene): readonly Value[] {
  for (const argument of argumentsOf(call)) {
    if (!isFunction(argument)) continue
    const made = returnedValues(argument, scene).filter(value => value.kind === 'handle' && value.handle.role === 'client')
    if (made.length > 0) return made
  }
  return []
}

export function argumentsOf(call: Syntax): readonly Syntax[] {
  return ((call['arguments'] ?? []) as readonly unknown[]).filter(isSyntax)
}

export function constructorOf(node: Syntax): Syntax | undefined {
  const body = node['body']
  if (!isSyntax(body) || body.type !== 'ClassBody') return undefined
  const found = (body['body'] as readonly Syntax[]).find(member => member['kind'] === 'constructor')
  return isSyntax(found?.['value']) ? found['value'] : undefined
}

/** What a call gives to a function, beside what its surroundings were given. Arguments that are nothing to us are left out. */
export function givenTo(fn: Syntax, call: Syntax, surroundings: Given, scene: Scene): Given {
  const values = argumentsOf(call).slice(0, 12).map(argument => valuesOf(argument, scene).filter(value => value.kind !== 'foreign' && value.kind !== 'syntax'))
  if (values.every(list => list.length === 0)) return surroundings
  return givenWith(surroundings, fn, values)
}

/** Possible values that a function of ours gives back. The scene must be of its module. */
export function returnedValues(fn: Syntax, scene: Scene): readonly Value[] {
  return returnsIn(fn).slice(0, MOST_RETURNS).flatMap(node => valuesOf(node, scene))
}
