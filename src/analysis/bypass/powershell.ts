/** Ways around in a PowerShell script: hooks switched off, bypasses handed on, switches that pass its guards. */
import { commandsOfPowerShell } from '../shell/powershell.ts'
import { movedTo, type Bypass } from './bypass.ts'
import { isBypassName } from './names.ts'
import { bypassesInShell, runsHooks, switchesHooksOff } from './shell.ts'

const VARIABLE = /\$env:(\w{1,80})[ \t]{0,10}=[ \t]{0,10}["']?(\w{0,20})["']?/gi
/** `if (-not $Force -and $env:CI -ne 'true') { throw … }` */
const GUARD = /\bif[ \t]{0,5}\(([^\n{]{1,300})\)\s{0,40}\{[^{}]{0,400}?\b(?:throw\b|exit[ \t]{1,5}[1-9])/gi
const NEGATED = /(?:-not[ \t]{1,5}\(?|!)[ \t]{0,5}\$(?:env:)?(\w{1,80})|\$(?:env:)?(\w{1,80})[ \t]{1,5}-ne[ \t]{1,5}["'$]?(?:1|true|yes)\b/gi

/** One command of a script that people start. */
const PLACE = { isGate: false, byPeople: true, stops: true, guards: false } as const

/** Every way around in the text. Offsets are into it. */
export function bypassesInPowerShell(text: string): readonly Bypass[] {
  const commands = commandsOfPowerShell(text)
  const found = commands.flatMap(({ start, end }) => bypassesInShell(text.slice(start, end), PLACE)
    .map(bypass => movedTo(bypass, offset => start + offset)))
  for (const match of text.matchAll(VARIABLE)) {
    const [written, name = '', value = ''] = match
    const runner = switchesHooksOff(name, value) ? commands.find(command => command.start > match.index && runsHooks(command)) : undefined
    if (runner === undefined) continue
    found.push({ start: match.index, end: match.index + written.length, messageId: 'hooks', data: { flag: `${name}=${value}`, command: text.slice(runner.start, runner.end).slice(0, 40) }, confidence: 'high' })
  }
  return [...found, ...flagsIn(text)].sort((a, b) => a.start - b.start)
}

function* flagsIn(text: string): Iterable<Bypass> {
  for (const guard of text.matchAll(GUARD)) {
    const [, condition = ''] = guard
    // Alone it is what the script asks for.
    if (!/-and\b/i.test(condition)) continue
    const from = guard.index + guard[0].indexOf(condition)
    for (const match of condition.matchAll(NEGATED)) {
      const name = match[1] ?? match[2] ?? ''
      if (!isBypassName(name) && !isBypassName(name.charAt(0).toLowerCase() + name.slice(1))) continue
      const start = from + match.index
      yield { start, end: start + match[0].length, messageId: 'flag', data: { name, guard: 'the stop' }, concernedAt: guard.index, confidence: 'high' }
    }
  }
}
