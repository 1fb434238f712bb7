/** Flags of a module that let its guards be skipped, or its mutations run: by what they influence, not by their words. */
import type { Outside } from '../database/effect.ts'
import { effectsOf, effectsOfFunction } from '../database/effects.ts'
import { exportedFunction } from '../program/far-origins.ts'
import type { Module } from '../program/module.ts'
import { leavingOf } from '../program/leaving.ts'
import { keyOf, originsOf } from '../program/origin.ts'
import { callOf, descendants, endOf, isSyntax, startOf, type Syntax } from '../program/syntax.ts'
import type { Bypass } from './bypass.ts'
import { forksIn, running, type Fork } from './code-branches.ts'
import { flagsIn, isGiven, type CodeFlag } from './code-flags.ts'
import { isBypassName, isPermissiveName } from './names.ts'

/** What surrounds a module. */
export interface CodePlace {
  readonly outside: Outside
  /** Whether a function is a guard by the contract or the settings. */
  isGuard(name: string): boolean
  /** Whether somebody else hands a flag to this parameter: then it is reported there. */
  isHandedOver(fn: Syntax, module: Module): boolean
  /** Whether it is a script, or what scripts import: elsewhere only ways around the guards that somebody named count. */
  readonly isNear: boolean
  /** Whether running a mutation by a flag counts: in scripts, not in what they import. */
  readonly isScript: boolean
}

interface Found {
  readonly flag: CodeFlag
  readonly messageId: 'flag' | 'parameter' | 'enables'
  readonly what: string
  readonly at: Syntax
}

const GUARD = /^(?:enforce|assert|validate|verify|ensure|guard|check|confirm|block|protect|refuse|forbid|prevent|deny|must|preflight|require(?=[A-Z]))(?!out)/
const NO_GUARD = /^(?:ensure(?:Dir|File|Link|Symlink|Array|Index)|assertNever|checkout|checkbox|validateDOM|blockquote|requireEnv$|require$|checkForUpdates|ensureExists)/
/** Whether a function's name says that it guards something. */
export function isGuardName(name: string): boolean {
  return GUARD.test(name) && !NO_GUARD.test(name)
}

/** A variable that names the guard that it skips: `SKIP_DB_FINGERPRINT`. It counts in every module that scripts import. */
const NAMES_GUARD = /finger_?print|guard|safety|(?:^|_)CI(?:_|$)/i

const MUTATING = new Set(['write', 'migrate', 'command'])

/** Every way around in a module, in order. Offsets are into its text. */
export function bypassesInCode(module: Module, place: CodePlace): readonly Bypass[] {
  const found = new Map<Syntax, Bypass>()
  const isMeant = (node: Syntax): boolean => place.isNear && (place.isScript || isInGuard(node, module, place))
  for (const fork of forksIn(module.program, module)) {
    const isOurs = isMeant(fork.test)
    for (const one of foundAt(fork, module, place)) {
      if (!isOurs && !place.isGuard(callOf(one.at)?.name ?? '') && !(place.isNear && one.flag.kind === 'environment' && NAMES_GUARD.test(one.flag.name))) continue
      for (const flag of sourcesOf(one.flag, module, place)) {
        if (!found.has(flag.node)) found.set(flag.node, asBypass({ ...one, flag, messageId: flag.kind === 'parameter' && one.messageId === 'flag' ? 'parameter' : one.messageId }))
      }
    }
  }
  for (const { node, bypass } of handedOver(module, place)) if (!found.has(node) && isMeant(node)) found.set(node, bypass)
  return [...found.values()].sort((a, b) => a.start - b.start)
}

function asBypass({ flag, messageId, what, at }: Found): Bypass {
  const data = messageId === 'enables' ? { name: flag.name, mutation: what } : { name: flag.name, guard: what }
  return { start: startOf(flag.node), end: endOf(flag.node), messageId, data, concernedAt: startOf(at), confidence: messageId === 'enables' ? 'medium' : 'high' }
}

/** Whether a node is at the top of a module, or in a function that is a guard by its name: of what scripts import, only these protect them. */
function isInGuard(node: Syntax, module: Module, place: CodePlace): boolean {
  let isTop = true
  for (let at = module.parentOf(node); at !== undefined; at = module.parentOf(at)) {
    if (!at.type.includes('Function')) continue
    isTop = false
    const parent = module.parentOf(at)
    const named = at['id'] ?? (parent?.type === 'VariableDeclarator' ? parent['id'] : parent?.['key'])
    const name = isSyntax(named) ? String(named['name']) : ''
    if (isGuardName(name) || place.isGuard(name)) return true
  }
  return isTop
}

const knownMutations = new WeakMap<Module, ReadonlyMap<Syntax, string>>()

/** Calls of the module that mutate, themselves or by functions of the module, with what they do. */
function mutationsOf(module: Module, outside: Outside): ReadonlyMap<Syntax, string> {
  let found = knownMutations.get(module)
  if (found === undefined) knownMutations.set(module, found = findMutations(module, outside))
  return found
}

function findMutations(module: Module, outside: Outside): ReadonlyMap<Syntax, string> {
  const found = new Map<Syntax, string>()
  for (const { kind, node, what } of effectsOf(module, outside)) if (MUTATING.has(kind)) found.set(node, what)
  for (const node of descendants(module.program)) {
    if (node.type !== 'CallExpression' || found.has(node)) continue
    for (const origin of originsOf(node['callee'] as Syntax, module)) {
      if (origin.kind !== 'function' || origin.path.length > 0) continue
      const effect = effectsOfFunction(origin.node, module, outside).find(one => MUTATING.has(one.kind))
      if (effect !== undefined) found.set(node, `\`${callOf(node)?.name ?? ''}()\``)
    }
  }
  return found
}

function* foundAt(fork: Fork, module: Module, place: CodePlace): Iterable<Found> {
  const flags = flagsIn(fork.test, module)
  if (flags.length === 0) return
  const mutations = mutationsOf(module, place.outside)
  for (const flag of flags) {
    if (flag.kind !== 'parameter' && !isBypassName(flag.name.replace(/^--?/, '').replace(/^f$/, 'force'))) continue
    const { held, failed, heldLeaves, failedLeaves } = fork
    const [likelier, rarer, leaves, rarerLeaves] = flag.whenSet ? [held, failed, heldLeaves, failedLeaves] : [failed, held, failedLeaves, heldLeaves]
    // A flag that stops the script makes it stricter.
    if (leaves === 'fails') continue
    const guard = guardIn(rarer, module, place)
    const skipped = mutationIn(rarer, mutations)
    if (guard !== undefined) {
      // Where the work is skipped with its guard, nothing happens unguarded.
      if (skipped !== undefined) continue
      // `if (!process.env.SKIP_X) throw`: the script asks for it.
      const sole = flags.length === 1 && isWholeTest(fork.test) && rarerLeaves === 'fails'
      if (sole && !isPermissiveName(flag.name.replace(/^--?/, '').replace(/^f$/, 'force'))) continue
      yield { flag, messageId: 'flag', what: guard.what, at: guard.node }
      continue
    }
    const mutation = mutationIn(likelier, mutations)
    if (mutation !== undefined && place.isScript && flag.kind !== 'parameter' && isPermissiveName(flag.name.replace(/^--?/, ''))) yield { flag, messageId: 'enables', what: mutation.what, at: mutation.node }
  }
}

/** Whether a condition is one test and no combination. */
function isWholeTest(test: Syntax): boolean {
  return ![...descendants(test)].some(node => node.type === 'LogicalExpression' && node['operator'] !== '??')
}

interface Place {
  readonly node: Syntax
  /** For messages. */
  readonly what: string
}

function guardIn(region: readonly Syntax[], module: Module, place: CodePlace): Place | undefined {
  for (const node of running(region)) {
    const call = callOf(node)
    if (node.type === 'ThrowStatement') return isCaught(node, module) ? undefined : { node, what: 'the `throw`' }
    if (call === undefined) continue
    if (node.type === 'CallExpression' && leavingOf(node, module) === 'fails') return { node, what: `\`${module.text.slice(startOf(node), endOf(node)).slice(0, 40)}\`` }
    if (node.type === 'CallExpression' && (isGuardName(call.name) || place.isGuard(call.name))) return { node, what: `\`${call.name}()\`` }
  }
  return undefined
}

/** Whether a `throw` is in the `catch` of something else: that hands on a failure and is no guard. */
function isCaught(node: Syntax, module: Module): boolean {
  for (let at = module.parentOf(node); at !== undefined && !at.type.includes('Function'); at = module.parentOf(at)) if (at.type === 'CatchClause') return true
  return false
}

function mutationIn(region: readonly Syntax[], mutations: ReadonlyMap<Syntax, string>): Place | undefined {
  for (const node of running(region)) {
    const what = mutations.get(node)
    if (what !== undefined) return { node, what }
  }
  return undefined
}

/** Where the flag of a parameter really comes from: what callers in the module give. The parameter itself, when its name promises a way around. */
function sourcesOf(flag: CodeFlag, module: Module, place: CodePlace): readonly CodeFlag[] {
  const { parameter } = flag
  if (parameter === undefined) return [flag]
  const given: CodeFlag[] = []
  for (const node of descendants(module.program)) {
    if (node.type !== 'CallExpression') continue
    if (!originsOf(node['callee'] as Syntax, module).some(origin => origin.kind === 'function' && origin.node === parameter.of)) continue
    given.push(...flagsGiven(node, parameter.index, parameter.path, module).filter(one => one.kind !== 'parameter'))
  }
  if (given.length > 0) return given
  return isBypassName(flag.name) && !place.isHandedOver(parameter.of, module) ? [flag] : []
}

/** Flags in an argument, or in the property of it that is read. */
function flagsGiven(call: Syntax, index: number, path: readonly string[], module: Module): readonly CodeFlag[] {
  const argument = (call['arguments'] as readonly unknown[])[index]
  if (!isSyntax(argument)) return []
  const [key] = path
  if (key === undefined) return flagsIn(argument, module)
  const object = argument.type === 'ObjectExpression' ? argument : originsOf(argument, module).flatMap(origin => (origin.kind === 'value' && origin.node.type === 'ObjectExpression' ? [origin.node] : []))[0]
  if (object !== undefined) return (object['properties'] as readonly Syntax[]).flatMap(property => (property.type === 'Property' && keyOf(property) === key && isSyntax(property['value']) ? flagsIn(property['value'], module) : []))
  // `validate(program.opts())`: the option is read there.
  return isBypassName(key) && originsOf(argument, module).some(origin => isGiven({ ...origin, path: [...origin.path, key] })) ? [{ name: key, kind: 'given', node: argument, whenSet: true }] : []
}

/** Flags that a call hands to a guard of another module. */
function* handedOver(module: Module, place: CodePlace): Iterable<{ readonly node: Syntax, readonly bypass: Bypass }> {
  for (const node of descendants(module.program)) {
    const call = node.type === 'CallExpression' ? callOf(node) : undefined
    if (!call?.args.some(argument => mayHoldFlag(argument, module))) continue
    const target = originsOf(node['callee'] as Syntax, module).map(origin => exportedFunction(origin, module, place.outside)).find(one => one !== undefined)
    const local = originsOf(node['callee'] as Syntax, module).some(origin => origin.kind === 'function')
    if (target !== undefined) {
      for (const { flag, what } of skipsIn(target.node, target.module, place)) {
        const { parameter } = flag
        if (parameter === undefined) continue
        for (const given of flagsGiven(node, parameter.index, parameter.path, module)) {
          if (given.kind === 'parameter') continue
          yield { node: given.node, bypass: { start: startOf(given.node), end: endOf(given.node), messageId: 'flag', data: { name: given.name, guard: `${what} of \`${target.module.path}\`` }, concernedAt: startOf(node), confidence: 'high' } }
        }
      }
    } else if (!local && (isGuardName(call.name) || place.isGuard(call.name))) {
      for (const argument of call.args) for (const given of flagsOfOptions(argument, module)) yield { node: given.node, bypass: { start: startOf(given.node), end: endOf(given.node), messageId: 'flag', data: { name: given.name, guard: `\`${call.name}()\`` }, concernedAt: startOf(node), confidence: 'medium' } }
    }
  }
}

/** Whether an argument is worth following: it holds a flag, or what a parser gave. */
function mayHoldFlag(argument: Syntax, module: Module): boolean {
  if (/^(?:Literal|TemplateLiteral|ArrowFunctionExpression|FunctionExpression)$/.test(argument.type)) return false
  if (argument.type === 'ObjectExpression') return (argument['properties'] as readonly Syntax[]).some(property => isSyntax(property['value']) && flagsIn(property['value'], module).length > 0)
  return flagsIn(argument, module).length > 0 || originsOf(argument, module).some(origin => origin.kind === 'result' || origin.kind === 'value')
}

/** `{ skip: process.env.SKIP_CHECKS === '1' }` given to a guard that we can't see. */
function flagsOfOptions(argument: Syntax, module: Module): readonly CodeFlag[] {
  if (argument.type !== 'ObjectExpression') return []
  return (argument['properties'] as readonly Syntax[]).flatMap(property => (property.type === 'Property' && isBypassName(keyOf(property) ?? '') && isSyntax(property['value']) ? flagsIn(property['value'], module).filter(flag => flag.kind !== 'parameter') : []))
}

/** The parameters of a function that let a guard in it be skipped. */
export function skipsIn(fn: Syntax, module: Module, place: CodePlace): readonly { readonly flag: CodeFlag, readonly what: string }[] {
  const body = fn['body']
  if (!isSyntax(body)) return []
  return forksIn(body, module).flatMap(fork => [...foundAt(fork, module, place)].filter(one => one.messageId === 'flag' && one.flag.parameter?.of === fn).map(({ flag, what }) => ({ flag, what })))
}

/** Whether a call hands a flag of its own to a function of another module. */
export function handsFlag(module: Module, fn: Syntax, inside: Module, outside: Outside): boolean {
  for (const node of descendants(module.program)) {
    if (node.type !== 'CallExpression') continue
    const target = originsOf(node['callee'] as Syntax, module).map(origin => exportedFunction(origin, module, outside)).find(one => one !== undefined)
    // In an editor the function's tree is another parser's than that of its importers.
    if (target?.module.path !== inside.path || startOf(target.node) !== startOf(fn)) continue
    for (const argument of (node['arguments'] as readonly unknown[]).filter(isSyntax)) {
      if ([...descendants(argument)].some(one => flagsIn(one, module).some(flag => flag.kind !== 'parameter')) || originsOf(argument, module).some(isGiven)) return true
    }
  }
  return false
}
