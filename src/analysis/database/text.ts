/** Strings that a program puts together, as far as their parts are written somewhere. */
import { joinPath } from '../../core/paths.ts'
import { originsOf } from '../program/origin.ts'
import { callOf, isSyntax, type Syntax } from '../program/syntax.ts'
import { argumentsOf, returnedValues } from './calls.ts'
import { HOLE } from './handle.ts'
import { MOST_DEPTH, sceneIn, type Scene } from './scene.ts'
import { valuesOf } from './values.ts'

const LONGEST = 200_000

/** A string with HOLE for what nobody can know; `undefined` when nothing of it is known. */
export function textOf(node: Syntax, scene: Scene): string | undefined {
  const text = partOf(node, { ...scene, depth: scene.depth + 1 })
  return text === undefined || text.replaceAll(HOLE, '').trim() === '' ? undefined : text.slice(0, LONGEST)
}

function partOf(node: Syntax, scene: Scene): string | undefined {
  if (scene.depth > MOST_DEPTH) return undefined
  const inner: Scene = { ...scene, depth: scene.depth + 1 }
  switch (node.type) {
    case 'Literal': return typeof node['value'] === 'string' || typeof node['value'] === 'number' ? String(node['value']) : undefined
    case 'TemplateLiteral': return templateText(node, inner)
    case 'TaggedTemplateExpression': return templateText(node['quasi'] as Syntax, inner)
    case 'BinaryExpression': return node['operator'] === '+' ? sumOf(node, inner) : undefined
    case 'CallExpression': return callText(node, inner)
    case 'NewExpression': return wrapsStatement(node, inner) ? callText(node, inner) : undefined
    case 'AwaitExpression': return partOf(node['argument'] as Syntax, inner)
    default: return elsewhere(node, inner)
  }
}

function templateText(node: Syntax, scene: Scene): string {
  const expressions = node['expressions'] as readonly Syntax[]
  return (node['quasis'] as readonly { readonly value: { readonly cooked: string | null } }[])
    .map(({ value }, index) => (value.cooked ?? '') + (expressions[index] === undefined ? '' : partOf(expressions[index], scene) ?? HOLE)).join('')
}

/** `a + b + c …` without recursion, as generated ones are long. */
function sumOf(node: Syntax, scene: Scene): string {
  const parts: string[] = []
  let at = node
  while (at.type === 'BinaryExpression' && at['operator'] === '+') {
    parts.unshift(partOf(at['right'] as Syntax, scene) ?? HOLE)
    at = at['left'] as Syntax
  }
  return [partOf(at, scene) ?? HOLE, ...parts].join('')
}

/** `[…].join(' ')`, `text.trim()`, `sql.raw(text)`, functions of ours that give a text. */
function callText(node: Syntax, scene: Scene): string | undefined {
  const call = callOf(node)
  if (call === undefined) return undefined
  const list = call.name === 'join' && call.object !== undefined ? listOf(call.object, scene) : undefined
  if (list !== undefined) {
    const parts = (list['elements'] as readonly unknown[]).map(one => (isSyntax(one) ? partOf(one, scene) : undefined) ?? HOLE)
    return parts.join(call.args[0] === undefined ? ',' : partOf(call.args[0], scene) ?? ' ')
  }
  if (/^(?:trim|trimEnd|trimStart|toString|replace|replaceAll|concat|toLowerCase)$/.test(call.name) && call.object !== undefined) return partOf(call.object, scene)
  if (/^(?:raw|unsafe|text|String)$/.test(call.name) || wrapsStatement(node, scene)) return call.args[0] === undefined ? undefined : partOf(call.args[0], scene)
  const file = fileTextOf(node, scene)
  if (file !== undefined) return file
  for (const value of valuesOf(node['callee'] as Syntax, scene)) {
    if (value.kind !== 'function') continue
    for (const returned of returnedValues(value.node, sceneIn(scene, value.module))) {
      if (returned.kind === 'syntax') return partOf(returned.node, sceneIn(scene, returned.module))
    }
  }
  return undefined
}

/** A list that is written out, here or in the constant that is named. */
function listOf(node: Syntax, scene: Scene): Syntax | undefined {
  const [first] = originsOf(node, scene.module)
  return first?.kind === 'value' && first.path.length === 0 && first.node.type === 'ArrayExpression' ? first.node : undefined
}

/** Packages whose calls wrap a statement for a driver: `copyFrom('COPY …')`, `new QueryStream('SELECT …')`. */
const WRAPPERS = /^pg-(?:copy-streams|query-stream|cursor)$/

function wrapsStatement(node: Syntax, scene: Scene): boolean {
  return originsOf(node['callee'] as Syntax, scene.module).some(origin => origin.kind === 'module' && WRAPPERS.test(origin.source))
}

/** What a name leads to. Of several alternatives the first. */
function elsewhere(node: Syntax, scene: Scene): string | undefined {
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression' && node.type !== 'ConditionalExpression' && !node.type.startsWith('TS')) return undefined
  for (const value of valuesOf(node, scene)) {
    if (value.kind === 'syntax' && value.node !== node) return partOf(value.node, sceneIn(scene, value.module))
  }
  for (const origin of originsOf(node, scene.module)) {
    if (origin.kind === 'result' && origin.path.length === 0) return partOf(origin.call, scene)
    if (origin.kind === 'value' && origin.path.length === 0 && origin.node !== node) return partOf(origin.node, scene)
  }
  return undefined
}

/** The text of a file that a call reads: `readFileSync(join(__dirname, 'x.sql'), 'utf8')`. Paths are from the root or from the module. */
export function fileTextOf(node: Syntax, scene: Scene): string | undefined {
  const { outside, module } = scene
  if (outside.text === undefined) return undefined
  const reading = readCall(node, scene)
  const written = reading === undefined ? undefined : pathText(reading, scene)
  if (written === undefined || !/\.sql$/i.test(written)) return undefined
  const path = written.replace(/^(?:\.\/)+/, '')
  const folder = module.path.includes('/') ? module.path.slice(0, module.path.lastIndexOf('/')) : ''
  const beside = joinPath(folder, path)
  return (beside === undefined ? undefined : outside.text(beside)) ?? outside.text(path)
}

/** What is read by a call of `fs.readFile` or `fs.readFileSync`. */
function readCall(node: Syntax, scene: Scene): Syntax | undefined {
  for (const origin of originsOf(node, scene.module)) {
    if (origin.kind !== 'result') continue
    const call = callOf(origin.call)
    if (call !== undefined && /^readFile(?:Sync)?$/.test(call.name)) return call.args[0]
    if (call?.name === 'toString' && call.object !== undefined) return readCall(call.object, scene)
  }
  return undefined
}

/** `join(__dirname, 'a', 'b.sql')`, `new URL('./b.sql', import.meta.url)`, a literal. */
function pathText(node: Syntax, scene: Scene): string | undefined {
  const [named] = node.type === 'Identifier' ? originsOf(node, scene.module) : []
  if (named?.kind === 'result' && named.path.length === 0 && scene.depth < MOST_DEPTH) return pathText(named.call, { ...scene, depth: scene.depth + 1 })
  const call = callOf(node)
  if (call === undefined) return partOf(node, scene)?.replace(`${HOLE}/`, '')
  if (call.name === 'URL') return call.args[0] === undefined ? undefined : partOf(call.args[0], scene)
  if (!/^(?:join|resolve)$/.test(call.name)) return undefined
  const parts = argumentsOf(node).map(argument => partOf(argument, scene)).filter(part => part !== undefined)
  return parts.length === 0 ? undefined : parts.join('/')
}
