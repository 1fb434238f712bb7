/** Calls: what is called, with which functions in hand, and what holds when it comes back. */
import { propertyOf } from '../program/origin.ts'
import { callOf, endOf, isSyntax, startOf, stringOf, type Syntax } from '../program/syntax.ts'
import { fixesArguments } from './arguments.ts'
import { evaluateAssertion } from './assertions.ts'
import { constructParent } from './classes.ts'
import { enterFunctions, functionsIn, isHandedOver, record, type Closure } from './closures.ts'
import { isBehindHook } from './command-hooks.ts'
import { isExit } from './exits.ts'
import { evaluate, evaluateDeferred, plain, type Value } from './expressions.ts'
import { evaluatePromise } from './promises.ts'
import { addHands, placeOf, type Binding, type Frame, type Summary, type Target } from './run.ts'
import { dead, DEAD, GUARDED, guarded, isSafe, join, OPEN, sinkInto, TOLD, withStep, type State, type Step } from './state.ts'
import { load, summaryOf } from './summaries.ts'
import { isClass, isFunction, targetsOf } from './targets.ts'

/** An error may leave from here: to the handler around, or out of the function. */
export function throwFrom(state: State, frame: Frame): void {
  sinkInto(frame.handlers.at(-1) ?? frame.thrown, state)
}

/** Notes the effect of a node that is reached without the guard; afterwards it has been told. */
export function expose(node: Syntax, value: Value, frame: Frame): Value {
  if (value.state.level !== OPEN || frame.run.covered.has(node)) return value
  const effect = frame.run.vocabulary.effectsIn(frame.module).get(node)
  if (effect === undefined) return value
  record(frame, node, { effect, trail: value.state.trail })
  return plain({ level: TOLD, trail: [] })
}

function hasEffect(node: Syntax, frame: Frame): boolean {
  return frame.run.vocabulary.effectsIn(frame.module).has(node)
}

/** The functions inside each argument. */
type Handed = readonly (readonly Closure[])[]

/** Functions that only look at what they are given. */
const LOOKERS = /^(?:console|JSON|Object|Boolean|String|Number|Math|Array)$/

export function evaluateCall(node: Syntax, state: State, frame: Frame): Value {
  const callee = node['callee'] as Syntax
  const args = (node['arguments'] as readonly unknown[]).filter(isSyntax)
  const promise = evaluatePromise(node, state, frame)
  if (promise !== undefined) return promise
  let at = evaluateCallee(callee, state, frame)
  const isRequire = callee.type === 'Identifier' && callee['name'] === 'require' && frame.module.variableOf(callee) === undefined
  if (isRequire) return loadModule(stringOf(args[0]), node, at, frame)
  if (callee.type === 'Super') {
    for (const argument of args) at = evaluateDeferred(argument, at, frame)
    const parent = superClassAround(node, frame)
    return plain(parent === undefined ? at : constructParent(parent, at, frame))
  }
  const assertion = evaluateAssertion(node, at, frame)
  if (assertion !== undefined) return assertion
  for (const argument of args) at = evaluateDeferred(argument.type === 'SpreadElement' ? argument['argument'] as Syntax : argument, at, frame)
  if (at.level === DEAD) return plain(dead)
  if (isExit(node, frame.module)) return plain(dead)
  if (at.level !== OPEN) return plain(at)
  const value = callAt(node, callee, args, at, frame)
  return node['optional'] === true && isSafe(value.state) ? perhaps(node, at, frame) : value
}

/** `guard?.()` may do nothing. */
function perhaps(node: Syntax, at: State, frame: Frame): Value {
  return plain(withStep(at, { kind: 'perhaps', node, module: frame.module, text: '' }))
}

function evaluateCallee(callee: Syntax, state: State, frame: Frame): State {
  if (callee.type === 'Identifier' || callee.type === 'Super' || isFunction(callee)) return state
  if (callee.type !== 'MemberExpression') return evaluate(callee, state, frame).state
  const object = callee['object'] as Syntax
  const computed = callee['computed'] === true ? callee['property'] : undefined
  const at = isNamePath(object) ? state : evaluate(object, state, frame).state
  return isSyntax(computed) ? evaluate(computed, at, frame).state : at
}

/** `a.b.c`: names alone, which hand nothing over. */
function isNamePath(node: Syntax): boolean {
  let at = node
  while (at.type === 'MemberExpression' && at['computed'] !== true) at = at['object'] as Syntax
  return at.type === 'Identifier' || at.type === 'ThisExpression' || at.type === 'Super'
}

function superClassAround(node: Syntax, frame: Frame): Syntax | undefined {
  let at: Syntax | undefined = node
  while (at !== undefined && !isClass(at)) at = frame.module.parentOf(at)
  return isSyntax(at?.['superClass']) ? at['superClass'] : undefined
}

function callAt(node: Syntax, callee: Syntax, args: readonly Syntax[], at: State, frame: Frame): Value {
  const place = placeOf(frame)
  const { vocabulary } = frame.run
  const called = isFunction(callee) ? { targets: [{ fn: callee, module: frame.module }], complete: true, hands: [] } : targetsOf(callee, place)
  addHands(frame, called.hands)
  const named = vocabulary.namedGuard(node, place, called.targets)
  if (named === 'elsewhere') {
    throwFrom(at, frame)
    return plain(at)
  }
  if (named !== undefined) return callNamedGuard(node, named === 'rejects', at, frame)
  const closures = args.map(argument => functionsIn(argument, place, frame))
  const onlyLooks = callee.type === 'MemberExpression' && LOOKERS.test(String((callee['object'] as Syntax)['name']))
  if (called.targets.length === 0 || !called.complete) {
    // Unknown: it may call whatever it is given.
    if (!onlyLooks && !isBehindHook(node, frame)) handOver(args, closures, at, frame)
    const value = expose(node, called.targets.length === 0 ? plain(at) : perhapsCalled(node, called.targets, args, closures, at, frame), frame)
    if (!onlyLooks) throwFrom(value.rejected.level === OPEN || hasEffect(node, frame) ? value.state : value.rejected, frame)
    return value
  }
  return callTargets(node, called.targets, args, closures, at, frame)
}

/** Gives the functions in arguments to somebody unknown, who may call them. */
function handOver(args: readonly Syntax[], closures: Handed, at: State, frame: Frame): void {
  for (const [index, argument] of args.entries()) enterFunctions(closures[index] ?? [], at, stepAt('callback', argument, frame), frame)
}

/** Some of what may be called is known: what that does is told, but nobody knows that the guard ran. */
function perhapsCalled(node: Syntax, targets: readonly Target[], args: readonly Syntax[], closures: Handed, at: State, frame: Frame): Value {
  const value = callTargets(node, targets, args, closures, at, frame)
  return plain(isSafe(value.state) ? at : value.state)
}

function callNamedGuard(node: Syntax, rejects: boolean, at: State, frame: Frame): Value {
  frame.near = true
  frame.run.guards.set(node, frame.module)
  if (rejects) {
    frame.run.proving.add(node)
    return { state: at, settled: guarded, rejected: at }
  }
  throwFrom(at, frame)
  return { state: guarded, settled: guarded, rejected: at }
}

/** What holds after a call of functions that are all known. */
function callTargets(node: Syntax, targets: readonly Target[], args: readonly Syntax[], closures: Handed, at: State, frame: Frame): Value {
  let whole: Value | undefined
  for (const target of targets) {
    const value = callOne(node, target, args, closures, at, frame)
    whole = whole === undefined ? value : joinValues(whole, value)
  }
  if (whole === undefined) return plain(at)
  if (isSafe(whole.settled)) frame.run.proving.add(node)
  if (whole.settled.level === GUARDED) frame.run.guards.set(node, frame.module)
  return expose(node, whole, frame)
}

function callOne(node: Syntax, target: Target, args: readonly Syntax[], closures: Handed, at: State, frame: Frame): Value {
  const { run } = frame
  const place = placeOf(frame)
  const matters = isFunction(target.fn) && args.some(argument => run.vocabulary.matters(argument, place))
  const bindings: readonly Binding[] = matters ? [{ fn: target.fn, args, at: place }] : []
  const whatever = summaryOf(target, bindings, run)
  // A guard that this call may switch on or off is walked for this call.
  const isFixed = !matters && whatever.near && isFunction(target.fn) && fixesArguments(target.fn, args)
  const summary = isFixed ? summaryOf(target, [{ fn: target.fn, args, at: place }], run) : whatever
  const step = stepAt('call', node, frame)
  for (const { effect, trail } of summary.exposures) record(frame, effect.node, { effect, trail: [...at.trail, step, ...trail] })
  for (const hand of summary.hands) if (hand.of !== target.fn) frame.hands.add(hand)
  frame.near ||= summary.near
  for (const [index, inside] of closures.entries()) {
    const handed = inside.filter(({ key }) => isHandedOver(summary.hands, target.fn, index, key) || usesArguments(target))
    enterFunctions(handed, at, stepAt('callback', args[index] ?? node, frame), frame)
  }
  if (summary.exposures.length > 0 || isSafe(summary.after) || isSafe(summary.settled) || hasOwnEffect(target, frame)) run.covered.add(node)
  if (target.fn['async'] === true) {
    const promised = { yes: continued(summary.yes, at), no: continued(summary.no, at) }
    return { ...valueOf(summary, at), yes: undefined, no: undefined, promised }
  }
  throwFrom(continued(summary.thrown, at), frame)
  return valueOf(summary, at)
}

/** Whether an effect stands in a function itself: then walking it says whether it is reached. Else only the call may know what is given. */
function hasOwnEffect({ fn, module }: Target, { run }: Frame): boolean {
  const [start, end] = [startOf(fn), endOf(fn)]
  return [...run.vocabulary.effectsIn(module).keys()].some(node => startOf(node) >= start && endOf(node) <= end)
}

/** `function run(...callbacks)` and `arguments`: nobody knows which is which. */
function usesArguments({ fn }: Target): boolean {
  return ((fn['params'] ?? []) as readonly Syntax[]).some(parameter => parameter.type === 'RestElement')
}

function valueOf(summary: Summary, at: State): Value {
  const [after, settled, yes, no] = [summary.after, summary.settled, summary.yes, summary.no].map(state => continued(state, at))
  return { state: after ?? at, settled: settled ?? at, rejected: continued(summary.thrown, at), yes, no }
}

/** What a summary says, for a call that is reached with `at`: what the callee adds to the way here. */
export function continued(state: State, at: State): State {
  return state.level === OPEN ? state.trail.reduce(withStep, at) : state
}

function joinValues(a: Value, b: Value): Value {
  const state = join(a.state, b.state)
  return { state, settled: join(a.settled, b.settled), rejected: join(a.rejected, b.rejected) }
}

export function stepAt(kind: Step['kind'], node: Syntax, frame: Frame): Step {
  const call = callOf(node)
  return { kind, node, module: frame.module, text: call?.name ?? (node.type === 'Identifier' ? String(node['name']) : propertyOf(node) ?? '') }
}

/** `new C()`. */
export function evaluateNew(node: Syntax, state: State, frame: Frame): Value {
  const callee = node['callee'] as Syntax
  const args = (node['arguments'] as readonly unknown[]).filter(isSyntax)
  let at = evaluateCallee(callee, state, frame)
  for (const argument of args) at = evaluateDeferred(argument, at, frame)
  if (at.level !== OPEN) return plain(at)
  const place = placeOf(frame)
  const { targets, complete } = targetsOf(callee, place)
  // The traps of a proxy are called when somebody uses it.
  if (callee['name'] === 'Proxy') return plain(at)
  const closures = args.map(argument => functionsIn(argument, place, frame))
  if (targets.length > 0 && complete) return callTargets(node, targets, args, closures, at, frame)
  handOver(args, closures, at, frame)
  const value = expose(node, plain(at), frame)
  throwFrom(value.state, frame)
  return value
}

/** `require('…')`, `import('…')`. */
export function loadModule(source: string | undefined, node: Syntax, state: State, frame: Frame): Value {
  if (source === undefined) return plain(state)
  const after = load(source, node, state, frame)
  throwFrom(state.level === OPEN && after.level === TOLD ? after : state, frame)
  // `import()` is over when its promise is fulfilled.
  if (node.type !== 'ImportExpression' || after.level === TOLD) return plain(after)
  return { state, settled: after, rejected: state }
}
