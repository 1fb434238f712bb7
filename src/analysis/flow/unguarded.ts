/** The question that rules ask: which effects of a program can be reached although the guard has not run. */
import { TOO_MUCH, type Undecided } from '../../core/code-rule.ts'
import { isCutOff } from '../database/effects.ts'
import { importsIn } from '../database/imports.ts'
import { importMayReachDatabase } from '../database/reach.ts'
import { exportedNames, exportsOf } from '../program/exports.ts'
import type { Module } from '../program/module.ts'
import type { Syntax } from '../program/syntax.ts'
import { enterFunctions, functionsIn } from './closures.ts'
import { MOST_EXPRESSIONS, placeOf, type Exposure, type Run, type Summary, type Vocabulary } from './run.ts'
import { keepLoads, walkModule } from './summaries.ts'

export interface Unguarded {
  /** Each effect once, with one way to it. */
  readonly exposures: readonly Exposure[]
  /** Nodes at which the guard was seen to run, in whichever module. */
  readonly guards: ReadonlyMap<Syntax, Module>
  /** A limit that was met: then there may be more. */
  readonly undecided: Undecided | undefined
}

const NOTHING_REACHED: Unguarded = { exposures: [], guards: new Map(), undecided: undefined }

/** Rounds of the fixpoint for functions that call each other; beyond it what was found last counts. */
const MOST_ROUNDS = 6

/**
 * Walks a module as the script that is started.
 * @param callsExports whether its exported functions count as called, by somebody who ran no guard
 */
export function unguardedIn(module: Module, vocabulary: Vocabulary, callsExports: boolean): Unguarded {
  const found = reachesEffect(module, vocabulary) ? walkRounds(module, vocabulary, callsExports) : NOTHING_REACHED
  return { ...found, undecided: found.undecided ?? (isCutOff(module, vocabulary.outside) ? TOO_MUCH : undefined) }
}

/** Whether a module, or anything that it loads, has an effect, nearest first: what is behind the first need not be parsed. */
function reachesEffect(module: Module, vocabulary: Vocabulary): boolean {
  const { outside } = vocabulary
  const loaded = new Set<Module>([module])
  // The set grows while it is walked.
  for (const one of loaded) {
    if (vocabulary.effectsIn(one).size > 0) return true
    if (importsIn(one).some(({ node, source }) => vocabulary.effectOfImport(source, node, one) !== undefined)) return true
    for (const { source } of importsIn(one)) {
      const next = importMayReachDatabase(one.path, source, outside) ? outside.imported(one.path, source) : undefined
      if (next !== undefined) loaded.add(next)
    }
  }
  return false
}

function walkRounds(module: Module, vocabulary: Vocabulary, callsExports: boolean): Unguarded {
  let before: ReadonlyMap<Syntax, Summary> = new Map()
  for (let round = 1; ; round++) {
    const run = newRun(vocabulary, module, before)
    const { frame, summary } = walkModule(module, run)
    if (callsExports) enterExports(module, summary, frame)
    const isStable = !run.recursive || (round > 1 && isSame(before, run.summaries))
    if (isStable) keepLoads(run)
    if (isStable || round === MOST_ROUNDS) {
      return { exposures: [...frame.exposures.values()], guards: run.guards, undecided: run.gaveUp }
    }
    before = run.summaries
  }
}

/** Every node at which a guard would run if nothing were reached before it: also those that come too late. */
export function guardsIn(module: Module, vocabulary: Vocabulary, callsExports: boolean): ReadonlyMap<Syntax, Module> {
  let harmless = withoutEffects.get(vocabulary)
  if (harmless === undefined) {
    harmless = { ...vocabulary, effectsIn: () => new Map(), effectOfImport: () => undefined }
    withoutEffects.set(vocabulary, harmless)
  }
  return walkRounds(module, harmless, callsExports).guards
}

/** What is known of modules is known by the vocabulary's identity. */
const withoutEffects = new WeakMap<Vocabulary, Vocabulary>()

function newRun(vocabulary: Vocabulary, root: Module, before: ReadonlyMap<Syntax, Summary>): Run {
  return {
    vocabulary, root, before, summaries: new Map(), summariesOnLoad: new Map(), loading: 0, pending: new Set(), recursive: false,
    loadingModules: [], hangsOn: Infinity, hung: new Map(), inCircles: [], loaded: new Map(),
    proving: new Set(), guards: new Map(), covered: new Set(), hooks: new Map(), depth: 0, gaveUp: undefined, left: MOST_EXPRESSIONS,
  }
}

function enterExports(module: Module, { after, settled }: Summary, frame: ReturnType<typeof walkModule>['frame']): void {
  const state = settled.level < after.level ? settled : after
  for (const name of new Set(['default', '*', ...exportedNames(module)])) {
    for (const value of exportsOf(module, name)) {
      if (value.kind !== 'value') continue
      const closures = functionsIn(value.node, placeOf(frame), frame)
      enterFunctions(closures.length > 0 ? closures : declared(value.node, module), state, { kind: 'export', node: value.node, module, text: name }, frame)
    }
  }
}

/** `export function f() {}` is its own value. */
function declared(node: Syntax, module: Module): ReturnType<typeof functionsIn> {
  return node.type === 'FunctionDeclaration' ? [{ target: { fn: node, module }, key: '' }] : []
}

function isSame(before: ReadonlyMap<Syntax, Summary>, after: ReadonlyMap<Syntax, Summary>): boolean {
  const keys = ['after', 'settled', 'thrown', 'yes', 'no'] as const
  // What modules do that were kept is not walked again, nor what they call.
  return [...after].every(([fn, summary]) => {
    const old = before.get(fn)
    return old?.exposures.length === summary.exposures.length && keys.every(key => old[key].level === summary[key].level)
  })
}
