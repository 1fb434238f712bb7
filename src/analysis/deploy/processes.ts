/** Other programs that a module starts: their command lines, and how their failure shows. */
import type { Outside } from '../database/effect.ts'
import type { Module } from '../program/module.ts'
import { exportedFunction } from '../program/far-origins.ts'
import { keyOf, originsOf, propertyOf, type Origin } from '../program/origin.ts'
import { loses, lostAtStart } from './failures.ts'
import { callOf, descendants, isSyntax, propertiesOf, type Syntax } from '../program/syntax.ts'

/**
 * How a failure shows: by an exception, by a rejected promise, by a status that somebody has to read, by a callback, by an event, or not at
 * all (`nothrow`).
 */
export type FailureStyle = 'throws' | 'rejects' | 'status' | 'callback' | 'event' | 'silent'

export interface ProcessRun {
  readonly node: Syntax
  /** Lines of shell that it may run; UNKNOWN stands for what nobody knows. */
  readonly lines: readonly string[]
  readonly style: FailureStyle
  /** Whether a function of ours starts it for the caller. */
  readonly wrapped: boolean
  /** How that function loses its failure. */
  readonly lost?: string
}

export const UNKNOWN = '\uE001'

interface Runner {
  readonly shape: 'line' | 'program' | 'tag'
  readonly style: FailureStyle
}

const OF_MODULES: readonly (readonly [source: RegExp, name: RegExp, runner: Runner])[] = [
  [/^(?:node:)?child_process$/, /^execSync$/, { shape: 'line', style: 'throws' }],
  [/^(?:node:)?child_process$/, /^execFileSync$/, { shape: 'program', style: 'throws' }],
  [/^(?:node:)?child_process$/, /^spawnSync$/, { shape: 'program', style: 'status' }],
  [/^(?:node:)?child_process$/, /^exec$/, { shape: 'line', style: 'callback' }],
  [/^(?:node:)?child_process$/, /^execFile$/, { shape: 'program', style: 'callback' }],
  [/^(?:node:)?child_process$/, /^(?:spawn|fork)$/, { shape: 'program', style: 'event' }],
  [/^execa$/, /^(?:execaCommand|command)$/, { shape: 'line', style: 'rejects' }],
  [/^execa$/, /^execaCommandSync$/, { shape: 'line', style: 'throws' }],
  [/^execa$/, /^(?:execaSync|sync)$/, { shape: 'program', style: 'throws' }],
  [/^execa$/, /^(?:execa|default|\*)$/, { shape: 'program', style: 'rejects' }],
  [/^(?:execa|zx|zx\/core|zx\/globals|bun|dax-sh)$/, /^\$$/, { shape: 'tag', style: 'rejects' }],
  [/^shelljs$/, /^exec$/, { shape: 'line', style: 'status' }],
  [/^cross-spawn$/, /^sync$/, { shape: 'program', style: 'status' }],
  [/^cross-spawn$/, /^(?:default|\*|spawn)$/, { shape: 'program', style: 'event' }],
  [/^nano-spawn$/, /^default$/, { shape: 'program', style: 'rejects' }],
  [/^@actions\/exec$/, /^exec$/, { shape: 'line', style: 'rejects' }],
]

function runnerOf(origin: Origin): Runner | undefined {
  if (origin.kind === 'module') {
    const name = origin.path[0] ?? origin.name
    return OF_MODULES.find(([source, names]) => source.test(origin.source) && names.test(name))?.[2]
  }
  if (origin.kind === 'global' && ((origin.name === '$' && origin.path.length === 0) || (origin.name === 'Bun' && origin.path[0] === '$'))) return { shape: 'tag', style: 'rejects' }
  if (origin.kind !== 'result') return undefined
  // `promisify(exec)`, `$({ stdio: 'inherit' })`
  const promisified = origin.callee.some(one => one.kind === 'module' && /^(?:node:)?util$/.test(one.source) && (one.path[0] ?? one.name) === 'promisify')
  if (promisified) return { shape: 'line', style: 'rejects' }
  const tag = origin.callee.map(runnerOf).find(one => one?.shape === 'tag')
  return tag === undefined || callOf(origin.call) === undefined ? undefined : tag
}

/** How many functions of ours may stand between a call and what starts the program. */
const MOST_WRAPPERS = 3

/** What the parameters of a function hold, as text. */
type Given = ReadonlyMap<Syntax, readonly (readonly string[])[]>

/** The run that a call is; `undefined` for other calls. Functions of ours that start what they are told are followed. */
export function runOf(node: Syntax, module: Module, outside: Outside, given: Given = new Map(), depth = 0): ProcessRun | undefined {
  const callee = node['callee'] ?? node['tag']
  if (!isSyntax(callee) || (node.type !== 'CallExpression' && node.type !== 'TaggedTemplateExpression') || depth > MOST_WRAPPERS) return undefined
  for (const origin of originsOf(callee, module)) {
    const runner = runnerOf(origin)
    if (runner !== undefined) return runBy(runner, node, module, given)
    const fn = functionOf(origin, module, outside)
    if (fn === undefined || !mayStart(fn.node, fn.module, outside, depth)) continue
    const wrapped = wrappedRun(fn.node, fn.module, node, module, outside, given, depth)
    if (wrapped !== undefined) return wrapped
  }
  return undefined
}

function functionOf(origin: Origin, module: Module, outside: Outside): { readonly node: Syntax, readonly module: Module } | undefined {
  return origin.kind === 'function' && origin.path.length === 0 ? { node: origin.node, module } : exportedFunction(origin, module, outside)
}

const starting = new WeakMap<Outside, readonly Map<Syntax, boolean>[]>()

/** Whether a function may start what it is told, whatever that is: asked once for each function and depth, where calls are many. */
function mayStart(fn: Syntax, module: Module, outside: Outside, depth: number): boolean {
  let byDepth = starting.get(outside)
  if (byDepth === undefined) starting.set(outside, byDepth = Array.from({ length: MOST_WRAPPERS + 1 }, () => new Map<Syntax, boolean>()))
  const known = byDepth[depth]
  if (known === undefined) return false
  let found = known.get(fn)
  if (found === undefined) {
    found = toldCallsIn(fn, module).some(call => originsOf((call['callee'] ?? call['tag']) as Syntax, module).some((origin) => {
      if (runnerOf(origin) !== undefined) return true
      const inner = functionOf(origin, module, outside)
      return inner !== undefined && mayStart(inner.node, inner.module, outside, depth + 1)
    }))
    known.set(fn, found)
  }
  return found
}

function runBy({ shape, style }: Runner, node: Syntax, module: Module, given: Given): ProcessRun | undefined {
  if (shape === 'tag') {
    if (node.type !== 'TaggedTemplateExpression') return undefined
    return { node, lines: [wordsOf(node['quasi'] as Syntax, module, given).join(' ')], style: isNothrow(node, module) ? 'silent' : style, wrapped: false }
  }
  const [first, ...rest] = (node['arguments'] as readonly unknown[]).filter(isSyntax)
  if (first === undefined || first.type === 'SpreadElement') return undefined
  const options = rest.map(propertiesOf).find(one => one !== undefined)
  const lines = alternatives(first, module).map((one) => {
    const program = wordsOf(one, module, given)
    const args = shape === 'program' && rest[0] !== undefined && propertiesOf(rest[0]) === undefined ? wordsOf(rest[0], module, given) : []
    return [...program, ...args.map(quoted)].join(' ')
  })
  const ignores = options?.get('reject')?.['value'] === false
  return { node, lines, style: ignores ? 'status' : style, wrapped: false }
}

function isNothrow(node: Syntax, module: Module): boolean {
  const parent = module.parentOf(node)
  const outer = parent === undefined ? undefined : callOf(parent)
  if (outer?.name === 'nothrow') return true
  const tag = node['tag'] as Syntax
  const options = tag.type === 'CallExpression' ? propertiesOf((tag['arguments'] as readonly unknown[])[0]) : undefined
  if (options?.get('nothrow')?.['value'] === true || options?.get('reject')?.['value'] === false) return true
  const property = parent?.type === 'MemberExpression' ? (parent['property'] as Syntax)['name'] : undefined
  return property === 'nothrow'
}

/** A call of a function that starts what its parameters say. */
function wrappedRun(fn: Syntax, inside: Module, call: Syntax, module: Module, outside: Outside, given: Given, depth: number): ProcessRun | undefined {
  // An overload of TypeScript has no body; what is told nothing starts what it likes, and is read where it stands.
  // A function that calls itself starts nothing new.
  if (!fn.type.includes('Function') || given.has(fn) || !isSyntax(fn['body']) || (fn['params'] as readonly unknown[]).length === 0) return undefined
  const args = (call['arguments'] as readonly unknown[] | undefined ?? []).filter(isSyntax)
  const values = args.map(argument => wordsOf(argument, module, given))
  const inner: Given = new Map([...given, [fn, values]])
  for (const node of toldCallsIn(fn, inside)) {
    const run = runOf(node, inside, outside, inner, depth + 1)
    if (run === undefined) continue
    const waits = fn['async'] === true || run.style === 'rejects' || isInPromise(node, inside)
    const lost = run.lost ?? lostInside(node, run, fn, inside)
    return { node: call, lines: run.lines, style: waits ? 'rejects' : 'throws', wrapped: true, ...(lost === undefined ? {} : { lost }) }
  }
  return undefined
}

/** How a function that starts a program keeps its failure to itself. */
function lostInside(node: Syntax, run: ProcessRun, fn: Syntax, module: Module): string | undefined {
  for (let at = node, parent = module.parentOf(at); parent !== undefined && at !== fn; at = parent, parent = module.parentOf(at)) {
    const clause = parent.type === 'TryStatement' && parent['block'] === at ? parent['handler'] : undefined
    if (isSyntax(clause) && loses(clause, module)) return 'a `catch` in the function that starts it'
  }
  return run.style === 'status' ? lostAtStart({ ...run, node }, module) : undefined
}

function isInPromise(node: Syntax, module: Module): boolean {
  for (let at = module.parentOf(node); at !== undefined; at = module.parentOf(at)) {
    if (at.type === 'NewExpression' && (at['callee'] as Syntax)['name'] === 'Promise') return true
  }
  return false
}

const toldCalls = new WeakMap<Syntax, readonly Syntax[]>()

/** The calls in a function that one of its parameters, or what is made of it, stands in. */
function toldCallsIn(fn: Syntax, module: Module): readonly Syntax[] {
  let found = toldCalls.get(fn)
  if (found === undefined) toldCalls.set(fn, found = readToldCalls(fn, module))
  return found
}

function readToldCalls(fn: Syntax, module: Module): readonly Syntax[] {
  const body = fn['body']
  if (!isSyntax(body)) return []
  const told = new Set<Syntax>()
  const calls: Syntax[] = []
  for (const node of descendants(body)) {
    if (node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression') calls.push(node)
    if (node.type !== 'Identifier' || !originsOf(node, module).some(origin => origin.kind === 'parameter' && origin.of === fn)) continue
    for (let at = module.parentOf(node); at !== undefined && at !== fn && !told.has(at); at = module.parentOf(at)) told.add(at)
  }
  return calls.filter(call => told.has(call))
}

/** The values that a command may have: both of a condition. */
function alternatives(node: Syntax, module: Module): readonly Syntax[] {
  if (node.type === 'ConditionalExpression') return [node['consequent'] as Syntax, node['alternate'] as Syntax]
  if (node.type === 'LogicalExpression') return [node['left'] as Syntax, node['right'] as Syntax]
  if (node.type !== 'Identifier') return [node]
  const values = originsOf(node, module).flatMap(origin => (origin.kind === 'value' && origin.path.length === 0 && origin.node !== node ? [origin.node] : []))
  return values.length > 1 && values.length < 5 ? values : [node]
}

/** Words of an expression: a list's elements, or one text. */
function wordsOf(node: Syntax, module: Module, given: Given, depth = 0): readonly string[] {
  if (depth > 10) return [UNKNOWN]
  const text = (inner: unknown): string => (isSyntax(inner) ? wordsOf(inner, module, given, depth + 1).join(' ') : UNKNOWN)
  switch (node.type) {
    case 'Literal': return [String(node['value'])]
    case 'TemplateLiteral': {
      const expressions = node['expressions'] as readonly unknown[]
      return [(node['quasis'] as readonly { readonly value: { readonly cooked?: string | null } }[])
        .map(({ value }, index) => (value.cooked ?? '') + (index < expressions.length ? text(expressions[index]) : '')).join('')]
    }
    case 'BinaryExpression': return node['operator'] === '+' ? [text(node['left']) + text(node['right'])] : [UNKNOWN]
    case 'ArrayExpression': return (node['elements'] as readonly unknown[]).flatMap(element => (isSyntax(element) ? wordsOf(element.type === 'SpreadElement' ? element['argument'] as Syntax : element, module, given, depth + 1) : []))
    case 'CallExpression': {
      const call = callOf(node)
      if (call?.name === 'join' && call.object !== undefined) return [wordsOf(call.object, module, given, depth + 1).join(' ')]
      return call !== undefined && /^(?:trim|toString|resolve)$/.test(call.name) && call.object !== undefined ? wordsOf(call.name === 'resolve' && call.args[0] !== undefined ? call.args[0] : call.object, module, given, depth + 1) : [UNKNOWN]
    }
    case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSNonNullExpression': return wordsOf(node['expression'] as Syntax, module, given, depth + 1)
    case 'Identifier': case 'MemberExpression': {
      const field = fieldOf(node, module)
      if (field !== undefined) return wordsOf(field, module, given, depth + 1)
      break
    }
    default: return [UNKNOWN]
  }
  for (const origin of originsOf(node, module)) {
    if (origin.kind === 'value' && origin.path.length === 0 && origin.node !== node) return wordsOf(origin.node, module, given, depth + 1)
    if (origin.kind === 'parameter' && origin.path.length === 0) {
      const values = given.get(origin.of)
      const isRest = ((origin.of['params'] as readonly Syntax[] | undefined)?.[origin.index])?.type === 'RestElement'
      const value = isRest ? values?.slice(origin.index).flat() : values?.[origin.index]
      if (value !== undefined) return value
    }
  }
  return [UNKNOWN]
}

/**
 * What `this.command` is from the start: by its declaration, or by the default of a parameter that declares it, where nobody makes the
 * class with another.
 */
function fieldOf(node: Syntax, module: Module): Syntax | undefined {
  const name = node.type === 'MemberExpression' && (node['object'] as Syntax).type === 'ThisExpression' ? propertyOf(node) : undefined
  let body = name === undefined ? undefined : module.parentOf(node)
  while (body !== undefined && body.type !== 'ClassBody') body = module.parentOf(body)
  if (body === undefined) return undefined
  const isWritten = [...descendants(body)].some(one => one.type === 'AssignmentExpression' && (one['left'] as Syntax).type === 'MemberExpression' && propertyOf(one['left'] as Syntax) === name)
  if (isWritten) return undefined
  for (const member of body['body'] as readonly Syntax[]) {
    if (member.type === 'PropertyDefinition' && keyOf(member) === name) return isSyntax(member['value']) ? member['value'] : undefined
    if (member.type !== 'MethodDefinition' || member['kind'] !== 'constructor') continue
    for (const [index, parameter] of ((member['value'] as Syntax)['params'] as readonly Syntax[]).entries()) {
      const inner = parameter.type === 'TSParameterProperty' ? parameter['parameter'] as Syntax : undefined
      if (inner?.type === 'AssignmentPattern' && (inner['left'] as Syntax)['name'] === name && !isMadeWith(module.parentOf(body), index, module)) return inner['right'] as Syntax
    }
  }
  return undefined
}

/** Whether the module makes a class with an argument at this place. */
function isMadeWith(class_: Syntax | undefined, index: number, module: Module): boolean {
  return [...descendants(module.program)].some(node => node.type === 'NewExpression' && (node['arguments'] as readonly unknown[]).length > index
    && originsOf(node['callee'] as Syntax, module).some(origin => origin.kind === 'function' && origin.node === class_))
}

function quoted(word: string): string {
  return /^[\w@%+=:,./\uE001-]+$/.test(word) ? word : `'${word.replace(/'/g, '')}'`
}
