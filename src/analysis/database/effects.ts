/** What a module's code does to databases: itself, by helpers of other modules, and by what it imports. */
import type { Module } from '../program/module.ts'
import { descendants, endOf, startOf, type Syntax } from '../program/syntax.ts'
import { calleeOf, constructorOf, libraryCalls } from './calls.ts'
import { whichDoes, type Effect, type Outside } from './effect.ts'
import { numberOf } from './given.ts'
import type { Value } from './handle.ts'
import { importsIn } from './imports.ts'
import { connectsToMemory } from './memory.ts'
import { importMayReachDatabase, mayReachDatabase } from './reach.ts'
import { isFunction } from '../program/returns.ts'
import { CALLS, ownCallees, running, type OwnFunction } from './running.ts'
import { sceneIn, sceneOf, type Scene } from './scene.ts'

/** As many effects of a helper are told. */
const MOST_OF_HELPER = 20

const byModule = new WeakMap<Outside, WeakMap<Module, readonly Effect[]>>()

/**
 * Every database effect that the module's own code has, in the order of the text, whether or not something calls it.
 * Calls of helpers in other modules have the helper's effects; an import has those that the imported module has when it is loaded.
 */
export function effectsOf(module: Module, outside: Outside): readonly Effect[] {
  if (!mayReachDatabase(module, outside)) return []
  let known = byModule.get(outside)
  if (known === undefined) byModule.set(outside, known = new WeakMap())
  let effects = known.get(module)
  if (effects === undefined) {
    const scene = sceneOf(module, outside)
    effects = [...effectsIn(descendants(module.program), scene, 'own'), ...importEffects(module, scene, new Set([module]))]
      .sort((a, b) => startOf(a.node) - startOf(b.node) || endOf(a.node) - endOf(b.node))
    if (connectsToMemory(module)) effects = effects.filter(({ library }) => library !== 'mongoose')
    known.set(module, effects)
    noteCut(module, scene)
  }
  return effects
}

/**
 * Every effect that calling a function (or `new` of a class) of a module can have, also by functions that it calls. Nodes are where the effect is,
 * so they may be in another module.
 */
export function effectsOfFunction(fn: Syntax, module: Module, outside: Outside): readonly Effect[] {
  const scene = sceneOf(module, outside)
  return summaryOf({ kind: 'function', node: fn, module, given: scene.given }, scene)
}

/** Effects that loading a module has: of its top level, what that calls, and of what it imports in turn. Nodes are where the effect is. */
export function effectsOnImport(module: Module, outside: Outside): readonly Effect[] {
  return loadEffects(module, sceneOf(module, outside), new Set())
}

/**
 * `own`: a module's code, told at its own calls. `called`: a function and all that it calls, with the functions in it. `loaded`: what surely runs
 * when a module is loaded: no callbacks that somebody else may call later.
 */
type Mode = 'own' | 'called' | 'loaded'

/** Effects of all calls among some nodes, and, but for a module's own code, of the functions of the same module that they call. */
function effectsIn(nodes: Iterable<Syntax>, scene: Scene, mode: Mode): readonly Effect[] {
  const found: Effect[] = []
  const calls = [...nodes].filter(node => CALLS.has(node.type)).sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b))
  for (const node of calls) {
    for (const { handle, outcome } of libraryCalls(node, scene)) {
      for (const { kind, tables = [], what, detail, library = handle.library } of outcome.effects ?? []) {
        const told = what ?? `\`${sourceOf(node, scene.module)}\`${detail === undefined ? '' : ` (\`${detail}\`)`}`
        found.push({ kind, node, module: scene.module, library, what: told, tables })
      }
    }
    for (const value of ownCallees(node, scene)) {
      if (mode === 'own' && value.module === scene.module) continue
      const effects = summaryOf(value, sceneIn(scene, value.module, value.given), mode === 'loaded')
      // What a helper calls back is told where it stands.
      const others = effects.filter(effect => effect.module !== scene.module).slice(0, MOST_OF_HELPER)
      found.push(...(mode !== 'own' ? effects : others.map(effect => atCall(effect, node, scene.module))))
    }
  }
  return found
}

const summaries = new WeakMap<Outside, Map<string, readonly Effect[]>>()

/** What a function does when it is called with what it is given. Functions that call each other are counted once. */
function summaryOf({ node, module, given }: OwnFunction, scene: Scene, loaded = false): readonly Effect[] {
  let known = summaries.get(scene.outside)
  if (known === undefined) summaries.set(scene.outside, known = new Map<string, readonly Effect[]>())
  const shown = [...given].map(([fn, values]) => `${String(numberOf(fn))}(${values.map(list => list.map(shortOf).join('|')).join(',')})`).join(';')
  const key = `${loaded ? 'loaded ' : ''}${String(numberOf(node))}:${shown}`
  const before = known.get(key)
  if (before !== undefined) return before
  if (scene.budget.left < 0 || scene.depth > 20) return []
  known.set(key, [])
  const root = node.type.startsWith('Class') ? constructorOf(node) : node
  const inner = sceneIn(scene, module, given)
  const effects = root === undefined ? [] : distinct(loaded ? effectsIn(running(root, inner), inner, 'loaded') : effectsIn(descendants(root), inner, 'called'))
  known.set(key, effects)
  return effects
}

function shortOf(value: Value): string {
  return value.kind === 'handle' ? JSON.stringify(value.handle) : 'node' in value ? String(numberOf(value.node)) : value.kind
}

function distinct(effects: readonly Effect[]): readonly Effect[] {
  const seen = new Set<string>()
  return effects.filter(({ kind, node, what }) => {
    const key = `${kind} ${String(numberOf(node))} ${what}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

/** The effect of a helper, told at the call of it. */
function atCall(effect: Effect, node: Syntax, module: Module): Effect {
  return { ...effect, node, module, what: `\`${sourceOf(node, module)}\`${whichDoes(effect.what)}`, through: effect.through ?? effect.module.path }
}

/** Effects of a module's imports, told at the import. */
function importEffects(module: Module, scene: Scene, seen: ReadonlySet<Module>): readonly Effect[] {
  return importsIn(module).flatMap(({ node, source }) => {
    const imported = importMayReachDatabase(module.path, source, scene.outside) ? scene.outside.imported(module.path, source) : undefined
    if (imported === undefined) return []
    return loadEffects(imported, scene, seen).slice(0, MOST_OF_HELPER).map((effect): Effect => ({
      ...effect, node, module, what: `import of \`${source}\`${whichDoes(effect.what)}`, through: effect.through ?? effect.module.path,
    }))
  })
}

/** So many modules are followed from one that is loaded, nearest first. */
const MOST_LOADED = 200

const loads = new WeakMap<Outside, WeakMap<Module, readonly Effect[]>>()

/** What loading a module and all that it imports does. */
function loadEffects(module: Module, scene: Scene, without: ReadonlySet<Module>): readonly Effect[] {
  const loaded = new Set<Module>([module])
  const effects: Effect[] = []
  // The set grows while it is walked.
  for (const one of loaded) {
    for (const { node, source } of importsIn(one)) {
      if (loaded.size >= MOST_LOADED) break
      const isFollowed = importMayReachDatabase(one.path, source, scene.outside) && (node.type.endsWith('Declaration') || isTopLevel(node, one))
      const next = isFollowed ? scene.outside.imported(one.path, source) : undefined
      if (next !== undefined) loaded.add(next)
    }
  }
  // What is imported runs before what imports it.
  for (const one of [...loaded].reverse()) if (!without.has(one)) effects.push(...ownLoadEffects(one, scene))
  return distinct(effects)
}

/** What a module's own top level does, and what that calls. */
function ownLoadEffects(module: Module, scene: Scene): readonly Effect[] {
  let known = loads.get(scene.outside)
  if (known === undefined) loads.set(scene.outside, known = new WeakMap())
  let effects = known.get(module)
  if (effects === undefined) {
    const inner = sceneIn(scene, module)
    known.set(module, effects = effectsIn(running(module.program, inner), inner, 'loaded'))
  }
  return effects
}

function isTopLevel(node: Syntax, module: Module): boolean {
  for (let at = module.parentOf(node); at !== undefined; at = module.parentOf(at)) if (isFunction(at)) return false
  return true
}

/** A call in one line: its callee and its first words. */
function sourceOf(node: Syntax, module: Module): string {
  const callee = calleeOf(node)
  const written = module.text.slice(startOf(callee), endOf(callee)).slice(0, 400).replace(/\s*\n\s*/g, '').replace(/\s+/g, ' ')
  const short = written.length > 70 ? `${written.slice(0, 67)}…` : written
  const start = node.type === 'NewExpression' ? `new ${short}` : short
  return node.type === 'TaggedTemplateExpression' ? `${start}\`…\`` .replaceAll('`', "'") : `${start}()`
}

const ownByModule = new WeakMap<Outside, WeakMap<Module, readonly Effect[]>>()

/** As `effectsOf`, without what its imports do: for readers that follow imports themselves. */
export function ownEffectsOf(module: Module, outside: Outside): readonly Effect[] {
  let known = ownByModule.get(outside)
  if (known === undefined) ownByModule.set(outside, known = new WeakMap())
  let effects = known.get(module)
  if (effects === undefined) {
    const scene = sceneOf(module, outside)
    effects = effectsIn(descendants(module.program), scene, 'own')
    if (connectsToMemory(module)) effects = effects.filter(({ library }) => library !== 'mongoose')
    known.set(module, effects)
    noteCut(module, scene)
  }
  return effects
}

const cut = new WeakMap<Outside, WeakSet<Module>>()

function noteCut(module: Module, { outside, budget }: Scene): void {
  if (budget.left >= 0) return
  let modules = cut.get(outside)
  if (modules === undefined) cut.set(outside, modules = new WeakSet<Module>())
  modules.add(module)
}

/** Whether there was more to ask about the effects of a module than anybody asks: it may have further ones. */
export function isCutOff(module: Module, outside: Outside): boolean {
  return cut.get(outside)?.has(module) === true
}
