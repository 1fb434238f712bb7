/** Which values say that this is a CI run: variables of CI services, libraries that read them, and what is made of either. */
import { constantOf } from '../flow/expressions.ts'
import { targetsOf } from '../flow/targets.ts'
import type { Place } from '../flow/run.ts'
import { farOriginsOf, type FarOrigin } from '../program/far-origins.ts'
import type { Module } from '../program/module.ts'
import { ANY_PROPERTY, isFromPackage } from '../program/origin.ts'
import { returnsIn } from '../program/returns.ts'
import { isSyntax, stringOf, type Syntax } from '../program/syntax.ts'

/**
 * Variables that CI services set and people don't (as ci-info lists them). NODE_ENV is not one of them: anybody sets it.
 */
const VARIABLES: ReadonlySet<string> = new Set([
  'CI', 'CONTINUOUS_INTEGRATION', 'GITHUB_ACTIONS', 'GITHUB_RUN_ID', 'GITLAB_CI', 'CIRCLECI', 'TRAVIS', 'BUILDKITE', 'JENKINS_URL', 'JENKINS_HOME', 'TF_BUILD',
  'BITBUCKET_BUILD_NUMBER', 'BITBUCKET_COMMIT', 'TEAMCITY_VERSION', 'DRONE', 'APPVEYOR', 'CODEBUILD_BUILD_ARN', 'CODEBUILD_BUILD_ID', 'SEMAPHORE',
  'CIRRUS_CI', 'CODESHIP', 'BUDDY', 'GO_PIPELINE_LABEL', 'WOODPECKER', 'GITEA_ACTIONS', 'FORGEJO_ACTIONS', 'HARNESS_BUILD_ID',
  'CI_JOB_ID', 'CI_PIPELINE_ID', 'SYSTEM_TEAMFOUNDATIONCOLLECTIONURI',
])

/** What libraries say about CI: package, export (with the path read of it). */
const LIBRARIES: readonly (readonly [source: string, name: RegExp])[] = [
  ['ci-info', /^(?:isCI|default\.isCI|GITHUB_ACTIONS|default\.GITHUB_ACTIONS)$/],
  ['is-ci', /^(?:default|)$/],
  ['is-in-ci', /^(?:default|)$/],
  ['std-env', /^(?:isCI)$/],
]
const DETECTORS: readonly (readonly [source: string, path: RegExp])[] = [['env-ci', /^isCi$/], ['ci-detect', /^$/], ['@npmcli/ci-detect', /^$/]]

export function isCiVariable(name: string, more: readonly string[] = []): boolean {
  return VARIABLES.has(name) || more.includes(name)
}

/** One possible value of an expression: a CI variable's text, a truth about CI, a constant, or anything. */
export type CiValue = { readonly kind: 'text' | 'truth' | 'unknown' } | { readonly kind: 'constant', readonly value: unknown }

const UNKNOWN: readonly CiValue[] = [{ kind: 'unknown' }]
const TEXT: readonly CiValue[] = [{ kind: 'text' }]
const TRUTH: readonly CiValue[] = [{ kind: 'truth' }]

export interface CiReader {
  /** Variables that the user counts as CI's. */
  readonly variables: readonly string[]
  /** The script that is started. */
  readonly root: Module
}

/** Everything that an expression may be, as far as CI is concerned. */
export function ciValuesOf(node: Syntax, place: Place, reader: CiReader): readonly CiValue[] {
  return valuesOf(node, place, { ...reader, left: MOST_QUESTIONS }, 0)
}

/** Beyond this many parts an expression may be anything. */
const MOST_QUESTIONS = 300

interface Look extends CiReader {
  left: number
}

function valuesOf(node: Syntax, place: Place, reader: Look, depth: number): readonly CiValue[] {
  if (depth > 12 || --reader.left < 0) return UNKNOWN
  const below = (child: unknown, at: Place = place): readonly CiValue[] => (isSyntax(child) ? valuesOf(child, at, reader, depth + 1) : UNKNOWN)
  switch (node.type) {
    case 'Literal': return [{ kind: 'constant', value: node['value'] }]
    case 'TemplateLiteral': return (node['expressions'] as readonly unknown[]).length === 1 ? below((node['expressions'] as readonly unknown[])[0]) : [{ kind: 'constant', value: stringOf(node) }]
    case 'LogicalExpression': return [...below(node['left']), ...below(node['right'])]
    case 'ConditionalExpression': return [...below(node['consequent']), ...below(node['alternate'])]
    case 'TSAsExpression': case 'TSNonNullExpression': case 'TSSatisfiesExpression': case 'ChainExpression': case 'ParenthesizedExpression': return below(node['expression'])
    case 'AwaitExpression': return below(node['argument'])
    case 'CallExpression': {
      const given = fromCall(node, place, reader, depth)
      if (given !== undefined) return given
      break
    }
    case 'Identifier': {
      if (node['name'] === 'undefined') return [{ kind: 'constant', value: undefined }]
      const constant = constantOf(node, place.module)
      if (constant !== undefined) return below(constant)
      break
    }
    case 'MemberExpression': {
      const computed = computedNames(node, place)
      if (computed.length > 0 && computed.every(name => name !== undefined && isCiVariable(name, reader.variables))) return TEXT
      break
    }
    default: return UNKNOWN
  }
  const origins = farOriginsOf(node, place.module, place.outside)
  return origins.length === 0 ? UNKNOWN : origins.flatMap(origin => fromOrigin(origin, node, place, reader, depth))
}

/** The names in `process.env[name]`, where the caller or a list that is looped over gives them; empty when nobody knows. */
function computedNames(node: Syntax, place: Place): readonly (string | undefined)[] {
  const property = node['property']
  if (node['computed'] !== true || !isSyntax(property) || property.type !== 'Identifier') return []
  const isEnv = farOriginsOf(node['object'] as Syntax, place.module, place.outside).every(({ origin }) => origin.kind === 'global' && [origin.name, ...origin.path].join('.') === 'process.env')
  const [name, ...others] = farOriginsOf(property, place.module, place.outside)
  if (!isEnv || name === undefined || others.length > 0) return []
  if (name.origin.kind === 'value' && name.origin.path.join('.') === ANY_PROPERTY && name.origin.node.type === 'ArrayExpression') {
    return (name.origin.node['elements'] as readonly unknown[]).map(element => stringOf(element))
  }
  if (name.origin.kind !== 'parameter') return []
  const { of, index } = name.origin
  return [stringOf(place.bindings.find(binding => binding.fn === of)?.args[index])]
}

function fromOrigin({ origin, module }: FarOrigin, node: Syntax, place: Place, reader: Look, depth: number): readonly CiValue[] {
  const at = { ...place, module }
  switch (origin.kind) {
    case 'global': return isEnvironment([origin.name, ...origin.path], reader) ? TEXT : UNKNOWN
    case 'module': {
      const path = [origin.name === '*' ? '' : origin.name, ...origin.path].filter(part => part !== '').join('.')
      if (/^(?:node:)?process$/.test(origin.source)) return isEnvironment(['process', ...path.replace(/^default\./, '').split('.')], reader) ? TEXT : UNKNOWN
      return LIBRARIES.some(([source, name]) => isFromPackage(origin, source) && name.test(path)) ? TRUTH : UNKNOWN
    }
    case 'parameter': {
      const binding = place.bindings.find(one => one.fn === origin.of)
      const argument = binding?.args[origin.index]
      if (binding === undefined || argument === undefined) return UNKNOWN
      if (origin.path.length === 0) return valuesOf(argument, binding.at, reader, depth + 1)
      // `check(process.env)`, and `env.CI` inside.
      const far = depth > 8 ? [] : farOriginsOf(argument, binding.at.module, place.outside, origin.path)
      return far.length === 0 ? UNKNOWN : far.flatMap(one => fromOrigin(one, argument, binding.at, reader, depth + 2))
    }
    case 'result': return fromResult(origin.call, origin.path, at, reader, depth)
    case 'value':
      if (origin.node.type === 'MetaProperty') return isEnvironment(['process', ...origin.path], reader) ? TEXT : UNKNOWN
      return origin.node === node || origin.path.length > 0 ? UNKNOWN : valuesOf(origin.node, at, reader, depth + 1)
    default: return UNKNOWN
  }
}

function isEnvironment([root, env, name, ...rest]: readonly string[], reader: CiReader): boolean {
  return (root === 'process' || root === 'Bun' || root === 'globalThis') && env === 'env' && name !== undefined && name !== ANY_PROPERTY && rest.length === 0 && isCiVariable(name, reader.variables)
}

/** What a call gave, or a property of it. */
function fromResult(call: Syntax, path: readonly string[], place: Place, reader: Look, depth: number): readonly CiValue[] {
  const [name] = path
  if (name === undefined) return depth > 8 ? UNKNOWN : fromCall(call, place, reader, depth + 1) ?? UNKNOWN
  // `envSchema.parse(process.env).CI`, `cleanEnv(process.env, { CI: bool() }).CI`
  const isParsed = path.length === 1 && isCiVariable(name, reader.variables) && readsEnvironment(call, place)
  if (isParsed) return defaultsToTrue(call, name, place) ? UNKNOWN : TEXT
  const isDetector = farOriginsOf(call['callee'] as Syntax, place.module, place.outside)
    .some(({ origin }) => origin.kind === 'module' && DETECTORS.some(([source, wanted]) => isFromPackage(origin, source) && wanted.test(path.join('.'))))
  return isDetector ? TRUTH : UNKNOWN
}

/** Whether a call is given the whole environment. */
export function readsEnvironment(call: Syntax, { module }: Place): boolean {
  const text = textOf(call, module.text)
  return /\b(?:process\.env\b(?!\s*[.[])|runtimeEnv\b)/.test(text)
}

function defaultsToTrue(call: Syntax, name: string, { module }: Place): boolean {
  const text = textOf(call, module.text)
  const at = text.indexOf(name)
  return at >= 0 && /^[^\n]{0,80}default\w{0,8}[(:]\s{0,4}['"]?(?:true|1)/.test(text.slice(at))
}

function textOf(node: Syntax, text: string): string {
  const [start, end] = (node['range'] as readonly [number, number] | undefined) ?? [node['start'] as number, node['end'] as number]
  return text.slice(start, Math.min(end, start + 4000))
}

const UNCHANGED = /^(?:toLowerCase|toUpperCase|trim|toString|valueOf)$/
const CONVERSIONS = /^(?:String|Number|parseInt|parseBool|parseBoolean|toBool|toBoolean|isTrue|isTruthy|yn|boolean|truthy|strtobool)$/

/** What a call gives: of what it converts, or of what the called functions return. */
function fromCall(call: Syntax, place: Place, reader: Look, depth: number): readonly CiValue[] | undefined {
  const callee = call['callee'] as Syntax
  const args = call['arguments'] as readonly Syntax[]
  const below = (child: unknown): readonly CiValue[] => (isSyntax(child) ? valuesOf(child, place, reader, depth + 1) : UNKNOWN)
  const [first] = args
  if (callee.type === 'MemberExpression') {
    const method = String((callee['property'] as Syntax)['name'])
    if (UNCHANGED.test(method) && args.length === 0) return below(callee['object'])
    if (method === 'parse' && (callee['object'] as Syntax)['name'] === 'JSON') return below(first)
    if (method === 'get' && isCiVariable(stringOf(first) ?? '', reader.variables)) return TEXT
    // env-var: `env.get("CI").required().asBoolStrict()`
    if (/^(?:required|as[A-Z]\w*)$/.test(method)) return below(callee['object'])
    return fromFunctions(call, place, reader, depth)
  }
  const known = fromFunctions(call, place, reader, depth)
  if (known !== undefined) return known
  if (callee.type === 'Identifier' && CONVERSIONS.test(String(callee['name'])) && args.length > 0) return below(first).map(value => (value.kind === 'text' ? { kind: 'truth' } : value))
  const isDetector = farOriginsOf(callee, place.module, place.outside).some(({ origin }) => origin.kind === 'module' && DETECTORS.some(([source, path]) => isFromPackage(origin, source) && path.test('')))
  return isDetector ? TRUTH : undefined
}

/** What the functions that are called return, where all of them are known. */
function fromFunctions(call: Syntax, place: Place, reader: Look, depth: number): readonly CiValue[] | undefined {
  const { targets, complete } = targetsOf(call['callee'] as Syntax, place)
  if (!complete || targets.length === 0 || targets.length > 3) return undefined
  return targets.flatMap(({ fn, module }) => {
    if (place.bindings.some(binding => binding.fn === fn)) return UNKNOWN
    const at: Place = { ...place, module, bindings: [...place.bindings, { fn, args: call['arguments'] as readonly Syntax[], at: place }] }
    const returned = returnsIn(fn)
    return returned.length === 0 ? UNKNOWN : returned.flatMap(node => valuesOf(node, at, reader, depth + 2))
  })
}
