/** A shell script as commands, each with the conditions it runs under and with what becomes of its failure. */
import type { Statement, SyntaxNode as Node } from 'unbash'
import type { ParsedCommand, ShellWord } from './command.ts'
import { commandOf, parseBashTree } from './bash.ts'
import { splitPlain } from './plain.ts'
import { unwrap } from './wrappers.ts'

/** Words whose success throws away the failure before them: `|| true`. Offsets are 0-based, `end` exclusive. */
export interface Swallow {
  readonly start: number
  readonly end: number
  /** As written. */
  readonly text: string
}

/** A condition around a command. */
export interface Branch {
  /** The commands of the condition: `[ "$FORCE" = 1 ]`. */
  readonly test: readonly ScriptCommand[]
  /** Whether the command runs when the condition succeeds. */
  readonly when: boolean
}

/** What stands around a command. */
interface Around {
  /** Around it, outermost first. */
  readonly branches: readonly Branch[]
  readonly swallow: Swallow | undefined
  /** Whether its status decides what follows: in a condition, before `&&`, negated, or handled behind `||`. */
  readonly tested: boolean
  /** Behind `!`. */
  readonly negated: boolean
  /** Whether another program reads its output, so that its own status counts only under `pipefail`. */
  readonly piped: boolean
  readonly background: boolean
  /** The function whose body it is in. */
  readonly inside: string | undefined
}

export interface ScriptCommand extends ParsedCommand, Around {}

export interface ShellScript {
  readonly text: string
  /** In the order of the text. */
  readonly commands: readonly ScriptCommand[]
  /** False when the text could only be split into lines: then nothing is known of conditions. */
  readonly structured: boolean
}

interface State {
  readonly text: string
  readonly commands: ScriptCommand[]
}

interface Context extends Around {
  readonly depth: number
}

function placedBy({ branches, swallow, tested, negated, piped, background, inside }: Context): Omit<Context, 'depth'> {
  return { branches, swallow, tested, negated, piped, background, inside }
}

const OUTSIDE: Context = {
  branches: [], swallow: undefined, tested: false, negated: false, piped: false, background: false, inside: undefined, depth: 0 }
const MAX_DEPTH = 200
/** Commands that always succeed and change nothing. */
const HARMLESS = new Set(['true', ':', 'echo', 'printf', 'log', 'logger', 'warn', 'info', 'log_warn', 'log_info', 'sleep'])

/** Reads a Bourne-like script. `${{ … }}` of workflows counts as a word. Never throws. */
export function readScript(text: string): ShellScript {
  const masked = text.includes('${{') ? text.replace(/\$\{\{[^}\n]{0,500}\}\}/g, found => `$${'x'.repeat(found.length - 1)}`) : text
  const tree = parseBashTree(masked)
  const state: State = { text, commands: [] }
  if (tree === undefined) {
    const commands = splitPlain(text).map(command => ({ ...unwrap(command), ...placedBy(OUTSIDE) }))
    return { text, commands, structured: false }
  }
  visitAll(tree.commands, OUTSIDE, state)
  const commands = state.commands.sort((a, b) => a.start - b.start)
  if (masked === text) return { text, commands, structured: true }
  const unmaskedWords = (command: ScriptCommand): ScriptCommand =>
    ({ ...command, words: command.words.map(word => ({ ...word, text: unmasked(word, text) })) })
  return { text, commands: commands.map(unmaskedWords), structured: true }
}

function unmasked(word: ShellWord, text: string): string {
  const source = text.slice(word.start, word.end)
  return source.includes('${{') ? source.replace(/^(["'])(.{0,2000})\1$/s, '$2') : word.text
}

/** Whether a failing command ends the script at an offset: by `set -e`, or by the shebang. */
export function stopsOnFailure(script: ShellScript, offset: number): boolean {
  let stops = /^#![^\n]{0,100}\s-[A-Za-z]*e/.test(script.text)
  for (const command of script.commands) {
    if (command.start >= offset) break
    const change = errexitChange(command)
    if (change !== undefined && command.inside === undefined) stops = change
  }
  return stops
}

/** What a command says about stopping at failures; `undefined` for nothing. */
export function errexitChange({ words }: ParsedCommand): boolean | undefined {
  if (words[0]?.text !== 'set') return undefined
  for (const [index, { text }] of words.entries()) {
    if (/^-[A-Za-df-z]*e[A-Za-z]*$/.test(text) || (text === '-o' && words[index + 1]?.text === 'errexit')) return true
    if (/^\+[A-Za-df-z]*e[A-Za-z]*$/.test(text) || (text === '+o' && words[index + 1]?.text === 'errexit')) return false
  }
  return undefined
}

function visitAll(nodes: readonly Node[], context: Context, state: State): void {
  if (context.depth > MAX_DEPTH) return
  let branches = context.branches
  for (const node of nodes) {
    const from = state.commands.length
    visit(node, { ...context, branches, depth: context.depth + 1 }, state)
    // `if c; then exit 1; fi`: what follows runs only when the condition fails.
    const left = leavingTest(node, state.commands.slice(from))
    if (left !== undefined) branches = [...branches, left]
  }
}

function visit(node: Node, context: Context, state: State): void {
  const inner = { ...context, depth: context.depth + 1 }
  switch (node.type) {
    case 'Statement': visit(node.command, { ...inner, background: context.background || node.background === true }, state); return
    case 'Command': visitCommand(node, context, state); return
    case 'Pipeline': {
      const negated = node.prefixes.some(prefix => prefix.type === 'Negation')
      node.commands.forEach((command, index) => {
        const piped = index < node.commands.length - 1
        visit(command, { ...inner, piped: context.piped || piped, tested: context.tested || negated, negated: context.negated !== negated }, state)
      })
      return
    }
    case 'AndOr': visitChain(node, inner, state); return
    case 'If': visitIf(node, inner, state); return
    case 'While': {
      const from = state.commands.length
      visitAll(node.clause.commands, { ...inner, tested: true }, state)
      const test = state.commands.slice(from)
      visitAll(node.body.commands, { ...inner, branches: [...context.branches, { test, when: node.kind === 'while' }] }, state)
      return
    }
    case 'For': case 'ArithmeticFor': case 'Select': case 'Subshell': case 'BraceGroup': visitAll(node.body.commands, inner, state); return
    case 'Case':
      for (const { body, pattern } of node.items) {
        const test = [wordsAsTest(node.word, pattern.at(-1)?.end ?? node.word.end, state.text)]
        visitAll(body.commands, { ...inner, branches: [...context.branches, { test, when: true }] }, state)
      }
      return
    case 'Redirected': visit(node.command, inner, state); return
    case 'Function': {
      const body = node.body
      visit(body, { ...OUTSIDE, inside: node.name.value, depth: inner.depth }, state)
      return
    }
    case 'CompoundList': visitAll(node.commands, inner, state); return
    case 'TestCommand': case 'ArithmeticCommand': state.commands.push(asTest(node, context, state.text)); return
    default: return
  }
}

function visitCommand(node: Extract<Node, { type: 'Command' }>, context: Context, state: State): void {
  const command = unwrap(commandOf(node, state.text))
  state.commands.push({ ...command, ...placedBy(context) })
  for (const script of substitutionsIn(node)) visitAll(script, { ...context, depth: context.depth + 1, tested: true }, state)
}

/** The statements of each command substitution in the words of a command, also in what it assigns. */
export function substitutionsIn(command: Node): readonly (readonly Statement[])[] {
  return scriptsIn(command, 0)
}

function scriptsIn(node: unknown, depth: number): readonly (readonly Statement[])[] {
  if (depth > 12 || typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(item => scriptsIn(item, depth + 1))
  const { type, script, prefix, suffix, name, value, parts, target, operand } = node as Readonly<Record<string, unknown>>
  if ((type === 'CommandExpansion' || type === 'ProcessSubstitution') && typeof script === 'object' && script !== null) {
    const { commands, source } = script as { readonly commands: readonly Statement[], readonly source?: string }
    return source === undefined ? [commands] : []
  }
  return [name, prefix, suffix, value, parts, target, operand].flatMap(child => scriptsIn(child, depth + 1))
}

function visitIf(node: Extract<Node, { type: 'If' }>, context: Context, state: State): void {
  let before: readonly Branch[] = context.branches
  for (const { clause, then } of [node, ...node.elif]) {
    const from = state.commands.length
    visitAll(clause.commands, { ...context, branches: before, tested: true }, state)
    const test = state.commands.slice(from)
    visitAll(then.commands, { ...context, branches: [...before, { test, when: true }] }, state)
    before = [...before, { test, when: false }]
  }
  if (node.else !== undefined) visitAll(node.else.commands, { ...context, branches: before }, state)
}

function visitChain({ commands, operators }: Extract<Node, { type: 'AndOr' }>, context: Context, state: State): void {
  let test: readonly ScriptCommand[] = []
  const lastAnd = operators.lastIndexOf('&&')
  /** For each command the next `||` behind it; from the right, as chains may be long. */
  const rescues: number[] = []
  for (let index = commands.length - 1; index >= 0; index--) rescues[index] = operators[index] === '||' ? index : rescues[index + 1] ?? -1
  commands.forEach((node, index) => {
    const operator = operators[index - 1]
    const branches = operator === undefined ? context.branches : [...context.branches, { test, when: operator === '&&' }]
    const rescue = rescues[index] ?? -1
    const rescuer = commands[rescue + 1]
    const swallow = rescue < 0 || rescuer === undefined || rescue < lastAnd ? undefined : swallowBy(rescuer, commands[rescue]?.end ?? 0, state.text)
    const from = state.commands.length
    // In `a && b` at the end, the status of the last counts; of the others it counts as a test.
    const handled = rescue >= 0 && swallow === undefined
    const tested = context.tested || handled || (index < commands.length - 1 && rescue < 0)
    visit(node, { ...context, branches, swallow: swallow ?? context.swallow, tested }, state)
    test = state.commands.slice(from)
  })
}

/** The words from `||` on, when what stands behind them always succeeds. */
function swallowBy(node: Node, from: number, text: string): Swallow | undefined {
  if (!alwaysSucceeds(node, 0)) return undefined
  const start = text.indexOf('||', from)
  return { start: start < 0 ? node.pos : start, end: node.end, text: text.slice(start < 0 ? node.pos : start, node.end).slice(0, 60) }
}

function alwaysSucceeds(node: Node, depth: number): boolean {
  if (depth > 10) return false
  if (node.type === 'Command') {
    const name = node.name?.value ?? ''
    const [first] = node.args
    const status = first?.type === 'Word' ? first.value : undefined
    if (name === 'exit' || name === 'return') return status === '0'
    // What is written somewhere may be read there: `|| echo "failed=1" >> "$GITHUB_OUTPUT"`.
    const kept = node.redirects.some(one => one.type === 'Redirect' && one.operator.startsWith('>') && one.operator !== '>&' && one.target?.value !== '/dev/null')
    return HARMLESS.has(name) && !kept
  }
  if (node.type === 'Statement') return alwaysSucceeds(node.command, depth + 1)
  if (node.type === 'Redirected') return alwaysSucceeds(node.command, depth + 1)
  if (node.type !== 'BraceGroup' && node.type !== 'Subshell') return false
  return node.body.commands.length > 0 && node.body.commands.every(one => alwaysSucceeds(one, depth + 1))
}

/** The condition that must have failed where a statement did not leave the script or the function. */
function leavingTest(node: Node, own: readonly ScriptCommand[]): Branch | undefined {
  const statement = node.type === 'Statement' ? node.command : node
  if (statement.type !== 'If' && statement.type !== 'AndOr') return undefined
  const leaving = own.find(command => /^(?:exit|return)$/.test(command.words[0]?.text ?? ''))
  const branch = leaving?.branches.at(-1)
  return branch === undefined || (statement.type === 'If' && statement.elif.length > 0) ? undefined : { test: branch.test, when: !branch.when }
}

/** `[[ … ]]` and `(( … ))` as a command of one word. */
function asTest(node: { readonly pos: number, readonly end: number }, context: Context, text: string): ScriptCommand {
  const word = { text: text.slice(node.pos, node.end), start: node.pos, end: node.end, dynamic: true, glob: false }
  return { kind: 'command', words: [{ ...word, text: '[[' }, word], redirects: [], assignments: [], start: node.pos, end: node.end, ...placedBy(context) }
}

/** `case $x in a)` as the test that it is. */
function wordsAsTest(word: { readonly pos: number, readonly end: number }, end: number, text: string): ScriptCommand {
  const slice = text.slice(word.pos, word.end)
  return {
    ...asTest({ pos: word.pos, end: word.end }, OUTSIDE, text),
    words: [{ text: 'case', start: word.pos, end, dynamic: true, glob: false }, { text: slice, start: word.pos, end: word.end, dynamic: true, glob: false }],
  }
}
