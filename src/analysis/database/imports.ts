/** What a module loads. */
import type { Module } from '../program/module.ts'
import { descendants, isSyntax, stringOf, type Syntax } from '../program/syntax.ts'
import { argumentsOf } from './calls.ts'

export interface Import {
  /** The declaration, or the call of `require` or `import`. */
  readonly node: Syntax
  readonly source: string
}

const imports = new WeakMap<Module, readonly Import[]>()

/** Everything that a module loads, wherever it stands; no imports of types. */
export function importsIn(module: Module): readonly Import[] {
  let found = imports.get(module)
  if (found === undefined) imports.set(module, found = [...readImports(module)])
  return found
}

function* readImports(module: Module): Iterable<Import> {
  for (const node of descendants(module.program)) {
    if (!/^(?:Import(?:Declaration|Expression)|Export(?:All|Named)Declaration|CallExpression)$/.test(node.type)) continue
    if (node['importKind'] === 'type' || node['exportKind'] === 'type') continue
    const callee = node['callee']
    const isRequire = isSyntax(callee) && callee.type === 'Identifier' && callee['name'] === 'require'
    if (node.type === 'CallExpression' && !isRequire) continue
    const source = stringOf(isRequire ? argumentsOf(node)[0] : node['source'])
    if (source !== undefined) yield { node, source }
  }
}
