/** Promises: `then`, `catch` and `finally`, and those that wait for several. */
import { originsOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { continued, stepAt, throwFrom } from './calls.ts'
import { enterFunctions, functionsIn, record, type Closure } from './closures.ts'
import { evaluate, evaluateDeferred, plain, type Value } from './expressions.ts'
import { addHands, placeOf, type Frame } from './run.ts'
import { dead, isSafe, join, meet, OPEN, withStep, type State } from './state.ts'
import { summaryOf } from './summaries.ts'

/** A call that is about promises; `undefined` for any other. */
export function evaluatePromise(node: Syntax, state: State, frame: Frame): Value | undefined {
  const callee = node['callee'] as Syntax
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return undefined
  const method = String((callee['property'] as Syntax)['name'])
  const args = (node['arguments'] as readonly unknown[]).filter(isSyntax)
  if (/^(?:then|catch|finally)$/.test(method)) return evaluateChain(method, callee['object'] as Syntax, args, state, frame)
  const isPromise = (callee['object'] as Syntax)['name'] === 'Promise' && frame.module.variableOf(callee['object'] as Syntax) === undefined
  return isPromise && /^(?:all|any|race|allSettled|reject|resolve)$/.test(method) ? evaluateStatic(method, args, state, frame) : undefined
}

function evaluateChain(method: string, object: Syntax, args: readonly Syntax[], state: State, frame: Frame): Value {
  const base = object.type === 'Identifier' ? promiseNamed(object, state, frame) : evaluate(object, state, frame)
  const [first, second] = args
  if (method === 'then') {
    const then = handle(first, base.settled, frame)
    if (second === undefined) return { state: base.state, settled: then.settled, rejected: join(base.rejected, then.rejected) }
    const failed = handle(second, base.rejected, frame)
    return { state: base.state, settled: join(then.settled, failed.settled), rejected: join(then.rejected, failed.rejected) }
  }
  if (method === 'catch') {
    const failed = handle(first, base.rejected, frame)
    const settled = join(base.settled, failed.settled)
    const isSwallowed = isSafe(base.settled) && !isSafe(settled) && first !== undefined
    return { state: base.state, settled: isSwallowed ? withStep(settled, stepAt('caught', first, frame)) : settled, rejected: failed.rejected }
  }
  const last = handle(first, join(base.settled, base.rejected), frame)
  return { state: base.state, settled: meet(base.settled, last.settled), rejected: join(base.rejected, last.rejected) }
}

/** A promise in a variable: what it proves was said where it was made. */
function promiseNamed(name: Syntax, state: State, frame: Frame): Value {
  const origins = originsOf(name, frame.module)
  const proves = origins.length > 0 && origins.every(origin => origin.kind === 'result' && frame.run.proving.has(origin.call))
  return proves && state.level === OPEN ? { state, settled: { level: 1, trail: [] }, rejected: state } : plain(state)
}

/** What holds after the handler of a promise that is entered with `entry`. */
function handle(handler: Syntax | undefined, entry: State, frame: Frame): { readonly settled: State, readonly rejected: State } {
  if (handler === undefined) return { settled: entry, rejected: entry }
  evaluateDeferred(handler, entry, frame)
  if (entry.level !== OPEN) return { settled: isExiting(handler, frame) ? dead : entry, rejected: entry }
  const closures = functionsIn(handler, placeOf(frame), frame)
  const only = closures[0]
  if (closures.length === 1 && only !== undefined) return enterOne(only, handler, entry, frame)
  enterFunctions(closures, entry, stepAt('callback', handler, frame), frame)
  return { settled: entry, rejected: entry }
}

function enterOne({ target }: Closure, handler: Syntax, entry: State, frame: Frame): { readonly settled: State, readonly rejected: State } {
  const summary = summaryOf(target, [], frame.run)
  const step = stepAt('callback', handler, frame)
  for (const { effect, trail } of summary.exposures) record(frame, effect.node, { effect, trail: [...entry.trail, step, ...trail] })
  addHands(frame, summary.hands)
  return { settled: continued(summary.settled, entry), rejected: continued(summary.thrown, entry) }
}

function isExiting(handler: Syntax, frame: Frame): boolean {
  const closures = functionsIn(handler, placeOf(frame), undefined)
  return closures.length === 1 && closures.every(({ target }) => summaryOf(target, [], frame.run).settled.level === dead.level)
}

function evaluateStatic(method: string, args: readonly Syntax[], state: State, frame: Frame): Value {
  const [argument] = args
  const isList = argument?.type === 'ArrayExpression'
  const items = isList ? (argument['elements'] as readonly unknown[]).filter(isSyntax) : args
  let at = state
  const values = items.map((item) => {
    const value = item.type === 'SpreadElement' ? plain(evaluate(item['argument'] as Syntax, at, frame).state) : evaluate(item, at, frame)
    at = value.state
    return value
  })
  if (method === 'reject') return { state: at, settled: dead, rejected: at }
  if (at.level !== OPEN || values.length === 0) {
    if (at.level === OPEN) throwFrom(at, frame)
    return plain(at)
  }
  const settled = values.map(value => value.settled)
  const met = method === 'all' || method === 'resolve' ? settled.reduce(meet) : method === 'allSettled' ? at : settled.reduce(join)
  return { state: at, settled: meet(met, at), rejected: at }
}
