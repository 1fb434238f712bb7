/** What functions are called with: equal arguments are one object, so that what is learnt for one call is known for the next. */
import type { Syntax } from '../program/syntax.ts'
import type { Given, Value } from './handle.ts'

const numbers = new WeakMap<object, number>()
let last = 0

/** A number that tells objects apart, for keys. */
export function numberOf(object: object): number {
  let number = numbers.get(object)
  if (number === undefined) numbers.set(object, number = ++last)
  return number
}

const known = new WeakMap<Syntax, Map<string, Given>>()

/** What surroundings were given, and what a function in them is: the same object for the same values. */
export function givenWith(surroundings: Given, fn: Syntax, values: readonly (readonly Value[])[]): Given {
  let byContent = known.get(fn)
  if (byContent === undefined) known.set(fn, byContent = new Map<string, Given>())
  const own = values.map(list => list.map(identityOf).join('|')).join(',')
  const others = [...surroundings].filter(([other]) => other !== fn)
  const key = `${own};${others.map(([other, lists]) => `${String(numberOf(other))} ${String(numberOf(lists))}`).sort().join(';')}`
  let given = byContent.get(key)
  if (given === undefined) byContent.set(key, given = new Map([...others, [fn, listsOf(fn, own, values)]]))
  return given
}

const lists = new WeakMap<Syntax, Map<string, readonly (readonly Value[])[]>>()

/** One object for equal arguments of a function. */
function listsOf(fn: Syntax, key: string, values: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  let ofFunction = lists.get(fn)
  if (ofFunction === undefined) lists.set(fn, ofFunction = new Map<string, readonly (readonly Value[])[]>())
  const before = ofFunction.get(key)
  if (before === undefined) ofFunction.set(key, values)
  return before ?? values
}

/** Two values of one identity are the same to every question. */
function identityOf(value: Value): string {
  switch (value.kind) {
    case 'handle': return JSON.stringify(value.handle)
    case 'foreign': return `${value.source} ${value.name}`
    case 'namespace': return `* ${String(numberOf(value.module))}`
    case 'syntax': return `= ${String(numberOf(value.node))}`
    case 'function':
    case 'instance': return `${value.kind} ${String(numberOf(value.node))} ${[...value.given].map(([fn, given]) => `${String(numberOf(fn))} ${String(numberOf(given))}`).sort().join(' ')}`
  }
}
