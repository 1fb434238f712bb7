/** Where and with what code is looked at: what all questions about values carry along. */
import type { Module } from '../program/module.ts'
import type { Syntax } from '../program/syntax.ts'
import type { Outside } from './effect.ts'
import type { Given, Value } from './handle.ts'

/** Answers by what was asked about, and by question. */
type Memo = Map<Syntax, Map<string, readonly Value[]>>

export interface Scene {
  readonly module: Module
  readonly outside: Outside
  /** What callers gave to the functions on the way. */
  readonly given: Given
  /** What is known already, of this module and with these arguments. */
  readonly memo: Memo
  readonly depth: number
  /** Questions that may still be asked before everything is unknown. Shared by all scenes of one look. */
  readonly budget: { left: number; /** How often something was not followed. */ cuts: number }
}

const NOTHING: Given = new Map()
const MOST_QUESTIONS = 10_000
/** Deeper than this nothing is followed. */
export const MOST_DEPTH = 30

const memos = new WeakMap<Outside, WeakMap<Module, WeakMap<Given, Memo>>>()

/** A module looked at for itself. */
export function sceneOf(module: Module, outside: Outside): Scene {
  return { module, outside, given: NOTHING, memo: memoOf(module, outside, NOTHING), depth: 0, budget: { left: MOST_QUESTIONS, cuts: 0 } }
}

/** The same look, one step further: into a module, with what functions are given there. */
export function sceneIn(scene: Scene, module: Module, given: Given = NOTHING): Scene {
  const depth = scene.depth + 1
  const inside = given.size === 0 ? NOTHING : given
  if (module === scene.module && inside === scene.given) return { ...scene, depth }
  return { ...scene, module, given: inside, memo: memoOf(module, scene.outside, inside), depth }
}

function memoOf(module: Module, outside: Outside, given: Given): Memo {
  let byModule = memos.get(outside)
  if (byModule === undefined) memos.set(outside, byModule = new WeakMap<Module, WeakMap<Given, Memo>>())
  let byGiven = byModule.get(module)
  if (byGiven === undefined) byModule.set(module, byGiven = new WeakMap<Given, Memo>())
  let memo = byGiven.get(given)
  if (memo === undefined) byGiven.set(given, memo = new Map<Syntax, Map<string, readonly Value[]>>())
  return memo
}

/**
 * The answer to a question about a node, worked out once. Every question costs one of the budget, so that a look ends: objects
 * that are spread into each other and barrels that export each other have more ways through them than anybody can walk.
 * @param question '' for the value itself
 */
export function answer(node: Syntax, question: string, scene: Scene, work: (scene: Scene) => readonly Value[]): readonly Value[] {
  let answers = scene.memo.get(node)
  if (answers === undefined) scene.memo.set(node, answers = new Map<string, readonly Value[]>())
  const before = answers.get(question)
  if (before !== undefined) return before
  const { budget } = scene
  if (scene.depth > MOST_DEPTH || --budget.left < 0) {
    budget.cuts++
    return []
  }
  // What is made of itself is followed once.
  answers.set(question, [])
  const { cuts } = budget
  const found = work({ ...scene, depth: scene.depth + 1 })
  // What was given up on the way here may be found on a shorter one.
  if (budget.cuts === cuts || scene.depth === 0) answers.set(question, found)
  else answers.delete(question)
  return found
}
