/**
 * What an expression is to the libraries: through imports of our own modules, classes, factories, parameters and types.
 * `originsOf` answers within a module; here answers are followed from module to module and handed to the libraries.
 */
import { exportsOf, starExportsOf, type Exported } from '../program/exports.ts'
import type { Module } from '../program/module.ts'
import { originsOf, type Origin } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { callResults } from './calls.ts'
import type { Value } from './handle.ts'
import { libraryExport, libraryGlobal } from './libraries.ts'
import { memberOf } from './members.ts'
import { parameterValues } from './parameters.ts'
import { answer, sceneIn, type Scene } from './scene.ts'

const MOST_VALUES = 8

/** Possible values of an expression; empty when nothing is known. */
export function valuesOf(node: Syntax, scene: Scene): readonly Value[] {
  return answer(node, '', scene, inner => distinct(originsOf(node, scene.module).flatMap(origin => valuesOfOrigin(origin, inner))))
}

function distinct(values: readonly Value[]): readonly Value[] {
  const seen = new Set<unknown>()
  return values.filter((value) => {
    const key = value.kind === 'handle' ? JSON.stringify(value.handle) : 'node' in value ? value.node : value
    return !seen.has(key) && Boolean(seen.add(key))
  }).slice(0, MOST_VALUES)
}

function valuesOfOrigin(origin: Origin, scene: Scene): readonly Value[] {
  switch (origin.kind) {
    case 'module': return moduleValues(origin.source, origin.name, origin.path, scene)
    case 'global': {
      const handle = libraryGlobal([origin.name, ...origin.path])
      return handle === undefined ? [{ kind: 'foreign', source: '', name: origin.name }] : [{ kind: 'handle', handle }]
    }
    case 'function': return follow([{ kind: 'function', node: origin.node, module: scene.module, given: scene.given }], origin.path, scene)
    case 'parameter': return follow(parameterValues(origin.of, origin.index, scene), origin.path, scene)
    case 'result': return follow(callResults(origin.call, scene), origin.path, scene)
    case 'this': {
      const owner = classAround(origin.in, scene.module)
      return owner === undefined ? [] : follow([{ kind: 'instance', node: owner, module: scene.module, given: scene.given }], origin.path, scene)
    }
    case 'value': {
      const values: readonly Value[] = origin.node.type === 'TaggedTemplateExpression'
        ? callResults(origin.node, scene)
        : [{ kind: 'syntax', node: origin.node, module: scene.module }]
      return follow(values, origin.path, scene)
    }
  }
}

/** The class or object that a method belongs to; `undefined` for a function that is none. */
function classAround(method: Syntax | undefined, module: Module): Syntax | undefined {
  if (method === undefined) return undefined
  const parent = method.type === 'FunctionExpression' ? module.parentOf(method) : method
  if (parent === undefined) return undefined
  if (parent.type === 'Property') return module.parentOf(parent)
  const body = /^(?:MethodDefinition|PropertyDefinition|StaticBlock)$/.test(parent.type) ? module.parentOf(parent) : undefined
  return body?.type === 'ClassBody' ? module.parentOf(body) : undefined
}

/** The values that a chain of properties of some values has. */
export function follow(values: readonly Value[], path: readonly string[], scene: Scene): readonly Value[] {
  let found = values
  for (const step of path) {
    if (found.length === 0) return []
    found = found.flatMap(value => memberOf(value, step, scene))
  }
  return found
}

/** What an import gives: of a library, of our own modules, or of nobody we know. */
export function moduleValues(source: string, name: string, path: readonly string[], scene: Scene): readonly Value[] {
  const [first, ...rest] = path
  const whole = name === 'default' || name === '*'
  const handle = libraryExport(source, name, scene)
  if (handle !== undefined) return follow([{ kind: 'handle', handle }], path, scene)
  // `pg.Pool` of a default import is what `Pool` is of the package.
  const named = whole && first !== undefined ? libraryExport(source, first, scene) : undefined
  if (named !== undefined) return follow([{ kind: 'handle', handle: named }], rest, scene)
  const imported = scene.outside.imported(scene.module.path, source)
  if (imported === undefined) return [{ kind: 'foreign', source, name }]
  const inner = sceneIn(scene, imported)
  const own = exportedValues(imported, name, inner)
  if (own.length > 0 || !whole) return follow(own, path, inner)
  return follow([{ kind: 'namespace', module: imported }], path, inner)
}

/** What one of our modules exports under a name. The scene must be of that module. */
export function exportedValues(module: Module, name: string, scene: Scene): readonly Value[] {
  return answer(module.program, `export ${name}`, scene, inner => distinct(exportValues(module, name, inner)))
}

function exportValues(module: Module, name: string, scene: Scene): readonly Value[] {
  const own = exportsOf(module, name)
  if (own.length > 0) return own.flatMap(exported => exportedValue(exported, scene))
  if (name === 'default' || name === '*') return []
  // `require('./model').find` of a module whose export is one value.
  const whole = exportsOf(module, '*').flatMap(exported => exportedValue(exported, scene))
  if (whole.length > 0) return follow(whole, [name], scene)
  for (const source of starExportsOf(module)) {
    const found = moduleValues(source, name, [], sceneIn(scene, module)).filter(({ kind }) => kind !== 'foreign')
    if (found.length > 0) return found
  }
  return []
}

function exportedValue(exported: Exported, scene: Scene): readonly Value[] {
  if (exported.kind === 'again') return moduleValues(exported.source, exported.name, [], sceneIn(scene, scene.module))
  const { node } = exported
  return /^TS(?:TypeAlias|Interface|Enum)Declaration$/.test(node.type) ? [] : valuesOf(node, scene)
}

/** An object literal that an expression leads to, with the scene that it stands in. */
export function objectOf(node: Syntax | undefined, scene: Scene): Syntax | undefined {
  if (node === undefined) return undefined
  if (node.type === 'ObjectExpression') return node
  const found = valuesOf(node, scene).find(value => value.kind === 'syntax')
  return isSyntax(found?.node) && found.node.type === 'ObjectExpression' ? found.node : undefined
}
