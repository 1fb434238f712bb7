/** Where and with what code is looked at: what all questions about values carry along. */
import type { Module } from '../program/module.ts'
import type { Syntax } from '../program/syntax.ts'
import type { Outside } from './effect.ts'
import type { Given, Value } from './handle.ts'

export interface Scene {
  readonly module: Module
  readonly outside: Outside
  /** What callers gave to the functions on the way. */
  readonly given: Given
  /** Values that are known already, of this module and with these arguments. */
  readonly memo: Map<Syntax, readonly Value[]>
  readonly depth: number
  /** Questions that may still be asked before everything is unknown. Shared by all scenes of one look. */
  readonly budget: { left: number; /** How often something was not followed. */ cuts: number }
}

const NOTHING: Given = new Map()
const MOST_QUESTIONS = 20_000
/** Deeper than this nothing is followed. */
export const MOST_DEPTH = 30

const memos = new WeakMap<Outside, WeakMap<Module, Map<Syntax, readonly Value[]>>>()

/** A module looked at for itself. */
export function sceneOf(module: Module, outside: Outside): Scene {
  return { module, outside, given: NOTHING, memo: memoOf(module, outside), depth: 0, budget: { left: MOST_QUESTIONS, cuts: 0 } }
}

/** The same look, one step further: into a module, with what functions are given there. */
export function sceneIn(scene: Scene, module: Module, given: Given = NOTHING): Scene {
  const depth = scene.depth + 1
  if (module === scene.module && given === scene.given) return { ...scene, depth }
  return { ...scene, module, given, memo: given.size === 0 ? memoOf(module, scene.outside) : new Map<Syntax, readonly Value[]>(), depth }
}

function memoOf(module: Module, outside: Outside): Map<Syntax, readonly Value[]> {
  let byModule = memos.get(outside)
  if (byModule === undefined) memos.set(outside, byModule = new WeakMap<Module, Map<Syntax, readonly Value[]>>())
  let memo = byModule.get(module)
  if (memo === undefined) byModule.set(module, memo = new Map<Syntax, readonly Value[]>())
  return memo
}
