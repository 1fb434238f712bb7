/** Values that are known of a parameter for one call: `main({ skipGuard: false })`, or its default where nothing was given. */
import { keyOf, originsOf } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import type { Place } from './run.ts'

export interface Known {
  readonly value: unknown
}

const DEEPEST = 4

/** Whether a call says, by a literal or by leaving something out, what a parameter is: then its function may be walked for it alone. */
export function fixesArguments(fn: Syntax, args: readonly Syntax[]): boolean {
  const parameters = (fn['params'] ?? []) as readonly Syntax[]
  if (parameters.length === 0 || args.some(({ type }) => type === 'SpreadElement')) return false
  return args.length < parameters.length || args.some(({ type }) => type === 'Literal' || type === 'ObjectExpression')
}

/** What a test is, where all that it compares is known of the call. */
export function knownTest(node: Syntax, place: Place): Known | undefined {
  if (place.bindings.length === 0) return undefined
  if (node.type !== 'BinaryExpression') return node.type === 'Identifier' ? knownValue(node, place, 0) : undefined
  const operator = String(node['operator'])
  if (!/^[!=]==?$/.test(operator)) return undefined
  const [left, right] = [node['left'], node['right']].map(side => knownValue(side as Syntax, place, 0))
  if (left === undefined || right === undefined) return undefined
  return { value: (left.value === right.value) !== operator.startsWith('!') }
}

function knownValue(node: Syntax, place: Place, depth: number): Known | undefined {
  if (node.type === 'Literal') return { value: node['value'] }
  if (node.type !== 'Identifier' || depth > DEEPEST) return undefined
  if (node['name'] === 'undefined') return { value: undefined }
  const variable = place.module.variableOf(node)
  const isRewritten = variable?.references.some(one => one.isWrite() && one.init !== true)
  if (variable?.defs[0]?.type !== 'Parameter' || isRewritten !== false) return undefined
  const [origin, fallback, ...others] = originsOf(node, place.module)
  if (origin?.kind !== 'parameter' || others.length > 0) return undefined
  const binding = place.bindings.find(({ fn }) => fn === origin.of)
  if (binding === undefined) return undefined
  const otherwise = (): Known | undefined => (fallback === undefined ? { value: undefined } : fallback.kind === 'value' ? knownValue(fallback.node, place, depth + 1) : undefined)
  const given = binding.args[origin.index]
  const [key, ...rest] = origin.path
  if (key === undefined) return given === undefined ? otherwise() : knownValue(given, binding.at, depth + 1)
  const object = given ?? defaultOf(origin.of, origin.index)
  if (object?.type !== 'ObjectExpression' || rest.length > 0) return undefined
  const properties = object['properties'] as readonly Syntax[]
  if (properties.some(property => property.type !== 'Property' || keyOf(property) === undefined)) return undefined
  const value = properties.find(property => keyOf(property) === key)?.['value']
  return isSyntax(value) ? knownValue(value, given === undefined ? place : binding.at, depth + 1) : otherwise()
}

/** `{}` of `({ force } = {})`. */
function defaultOf(fn: Syntax, index: number): Syntax | undefined {
  const parameter = (fn['params'] as readonly Syntax[])[index]
  return parameter?.type === 'AssignmentPattern' ? parameter['right'] as Syntax : undefined
}
