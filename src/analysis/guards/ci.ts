/** What proves that a program runs in CI: comparisons, truth, membership, patterns; and what defeats every proof. */
import type { Proof, Place } from '../flow/run.ts'
import { NO_PROOF } from '../flow/run.ts'
import { farOriginsOf } from '../program/far-origins.ts'
import type { Module } from '../program/module.ts'
import { keyOf, propertyOf } from '../program/origin.ts'
import { isFunction, returnsIn } from '../program/returns.ts'
import { descendants, isSyntax, stringOf, type Syntax } from '../program/syntax.ts'
import { choicesOf } from './choices.ts'
import { ciValuesOf, isCiVariable, type CiReader, type CiValue } from './ci-values.ts'

/** What a test without `!`, `&&` and `||` says about CI. */
export function provesCi(test: Syntax, place: Place, reader: CiReader, depth = 0): Proof {
  if (depth > 6 || isDefeated(place.module, reader) || isDefeated(reader.root, reader)) return NO_PROOF
  switch (test.type) {
    case 'BinaryExpression': return fromComparison(test, place, reader, depth)
    case 'CallExpression': {
      const proof = fromCall(test, place, reader, depth)
      if (proof !== undefined) return proof
      break
    }
    case 'Identifier': case 'MemberExpression': {
      const far = fromValues(test, place, reader, depth)
      if (far !== undefined) return far
      break
    }
    default:
  }
  return { yes: isTruthOf(ciValuesOf(test, place, reader)), no: false }
}

/** Whether being true means to be in CI: it is CI's variable, or something that is never true. */
function isTruthOf(values: readonly CiValue[]): boolean {
  return values.some(isCi) && values.every(value => isCi(value) || (value.kind === 'constant' && !value.value))
}

function isCi({ kind }: CiValue): boolean {
  return kind === 'text' || kind === 'truth'
}

/** A value that was computed elsewhere: `config.isCi`, which is `process.env.CI === "true"` in another file, or what a caller gave. */
function fromValues(test: Syntax, place: Place, reader: CiReader, depth: number): Proof | undefined {
  const origins = farOriginsOf(test, place.module, place.outside)
  const proofs = origins.map(({ origin, module }): Proof | undefined => {
    if (origin.path.length > 0) return undefined
    if (origin.kind === 'value') return /^(?:Binary|Unary|Logical|Call)Expression$/.test(origin.node.type) ? provesWhole(origin.node, { ...place, module }, reader, depth + 1) : undefined
    const binding = origin.kind === 'parameter' ? place.bindings.find(one => one.fn === origin.of) : undefined
    const argument = origin.kind === 'parameter' ? binding?.args[origin.index] : undefined
    return binding !== undefined && argument !== undefined ? provesWhole(argument, binding.at, reader, depth + 1) : undefined
  })
  if (proofs.length === 0 || proofs.includes(undefined)) return undefined
  return { yes: proofs.every(proof => proof?.yes), no: proofs.every(proof => proof?.no) }
}

/** What an expression says that is no test by itself: `!`, `&&` and `||` are taken apart. */
function provesWhole(node: Syntax, place: Place, reader: CiReader, depth: number): Proof {
  if (depth > 6) return NO_PROOF
  if (node.type === 'UnaryExpression' && node['operator'] === '!') {
    const { yes, no } = provesWhole(node['argument'] as Syntax, place, reader, depth + 1)
    return { yes: no, no: yes }
  }
  if (node.type !== 'LogicalExpression' || node['operator'] === '??') return provesCi(node, place, reader, depth)
  const [left, right] = [node['left'], node['right']].map(side => provesWhole(side as Syntax, place, reader, depth + 1)) as [Proof, Proof]
  return node['operator'] === '&&'
    ? { yes: left.yes || right.yes, no: left.no && right.no }
    : { yes: left.yes && right.yes, no: left.no || right.no }
}

function fromComparison(test: Syntax, place: Place, reader: CiReader, depth: number): Proof {
  const operator = String(test['operator'])
  const [left, right] = [test['left'] as Syntax, test['right'] as Syntax]
  if (operator === 'in') return { yes: isCiVariable(stringOf(left) ?? '', reader.variables) && isEnvironment(right, place), no: false }
  if (!/^[!=]==?$/.test(operator)) return NO_PROOF
  const equal = equality(left, right, place, reader) ?? equality(right, left, place, reader)
    ?? fromChoice(left, right, place, reader, depth) ?? fromChoice(right, left, place, reader, depth) ?? NO_PROOF
  return operator.startsWith('!') ? { yes: equal.no, no: equal.yes } : equal
}

/** What `subject === constant` says when true, and when false. */
function equality(subject: Syntax, constant: Syntax, place: Place, reader: CiReader): Proof | undefined {
  const wanted = ciValuesOf(constant, place, reader)
  const [only] = wanted
  if (wanted.length !== 1 || only?.kind !== 'constant') return undefined
  if (only.value === undefined || only.value === null) {
    const found = foundIn(subject, place, reader)
    if (found !== undefined) return { yes: false, no: found.yes }
  }
  if (subject.type === 'UnaryExpression' && subject['operator'] === 'typeof') {
    const isText = ciValuesOf(subject['argument'] as Syntax, place, reader).every(value => value.kind === 'text')
    return { yes: isText && only.value === 'string', no: isText && only.value === 'undefined' }
  }
  const values = ciValuesOf(subject, place, reader)
  if (!values.some(isCi)) return undefined
  return {
    yes: values.every(value => (value.kind === 'constant' ? value.value !== only.value : isCi(value) && isYes(only.value))),
    // `CI !== undefined`, `isCI !== false`
    no: values.every(value => (value.kind === 'text' ? only.value === undefined || only.value === null : value.kind === 'truth' && only.value === false)),
  }
}

/** `runner() === 'ci'` for what chooses `'ci'` only where a test proves CI. */
function fromChoice(subject: Syntax, constant: Syntax, place: Place, reader: CiReader, depth: number): Proof | undefined {
  if (constant.type !== 'Literal') return undefined
  const [far, ...others] = farOriginsOf(subject, place.module, place.outside)
  if (far === undefined || others.length > 0 || far.origin.path.length > 0) return undefined
  const [called, ...more] = far.origin.kind === 'result' ? farOriginsOf(far.origin.call['callee'] as Syntax, far.module, place.outside) : [far]
  if (called === undefined || more.length > 0 || called.origin.path.length > 0 || (called.origin.kind !== 'function' && called.origin.kind !== 'value')) return undefined
  const { module } = called
  const choices = choicesOf(called.origin.node)
  if (choices === undefined) return undefined
  const proofs = choices.map(({ test }) => (test === undefined ? NO_PROOF : provesWhole(test, { ...place, module }, reader, depth + 1)))
  /** A choice is proof of CI by its own test, or because one before it was false. */
  const isProof = (at: number): boolean => proofs[at]?.yes === true || proofs.slice(0, at).some(({ no }) => no)
  const chosen = (isEqual: boolean): boolean => {
    const places = choices.flatMap(({ value }, at) => ((value === constant['value']) === isEqual ? [at] : []))
    return places.length > 0 && places.every(isProof)
  }
  return { yes: chosen(true), no: chosen(false) }
}

/** What it says that something was found: `names.find(name => process.env[name])`. */
function foundIn(subject: Syntax, place: Place, reader: CiReader): Proof | undefined {
  const [far, ...others] = farOriginsOf(subject, place.module, place.outside)
  if (far?.origin.kind !== 'result' || others.length > 0 || far.origin.path.length > 0) return undefined
  const callee = far.origin.call['callee'] as Syntax
  return callee.type === 'MemberExpression' && propertyOf(callee) === 'find' ? fromCall(far.origin.call, { ...place, module: far.module }, reader, 1) : undefined
}

/** Whether a value that the variable is compared to says yes. `local` does not; Woodpecker sets its own name. */
function isYes(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(?:1|true|yes|y|on|t|woodpecker)$/i.test(value))
}

function isEnvironment(node: Syntax, place: Place): boolean {
  return farOriginsOf(node, place.module, place.outside).some(({ origin }) =>
    (origin.kind === 'global' && [origin.name, ...origin.path].join('.') === 'process.env') || (origin.kind === 'module' && /^(?:node:)?process$/.test(origin.source) && origin.name === 'env'))
}

function fromCall(call: Syntax, place: Place, reader: CiReader, depth: number): Proof | undefined {
  const callee = call['callee'] as Syntax
  const [first, second] = (call['arguments'] as readonly unknown[]).filter(isSyntax)
  if (callee.type === 'Identifier') {
    return callee['name'] === 'Boolean' && first !== undefined ? provesWhole(first, place, reader, depth + 1) : undefined
  }
  if (callee.type !== 'MemberExpression' || first === undefined) return undefined
  const object = callee['object'] as Syntax
  const method = propertyOf(callee) ?? ''
  const isText = (node: Syntax): boolean => {
    const values = ciValuesOf(node, place, reader)
    return values.some(isCi) && values.every(value => isCi(value) || (value.kind === 'constant' && !isYes(value.value)))
  }
  if (method === 'includes' || method === 'has') {
    const list = listOf(object, place)
    return list === undefined ? undefined : { yes: list.every(isYes) && isText(first), no: false }
  }
  if (method === 'some' || method === 'every' || method === 'find') return fromEach(method === 'every' ? 'every' : 'some', object, first, place, reader, depth)
  if (method === 'test') return { yes: isText(first) && acceptsOnlyYes(object, place), no: false }
  if (method === 'match') return { yes: isText(object) && acceptsOnlyYes(first, place), no: false }
  if (method === 'startsWith' || method === 'endsWith') return { yes: isText(object) && isYes(stringOf(first)), no: false }
  const name = method === 'hasOwnProperty' ? [object, first] : /^(?:hasOwn|has)$/.test(method) && second !== undefined ? [first, second] : undefined
  const [holder, key] = name ?? []
  if (holder !== undefined && key !== undefined) return { yes: isEnvironment(holder, place) && isCiVariable(stringOf(key) ?? '', reader.variables), no: false }
  return undefined
}

/** `["CI", "GITHUB_ACTIONS"].some(name => process.env[name])`: some of what is asked must say yes to say yes. */
function fromEach(method: 'some' | 'every', list: Syntax, ask: Syntax, place: Place, reader: CiReader, depth: number): Proof | undefined {
  const items = itemsOf(list, place)
  const [asked, ...others] = isFunction(ask) ? returnsIn(ask) : []
  if (items === undefined || asked === undefined || others.length > 0 || depth > 4) return undefined
  const given = (item: Syntax): Place => ({ ...place, bindings: [...place.bindings, { fn: ask, args: [item], at: place }] })
  const proofs = items.map(item => provesWhole(asked, given(item), reader, depth + 1))
  return method === 'some'
    ? { yes: proofs.every(({ yes }) => yes), no: proofs.some(({ no }) => no) }
    : { yes: proofs.some(({ yes }) => yes), no: proofs.every(({ no }) => no) }
}

/** The strings of an array or a set, also through a constant. */
function listOf(node: Syntax, place: Place): readonly unknown[] | undefined {
  return itemsOf(node, place)?.map(item => item['value'])
}

/** The literals of an array or a set that has nothing else. */
function itemsOf(node: Syntax, place: Place): readonly Syntax[] | undefined {
  const origins = farOriginsOf(node, place.module, place.outside)
  const [only] = origins
  if (origins.length !== 1 || only === undefined || only.origin.path.length > 0) return undefined
  const value = only.origin.kind === 'result' ? (only.origin.call['arguments'] as readonly Syntax[])[0] : only.origin.kind === 'value' ? only.origin.node : undefined
  if (value?.type !== 'ArrayExpression') return undefined
  const items = value['elements'] as readonly unknown[]
  return items.length > 0 && items.every(item => isSyntax(item) && item.type === 'Literal') ? items as readonly Syntax[] : undefined
}

/** Short enough to hold no pattern that takes long on five letters. */
const LONGEST_PATTERN = 60

/** Whether a regular expression matches what says yes, and nothing that says no. */
function acceptsOnlyYes(node: Syntax, place: Place): boolean {
  const [only] = farOriginsOf(node, place.module, place.outside)
  const regex = only?.origin.kind === 'value' ? only.origin.node['regex'] as { readonly pattern: string, readonly flags: string } | undefined : undefined
  if (regex === undefined || regex.pattern.length > LONGEST_PATTERN) return false
  try {
    const pattern = new RegExp(regex.pattern, regex.flags.replace(/[gy]/g, ''))
    return ['true', '1', 'TRUE'].some(text => pattern.test(text)) && !['', 'false', '0', 'no', 'undefined'].some(text => pattern.test(text))
  } catch {
    return false
  }
}

const defeated = new WeakMap<Module, boolean>()

/** Whether a module sets a CI variable itself: then no test of it says anything. */
export function isDefeated(module: Module, reader: CiReader): boolean {
  let found = defeated.get(module)
  if (found === undefined) {
    found = /\benv\b/.test(module.text) && /=(?!=)|assign/.test(module.text) && [...descendants(module.program)].some(node => setsCi(node, reader))
    defeated.set(module, found)
  }
  return found
}

function setsCi(node: Syntax, reader: CiReader): boolean {
  if (node.type === 'AssignmentExpression') {
    const left = node['left'] as Syntax
    const isEnv = left.type === 'MemberExpression' && propertyOf(left['object'] as Syntax) === 'env' && isCiVariable(propertyOf(left) ?? '', reader.variables)
    return isEnv && (stringOf(node['right']) === undefined || isYes(stringOf(node['right'])))
  }
  if (node.type !== 'CallExpression') return false
  const callee = node['callee'] as Syntax
  const [target, source] = node['arguments'] as readonly Syntax[]
  if (callee.type !== 'MemberExpression' || propertyOf(callee) !== 'assign' || (callee['object'] as Syntax)['name'] !== 'Object') return false
  if (target?.type !== 'MemberExpression' || propertyOf(target) !== 'env' || source?.type !== 'ObjectExpression') return false
  return (source['properties'] as readonly Syntax[]).some(property => isCiVariable(keyOf(property) ?? '', reader.variables))
}
