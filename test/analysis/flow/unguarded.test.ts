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

function moduleAt(path: string, text: string): Module {
  const module = moduleOf({ path, text, language: 'javascript' })
  if (module === undefined) throw new Error('does not parse')
  return module
}

function ways(text: string): readonly string[] {
  const module = moduleAt('scripts/a.ts', text)
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
    ['statements', `${'x;'.repeat(220_000)}effect()`],
  ])('ends on %s without end, and where it finds nothing says that it has not seen all', (_name, text) => {
    const { exposures, undecided } = unguardedIn(moduleAt('scripts/a.ts', text), vocabulary, false)

    expect(exposures.length === 1 ? 'found' : undecided?.undecided).toMatch(/^(?:found|it reaches more code than is looked at|it nests deeper than is followed)$/)
  })

  test('what is decided is not called undecided', () => {
    expect(unguardedIn(moduleAt('scripts/a.ts', 'function f(n) { return n ? f(n - 1) : guard() } f(4); effect()'), vocabulary, false)).toMatchObject({ exposures: [], undecided: undefined })
  })

  test('says the same of every script, whichever was judged before it', () => {
    const files: Readonly<Record<string, string>> = {
      'lib/a.ts': 'import "./b"; import { run } from "./c"; run()',
      'lib/b.ts': 'import "./a"; import { run } from "./c"; export function late() { run() }',
      'lib/c.ts': 'import "./d"; export function run() { effect() }',
      'lib/d.ts': 'import "./b"; guard()',
      'scripts/a.ts': 'import "../lib/a"; effect()',
      'scripts/b.ts': 'import { late } from "../lib/b"; late(); effect()',
      'scripts/c.ts': 'import { run } from "../lib/c"; run()',
      'scripts/d.ts': 'import "../lib/d"; effect()',
    }
    const modules = new Map(Object.entries(files).map(([path, text]) => [path, moduleAt(path, text)]))
    const fresh = (): Vocabulary => ({ ...vocabulary, outside: { imported: (_from, source) => modules.get(`lib/${source.split('/').at(-1) ?? ''}.ts`) } })
    const scripts = [...modules.values()].filter(({ path }) => path.startsWith('scripts/'))
    const told = (module: Module, words: Vocabulary): readonly string[] => unguardedIn(module, words, false).exposures.map((exposure) => {
      const { path, elsewhere } = witnessOf(exposure, module)
      return `${elsewhere} ${path}`
    })
    const alone = scripts.map(script => told(script, fresh()))

    for (const order of [scripts, [...scripts].reverse()]) {
      const shared = fresh()
      const together = new Map(order.map(script => [script, told(script, shared)]))
      expect(scripts.map(script => together.get(script))).toEqual(alone)
    }
    expect(alone.some(ways => ways.length > 0)).toBe(true)
  })
})
