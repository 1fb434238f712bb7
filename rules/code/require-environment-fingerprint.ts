/** A script asks a database who it is before it works on it: on every path the validation has run, and was awaited. */
import { mayReachDatabase } from '../../src/analysis/database/reach.ts'
import { guardsIn, unguardedIn, type Unguarded } from '../../src/analysis/flow/unguarded.ts'
import { lineOf, witnessOf } from '../../src/analysis/flow/witness.ts'
import { nameOf, subjectOf, type EffectKind } from '../../src/analysis/database/effect.ts'
import { ownEffectsOf } from '../../src/analysis/database/effects.ts'
import { NO_PROOF, type Place } from '../../src/analysis/flow/run.ts'
import { environmentsIn, type DatabaseEnvironment } from '../../src/analysis/guards/database-environment.ts'
import { environmentOfEffect, fingerprintVocabulary, isValidationCall, type FingerprintTerms } from '../../src/analysis/guards/fingerprint.ts'
import { moduleOf, type Module } from '../../src/analysis/program/module.ts'
import { descendants, endOf, startOf, type Syntax } from '../../src/analysis/program/syntax.ts'
import { defineCodeRule, type CodeProblem, type Undecided } from '../../src/core/code-rule.ts'
import type { Repository } from '../../src/core/repository.ts'
import { outsideOf } from '../../src/facts/code/outside.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'
import { namedExports } from '../../src/facts/code/settings.ts'
import { vocabularyOf } from '../../src/facts/code/vocabularies.ts'

interface Options {
  readonly before: 'client' | 'first-write'
}

const KINDS: Readonly<Record<Options['before'], readonly EffectKind[]>> = {
  'client': ['client', 'connect', 'read', 'write', 'migrate', 'command'],
  'first-write': ['write', 'migrate', 'command'],
}

/** Without one of these words nothing in the file, or behind its imports, can reach a database. */
const GATE = /\b(?:import|require|prisma|psql|mysql|mongo\w*|sqlite\w*|migrate|DATABASE)\b/i

export const requireEnvironmentFingerprint = defineCodeRule<Options>({
  id: 'require-environment-fingerprint',
  meta: {
    description: 'Require scripts that change production to validate which database they are connected to before they use it',
    schema: {
      type: 'object',
      properties: {
        before: { type: 'string', enum: ['client', 'first-write'], description: 'What the validation must come before: the client is made, or the first write.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { before: 'client' },
    messages: {
      unvalidated: '{{what}} is reached before the environment fingerprint was validated{{path}}.',
      throughCall: 'This leads to {{what}} ({{where}}) before the environment fingerprint was validated{{path}}.',
      mismatch: 'This expects the {{word}} database, but the address is that of {{address}}.',
    },
    recommended: true,
    suggests: false,
  },
  languages: ['javascript'],
  concerns(path, repository) {
    const scripts = repository.get(productionScriptsFact)
    if (scripts.deploys(path)) return false
    if ((scripts.contract?.scripts.length ?? 0) === 0) return scripts.isScript(path) && !scripts.isService(path)
    // What sets the fingerprint can't ask for it, and migrations make the table that it is in.
    const kind = scripts.listed(path)?.kind
    return kind !== undefined && kind !== 'deploy' && kind !== 'init'
  },
  judge(file, repository, { before }) {
    if (!GATE.test(file.text)) return []
    const module = moduleOf(file)
    return module === undefined || !mayReachDatabase(module, outsideOf(repository)) ? [] : judgeModule(module, repository, KINDS[before])
  },
})

function judgeModule(module: Module, repository: Repository, kinds: readonly EffectKind[]): readonly (CodeProblem | Undecided)[] {
  const { contract, listed } = repository.get(productionScriptsFact)
  const terms: Omit<FingerprintTerms, 'environment'> = {
    outside: outsideOf(repository),
    contract: contract?.guards
      .filter(({ name, file }) => /finger|environment|identity/i.test(`${name} ${file ?? ''}`))
      .map(({ name, file }) => ({ name, module: file ?? undefined })) ?? [],
    settings: namedExports(repository, 'fingerprints'),
    clients: namedExports(repository, 'clients'),
    kinds,
  }
  const place: Place = { module, outside: terms.outside, bindings: [] }
  const isListed = listed(module.path) !== undefined
  const mutations = isListed ? undefined : mutationsIn(module, repository, terms)
  if (mutations?.exposures.length === 0) return mutations.undecided === undefined ? [] : [mutations.undecided]
  const problems = new Map<Syntax, CodeProblem>()
  const undecided: Undecided[] = []
  for (const environment of [undefined, ...environmentsUsed(place, kinds)]) {
    for (const one of unvalidated(module, repository, { ...terms, environment }, isListed)) {
      if ('undecided' in one) undecided.push(one)
      else if (!problems.has(one.node)) problems.set(one.node, one.problem)
    }
  }
  const found = [...problems.values(), ...mismatches(place)].sort((a, b) => a.start - b.start)
  return [...undecided, ...found]
}

/** Whether a script writes at all, whatever it validates. Which scripts must validate is said by the contract; without one, those that write. */
function mutationsIn(module: Module, repository: Repository, terms: Omit<FingerprintTerms, 'environment'>): Unguarded {
  const vocabulary = vocabularyOf(repository, ['writes'], () => ({
    ...fingerprintVocabulary({ ...terms, kinds: KINDS['first-write'], environment: undefined }), proves: () => NO_PROOF, namedGuard: () => undefined,
  }))
  return unguardedIn(module, vocabulary, false)
}

interface Unvalidated {
  readonly node: Syntax
  readonly problem: CodeProblem
}

function* unvalidated(module: Module, repository: Repository, terms: FingerprintTerms, callsExports: boolean): Iterable<Unvalidated | Undecided> {
  const vocabulary = vocabularyOf(repository, ['fingerprint', terms.kinds, terms.environment], () => fingerprintVocabulary(terms))
  const { exposures, undecided } = unguardedIn(module, vocabulary, callsExports)
  if (undecided !== undefined) yield undecided
  const guards = exposures.length === 0 ? new Map<Syntax, Module>() : guardsIn(module, vocabulary, callsExports)
  for (const exposure of exposures) {
    const { node, path, elsewhere } = witnessOf(exposure, module)
    const lines = [...guards].filter(([, where]) => where === module).map(([guard]) => lineOf(guard, module))
    const later = lines.filter(line => line > lineOf(node, module)).sort((a, b) => a - b)[0]
    const whose = terms.environment === undefined ? '' : ` of ${terms.environment}`
    yield {
      node,
      problem: {
        start: startOf(node),
        end: endOf(node),
        messageId: elsewhere === '' ? 'unvalidated' : 'throughCall',
        data: { what: elsewhere === '' ? subjectOf(exposure.effect.what) : nameOf(exposure.effect.what), where: elsewhere, path: path === '' ? '' : `: ${path}` },
        confidence: 'high',
        evidence: later === undefined ? `no validation${whose} runs on this way` : `the validation${whose} in line ${later} comes too late`,
      },
    }
  }
}

/** Environments of the clients that a module makes, where the code shows more than one. */
function environmentsUsed(place: Place, kinds: readonly EffectKind[]): readonly DatabaseEnvironment[] {
  const effects = ownEffectsOf(place.module, place.outside).filter(({ kind }) => kinds.includes(kind))
  const found = new Set(effects.map(({ node }) => environmentOfEffect(node, place)))
  return [...found].filter(environment => environment !== undefined)
}

/** Validations that are given the address of one environment and told to expect another. */
function* mismatches(place: Place): Iterable<CodeProblem> {
  for (const node of descendants(place.module.program)) {
    if (node.type !== 'CallExpression') continue
    const { address, word } = environmentsIn(node['arguments'] as readonly Syntax[], place)
    if (address === undefined || word === undefined || address === word) continue
    if (!isValidationCall(node, place)) continue
    yield { start: startOf(node), end: endOf(node), messageId: 'mismatch', data: { word, address }, confidence: 'high' }
  }
}
