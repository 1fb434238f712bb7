/** Flags in the conditions of a module: where they are read, and which way the condition goes when they are set. */
import type { Module } from '../program/module.ts'
import { keyOf, originsOf, propertyOf, type Origin } from '../program/origin.ts'
import { callOf, descendants, isSyntax, stringOf, type Syntax } from '../program/syntax.ts'
import { isBypassName } from './names.ts'

/** A way around that a condition tests. */
export interface CodeFlag {
  /** As people set it: `SKIP_CHECKS`, `--force`, `skipChecks`. */
  readonly name: string
  /** `given`: an option or a setting; `parameter`: what a caller gives, whoever that is. */
  readonly kind: 'environment' | 'argument' | 'given' | 'parameter'
  /** Where it is read: what is reported. */
  readonly node: Syntax
  /** Whether the condition is likelier to hold when the flag is set. */
  readonly whenSet: boolean
  /** Of a parameter: the function, which one, and the properties read of it. */
  readonly parameter?: Extract<Origin, { readonly kind: 'parameter' }>
}

const MOST_DEPTH = 14
const TRUTHY = new Set<unknown>([true, 1, 'true', '1', 'yes', 'on', 'y', 'force'])
const FALSY = new Set<unknown>([false, 0, 'false', '0', 'no', 'off', '', null])

/** Every flag that a condition tests. */
export function flagsIn(test: Syntax, module: Module): readonly CodeFlag[] {
  return read(test, { module, positive: true, depth: 0, seen: new Set() })
}

interface Reading {
  readonly module: Module
  readonly positive: boolean
  readonly depth: number
  readonly seen: ReadonlySet<Syntax>
}

function read(node: unknown, at: Reading): readonly CodeFlag[] {
  if (!isSyntax(node) || at.depth > MOST_DEPTH || at.seen.has(node)) return []
  const inner: Reading = { ...at, depth: at.depth + 1, seen: new Set([...at.seen, node]) }
  switch (node.type) {
    case 'UnaryExpression': return node['operator'] === '!' ? read(node['argument'], { ...inner, positive: !at.positive }) : []
    case 'LogicalExpression': return [...read(node['left'], inner), ...read(node['right'], inner)]
    case 'AwaitExpression': case 'ChainExpression': return read(node['argument'] ?? node['expression'], inner)
    case 'TSAsExpression': case 'TSNonNullExpression': case 'TSSatisfiesExpression': return read(node['expression'], inner)
    case 'ConditionalExpression': return [...read(node['test'], inner), ...read(node['consequent'], inner), ...read(node['alternate'], inner)]
    case 'BinaryExpression': return readComparison(node, inner)
    case 'CallExpression': return readCall(node, inner)
    case 'MemberExpression': return readMember(node, inner)
    case 'Identifier': return readName(node, inner)
    default: return []
  }
}

function readComparison(node: Syntax, at: Reading): readonly CodeFlag[] {
  const operator = String(node['operator'])
  const left = node['left'] as Syntax
  const right = node['right'] as Syntax
  const [value, other] = literalOf(right) === undefined && literalOf(left) !== undefined ? [right, left] : [left, right]
  const literal = literalOf(other)
  const negated = operator.startsWith('!')
  if (!/^[!=]==?$|^[<>]=?$|^in$/.test(operator)) return []
  const option = typeof literal?.value === 'string' ? optionName(literal.value) : undefined
  // `process.argv[2] === '--force'`
  if (option !== undefined && isArguments(value, at.module)) return [{ name: option, kind: 'argument', node, whenSet: at.positive !== negated }]
  if (literal === undefined) return []
  // `argv.indexOf('--force') !== -1`, `> -1`, `>= 0`
  if (literal.value === -1 || (literal.value === 0 && operator === '>=')) return read(value, { ...at, positive: at.positive === (operator !== '===' && operator !== '==') })
  if (TRUTHY.has(literal.value)) return read(value, { ...at, positive: at.positive !== negated })
  if (FALSY.has(literal.value) || literal.isUndefined) return read(value, { ...at, positive: at.positive === negated })
  return []
}

function literalOf(node: Syntax): { readonly value: unknown, readonly isUndefined: boolean } | undefined {
  if (node.type === 'Literal') return { value: node['value'], isUndefined: false }
  if (node.type === 'UnaryExpression' && node['operator'] === '-') return { value: -Number((node['argument'] as Syntax)['value']), isUndefined: false }
  return node.type === 'Identifier' && node['name'] === 'undefined' ? { value: undefined, isUndefined: true } : undefined
}

/** `--force` as the option that it is; `undefined` for one that promises no way around. */
function optionName(text: string): string | undefined {
  const name = /^--?([\w-]{1,60})(?:=.{0,20})?$/.exec(text)?.[1]
  return name !== undefined && (isBypassName(name) || (text === '-f')) ? `--${name}`.replace(/^--f$/, '-f') : undefined
}

/** Whether a value is of the command line: `process.argv`, what was made of it, or a name that says so. */
function isArguments(node: Syntax, module: Module): boolean {
  if (node.type === 'Identifier' && /^(?:args?|argv|rawArgs|cliArgs|flags|options|arg)$/.test(String(node['name']))) return true
  return originsOf(node, module).some(origin => fromArguments(origin, 0))
}

function fromArguments(origin: Origin, depth: number): boolean {
  if (origin.kind === 'global') return (origin.name === 'process' && origin.path[0] === 'argv') || (origin.name === 'Deno' && origin.path[0] === 'args') || (origin.name === 'Bun' && origin.path[0] === 'argv')
  if (origin.kind === 'module') return /^(?:node:)?process$/.test(origin.source) && (origin.name === 'argv' || origin.path[0] === 'argv')
  return origin.kind === 'result' && depth < 4 && origin.callee.some(one => fromArguments(one, depth + 1))
}

function readCall(node: Syntax, at: Reading): readonly CodeFlag[] {
  const call = callOf(node)
  if (call === undefined) return []
  const [first] = call.args
  if (/^(?:includes|indexOf|has|some|find|findIndex)$/.test(call.name) && call.object !== undefined && first !== undefined) {
    const options = [stringOf(first), ...first.type.includes('Function') ? [...descendants(first)].map(one => stringOf(one)) : []].flatMap(text => (text === undefined ? [] : optionName(text) ?? []))
    if (options[0] !== undefined && (isArguments(call.object, at.module) || options[0].startsWith('--'))) return [{ name: options[0], kind: 'argument', node, whenSet: at.positive }]
    // `['1', 'true'].includes(process.env.FORCE)`
    return call.object.type === 'ArrayExpression' ? read(first, at) : []
  }
  if (/^(?:toLowerCase|toUpperCase|trim|toString|valueOf|startsWith|test|match)$/.test(call.name) && call.object !== undefined) return read(call.object.type === 'Literal' ? first : call.object, at)
  const file = call.name === 'existsSync' && first !== undefined ? stringOf(first)?.replace(/^.*\//, '').replace(/^\./, '') : undefined
  if (file !== undefined && isBypassName(file)) return [{ name: file, kind: 'given', node, whenSet: at.positive }]
  const env = environmentCall(node, at)
  if (env.length > 0) return env
  const followed = originsOf(node['callee'] as Syntax, at.module).flatMap(origin => (origin.kind === 'function' && origin.path.length === 0 ? returned(origin.node) : []))
  if (followed.length > 0) return followed.flatMap(value => read(value, at))
  // `Boolean(x)`, `isTruthy(process.env.FORCE)`
  return call.args.length <= 2 && /^(?:Boolean|String|Number|!|is|to|parse|as|bool|truthy|flag|env)/.test(call.name) && first !== undefined ? read(first, at) : []
}

/** `getEnv('SKIP_CHECKS')`, `Deno.env.get('FORCE')`. */
function environmentCall(node: Syntax, at: Reading): readonly CodeFlag[] {
  const call = callOf(node)
  const name = call?.args[0] === undefined ? undefined : stringOf(call.args[0])
  return name !== undefined && /^[A-Z][A-Z0-9_]+$/.test(name) && isBypassName(name) && /env|flag|^get$|bool/i.test(call?.name ?? '') ? [{ name, kind: 'environment', node, whenSet: at.positive }] : []
}

/** What a function gives back. */
function returned(fn: Syntax): readonly Syntax[] {
  const body = fn['body']
  if (!isSyntax(body)) return []
  if (body.type !== 'BlockStatement') return [body]
  return [...descendants(body)].flatMap(node => (node.type === 'ReturnStatement' && isSyntax(node['argument']) ? [node['argument']] : [])).slice(0, 6)
}

function readMember(node: Syntax, at: Reading): readonly CodeFlag[] {
  const name = propertyOf(node)
  const origins = originsOf(node, at.module)
  const parameter = origins.find(origin => origin.kind === 'parameter')
  if (parameter !== undefined) return [{ name: name ?? '', kind: 'parameter', node, whenSet: at.positive, parameter }]
  const written = origins.flatMap(origin => (origin.kind === 'value' && origin.path.length === 0 && origin.node !== node ? [origin.node] : []))
  if (written.length > 0) return written.flatMap(value => read(value, at))
  if (name === undefined) return []
  // `.option('--no-guard')` gives `guard`, which is true until somebody says otherwise.
  const negated = `--no-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
  if (at.module.text.includes(negated) && isBypassName(negated.slice(2)) && origins.some(isGiven)) return [{ name: negated, kind: 'given', node, whenSet: !at.positive }]
  if (!isBypassName(name)) return []
  if (origins.some(isEnvironment)) return [{ name, kind: 'environment', node, whenSet: at.positive }]
  // Of a parser's result, or of a settings object.
  return origins.some(isGiven) ? [{ name, kind: 'given', node, whenSet: at.positive }] : []
}

const PARSING = /^(?:opts|optsWithGlobals|parse|parseSync|parseAsync|parseArgs|parseArguments|argv|minimist|mri|yargs|meow|cac|arg|args|getopts|commandLineArgs|hideBin|loadConfig|getConfig|readConfig|config|cosmiconfig|readJsonSync|readJson|getOptions|readOptions|parseFlags|parseOptions|cli|options|flags|values)$/

/** Whether a value is what a parser of arguments or a file of settings gives: not a row of a database. */
export function isGiven(origin: Origin): boolean {
  if (origin.path.slice(0, -1).some(step => PARSING.test(step))) return true
  if (origin.kind === 'module') return /\.json$|config|settings|options|flags|args|yargs|minimist/i.test(origin.source) || PARSING.test(origin.name)
  return origin.kind === 'result' && origin.callee.some(callee => (callee.kind === 'module' && (PARSING.test(callee.path.at(-1) ?? callee.name) || /^(?:minimist|mri|yargs|yargs-parser|meow|cac|arg|getopts|command-line-args|commander|sade|citty)$/.test(callee.source)))
    || (callee.kind === 'global' && callee.name === 'JSON') || (callee.kind === 'function' && PARSING.test(String((callee.node['id'] as Syntax | null | undefined)?.['name']))) || (callee.path.length > 0 && PARSING.test(callee.path.at(-1) ?? '')) || (callee.kind === 'result' && isGiven(callee)))
}

function isEnvironment(origin: Origin): boolean {
  const [first] = origin.path
  if (origin.kind === 'global') return /^(?:process|Bun)$/.test(origin.name) && first === 'env'
  if (origin.kind === 'module') return (/^(?:node:)?process$/.test(origin.source) && (origin.name === 'env' || first === 'env')) || /^(?:env|config)$/i.test(origin.name)
  return origin.kind === 'value' && origin.node.type === 'MetaProperty' && first === 'env'
}

function readName(node: Syntax, at: Reading): readonly CodeFlag[] {
  const variable = at.module.variableOf(node)
  if (variable === undefined) return []
  const found: CodeFlag[] = []
  for (const { type, node: definition, name } of variable.defs) {
    if (type === 'Parameter') {
      const parameter = originsOf(node, at.module).find(origin => origin.kind === 'parameter')
      if (parameter !== undefined) found.push({ name: parameter.path.at(-1) ?? String(name['name']), kind: 'parameter', node: name, whenSet: at.positive, parameter })
      continue
    }
    if (type !== 'Variable') {
      const origin = originsOf(node, at.module).find(one => one.kind === 'module')
      if (origin?.kind === 'module' && isBypassName(origin.name)) found.push({ name: origin.name, kind: 'given', node, whenSet: at.positive })
      continue
    }
    const id = definition['id'] as Syntax
    if (id === name) found.push(...read(definition['init'], at))
    else found.push(...readPattern(node, name, at))
  }
  for (const { identifier, isWrite } of variable.references.map(reference => ({ identifier: reference.identifier, isWrite: reference.isWrite() }))) {
    if (isWrite && !variable.defs.some(definition => definition.name === identifier)) found.push(...readAssignment(identifier, at))
  }
  return found
}

/** `const { FORCE, skipChecks } = process.env`, `… = program.opts()`. */
function readPattern(use: Syntax, name: Syntax, at: Reading): readonly CodeFlag[] {
  const origins = originsOf(use, at.module)
  const read_ = origins.flatMap((origin) => {
    const key = origin.path.at(-1)
    if (origin.kind === 'value' && origin.path.length === 0) return read(origin.node, at)
    if (key === undefined || !isBypassName(key)) return []
    const property = at.module.parentOf(name)
    const node = property?.type === 'Property' && keyOf(property) === key ? property : name
    if (origin.kind === 'parameter') return [{ name: key, kind: 'parameter' as const, node, whenSet: at.positive, parameter: origin }]
    return [{ name: key, kind: isEnvironment(origin) ? 'environment' as const : 'given' as const, node, whenSet: at.positive }]
  })
  return read_
}

/** `if (arg === '--force') force = true`, `case '--force': force = true`. */
function readAssignment(identifier: Syntax, at: Reading): readonly CodeFlag[] {
  const assignment = at.module.parentOf(identifier)
  const value = assignment?.['right']
  if (assignment?.type !== 'AssignmentExpression' || !isSyntax(value)) return []
  if (value.type !== 'Literal') return read(value, at)
  if (value['value'] !== true) return []
  for (let node = at.module.parentOf(assignment), child = assignment; node !== undefined && !node.type.includes('Function'); child = node, node = at.module.parentOf(node)) {
    if (node.type === 'IfStatement' && node['consequent'] === child) return read(node['test'], at)
    const label = node.type === 'SwitchCase' && isSyntax(node['test']) ? stringOf(node['test']) : undefined
    const option = label === undefined ? undefined : optionName(label)
    if (option !== undefined) return [{ name: option, kind: 'argument', node: node['test'] as Syntax, whenSet: at.positive }]
  }
  return []
}
