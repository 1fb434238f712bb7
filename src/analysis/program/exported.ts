/** What an import of another module leads to, through re-exports. */
import type { Outside } from '../database/effect.ts'
import { exportsOf, starExportsOf } from './exports.ts'
import type { Module } from './module.ts'
import { originsOf, type Origin } from './origin.ts'
import type { Syntax } from './syntax.ts'

const MOST_HOPS = 5

/** An origin in another module than the one that asks. */
export interface FarOrigin {
  readonly origin: Origin
  readonly module: Module
}

/** The function that an imported name is, with the module that it stands in. */
export function exportedFunction(origin: Origin, module: Module, outside: Outside): { readonly node: Syntax, readonly module: Module } | undefined {
  for (const far of exportedOrigins(origin, module, outside)) {
    if (far.origin.kind === 'function' && far.origin.path.length === 0) return { node: far.origin.node, module: far.module }
  }
  return undefined
}

/** What an imported name is in the module that exports it; nothing for packages. */
export function exportedOrigins(origin: Origin, module: Module, outside: Outside, hops = 0): readonly FarOrigin[] {
  if (origin.kind !== 'module' || hops > MOST_HOPS) return []
  const other = outside.imported(module.path, origin.source)
  if (other === undefined) return []
  // `import x from './cjs'` and `require('./cjs').name`
  const first = origin.name === '*' || (origin.name === 'default' && !other.isEsModule) ? origin.path[0] : undefined
  const name = first ?? origin.name
  const path = first === undefined ? origin.path : origin.path.slice(1)
  const again = (source: string, exported: string): readonly FarOrigin[] => exportedOrigins({ kind: 'module', source, name: exported, path, node: origin.node }, other, outside, hops + 1)
  const own = exportsOf(other, name)
  if (own.length === 0) return starExportsOf(other).flatMap(source => again(source, name))
  return own.flatMap((exported): readonly FarOrigin[] => (exported.kind === 'again' ? again(exported.source, exported.name) : originsOf(exported.node, other).flatMap((inner) => {
    const through = exportedOrigins(inner, other, outside, hops + 1)
    const found = through.length > 0 ? through : [{ origin: inner, module: other }]
    return found.map(far => ({ ...far, origin: { ...far.origin, path: [...far.origin.path, ...path] } }))
  })))
}
