/** Words that a script lets through: `if (!HARMLESS.includes(command)) process.exit(1)`. */
import { leavingOf } from '../program/leaving.ts'
import type { Module } from '../program/module.ts'
import { originsOf } from '../program/origin.ts'
import { callOf, isSyntax, stringOf, type Syntax } from '../program/syntax.ts'

/**
 * The words that a variable can hold after a test of the module that ends the script for all others.
 * @returns `undefined` when no test says so
 */
export function allowedWords(node: Syntax, module: Module): readonly string[] | undefined {
  const variable = node.type === 'Identifier' ? module.variableOf(node) : undefined
  for (const { identifier } of variable?.references ?? []) {
    const call = module.parentOf(identifier)
    const test = call === undefined ? undefined : callOf(call)
    if (call === undefined || test?.object === undefined || test.args[0] !== identifier || !/^(?:includes|has)$/.test(test.name)) continue
    if (isRefusal(call, module)) return wordsOf(test.object, module)
  }
  return undefined
}

/** Whether a call is the whole of a negated test whose branch leaves. */
function isRefusal(call: Syntax, module: Module): boolean {
  const negation = module.parentOf(call)
  if (negation?.type !== 'UnaryExpression' || negation['operator'] !== '!') return false
  const statement = module.parentOf(negation)
  const consequent = statement?.['consequent']
  return statement?.type === 'IfStatement' && isSyntax(consequent) && leavingOf(consequent, module) !== undefined
}

/** The strings of a list, or of a set that is made of one. */
function wordsOf(list: Syntax, module: Module): readonly string[] | undefined {
  for (const origin of originsOf(list, module)) {
    const value = origin.kind === 'result' ? (origin.call['arguments'] as readonly Syntax[])[0] : origin.kind === 'value' ? origin.node : undefined
    if (value?.type !== 'ArrayExpression') continue
    const words = (value['elements'] as readonly unknown[]).map(element => (isSyntax(element) ? stringOf(element) : undefined))
    if (words.every(word => word !== undefined)) return words
  }
  return undefined
}
