/** A script that may change production does so in CI only: on every path the guard has run before anything is reached. */
import { nameOf, subjectOf } from '../../src/analysis/database/effect.ts'
import { mayReachDatabase } from '../../src/analysis/database/reach.ts'
import type { Vocabulary } from '../../src/analysis/flow/run.ts'
import { guardsIn, unguardedIn } from '../../src/analysis/flow/unguarded.ts'
import { lineOf, witnessOf } from '../../src/analysis/flow/witness.ts'
import { isDefeated } from '../../src/analysis/guards/ci.ts'
import { ciVocabulary } from '../../src/analysis/guards/ci-vocabulary.ts'
import { shellGaps } from '../../src/analysis/guards/shell.ts'
import { moduleOf, type Module } from '../../src/analysis/program/module.ts'
import { endOf, startOf, type Syntax } from '../../src/analysis/program/syntax.ts'
import { defineCodeRule, type CodeProblem, type Undecided } from '../../src/core/code-rule.ts'
import { joinPath } from '../../src/core/paths.ts'
import type { Repository } from '../../src/core/repository.ts'
import type { SourceFile } from '../../src/core/source-file.ts'
import { folderOf } from '../../src/facts/files.ts'
import { outsideOf } from '../../src/facts/code/outside.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'
import { namedExports } from '../../src/facts/code/settings.ts'
import { vocabularyOf } from '../../src/facts/code/vocabularies.ts'

interface Options {
  readonly variables: readonly string[]
}

/** Without one of these words nothing in the file, or behind its imports, can reach a database. */
const GATE = /\b(?:import|require|prisma|psql|mysql|mongo\w*|sqlite\w*|migrate|DATABASE)\b|\.(?:ba)?sh\b/i

export const requireCiGuard = defineCodeRule<Options>({
  id: 'require-ci-guard',
  meta: {
    description: 'Require scripts that change production to prove that they run in CI before they reach a database',
    schema: {
      type: 'object',
      properties: {
        variables: { type: 'array', items: { type: 'string' }, description: 'Further environment variables that only your CI sets.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { variables: [] },
    messages: {
      unguarded: '{{what}} is reached without a CI guard{{path}}.',
      throughCall: 'This leads to {{what}} ({{where}}) without a CI guard{{path}}.',
    },
    recommended: true,
    suggests: false,
  },
  languages: ['javascript', 'shell', 'powershell'],
  concerns(path, repository) {
    const scripts = repository.get(productionScriptsFact)
    if ((scripts.contract?.scripts.length ?? 0) > 0) return scripts.listed(path) !== undefined || scripts.deploys(path)
    // Nobody starts a service in CI.
    return scripts.isScript(path) && !scripts.isService(path)
  },
  judge(file, repository, { variables }) {
    if (!GATE.test(file.text)) return []
    if (file.language !== 'javascript') return judgeShell(file, repository, variables)
    const module = moduleOf(file)
    return module === undefined || !mayReachDatabase(module, outsideOf(repository)) ? [] : judgeModule(module, repository, variables)
  },
})

function judgeModule(module: Module, repository: Repository, variables: readonly string[]): readonly (CodeProblem | Undecided)[] {
  const scripts = repository.get(productionScriptsFact)
  const make = (): Vocabulary => ciVocabulary(module, {
    outside: outsideOf(repository),
    contract: scripts.contract?.guards.map(({ name, file }) => ({ name, module: file ?? undefined })) ?? [],
    settings: namedExports(repository, 'guards'),
    clients: namedExports(repository, 'clients'),
    variables,
  })
  // A script that sets CI itself can't prove anything by it, nor can what it imports.
  const vocabulary = isDefeated(module, { variables, root: module }) ? make() : vocabularyOf(repository, ['ci', variables], make)
  const isListed = scripts.listed(module.path) !== undefined
  const { exposures, undecided } = unguardedIn(module, vocabulary, isListed)
  if (exposures.length === 0) return undecided === undefined ? [] : [undecided]
  const guards = guardsIn(module, vocabulary, isListed)
  const problems = new Map<Syntax, CodeProblem>()
  for (const exposure of exposures) {
    const { node, path, elsewhere } = witnessOf(exposure, module)
    if (problems.has(node)) continue
    problems.set(node, {
      start: startOf(node),
      end: endOf(node),
      messageId: elsewhere === '' ? 'unguarded' : 'throughCall',
      data: { what: elsewhere === '' ? subjectOf(exposure.effect.what) : nameOf(exposure.effect.what), where: elsewhere, path: path === '' ? '' : `: ${path}` },
      confidence: 'high',
      evidence: evidenceFor(node, guards, module),
    })
  }
  return [...problems.values()].sort((a, b) => a.start - b.start)
}

/** The guard that comes too late, or that there is none. */
function evidenceFor(node: Syntax, guards: ReadonlyMap<Syntax, Module>, module: Module): string {
  const own = [...guards].flatMap(([guard, where]) => (where === module && guard !== node ? [guard] : []))
  const later = own.map(guard => lineOf(guard, module)).filter(line => line > lineOf(node, module)).sort((a, b) => a - b)
  const [first] = later
  if (first === undefined) return own.length === 0 ? 'nothing in this script proves that it runs in CI' : 'a guard runs on other paths only'
  return /^(?:Import|Export)/.test(node.type) ? `imports run first, so the guard in line ${first} comes too late` : `the guard in line ${first} comes too late`
}

function judgeShell({ path, text, language }: SourceFile, repository: Repository, variables: readonly string[]): readonly CodeProblem[] {
  return shellGaps(text, language === 'powershell', variables, written => scriptBeside(path, written, repository)).map(({ start, end, what, evidence }) => ({
    start, end, messageId: 'unguarded', data: { what, path: '' }, confidence: 'high', evidence,
  }))
}

/** The text of a script as another one names it: from the other's folder, from the root, or from a folder between. */
function scriptBeside(path: string, written: string, repository: Repository): string | undefined {
  for (let folder: string | undefined = folderOf(path); folder !== undefined; folder = folder === '' ? undefined : folderOf(folder)) {
    const beside = joinPath(folder, written)
    const text = beside === undefined ? undefined : repository.source.read(beside)
    if (text !== undefined && text.length < 200_000) return text.toString('utf8')
  }
  return undefined
}
