/** Ways around in the commands that a module starts: `execSync('git push --no-verify')`. */
import { commands } from '../database/commands.ts'
import type { Outside } from '../database/effect.ts'
import { runOf, UNKNOWN } from '../deploy/processes.ts'
import type { Module } from '../program/module.ts'
import { keyOf, originsOf } from '../program/origin.ts'
import { callOf, descendants, endOf, isSyntax, startOf, stringOf, type Syntax } from '../program/syntax.ts'
import { readScript } from '../shell/script.ts'
import type { Bypass } from './bypass.ts'
import { bypassesInShell, runsHooks, switchesHooksOff } from './shell.ts'

/** One look that tells modules which start nothing of the kind. */
const MAY_START = /--no-verify|--admin\b|hooksPath|HUSKY|LEFTHOOK|SKIP|BYPASS|--skip-|\|\|\s{0,5}(?:true|:|exit 0|echo)|\bcommit\b[^\n]{0,80}\s["']?-n\b|["'`]-n["'`]/

/** Whether a text is worth parsing for them. */
export function mayStartBypass(text: string): boolean {
  return MAY_START.test(text) && (commands.words.test(text) || text.includes('simple-git'))
}

/** What a program that starts commands does not decide: its text is what people wrote, the failure that a caller handles is not lost. */
const PLACE = { isGate: false, byPeople: false, stops: true, guards: false } as const

/** Every way around in a command that a module starts, in order; each stands at its call. Offsets are into the module's text. */
export function bypassesInCommands(module: Module, outside: Outside): readonly Bypass[] {
  const found: Bypass[] = []
  const committing: Syntax[] = []
  for (const node of descendants(module.program)) {
    if (node.type !== 'CallExpression' && node.type !== 'TaggedTemplateExpression') continue
    const place = { start: startOf(node), end: endOf(node) }
    const written = withoutHooks(node, module)
    if (written !== undefined) found.push({ ...place, messageId: 'hooks', data: written, confidence: 'high' })
    const run = runOf(node, module, outside)
    if (run === undefined) continue
    const lines = run.lines.map(line => line.replaceAll(UNKNOWN, '$X'))
    const [bypass] = lines.flatMap(line => bypassesInShell(line, PLACE))
    if (bypass !== undefined) found.push({ ...bypass, ...place })
    if (!lines.some(line => readScript(line).commands.some(runsHooks))) continue
    committing.push(node)
    const off = environmentOf(node, module).find(({ name, value }) => switchesHooksOff(name, value))
    if (off !== undefined) found.push({ start: startOf(off.node), end: endOf(off.node), messageId: 'hooks', data: { flag: `${off.name}=${off.value}`, command: lines[0]?.slice(0, 40) ?? '' }, confidence: 'high' })
  }
  return [...found, ...switchedOff(committing, module)].sort((a, b) => a.start - b.start)
}

interface Assigned {
  readonly name: string
  readonly value: string
  readonly node: Syntax
}

/** Literal variables in the option `env` of a call, or of the options that its tag was made with: `$({ env })`. */
function environmentOf(node: Syntax, module: Module): readonly Assigned[] {
  const tag = node['tag']
  const call = callOf(isSyntax(tag) && tag.type === 'CallExpression' ? tag : node)
  return (call?.args ?? []).flatMap(argument => pairsOf(argument, module)).flatMap(property => (keyOf(property) === 'env' && isSyntax(property['value']) ? pairsOf(property['value'], module) : []))
    .flatMap((property) => {
      const value = literalOf(property['value'])
      return value === undefined ? [] : [{ name: keyOf(property) ?? '', value, node: property }]
    })
}

function pairsOf(node: Syntax, module: Module): readonly Syntax[] {
  const objects = node.type === 'ObjectExpression' ? [node] : node.type === 'Identifier' ? originsOf(node, module).flatMap(origin => (origin.kind === 'value' && origin.path.length === 0 && origin.node.type === 'ObjectExpression' ? [origin.node] : [])) : []
  return objects.flatMap(object => (object['properties'] as readonly Syntax[]).filter(property => property.type === 'Property'))
}

function literalOf(node: unknown): string | undefined {
  return isSyntax(node) ? stringOf(node) ?? (node.type === 'Literal' && /^(?:number|boolean)$/.test(typeof node['value']) ? String(node['value']) : undefined) : undefined
}

/** `process.env.HUSKY = '0'` in a module that commits. */
function* switchedOff([committing]: readonly Syntax[], module: Module): Iterable<Bypass> {
  if (committing === undefined) return
  for (const node of descendants(module.program)) {
    const target = node.type === 'AssignmentExpression' ? node['left'] as Syntax : undefined
    const [origin] = target?.type === 'MemberExpression' ? originsOf(target, module) : []
    const [first, name = ''] = origin?.kind === 'global' && origin.name === 'process' ? origin.path : []
    const value = literalOf(node['right'])
    if (first !== 'env' || value === undefined || !switchesHooksOff(name, value)) continue
    yield { start: startOf(node), end: endOf(node), messageId: 'hooks', data: { flag: `${name}=${value}`, command: module.text.slice(startOf(committing), endOf(committing)).split('\n')[0]?.slice(0, 40).replaceAll('`', '\'') ?? '' }, confidence: 'high' }
  }
}

const GIT_LIBRARY = /^(?:simple-git|isomorphic-git|simple-git\/promise)$/

/** `simpleGit().commit(message, ['--no-verify'])`. */
function withoutHooks(node: Syntax, module: Module): { readonly flag: string, readonly command: string } | undefined {
  const call = callOf(node)
  if (call === undefined || !/^(?:commit|push|merge|pull|rebase|raw)$/.test(call.name) || call.object === undefined) return undefined
  const says = call.args.some(argument => [...descendants(argument)].some(one => stringOf(one) === '--no-verify'))
  if (!says || !isGit(call.object, module, 0)) return undefined
  return { flag: '--no-verify', command: `git ${call.name}` }
}

function isGit(node: Syntax, module: Module, depth: number): boolean {
  return depth < 4 && originsOf(node, module).some(origin => (origin.kind === 'module' && GIT_LIBRARY.test(origin.source))
    || (origin.kind === 'result' && origin.callee.some(callee => callee.kind === 'module' && GIT_LIBRARY.test(callee.source)))
    || (origin.kind === 'value' && origin.node !== node && isGit(origin.node, module, depth + 1)))
}
