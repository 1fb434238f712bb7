/** Statements after which nothing of the function runs any more. */
import type { Module } from './module.ts'
import { originsOf } from './origin.ts'
import { callOf, descendants, isSyntax, stringOf, type Syntax } from './syntax.ts'

/** How a statement leaves: by failing (throw, exit with a status), by `process.exit(0)`, or by returning. */
export type Leaving = 'fails' | 'ends' | 'returns'

/** How a statement or block surely leaves; `undefined` when what follows may run. Local functions that never return are followed. */
export function leavingOf(node: Syntax, module: Module, depth = 0): Leaving | undefined {
  if (depth > 12) return undefined
  switch (node.type) {
    case 'ThrowStatement': return 'fails'
    case 'ReturnStatement': {
      const argument = node['argument']
      return isSyntax(argument) ? leavingOfCall(argument, module, depth + 1) ?? 'returns' : 'returns'
    }
    case 'ContinueStatement': case 'BreakStatement': return 'returns'
    case 'ExpressionStatement': return leavingOfCall(node['expression'] as Syntax, module, depth + 1)
    case 'BlockStatement': {
      for (const statement of node['body'] as readonly Syntax[]) {
        const leaving = leavingOf(statement, module, depth + 1)
        if (leaving !== undefined) return leaving
      }
      return undefined
    }
    case 'IfStatement': {
      const { consequent, alternate } = node
      const both = [consequent, alternate].map(branch => (isSyntax(branch) ? leavingOf(branch, module, depth + 1) : undefined))
      return both[0] !== undefined && both[1] !== undefined ? both.includes('fails') ? 'fails' : both[0] : undefined
    }
    default: return leavingOfCall(node, module, depth + 1)
  }
}

/** Whether nothing of the function follows a statement. */
export function neverContinues(node: Syntax, module: Module): boolean {
  return leavingOf(node, module) !== undefined
}

function leavingOfCall(node: Syntax, module: Module, depth: number): Leaving | undefined {
  if (node.type === 'AwaitExpression' && isSyntax(node['argument'])) return leavingOfCall(node['argument'], module, depth)
  const call = callOf(node)
  if (call === undefined || node.type !== 'CallExpression' || depth > 12) return undefined
  for (const origin of originsOf(node['callee'] as Syntax, module)) {
    const exits = (origin.kind === 'global' && origin.name === 'process' && /^(?:exit|abort|reallyExit)$/.test(origin.path.join('.')))
      || (origin.kind === 'global' && origin.name === 'Deno' && origin.path.join('.') === 'exit')
      || (origin.kind === 'module' && /^(?:node:)?process$/.test(origin.source) && (origin.name === 'exit' || origin.path[0] === 'exit'))
    if (exits) return statusOf(call.args[0])
    if (origin.kind === 'global' && origin.name === 'Promise' && origin.path[0] === 'reject') return 'fails'
    if (origin.kind !== 'function' || origin.path.length > 0) continue
    const body = origin.node['body']
    const inner = isSyntax(body) && body.type === 'BlockStatement' && !mayReturn(body, module, depth) ? leavingOf(body, module, depth + 3) : undefined
    if (inner === 'fails' || inner === 'ends') return inner
  }
  return undefined
}

/** Whether a function may give control back, by a `return` on some way. */
function mayReturn(body: Syntax, module: Module, depth: number): boolean {
  return [...descendants(body)].some(node => node.type === 'ReturnStatement' && leavingOf(node, module, depth + 3) === 'returns')
}

/** `process.exit()` and `exit(0)` end well; a status that nobody knows counts as a failure. */
function statusOf(argument: Syntax | undefined): Leaving {
  if (argument === undefined) return 'ends'
  const value = argument.type === 'Literal' ? argument['value'] : stringOf(argument)
  return value === 0 || value === '0' ? 'ends' : 'fails'
}
