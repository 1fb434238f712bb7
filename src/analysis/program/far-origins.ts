/** Where a value comes from across the files of a checkout. */
import type { Outside } from '../database/effect.ts'
import { exportsOf, starExportsOf, type Exported } from './exports.ts'
import type { Module } from './module.ts'
import { originsOf, type Origin } from './origin.ts'
import type { Syntax } from './syntax.ts'

/** An origin, and the module in which its nodes stand. */
export interface FarOrigin {
  readonly origin: Origin
  readonly module: Module
}

const MOST_FILES = 6

/**
 * Where a value comes from, followed through files: an import is followed to what the other module exports. What a package
 * exports stays an origin of kind `module`, in the module that imports it. Empty when nothing is known. `path` are properties
 * to read of the value.
 */
export function farOriginsOf(node: Syntax, module: Module, outside: Outside, path: readonly string[] = []): readonly FarOrigin[] {
  const origins = originsOf(node, module, path)
  const [only] = origins
  return origins.length === 1 && only !== undefined ? followed(only, module, outside) : origins.flatMap(origin => followed(origin, module, outside))
}

/** What an imported name is in the module that exports it, through re-exports; nothing for packages. */
export function exportedOrigins(origin: Origin, module: Module, outside: Outside): readonly FarOrigin[] {
  return followed(origin, module, outside).filter(far => far.module !== module)
}

const known = new WeakMap<Outside, WeakMap<Origin, readonly FarOrigin[]>>()

/** An origin followed through files, once: `originsOf` gives the same object every time. */
function followed(origin: Origin, module: Module, outside: Outside): readonly FarOrigin[] {
  let byOrigin = known.get(outside)
  if (byOrigin === undefined) known.set(outside, byOrigin = new WeakMap<Origin, readonly FarOrigin[]>())
  let found = byOrigin.get(origin)
  if (found === undefined) byOrigin.set(origin, found = follow(origin, { module, outside, depth: 0, seen: new Map() }))
  return found
}

/** The function that an imported name is, with the module that it stands in. */
export function exportedFunction(origin: Origin, module: Module, outside: Outside): { readonly node: Syntax, readonly module: Module } | undefined {
  for (const far of exportedOrigins(origin, module, outside)) {
    if (far.origin.kind === 'function' && far.origin.path.length === 0) return { node: far.origin.node, module: far.module }
  }
  return undefined
}

interface Walk {
  readonly module: Module
  readonly outside: Outside
  readonly depth: number
  /** Exports that were followed already, by module: barrels that export each other lead to each many times. */
  readonly seen: Map<Module, Set<string>>
}

function follow(given: Origin, walk: Walk): readonly FarOrigin[] {
  const { module, outside, depth, seen } = walk
  if (depth > MOST_FILES) return [{ origin: given, module }]
  if (given.kind === 'global') return ownExports(given, walk)
  if (given.kind !== 'module') return [{ origin: given, module }]
  const [first, ...rest] = given.path
  const origin = given.name === '*' && first !== undefined ? { ...given, name: first, path: rest } : given
  const here = [{ origin, module }]
  const target = outside.imported(module.path, origin.source)
  if (target === undefined || target === module) return here
  const before = seen.get(target) ?? new Set<string>()
  const key = [origin.name, ...origin.path].join('\0')
  if (before.has(key)) return []
  seen.set(target, before.add(key))
  const inner: Walk = { ...walk, module: target, depth: depth + 1 }
  const found = exported(target, origin.name).flatMap(({ value, path }): readonly FarOrigin[] => {
    if (value.kind === 'again') return follow({ ...origin, source: value.source, name: value.name, path: [...path, ...origin.path] }, inner)
    return originsOf(value.node, target, [...path, ...origin.path]).flatMap(next => follow(next, inner))
  })
  // Of several `export *` one has the name.
  return found.length > 0 || depth > 0 ? found : here
}

/** `exports.run` in the module that exports it. */
function ownExports(given: Origin & { readonly kind: 'global' }, walk: Walk): readonly FarOrigin[] {
  const { module, seen } = walk
  const path = given.name === 'module' && given.path[0] === 'exports' ? given.path.slice(1) : given.name === 'exports' ? given.path : []
  const [name, ...rest] = path
  const key = `own ${path.join('\0')}`
  const before = seen.get(module) ?? new Set<string>()
  if (name === undefined || module.isEsModule || before.has(key)) return [{ origin: given, module }]
  seen.set(module, before.add(key))
  const found = exportsOf(module, name).flatMap(value => (value.kind === 'value' ? originsOf(value.node, module, rest) : []))
  return found.length === 0 ? [{ origin: given, module }] : found.flatMap(next => follow(next, { ...walk, depth: walk.depth + 1 }))
}

/** An export under a name, else a property of what the module is as a whole, else what `export *` may bring. */
function exported(module: Module, name: string): readonly { readonly value: Exported, readonly path: readonly string[] }[] {
  const own = exportsOf(module, name)
  if (own.length > 0) return own.map(value => ({ value, path: [] }))
  const whole = exportsOf(module, '*')
  if (whole.length > 0) return whole.map(value => ({ value, path: [name] }))
  return starExportsOf(module).map(source => ({ value: { kind: 'again', source, name }, path: [] }))
}

/** Whether an expression is `exports` or `module.exports`. */
export function isExportsObject(node: Syntax): boolean {
  if (node.type === 'Identifier') return node['name'] === 'exports'
  return node.type === 'MemberExpression' && (node['object'] as Syntax)['name'] === 'module' && (node['property'] as Syntax)['name'] === 'exports'
}
