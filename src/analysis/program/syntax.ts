/** JavaScript and TypeScript as a tree: how a text becomes one, and the few questions about it that many readers have. */
import { createRequire } from 'node:module'
import { UserError } from '../../core/user-error.ts'

/** An ESTree node, whichever parser made it; only what is asked for is typed. */
export interface Syntax {
  readonly type: string
  readonly [key: string]: unknown
}

/**
 * oxc's native parser recurses and takes the whole process down when its stack ends (measured: at some point between
 * 5,000 and 20,000 nested brackets, assignments, conditionals, type arguments or prefix words).
 */
const MAX_DEPTH = 1000
const MAX_PREFIXES = 4000

function isTooDeep(text: string): boolean {
  let depth = 0
  let prefixes = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === 40 /* ( */ || char === 91 /* [ */ || char === 123 /* { */) {
      if (++depth > MAX_DEPTH) return true
    } else if (char === 41 || char === 93 || char === 125) {
      if (depth > 0) depth--
    } else if (char === 61 /* = */ || char === 63 /* ? */ || char === 58 /* : */) {
      prefixes++
    } else if (char === 60 /* < */ || char === 33 /* ! */ || char === 96 /* ` */) {
      prefixes++
    }
  }
  const words = text.match(/\b(?:new|await|typeof|void|delete|yield|if|else|for|while|do|async|import)\b/g)
  return prefixes + (words?.length ?? 0) > MAX_PREFIXES
}

/** @throws UserError where the parser's native build is missing: installed without optional packages, or none for this machine */
function loadParser(): typeof import('oxc-parser') {
  try {
    return createRequire(import.meta.url)('oxc-parser') as typeof import('oxc-parser')
  } catch (error) {
    if (error instanceof Error && error.message.includes('native binding')) {
      throw new UserError('Code can\'t be read: the native build of oxc-parser is missing. Install optional dependencies too (npm install --include=optional), or check documents only (--no-code).')
    }
    throw error
  }
}

/**
 * Parses a module; `undefined` when it has errors or is too deep. oxc is loaded on first use. Nodes have `start`, `end` and
 * `range` (0-based UTF-16 units); parentheses are no nodes.
 * @throws UserError where the parser can't be loaded
 */
export function parseModule(path: string, text: string): Syntax | undefined {
  if (isTooDeep(text)) return undefined
  const { parseSync } = loadParser()
  const file = /\.[cm]?[jt]sx?$/.test(path) ? path : `${path}.js`
  // The tree of TypeScript for all: the scope manager expects its empty lists (decorators of parameters) in JavaScript too.
  const options = { range: true, preserveParens: false, astType: 'ts' } as const
  try {
    const result = parseSync(file, text, options)
    if (result.errors.length === 0) return result.program as unknown as Syntax
    // `return` at the top of a file, and `with`, are of scripts only.
    const script = parseSync(file, text, { ...options, sourceType: 'commonjs' })
    return script.errors.length > 0 ? undefined : (script.program as unknown as Syntax)
  } catch {
    return undefined
  }
}

/** Where a node begins (0-based): oxc and espree have `start`, typescript-eslint only `range`. */
export function startOf(node: Syntax): number {
  return (node['range'] as readonly [number, number] | undefined)?.[0] ?? (node['start'] as number)
}

/** Where a node ends, exclusive. */
export function endOf(node: Syntax): number {
  return (node['range'] as readonly [number, number] | undefined)?.[1] ?? (node['end'] as number)
}

/** Keys under which a node has what is not below it. */
const NO_CHILDREN = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'hashbang'])

/** The nodes directly below one, in the order of the source's keys. */
export function childrenOf(node: Syntax): readonly Syntax[] {
  const children: Syntax[] = []
  for (const key of Object.keys(node)) {
    if (NO_CHILDREN.has(key)) continue
    const value = node[key]
    if (Array.isArray(value)) {
      for (const item of value) if (isSyntax(item)) children.push(item)
    } else if (isSyntax(value)) {
      children.push(value)
    }
  }
  return children
}

/** All nodes below one, parents first; an explicit stack, as sources nest without limit. */
export function* descendants(root: Syntax): Iterable<Syntax> {
  const stack: Syntax[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    // Not spread: a list of statements can be longer than arguments may be.
    for (const child of childrenOf(node)) stack.push(child)
  }
}

export function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/** A string literal's value; also a template without expressions and literals joined by `+`. */
export function stringOf(value: unknown, depth = 0): string | undefined {
  if (!isSyntax(value) || depth > 100) return undefined
  if (value.type === 'Literal') return typeof value['value'] === 'string' ? value['value'] : undefined
  if (value.type === 'TemplateLiteral') {
    const [first, second] = value['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
    return second === undefined ? first?.value.cooked : undefined
  }
  if (value.type === 'BinaryExpression' && value['operator'] === '+') {
    const left = stringOf(value['left'], depth + 1)
    const right = stringOf(value['right'], depth + 1)
    return left === undefined || right === undefined ? undefined : left + right
  }
  return undefined
}

/** The strings of a literal or an array of literals; `undefined` when any is something else. */
export function stringsOf(value: unknown): readonly string[] | undefined {
  const one = stringOf(value)
  if (one !== undefined) return [one]
  if (!isSyntax(value) || value.type !== 'ArrayExpression') return undefined
  const strings = (value['elements'] as readonly unknown[]).map(item => stringOf(item))
  return strings.every(item => item !== undefined) ? strings : undefined
}

/** Properties of an object literal by name; `undefined` when it holds a spread or a computed name. */
export function propertiesOf(value: unknown): ReadonlyMap<string, Syntax> | undefined {
  const object = isSyntax(value) && /^TS(?:As|Satisfies)Expression$/.test(value.type) ? value['expression'] : value
  if (!isSyntax(object) || object.type !== 'ObjectExpression') return undefined
  const properties = new Map<string, Syntax>()
  for (const property of object['properties'] as readonly Syntax[]) {
    const key = property['key']
    if (property.type !== 'Property' || property['computed'] === true || !isSyntax(key) || !isSyntax(property['value'])) return undefined
    const name = key.type === 'Identifier' ? key['name'] : key['value']
    properties.set(String(name), property['value'])
  }
  return properties
}

/** A call's method (`b` of `a.b()`) or function name, its arguments and the object that the method belongs to. */
export interface Call {
  readonly name: string
  readonly object: Syntax | undefined
  readonly args: readonly Syntax[]
}

export function callOf(node: Syntax): Call | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined
  const callee = node['callee']
  if (!isSyntax(callee)) return undefined
  const args = (node['arguments'] as readonly unknown[]).filter(isSyntax)
  if (callee.type === 'Identifier') return { name: String(callee['name']), object: undefined, args }
  const property = callee['property']
  if (callee.type !== 'MemberExpression' || callee['computed'] === true || !isSyntax(property)) return undefined
  return { name: String(property['name']), object: isSyntax(callee['object']) ? callee['object'] : undefined, args }
}

/** Whether a chain of calls goes through a method: `program.command('x').option(…)`. */
export function chainHas(object: Syntax | undefined, method: string): boolean {
  for (let at = object; at !== undefined;) {
    const call = callOf(at)
    if (call === undefined) return false
    if (call.name === method) return true
    at = call.object
  }
  return false
}

/** The object literal that a name is bound to by `const` at the top of the module, or the value itself. */
export function resolveConst(program: Syntax, value: unknown): unknown {
  if (!isSyntax(value) || value.type !== 'Identifier') return value
  for (const statement of program['body'] as readonly Syntax[]) {
    const declaration = statement.type === 'ExportNamedDeclaration' && isSyntax(statement['declaration']) ? statement['declaration'] : statement
    if (declaration.type !== 'VariableDeclaration' || declaration['kind'] !== 'const') continue
    for (const one of declaration['declarations'] as readonly Syntax[]) {
      if (isSyntax(one['id']) && one['id']['name'] === value['name']) return one['init']
    }
  }
  return value
}
