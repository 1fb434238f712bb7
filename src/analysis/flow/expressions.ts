/** Expressions: in which order their parts run, and what holds behind them. */
import { TOO_DEEP, TOO_MUCH } from '../../core/code-rule.ts'
import type { Module } from '../program/module.ts'
import { isExportsObject } from '../program/far-origins.ts'
import { originsOf } from '../program/origin.ts'
import { childrenOf, isSyntax, startOf, stringOf, type Syntax } from '../program/syntax.ts'
import { evaluateCall, evaluateNew, expose, loadModule, throwFrom } from './calls.ts'
import { walkClassOnce } from './classes.ts'
import { enterFunctions, functionsIn } from './closures.ts'
import { giveUp, MAX_DEPTH, placeOf, type Frame } from './run.ts'
import { guarded, isSafe, join, OPEN, sinkInto, type State } from './state.ts'
import { joinBranches } from './statements.ts'
import { test } from './tests.ts'

/** What holds behind an expression. */
export interface Value {
  readonly state: State
  /** When it is a promise: once it is fulfilled. Else as `state`. */
  readonly settled: State
  /** When it is a promise: once it is rejected. Else as `state`. */
  readonly rejected: State
  /** When it is true, and when it is false; where that makes a difference. */
  readonly yes?: State | undefined
  readonly no?: State | undefined
  /** When it is a promise: when what it is fulfilled with is true, and when it is false. */
  readonly promised?: { readonly yes: State, readonly no: State } | undefined
}

export function plain(state: State): Value {
  return { state, settled: state, rejected: state }
}

/** Evaluates an expression that is reached with `state`. */
export function evaluate(node: Syntax, state: State, frame: Frame): Value {
  if (frame.run.depth >= MAX_DEPTH || --frame.run.left < 0) {
    giveUp(frame.run.left < 0 ? TOO_MUCH : TOO_DEEP, frame.run)
    return plain(state)
  }
  frame.run.depth++
  try {
    const value = evaluateNode(node, state, frame)
    return expose(node, value, frame)
  } finally {
    frame.run.depth--
  }
}

function evaluateNode(node: Syntax, state: State, frame: Frame): Value {
  switch (node.type) {
    case 'Literal': case 'ThisExpression': case 'Super': case 'MetaProperty': case 'TemplateElement': return plain(state)
    case 'Identifier': return plain(escape(node, state, frame))
    case 'FunctionExpression': case 'ArrowFunctionExpression': return plain(escape(node, state, frame))
    case 'ClassExpression': return plain(walkClassOnce(node, state, frame))
    case 'CallExpression': return evaluateCall(node, state, frame)
    case 'NewExpression': return evaluateNew(node, state, frame)
    case 'ImportExpression': return loadModule(stringOf(node['source']), node, evaluate(node['source'] as Syntax, state, frame).state, frame)
    case 'AwaitExpression': return evaluateAwait(node, state, frame)
    case 'MemberExpression': return plain(evaluateMember(node, state, frame))
    case 'AssignmentExpression': return evaluateAssignment(node, state, frame)
    case 'ConditionalExpression': return evaluateConditional(node, state, frame)
    case 'LogicalExpression': {
      const { yes, no, settled } = test(node, state, frame)
      return { state: joinBranches(node['left'] as Syntax, yes, no, frame), settled, rejected: state, yes, no }
    }
    case 'UnaryExpression': {
      if (node['operator'] === 'void') return { ...plain(evaluate(node['argument'] as Syntax, state, frame).state) }
      if (node['operator'] !== '!') return plain(evaluate(node['argument'] as Syntax, state, frame).state)
      const { yes, no } = test(node, state, frame)
      return { ...plain(join(yes, no)), yes, no }
    }
    case 'SequenceExpression': return evaluateSequence(node, state, frame)
    case 'TSAsExpression': case 'TSNonNullExpression': case 'TSSatisfiesExpression': case 'TSTypeAssertion': case 'ChainExpression':
    case 'ParenthesizedExpression': case 'TSInstantiationExpression':
      return evaluate(node['expression'] as Syntax, state, frame)
    default: return plain(evaluateParts(node, state, frame))
  }
}

/** Everything below, in the order of the text; types run nothing. */
export function evaluateParts(node: Syntax, state: State, frame: Frame): State {
  if (node.type.startsWith('TS') || /Statement$|Declaration$/.test(node.type)) return state
  let at = state
  for (const child of [...childrenOf(node)].sort((a, b) => startOf(a) - startOf(b))) at = evaluate(child, at, frame).state
  return at
}

/** A function that is defined here and called elsewhere: it is walked where it is called, not where it stands. */
export function evaluateDeferred(node: Syntax, state: State, frame: Frame): State {
  switch (node.type) {
    case 'FunctionExpression': case 'ArrowFunctionExpression': case 'Identifier': return state
    case 'ObjectExpression': case 'ArrayExpression': {
      const parts = (node['properties'] ?? node['elements']) as readonly unknown[]
      let at = state
      for (const part of parts) {
        if (!isSyntax(part)) continue
        const key = part['computed'] === true ? part['key'] : undefined
        if (isSyntax(key)) at = evaluate(key, at, frame).state
        const value = part.type === 'Property' ? part['value'] : part.type === 'SpreadElement' ? part['argument'] : part
        if (isSyntax(value)) at = evaluateDeferred(value, at, frame)
      }
      return at
    }
    default: {
      const value = evaluate(node, state, frame)
      return value.state
    }
  }
}

/** Defaults in a pattern. */
export function evaluatePattern(pattern: Syntax, state: State, frame: Frame): State {
  switch (pattern.type) {
    case 'AssignmentPattern': {
      const withDefault = evaluateDeferred(pattern['right'] as Syntax, state, frame)
      return evaluatePattern(pattern['left'] as Syntax, join(state, withDefault), frame)
    }
    case 'ObjectPattern': {
      const parts = (pattern['properties'] as readonly Syntax[]).map(one => (one['value'] ?? one['argument']) as Syntax)
      return evaluatePatterns(parts, state, frame)
    }
    case 'ArrayPattern': return evaluatePatterns(pattern['elements'] as readonly unknown[], state, frame)
    default: return state
  }
}

/** Defaults in patterns one after the other: the parts of one, or the parameters of a function. */
export function evaluatePatterns(patterns: readonly unknown[], state: State, frame: Frame): State {
  return patterns.reduce<State>((at, one) => (isSyntax(one) ? evaluatePattern(one, at, frame) : at), state)
}

function evaluateAwait(node: Syntax, state: State, frame: Frame): Value {
  const argument = node['argument'] as Syntax
  const value = evaluate(argument, state, frame)
  sinkInto(frame.waits, value.state)
  throwFrom(value.rejected, frame)
  const settled = isSafe(value.settled) || !isProvingPromise(argument, frame) ? value.settled : guarded
  return { ...plain(settled), yes: value.promised?.yes, no: value.promised?.no }
}

/** `const check = validate(); …; await check`. */
function isProvingPromise(argument: Syntax, frame: Frame): boolean {
  if (argument.type !== 'Identifier') return false
  const origins = originsOf(argument, frame.module)
  return origins.length > 0 && origins.every(origin => origin.kind === 'result' && origin.path.length === 0 && frame.run.proving.has(origin.call))
}

function evaluateMember(node: Syntax, state: State, frame: Frame): State {
  const object = node['object'] as Syntax
  const computed = node['computed'] === true ? node['property'] : undefined
  let at = object.type === 'Identifier' ? escape(node, state, frame) : evaluate(object, state, frame).state
  if (isSyntax(computed)) at = evaluate(computed, at, frame).state
  return at
}

function evaluateAssignment(node: Syntax, state: State, frame: Frame): Value {
  const [left, right] = [node['left'] as Syntax, node['right'] as Syntax]
  const operator = String(node['operator'])
  const isMember = left.type === 'MemberExpression' && !isExportsObject(left['object'] as Syntax)
  const at = isMember ? evaluate(left['object'] as Syntax, state, frame).state : evaluatePattern(left, state, frame)
  if (isHolder(left) && /Function|Object|Array|Identifier/.test(right.type)) return plain(evaluateDeferred(right, at, frame))
  const value = evaluate(right, at, frame)
  return /^(?:&&|\|\||\?\?)=$/.test(operator) ? plain(join(at, value.state)) : value
}

/** Whether what is assigned is only kept: in a variable, an export, a property of `this`. */
function isHolder(left: Syntax): boolean {
  if (left.type === 'Identifier' || isExportsObject(left)) return true
  const object = left['object'] as Syntax | undefined
  return left.type === 'MemberExpression' && object !== undefined && (isExportsObject(object) || object.type === 'ThisExpression')
}

function evaluateConditional(node: Syntax, entry: State, frame: Frame): Value {
  const condition = node['test'] as Syntax
  const { yes, no } = test(condition, entry, frame)
  const then = evaluate(node['consequent'] as Syntax, yes, frame)
  const otherwise = evaluate(node['alternate'] as Syntax, no, frame)
  const state = joinBranches(condition, then.state, otherwise.state, frame)
  return { state, settled: join(then.settled, otherwise.settled), rejected: join(then.rejected, otherwise.rejected) }
}

function evaluateSequence(node: Syntax, state: State, frame: Frame): Value {
  let value = plain(state)
  for (const part of node['expressions'] as readonly Syntax[]) value = evaluate(part, value.state, frame)
  return value
}

/** A function that is read as a value may be called by anybody from now on. */
function escape(node: Syntax, state: State, frame: Frame): State {
  if (state.level !== OPEN) return state
  const functions = functionsIn(node, placeOf(frame), frame)
  enterFunctions(functions, state, { kind: 'callback', node, module: frame.module, text: '' }, frame)
  return state
}

/** The only value that a variable ever has. */
export function constantOf(identifier: Syntax, module: Module): Syntax | undefined {
  const variable = module.variableOf(identifier)
  const definition = variable?.defs[0]
  if (variable?.defs.length !== 1 || definition?.type !== 'Variable' || definition.node['id'] !== definition.name) return undefined
  const init = definition.node['init']
  const isRewritten = variable.references.some(reference => reference.isWrite() && reference.identifier !== definition.name)
  return isSyntax(init) && !isRewritten ? init : undefined
}
