/** The cheap question before all others: whether a module, or anything that it imports, has a word of a database at all. */
import type { Module } from '../program/module.ts'
import type { Outside } from './effect.ts'
import { importsIn } from './imports.ts'
import { mentionsDatabase } from './libraries.ts'

const mentioning = new WeakMap<Module, boolean>()

function mentions(module: Module): boolean {
  let found = mentioning.get(module)
  if (found === undefined) mentioning.set(module, found = mentionsDatabase(module.text))
  return found
}

const reaching = new WeakMap<Outside, WeakMap<Module, boolean>>()

/**
 * Whether a module can have any effect on a database, by the texts of all modules that it imports. Where it can't, nobody needs to
 * look for one. Clients that the user names may stand anywhere.
 */
export function mayReachDatabase(module: Module, outside: Outside): boolean {
  if ((outside.clients?.length ?? 0) > 0) return true
  let known = reaching.get(outside)
  if (known === undefined) reaching.set(outside, known = new WeakMap<Module, boolean>())
  const before = known.get(module)
  if (before !== undefined) return before
  const seen = new Set<Module>([module])
  let found = false
  // The set grows while it is walked.
  for (const one of seen) {
    found = known.get(one) ?? mentions(one)
    if (found) break
    for (const { source } of importsIn(one)) {
      const next = outside.imported(one.path, source)
      if (next !== undefined && known.get(next) !== false) seen.add(next)
    }
  }
  // What a module that reaches nothing imports reaches nothing.
  if (found) known.set(module, true)
  else for (const one of seen) known.set(one, false)
  return found
}
