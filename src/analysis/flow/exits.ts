/** Calls that never come back, and tests that ask whether this file was started. */
import type { Module } from '../program/module.ts'
import { originsOf, isFromPackage, type Origin } from '../program/origin.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'

const EXITS: ReadonlyMap<string, readonly string[]> = new Map([
  ['process', ['exit', 'abort', 'reallyExit']],
  ['Deno', ['exit']],
  ['Bun', ['exit']],
])

/** Whether a call ends the process (or the path: commander's `error`). */
export function isExit(call: Syntax, module: Module): boolean {
  const origins = originsOf(call['callee'] as Syntax, module)
  return origins.length > 0 && origins.every(isExitFunction)
}

function isExitFunction(origin: Origin): boolean {
  if (origin.kind === 'global') return EXITS.get(origin.name)?.includes(origin.path.join('.')) === true || (origin.name === 'globalThis' && origin.path.join('.') === 'process.exit')
  if (origin.kind === 'module' && /^(?:node:)?process$/.test(origin.source)) return /^(?:exit|abort)$/.test([...(origin.name === 'default' ? [] : [origin.name]), ...origin.path].join('.'))
  // `program.error(…)` and `program.help()` of commander; `this.error` of oclif throws.
  return /^(?:error|help)$/.test(origin.path.at(-1) ?? '') && isCommander(origin)
}

function isCommander(origin: Origin): boolean {
  if (isFromPackage(origin, 'commander')) return true
  return origin.kind === 'result' && origin.callee.some(isCommander)
}

/**
 * Whether a test asks if this file was started (`require.main === module`, `import.meta.url === pathToFileURL(process.argv[1]).href`,
 * `import.meta.main`): true when it asks that, false when it asks for the opposite, `undefined` for other tests.
 */
export function isStart(test: Syntax, module: Module): boolean | undefined {
  if (test.type === 'MemberExpression') {
    return (test['object'] as Syntax).type === 'MetaProperty' && (test['property'] as Syntax)['name'] === 'main' ? true : undefined
  }
  if (test.type === 'CallExpression') return undefined
  const operator = String(test['operator'])
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(operator)) return undefined
  const sides = [test['left'], test['right']].filter(isSyntax).map(side => describe(side, module))
  const asks = sides.includes('main') ? sides.includes('module') || sides.includes('url') : sides.includes('url') && sides.includes('argv')
  return asks ? operator.startsWith('=') : undefined
}

type Part = 'main' | 'module' | 'url' | 'argv' | undefined

function describe(node: Syntax, module: Module, depth = 0): Part {
  if (depth > 6) return undefined
  switch (node.type) {
    case 'Identifier': {
      if (node['name'] === 'module' && module.variableOf(node) === undefined) return 'module'
      if (node['name'] === '__filename') return 'url'
      const definition = module.variableOf(node)?.defs[0]
      const init = definition?.type === 'Variable' ? definition.node['init'] : undefined
      return isSyntax(init) ? describe(init, module, depth + 1) : undefined
    }
    case 'MetaProperty': return 'url'
    case 'MemberExpression': {
      const object = node['object'] as Syntax
      const property = String((node['property'] as Syntax)['name'])
      if (property === 'main' && /^(?:require|process)$/.test(String(object['name']))) return 'main'
      if (property === 'argv') return 'argv'
      return describe(object, module, depth + 1)
    }
    case 'CallExpression': case 'NewExpression': {
      const parts = [...node['arguments'] as readonly Syntax[], (node['callee'] as Syntax)['object']].filter(isSyntax).map(one => describe(one, module, depth + 1))
      return parts.find(part => part !== undefined)
    }
    case 'TemplateLiteral': return (node['expressions'] as readonly Syntax[]).map(one => describe(one, module, depth + 1)).find(part => part !== undefined)
    case 'BinaryExpression': return [node['left'], node['right']].filter(isSyntax).map(one => describe(one, module, depth + 1)).find(part => part !== undefined)
    case 'TSNonNullExpression': case 'TSAsExpression': case 'ChainExpression': return describe(node['expression'] as Syntax, module, depth + 1)
    case 'LogicalExpression': return describe(node['left'] as Syntax, module, depth + 1)
    default: return undefined
  }
}
