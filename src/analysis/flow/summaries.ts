/** What functions and modules do when they are entered without the guard. Each is walked once; recursion is a fixpoint. */
import { TOO_DEEP } from '../../core/code-rule.ts'
import type { Module } from '../program/module.ts'
import { isSyntax, stringOf, type Syntax } from '../program/syntax.ts'
import { walkInstance } from './classes.ts'
import { record } from './closures.ts'
import { evaluatePatterns } from './expressions.ts'
import {
  DEPTH_OF_FUNCTION, giveUp, hangOn, MAX_DEPTH, NEVER, newFrame, noteHanging, UNKNOWN,
  type Binding, type Frame, type Loaded, type Run, type Summary, type Target, type Vocabulary,
} from './run.ts'
import { DEAD, GUARDED, join, OPEN, open, TOLD, withStep, type Sink, type State, type Step } from './state.ts'
import { giveBack, giveBackNothing, walkAll } from './statements.ts'
import { isClass } from './targets.ts'

/** What a function (or a class, when it is constructed) does. With bindings it is walked for one call alone. */
export function summaryOf(target: Target, bindings: readonly Binding[], run: Run): Summary {
  const { fn } = target
  const summaries = run.loading > 0 ? run.summariesOnLoad : run.summaries
  const known = bindings.length === 0 ? summaries.get(fn) : undefined
  if (known !== undefined) {
    if (run.hung.has(fn)) hangOn(run.hung.get(fn), run)
    return known
  }
  if (run.pending.has(fn)) {
    run.recursive = true
    const before = run.before.get(fn)
    if (before === undefined) hangOn(undefined, run)
    return before ?? NEVER
  }
  // Too deep to follow: nothing is known, so nothing is claimed.
  if (run.depth >= MAX_DEPTH) {
    giveUp(TOO_DEEP, run)
    return UNKNOWN
  }
  run.pending.add(fn)
  run.depth += DEPTH_OF_FUNCTION
  const summary = noteHanging(fn, run, () => {
    // The script asks whether it was started; where it is only imported, it was not.
    if (target.module === run.root) hangOn(undefined, run)
    return isClass(fn) ? summarizeClass(target, run) : summarizeFunction(target, bindings, run)
  })
  run.depth -= DEPTH_OF_FUNCTION
  run.pending.delete(fn)
  if (bindings.length === 0) summaries.set(fn, summary)
  return summary
}

function summarizeFunction({ fn, module }: Target, bindings: readonly Binding[], run: Run): Summary {
  const frame = newFrame(run, module, fn, bindings)
  const body = fn['body']
  let state = evaluatePatterns(fn['params'] as readonly Syntax[], open, frame)
  if (isSyntax(body)) {
    if (body.type === 'BlockStatement') {
      state = walkAll(body['body'], state, frame)
      if (state.level !== DEAD) giveBackNothing(state, frame)
    } else {
      giveBack(body, state, frame)
    }
  }
  return summarize(frame, fn['async'] === true, fn['generator'] === true)
}

function summarize(frame: Frame, isAsync: boolean, isGenerator: boolean): Summary {
  const exposures = [...frame.exposures.values()]
  const rest = { thrown: told(frame.thrown, frame), exposures, hands: frame.hands, near: frame.near }
  // A generator has done nothing when it is called.
  if (isGenerator) return { after: open, settled: open, yes: open, no: open, ...rest }
  const done = { settled: told(frame.settled, frame), yes: told(frame.yes, frame), no: told(frame.no, frame) }
  if (!isAsync) return { after: told(frame.returned, frame), ...done, ...rest }
  const started = [frame.waits, frame.returned, frame.thrown].map(sink => told(sink, frame)).reduce(join)
  return { after: started, ...done, ...rest }
}

/** The way past the guard, for functions that have one. */
function told({ state }: Sink, { near }: Frame): State {
  return near || state.trail.length === 0 ? state : { ...state, trail: [] }
}

function summarizeClass(target: Target, run: Run): Summary {
  const frame = newFrame(run, target.module, target.fn, [])
  const state = walkInstance(target.fn, open, frame)
  if (state.level !== DEAD) giveBackNothing(state, frame)
  return summarize(frame, false, false)
}

/** What modules do when they are loaded, for every script that the same vocabulary is asked about. */
const loads = new WeakMap<Vocabulary, WeakMap<Module, Loaded>>()

/** What a module does when it is loaded for the first time and the guard has not run. */
export function summaryOfModule(module: Module, run: Run): Summary {
  const { program } = module
  const known = run.summaries.get(program)
  if (known !== undefined) {
    if (run.hung.has(program)) hangOn(run.hung.get(program), run)
    return known
  }
  // A circle of imports: the other end is loaded already.
  if (run.pending.has(program)) {
    hangOn(module === run.root ? undefined : module, run)
    return UNKNOWN
  }
  if (run.depth >= MAX_DEPTH) {
    giveUp(TOO_DEEP, run)
    return UNKNOWN
  }
  const kept = loads.get(run.vocabulary)?.get(module)
  if (kept !== undefined && !run.loadingModules.some(one => kept.circle.has(one)) && !kept.circle.has(run.root)) return kept.summary
  const around = run.hangsOn
  run.hangsOn = Infinity
  const before = run.inCircles.length
  const place = run.loadingModules.push(module) - 1
  run.loading++
  run.depth += DEPTH_OF_FUNCTION
  const { summary } = walkModule(module, run)
  run.depth -= DEPTH_OF_FUNCTION
  run.loading--
  const hangsOn = run.hangsOn >= place ? Infinity : run.hangsOn
  if (hangsOn === Infinity) {
    run.loaded.set(module, { summary, circle: new Set(run.hangsOn === place ? run.inCircles.slice(before) : []) })
  } else {
    run.hung.set(program, run.loadingModules[hangsOn])
    run.inCircles.push(module)
  }
  run.loadingModules.pop()
  run.hangsOn = Math.min(around, hangsOn)
  return summary
}

/** Keeps what modules do, once nothing more is learnt of functions that call themselves. */
export function keepLoads({ vocabulary, loaded }: Run): void {
  let kept = loads.get(vocabulary)
  if (kept === undefined) loads.set(vocabulary, kept = new WeakMap<Module, Loaded>())
  for (const [module, one] of loaded) kept.set(module, one)
}

/** Walks a module that is not on its way. */
export function walkModule(module: Module, run: Run): { readonly summary: Summary, readonly frame: Frame } {
  const { program } = module
  run.pending.add(program)
  const frame = newFrame(run, module, undefined, [])
  const body = program['body'] as readonly Syntax[]
  const loaded = body.reduce<State>((at, statement) => walkImport(statement, at, frame), open)
  const state = walkAll(body, loaded, frame)
  if (state.level !== DEAD) giveBackNothing(state, frame)
  run.pending.delete(program)
  const summary = summarize(frame, false, false)
  run.summaries.set(program, summary)
  return { summary, frame }
}

/** ES imports run in their order, before everything else. */
function walkImport(statement: Syntax, state: State, frame: Frame): State {
  if (!/^(?:ImportDeclaration|ExportAllDeclaration|ExportNamedDeclaration|TSImportEqualsDeclaration)$/.test(statement.type)) return state
  if (statement['importKind'] === 'type' || statement['exportKind'] === 'type') return state
  const reference = statement['moduleReference']
  const source = stringOf(isSyntax(reference) ? reference['expression'] : statement['source'])
  const specifiers = statement['specifiers'] as readonly Syntax[] | undefined ?? []
  const isOfTypes = specifiers.length > 0 && specifiers.every(one => one['importKind'] === 'type' || one['exportKind'] === 'type')
  if (source === undefined || isOfTypes) return state
  return load(source, statement, state, frame)
}

/** What holds when a module has been loaded by an import, `require` or `import()` at a node. */
export function load(source: string, node: Syntax, state: State, frame: Frame): State {
  if (state.level !== OPEN) return state
  const { run, module } = frame
  const step: Step = { kind: 'import', node, module, text: source }
  const named = run.vocabulary.effectOfImport(source, node, module)
  if (named !== undefined) {
    record(frame, node, { effect: named, trail: state.trail })
    return { level: TOLD, trail: [] }
  }
  const target = run.vocabulary.outside.imported(module.path, source)
  if (target === undefined || target === module) return state
  const { after, exposures } = summaryOfModule(target, run)
  for (const { effect, trail } of exposures) record(frame, effect.node, { effect, trail: [...state.trail, step, ...trail] })
  if (after.level === GUARDED) run.guards.set(node, module)
  if (after.level !== OPEN) return after
  return exposures.length > 0 ? { level: TOLD, trail: [] } : after.trail.reduce(withStep, state)
}
