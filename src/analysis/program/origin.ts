/**
 * Where the value of an expression comes from, as far as one module tells: through aliases, destructuring, properties of
 * object literals, `??`, awaits and type assertions, never by its name alone. This is what keeps `map.delete(key)` apart from a
 * database: a receiver counts only when its origin does.
 */
import type { Module } from './module.ts'
import { isSyntax, stringOf, type Syntax } from './syntax.ts'
import type { Definition, Variable } from './scopes.ts'

/** Where a value comes from, and the properties then read of it: `process.env.CI` is global `process` with path env, CI. */
export type Origin = { readonly path: readonly string[] } & (
  | { readonly kind: 'global', readonly name: string }
  /** Of another module, by import, `require` or `import()`. `name` is the export: `default`, or `*` for the module itself. */
  | { readonly kind: 'module', readonly source: string, readonly name: string, readonly node: Syntax }
  /** A function, class or method of this module: its node. */
  | { readonly kind: 'function', readonly node: Syntax }
  /** What a caller gives. `index` counts from 0. */
  | { readonly kind: 'parameter', readonly of: Syntax, readonly index: number }
  /** What a call or `new` gave. `callee` has its possible origins. */
  | { readonly kind: 'result', readonly call: Syntax, readonly callee: readonly Origin[] }
  /** A literal, an object, an expression: the value's own node. */
  | { readonly kind: 'value', readonly node: Syntax }
  /** `this` inside the function node, or at the top of the module. */
  | { readonly kind: 'this', readonly in: Syntax | undefined }
)

/** The property that a computed access reads when nobody can say which. */
export const ANY_PROPERTY = '*'

/** More alternatives than this are not followed: a name that is written this often says nothing. */
const MOST_ORIGINS = 8
const MOST_STEPS = 60

/**
 * Possible origins of an expression, best known first; empty when nothing is known (too many, or too deep).
 * `a ?? b`, `c ? a : b` and a variable that is written twice have several. `path` are properties to read of the value.
 */
export function originsOf(node: Syntax, module: Module, path: readonly string[] = []): readonly Origin[] {
  let byPath = known.get(node)
  if (byPath === undefined) known.set(node, byPath = new Map<string, readonly Origin[]>())
  const key = path.join('\0')
  let origins = byPath.get(key)
  if (origins === undefined) {
    origins = trace(node, path, { module, steps: 0, seen: new Set() })
    if (origins.length > MOST_ORIGINS) origins = []
    byPath.set(key, origins)
  }
  return origins
}

/** Every reader asks, each of them many times. By node, which is of one module only, and the properties to read. */
const known = new WeakMap<Syntax, Map<string, readonly Origin[]>>()

interface Walk {
  readonly module: Module
  steps: number
  /** Variables on the way: one that is made of itself (`x = x ?? y`) is followed once. */
  readonly seen: ReadonlySet<Variable>
}

/** Wrappers that don't change a value. */
const TRANSPARENT = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion', 'TSInstantiationExpression', 'ChainExpression', 'ParenthesizedExpression', 'ExpressionStatement'])

function trace(node: Syntax, path: readonly string[], walk: Walk): readonly Origin[] {
  if (++walk.steps > MOST_STEPS) return []
  if (TRANSPARENT.has(node.type)) return traceChild(node['expression'], path, walk)
  switch (node.type) {
    case 'Identifier': return traceName(node, path, walk)
    case 'ThisExpression': return [{ kind: 'this', in: enclosingMethod(node, walk.module), path }]
    case 'MemberExpression': return traceChild(node['object'], [propertyOf(node) ?? ANY_PROPERTY, ...path], walk)
    case 'AwaitExpression': return traceChild(node['argument'], path, walk)
    case 'AssignmentExpression': return node['operator'] === '=' ? traceChild(node['right'], path, walk) : [...traceChild(node['left'], path, walk), ...traceChild(node['right'], path, walk)]
    case 'SequenceExpression': return traceChild((node['expressions'] as readonly Syntax[]).at(-1), path, walk)
    case 'LogicalExpression': return [...traceChild(node['left'], path, walk), ...traceChild(node['right'], path, walk)]
    case 'ConditionalExpression': return [...traceChild(node['consequent'], path, walk), ...traceChild(node['alternate'], path, walk)]
    case 'ImportExpression': return importOf(node['source'], node, path)
    case 'CallExpression': return traceCall(node, path, walk)
    case 'NewExpression': return [{ kind: 'result', call: node, callee: traceChild(node['callee'], [], walk), path }]
    case 'FunctionExpression': case 'ArrowFunctionExpression': case 'FunctionDeclaration': case 'ClassExpression': case 'ClassDeclaration':
      return [{ kind: 'function', node, path }]
    case 'ObjectExpression': return traceObject(node, path, walk)
    default: return [{ kind: 'value', node, path }]
  }
}

function traceChild(node: unknown, path: readonly string[], walk: Walk): readonly Origin[] {
  return isSyntax(node) ? trace(node, path, walk) : []
}

function traceCall(node: Syntax, path: readonly string[], walk: Walk): readonly Origin[] {
  const callee = node['callee'] as Syntax
  if (callee.type === 'Identifier' && callee['name'] === 'require' && walk.module.variableOf(callee) === undefined) {
    return importOf((node['arguments'] as readonly unknown[])[0], node, path)
  }
  return [{ kind: 'result', call: node, callee: trace(callee, [], walk), path }]
}

function importOf(source: unknown, node: Syntax, path: readonly string[]): readonly Origin[] {
  const specifier = stringOf(source)
  return specifier === undefined ? [{ kind: 'value', node, path }] : [moduleOrigin(specifier, '*', path, node)]
}

/** `ns.name.rest` of a namespace is `rest` of the export `name`. */
function moduleOrigin(source: string, name: string, path: readonly string[], node: Syntax): Origin {
  const [first, ...rest] = path
  return name === '*' && first !== undefined && first !== ANY_PROPERTY
    ? { kind: 'module', source, name: first, path: rest, node }
    : { kind: 'module', source, name, path, node }
}

/** `{ a: x }.a` is x; what a spread may bring stays the object's. */
function traceObject(node: Syntax, path: readonly string[], walk: Walk): readonly Origin[] {
  const [first, ...rest] = path
  if (first === undefined || first === ANY_PROPERTY) return [{ kind: 'value', node, path }]
  for (const property of [...node['properties'] as readonly Syntax[]].reverse()) {
    if (property.type === 'SpreadElement') {
      const spread = traceChild(property['argument'], path, walk)
      return spread.length > 0 ? spread : [{ kind: 'value', node, path }]
    }
    if (keyOf(property) === first) return traceChild(property['value'], rest, walk)
  }
  return [{ kind: 'value', node, path }]
}

function traceName(node: Syntax, path: readonly string[], walk: Walk): readonly Origin[] {
  const variable = walk.module.variableOf(node)
  if (variable === undefined) return [{ kind: 'global', name: String(node['name']), path }]
  if (walk.seen.has(variable)) return []
  const inner: Walk = { module: walk.module, steps: walk.steps, seen: new Set([...walk.seen, variable]) }
  const found = variable.defs.flatMap(definition => traceDefinition(definition, path, inner))
  for (const reference of variable.references) {
    if (!reference.isWrite() || variable.defs.some(definition => definition.name === reference.identifier)) continue
    const pattern = patternPath(reference.identifier, walk.module)
    if (pattern !== undefined) found.push(...trace(pattern.value, [...pattern.path, ...path], inner))
  }
  walk.steps = inner.steps
  return found
}

function traceDefinition({ type, node, name }: Definition, path: readonly string[], walk: Walk): readonly Origin[] {
  switch (type) {
    case 'ImportBinding': return importBinding(node, path, walk.module)
    case 'FunctionName': case 'ClassName': return [{ kind: 'function', node, path }]
    case 'Parameter': return traceParameter(node, name, path, walk)
    case 'Variable': {
      const pattern = patternPath(name, walk.module)
      return pattern === undefined ? [] : trace(pattern.value, [...pattern.path, ...path], walk)
    }
    default: return [{ kind: 'value', node, path }]
  }
}

function importBinding(specifier: Syntax, path: readonly string[], module: Module): readonly Origin[] {
  // `import x = require('y')` declares without a specifier.
  const declaration = specifier.type === 'TSImportEqualsDeclaration' ? specifier : module.parentOf(specifier)
  const reference = declaration?.['moduleReference']
  const source = isSyntax(reference) ? stringOf(reference['expression']) : stringOf(declaration?.['source'])
  if (source === undefined) return []
  if (specifier.type === 'ImportSpecifier') {
    const imported = specifier['imported'] as Syntax
    return [moduleOrigin(source, String(imported['name'] ?? imported['value']), path, specifier)]
  }
  return [moduleOrigin(source, specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*', path, specifier)]
}

function traceParameter(of: Syntax, name: Syntax, path: readonly string[], walk: Walk): readonly Origin[] {
  const parameters = of['params'] as readonly Syntax[] | undefined ?? []
  for (const [index, parameter] of parameters.entries()) {
    const inner = pathInPattern(parameter.type === 'TSParameterProperty' ? parameter['parameter'] as Syntax : parameter, name)
    if (inner === undefined) continue
    const given: Origin = { kind: 'parameter', of, index, path: [...inner.path, ...path] }
    return inner.fallback === undefined ? [given] : [given, ...trace(inner.fallback, path, walk)]
  }
  return []
}

/** What an identifier in a pattern gets: `{ a: [b] } = v` gives b the value v with the path a, 0. */
function patternPath(identifier: Syntax, module: Module): { readonly value: Syntax, readonly path: readonly string[] } | undefined {
  for (let node: Syntax | undefined = identifier; node !== undefined; node = module.parentOf(node)) {
    if (node.type === 'VariableDeclarator' || node.type === 'AssignmentExpression') {
      const target = node.type === 'VariableDeclarator' ? node['id'] : node['left']
      const value = node.type === 'VariableDeclarator' ? node['init'] : node['right']
      const inner = isSyntax(target) ? pathInPattern(target, identifier) : undefined
      if (inner === undefined) return undefined
      if (isSyntax(value)) return { value, path: inner.path }
      const loop = module.parentOf(module.parentOf(node) ?? node)
      // `for (const x of list)`: some element of it.
      return loop?.type === 'ForOfStatement' && isSyntax(loop['right']) ? { value: loop['right'], path: [ANY_PROPERTY, ...inner.path] } : undefined
    }
    if (/Statement$|^Function|^Arrow/.test(node.type)) return undefined
  }
  return undefined
}

interface PatternPlace {
  readonly path: readonly string[]
  /** The default of the innermost `= …` that the identifier has. */
  readonly fallback?: Syntax
}

/** Where in a pattern an identifier stands, as the properties that lead to it. */
function pathInPattern(pattern: Syntax, identifier: Syntax): PatternPlace | undefined {
  if (pattern === identifier) return { path: [] }
  const below = (child: unknown, step?: string): PatternPlace | undefined => {
    const place = isSyntax(child) ? pathInPattern(child, identifier) : undefined
    return place === undefined || step === undefined ? place : { ...place, path: [step, ...place.path] }
  }
  switch (pattern.type) {
    case 'AssignmentPattern': {
      const place = below(pattern['left'])
      return place?.path.length === 0 ? { ...place, fallback: pattern['right'] as Syntax } : place
    }
    case 'RestElement': return below(pattern['argument'])
    case 'ObjectPattern':
      for (const property of pattern['properties'] as readonly Syntax[]) {
        const place = property.type === 'RestElement' ? below(property['argument']) : below(property['value'], keyOf(property) ?? ANY_PROPERTY)
        if (place !== undefined) return place
      }
      return undefined
    case 'ArrayPattern':
      for (const [index, element] of (pattern['elements'] as readonly unknown[]).entries()) {
        const place = below(element, String(index))
        if (place !== undefined) return place
      }
      return undefined
    default: return undefined
  }
}

/** The name of a property, method or pattern entry; `undefined` for a computed one that is no literal. */
export function keyOf(property: Syntax): string | undefined {
  const key = property['key']
  if (!isSyntax(key)) return undefined
  if (property['computed'] === true) return stringOf(key)
  return key.type === 'Identifier' || key.type === 'PrivateIdentifier' ? String(key['name']) : String(key['value'])
}

/** The property that a member expression reads; `undefined` for a computed one that is no literal. */
export function propertyOf(member: Syntax): string | undefined {
  const property = member['property']
  if (!isSyntax(property)) return undefined
  if (member['computed'] !== true) return String(property['name'])
  return property.type === 'Literal' ? String(property['value']) : stringOf(property)
}

/** The function whose `this` an expression sees: arrows have none of their own. */
function enclosingMethod(node: Syntax, module: Module): Syntax | undefined {
  for (let at = module.parentOf(node); at !== undefined; at = module.parentOf(at)) {
    if (at.type === 'FunctionExpression' || at.type === 'FunctionDeclaration' || at.type === 'PropertyDefinition' || at.type === 'StaticBlock') return at
  }
  return undefined
}

/** Whether an origin is an export of a package, whatever path of the package it came by: `drizzle-orm/pg-core` is of drizzle-orm. */
export function isFromPackage(origin: Origin, name: string): origin is Origin & { readonly kind: 'module' } {
  return origin.kind === 'module' && (origin.source === name || origin.source.startsWith(`${name}/`))
}
