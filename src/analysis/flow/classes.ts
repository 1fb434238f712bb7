/** Classes: what runs when one is defined, and what when one is constructed. */
import { commandMethods } from '../program/command-classes.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { evaluate, evaluateDeferred, evaluatePatterns } from './expressions.ts'
import { enterFunctions, record } from './closures.ts'
import { placeOf, type Frame } from './run.ts'
import { DEAD, join, OPEN, withStep, type State } from './state.ts'
import { walk, walkAll } from './statements.ts'
import { summaryOf } from './summaries.ts'
import { targetsOf } from './targets.ts'

function membersOf(node: Syntax): readonly Syntax[] {
  return (node['body'] as Syntax)['body'] as readonly Syntax[]
}

/** A class definition: what it extends, computed names, static fields and static blocks. */
export function walkClassOnce(node: Syntax, state: State, frame: Frame): State {
  let at = state
  const parent = node['superClass']
  if (isSyntax(parent) && parent.type !== 'Identifier') at = evaluate(parent, at, frame).state
  for (const member of membersOf(node)) {
    if (member['computed'] === true && isSyntax(member['key'])) at = evaluate(member['key'], at, frame).state
    if (member.type === 'StaticBlock') at = walk(member, at, frame)
    else if (member['static'] === true) at = walkField(member, at, frame)
  }
  // The framework runs them as soon as the script has defined them.
  const run = commandMethods(node, frame.module).map(fn => ({ target: { fn, module: frame.module }, key: '' }))
  enterFunctions(run, at, { kind: 'callback', node, module: frame.module, text: '' }, frame)
  return at
}

function walkField(member: Syntax, state: State, frame: Frame): State {
  if (!/^(?:PropertyDefinition|AccessorProperty)$/.test(member.type)) return state
  return isSyntax(member['value']) ? evaluateDeferred(member['value'], state, frame) : state
}

/** `new C()`: its fields, then its constructor; without one, that of the class it extends. */
export function walkInstance(node: Syntax, state: State, frame: Frame): State {
  let at = state
  for (const member of membersOf(node)) if (member['static'] !== true) at = walkField(member, at, frame)
  const constructor = membersOf(node).find(member => member['kind'] === 'constructor')?.['value']
  if (!isSyntax(constructor)) return isSyntax(node['superClass']) ? constructParent(node['superClass'], at, frame) : at
  at = evaluatePatterns((constructor['params'] as readonly Syntax[]).map(one => (one.type === 'TSParameterProperty' ? one['parameter'] : one)), at, frame)
  const body = constructor['body']
  if (isSyntax(body)) at = walkAll(body['body'], at, frame)
  return join(at, frame.returned.state)
}

/** `super(…)`. */
export function constructParent(parent: Syntax, state: State, frame: Frame): State {
  if (state.level !== OPEN) return state
  const { targets, complete } = targetsOf(parent, placeOf(frame))
  let after: State | undefined
  for (const target of targets) {
    const summary = summaryOf(target, [], frame.run)
    for (const exposure of summary.exposures) record(frame, exposure.effect.node, { ...exposure, trail: [...state.trail, ...exposure.trail] })
    after = after === undefined ? summary.after : join(after, summary.after)
  }
  if (after === undefined || !complete) return state
  return after.level === DEAD || after.level !== OPEN ? after : after.trail.reduce(withStep, state)
}
