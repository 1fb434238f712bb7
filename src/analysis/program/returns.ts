/** What functions return, as expressions. */
import { childrenOf, isSyntax, type Syntax } from './syntax.ts'

/** Whether a node is a function; classes are none. */
export function isFunction(node: Syntax): boolean {
  return /^(?:Arrow)?Function(?:Expression|Declaration)?$|^ArrowFunctionExpression$/.test(node.type)
}

const returns = new WeakMap<Syntax, readonly Syntax[]>()

/** The expressions that a function itself returns. */
export function returnsIn(fn: Syntax): readonly Syntax[] {
  let found = returns.get(fn)
  if (found === undefined) returns.set(fn, found = readReturns(fn))
  return found
}

function readReturns(fn: Syntax): readonly Syntax[] {
  const body = fn['body']
  if (!isSyntax(body)) return []
  if (body.type !== 'BlockStatement') return [body]
  const found: Syntax[] = []
  const stack: Syntax[] = [body]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'ReturnStatement' && isSyntax(node['argument'])) found.push(node['argument'])
    else for (const child of childrenOf(node)) if (!isFunction(child) && !child.type.startsWith('Class')) stack.push(child)
  }
  return found
}
