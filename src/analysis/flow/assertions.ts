/** Assertions: calls that throw unless what they are given is true. */
import { isFromPackage, originsOf, type Origin } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { throwFrom } from './calls.ts'
import { evaluate, plain, type Value } from './expressions.ts'
import type { Frame } from './run.ts'
import { isSafe, join, OPEN, type State } from './state.ts'
import { test } from './tests.ts'

const PACKAGES = ['node:assert', 'assert', 'tiny-invariant', 'invariant', 'ts-invariant', 'power-assert', 'node:assert/strict']
const TRUTH = /^(?:default|ok|assert|invariant|strict|strict\.ok|default\.ok|default\.strict|)$/
const EQUALITY = /^(?:default\.|strict\.)?(?:equal|strictEqual|deepEqual|deepStrictEqual)$/

/** What holds behind a call that asserts something; `undefined` for any other call. */
export function evaluateAssertion(node: Syntax, state: State, frame: Frame): Value | undefined {
  const args = (node['arguments'] as readonly unknown[]).filter(isSyntax)
  const [first, second] = args
  if (first === undefined) return undefined
  const kind = kindOf(originsOf(node['callee'] as Syntax, frame.module))
  if (kind === undefined) return undefined
  const condition: Syntax = kind === 'truth' || second === undefined ? first : { type: 'BinaryExpression', operator: '===', left: first, right: second, range: node['range'] }
  const { yes, no } = test(condition, state, frame)
  for (const rest of args.slice(kind === 'truth' ? 1 : 2)) evaluate(rest, join(yes, no), frame)
  throwFrom(no, frame)
  if (isSafe(yes) && state.level === OPEN) frame.run.guards.set(node, frame.module)
  return plain(yes)
}

function kindOf(origins: readonly Origin[]): 'truth' | 'equality' | undefined {
  const [origin] = origins
  if (origins.length !== 1 || origin?.kind !== 'module' || !PACKAGES.some(name => isFromPackage(origin, name))) return undefined
  const path = [origin.name === '*' ? '' : origin.name, ...origin.path].filter(part => part !== '').join('.')
  return TRUTH.test(path) ? 'truth' : EQUALITY.test(path) ? 'equality' : undefined
}
