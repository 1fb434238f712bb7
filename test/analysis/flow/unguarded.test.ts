/** What the flow engine says of shapes that no script should need, and that it ends on sources without end. */
import { describe, expect, test } from 'vitest'
import type { Effect } from '../../../src/analysis/database/effect.ts'
import { NO_PROOF, type Vocabulary } from '../../../src/analysis/flow/run.ts'
import { unguardedIn } from '../../../src/analysis/flow/unguarded.ts'
import { witnessOf } from '../../../src/analysis/flow/witness.ts'
import { moduleOf, type Module } from '../../../src/analysis/program/module.ts'
import { descendants, type Syntax } from '../../../src/analysis/program/syntax.ts'

/** `guard()` is the guard, `effect()` the effect; both are globals. */
const effects = new WeakMap<Module, ReadonlyMap<Syntax, Effect>>()
const vocabulary: Vocabulary = {
  outside: { imported: () => undefined },
  effectsIn(module) {
    let found = effects.get(module)
    if (found === undefined) {
      found = new Map([...descendants(module.program)].filter(node => isCallOf(node, 'effect')).map(node => [node, effectAt(node, module)]))
      effects.set(module, found)
    }
    return found
  },
  proves: () => NO_PROOF,
  namedGuard: call => (isCallOf(call, 'guard') ? 'throws' : isCallOf(call, 'later') ? 'rejects' : undefined),
  matters: () => false,
  effectOfImport: () => undefined,
}

function isCallOf(node: Syntax, name: string): boolean {
  return node.type === 'CallExpression' && (node['callee'] as Syntax)['name'] === name
}

function effectAt(node: Syntax, module: Module): Effect {
  return { kind: 'write', node, module, library: 'x', what: 'effect', tables: [] }
}

function ways(text: string): readonly string[] {
  const module = moduleOf({ path: 'scripts/a.ts', text, language: 'javascript' })
  if (module === undefined) throw new Error('does not parse')
  return unguardedIn(module, vocabulary, false).exposures.map(exposure => witnessOf(exposure, module).path)
}

describe('unguardedIn', () => {
  test.each<[string, string]>([
    ['a static block', 'class A { static { guard() } } effect()'],
    ['a static field', 'class A { static x = guard() } effect()'],
    ['a default of a parameter that is always used', 'function f() { guard() } f(); effect()'],
    ['a tagged template behind it', 'guard(); tag`${effect()}`'],
    ['a sequence', '(guard(), effect())'],
    ['an inherited constructor', 'class A { constructor() { guard() } } class B extends A {} new B(); effect()'],
    ['super()', 'class A { constructor() { guard() } } class B extends A { constructor() { super(); effect() } } new B()'],
    ['a method by its name', 'const o = { check() { guard() } }; o.check(); effect()'],
    ['call()', 'function check() { guard() } check.call(null); effect()'],
    ['bind()', 'function check() { guard() } const bound = check.bind(null); bound(); effect()'],
    ['for await', 'async function f() { guard(); for await (const x of effect()) ; } f()'],
    ['a promise in finally', 'await p.finally(() => guard()); effect()'],
    ['then with two handlers that both guard', 'await p.then(() => guard(), () => guard()); effect()'],
    ['an endless loop that is left behind the guard', 'while (true) { guard(); break } effect()'],
    ['a try that guards in finally', 'try { x() } finally { guard() } effect()'],
    ['an async function awaited', 'async function f() { await later() } await f(); effect()'],
    ['a promise given back', 'const f = () => later(); await f(); effect()'],
    ['functions that call each other', 'function a(n) { return n ? b(n - 1) : guard() } function b(n) { return a(n) } a(4); effect()'],
    ['an array of functions', 'const all = [() => guard()]; guard(); for (const one of all) one(); effect()'],
    ['a namespace', 'namespace N { guard() } effect()'],
  ])('is guarded: %s', (_name, text) => {
    expect(ways(text)).toEqual([])
  })

  test.each<[string, string, string]>([
    ['an instance field is not run by the class', 'class A { x = guard() } effect()', ''],
    ['a default of a parameter that may not be used', 'function f(x = guard()) {} f(1); effect()', ''],
    ['one handler of two', 'await p.then(() => guard(), () => 1); effect()', ''],
    ['a logical assignment', 'x ??= guard(); effect()', ''],
    ['race', 'await Promise.race([later(), x]); effect()', ''],
    ['continue past the guard, then on', 'for (const x of y) { if (x) continue; guard() } effect()', ''],
    ['a callback that may never be called', 'list.forEach(() => guard()); effect()', ''],
    ['a guard that nobody awaits', 'later(); effect()', 'the guard in line 1 is not awaited'],
    ['a branch that leaves before the guard', 'function f(x) { if (x) return; guard() } f(y); effect()', 'when `x` (line 1) is true'],
    ['a caught guard', 'try { guard() } catch {} effect()', 'the error of the guard is caught in line 1'],
    ['a function that is called', 'function f() { effect() } f()', '`f()` called in line 1'],
    ['a function that is handed over', 'function f() { effect() } run(f)', '`f` handed over in line 1'],
  ])('is open: %s', (_name, text, way) => {
    expect(ways(text)).toEqual([way])
  })

  test.each<[string, string]>([
    ['a sum', `${'1+'.repeat(800)}effect()`],
    ['a chain of calls', `x${'.y()'.repeat(800)}; effect()`],
    ['functions in functions', `${'(() => {'.repeat(400)}effect()${'})()'.repeat(400)}`],
    ['functions one after the other', `${Array.from({ length: 2000 }, (_, n) => `function f${n}() { f${n + 1}() }`).join('\n')} function f2000() { effect() } f0()`],
    ['try in try with finally', `${'try {'.repeat(300)}effect()${'} finally { x() }'.repeat(300)}`],
    ['conditionals', `${'a ? b : '.repeat(900)}effect()`],
  ])('ends on %s without end', (_name, text) => {
    expect(ways(text).length).toBeLessThanOrEqual(1)
  })
})
