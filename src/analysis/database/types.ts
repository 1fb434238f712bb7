/** What a type says about a value: `db: PrismaClient`, `typeof db`, `Awaited<ReturnType<typeof connect>>`. No type checker: names only. */
import { exportsOf } from '../program/exports.ts'
import { originsOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { returnedValues } from './calls.ts'
import type { Value } from './handle.ts'
import { libraryType } from './libraries.ts'
import { MOST_DEPTH, sceneIn, type Scene } from './scene.ts'
import { valuesOf } from './values.ts'

/** Types around another that leave it what it is. */
const AROUND = /^(?:Promise|Awaited|Omit|Pick|Partial|Required|Readonly|NonNullable|Extract|Exclude|InstanceType)$/

/** Values that have a type; empty for what it does not tell. */
export function typeValues(type: unknown, scene: Scene): readonly Value[] {
  if (!isSyntax(type) || scene.depth > MOST_DEPTH) return []
  const inner = sceneIn(scene, scene.module, scene.given)
  switch (type.type) {
    case 'TSTypeAnnotation': return typeValues(type['typeAnnotation'], inner)
    case 'TSUnionType': case 'TSIntersectionType': return (type['types'] as readonly unknown[]).slice(0, 8).flatMap(one => typeValues(one, inner))
    case 'TSTypeQuery': return isSyntax(type['exprName']) && type['exprName'].type === 'Identifier' ? valuesOf(type['exprName'], inner) : []
    case 'TSTypeReference': return referenceValues(type, inner)
    case 'TSTypeAliasDeclaration': return typeValues(type['typeAnnotation'], inner)
    case 'TSInterfaceDeclaration': return ((type['extends'] ?? []) as readonly Syntax[]).flatMap(one => nameValues(one['expression'] as Syntax, inner))
    case 'TSParenthesizedType': return typeValues(type['typeAnnotation'], inner)
    default: return []
  }
}

function referenceValues(type: Syntax, scene: Scene): readonly Value[] {
  const name = type['typeName'] as Syntax
  const word = typeof name['name'] === 'string' ? name['name'] : ''
  const args = type['typeArguments'] ?? type['typeParameters']
  const [first] = isSyntax(args) ? args['params'] as readonly Syntax[] : []
  if (word === 'ReturnType') {
    return typeValues(first, scene).flatMap(value => (value.kind === 'function' ? returnedValues(value.node, sceneIn(scene, value.module)) : []))
  }
  if (AROUND.test(word) && first !== undefined) {
    const values = typeValues(first, scene)
    return word === 'InstanceType' ? values.flatMap(value => (value.kind === 'function' ? [{ ...value, kind: 'instance' as const }] : [])) : values
  }
  // `Parameters<Parameters<typeof db.transaction>[0]>[0]` and the like say nothing that is worth the effort.
  return nameValues(name, scene)
}

/** What a name of a type means: of a library, an alias, or a class of ours. */
function nameValues(name: Syntax, scene: Scene): readonly Value[] {
  const parts = partsOf(name)
  const [root] = parts
  if (root === undefined) return []
  const rest = parts.slice(1).map(part => String(part['name']))
  const definition = scene.module.variableOf(root)?.defs[0]?.node
  if (definition !== undefined && /^TS(?:TypeAlias|Interface)Declaration$/.test(definition.type)) return typeValues(definition, scene)
  return originsOf(root, scene.module).flatMap((origin): readonly Value[] => {
    if (origin.kind === 'function') return [{ kind: 'instance', node: origin.node, module: scene.module, given: scene.given }]
    if (origin.kind !== 'module') return []
    const full = origin.name === '*' || origin.name === 'default' ? rest : [origin.name, ...rest]
    const handle = libraryType(origin.source, full.join('.') || 'default')
    if (handle !== undefined) return [{ kind: 'handle', handle }]
    const imported = scene.outside.imported(scene.module.path, origin.source)
    if (imported === undefined) return []
    return exportsOf(imported, full[0] ?? 'default').flatMap((exported): readonly Value[] => {
      const inside = sceneIn(scene, imported)
      if (exported.kind === 'again') {
        const again = libraryType(exported.source, exported.name)
        return again === undefined ? [] : [{ kind: 'handle', handle: again }]
      }
      return exported.node.type.startsWith('Class')
        ? [{ kind: 'instance', node: exported.node, module: imported, given: inside.given }]
        : exported.node.type === 'Identifier' ? nameValues(exported.node, inside) : typeValues(exported.node, inside)
    })
  })
}

/** The identifiers of `A.B.C`. */
function partsOf(name: Syntax): readonly Syntax[] {
  if (name.type === 'Identifier') return [name]
  if (name.type !== 'TSQualifiedName') return []
  return [...partsOf(name['left'] as Syntax), name['right'] as Syntax]
}
