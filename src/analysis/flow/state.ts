/**
 * How far a path of a program has come. "The guard has run in this process" never becomes untrue again, so one level per path is
 * enough, and where paths meet the worst of them counts.
 */
import type { Module } from '../program/module.ts'
import type { Syntax } from '../program/syntax.ts'

/** Nothing follows: left by `process.exit`, a throw or a return. */
export const DEAD = 0
/** The guard has run. */
export const GUARDED = 1
/** It has not, and what happened without it was said already. */
export const TOLD = 2
/** It has not. */
export const OPEN = 3

export type Level = typeof DEAD | typeof GUARDED | typeof TOLD | typeof OPEN

/**
 * Something on the way that explains why a path is not guarded.
 * - `call`: a function is called; `callback`: it is handed to somebody who calls it; `import`: a module is loaded; `export`
 * - `branch`: only one side of a test was guarded; `text` says which side was not
 * - `caught`: the error of the guard is caught; `unawaited`: its promise is not waited for; `perhaps`: it may be skipped (`?.`)
 */
export interface Step {
  readonly kind: 'call' | 'callback' | 'import' | 'export' | 'branch' | 'caught' | 'unawaited' | 'perhaps'
  readonly node: Syntax
  readonly module: Module
  readonly text: string
}

export interface State {
  readonly level: Level
  /** What explains the level, oldest first. */
  readonly trail: readonly Step[]
}

export const dead: State = { level: DEAD, trail: [] }
export const guarded: State = { level: GUARDED, trail: [] }
export const open: State = { level: OPEN, trail: [] }

/** Where two paths meet. */
export function join(a: State, b: State): State {
  return b.level > a.level ? b : a
}

/** What holds when both a and b hold of the same path. */
export function meet(a: State, b: State): State {
  return b.level < a.level ? b : a
}

const LONGEST_TRAIL = 12

export function withStep(state: State, step: Step): State {
  if (state.level !== OPEN || state.trail.length >= LONGEST_TRAIL) return state
  if (state.trail.some(one => one.node === step.node && one.kind === step.kind)) return state
  return { level: state.level, trail: [...state.trail, step] }
}

/** Whether nothing can be reached without the guard any more. */
export function isSafe({ level }: State): boolean {
  return level === DEAD || level === GUARDED
}

/** A variable that paths flow into. */
export interface Sink {
  state: State
}

export function sinkInto(sink: Sink, state: State): void {
  sink.state = join(sink.state, state)
}
