/** Functions and expressions that choose between words: `process.env.CI ? 'ci' : 'local'`, `if (process.env.CI) return 'ci'`. */
import { isFunction } from '../program/returns.ts'
import { isSyntax, type Syntax } from '../program/syntax.ts'

/** A literal, and the test that it is chosen by when none before it was true; the last has none. */
export interface Choice {
  readonly test: Syntax | undefined
  readonly value: unknown
}

const MOST_CHOICES = 12

/** The words that an expression, or a function when it is called, chooses between; `undefined` for what chooses otherwise. */
export function choicesOf(node: Syntax): readonly Choice[] | undefined {
  const body = isFunction(node) ? node['body'] : node
  if (!isSyntax(body)) return undefined
  const found = body.type === 'BlockStatement' ? fromStatements(body['body'] as readonly Syntax[]) : fromExpression(body, 0)
  return found !== undefined && found.length > 1 && found.length <= MOST_CHOICES ? found : undefined
}

function fromExpression(node: unknown, depth: number): readonly Choice[] | undefined {
  if (!isSyntax(node) || depth > MOST_CHOICES) return undefined
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return fromExpression(node['expression'], depth + 1)
  if (node.type === 'Literal' && node['regex'] === undefined) return [{ test: undefined, value: node['value'] }]
  if (node.type !== 'ConditionalExpression') return undefined
  const [yes, ...others] = fromExpression(node['consequent'], depth + 1) ?? []
  const no = fromExpression(node['alternate'], depth + 1)
  return yes === undefined || others.length > 0 || no === undefined ? undefined : [{ test: node['test'] as Syntax, value: yes.value }, ...no]
}

/** `if (…) return 'a'; return 'b'`, and nothing else that returns. */
function fromStatements(statements: readonly Syntax[]): readonly Choice[] | undefined {
  const found: Choice[] = []
  for (const statement of statements) {
    if (statement.type === 'ReturnStatement') {
      const last = fromExpression(statement['argument'], 0)
      return last === undefined ? undefined : [...found, ...last]
    }
    if (statement.type !== 'IfStatement' || isSyntax(statement['alternate'])) return undefined
    const then = statement['consequent'] as Syntax
    const [only, ...others] = then.type === 'BlockStatement' ? then['body'] as readonly Syntax[] : [then]
    const [value, ...more] = only?.type === 'ReturnStatement' && others.length === 0 ? fromExpression(only['argument'], 0) ?? [] : []
    if (value === undefined || more.length > 0) return undefined
    found.push({ test: statement['test'] as Syntax, value: value.value })
  }
  return undefined
}
