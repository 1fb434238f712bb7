/** Command lines: what commander and yargs run before every action is a place for a guard, wherever it is registered. */
import { farOriginsOf } from '../program/far-origins.ts'
import type { Module } from '../program/module.ts'
import { isFromPackage } from '../program/origin.ts'
import { callOf, descendants, endOf, isSyntax, startOf, stringOf, type Syntax } from '../program/syntax.ts'
import type { Outside } from '../database/effect.ts'
import { evaluateCall } from './calls.ts'
import { newFrame, type Frame } from './run.ts'
import { isSafe, open } from './state.ts'

const PACKAGES = ['commander', '@commander-js/extra-typings', 'yargs']
/** Of a chain of calls on a command these make another one; all others give the command itself. */
const MAKES_COMMAND = /^(?:command|createCommand)$/
/** Methods that register what a command does. */
const REGISTERS = /^(?:action|command)$/
const LONGEST_CHAIN = 60

/** The commands that a receiver is or belongs to, innermost first: by place, exports of a package by name. `open`: a caller knows more. */
interface Commands {
  readonly all: ReadonlySet<string>
  readonly open: boolean
}

/** Something that runs before actions: `program.hook("preAction", run)`, `yargs().middleware(run)`. */
interface Hook {
  readonly call: Syntax
  readonly module: Module
  readonly receiver: Syntax
  readonly runs: readonly Syntax[]
}

/** Whether a call registers an action before which a hook of its program surely proves the guard. */
export function isBehindHook(call: Syntax, frame: Frame): boolean {
  const { run, module } = frame
  const callee = call['callee'] as Syntax
  const registered = callOf(call)
  if (callee.type !== 'MemberExpression' || registered?.object === undefined || !REGISTERS.test(registered.name)) return false
  const { outside } = run.vocabulary
  const own = commandsOf(registered.object, module, outside)
  if (own.all.size === 0 && !own.open) return false
  // A command may be added to its program by who imports it.
  const modules = [...new Set([module, run.root, ...outside.importers?.(module.path) ?? []])]
  const hooks = modules.flatMap(one => hooksIn(one))
  if (hooks.length === 0) return false
  const ways = [own, ...modules.flatMap(one => parentsOf(own, one, outside))]
  return hooks.some((hook) => {
    const { all } = commandsOf(hook.receiver, hook.module, outside)
    const outermost = [...all].at(-1)
    const isItsOwn = ways.some(way => [...all].slice(0, 1).some(one => way.all.has(one)) || (way.open && all.size === 1 && outermost !== undefined))
    return isItsOwn && provesIn(hook, frame)
  })
}

const known = new WeakMap<Module, readonly Hook[]>()

function hooksIn(module: Module): readonly Hook[] {
  let hooks = known.get(module)
  if (hooks === undefined) known.set(module, hooks = /\bpre(?:Action|Subcommand)\b|\.\s{0,20}middleware\b/.test(module.text) ? [...descendants(module.program)].flatMap(node => hookAt(node, module)) : [])
  return hooks
}

function hookAt(call: Syntax, module: Module): readonly Hook[] {
  const named = call.type === 'CallExpression' ? callOf(call) : undefined
  const [first, second] = named?.args ?? []
  if (named?.object === undefined || first === undefined) return []
  const isHook = named.name === 'hook' && /^pre(?:Action|Subcommand)$/.test(stringOf(first) ?? '')
  const run = isHook ? second : named.name === 'middleware' ? first : undefined
  if (run === undefined) return []
  const runs = run.type === 'ArrayExpression' ? (run['elements'] as readonly unknown[]).filter(isSyntax) : [run]
  return [{ call, module, receiver: named.object, runs }]
}

/** The commands along a chain: `program.command("a").description("…")` is the command a of program. */
function commandsOf(receiver: Syntax, module: Module, outside: Outside): Commands {
  const all = new Set<string>()
  let [node, where] = [receiver, module]
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    if (node.type === 'CallExpression' && (node['callee'] as Syntax).type === 'MemberExpression') {
      const callee = node['callee'] as Syntax
      const { name } = callOf(node) ?? {}
      if (MAKES_COMMAND.test(name ?? '')) all.add(placeOf(node, where))
      node = callee['object'] as Syntax
      continue
    }
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      if (isOfPackage(node['callee'] as Syntax, where, outside)) all.add(placeOf(node, where))
      return { all, open: false }
    }
    const [far] = farOriginsOf(node, where, outside)
    if (far?.origin.kind === 'parameter') return { all, open: true }
    if (far?.origin.kind === 'module') {
      const { source, name, path } = far.origin
      if (PACKAGES.includes(source)) all.add([source, name, ...path].filter(part => part !== 'default' && part !== '*').join('.'))
      return { all, open: false }
    }
    if (far?.origin.kind !== 'result' || far.origin.call === node) return { all, open: false }
    node = far.origin.call
    where = far.module
  }
  return { all, open: false }
}

/** A module may be parsed twice: by the host and for those that import it. */
function placeOf(node: Syntax, { path }: Module): string {
  return `${path}:${String(startOf(node))}`
}

function isOfPackage(callee: Syntax, module: Module, outside: Outside): boolean {
  return farOriginsOf(callee, module, outside).some(({ origin }) => PACKAGES.some(name => isFromPackage(origin, name)))
}

/** Commands to which `addCommand` adds one of these. */
function parentsOf(own: Commands, module: Module, outside: Outside): readonly Commands[] {
  if (!module.text.includes('addCommand')) return []
  return [...descendants(module.program)].flatMap((node) => {
    const call = node.type === 'CallExpression' ? callOf(node) : undefined
    const [child] = call?.args ?? []
    if (call?.name !== 'addCommand' || call.object === undefined || child === undefined) return []
    return [...commandsOf(child, module, outside).all].some(one => own.all.has(one)) ? [commandsOf(call.object, module, outside)] : []
  })
}

/** Whether running a hook proves the guard: commander and yargs wait for its promise. */
function provesIn({ call, module, runs }: Hook, { run }: Frame): boolean {
  const before = run.hooks.get(call)
  if (before !== undefined) return before
  run.hooks.set(call, false)
  const proves = runs.some((callee) => {
    const [start, end] = [startOf(callee), endOf(callee)]
    const called: Syntax = { type: 'CallExpression', callee, arguments: [], optional: false, start, end, range: [start, end] }
    return isSafe(evaluateCall(called, open, newFrame(run, module, undefined, [])).settled)
  })
  run.hooks.set(call, proves)
  return proves
}
