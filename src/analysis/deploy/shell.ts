/** A deploy script in shell: what it does besides its command, and which failures it loses. */
import type { ParsedCommand } from '../shell/command.ts'
import { errexitChange, readScript, stopsOnFailure, type ScriptCommand, type ShellScript } from '../shell/script.ts'
import { judgeLine, type Allowance, type JudgedCommand, type PackageScripts } from './commands.ts'
import { dealsWith, type DeployFault } from './fault.ts'

/** Every fault of a deploy script in shell. Offsets are into the text. */
export function faultsInShell(text: string, allowance: Allowance, packageScript: PackageScripts): readonly DeployFault[] {
  const script = readScript(text)
  const judged = judgeLine(text, allowance, packageScript)
  const faults: DeployFault[] = []
  for (const { verdict, shown, command } of judged) {
    if (isGuardCommand(command)) continue
    const fault = dealsWith(verdict, shown)
    if (fault !== undefined) faults.push({ ...fault, start: command.start, end: command.end })
  }
  for (const { shown, command } of judged.filter(one => one.verdict === 'allowed')) faults.push(...lostFailures(command, shown, script))
  faults.push(...missingErrexit(script, judged))
  return faults.sort((a, b) => a.start - b.start)
}

/** Whether a command is a guard by its file's name: `./scripts/assert-ci.sh`, `node scripts/verify-fingerprint.js`. */
export function isGuardCommand({ words }: ParsedCommand): boolean {
  return words.slice(0, 3).some(word => /(?:^|\/)(?:assert|verify|validate|check|enforce|ensure|guard|require|block|confirm)[\w-]{0,60}(?:\.\w{1,4})?$/.test(word.text))
}

function* lostFailures(command: ScriptCommand, shown: string, script: ShellScript): Iterable<DeployFault> {
  const { swallow } = command
  const { text } = script
  if (swallow !== undefined) yield { kind: 'swallowed', shown, how: `\`${swallow.text}\``, start: swallow.start, end: swallow.end }
  else if (command.background && !/^\s*wait\b/m.test(text)) yield { kind: 'swallowed', shown, how: 'running it in the background', start: command.start, end: command.end }
  else if (command.piped && !text.includes('pipefail')) yield { kind: 'swallowed', shown, how: 'a pipe without `pipefail`', start: command.start, end: command.end }
  else if (isTestedInVain(command, script)) yield { kind: 'swallowed', shown, how: 'a condition whose failing branch goes on', start: command.start, end: command.end }
}

/** `if ! prisma migrate deploy; then echo failed; fi`. */
function isTestedInVain(command: ScriptCommand, script: ShellScript): boolean {
  if (!command.tested) return false
  const { text } = script
  const after = script.commands.filter(other => runsWhen(other, command, true) || runsWhen(other, command, false))
  if (after.length === 0 || text.includes('$?')) return false
  const failing = after.filter(other => runsWhen(other, command, command.negated))
  return !failing.some(({ words }) => (/^(?:exit|return)$/.test(words[0]?.text ?? '') && words[1]?.text !== '0') || /^(?:die|fail|abort|false)$/.test(words[0]?.text ?? ''))
    && !(failing.length === 0 && !/\bif\b/.test(text.slice(Math.max(0, command.start - 20), command.start)))
}

/** Whether a command runs only when a condition with another command in it holds, or fails. */
function runsWhen(command: ScriptCommand, tested: ScriptCommand, holds: boolean): boolean {
  return command.branches.some(({ test, when }) => when === holds && test.some(one => one.start === tested.start))
}

/** `set +e`, or several commands and no `set -e`. */
function* missingErrexit(script: ShellScript, judged: readonly JudgedCommand[]): Iterable<DeployFault> {
  const { text } = script
  const [allowed] = judged.filter(one => one.verdict === 'allowed' && !one.command.tested && one.command.swallow === undefined && !one.command.background)
  if (allowed === undefined || /\$\?|PIPESTATUS/.test(text)) return
  const off = script.commands.find(command => errexitChange(command) === false && command.start < allowed.command.start)
  if (off !== undefined && !stopsOnFailure(script, allowed.command.start)) {
    yield { kind: 'swallowed', shown: allowed.shown, how: '`set +e`', start: off.start, end: off.end }
    return
  }
  const { start, end } = allowed.command
  if (stopsOnFailure(script, start)) return
  const later = script.commands.some(other => other.start > end && other.inside === undefined && !runsWhen(other, allowed.command, true))
  if (later) yield { kind: 'swallowed', shown: allowed.shown, how: 'going on without `set -e`', start, end }
}
