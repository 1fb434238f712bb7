/** Functions that are values: whoever gets one may call it, at once or later, so it inherits what holds where it is handed over. */
import { ANY_PROPERTY, keyOf, originsOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { addHands, type Exposure, type Frame, type Hand, type Place, type Target } from './run.ts'
import { OPEN, type State, type Step } from './state.ts'
import { summaryOf } from './summaries.ts'
import { isBinding, isClass, isFunction, methodsOf, targetsOf } from './targets.ts'

/** A function inside a value. `key` is the property that it is under, '' for the value itself. */
export interface Closure {
  readonly target: Target
  readonly key: string
}

/** The functions that a value is or holds. Parameters of the function around that it may be are noted as handed over. */
export function functionsIn(value: Syntax, place: Place, frame: Frame | undefined, depth = 0): readonly Closure[] {
  const { module } = place
  if (isFunction(value)) return [{ target: { fn: value, module }, key: '' }]
  switch (value.type) {
    case 'TSAsExpression': case 'TSNonNullExpression': case 'TSSatisfiesExpression': return functionsIn(value['expression'] as Syntax, place, frame, depth)
    case 'ObjectExpression': return depth > 4 ? [] : (value['properties'] as readonly Syntax[]).flatMap((property) => {
      const inner = property.type === 'SpreadElement' ? property['argument'] : property['value']
      const key = property.type === 'SpreadElement' ? ANY_PROPERTY : keyOf(property) ?? ANY_PROPERTY
      return isSyntax(inner) ? functionsIn(inner, place, frame, depth + 1).map(one => ({ ...one, key })) : []
    })
    case 'ArrayExpression': return depth > 4 ? [] : (value['elements'] as readonly unknown[]).filter(isSyntax)
      .flatMap(one => functionsIn(one.type === 'SpreadElement' ? one['argument'] as Syntax : one, place, frame, depth + 1).map(closure => ({ ...closure, key: ANY_PROPERTY })))
    case 'NewExpression': return closuresOf(targetsOf(value['callee'] as Syntax, place).targets.filter(({ fn }) => isClass(fn)), false)
    case 'CallExpression': return isBinding(value) ? functionsIn((value['callee'] as Syntax)['object'] as Syntax, place, frame, depth) : []
    case 'Identifier': case 'MemberExpression': {
      if (!mayHoldFunctions(value, place)) return []
      const { targets, hands } = targetsOf(value, place)
      if (frame !== undefined) addHands(frame, hands)
      return targets.length > 0 ? closuresOf(targets, true) : handlersOf(value, place)
    }
    default: return []
  }
}

/** `.command(reindex)`: a module that is handed over as a whole for the sake of its handler. */
function handlersOf(value: Syntax, place: Place): readonly Closure[] {
  const isModule = originsOf(value, place.module).some(({ kind, path }) => kind === 'module' && path.length === 0)
  return isModule ? closuresOf(targetsOf(value, place, ['handler']).targets, true) : []
}

/** Most names hold no function: they are told without asking where they come from. */
function mayHoldFunctions(value: Syntax, { module }: Place): boolean {
  let root = value
  while (root.type === 'MemberExpression') root = root['object'] as Syntax
  if (root.type === 'ThisExpression') return value !== root
  if (root.type !== 'Identifier') return false
  return module.variableOf(root) !== undefined
}

/** Classes stand for all their methods. */
function closuresOf(targets: readonly Target[], isValue: boolean): readonly Closure[] {
  return targets.flatMap(({ fn, module }) => {
    if (!isClass(fn)) return isValue ? [{ target: { fn, module }, key: '' }] : []
    const methods = [...methodsOf(fn, ANY_PROPERTY, false), ...(isValue ? methodsOf(fn, ANY_PROPERTY, true) : [])]
    return methods.map(method => ({ target: { fn: method, module }, key: ANY_PROPERTY }))
  })
}

/**
 * What functions do when they are called from a place that is reached with `state`; nothing is known of what comes back.
 * While another module is being loaded, what it hands over is registered (handlers of jobs, routes), and called when the script
 * has long begun, if ever.
 */
export function enterFunctions(closures: readonly Closure[], state: State, step: Step, frame: Frame): void {
  if (state.level !== OPEN || frame.run.loading > 0) return
  for (const { target } of closures) {
    const summary = summaryOf(target, [], frame.run)
    for (const { effect, trail } of summary.exposures) record(frame, effect.node, { effect, trail: [...state.trail, step, ...trail] })
    addHands(frame, summary.hands)
  }
}

/** Notes an effect that was reached; the first way to it is kept. */
export function record(frame: Frame, node: Syntax, exposure: Exposure): void {
  if (!frame.exposures.has(node)) frame.exposures.set(node, exposure)
}

/** Whether a parameter of a function, or the part of it under a key, is among those handed over. */
export function isHandedOver(hands: Iterable<Hand>, of: Syntax, index: number, key: string): boolean {
  for (const hand of hands) {
    if (hand.of === of && hand.index === index && (hand.key === '' || key === '' || hand.key === key || hand.key === ANY_PROPERTY || key === ANY_PROPERTY)) return true
  }
  return false
}
