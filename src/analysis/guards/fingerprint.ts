/** What proves that a database is the one that is meant: a comparison with what it says of itself, or a function that does it. */
import { ownEffectsOf } from '../database/effects.ts'
import type { Effect, EffectKind, Outside } from '../database/effect.ts'
import { targetsOf } from '../flow/targets.ts'
import { NO_PROOF, type Place, type Proof, type Target, type Vocabulary } from '../flow/run.ts'
import { farOriginsOf } from '../program/far-origins.ts'
import type { Module } from '../program/module.ts'
import { descendants, isSyntax, stringOf, type Syntax } from '../program/syntax.ts'
import { clientImport } from './ci-vocabulary.ts'
import { environmentsIn, environmentNamed, type DatabaseEnvironment } from './database-environment.ts'
import { canFail, failureOf, isNamed, nameOf, type GuardName } from './named.ts'

export interface FingerprintTerms {
  readonly outside: Outside
  /** Named in the contract: they count as far as their bodies can fail. */
  readonly contract: readonly GuardName[]
  /** Named by the user: they count as they are. */
  readonly settings: readonly GuardName[]
  readonly clients: readonly GuardName[]
  readonly kinds: readonly EffectKind[]
  /** The environment that is asked about: validations of others don't count, clients of others don't matter. */
  readonly environment: DatabaseEnvironment | undefined
}

const VERB = '(?:validate|assert|verify|check|ensure|enforce|require|match|compare|confirm|guard)'
/** Names of functions that validate. They are believed when nobody can look inside, or when what is inside can fail. */
const NAMED = new RegExp(`^${VERB}\\w{0,40}fingerprint|^${VERB}\\w{0,20}(?:database|db|target)(?:environment|identity)|^(?:assert|verify)\\w{0,20}environment`, 'i')
/** What a database says of itself. */
const SELF = /fingerprint|environment|current_database|database_?name|datname|\bdb_?name/i
/** Names of parameters that say which environment is expected. */
const EXPECTATION = /^(?:expected|wanted|target|required)?(?:environment|env|stage)?$/i
const EXPECTED = /^(?:expected|wanted|target|required)/i

/** What the engine looks for when a database must be validated before it is used. */
export function fingerprintVocabulary(terms: FingerprintTerms): Vocabulary {
  const { outside, contract, settings, clients, environment } = terms
  const effects = new Map<Module, ReadonlyMap<Syntax, Effect>>()
  return {
    outside,
    effectsIn(module) {
      let found = effects.get(module)
      if (found === undefined) effects.set(module, found = effectsToGuard(module, terms))
      return found
    },
    proves: (test, place) => provesFingerprint(test, place, environment),
    namedGuard(call, place, targets) {
      const isSet = isNamed(call, place, targets, settings)
      const isBelieved = isNamed(call, place, targets, contract) || isNamedValidation(call, place, targets)
      if (!speaksOf(call, place, environment)) return isSet || isBelieved ? 'elsewhere' : undefined
      if (isSet) return failureOf(targets)
      if (!isBelieved || !targets.every(target => canFail(target) && !compares(target, outside) && usesExpectation(target))) return undefined
      // What nobody can look into validates when it is awaited.
      return targets.length === 0 ? 'rejects' : failureOf(targets)
    },
    matters: () => false,
    effectOfImport: (source, node, module) => (environment === undefined ? clientImport(source, node, module, clients) : undefined),
  }
}

/** Effects outside of the functions that validate: those may connect to find out. */
function effectsToGuard(module: Module, { outside, kinds, environment }: FingerprintTerms): ReadonlyMap<Syntax, Effect> {
  const place: Place = { module, outside, bindings: [] }
  const found = new Map<Syntax, Effect>()
  for (const effect of ownEffectsOf(module, outside)) {
    if (!kinds.includes(effect.kind) || found.has(effect.node) || isValidating(effect.node, module, outside)) continue
    if (environment === undefined || environmentOfEffect(effect.node, place) === environment) found.set(effect.node, effect)
  }
  return found
}

/** Whether a node stands in a function that validates, or calls one. */
function isValidating(node: Syntax, module: Module, outside: Outside): boolean {
  const callee = node['callee']
  if (isSyntax(callee) && targetsOf(callee, { module, outside, bindings: [] }).targets.some(target => isValidation(target, outside))) return true
  for (let at = module.parentOf(node); at !== undefined; at = module.parentOf(at)) {
    if (at.type.includes('Function') && isValidation({ fn: at, module }, outside)) return true
  }
  return false
}

/** Whether a function is there to validate: by its name, when it can fail, or because it compares and does nothing else. */
function isValidation(target: Target, outside: Outside): boolean {
  const name = nameOf(target.fn, target.module)
  return (NAMED.test(name) && (canFail(target) || compares(target, outside))) || (compares(target, outside) && (/finger|environment|identity/i.test(name) || onlyAsks(target, outside)))
}

/** Whether a function does nothing to databases but ask: no write of its own, and no function of ours that may have one. */
function onlyAsks({ fn, module }: Target, outside: Outside): boolean {
  const own = new Map(ownEffectsOf(module, outside).map(({ node, kind }) => [node, kind] as const))
  return [...descendants(fn)].every((node) => {
    const kind = own.get(node)
    if (kind !== undefined) return /^(?:client|connect|read)$/.test(kind)
    return node.type !== 'CallExpression' || targetsOf(node['callee'] as Syntax, { module, outside, bindings: [] }).targets.length === 0
  })
}

/** Whether a call validates, by what it calls or, where nobody can look inside, by its name. */
export function isValidationCall(call: Syntax, place: Place): boolean {
  const { targets } = targetsOf(call['callee'] as Syntax, place)
  return targets.length > 0 ? targets.some(target => isValidation(target, place.outside)) : isNamedValidation(call, place, [])
}

const comparing = new WeakMap<Syntax, boolean>()

/** Whether a function compares what a database says of itself. */
function compares({ fn, module }: Target, outside: Outside): boolean {
  let found = comparing.get(fn)
  if (found === undefined) {
    const place: Place = { module, outside, bindings: [] }
    found = [...descendants(fn)].some((node) => {
      const { yes, no } = provesFingerprint(node, place, undefined)
      return yes || no
    })
    comparing.set(fn, found)
  }
  return found
}

/** Whether a function that is told what to expect looks at it at all. */
function usesExpectation({ fn }: Target): boolean {
  const expected = ((fn['params'] ?? []) as readonly Syntax[]).find(({ type, name }) => type === 'Identifier' && EXPECTATION.test(String(name)))
  const body = fn['body']
  return expected === undefined || !isSyntax(body) || [...descendants(body)].some(node => node.type === 'Identifier' && node['name'] === expected['name'])
}

function isNamedValidation(call: Syntax, place: Place, targets: readonly Target[]): boolean {
  if (targets.length > 0) return targets.every(({ fn, module }) => NAMED.test(nameOf(fn, module)))
  return farOriginsOf(call['callee'] as Syntax, place.module, place.outside).some(({ origin }) => origin.kind === 'module' && NAMED.test(origin.path.at(-1) ?? origin.name))
}

/** Whether a validation is of the environment that is asked about, or does not show of which it is. */
function speaksOf(call: Syntax, place: Place, environment: DatabaseEnvironment | undefined): boolean {
  if (environment === undefined) return true
  const { address, word } = environmentsIn(call['arguments'] as readonly Syntax[], place)
  const meant = address ?? word
  return meant === undefined || meant === environment
}

/** `row.environment === expected`: one side is what a database gave, the other what is expected. */
function provesFingerprint(test: Syntax, place: Place, environment: DatabaseEnvironment | undefined): Proof {
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(String(test['operator']))) return NO_PROOF
  const [left, right] = [test['left'] as Syntax, test['right'] as Syntax]
  const [isLeft, isRight] = [saysSelf(left, place), saysSelf(right, place)]
  // `row.fingerprint === hashOf(row.environment)` says that a row is sound, not whose it is.
  const [self, other] = isLeft ? [left, right] : [right, left]
  const isProof = isLeft !== isRight && isSelf(self, place) && isExpectation(other, environment)
  const isEqual = !String(test['operator']).startsWith('!')
  return { yes: isProof && isEqual, no: isProof && !isEqual }
}

/** What is not there is expected by nobody: `row.environment !== null` compares nothing. */
function isExpectation(node: Syntax, environment: DatabaseEnvironment | undefined): boolean {
  if (node.type === 'Literal' && node['value'] === null) return false
  if (node.type === 'Identifier' && node['name'] === 'undefined') return false
  const meant = environmentNamed(stringOf(node) ?? '')
  return stringOf(node) !== '' && (environment === undefined || meant === undefined || meant === environment)
}

/** Whether what a database says of itself is in an expression. */
function saysSelf(node: Syntax, place: Place): boolean {
  return [...descendants(node)].some(one => /^(?:Identifier|MemberExpression|CallExpression|AwaitExpression)$/.test(one.type) && isSelf(one, place))
}

/** Whether a value is read from what a call gave, and is named as what a database says of itself. */
function isSelf(node: Syntax, place: Place): boolean {
  const text = place.module.text.slice(Number((node['range'] as readonly number[] | undefined)?.[0] ?? node['start']), Number((node['range'] as readonly number[] | undefined)?.[1] ?? node['end']))
  if (text.length > 200 || EXPECTED.test(text)) return false
  return farOriginsOf(node, place.module, place.outside).some(({ origin, module }) => {
    if (origin.kind !== 'result') return false
    const callee = origin.call['callee'] as Syntax
    const called = module.text.slice(Number((callee['range'] as readonly number[] | undefined)?.[0] ?? callee['start']), Number((callee['range'] as readonly number[] | undefined)?.[1] ?? callee['end']))
    return (SELF.test([text, ...origin.path, called.slice(-60)].join(' ')) || asksForSelf(origin.call)) && !EXPECTED.test(called) && !/expected|process\.env/i.test(called)
  })
}

/** Whether a query asks for nothing but what a database says of itself, whatever the row calls it. */
function asksForSelf(call: Syntax): boolean {
  const texts = (call['arguments'] as readonly unknown[]).filter(isSyntax).flatMap(argument => [argument, ...argument.type === 'ArrayExpression' ? argument['elements'] as readonly Syntax[] : []])
  return texts.some(text => /^(?:select\s{1,20}(?:current_database|database|db_name)\s?\(\s?\)(?!\s{0,20},)|environment$|(?:environment_)?fingerprint$)/i.test(stringOf(text)?.trim().slice(0, 200) ?? ''))
}

/** The environment of the database that an effect is on, where its client shows it. */
export function environmentOfEffect(node: Syntax, place: Place): DatabaseEnvironment | undefined {
  const callee = (node['callee'] ?? node['tag']) as Syntax | undefined
  const own = environmentsIn((node['arguments'] ?? []) as readonly Syntax[], place).address
  if (own !== undefined || callee === undefined) return own
  for (const { origin, module } of farOriginsOf(callee, place.module, place.outside)) {
    if (origin.kind === 'result') return environmentsIn(origin.call['arguments'] as readonly Syntax[], { ...place, module }).address
  }
  return undefined
}
