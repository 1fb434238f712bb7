/** Bash text to commands, by way of unbash; what it can't read is split plainly. Never throws. */
import { createRequire } from 'node:module'
import type { CommandArgument, ParsedScript, Redirection, SyntaxNode, Word } from 'unbash'
import type { ParsedCommand, ShellAssignment, ShellRedirect, ShellStep, ShellWord } from './command.ts'
import { isDynamic, splitPlain } from './plain.ts'

type Unbash = typeof import('unbash')

let loaded: Unbash | undefined

/** Loaded when the first command is read: 10 ms that a run with a warm cache doesn't pay. */
function unbash(): Unbash {
  return (loaded ??= createRequire(import.meta.url)('unbash') as Unbash)
}

/**
 * Openers of nested syntax. unbash needs quadratic time in their number (measured: 100,000 `$(` take 11 s), so text
 * with more of them than any real document has is cut into lines.
 */
const OPENERS = /\$\(|[<>]\(|<<|\(\)|`|\$\{|\(\(|\$'/g
const MAX_OPENERS = 400
const MAX_DEPTH = 60
/** A placeholder such as `<name>` or `<your-org/repo>`; in Bash it would be two redirects. */
const ANGLE_PLACEHOLDER = /<[A-Za-z](?:[\w .:/|@'+-]{0,78}[\w.:/|@'+-])?>/g
const MASK = '\uE000'

/** Commands of a text, in order. Offsets are into `text`. */
export function parseBash(text: string): ShellStep[] {
  const masked = text.includes('<') ? text.replace(ANGLE_PLACEHOLDER, found => MASK.repeat(found.length)) : text
  const whole = tryParse(masked, 0, masked.length, text)
  if (whole !== undefined) return whole
  const steps: ShellStep[] = []
  for (const [from, to] of logicalLines(masked)) {
    for (const step of tryParse(masked, from, to, text) ?? splitPlain(masked, from, to)) steps.push(step)
  }
  return steps
}

/** Steps of a slice that parses without an error; `undefined` otherwise. */
function tryParse(masked: string, from: number, to: number, original: string): ShellStep[] | undefined {
  const slice = from === 0 && to === masked.length ? masked : masked.slice(from, to)
  const script = parseBashTree(slice)
  if (script === undefined) return undefined
  try {
    const steps: ShellStep[] = []
    walk(script, { steps, offset: from, original }, 0)
    return steps
  } catch {
    // A stack overflow on hostile nesting.
    return undefined
  }
}

function countOpeners(text: string): number {
  let count = 0
  OPENERS.lastIndex = 0
  while (count <= MAX_OPENERS && OPENERS.exec(text) !== null) count++
  return count
}

/** Slices that can stand alone: a line with its `\` continuations and the heredoc that it opens. */
function* logicalLines(text: string): Iterable<readonly [from: number, to: number]> {
  /** Words that nothing closes any more: each is looked for once. */
  const open = new Set<string>()
  let from = 0
  while (from < text.length) {
    let to = lineEndOf(text, from)
    while (text[to - 1] === '\\' && to < text.length) to = lineEndOf(text, to + 1)
    const line = text.slice(from, Math.min(to, from + 5000))
    const heredoc = /<<-?\s*["']?(\w+)["']?/.exec(line)?.[1]
    if (heredoc !== undefined && !open.has(heredoc)) {
      const end = heredocEnd(text, to, heredoc)
      if (end === undefined) open.add(heredoc)
      else to = end
    }
    yield [from, to]
    from = to + 1
  }
}

function lineEndOf(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

/** The end of the heredoc's closing line; `undefined` when nothing closes it within 500 lines. */
function heredocEnd(text: string, lineEnd: number, word: string): number | undefined {
  let from = lineEnd + 1
  for (let line = 0; line < 500 && from < text.length; line++) {
    const to = lineEndOf(text, from)
    if (to - from < 200 && text.slice(from, to).trim() === word) return to
    from = to + 1
  }
  return undefined
}

/** Where words stand. */
interface Place {
  /** Offset of the parsed slice in the text. */
  readonly offset: number
  /** The text without masks. */
  readonly original: string
}

interface Walk extends Place {
  readonly steps: ShellStep[]
}

function walk(node: SyntaxNode, state: Walk, depth: number): void {
  if (depth > MAX_DEPTH * 4) return
  if (node.type === 'Script' && (node).source !== undefined) return
  const nested = node.type === 'Subshell' || (node.type === 'Script' && depth > 0)
  if (nested) state.steps.push({ kind: 'open' })
  if (node.type === 'Command' && node.name !== undefined) state.steps.push(commandOf(node, state.original, state.offset))
  unbash().forEachChild(node, child => { walk(child, state, depth + 1) })
  if (nested) state.steps.push({ kind: 'close' })
}

/** Bash text as a tree; `undefined` when it has errors or nests too much. Offsets are into `text`. */
export function parseBashTree(text: string): ParsedScript | undefined {
  if (countOpeners(text) > MAX_OPENERS) return undefined
  try {
    const script = unbash().parse(text)
    return script.errors !== undefined && script.errors.length > 0 ? undefined : script
  } catch {
    // A stack overflow on hostile nesting.
    return undefined
  }
}

/**
 * A simple command of the tree as words. It has none when it only assigns.
 * @param original the text without masks
 * @param offset of the parsed slice in it
 */
export function commandOf(node: Extract<SyntaxNode, { type: 'Command' }>, original: string, offset = 0): ParsedCommand {
  const state = { original, offset }
  const words: ShellWord[] = []
  if (node.name !== undefined) words.push(wordOf(node.name, state))
  for (const arg of node.args) words.push(wordOf(arg, state))
  const redirects: ShellRedirect[] = []
  for (const redirect of node.redirects) {
    const target = redirectTarget(redirect)
    if (target !== undefined) redirects.push({ operator: redirect.operator, target: wordOf(target, state) })
  }
  const assignments: ShellAssignment[] = []
  for (const part of node.prefix) {
    if (part.type !== 'Assignment') continue
    const value = part.value.type === 'Word' ? part.value.value : part.text.slice(part.text.indexOf('=') + 1)
    assignments.push({ name: part.name, value, start: part.pos + state.offset, end: part.end + state.offset })
  }
  return { kind: 'command', words, redirects, assignments, start: node.pos + state.offset, end: node.end + state.offset }
}

function redirectTarget(redirect: Redirection): Word | undefined {
  return redirect.type === 'HereDoc' ? undefined : redirect.target
}

function wordOf(word: CommandArgument, state: Place): ShellWord {
  const start = word.pos + state.offset
  const end = word.end + state.offset
  const source = state.original.slice(start, end)
  if (word.type === 'Assignment') return { text: source.replace(/["']/g, ''), start, end, dynamic: isDynamic(source), glob: false }
  let text = word.value
  let dynamic = false
  let glob = false
  if (text.includes(MASK)) {
    text = source.replace(/["']/g, '')
    dynamic = true
  }
  for (const part of word.parts ?? []) {
    if (part.type === 'Glob' || part.type === 'ExtendedGlob' || part.type === 'BraceExpansion') glob = true
    else if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') dynamic ||= part.parts.some(child => child.type !== 'Literal')
    else if (part.type !== 'Literal' && part.type !== 'SingleQuoted' && part.type !== 'AnsiCQuoted') dynamic = true
  }
  if (!dynamic && word.parts?.some(part => part.type === 'SingleQuoted') !== true) dynamic = isDynamic(text)
  return { text, start, end, dynamic, glob }
}
