/** Statements: which paths lead through them, and how far each has come. */
import { TOO_DEEP } from '../../core/code-rule.ts'
import { originsOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { evaluate, evaluateDeferred, evaluatePattern } from './expressions.ts'
import { throwFrom } from './calls.ts'
import { walkClassOnce } from './classes.ts'
import { giveUp, MAX_DEPTH, placeOf, type Frame, type Jump } from './run.ts'
import { dead, DEAD, GUARDED, isSafe, join, OPEN, sinkInto, withStep, type Sink, type State } from './state.ts'
import { test } from './tests.ts'

/** Walks statements one after the other. */
export function walkAll(statements: unknown, state: State, frame: Frame): State {
  let at = state
  for (const statement of statements as readonly unknown[]) {
    if (at.level === DEAD) return at
    if (isSyntax(statement)) at = walk(statement, at, frame)
  }
  return at
}

/** What holds behind a statement that is entered with `state`. */
export function walk(statement: Syntax, state: State, frame: Frame): State {
  if (state.level === DEAD) return state
  if (frame.run.depth >= MAX_DEPTH) {
    giveUp(TOO_DEEP, frame.run)
    return state
  }
  frame.run.depth++
  try {
    return walkStatement(statement, state, frame, [])
  } finally {
    frame.run.depth--
  }
}

function walkStatement(statement: Syntax, state: State, frame: Frame, labels: readonly string[]): State {
  switch (statement.type) {
    case 'BlockStatement': case 'StaticBlock': case 'Program': return walkAll(statement['body'], state, frame)
    case 'ExpressionStatement': return walkExpression(statement['expression'] as Syntax, state, frame)
    case 'VariableDeclaration': return walkDeclarations(statement, state, frame)
    case 'ClassDeclaration': return walkClassOnce(statement, state, frame)
    case 'ExportNamedDeclaration': case 'ExportDefaultDeclaration': return walkExported(statement['declaration'], state, frame)
    case 'TSExportAssignment': return walkExported(statement['expression'], state, frame)
    case 'IfStatement': return walkIf(statement, state, frame)
    case 'ReturnStatement': return walkReturn(statement['argument'], state, frame)
    case 'ThrowStatement':
      throwFrom(evaluate(statement['argument'] as Syntax, state, frame).state, frame)
      return dead
    case 'LabeledStatement': return walkLabeled(statement, state, frame, labels)
    case 'BreakStatement': case 'ContinueStatement': return jump(statement, state, frame)
    case 'ForStatement': case 'WhileStatement': case 'DoWhileStatement': return walkLoop(statement, state, frame, labels)
    case 'ForInStatement': case 'ForOfStatement': return walkForEach(statement, state, frame, labels)
    case 'SwitchStatement': return walkSwitch(statement, state, frame, labels)
    case 'TryStatement': return walkTry(statement, state, frame)
    case 'WithStatement': return walk(statement['body'] as Syntax, evaluate(statement['object'] as Syntax, state, frame).state, frame)
    case 'TSModuleDeclaration': case 'TSModuleBlock': return isSyntax(statement['body']) ? walk(statement['body'], state, frame) : Array.isArray(statement['body']) ? walkAll(statement['body'], state, frame) : state
    // Functions are walked where they are called; imports were before the first statement; types run nothing.
    default: return state
  }
}

function walkExpression(expression: Syntax, state: State, frame: Frame): State {
  const { state: after, settled } = evaluate(expression, state, frame)
  return isSafe(settled) && !isSafe(after) ? withStep(after, { kind: 'unawaited', node: expression, module: frame.module, text: '' }) : after
}

function walkDeclarations(statement: Syntax, state: State, frame: Frame): State {
  let at = state
  for (const { id, init } of statement['declarations'] as readonly Syntax[]) {
    if (isSyntax(init)) at = evaluateDeferred(init, at, frame)
    at = evaluatePattern(id as Syntax, at, frame)
  }
  return at
}

function walkExported(declaration: unknown, state: State, frame: Frame): State {
  if (!isSyntax(declaration)) return state
  return declaration.type.endsWith('Declaration') ? walk(declaration, state, frame) : evaluateDeferred(declaration, state, frame)
}

function walkIf(statement: Syntax, state: State, frame: Frame): State {
  const condition = statement['test'] as Syntax
  const { yes, no } = test(condition, state, frame)
  const around = frame.branch
  frame.branch = { condition, side: true }
  const then = walk(statement['consequent'] as Syntax, yes, frame)
  frame.branch = { condition, side: false }
  const otherwise = isSyntax(statement['alternate']) ? walk(statement['alternate'], no, frame) : no
  frame.branch = around
  const met = joinBranches(condition, then, otherwise, frame)
  if (state.level === OPEN && met.level === GUARDED) frame.run.guards.set(statement, frame.module)
  return met
}

/** Where two branches meet; when only one of them is guarded, the path remembers which was not. */
export function joinBranches(condition: Syntax, then: State, otherwise: State, frame: Frame): State {
  const met = join(then, otherwise)
  if (isSafe(then) === isSafe(otherwise)) return met
  // Most tests that end a path are about something else.
  const isAboutGuard = then.level === GUARDED || otherwise.level === GUARDED || frame.run.vocabulary.matters(condition, placeOf(frame))
  if (!isAboutGuard) return met
  return withStep(met, { kind: 'branch', node: condition, module: frame.module, text: isSafe(then) ? 'false' : 'true' })
}

function walkReturn(argument: unknown, state: State, frame: Frame): State {
  const { branch } = frame
  const text = branch?.side === true ? 'true' : 'false'
  const at = branch === undefined ? state : withStep(state, { kind: 'branch', node: branch.condition, module: frame.module, text })
  if (isSyntax(argument)) giveBack(argument, at, frame)
  else giveBackNothing(at, frame)
  return dead
}

/** `return x`, and the body of an arrow function that is an expression. */
export function giveBack(argument: Syntax, state: State, frame: Frame): void {
  const { yes, no, settled, promised } = test(argument, state, frame)
  sinkInto(frame.returned, join(yes, no))
  sinkInto(frame.settled, settled)
  const isAsync = frame.fn?.['async'] === true
  sinkInto(frame.yes, isAsync && promised !== undefined ? promised.yes : yes)
  sinkInto(frame.no, isAsync && promised !== undefined ? promised.no : no)
}

export function giveBackNothing(state: State, frame: Frame): void {
  for (const sink of [frame.returned, frame.settled, frame.no]) sinkInto(sink, state)
}

function walkLabeled(statement: Syntax, state: State, frame: Frame, labels: readonly string[]): State {
  const all = [...labels, String((statement['label'] as Syntax)['name'])]
  const body = statement['body'] as Syntax
  if (/^(?:For|While|DoWhile|Switch|Labeled)/.test(body.type)) return walkStatement(body, state, frame, all)
  return within({ labels: all, breaks: { state: dead }, continues: undefined }, frame, () => walk(body, state, frame))
}

/** Walks something that can be left by `break`, and gives what holds behind it. */
function within(jumpTo: Jump, frame: Frame, walkIt: () => State): State {
  frame.jumps.push(jumpTo)
  const after = walkIt()
  frame.jumps.pop()
  return join(after, jumpTo.breaks.state)
}

function jump(statement: Syntax, state: State, frame: Frame): State {
  const label = isSyntax(statement['label']) ? String(statement['label']['name']) : undefined
  const breaks = statement.type === 'BreakStatement'
  const target = frame.jumps.findLast(({ labels, continues }) => {
    if (label !== undefined) return labels.includes(label)
    return continues !== undefined || (breaks && labels[0] === '')
  })
  const sink = breaks ? target?.breaks : target?.continues
  if (sink !== undefined) sinkInto(sink, state)
  return dead
}

/** The test of a loop that ends by `break` only. */
function isEndless(condition: unknown): boolean {
  return !isSyntax(condition) || (condition.type === 'Literal' && Boolean(condition['value']))
}

function walkLoop(statement: Syntax, state: State, frame: Frame, labels: readonly string[]): State {
  const condition = statement['test']
  let at = state
  const { init } = statement
  if (isSyntax(init)) at = init.type === 'VariableDeclaration' ? walk(init, at, frame) : evaluate(init, at, frame).state
  const continues: Sink = { state: dead }
  return within({ labels, breaks: { state: dead }, continues }, frame, () => {
    if (statement.type === 'DoWhileStatement') {
      const once = join(walk(statement['body'] as Syntax, at, frame), continues.state)
      return isEndless(condition) ? dead : test(condition as Syntax, once, frame).no
    }
    const { yes, no } = isSyntax(condition) ? test(condition, at, frame) : { yes: at, no: dead }
    const once = walk(statement['body'] as Syntax, yes, frame)
    if (isSyntax(statement['update'])) evaluate(statement['update'], once, frame)
    return isEndless(condition) ? dead : no
  })
}

function walkForEach(statement: Syntax, state: State, frame: Frame, labels: readonly string[]): State {
  const at = evaluate(statement['right'] as Syntax, state, frame).state
  if (statement['await'] === true) sinkInto(frame.waits, at)
  const continues: Sink = { state: dead }
  return within({ labels, breaks: { state: dead }, continues }, frame, () => {
    const once = join(walk(statement['body'] as Syntax, at, frame), continues.state)
    // Perhaps there is nothing to loop over.
    return statement.type === 'ForOfStatement' && isNeverEmpty(statement['right'] as Syntax, frame) ? once : at
  })
}

/** A list that is written out, here or in the constant that is named. */
function isNeverEmpty(list: Syntax, frame: Frame): boolean {
  const origins = originsOf(list, frame.module)
  return origins.length > 0 && origins.every((origin) => {
    const elements = origin.kind === 'value' && origin.path.length === 0 ? origin.node['elements'] as readonly unknown[] | undefined : undefined
    return elements?.some(one => isSyntax(one) && one.type !== 'SpreadElement') === true
  })
}

function walkSwitch(statement: Syntax, state: State, frame: Frame, labels: readonly string[]): State {
  const discriminant = statement['discriminant'] as Syntax
  const entry = evaluate(discriminant, state, frame).state
  const cases = statement['cases'] as readonly Syntax[]
  return within({ labels: ['', ...labels], breaks: { state: dead }, continues: undefined }, frame, () => {
    // What holds when no case before was the one.
    let unmatched = entry
    const entries = cases.map((one) => {
      if (!isSyntax(one['test'])) return undefined
      const equality: Syntax = { type: 'BinaryExpression', operator: '===', left: discriminant, right: one['test'], range: one['range'] }
      const { yes, no } = test(equality, unmatched, frame)
      unmatched = no
      return yes
    })
    let falling: State = dead
    for (const [index, one] of cases.entries()) falling = walkAll(one['consequent'], join(entries[index] ?? unmatched, falling), frame)
    return cases.some(one => !isSyntax(one['test'])) ? falling : join(falling, unmatched)
  })
}

function walkTry(statement: Syntax, state: State, frame: Frame): State {
  const finalizer = statement['finalizer']
  // With `finally`, errors of the handler are met there.
  const uncaught: Sink = { state: dead }
  if (isSyntax(finalizer)) frame.handlers.push(uncaught)
  const handler = statement['handler']
  const thrown: Sink = { state: dead }
  if (isSyntax(handler)) frame.handlers.push(thrown)
  let after = walk(statement['block'] as Syntax, state, frame)
  if (isSyntax(handler)) {
    frame.handlers.pop()
    const caught = walk(handler['body'] as Syntax, thrown.state, frame)
    after = isSafe(after) && !isSafe(caught) ? withStep(caught, { kind: 'caught', node: handler, module: frame.module, text: '' }) : join(after, caught)
  }
  if (!isSyntax(finalizer)) return after
  frame.handlers.pop()
  const final = walk(finalizer, join(after, uncaught.state), frame)
  if (uncaught.state.level !== DEAD && final.level !== DEAD) throwFrom(uncaught.state, frame)
  if (after.level === DEAD || final.level === DEAD) return dead
  return final.level < after.level ? final : after
}
