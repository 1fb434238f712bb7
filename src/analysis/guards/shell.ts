/** Shell scripts: which commands that work on a database can be reached before the script has proved that it runs in CI. */
import { createRequire } from 'node:module'
import type { Command, CompoundList, Function as ShellFunction, If, ParsedScript, PipelineNode, Statement, SyntaxNode, AndOr, Case } from 'unbash'
import { DEAD, GUARDED, OPEN, TOLD, type Level } from '../flow/state.ts'
import { substitutionsIn } from '../shell/script.ts'
import { isCiVariable } from './ci-values.ts'
import { databaseCommand, powershellGaps } from './shell-commands.ts'
import { fromExpression, fromWords, isYesWord, variableIn } from './shell-tests.ts'

/** A command that is reached without the guard. Offsets into the text. */
export interface ShellGap {
  readonly start: number
  readonly end: number
  readonly what: string
  readonly evidence: string
}

/** How far the script has come when a command succeeded, and when it failed. `soft` is the part of the failures that `set -e` lets pass. */
interface Outcome {
  readonly yes: Level
  readonly no: Level
  readonly soft: Level
}

interface Returned {
  readonly yes: Level
  readonly no: Level
}

/** A function, and the text that it stands in: a sourced file has its own. */
interface Known {
  readonly node: ShellFunction
  readonly text: string
}

interface Script {
  /** Of the file being walked. */
  text: string
  /** Where it stands in the script that is judged, when it is another file. */
  place: { readonly start: number, readonly end: number } | undefined
  readonly read: ReadScript
  readonly isCi: (name: string) => boolean
  readonly functions: Map<string, Known>
  readonly gaps: Map<number, ShellGap>
  /** Returns of the functions being walked, innermost last. */
  readonly returns: Returned[][]
  /** How far it had come where it left with success. */
  exits: Level[]
  stopsOnError: boolean
  depth: number
}

const MAX_DEPTH = 150
/** So many scripts that start each other are followed. */
const MOST_FILES = 5
const MOST_FILES_DEEP = MAX_DEPTH - MAX_DEPTH / MOST_FILES

function worse(...levels: readonly Level[]): Level {
  return levels.reduce<Level>((a, b) => (b > a ? b : a), DEAD)
}

function either(level: Level): Outcome {
  return { yes: level, no: level, soft: DEAD }
}

/** The text of a script beside the one that is judged, by the end of its path as written; `undefined` for one that is not there. */
export type ReadScript = (path: string) => string | undefined

/** Commands on a database that a shell script can reach outside of CI. `variables` are further ones that only CI sets. */
export function shellGaps(text: string, isPowershell: boolean, variables: readonly string[], read: ReadScript): readonly ShellGap[] {
  const isSet = /^[ \t]*(?:export[ \t]+)?(?:CI|GITHUB_ACTIONS)=["']?(?:true|1|yes)\b["']?[ \t]*(?:$|;)/m.test(text)
  const isCi = (name: string): boolean => !isSet && isCiVariable(name, variables)
  if (isPowershell) return powershellGaps(text, isCi)
  const parsed = parse(text)
  if (parsed === undefined) return []
  const script: Script = {
    text, place: undefined, read, isCi, functions: new Map(), gaps: new Map(), returns: [], exits: [], stopsOnError: stopsByShebang(text), depth: 0,
  }
  collectFunctions(parsed.commands, script)
  walkList(parsed.commands, OPEN, script)
  return [...script.gaps.values()].sort((a, b) => a.start - b.start)
}

/** Text with more openers of nested syntax than any real script has is not parsed: the parser needs quadratic time. */
function parse(text: string): ParsedScript | undefined {
  if ((text.match(/\$\(|[<>]\(|<<|`|\$\{|\(\(/g)?.length ?? 0) > 3000) return undefined
  try {
    const script = (createRequire(import.meta.url)('unbash') as typeof import('unbash')).parse(text)
    return script.errors === undefined || script.errors.length === 0 ? script : undefined
  } catch {
    return undefined
  }
}

function stopsByShebang(text: string): boolean {
  return /^#!.{0,80}\s-\w{0,5}e/.test(text)
}

function collectFunctions(statements: readonly Statement[], script: Script): void {
  for (const { command } of statements) if (command.type === 'Function') script.functions.set(command.name.text, { node: command, text: script.text })
}

/** Statements one after the other; the outcome is that of the last. */
function walkList(statements: readonly Statement[], level: Level, script: Script): Outcome {
  let outcome: Outcome = either(level)
  let at = level
  for (const { command, background } of statements) {
    outcome = walk(command, at, script)
    // In the background nothing is waited for.
    if (background === true) outcome = either(worse(at === OPEN && outcome.yes === TOLD ? TOLD : at))
    at = script.stopsOnError ? worse(outcome.yes, outcome.soft) : worse(outcome.yes, outcome.no)
  }
  return outcome
}

function walk(node: PipelineNode | AndOr | CompoundList, level: Level, script: Script): Outcome {
  if (level === DEAD) return either(DEAD)
  if (script.depth >= MAX_DEPTH) return either(level)
  script.depth++
  const outcome = walkNode(node, level, script)
  script.depth--
  return outcome
}

function walkNode(node: SyntaxNode, level: Level, script: Script): Outcome {
  switch (node.type) {
    case 'CompoundList': return walkList(node.commands, level, script)
    case 'AndOr': return walkChain(node, level, script)
    case 'Pipeline': {
      const all = node.commands.map(command => walk(command, level, script))
      const isNegated = node.prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1
      const [only] = all
      if (all.length === 1 && only !== undefined) return isNegated ? { yes: only.no, no: only.yes, soft: only.yes } : only
      // Parts of a pipeline run in shells of their own: an `exit` in them leaves only these.
      return either(all.some(({ yes, no }) => yes === TOLD || no === TOLD) ? TOLD : level)
    }
    case 'Command': return walkCommand(node, level, script)
    case 'TestCommand': return proven(level, fromExpression(node.expression, script.isCi))
    case 'If': return walkIf(node, level, script)
    case 'For': case 'Select': case 'ArithmeticFor': {
      walk(node.body, level, script)
      return either(level)
    }
    case 'While': {
      const { yes, no } = walkTest(node.clause, level, script)
      const isWhile = node.kind === 'while'
      walk(node.body, isWhile ? yes : no, script)
      return either(isWhile ? no : yes)
    }
    case 'Case': return walkCase(node, level, script)
    case 'BraceGroup': return walk(node.body, level, script)
    case 'Subshell': {
      const { yes, no } = walk(node.body, level, script)
      return { yes, no: worse(no, yes === DEAD || no === DEAD ? level : DEAD), soft: DEAD }
    }
    case 'Redirected': return walk(node.command, level, script)
    case 'Function':
      script.functions.set(node.name.text, { node, text: script.text })
      return either(level)
    default: return either(level)
  }
}

function proven(level: Level, { yes, no }: { readonly yes: boolean, readonly no: boolean }): Outcome {
  const guard = level === OPEN ? GUARDED : level
  return { yes: yes ? guard : level, no: no ? guard : level, soft: DEAD }
}

/** `a && b || c`. A failure before the last command does not stop the script. */
function walkChain({ commands, operators }: AndOr, level: Level, script: Script): Outcome {
  let outcome: Outcome = either(level)
  for (const [index, command] of commands.entries()) {
    const operator = operators[index - 1]
    if (operator === undefined) {
      outcome = walk(command, level, script)
    } else if (operator === '&&') {
      const next = walk(command, outcome.yes, script)
      outcome = { yes: next.yes, no: worse(outcome.no, next.no), soft: outcome.no }
    } else {
      const next = walk(command, outcome.no, script)
      outcome = { yes: worse(outcome.yes, next.yes), no: next.no, soft: DEAD }
    }
  }
  return outcome
}

/** In a condition nothing stops the script. */
function walkTest(clause: CompoundList, level: Level, script: Script): Outcome {
  const before = script.stopsOnError
  script.stopsOnError = false
  const outcome = walk(clause, level, script)
  script.stopsOnError = before
  return outcome
}

function walkIf(node: If, level: Level, script: Script): Outcome {
  const results: Outcome[] = []
  let at = level
  for (const { clause, then } of [node, ...node.elif]) {
    const { yes, no } = walkTest(clause, at, script)
    results.push(walk(then, yes, script))
    at = no
  }
  results.push(node.else === undefined ? { yes: at, no: DEAD, soft: DEAD } : walk(node.else, at, script))
  return { yes: worse(...results.map(({ yes }) => yes)), no: worse(...results.map(({ no }) => no)), soft: worse(...results.map(({ soft }) => soft)) }
}

function walkCase(node: Case, level: Level, script: Script): Outcome {
  const isCi = script.isCi(variableIn(node.word.text) ?? '')
  let rest: Level = level
  const results = node.items.map(({ pattern, body }) => {
    const isAny = pattern.some(word => word.text === '*')
    const saysYes = isCi && !isAny && pattern.every(word => isYesWord(word.text) && !word.text.includes('*'))
    const outcome = walk(body, saysYes && level === OPEN ? GUARDED : level, script)
    if (isAny) rest = DEAD
    return worse(outcome.yes, outcome.no)
  })
  return either(worse(rest, ...results))
}

function walkCommand(node: Command, level: Level, script: Script): Outcome {
  const words = node.args.map(word => word.text)
  const name = node.name?.text ?? ''
  // `${CI:?message}` ends the script when CI is not set, wherever it stands.
  const required = /\$\{(\w{1,60}):?\?/.exec(script.text.slice(node.pos, Math.min(node.end, node.pos + 500)))?.[1]
  const before = required !== undefined && script.isCi(required) && level === OPEN ? GUARDED : level
  // `count=$(psql …)`: each in a shell of its own, before the command itself.
  const inner = substitutionsIn(node).map(list => walkList(list, before, script))
  const at = before === OPEN && inner.some(({ yes, no }) => yes === TOLD || no === TOLD) ? TOLD : before
  switch (name) {
    case '[': return proven(at, fromWords(words.slice(0, -1), script.isCi))
    case 'test': return proven(at, fromWords(words, script.isCi))
    case 'exit':
      if (words[0] === '0') script.exits.push(at)
      return either(DEAD)
    case 'source': case '.': return walkFile(words[0], at, script, node, true)
    case 'bash': case 'sh': return walkFile(words.find(word => !word.startsWith('-')), at, script, node, false)
    case 'return': {
      const isFailure = words[0] !== undefined && words[0] !== '0'
      script.returns.at(-1)?.push(isFailure ? { yes: DEAD, no: at } : { yes: at, no: DEAD })
      return either(DEAD)
    }
    case 'false': return { yes: DEAD, no: at, soft: DEAD }
    case 'true': case ':': case 'echo': case 'printf': case 'export': return { yes: at, no: DEAD, soft: DEAD }
    case 'set': {
      const text = words.join(' ')
      if (/(?:^|\s)-\w{0,8}e|-o errexit/.test(text)) script.stopsOnError = true
      else if (/(?:^|\s)\+\w{0,8}e|\+o errexit/.test(text)) script.stopsOnError = false
      return { yes: at, no: DEAD, soft: DEAD }
    }
    default:
  }
  const called = script.functions.get(name)
  if (called !== undefined) return walkFunction(called, at, script)
  const what = databaseCommand([name, ...words])
  if (what !== undefined && at === OPEN) {
    const { start, end } = script.place ?? { start: node.pos, end: node.end }
    if (!script.gaps.has(start)) script.gaps.set(start, { start, end, what: `\`${what}\``, evidence: evidenceIn(script) })
    return either(TOLD)
  }
  if (/\.(?:sh|bash)$/.test(name)) return walkFile(name, at, script, node, false)
  return name === 'exec' && words.length > 0 ? either(DEAD) : either(at)
}

function evidenceIn({ stopsOnError, text }: Script): string {
  return /\$\{?CI\b/.test(text) && !stopsOnError ? 'a test alone stops nothing: without `set -e` it needs `|| exit 1`' : 'nothing before it ends the script outside of CI'
}

/**
 * Another script, in this shell (`source`) or in one of its own: then what it leaves with is its status, and its functions are its own.
 * @param path as written; of `"$ROOT/lib/guard.sh"` the part behind the variable says which
 */
function walkFile(path: string | undefined, level: Level, script: Script, { pos, end }: Command, isSourced: boolean): Outcome {
  const written = path?.replace(/["']/g, '').replace(/^.*[$}`)]\w{0,60}\/+/s, '') ?? ''
  const text = written === '' || written.includes('$') ? undefined : script.read(written)
  const parsed = text === undefined || text === script.text || script.depth > MOST_FILES_DEEP ? undefined : parse(text)
  if (text === undefined || parsed === undefined) return either(level)
  const place = script.place ?? { start: pos, end }
  const inner: Script = isSourced
    ? { ...script, text, place, returns: [...script.returns] }
    : { ...script, text, place, functions: new Map(), returns: [], exits: [], stopsOnError: stopsByShebang(text) }
  inner.depth += MAX_DEPTH / MOST_FILES
  const returns: Returned[] = []
  if (isSourced) inner.returns.push(returns)
  collectFunctions(parsed.commands, inner)
  const { yes, no, soft } = walkList(parsed.commands, level, inner)
  if (!isSourced) return { yes: worse(yes, ...inner.exits), no: level, soft: DEAD }
  script.stopsOnError = inner.stopsOnError
  return { yes: worse(yes, ...returns.map(one => one.yes)), no: worse(no, ...returns.map(one => one.no)), soft }
}

function walkFunction({ node: { body }, text }: Known, level: Level, script: Script): Outcome {
  const returns: Returned[] = []
  const before = script.text
  script.returns.push(returns)
  script.text = text
  const { yes, no, soft } = walk(body, level, script)
  script.text = before
  script.returns.pop()
  return { yes: worse(yes, ...returns.map(one => one.yes)), no: worse(no, ...returns.map(one => one.no)), soft }
}
