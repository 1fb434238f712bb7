/** Other programs that a script starts: child_process, execa, zx, Bun, shelljs and their like. */
import { ANY_PROPERTY } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'
import { allowedWords } from './allowed-words.ts'
import { effectsOfCommandLine, effectsOfWords, type CommandPlace } from './command-effects.ts'
import { HOLE, type CallSite, type EffectDraft, type Handle, type Library, type Outcome } from './handle.ts'

const NAME = 'command'

/** How a function takes its command: a line for a shell, a program with a list, both in one list, or a template. */
type Style = 'line' | 'program' | 'list' | 'tag'

interface Runner {
  readonly source: RegExp
  readonly names: RegExp
  readonly style: Style
}

const RUNNERS: readonly Runner[] = [
  { source: /^child_process(?:\/promises)?$/, names: /^exec(?:Sync)?$/, style: 'line' },
  { source: /^child_process$/, names: /^(?:spawn|spawnSync|execFile|execFileSync)$/, style: 'program' },
  { source: /^execa$/, names: /^execaCommand(?:Sync)?$/, style: 'line' },
  { source: /^execa$/, names: /^(?:execa|execaSync|default|\*)$/, style: 'program' },
  { source: /^(?:execa|zx|zx\/core|bun|dax-sh|@david\/dax)$/, names: /^\$$/, style: 'tag' },
  { source: /^zx(?:\/core)?$/, names: /^default$/, style: 'tag' },
  { source: /^shelljs(?:\/global)?$/, names: /^exec$/, style: 'line' },
  { source: /^shelljs$/, names: /^cmd$/, style: 'program' },
  { source: /^(?:cross-spawn|cross-spawn-promise|nano-spawn|spawn-sync|child-process-promise)$/, names: /^(?:default|\*|spawn|sync)$/, style: 'program' },
  { source: /^tinyexec$/, names: /^(?:x|exec)$/, style: 'program' },
  { source: /^tinyspawn$/, names: /^(?:default|\*)$/, style: 'line' },
  { source: /^@actions\/exec$/, names: /^(?:exec|getExecOutput)$/, style: 'line' },
]

export const commands: Library = {
  name: NAME,
  words: /child_process|\bexeca\b|\bzx\b|\$`|\bBun\.spawn|Deno\.Command|shelljs|cross-spawn|nano-spawn|tinyexec|tinyspawn|@actions\/exec|\bdax\b/,
  exported(source, name) {
    if (source === 'util' && name === 'promisify') return { library: NAME, role: 'promisify' }
    const style = RUNNERS.find(runner => runner.source.test(source) && runner.names.test(name))?.style
    return style === undefined ? undefined : { library: NAME, role: style }
  },
  global(name) {
    // As `zx` and dax have it; nobody else calls `$` with a template.
    if (name === '$' || name === 'Bun.$') return { library: NAME, role: 'tag' }
    if (name === 'Bun.spawn' || name === 'Bun.spawnSync') return { library: NAME, role: 'list' }
    return name === 'Deno.Command' ? { library: NAME, role: 'deno' } : undefined
  },
  // `$.sync`, `spawn.sync`, `execa.command`, `$.verbose`, `import execa from 'execa'; execa.$`
  member(handle, name) {
    if (name === ANY_PROPERTY || handle.role === 'promisify') return undefined
    if (name === 'command' || name === 'commandSync') return { library: NAME, role: 'line' }
    return /^(?:sync|node|\$|default|spawn)$/.test(name) ? handle : undefined
  },
  call(handle, site): Outcome | undefined {
    if (handle.role === 'promisify') {
      const [value] = site.args[0] === undefined ? [] : site.values(site.args[0])
      return value?.kind === 'handle' && value.handle.library === NAME ? { result: value.handle } : undefined
    }
    // `$({ stdio: 'inherit' })` and `execa({ … })` give the same with options.
    if (site.node.type !== 'TaggedTemplateExpression' && site.args[0] !== undefined && site.object(site.args[0]) !== undefined) return { result: handle }
    return { effects: effectsOfRun(handle, site) }
  },
}

function effectsOfRun(handle: Handle, site: CallSite): readonly EffectDraft[] {
  const [first, second] = site.args
  if (first === undefined) return []
  const place = site.command
  const isTag = site.node.type === 'TaggedTemplateExpression'
  if (handle.role === 'tag' && !isTag) return []
  if (handle.role === 'line' || isTag) {
    const words = handle.role === 'line' ? listOf(second, site) ?? [] : []
    const line = site.text(first)
    return line === undefined ? [] : withInput([line, ...words].join(' '), site, place)
  }
  if (handle.role === 'list') return effectsOfWords(listOf(first, site) ?? [], place)
  const args = handle.role === 'deno' ? listOf(propertyArgs(second, site), site) : listOf(second, site)
  const program = site.text(first)
  if (program === undefined) return []
  if (args === undefined) return withInput(program, site, place)
  return alternativesOf(second, args, site).flatMap(words => effectsOfWords([program, ...words], { ...place, input: inputOf(site) }))
}

/** The words of a list; where the script lets only some words through for a part that nobody knows, once with each of them. */
function alternativesOf(list: Syntax | undefined, words: readonly string[], { module }: CallSite): readonly (readonly string[])[] {
  const elements = list?.type === 'ArrayExpression' ? list['elements'] as readonly unknown[] : []
  const at = words.indexOf(HOLE)
  const element = elements[at]
  const allowed = isSyntax(element) ? allowedWords(element, module) : undefined
  return allowed?.map(word => words.with(at, word)) ?? [words]
}

function withInput(line: string, site: CallSite, place: CommandPlace): readonly EffectDraft[] {
  return effectsOfCommandLine(line, { ...place, input: inputOf(site) })
}

/** What a program is given to read: the option `input`. */
function inputOf(site: CallSite): string | undefined {
  for (const argument of site.args.slice(1)) {
    const input = (site.object(argument)?.['properties'] as readonly Syntax[] | undefined)?.find(property => isSyntax(property['key']) && property['key']['name'] === 'input')
    if (isSyntax(input?.['value'])) return site.text(input['value'])
  }
  return undefined
}

function propertyArgs(options: Syntax | undefined, site: CallSite): Syntax | undefined {
  const args = (site.object(options)?.['properties'] as readonly Syntax[] | undefined)?.find(property => isSyntax(property['key']) && property['key']['name'] === 'args')
  return isSyntax(args?.['value']) ? args['value'] : undefined
}

/** The words of a list, HOLE for those that nobody knows; `undefined` for what is no list. */
function listOf(node: Syntax | undefined, site: CallSite): readonly string[] | undefined {
  if (node === undefined) return undefined
  const list = node.type === 'ArrayExpression' ? node : site.values(node).find(value => value.kind === 'syntax' && value.node.type === 'ArrayExpression')
  const array = list === undefined ? undefined : 'elements' in list ? list : (list as { readonly node: Syntax }).node
  return array === undefined ? undefined : (array['elements'] as readonly unknown[]).map(element => (isSyntax(element) ? site.text(element) : undefined) ?? HOLE)
}
