/** Ways around in shell text: hooks switched off, failures thrown away, protections overruled, bypasses handed to scripts. */
import type { ParsedCommand, ShellAssignment, ShellWord } from '../shell/command.ts'
import { errexitChange, readScript, stopsOnFailure, type ScriptCommand, type ShellScript } from '../shell/script.ts'
import type { Bypass } from './bypass.ts'
import { gateOf, HOUSEKEEPING } from './gate.ts'
import { isGuardBypass } from './names.ts'
import { flagsInShell } from './shell-flags.ts'

export interface ShellPlace {
  /** Whether the whole text is a gate, whatever it runs: the script `test` of a manifest. */
  readonly isGate: boolean
  /** Whether people, not robots, run it: then `[skip ci]` counts. */
  readonly byPeople: boolean
  /** Whether a failure ends it in any case. */
  readonly stops: boolean
  /** Whether leaving with a failure is one of its guards. */
  readonly guards: boolean
  /** Whether a file is a script whose failure may not get lost. Default: none is. */
  readonly mustNotFail?: (path: string) => boolean
}

/** Every way around in shell text, in order. Offsets are into it. */
export function bypassesInShell(text: string, place: ShellPlace): readonly Bypass[] {
  const script = readScript(text)
  const found: Bypass[] = []
  for (const command of script.commands) {
    found.push(...hooksOff(command, script), ...overruled(command, place), ...handedOver(command))
    const swallowed = swallowedBy(command, script, place)
    if (swallowed !== undefined) found.push(swallowed)
  }
  found.push(...unheeded(script, place), ...flagsInShell(script, place.guards))
  const seen = new Set<number>()
  return found.sort((a, b) => a.start - b.start).filter(({ start }) => !seen.has(start) && seen.add(start))
}

const COMMITTING = new Set(['commit', 'push', 'merge', 'rebase', 'am', 'cherry-pick', 'pull', 'revert'])
/** Programs that commit or push for people. */
const COMMITTERS = /^(?:semantic-release|standard-version|commit-and-tag-version|lerna|release-it|np|changeset|cz|git-cz|bumpp|auto|gt)$/

function gitOf({ words }: ParsedCommand): { readonly verb: string, readonly args: readonly ShellWord[] } | undefined {
  if (words[0]?.text !== 'git') return undefined
  let at = 1
  while ((words[at]?.text ?? '').startsWith('-')) at += /^-[cC]$/.test(words[at]?.text ?? '') ? 2 : 1
  return { verb: words[at]?.text ?? '', args: words.slice(at + 1) }
}

/** Switches of tools for git hooks: their name, and the values that switch hooks off. */
const SWITCHES: Readonly<Record<string, RegExp>> = {
  HUSKY: /^0$/, HUSKY_SKIP_HOOKS: /^(?:1|true)$/, HUSKY_BYPASS: /^(?:1|true)$/, LEFTHOOK: /^(?:0|false)$/, LEFTHOOK_EXCLUDE: /./, SKIP: /^[a-z]/, SKIP_SIMPLE_GIT_HOOKS: /^(?:1|true)$/, GIT_HOOKS: /^0$/,
}

/** Whether a variable with this value switches git hooks off. */
export function switchesHooksOff(name: string, value: string): boolean {
  return SWITCHES[name]?.test(value.replace(/["']/g, '')) === true
}

/** Whether a command runs git hooks: commits, pushes, or starts what does. */
export function runsHooks(command: ParsedCommand): boolean {
  const git = gitOf(command)
  if (git !== undefined) return COMMITTING.has(git.verb)
  return command.words.slice(0, 3).some(word => COMMITTERS.test(word.text)) || /^(?:release|commit|version|publish)/.test(runScriptOf(command) ?? '')
}

function runScriptOf({ words }: ParsedCommand): string | undefined {
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(words[0]?.text ?? '')) return undefined
  return words[1]?.text === 'run' ? words[2]?.text : words[0]?.text === 'npm' ? undefined : words[1]?.text
}

function* hooksOff(command: ScriptCommand, script: ShellScript): Iterable<Bypass> {
  const git = gitOf(command)
  const flag = git !== undefined && COMMITTING.has(git.verb) ? noVerifyIn(git.verb, git.args) : command.words.slice(0, 3).some(word => COMMITTERS.test(word.text)) ? command.words.find(word => word.text === '--no-verify') : noCommitHooks(command)
  if (flag !== undefined) yield hook(flag, flag.text, git === undefined ? command.words.slice(0, 2).map(word => word.text).join(' ') : `git ${git.verb}`)
  const path = git === undefined || flag !== undefined ? undefined : noHooksPath(command, git.verb, script)
  if (path !== undefined && git !== undefined) yield hook(path, path.text, git.verb === 'config' ? 'every commit' : `git ${git.verb}`)
  const exported = command.words[0]?.text === 'export' ? command.words.slice(1).flatMap(word => assignmentIn(word) ?? []) : []
  const assigned = [...command.assignments, ...exported]
  for (const { name, value, start, end } of assigned) {
    if (!switchesHooksOff(name, value)) continue
    const alone = command.words.length === 0 || exported.length > 0
    const runner = alone ? script.commands.find(other => other.start > start && runsHooks(other)) : runsHooks(command) ? command : undefined
    if (runner !== undefined) yield hook({ start, end }, `${name}=${value}`, script.text.slice(runner.start, runner.end).split('\n')[0]?.slice(0, 40) ?? '')
  }
}

/** `git -c core.hooksPath=/dev/null commit`, `git config core.hooksPath ''`. */
function noHooksPath({ words }: ScriptCommand, verb: string, script: ShellScript): ShellWord | undefined {
  if (COMMITTING.has(verb)) return words.find(word => /^core\.hooksPath=(?:\/dev\/null|["']?$)/i.test(word.text))
  const at = verb === 'config' ? words.findIndex(word => /^core\.hooksPath$/i.test(word.text)) : -1
  const value = at < 0 ? undefined : words[at + 1]
  return value !== undefined && /^(?:\/dev\/null|)$/.test(value.text) && /^["'/]/.test(script.text.slice(value.start)) ? words[at] : undefined
}

/** `npm version minor --no-commit-hooks`. */
function noCommitHooks({ words }: ParsedCommand): ShellWord | undefined {
  return /^(?:npm|pnpm|yarn|lerna)$/.test(words[0]?.text ?? '') && words.some(word => word.text === 'version')
    ? words.find(word => /^--no-commit-hooks$|^--commit-hooks=false$/.test(word.text)) : undefined
}

function assignmentIn({ text, start, end }: ShellWord): ShellAssignment | undefined {
  const [whole, name = '', value = ''] = /^([A-Za-z_]\w{0,80})=(.{0,200})$/s.exec(text) ?? []
  return whole === undefined ? undefined : { name, value, start, end }
}

function noVerifyIn(verb: string, args: readonly ShellWord[]): ShellWord | undefined {
  const end = args.findIndex(word => word.text === '--')
  return (end < 0 ? args : args.slice(0, end)).find((word, index) => word.text === '--no-verify'
    || (verb === 'commit' && /^-(?:n|[aqvse]{1,4}n[aqvsm]{0,3}|n[aqvsem]{1,4})$/.test(word.text) && !/^-(?:m|F|C|-message)$/.test(args[index - 1]?.text ?? '')))
}

function hook(place: { readonly start: number, readonly end: number }, flag: string, command: string): Bypass {
  return { start: place.start, end: place.end, messageId: 'hooks', data: { flag, command }, confidence: 'high' }
}

const SKIP_CI = /\[(?:skip[ -]ci|ci[ -]skip|no[ -]ci|skip[ -]actions|actions[ -]skip)\]|\*\*\*NO_CI\*\*\*/i

function* overruled({ words }: ScriptCommand, place: ShellPlace): Iterable<Bypass> {
  const said = words.slice(0, 3).map(word => word.text).join(' ')
  const admin = said === 'gh pr merge' ? words.find(word => word.text === '--admin') : undefined
  if (admin !== undefined) yield { start: admin.start, end: admin.end, messageId: 'admin', data: {}, confidence: 'high' }
  if (!place.byPeople || words[0]?.text !== 'git') return
  const skip = words.find((word, index) => index > 1 && (SKIP_CI.test(word.text) || word.text === 'ci.skip'))
  if (skip !== undefined) yield { start: skip.start, end: skip.end, messageId: 'skipCi', data: { written: SKIP_CI.exec(skip.text)?.[0] ?? skip.text }, confidence: 'medium' }
}

const OWN_SCRIPT = /^(?:\.{0,2}\/)?(?:[\w.@-]+\/)*[\w.@-]+\.(?:[cm]?[jt]s|sh|py)$/

/** `node scripts/sync.js --skip-checks`, `SKIP_CI_CHECK=1 tsx scripts/sync.ts`. */
function* handedOver(command: ScriptCommand): Iterable<Bypass> {
  const at = command.words.slice(0, 6).findIndex(word => OWN_SCRIPT.test(word.text) && !word.text.includes('node_modules/'))
  const script = command.words[at]
  if (script === undefined || (at > 0 && !/^(?:node|tsx|ts-node|bun|deno|bash|sh|zsh|npx|pnpm|yarn|python3?|jiti|zx)$/.test(command.words[0]?.text ?? ''))) return
  for (const { name, value, start, end } of command.assignments) {
    // `SKIP=${SKIP:-0}` only hands on what was given.
    if (isGuardBypass(name) && !/^(?:0|false|no|)$/i.test(value) && !value.includes(name)) yield passed({ start, end }, name, script.text)
  }
  for (const word of command.words.slice(at + 1)) {
    const option = /^--([\w-]{2,60})(?:=(.{0,40}))?$/.exec(word.text)
    if (option?.[1] !== undefined && isGuardBypass(option[1]) && /^(?:1|true|yes|on|)$/.test(option[2] ?? '')) yield passed(word, `--${option[1]}`, script.text)
  }
}

function passed(place: { readonly start: number, readonly end: number }, name: string, script: string): Bypass {
  return { start: place.start, end: place.end, messageId: 'passed', data: { name, script }, confidence: 'medium' }
}

/** `npm test || true`. */
function swallowedBy(command: ScriptCommand, script: ShellScript, place: ShellPlace): Bypass | undefined {
  const { swallow } = command
  if (swallow === undefined || command.tested) return undefined
  if (command.piped && !/\|\s*tee\b/.test(script.text.slice(command.end, swallow.start))) return undefined
  // What is kept in a file is read there.
  if (command.redirects.some(({ operator, target }) => /^(?:>|>>|&>)$/.test(operator) && target.text !== '/dev/null')) return undefined
  const name = command.words[0]?.text ?? ''
  const vital = command.words.slice(0, 4).find(word => place.mustNotFail?.(word.text.replace(/^\.\//, '')) === true)
  const gate = gateOf(command) ?? vital?.text ?? (place.isGate && name !== '' && !HOUSEKEEPING.test(name.replace(/^.*\//, '')) && !/^(?:npx|pnpm|yarn|npm|node)$/.test(name) ? name : undefined)
  if (gate === undefined) return undefined
  return { start: swallow.start, end: swallow.end, messageId: 'swallowed', data: { swallow: swallow.text, gate }, confidence: 'high' }
}

/** Whether a command is a gate whose status is neither tested nor thrown away where it runs. */
function isLooseGate(command: ScriptCommand): boolean {
  return !command.tested && command.swallow === undefined && gateOf(command) !== undefined
}

/** `set +e` before a gate whose status nobody reads, and `exit 0` behind it. */
function* unheeded(script: ShellScript, place: ShellPlace): Iterable<Bypass> {
  if (!script.structured || /\$\?|PIPESTATUS/.test(script.text)) return
  for (const [index, command] of script.commands.entries()) {
    if (errexitChange(command) !== false) continue
    const later = script.commands.slice(index + 1)
    const again = later.findIndex(other => errexitChange(other) === true)
    const gate = (again < 0 ? later : later.slice(0, again)).find(isLooseGate)
    if (gate !== undefined) yield { start: command.start, end: command.end, messageId: 'swallowed', data: { swallow: 'set +e', gate: gateOf(gate) ?? '' }, confidence: 'medium' }
  }
  const last = script.commands.at(-1)
  const [name, status] = last?.words.map(word => word.text) ?? []
  if (last === undefined || place.stops || last.branches.length > 0 || !(name === 'true' || name === ':' || (name === 'exit' && status === '0'))) return
  const gate = script.commands.find(command => !command.piped && command.branches.length === 0 && isLooseGate(command))
  if (gate === undefined || stopsOnFailure(script, gate.start)) return
  yield { start: last.start, end: last.end, messageId: 'swallowed', data: { swallow: script.text.slice(last.start, last.end), gate: gateOf(gate) ?? '' }, confidence: 'medium' }
}
