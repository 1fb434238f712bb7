/** One analysis: what it looks for, and what it knows of functions and modules so far. */
import type { Undecided } from '../../core/code-rule.ts'
import type { Effect, Outside } from '../database/effect.ts'
import type { Module } from '../program/module.ts'
import type { Syntax } from '../program/syntax.ts'
import { dead, open, type Sink, type State, type Step } from './state.ts'

/** What a test says about the guard's condition: that it holds when the test is true, or when it is false. */
export interface Proof {
  readonly yes: boolean
  readonly no: boolean
}

export const NO_PROOF: Proof = { yes: false, no: false }

/** What the caller gave for the parameters of a function. */
export interface Binding {
  readonly fn: Syntax
  readonly args: readonly Syntax[]
  readonly at: Place
}

/** An expression is understood at a place: in a module, and with what is known of the parameters there. */
export interface Place {
  readonly module: Module
  readonly outside: Outside
  readonly bindings: readonly Binding[]
}

/** A function or class, or the program of a module, and where it stands. */
export interface Target {
  readonly fn: Syntax
  readonly module: Module
}

/** How a call that is a guard by its name fails: `rejects` must be awaited. `elsewhere` guards something else: what is in it proves nothing here. */
export type NamedGuard = 'throws' | 'rejects' | 'elsewhere'

export interface Vocabulary {
  readonly outside: Outside
  /** Effects that must not happen without the guard, by their nodes. */
  effectsIn(module: Module): ReadonlyMap<Syntax, Effect>
  /** What a test without `!`, `&&` and `||` says. */
  proves(test: Syntax, place: Place): Proof
  /** Whether a call is a guard because somebody said so, or because nobody can look inside. `targets` are what it calls, if known. */
  namedGuard(call: Syntax, place: Place, targets: readonly Target[]): NamedGuard | undefined
  /** Whether what is given for a parameter may matter to a guard: only then a function is walked again for one call. */
  matters(argument: Syntax, place: Place): boolean
  /** An effect that the import of a module from outside of the checkout has. */
  effectOfImport(source: string, node: Syntax, module: Module): Effect | undefined
}

/** An effect that can be reached without the guard, and how: outermost step first. */
export interface Exposure {
  readonly effect: Effect
  readonly trail: readonly Step[]
}

/** What a function, entered without the guard, does. */
export interface Summary {
  /** When the call is over. Of an async function: when it first waits. */
  readonly after: State
  /** When its promise is fulfilled. */
  readonly settled: State
  /** When it threw, or its promise was rejected. */
  readonly thrown: State
  /** When what it gave back is true, and when it is false. */
  readonly yes: State
  readonly no: State
  readonly exposures: readonly Exposure[]
  /** Parameters that it calls, or gives away, before the guard: function node, index, first property read. */
  readonly hands: ReadonlySet<Hand>
  /** Whether a guard is in it, on some way. */
  readonly near: boolean
}

/** What a module does when it is loaded, and who must not be on its way then: modules that import each other in a circle. */
export interface Loaded {
  readonly summary: Summary
  readonly circle: ReadonlySet<Module>
}

export interface Hand {
  readonly of: Syntax
  readonly index: number
  /** '' for the parameter itself. */
  readonly key: string
}

/** Of a function that never comes back: the start of a fixpoint. */
export const NEVER: Summary = { after: dead, settled: dead, thrown: dead, yes: dead, no: dead, exposures: [], hands: new Set(), near: false }

/** Of a function that nobody looks into. */
export const UNKNOWN: Summary = { ...NEVER, after: open, settled: open, yes: open, no: open }

export interface Run {
  readonly vocabulary: Vocabulary
  readonly root: Module
  readonly summaries: Map<Syntax, Summary>
  /** What functions do while another module is being loaded, where what they hand over is only registered. */
  readonly summariesOnLoad: Map<Syntax, Summary>
  /** How many modules are being loaded that are not the script itself. */
  loading: number
  /** What the round before found, for functions that call themselves. */
  readonly before: ReadonlyMap<Syntax, Summary>
  readonly pending: Set<Syntax>
  recursive: boolean
  /** Modules that are being loaded, outermost first. */
  readonly loadingModules: Module[]
  /**
   * The outermost module being loaded, by its place in that list, that what was just walked hangs on: one that was asked for while it was
   * on its way, and so may be another thing for the next script. Infinity for none, -1 when something was given up.
   */
  hangsOn: number
  /** Functions and programs whose summaries hang on a module, or on something that was given up. */
  readonly hung: Map<Syntax, Module | undefined>
  /** Modules whose summaries hang on one around them, in the order in which they came to their end. */
  readonly inCircles: Module[]
  /** What modules do, to be kept for the next script when this run has come to rest. */
  readonly loaded: Map<Module, Loaded>
  /** Calls whose promise, once fulfilled, proves the guard. */
  readonly proving: Set<Syntax>
  /** Where a guard was met, in whichever module. */
  readonly guards: Map<Syntax, Module>
  /** Calls whose effects are those of a function that was looked into. */
  readonly covered: Set<Syntax>
  /** Hooks of command lines, by their calls: whether what they run proves the guard. */
  readonly hooks: Map<Syntax, boolean>
  /** Nesting of the walk, functions included: sources nest without limit, stacks don't. */
  depth: number
  /** Whether a limit was met, and which. */
  gaveUp: Undecided | undefined
  /** Expressions that may still be walked, here and in everything that is loaded; afterwards nothing more is looked at, so nothing is reported. */
  left: number
}

/** So many expressions are walked for one script. */
export const MOST_EXPRESSIONS = 200_000

/**
 * Deepest nesting that is followed; below it nothing is known and nothing is reported. A step takes some six stack frames,
 * the step into a function some more.
 */
export const MAX_DEPTH = 300
export const DEPTH_OF_FUNCTION = 4

/** The jump targets around a statement. */
export interface Jump {
  readonly labels: readonly string[]
  readonly breaks: Sink
  /** What `continue` leads to; loops only. */
  readonly continues: Sink | undefined
}

/** The body of one function, or of a module, being walked. */
export interface Frame {
  readonly run: Run
  readonly module: Module
  /** `undefined` at the top of a module. */
  readonly fn: Syntax | undefined
  readonly bindings: readonly Binding[]
  readonly exposures: Map<Syntax, Exposure>
  /** Each once (see `targetsOf`): the same one is handed over in many ways. */
  readonly hands: Set<Hand>
  readonly returned: Sink
  readonly settled: Sink
  /** Async functions: whenever it waits. */
  readonly waits: Sink
  readonly thrown: Sink
  readonly yes: Sink
  readonly no: Sink
  /** Handlers around, innermost last; without one errors leave the function. */
  readonly handlers: Sink[]
  readonly jumps: Jump[]
  /** The test of the branch that is being walked, and which side it is. */
  branch: Branch | undefined
  /** Whether a guard was met: only then it is worth telling which way goes past it. */
  near: boolean
}

export interface Branch {
  readonly condition: Syntax
  readonly side: boolean
}

export function newFrame(run: Run, module: Module, fn: Syntax | undefined, bindings: readonly Binding[]): Frame {
  return {
    run, module, fn, bindings, exposures: new Map(), hands: new Set(), handlers: [], jumps: [], branch: undefined, near: false,
    returned: { state: dead }, settled: { state: dead }, waits: { state: dead }, thrown: { state: dead }, yes: { state: dead }, no: { state: dead },
  }
}

/** Notes that what is being walked hangs on a module that is being loaded; `undefined` when something was given up. */
export function hangOn(module: Module | undefined, run: Run): void {
  run.hangsOn = Math.min(run.hangsOn, module === undefined ? -1 : run.loadingModules.indexOf(module))
}

/** Notes that a limit was met: nothing is known of what is behind it, so that nothing was found there proves nothing. */
export function giveUp(why: Undecided, run: Run): void {
  run.gaveUp ??= why
  hangOn(undefined, run)
}

/** Walks what a summary is made of, and notes what that hangs on. */
export function noteHanging<T>(node: Syntax, run: Run, walk: () => T): T {
  const around = run.hangsOn
  run.hangsOn = Infinity
  const result = walk()
  if (run.hangsOn !== Infinity) run.hung.set(node, run.loadingModules[run.hangsOn])
  run.hangsOn = Math.min(around, run.hangsOn)
  return result
}

/** Notes parameters that are handed over, each once. */
export function addHands({ hands }: Frame, more: Iterable<Hand>): void {
  for (const hand of more) hands.add(hand)
}

export function placeOf(frame: Frame): Place {
  return { module: frame.module, outside: frame.run.vocabulary.outside, bindings: frame.bindings }
}
