/** Whether a failure gets out: what handlers do with it, and who waits for a process or a promise. */
import type { Module } from '../program/module.ts'
import { leavingOf } from '../program/leaving.ts'
import { keyOf, originsOf } from '../program/origin.ts'
import { callOf, descendants, isSyntax, type Syntax } from '../program/syntax.ts'
import type { ProcessRun } from './processes.ts'

const FAILING_NAME = /^(?:exit|fail|die|abort|fatal|panic|bail|crash|setFailed|rethrow|reject|terminate)/i

/** Whether a handler (a catch block or a function) passes the failure on: throws, rejects, or ends with a status that is none of success. */
export function passesOn(body: Syntax, module: Module): boolean {
  if (leavingOf(body, module) === 'fails') return true
  for (const node of descendants(body)) {
    if (node.type === 'AssignmentExpression' && module.text.slice(...rangeOf(node['left'] as Syntax)) === 'process.exitCode' && (node['right'] as Syntax)['value'] !== 0) return true
    const name = callOf(node)?.name
    if (name === 'reject' || name === 'setFailed') return true
  }
  // The last statement hands it to a function that we can't see.
  const last = body.type === 'BlockStatement' ? (body['body'] as readonly Syntax[]).at(-1) : body
  const expression = last?.type === 'ExpressionStatement' ? last['expression'] as Syntax : last
  const call = expression === undefined ? undefined : callOf(expression.type === 'AwaitExpression' ? expression['argument'] as Syntax : expression)
  return call !== undefined && FAILING_NAME.test(call.name) && call.object?.['name'] !== 'process' && call.name !== 'exit'
}

function rangeOf(node: Syntax): readonly [number, number] {
  return (node['range'] as readonly [number, number] | undefined) ?? [node['start'] as number, node['end'] as number]
}

/** Whether a `catch` clause loses what it catches. A retry that fails in the end does not, nor does one that takes note of it. */
export function loses(clause: Syntax, module: Module): boolean {
  const body = clause['body'] as Syntax
  if (passesOn(body, module)) return false
  const trying = module.parentOf(clause)
  for (let at = trying; at !== undefined && !at.type.includes('Function'); at = module.parentOf(at)) {
    if (!/^(?:For|While|DoWhile)/.test(at.type)) continue
    if ([...descendants(body)].some(node => leavingOf(node, module) === 'fails')) return false
    if (followingFails(at, module)) return false
  }
  if (trying !== undefined && followingFails(trying, module) && endsWell(trying['block'] as Syntax, module)) return false
  return !notesFailure(body, module)
}

/** Whether what follows a statement in its block fails. */
function followingFails(statement: Syntax, module: Module): boolean {
  const block = module.parentOf(statement)
  const body = block?.['body']
  if (!Array.isArray(body)) return false
  const statements = body as readonly Syntax[]
  return statements.slice(statements.indexOf(statement) + 1).some(one => leavingOf(one, module) === 'fails')
}

function endsWell(block: Syntax, module: Module): boolean {
  return leavingOf(block, module) !== undefined
}

/** `failed = true`, read by a condition later. */
function notesFailure(body: Syntax, module: Module): boolean {
  for (const node of descendants(body)) {
    const left = node.type === 'AssignmentExpression' ? node['left'] as Syntax : undefined
    if (left?.type !== 'Identifier') continue
    const uses = module.variableOf(left)?.references.filter(reference => reference.isRead()) ?? []
    if (uses.some(({ identifier }) => decides(identifier, module))) return true
  }
  return false
}

/** Whether a value decides a condition whose branch fails, or is an exit status. */
function decides(identifier: Syntax, module: Module): boolean {
  for (let at = identifier, parent = module.parentOf(at); parent !== undefined && !parent.type.includes('Function'); at = parent, parent = module.parentOf(at)) {
    if (parent.type === 'IfStatement') return parent['test'] === at && [parent['consequent'], parent['alternate']].some(branch => isSyntax(branch) && leavingOf(branch, module) === 'fails')
    if (parent.type === 'CallExpression' && callOf(parent)?.name === 'exit') return true
    if (parent.type === 'ThrowStatement') return true
    if (parent.type === 'AssignmentExpression' && parent['right'] === at && module.text.slice(...rangeOf(parent['left'] as Syntax)).endsWith('exitCode')) return true
  }
  return false
}

/** How a promise's `.catch(handler)` loses a rejection; `undefined` when it does not, or nobody can say. */
export function losingHandler(call: Syntax, module: Module): Syntax | undefined {
  const made = callOf(call)
  const [first, second] = made?.args ?? []
  const handler = made?.name === 'catch' ? first : made?.name === 'then' ? second : undefined
  if (handler === undefined || made?.object === undefined) return undefined
  for (const origin of originsOf(handler, module)) {
    if (origin.kind === 'function' && origin.path.length === 0) return isSyntax(origin.node['body']) && !passesOn(origin.node['body'], module) ? handler : undefined
    if (origin.kind === 'global' && origin.name === 'console') return handler
  }
  return undefined
}

/** How the failure of a process is lost where it is started; `undefined` when somebody looks. */
export function lostAtStart(run: ProcessRun, module: Module): string | undefined {
  if (run.lost !== undefined) return run.lost
  switch (run.style) {
    case 'silent': return '`nothrow`'
    case 'rejects': return isSettledUnread(run.node, module) ? '`Promise.allSettled`, whose results nobody reads' : isAwaited(run.node, module, 0) ? undefined : 'a promise that nobody waits for'
    case 'status': return isStatusRead(run.node, module) ? undefined : 'an exit status that nobody reads'
    case 'callback': return isCallbackCareful(run.node, module) ? undefined : 'a callback that does not look at the error'
    case 'event': return isExitWatched(run.node, module) ? undefined : 'an exit status that nobody listens for'
    default: return undefined
  }
}

function isAwaited(node: Syntax, module: Module, depth: number): boolean {
  for (let at = node, parent = module.parentOf(at); parent !== undefined; at = parent, parent = module.parentOf(at)) {
    switch (parent.type) {
      case 'AwaitExpression': case 'ReturnStatement': case 'ArrowFunctionExpression': case 'ForOfStatement': case 'YieldExpression': return true
      case 'UnaryExpression': case 'ExpressionStatement': return false
      case 'CallExpression': case 'NewExpression': if (parent['callee'] !== at) return true; break
      case 'VariableDeclarator': case 'AssignmentExpression': {
        const target = (parent['id'] ?? parent['left']) as Syntax
        const uses = target.type === 'Identifier' ? module.variableOf(target)?.references.filter(one => one.isRead()) ?? [] : []
        return target.type !== 'Identifier' || (depth < 3 && uses.some(({ identifier }) => isAwaited(identifier, module, depth + 1)))
      }
      case 'MemberExpression': {
        // `.then(…)`, `.catch(…)`: judged on their own; the end of the chain is what must be waited for, or end in a handler.
        const name = (parent['property'] as Syntax)['name']
        if (name === 'catch') return true
        break
      }
      case 'Property': case 'ArrayExpression': case 'ChainExpression': case 'TSAsExpression': case 'ConditionalExpression': case 'LogicalExpression': case 'SpreadElement': break
      default: return false
    }
  }
  return false
}

/** `await Promise.allSettled([…])` as a statement of its own. */
function isSettledUnread(node: Syntax, module: Module): boolean {
  let settled = false
  for (let at = node, parent = module.parentOf(at); parent !== undefined; at = parent, parent = module.parentOf(at)) {
    if (parent.type === 'ExpressionStatement') return settled
    if (parent.type === 'CallExpression' && parent['callee'] !== at) settled ||= callOf(parent)?.name === 'allSettled'
    else if (!/^(?:ArrayExpression|AwaitExpression|UnaryExpression)$/.test(parent.type)) return false
  }
  return false
}

/** Whether a value is only told to people: `console.log(`finished with ${status}`)`. */
function isOnlyTold(node: Syntax, module: Module): boolean {
  for (let at = node, parent = module.parentOf(at); parent !== undefined; at = parent, parent = module.parentOf(at)) {
    if (parent.type === 'CallExpression') {
      const { name, object } = callOf(parent) ?? {}
      return parent['callee'] !== at && (object?.['name'] === 'console' || /^(?:log|info|warn|debug)$/.test(name ?? ''))
    }
    if (!/^(?:TemplateLiteral|BinaryExpression|MemberExpression|ArrayExpression|ObjectExpression|Property|ChainExpression|LogicalExpression)$/.test(parent.type)) return false
  }
  return false
}

const STATUS = /^(?:status|error|signal|code|exitCode|failed|stderr)$/

function isStatusRead(node: Syntax, module: Module): boolean {
  for (let at = node, parent = module.parentOf(at); parent !== undefined; at = parent, parent = module.parentOf(at)) {
    if (parent.type === 'MemberExpression' && parent['object'] === at) return STATUS.test(String((parent['property'] as Syntax)['name'])) && !isOnlyTold(parent, module)
    if (parent.type === 'ReturnStatement' || parent.type === 'ArrowFunctionExpression' || (parent.type === 'CallExpression' && parent['callee'] !== at)) return true
    if (parent.type === 'VariableDeclarator') {
      const id = parent['id'] as Syntax
      if (id.type === 'ObjectPattern') return (id['properties'] as readonly Syntax[]).some(property => STATUS.test(keyOf(property) ?? '') && isHeeded(property, module))
      return (module.variableOf(id)?.references ?? []).some(({ identifier }) => {
        const use = module.parentOf(identifier)
        return use !== undefined && use !== parent && !isOnlyTold(identifier, module) && ((use.type === 'MemberExpression' && STATUS.test(String((use['property'] as Syntax)['name']))) || use.type === 'CallExpression' || use.type === 'ReturnStatement')
          || (use?.type === 'VariableDeclarator' && use !== parent)
      })
    }
    if (!/^(?:Await|Chain|TS)/.test(parent.type)) return false
  }
  return false
}

/** Whether the name in a pattern is read for more than to tell people. */
function isHeeded(property: Syntax, module: Module): boolean {
  const value = property['value']
  const name = isSyntax(value) && value.type === 'AssignmentPattern' ? value['left'] : value
  if (!isSyntax(name) || name.type !== 'Identifier') return true
  const reads = module.variableOf(name)?.references.filter(reference => reference.identifier !== name && reference.isRead()) ?? []
  return reads.some(({ identifier }) => !isOnlyTold(identifier, module))
}

function isCallbackCareful(node: Syntax, module: Module): boolean {
  const callback = (node['arguments'] as readonly Syntax[]).flatMap(argument => originsOf(argument, module)).find(origin => origin.kind === 'function')
  return callback?.kind === 'function' && usesFirstParameter(callback.node, module) && isSyntax(callback.node['body']) && canFail(callback.node['body'], module)
}

function usesFirstParameter(fn: Syntax, module: Module): boolean {
  const [first] = fn['params'] as readonly Syntax[]
  return first?.type === 'Identifier' && (module.variableOf(first)?.references ?? []).some(reference => reference.isRead())
}

function canFail(body: Syntax, module: Module): boolean {
  return [...descendants(body)].some((node) => {
    const call = callOf(node)
    const argument = call?.args[0]
    // `process.exit(code)` hands on what it got.
    return leavingOf(node, module) === 'fails' || call?.name === 'reject' || (call?.name === 'exit' && argument !== undefined && argument['value'] !== 0)
      || (node.type === 'AssignmentExpression' && module.text.slice(...rangeOf(node['left'] as Syntax)).endsWith('exitCode'))
  })
}

function isExitWatched(node: Syntax, module: Module): boolean {
  const parent = module.parentOf(node)
  if (parent === undefined) return false
  if (parent.type === 'MemberExpression') return watches(parent, module)
  if (parent.type === 'ReturnStatement' || parent.type === 'ArrowFunctionExpression' || parent.type === 'CallExpression') return true
  if (parent.type !== 'VariableDeclarator') return false
  return (module.variableOf(parent['id'] as Syntax)?.references ?? []).some(({ identifier }) => {
    const use = module.parentOf(identifier)
    return use !== undefined && ((use.type === 'MemberExpression' && watches(use, module)) || (use.type === 'CallExpression' && use['callee'] !== identifier) || use.type === 'ReturnStatement')
  })
}

/** `.on('exit', code => …)`, also further down a chain. */
function watches(member: Syntax, module: Module): boolean {
  const call = module.parentOf(member)
  const made = call === undefined ? undefined : callOf(call)
  if (call === undefined || made === undefined) return false
  if (/^(?:on|once|addListener)$/.test(made.name) && /^(?:exit|close)$/.test(String(made.args[0]?.['value']))) {
    const handler = made.args[1] === undefined ? undefined : originsOf(made.args[1], module).find(origin => origin.kind === 'function')
    if (handler === undefined) return true
    if (usesFirstParameter(handler.node, module) && isSyntax(handler.node['body']) && canFail(handler.node['body'], module)) return true
  }
  const next = module.parentOf(call)
  return next?.type === 'MemberExpression' && watches(next, module)
}
