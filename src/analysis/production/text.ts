/** Where shell scripts, dotenv files, compose files and Dockerfiles lead to the database of production. */
import { lineStarts } from '../../core/position.ts'
import { commandsInMakefile } from '../make/snippets.ts'
import type { ScriptCommand, ShellScript } from '../shell/script.ts'
import { readScript } from '../shell/script.ts'
import { readYamlTree } from '../yaml/tree.ts'
import type { ProductionPlace } from './code.ts'
import { isProductionVariable, judgeHost, productionUrlsIn } from './database-url.ts'
import { holdsHost, hostsIn } from './hosts.ts'

const SAYING = /^(?:echo|printf|\[|test|\[\[|case|unset|log|warn|error|die|fail|:|grep|sed|die_if|usage)$/
const CI_WORDS = /\$\{?(?:CI|GITHUB_ACTIONS|GITLAB_CI|BUILDKITE|CIRCLECI)\b/
const VARIABLES = /\$(?:\{|env:)?([A-Z][A-Z0-9_]{2,100})/g

/**
 * Places in shell text. Offsets are into it.
 * @param variables whether reading a variable of production counts: not in a script that only CI may run
 */
export function productionInShell(text: string, variables: boolean): readonly ProductionPlace[] {
  const script = readScript(text)
  const places = new Map<number, ProductionPlace>()
  const add = (place: ProductionPlace): void => { places.set(place.start, places.get(place.start) ?? place) }
  const stops = stopsOutsideCi(script)
  for (const [index, command] of script.commands.entries()) {
    if (SAYING.test(command.words[0]?.text ?? '')) continue
    const from = beginningOf(index, script)
    const slice = text.slice(from, command.end)
    for (const url of productionUrlsIn(slice)) add({ kind: 'url', ...url, start: from + url.start, end: from + url.end })
    for (const { host, start, end } of hostsIn(command)) {
      const judged = judgeHost(host)
      if (judged !== undefined) add({ kind: 'host', start, end, shown: host, ...judged })
    }
    if (!variables || stops || onlyInCi(command)) continue
    for (const match of slice.matchAll(VARIABLES)) {
      const name = match[1] ?? ''
      const start = from + match.index
      if (isProductionVariable(name)) add({ kind: 'variable', start, end: start + match[0].length, shown: name, reason: 'its name says so', confidence: 'high' })
    }
  }
  return [...places.values()]
}

/** So many commands are looked back at for the end of the one before: those that are nested end later. */
const NEAR = 20

/** Where a command begins in its line, with what is put before it: assignments, and wrappers that set variables (`dotenv -v A=$B --`). */
function beginningOf(index: number, { text, commands }: ShellScript): number {
  const { start = 0, assignments = [] } = commands[index] ?? {}
  const from = Math.min(start, ...assignments.map(one => one.start))
  const ends = commands.slice(Math.max(0, index - NEAR), index).map(({ end }) => end).filter(end => end <= from)
  return Math.max(...ends, text.lastIndexOf('\n', from - 1) + 1)
}

/** Whether a script leaves where CI is not set. */
export function stopsOutsideCi(script: ShellScript): boolean {
  return script.commands.some(({ words, branches }) => /^(?:exit|return)$/.test(words[0]?.text ?? '') && words[1]?.text !== '0' && branches.some(branch => saysCi(branch.test, script.text)))
    || script.commands.some(({ words }) => words[0]?.text === ':' && /\$\{(?:CI|GITHUB_ACTIONS):?\?/.test(words.map(word => script.text.slice(word.start, word.end)).join(' ')))
}

function saysCi(test: readonly ScriptCommand[], text: string): boolean {
  return test.some(command => CI_WORDS.test(text.slice(command.start, command.end)))
}

/** `if [ "$CI" = true ]; then …`. */
function onlyInCi({ branches }: ScriptCommand): boolean {
  return branches.some(({ test, when }) => when && test.some(({ words }) => CI_WORDS.test(words.map(word => word.text).join(' ')) && !words.some(word => /!=|-z/.test(word.text))))
}

const DOTENV = /^\s{0,20}(?:export\s{1,10})?([A-Za-z_]\w{0,100})\s{0,10}=\s{0,10}(.{0,2000})/

/** Places in a dotenv file: URLs, hosts, and values of variables of production. */
export function productionInDotenv(text: string): readonly ProductionPlace[] {
  return linesOf(text).flatMap(({ line, start }): readonly ProductionPlace[] => {
    const [whole, name = '', written = ''] = DOTENV.exec(line) ?? []
    if (whole === undefined) return []
    const value = written.replace(/^(["'])(.{0,2000})\1.*$/, '$2').replace(/\s#.*$/, '').trim()
    const end = start + line.trimEnd().length
    const [url] = productionUrlsIn(value)
    if (url !== undefined) return [{ ...url, kind: 'url', start, end }]
    const judged = holdsHost(name) ? judgeHost(value) : undefined
    if (judged !== undefined) return [{ ...judged, kind: 'host', start, end, shown: value }]
    const real = /[.@]/.test(value) && !/localhost|127\.0\.0\.1|[<>$]|\byour|example|x{3}|placeholder|change.?me|\.\.\.|@(?:host|db|postgres|mysql|mongo)[:/]/i.test(value)
    return isProductionVariable(name) && real ? [{ kind: 'variable', start, end, shown: name, reason: 'its name says so, and it has a value', confidence: 'high' }] : []
  })
}

/** Places in the lines of a compose file or a Dockerfile. */
export function productionInLines(text: string): readonly ProductionPlace[] {
  return linesOf(text).flatMap(({ line: whole, start }): readonly ProductionPlace[] => {
    const line = whole.replace(/(?:^|\s)#.*$/, '')
    const [url] = productionUrlsIn(line)
    if (url !== undefined) return [{ ...url, kind: 'url', start: start + url.start, end: start + url.end }]
    for (const match of line.matchAll(VARIABLES)) {
      const name = match[1] ?? ''
      const at = start + match.index
      if (isProductionVariable(name)) return [{ kind: 'variable', start: at, end: at + match[0].length, shown: name, reason: 'its name says so', confidence: 'high' }]
    }
    const host = /\b(?:\w{0,30}_)?(?:DB|DATABASE|PG|POSTGRES|MYSQL|MONGO)_?HOST\s{0,5}[:=]\s{0,5}["']?([\w.-]{1,200})/.exec(line)
    const judged = host?.[1] === undefined ? undefined : judgeHost(host[1])
    return judged === undefined || host === null ? [] : [{ ...judged, kind: 'host', start: start + host.index, end: start + host.index + host[0].length, shown: host[1] ?? '' }]
  })
}

const POWERSHELL_GUARD = /\bif[ \t]{0,5}\([^\n{]{0,100}\$env:(?:CI|GITHUB_ACTIONS)\b[^\n{]{0,100}\)\s{0,40}\{[^{}]{0,400}?\b(?:throw|exit)\b/i

/** Places in a PowerShell script, line by line; in one that leaves outside of CI only what is written out. */
export function productionInPowerShell(text: string, variables: boolean): readonly ProductionPlace[] {
  const guarded = !variables || POWERSHELL_GUARD.test(text)
  return linesOf(text).flatMap(({ line, start }) => {
    if (/^\s{0,40}(?:\}\s{0,5})?(?:if|elseif|throw|Write-\w{1,20}|switch|#|param)\b/i.test(line)) return []
    return productionInLines(line).filter(place => !guarded || place.kind !== 'variable').map(place => ({ ...place, start: start + place.start, end: start + place.end }))
  })
}

/** Places in the recipes of a Makefile, and in the variables that they share. */
export function productionInMakefile(text: string): readonly ProductionPlace[] {
  const variables = linesOf(text).filter(({ line }) => /^(?:export\s{1,5})?[A-Z]\w{0,80}\s{0,10}(?:[:?]|::)?=/.test(line))
    .flatMap(({ line, start }) => productionUrlsIn(line).map((url): ProductionPlace => ({ ...url, kind: 'url', start: start + url.start, end: start + url.end })))
  const recipes = commandsInMakefile(text).flatMap(command => productionInShell(command.text, true)
    .map(place => ({ ...place, start: command.toFile(place.start), end: command.toFile(place.end) })))
  return [...variables, ...recipes]
}

/** URLs in a workflow that pull requests start: whoever opens one works on production. What others start is CI's. */
export function productionInWorkflow(text: string): readonly ProductionPlace[] {
  const on = readYamlTree(text)[0]?.get('on')
  const events = on === undefined ? [] : [on.scalar, ...on.items.map(item => item.scalar), ...on.entries.map(entry => entry.key)]
  if (!events.some(event => String(event).startsWith('pull_request'))) return []
  return productionInLines(text).flatMap(place => (place.kind === 'url' && place.confidence === 'high' ? [{ ...place, kind: 'request' as const }] : []))
}

function linesOf(text: string): readonly { readonly line: string, readonly start: number }[] {
  const starts = lineStarts(text)
  return starts.map((start, index) => ({ start, line: text.slice(start, starts[index + 1] ?? text.length).replace(/[\r\n]+$/, '').slice(0, 5000) }))
}
