/** Tests of shells that say whether this is CI: `[ "$CI" = "true" ]`, `[[ -z $CI ]]`, `test -n "${CI:-}"`. */
import type { TestExpression, Word } from 'unbash'
import { NO_PROOF, type Proof } from '../flow/run.ts'

/** A word that stands for a variable and nothing else; a default that says yes makes the variable say nothing. */
const VARIABLE = /^"?\$(?:\{(\w{1,60})(?::?-([^}]{0,60}))?(?:,,|\^\^)?\}|(\w{1,60}))"?$/

/** The name in `$CI`, `"${CI:-}"`; `undefined` for other words, and for a variable whose default says yes. */
export function variableIn(text: string): string | undefined {
  const match = VARIABLE.exec(text)
  if (match === null) return undefined
  return isYesWord(match[2] ?? '') ? undefined : match[1] ?? match[3]
}

/** Whether a word says yes: `true`, `1`, and whatever is neither empty nor a no. */
export function isYesWord(text: string): boolean {
  return !/^["']?(?:|0|false|no|off|n)["']?$/i.test(text)
}

type IsCi = (name: string) => boolean

function isCiWord(text: string | undefined, isCi: IsCi): boolean {
  const name = variableIn(text ?? '')
  return name !== undefined && isCi(name)
}

function fromUnary(operator: string, operand: string, isCi: IsCi): Proof {
  const isSet = isCiWord(operand, isCi)
  if (operator === '-n') return { yes: isSet, no: false }
  if (operator === '-z') return { yes: false, no: isSet }
  return operator === '-v' ? { yes: isCi(operand), no: false } : NO_PROOF
}

function fromBinary(left: string, operator: string, right: string, isCi: IsCi): Proof {
  const [variable, word] = isCiWord(left, isCi) ? [true, right] : [isCiWord(right, isCi), left]
  if (!variable) return NO_PROOF
  if (/^(?:=|==|-eq|=~)$/.test(operator)) return { yes: isYesWord(word), no: false }
  return /^(?:!=|-ne)$/.test(operator) ? { yes: false, no: isYesWord(word) } : NO_PROOF
}

function both(a: Proof, b: Proof, isAnd: boolean): Proof {
  return isAnd ? { yes: a.yes || b.yes, no: a.no && b.no } : { yes: a.yes && b.yes, no: a.no || b.no }
}

/** `[ … ]` and `test …`: words without the brackets. */
export function fromWords(words: readonly string[], isCi: IsCi, depth = 0): Proof {
  if (depth > 20) return NO_PROOF
  for (const [operator, isAnd] of [['-o', false], ['-a', true]] as const) {
    const at = words.indexOf(operator)
    if (at > 0) return both(fromWords(words.slice(0, at), isCi, depth + 1), fromWords(words.slice(at + 1), isCi, depth + 1), isAnd)
  }
  const [first = '', second = '', third = ''] = words
  if (first === '!') {
    const { yes, no } = fromWords(words.slice(1), isCi, depth + 1)
    return { yes: no, no: yes }
  }
  if (words.length === 1) return { yes: isCiWord(first, isCi), no: false }
  return words.length === 2 ? fromUnary(first, second, isCi) : words.length === 3 ? fromBinary(first, second, third, isCi) : NO_PROOF
}

/** `[[ … ]]`. */
export function fromExpression(expression: TestExpression, isCi: IsCi, depth = 0): Proof {
  if (depth > 40) return NO_PROOF
  switch (expression.type) {
    case 'TestUnary': return fromUnary(expression.operator, textOf(expression.operand), isCi)
    case 'TestBinary': return fromBinary(textOf(expression.left), expression.operator, textOf(expression.right), isCi)
    case 'TestNot': {
      const proof = fromExpression(expression.operand, isCi, depth + 1)
      return expression.negations.length % 2 === 1 ? { yes: proof.no, no: proof.yes } : proof
    }
    case 'TestGroup': return fromExpression(expression.expression, isCi, depth + 1)
    case 'TestLogical': return expression.operands.map(one => fromExpression(one, isCi, depth + 1)).reduce((a, b) => both(a, b, expression.operator === '&&'))
  }
}

function textOf(word: Word): string {
  return word.text
}
