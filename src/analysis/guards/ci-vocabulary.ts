/** The CI guard as the flow engine knows it. */
import { ownEffectsOf } from '../database/effects.ts'
import type { Effect, EffectKind, Outside } from '../database/effect.ts'
import type { Target, Vocabulary } from '../flow/run.ts'
import type { Module } from '../program/module.ts'
import { startOf, endOf, stringOf, type Syntax } from '../program/syntax.ts'
import { provesCi } from './ci.ts'
import { isCiVariable, type CiReader } from './ci-values.ts'
import { canFail, failureOf, isNamed, type GuardName } from './named.ts'
import { requiresOfSchema } from './schema.ts'

export interface CiTerms {
  readonly outside: Outside
  /** Named in the contract: they count as far as their bodies can fail. */
  readonly contract: readonly GuardName[]
  /** Named by the user: they count as they are. */
  readonly settings: readonly GuardName[]
  /** Modules that connect when they are imported. */
  readonly clients: readonly GuardName[]
  readonly variables: readonly string[]
}

/** Words that an argument of a guard has: everything else can't matter to one. */
const MATTERS = /\bCI\b|[iI]s_?C[iI]|_CI\b|CI_|GITHUB_|BUILD|PIPELINE|^process\.env$/

/** Effects of a module of some kinds, by their nodes: the first of each. */
export function effectsOfKinds(module: Module, outside: Outside, kinds: readonly EffectKind[]): ReadonlyMap<Syntax, Effect> {
  const found = new Map<Syntax, Effect>()
  for (const effect of ownEffectsOf(module, outside)) if (kinds.includes(effect.kind) && !found.has(effect.node)) found.set(effect.node, effect)
  return found
}

/** An effect for the import of a module that the user names as a client. */
export function clientImport(source: string, node: Syntax, module: Module, clients: readonly GuardName[]): Effect | undefined {
  const bare = (text: string): string => text.replace(/^(?:\.{1,2}\/|[@~]\/)+/, '').replace(/\.[cm]?[jt]sx?$/, '')
  const isNamed = clients.some(client => client.module !== undefined && (client.module === source || bare(client.module).endsWith(bare(source))))
  if (!isNamed) return undefined
  return { kind: 'connect', node, module, library: source, what: `imports \`${source}\`, which connects`, tables: [] }
}

/** Kinds before which the guard must have run: making a client does not connect. */
const KINDS: readonly EffectKind[] = ['connect', 'read', 'write', 'migrate', 'command']

/** What the engine looks for when a script may run in CI only. */
export function ciVocabulary(root: Module, terms: CiTerms): Vocabulary {
  const { outside, contract, settings, clients, variables } = terms
  const reader: CiReader = { variables, root }
  const effects = new Map<Module, ReadonlyMap<Syntax, Effect>>()
  return {
    outside,
    effectsIn(module) {
      let found = effects.get(module)
      if (found === undefined) effects.set(module, found = effectsOfKinds(module, outside, KINDS))
      return found
    },
    proves: (test, place) => provesCi(test, place, reader),
    namedGuard(call, place, targets) {
      if (isNamed(call, place, targets, settings)) return failureOf(targets)
      // A body that reads CI is judged by what it does; another one is believed, if it can fail.
      const isOpaque = (target: Target): boolean => canFail(target) && !MATTERS.test(textOf(target.fn, target.module))
      if (isNamed(call, place, targets, contract) && targets.every(isOpaque)) return failureOf(targets)
      return requiresOfSchema(call, place, name => isCiVariable(name, variables))
    },
    matters(argument, place) {
      const text = stringOf(argument)
      return text === undefined ? MATTERS.test(textOf(argument, place.module)) : isCiVariable(text, variables)
    },
    effectOfImport: (source, node, module) => clientImport(source, node, module, clients),
  }
}

function textOf(node: Syntax, module: Module): string {
  return module.text.slice(startOf(node), Math.min(endOf(node), startOf(node) + 3000))
}
