/** The branches of a module: what runs when a condition holds, and what when it does not. */
import type { Module } from '../program/module.ts'
import { leavingOf, type Leaving } from '../program/leaving.ts'
import { descendants, isSyntax, type Syntax } from '../program/syntax.ts'

export interface Fork {
  readonly test: Syntax
  /** What runs when the test holds, and how it leaves. */
  readonly held: readonly Syntax[]
  readonly heldLeaves: Leaving | undefined
  readonly failed: readonly Syntax[]
  readonly failedLeaves: Leaving | undefined
}

/** Every fork of a part of a module. */
export function forksIn(root: Syntax, module: Module): readonly Fork[] {
  const forks: Fork[] = []
  for (const node of descendants(root)) {
    const test = node['test']
    if ((node.type === 'IfStatement' || node.type === 'ConditionalExpression') && isSyntax(test)) {
      const held = isSyntax(node['consequent']) ? [node['consequent']] : []
      const failed = isSyntax(node['alternate']) ? [node['alternate']] : []
      const heldLeaves = leavesBy(held, module)
      const failedLeaves = leavesBy(failed, module)
      const after = node.type === 'IfStatement' && (heldLeaves !== undefined || failedLeaves !== undefined) ? following(node, module) : []
      forks.push({
        test, heldLeaves, failedLeaves,
        held: failedLeaves === undefined ? held : [...held, ...after],
        failed: heldLeaves === undefined ? failed : [...failed, ...after],
      })
    } else if (node.type === 'LogicalExpression' && isSyntax(node['left']) && isSyntax(node['right'])) {
      const right = [node['right']]
      const leaves = leavesBy(right, module)
      if (node['operator'] === '&&') forks.push({ test: node['left'], held: right, heldLeaves: leaves, failed: [], failedLeaves: undefined })
      if (node['operator'] === '||') forks.push({ test: node['left'], held: [], heldLeaves: undefined, failed: right, failedLeaves: leaves })
    }
  }
  return forks
}

function leavesBy([branch]: readonly Syntax[], module: Module): Leaving | undefined {
  return branch === undefined ? undefined : leavingOf(branch, module)
}

/** The statements that come after one in its function, in all blocks around it. */
function following(statement: Syntax, module: Module): readonly Syntax[] {
  const found: Syntax[] = []
  for (let at = statement, parent = module.parentOf(at); parent !== undefined && !at.type.includes('Function'); at = parent, parent = module.parentOf(at)) {
    const body = parent['body'] ?? parent['consequent']
    if (!Array.isArray(body)) continue
    const statements = body as readonly Syntax[]
    const index = statements.indexOf(at)
    if (index >= 0) found.push(...statements.slice(index + 1))
  }
  return found
}

/** Nodes that run when a part runs: not bodies of functions that it only makes. */
export function* running(roots: readonly Syntax[]): Iterable<Syntax> {
  const stack = [...roots].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    if (/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|Class)/.test(node.type)) continue
    for (const key of Object.keys(node)) {
      if (key === 'parent' || key === 'loc' || key === 'range') continue
      const value = node[key]
      for (const child of Array.isArray(value) ? value as readonly unknown[] : [value]) if (isSyntax(child)) stack.push(child)
    }
  }
}
