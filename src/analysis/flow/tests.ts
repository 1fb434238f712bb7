/** Tests: what holds when one is true, and what when it is false. `CI !== "true" && !force` proves nothing when false. */
import { TOO_DEEP } from '../../core/code-rule.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { knownTest } from './arguments.ts'
import { constantOf, evaluate } from './expressions.ts'
import { isStart } from './exits.ts'
import { giveUp, MAX_DEPTH, newFrame, placeOf, type Frame } from './run.ts'
import { dead, DEAD, guarded, isSafe, join, OPEN, open, type State } from './state.ts'

export interface Outcome {
  readonly yes: State
  readonly no: State
  /** When its value is a promise: once it is fulfilled. */
  readonly settled: State
  /** Of a promise: when what it is fulfilled with is true, and when it is false. */
  readonly promised?: { readonly yes: State, readonly no: State } | undefined
}

/** Evaluates a test that is entered with `state`. */
export function test(node: Syntax, state: State, frame: Frame): Outcome {
  if (frame.run.depth >= MAX_DEPTH) {
    giveUp(TOO_DEEP, frame.run)
    return { yes: state, no: state, settled: state }
  }
  frame.run.depth++
  try {
    return testNode(node, state, frame)
  } finally {
    frame.run.depth--
  }
}

function testNode(node: Syntax, state: State, frame: Frame): Outcome {
  switch (node.type) {
    case 'UnaryExpression': {
      if (node['operator'] !== '!') break
      const { yes, no } = test(node['argument'] as Syntax, state, frame)
      return { yes: no, no: yes, settled: join(yes, no) }
    }
    case 'LogicalExpression': return testLogical(node, state, frame)
    case 'ConditionalExpression': {
      const { yes, no } = test(node['test'] as Syntax, state, frame)
      const [then, otherwise] = [test(node['consequent'] as Syntax, yes, frame), test(node['alternate'] as Syntax, no, frame)]
      return { yes: join(then.yes, otherwise.yes), no: join(then.no, otherwise.no), settled: join(then.settled, otherwise.settled) }
    }
    case 'SequenceExpression': {
      const all = [...node['expressions'] as readonly Syntax[]]
      const last = all.pop()
      const before = all.reduce((at, one) => evaluate(one, at, frame).state, state)
      return last === undefined ? { yes: before, no: before, settled: before } : test(last, before, frame)
    }
    case 'Literal': {
      const isFalse = node['regex'] === undefined && !node['value']
      return isFalse ? { yes: dead, no: state, settled: state } : { yes: state, no: dead, settled: state }
    }
    case 'TSAsExpression': case 'TSNonNullExpression': case 'TSSatisfiesExpression': case 'ChainExpression': case 'ParenthesizedExpression':
      return test(node['expression'] as Syntax, state, frame)
    default:
  }
  return testLeaf(node, state, frame)
}

function testLogical(node: Syntax, state: State, frame: Frame): Outcome {
  const left = test(node['left'] as Syntax, state, frame)
  if (node['operator'] === '&&') {
    const right = test(node['right'] as Syntax, left.yes, frame)
    return { yes: right.yes, no: join(left.no, right.no), settled: join(left.no, right.settled) }
  }
  if (node['operator'] === '||') {
    const right = test(node['right'] as Syntax, left.no, frame)
    return { yes: join(left.yes, right.yes), no: right.no, settled: join(left.yes, right.settled) }
  }
  // `a ?? b`: whether a is there is not whether it is true. What is not there is false.
  const right = test(node['right'] as Syntax, left.no, frame)
  const whole = proven(node, state, frame)
  const { start, end, range } = node
  const isThere: Syntax = { type: 'BinaryExpression', operator: '!==', left: node['left'], right: { type: 'Identifier', name: 'undefined' }, start, end, range }
  const neverBack = right.yes.level === DEAD && right.no.level === DEAD
  const there = neverBack && proven(isThere, state, frame).yes
  const [yes, no] = [join(refine(left.yes, there, frame), right.yes), join(refine(left.no, there, frame), right.no)]
  return { yes: refine(yes, whole.yes, frame), no: refine(no, whole.no, frame), settled: join(join(left.yes, left.no), right.settled) }
}

function testLeaf(node: Syntax, state: State, frame: Frame): Outcome {
  // A script that is started runs the block for scripts that are started; one that is imported does not.
  const started = isStart(node, frame.module)
  if (started !== undefined) {
    const isStarted = started === (frame.module === frame.run.root)
    return isStarted ? { yes: state, no: dead, settled: state } : { yes: dead, no: state, settled: state }
  }
  const known = knownTest(node, placeOf(frame))
  if (known !== undefined) return known.value ? { yes: state, no: dead, settled: state } : { yes: dead, no: state, settled: state }
  const outcome = evaluate(node, state, frame)
  const { yes, no } = proven(node, state, frame)
  return {
    yes: refine(outcome.yes ?? outcome.state, yes, frame),
    no: refine(outcome.no ?? outcome.state, no, frame),
    settled: outcome.settled,
    promised: outcome.promised,
  }
}

function refine(state: State, isProven: boolean, frame: Frame): State {
  if (!isProven || state.level !== OPEN) return state
  frame.near = true
  return guarded
}

/** What a test proves by itself: by what it compares, or by the value of the constant that it names. */
function proven(node: Syntax, state: State, frame: Frame): { readonly yes: boolean, readonly no: boolean } {
  if (state.level !== OPEN) return { yes: false, no: false }
  const proof = frame.run.vocabulary.proves(node, placeOf(frame))
  if (proof.yes || proof.no || node.type !== 'Identifier') return proof
  const value = constantOf(node, frame.module)
  return value === undefined ? proof : provenBy(value, frame)
}

/** What the truth of an expression says wherever it was computed: it is walked on its own, and nothing that it does is reported. */
export function provenBy(value: Syntax, frame: Frame): { readonly yes: boolean, readonly no: boolean } {
  if (!isSyntax(value) || /Function|Class|Object|Array|Literal/.test(value.type)) return { yes: false, no: false }
  const aside = newFrame(frame.run, frame.module, frame.fn, frame.bindings)
  const { yes, no } = test(value, open, aside)
  const whole = join(yes, no)
  if (whole.level === DEAD) return { yes: false, no: false }
  return { yes: isSafe(yes) && yes.level !== DEAD, no: isSafe(no) && no.level !== DEAD }
}
