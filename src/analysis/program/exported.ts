/** What an import of another module leads to. */
import type { Outside } from '../database/effect.ts'
import type { Module } from './module.ts'
import { originsOf, type Origin } from './origin.ts'
import { isSyntax, type Syntax } from './syntax.ts'

const MOST_HOPS = 5

/** The function that an imported name is, with the module that it stands in; re-exports are followed. */
export function exportedFunction(origin: Origin, module: Module, outside: Outside): { readonly node: Syntax, readonly module: Module } | undefined {
  for (const value of exportedOrigins(origin, module, outside, 0)) {
    if (value.origin.kind === 'function' && value.origin.path.length === 0) return { node: value.origin.node, module: value.module }
  }
  return undefined
}

/** What an imported name is in the module that exports it; nothing for packages. */
export function exportedOrigins(origin: Origin, module: Module, outside: Outside, hops = 0): readonly { readonly origin: Origin, readonly module: Module }[] {
  if (origin.kind !== 'module' || hops > MOST_HOPS) return []
  const other = outside.imported(module.path, origin.source)
  if (other === undefined) return []
  // `import x from './cjs'` and `require('./cjs').name`
  const name = origin.name === '*' || (origin.name === 'default' && !other.isEsModule) ? origin.path[0] : origin.name
  const rest = name === origin.name ? origin.path : origin.path.slice(1)
  return exportsNamed(other, name ?? 'default').flatMap((node) => {
    if ('source' in node) return exportedOrigins({ kind: 'module', source: node.source, name: node.name === '*' ? name ?? '*' : node.name, path: rest, node: node.node }, other, outside, hops + 1)
    return originsOf(node.node, other).flatMap((inner) => {
      const through = exportedOrigins(inner, other, outside, hops + 1)
      const origins = through.length > 0 ? through : [{ origin: inner, module: other }]
      return origins.map(one => ({ ...one, origin: { ...one.origin, path: [...one.origin.path, ...rest] } }))
    })
  })
}

type Exported = { readonly node: Syntax } | { readonly node: Syntax, readonly source: string, readonly name: string }

function exportsNamed(module: Module, name: string): readonly Exported[] {
  const found: Exported[] = []
  for (const statement of module.program['body'] as readonly Syntax[]) {
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') found.push({ node: statement['declaration'] as Syntax })
    else if (statement.type === 'ExportNamedDeclaration') found.push(...namedIn(statement, name))
    else if (statement.type === 'ExportAllDeclaration' && statement['exported'] == null) found.push({ node: statement, source: sourceOf(statement), name: '*' })
    else if (statement.type === 'ExpressionStatement') found.push(...commonJs(statement['expression'] as Syntax, name))
  }
  return found
}

function sourceOf(statement: Syntax): string {
  return String((statement['source'] as Syntax)['value'])
}

function namedIn(statement: Syntax, name: string): readonly Exported[] {
  const declaration = statement['declaration']
  if (isSyntax(declaration)) {
    const declared = declaration.type === 'VariableDeclaration' ? (declaration['declarations'] as readonly Syntax[]).map(one => one['id']) : [declaration['id']]
    return declared.flatMap(id => (isSyntax(id) && id['name'] === name ? [{ node: id }] : []))
  }
  return (statement['specifiers'] as readonly Syntax[]).flatMap((specifier) => {
    const exported = specifier['exported'] as Syntax
    const local = specifier['local'] as Syntax
    if ((exported['name'] ?? exported['value']) !== name) return []
    return isSyntax(statement['source']) ? [{ node: specifier, source: sourceOf(statement), name: String(local['name'] ?? local['value']) }] : [{ node: local }]
  })
}

/** `module.exports = { name }`, `exports.name = …`, `module.exports.name = …`. */
function commonJs(expression: Syntax, name: string): readonly Exported[] {
  const target = expression['left']
  const value = expression['right']
  if (expression.type !== 'AssignmentExpression' || !isSyntax(target) || !isSyntax(value) || target.type !== 'MemberExpression') return []
  const object = target['object'] as Syntax
  const property = (target['property'] as Syntax)['name']
  const isExports = (node: Syntax): boolean => node['name'] === 'exports' || (node.type === 'MemberExpression' && (node['object'] as Syntax)['name'] === 'module' && (node['property'] as Syntax)['name'] === 'exports')
  if (isExports(object) && property === name) return [{ node: value }]
  if (!isExports(target)) return []
  if (name === 'default') return [{ node: value }]
  if (value.type !== 'ObjectExpression') return []
  return (value['properties'] as readonly Syntax[]).flatMap(entry => (isSyntax(entry['key']) && entry['key']['name'] === name && isSyntax(entry['value']) ? [{ node: entry['value'] }] : []))
}
