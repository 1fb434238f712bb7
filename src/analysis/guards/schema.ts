/** Schemas that the environment is parsed with: `z.object({ CI: z.literal("true") }).parse(process.env)` fails outside of CI. */
import type { NamedGuard, Place } from '../flow/run.ts'
import { farOriginsOf } from '../program/far-origins.ts'
import { keyOf, propertyOf } from '../program/origin.ts'
import { descendants, isSyntax, stringOf, type Syntax } from '../program/syntax.ts'
import { readsEnvironment } from './ci-values.ts'

const PARSERS = /^(?:parse|parseAsync|assert|cleanEnv|createEnv|validateSync|attempt|validate)$/
const LAX = /^(?:optional|default|nullish|nullable|catch|or|prefault|fallback|bool|coerce|boolean|transform|preprocess|union)$/

/** Whether a call fails unless a variable that is meant says yes: literal, enum or choices of words that do. */
export function requiresOfSchema(call: Syntax, place: Place, isMeant: (name: string) => boolean): NamedGuard | undefined {
  const callee = call['callee'] as Syntax
  const method = callee.type === 'MemberExpression' ? propertyOf(callee) : callee.type === 'Identifier' ? String(callee['name']) : undefined
  if (method === undefined || !PARSERS.test(method) || !readsEnvironment(call, place)) return undefined
  const schemas = callee.type === 'MemberExpression' ? [callee['object'] as Syntax, ...call['arguments'] as readonly Syntax[]] : call['arguments'] as readonly Syntax[]
  return schemas.some(schema => requires(schema, place, isMeant)) ? (method === 'parseAsync' ? 'rejects' : 'throws') : undefined
}

function requires(schema: Syntax, place: Place, isMeant: (name: string) => boolean): boolean {
  const roots = schema.type === 'Identifier'
    ? farOriginsOf(schema, place.module, place.outside).map(({ origin }) => (origin.kind === 'result' ? origin.call : origin.kind === 'value' ? origin.node : undefined)).filter(isSyntax)
    : [schema]
  return roots.some(root => [...descendants(root)].some(node =>
    node.type === 'Property' && isMeant(keyOf(node) ?? '') && isSyntax(node['value']) && isStrict(node['value'])))
}

/** Whether a schema accepts only words that say yes. */
function isStrict(value: Syntax): boolean {
  const words: string[] = []
  let isNarrow = false
  for (const node of descendants(value)) {
    if (node.type === 'CallExpression') {
      const callee = node['callee'] as Syntax
      const name = propertyOf(callee.type === 'MemberExpression' ? callee : { type: 'MemberExpression', property: callee }) ?? ''
      if (LAX.test(name)) return false
      if (/^(?:literal|enum|picklist|valid|equal|eq)$/.test(name)) isNarrow = true
    }
    if (node.type === 'Property' && keyOf(node) === 'choices') isNarrow = true
    const text = stringOf(node)
    if (text !== undefined && node.type === 'Literal') words.push(text)
  }
  return isNarrow && words.length > 0 && words.every(word => !/^(?:|false|0|no|off)$/i.test(word))
}
