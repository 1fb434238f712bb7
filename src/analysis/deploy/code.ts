/** A deploy script in JavaScript: what it does besides its command, and which failures it loses. */
import type { Outside } from '../database/effect.ts'
import { exportedFunction } from '../program/far-origins.ts'
import type { Module } from '../program/module.ts'
import { originsOf } from '../program/origin.ts'
import { callOf, descendants, endOf, isSyntax, startOf, type Syntax } from '../program/syntax.ts'
import { GUARD_NAME } from '../production/use.ts'
import { judgeLine, type Allowance } from './commands.ts'
import { libraryUse } from './data.ts'
import { loses, losingHandler, lostAtStart, passesOn } from './failures.ts'
import { dealsWith, type DeployFault } from './fault.ts'
import { runOf, UNKNOWN, type ProcessRun } from './processes.ts'

/** What a deploy script may do, and what surrounds it. */
export interface DeployPlace {
  readonly allowance: Allowance
  readonly outside: Outside
  packageScript(name: string): string | undefined
  /** Whether a function of another module is a guard, by the contract, the settings or its name. */
  isGuard(name: string): boolean
}

/** What one call of the script is. */
interface Step {
  readonly node: Syntax
  readonly fault: Pick<DeployFault, 'kind' | 'shown'> | undefined
  /** The command that must not fail unseen, as shown; `undefined` for what is none. */
  readonly command: string | undefined
  readonly run: ProcessRun | undefined
}

/** How many functions of other modules are followed from one to the next. */
const MOST_HELPERS = 3

/** One script being looked at. */
interface Look extends DeployPlace {
  /** What functions of other modules do that the script may not, by the steps that lead to them: each is looked into once. */
  readonly helpers: readonly Map<Syntax, Step['fault']>[]
}

const CALLS = new Set(['CallExpression', 'NewExpression', 'TaggedTemplateExpression'])

const calls = new WeakMap<Syntax, readonly Syntax[]>()

/** All calls in a part of a module, functions in it included. */
function callsIn(root: Syntax): readonly Syntax[] {
  let found = calls.get(root)
  if (found === undefined) calls.set(root, found = [...descendants(root)].filter(node => CALLS.has(node.type)))
  return found
}

/** Every fault of a deploy script. Offsets are into the module's text. */
export function faultsInCode(module: Module, given: DeployPlace): readonly DeployFault[] {
  const place: Look = { ...given, helpers: Array.from({ length: MOST_HELPERS + 1 }, () => new Map<Syntax, Step['fault']>()) }
  const steps = callsIn(module.program).flatMap(node => stepOf(node, module, place, 0) ?? [])
  const faults: DeployFault[] = []
  for (const { node, fault, command, run } of steps) {
    if (fault !== undefined) faults.push({ ...fault, start: startOf(node), end: endOf(node) })
    const how = run === undefined || command === undefined ? undefined : swallowedInLine(run, place) ?? lostAtStart(run, module)
    if (how !== undefined && command !== undefined) faults.push({ kind: 'swallowed', shown: command, how, start: startOf(node), end: endOf(node) })
  }
  const working = new Map(steps.flatMap(step => (step.command === undefined ? [] : [[step.node, step.command] as const])))
  faults.push(...lostInHandlers(module, working), ...importFaults(module, place))
  return faults.sort((a, b) => a.start - b.start)
}

function stepOf(node: Syntax, module: Module, place: Look, depth: number): Step | undefined {
  const run = runOf(node, module, place.outside)
  if (run !== undefined) return runStep(run, module, place)
  const name = callOf(node)?.name ?? ''
  const use = libraryUse(node, module, place.outside)
  const shown = shownOf(node, module)
  if (use === 'network') return { node, fault: { kind: 'network', shown }, command: undefined, run: undefined }
  if (use === 'data' && !isGuardCall(name, place)) return { node, fault: { kind: 'data', shown }, command: undefined, run: undefined }
  if (use === 'migrator') {
    const fault = place.allowance.migrators ? undefined : { kind: 'command' as const, shown }
    return { node, fault, command: fault === undefined ? shown : undefined, run: { node, lines: [], style: 'rejects', wrapped: false } }
  }
  return use === undefined ? helperStep(node, name, module, place, depth) : undefined
}

/** The start of a call, for messages. */
function shownOf(node: Syntax, module: Module): string {
  return module.text.slice(startOf(node), Math.min(endOf(node), startOf(node) + 60)).split('\n')[0]?.replace(/`/g, "'") ?? ''
}

function isInFunctionWithParameters(node: Syntax, module: Module): boolean {
  for (let at = module.parentOf(node); at !== undefined; at = module.parentOf(at)) {
    if (at.type.includes('Function') && (at['params'] as readonly unknown[]).length > 0) return true
  }
  return false
}

function isGuardCall(name: string, place: DeployPlace): boolean {
  return place.isGuard(name) || GUARD_NAME.test(name)
}

/** A call of another module's function that does what the script itself may not. */
function helperStep(node: Syntax, name: string, module: Module, place: Look, depth: number): Step | undefined {
  const callee = node['callee']
  if (!isSyntax(callee) || depth > MOST_HELPERS || isGuardCall(name, place)) return undefined
  for (const origin of originsOf(callee, module)) {
    const fn = exportedFunction(origin, module, place.outside)
    const fault = fn === undefined ? undefined : helperFault(fn.node, fn.module, place, depth)
    if (fault !== undefined) return { node, fault: { ...fault, shown: `${name}() → ${fault.shown}` }, command: undefined, run: undefined }
  }
  return undefined
}

function helperFault(fn: Syntax, module: Module, place: Look, depth: number): Step['fault'] {
  const known = place.helpers[depth]
  if (known?.has(fn) === true) return known.get(fn)
  let fault: Step['fault']
  for (const inner of callsIn(fn)) {
    const found = stepOf(inner, module, place, depth + 1)?.fault
    if (found === undefined || found.kind === 'unknown') continue
    fault = found
    break
  }
  known?.set(fn, fault)
  return fault
}

function runStep(run: ProcessRun, module: Module, place: DeployPlace): Step {
  const base = { node: run.node, run }
  let command: string | undefined
  for (const line of run.lines) {
    if (line.replaceAll(UNKNOWN, '').trim() === '') {
      // Inside a wrapper nobody knows; where it is called, somebody does.
      const fault = isInFunctionWithParameters(run.node, module) ? undefined : { kind: 'unknown' as const, shown: shownOf(run.node, module) }
      return { ...base, fault, command: undefined }
    }
    for (const judged of judgeLine(line.replaceAll(UNKNOWN, '$X'), place.allowance, name => place.packageScript(name))) {
      const fault = dealsWith(judged.verdict, judged.shown)
      if (fault !== undefined) return { ...base, fault, command: undefined }
      if (judged.verdict === 'allowed') command = judged.shown
    }
  }
  return { ...base, fault: undefined, command }
}

/** `execSync('prisma migrate deploy || true')`. */
function swallowedInLine({ lines }: ProcessRun, place: DeployPlace): string | undefined {
  for (const line of lines) {
    const lost = judgeLine(line.replaceAll(UNKNOWN, '$X'), place.allowance, name => place.packageScript(name)).find(({ verdict, command }) => verdict === 'allowed' && command.swallow !== undefined)
    if (lost !== undefined) return `\`${lost.command.swallow?.text ?? ''}\``
    if (/[;\n]\s*(?:true|:|exit 0)\s*$/.test(line)) return '`exit 0` behind it'
  }
  return undefined
}

/** `catch` clauses and `.catch(…)` around the command that keep its failure. */
function* lostInHandlers(module: Module, working: ReadonlyMap<Syntax, string>): Iterable<DeployFault> {
  const reach = createReach(module, working)
  for (const node of descendants(module.program)) {
    if (node.type === 'CatchClause') {
      const trying = module.parentOf(node)
      const shown = trying === undefined ? undefined : reach(trying['block'] as Syntax)
      if (shown !== undefined && loses(node, module)) yield { kind: 'swallowed', shown, how: 'a `catch` that goes on', start: startOf(node), end: endOf(node) }
    }
    if (node.type === 'TryStatement' && isSyntax(node['finalizer'])) {
      const shown = reach(node['block'] as Syntax)
      const ending = (node['finalizer']['body'] as readonly Syntax[]).find(one => one.type === 'ReturnStatement' || /^process\.exit\((?:0)?\)/.test(module.text.slice(startOf(one), endOf(one))))
      if (shown !== undefined && ending !== undefined) yield { kind: 'swallowed', shown, how: 'leaving in `finally`', start: startOf(ending), end: endOf(ending) }
    }
    const handler = node.type === 'CallExpression' ? losingHandler(node, module) : undefined
    const object = handler === undefined ? undefined : callOf(node)?.object
    const shown = object === undefined ? undefined : reach(object)
    if (handler !== undefined && shown !== undefined) yield { kind: 'swallowed', shown, how: 'a rejection that is only caught', start: startOf(handler), end: endOf(handler) }
    const made = callOf(node)
    if (made !== undefined && /^on(?:ce)?$/.test(made.name) && made.object?.['name'] === 'process' && /^(?:unhandledRejection|uncaughtException)$/.test(String(made.args[0]?.['value'])) && made.args[1] !== undefined && working.size > 0) {
      const fn = originsOf(made.args[1], module).find(origin => origin.kind === 'function')
      const body = fn?.node['body']
      if (isSyntax(body) && !passesOn(body, module)) yield { kind: 'swallowed', shown: [...working.values()][0] ?? '', how: `a listener for \`${String(made.args[0]?.['value'])}\` that goes on`, start: startOf(node), end: endOf(node) }
    }
  }
}

/** Whether evaluating a part of the module runs a working call: itself, or through functions of the module. Gives what it runs. */
function createReach(module: Module, working: ReadonlyMap<Syntax, string>): (node: Syntax) => string | undefined {
  const known = new Map<Syntax, string | undefined>()
  const reach = (root: Syntax): string | undefined => {
    if (known.has(root)) return known.get(root)
    known.set(root, undefined)
    let found: string | undefined
    for (const node of descendants(root)) {
      found = working.get(node)
      if (found === undefined && node.type === 'CallExpression') {
        for (const origin of originsOf(node['callee'] as Syntax, module)) {
          if (origin.kind === 'function' && isSyntax(origin.node['body'])) found ??= reach(origin.node['body'])
        }
      }
      if (found !== undefined) break
    }
    known.set(root, found)
    return found
  }
  return reach
}

/** Modules that do something as soon as they are loaded. */
function* importFaults(module: Module, place: Look): Iterable<DeployFault> {
  for (const node of descendants(module.program)) {
    const source = node.type === 'ImportDeclaration' || node.type === 'ImportExpression' ? node['source'] as Syntax
      : node.type === 'CallExpression' && (node['callee'] as Syntax)['name'] === 'require' ? (node['arguments'] as readonly Syntax[])[0] : undefined
    if (source?.type !== 'Literal' || typeof source['value'] !== 'string') continue
    const other = place.outside.imported(module.path, source['value'])
    if (other === undefined) continue
    for (const statement of other.program['body'] as readonly Syntax[]) {
      const fault = statement.type === 'ExpressionStatement' ? topLevelFault(statement, other, place) : undefined
      if (fault === undefined) continue
      yield { ...fault, shown: `${source['value']} → ${fault.shown}`, start: startOf(node), end: endOf(node) }
      break
    }
  }
}

function topLevelFault(statement: Syntax, module: Module, place: Look): Pick<DeployFault, 'kind' | 'shown'> | undefined {
  const roots = [statement]
  for (const call of descendants(statement)) {
    if (call.type !== 'CallExpression') continue
    for (const origin of originsOf(call['callee'] as Syntax, module)) if (origin.kind === 'function' && roots.length < 20) roots.push(origin.node)
  }
  for (const root of roots) {
    for (const node of callsIn(root)) {
      const step = stepOf(node, module, place, 1)
      if (step?.fault !== undefined) return step.fault
    }
  }
  return undefined
}
