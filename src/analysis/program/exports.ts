/** What a module exports under a name, as the node that has the value. */
import type { Module } from './module.ts'
import { keyOf, propertyOf } from './origin.ts'
import { childrenOf, isSyntax, stringOf, type Syntax } from './syntax.ts'

/** An export: a value of the module, or one that it hands on from another. */
export type Exported =
  | { readonly kind: 'value', readonly node: Syntax }
  /** `name` is `*` for the other module as a whole. */
  | { readonly kind: 'again', readonly source: string, readonly name: string }

interface Exports {
  readonly named: ReadonlyMap<string, readonly Exported[]>
  /** Sources of `export * from`. */
  readonly stars: readonly string[]
  /** What `module.exports =` or `export =` is given. */
  readonly whole: readonly Syntax[]
}

const known = new WeakMap<Module, Exports>()

/** Exports under a name. For CommonJS `default` is the whole of it. Never follows into other modules: `stars` are for the caller. */
export function exportsOf(module: Module, name: string): readonly Exported[] {
  const { named, whole } = exportsIn(module)
  const own = named.get(name)
  if (own !== undefined) return own
  if (whole.length === 0) return []
  if (name === 'default' || name === '*') return whole.map(node => ({ kind: 'value', node }))
  return whole.flatMap((node): readonly Exported[] => {
    if (node.type !== 'ObjectExpression') return []
    const property = (node['properties'] as readonly Syntax[]).findLast(one => one.type === 'Property' && keyOf(one) === name)
    return property !== undefined && isSyntax(property['value']) ? [{ kind: 'value', node: property['value'] }] : []
  })
}

/** Sources of a module's `export * from`. */
export function starExportsOf(module: Module): readonly string[] {
  return exportsIn(module).stars
}

/** The names that a module exports. */
export function exportedNames(module: Module): readonly string[] {
  return [...exportsIn(module).named.keys()]
}

function exportsIn(module: Module): Exports {
  let found = known.get(module)
  if (found === undefined) known.set(module, found = readExports(module))
  return found
}

function readExports(module: Module): Exports {
  const named = new Map<string, Exported[]>()
  const stars: string[] = []
  const whole: Syntax[] = []
  const add = (name: string, exported: Exported): void => {
    const list = named.get(name)
    if (list === undefined) named.set(name, [exported])
    else list.push(exported)
  }
  for (const statement of module.program['body'] as readonly Syntax[]) {
    switch (statement.type) {
      case 'ExportNamedDeclaration': readNamed(statement, add); break
      case 'ExportDefaultDeclaration': add('default', { kind: 'value', node: statement['declaration'] as Syntax }); break
      case 'ExportAllDeclaration': {
        const source = stringOf(statement['source']) ?? ''
        if (isSyntax(statement['exported'])) add(nameOf(statement['exported']), { kind: 'again', source, name: '*' })
        else stars.push(source)
        break
      }
      case 'TSExportAssignment': whole.push(statement['expression'] as Syntax); break
      default: if (!module.isEsModule || statement.type === 'ExpressionStatement') readCommon(statement, add, whole)
    }
  }
  return { named, stars, whole }
}

function readNamed(statement: Syntax, add: (name: string, exported: Exported) => void): void {
  const source = stringOf(statement['source'])
  for (const specifier of statement['specifiers'] as readonly Syntax[]) {
    const [local, exported] = [specifier['local'], specifier['exported']]
    if (!isSyntax(local) || !isSyntax(exported)) continue
    add(nameOf(exported), source === undefined ? { kind: 'value', node: local } : { kind: 'again', source, name: nameOf(local) })
  }
  const declaration = statement['declaration']
  if (!isSyntax(declaration)) return
  if (declaration.type === 'VariableDeclaration') {
    for (const declarator of declaration['declarations'] as readonly Syntax[]) {
      for (const name of namesIn(declarator['id'] as Syntax)) add(nameOf(name), { kind: 'value', node: name })
    }
  } else if (isSyntax(declaration['id'])) {
    add(nameOf(declaration['id']), { kind: 'value', node: declaration })
  }
}

/** Identifiers that a pattern declares. */
function namesIn(pattern: Syntax): readonly Syntax[] {
  switch (pattern.type) {
    case 'Identifier': return [pattern]
    case 'ObjectPattern': return (pattern['properties'] as readonly Syntax[]).flatMap(one => namesIn((one['value'] ?? one['argument']) as Syntax))
    case 'ArrayPattern': return (pattern['elements'] as readonly unknown[]).filter(isSyntax).flatMap(namesIn)
    case 'AssignmentPattern': return namesIn(pattern['left'] as Syntax)
    case 'RestElement': return namesIn(pattern['argument'] as Syntax)
    default: return []
  }
}

/** `module.exports = …`, `exports.a = …`, `module.exports.a = …`, also `exports.a = exports.b = …`. */
function readCommon(statement: Syntax, add: (name: string, exported: Exported) => void, whole: Syntax[]): void {
  let node = statement.type === 'ExpressionStatement' ? statement['expression'] : childrenOf(statement)[0]
  for (let depth = 0; isSyntax(node) && node.type === 'AssignmentExpression' && depth < 20; depth++) {
    const target = node['left'] as Syntax
    const value = node['right'] as Syntax
    if (isModuleExports(target)) whole.push(value)
    else if (target.type === 'MemberExpression' && isExportsObject(target['object'] as Syntax)) {
      const name = propertyOf(target)
      if (name !== undefined) add(name, { kind: 'value', node: value })
    }
    node = value
  }
}

function isExportsObject(node: Syntax): boolean {
  return (node.type === 'Identifier' && node['name'] === 'exports') || isModuleExports(node)
}

function isModuleExports(node: Syntax): boolean {
  if (node.type !== 'MemberExpression' || propertyOf(node) !== 'exports') return false
  const object = node['object'] as Syntax
  return object.type === 'Identifier' && object['name'] === 'module'
}

function nameOf(node: Syntax): string {
  return String(node['name'] ?? node['value'])
}
