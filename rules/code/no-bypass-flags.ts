import type { Bypass } from '../../src/analysis/bypass/bypass.ts'
import { bypassesInCommands, mayStartBypass } from '../../src/analysis/bypass/code-commands.ts'
import { bypassesInCode, handsFlag, isGuardName } from '../../src/analysis/bypass/code.ts'
import { bypassesInDockerfile, bypassesInHookConfig, bypassesInMakefile, bypassesInManifest, configuresHooks } from '../../src/analysis/bypass/hooks.ts'
import { bypassesInPipeline, isPipeline } from '../../src/analysis/bypass/gitlab.ts'
import { bypassesInPowerShell } from '../../src/analysis/bypass/powershell.ts'
import { bypassesInShell } from '../../src/analysis/bypass/shell.ts'
import { bypassesInWorkflow } from '../../src/analysis/bypass/workflow.ts'
import { firstMutation } from '../../src/analysis/contract/mutating-code.ts'
import { effectsOf } from '../../src/analysis/database/effects.ts'
import { exportedNames } from '../../src/analysis/program/exports.ts'
import { moduleOf, type Module } from '../../src/analysis/program/module.ts'
import { stringOf, type Syntax } from '../../src/analysis/program/syntax.ts'
import { defineCodeRule } from '../../src/core/code-rule.ts'
import { joinPath } from '../../src/core/paths.ts'
import { lineStarts, pointAt } from '../../src/core/position.ts'
import type { Repository } from '../../src/core/repository.ts'
import type { SourceFile } from '../../src/core/source-file.ts'
import { modulesFact } from '../../src/facts/code/modules.ts'
import { outsideOf } from '../../src/facts/code/outside.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'
import { folderOf } from '../../src/facts/files.ts'
import { scriptModulesFact } from '../../src/facts/code/script-modules.ts'
import { namedExports } from '../../src/facts/code/settings.ts'

/** Not what protects anything: tests of tools, samples, other people's code. */
const SET_ASIDE = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|e2e|specs?|fixtures?|playground|node_modules|dist|vendor|third[-_]party|docs?|examples?|samples?|templates?|template-[^/]+)\/|\.(?:test|spec|stories|d)\.(?:[cm]?[jt]sx?|sh|bash)$/i
/** What a tool made of another file: nobody edits it. */
const COMPILED = /^\.github\/workflows\/[^/]{1,200}\.lock\.ya?ml$/
const IN_CI = /^(?:\.husky|\.githooks|\.ci|ci|\.github|\.buildkite|\.circleci|\.gitlab)\/|(?:^|\/)(?:ci|hooks)\//

/** One look that tells modules without any flag. */
const MAY_BYPASS = /SKIP|BYPASS|ALLOW|FORCE|DISABLE|IGNORE|OVERRIDE|UNSAFE|SUPPRESS|NO_|_PROD|skip|bypass|allow|force|disable|ignore|override|unsafe|dangerous|suppress|--no-|-f\b/

/** One look that tells modules which call no guard. */
const CALLS_GUARD = /\b(?:enforce|assert|validate|verify|ensure|guard|check|confirm|block|protect|refuse|forbid|prevent|deny|must|preflight|require)[A-Z]\w{0,60}\s{0,3}\(/

/** Nothing lets a guard, a gate or a hook be skipped. */
export const noBypassFlags = defineCodeRule({
  id: 'no-bypass-flags',
  meta: {
    description: 'Disallow flags, variables and commands that let a guard, a check or a hook be skipped',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      flag: '`{{name}}` lets {{guard}} in line {{line}} be skipped.',
      parameter: 'The parameter `{{name}}` lets {{guard}} in line {{line}} be skipped.',
      enables: '`{{name}}` lets {{mutation}} in line {{line}} run.',
      swallowed: '`{{swallow}}` throws away the failure of `{{gate}}`.',
      continues: '{{what}} goes on when `{{gate}}` fails.',
      hooks: '`{{flag}}` switches off the git hooks of `{{command}}`.',
      admin: 'Merging with `--admin` overrules the required checks.',
      skipCi: '`{{written}}` keeps the pipeline from looking at this commit.',
      passed: '`{{name}}` tells `{{script}}` to leave out a guard.',
      disabled: '`{{name}}` is switched off, so `{{gate}}` never runs.',
    },
    recommended: true,
    suggests: false,
  },
  languages: ['javascript', 'shell', 'powershell', 'manifest', 'dockerfile', 'makefile', 'yaml', 'workflow'],
  concerns: path => !SET_ASIDE.test(path) && !COMPILED.test(path),
  * judge(file, repository) {
    let lines: readonly number[] | undefined
    for (const { start, end, messageId, data, confidence, evidence, concernedAt } of bypassesIn(file, repository)) {
      const line = concernedAt === undefined ? '' : String(pointAt(lines ??= lineStarts(file.text), concernedAt).line)
      yield { start, end, messageId, data: { ...data, line }, confidence, ...(evidence === undefined ? {} : { evidence }) }
    }
  },
})

function bypassesIn(file: SourceFile, repository: Repository): readonly Bypass[] {
  const { path, text, language } = file
  switch (language) {
    case 'javascript': return [...MAY_BYPASS.test(text) ? bypassesInModule(file, repository) : [], ...mayStartBypass(text) ? commandsOf(file, repository) : []]
    case 'shell': {
      const hook = /^\.(?:husky|githooks)\//.test(path)
      const scripts = repository.get(productionScriptsFact)
      const guards = IN_CI.test(path) || scripts.listed(path) !== undefined || firstMutation(text) >= 0
      return bypassesInShell(text, { isGate: false, byPeople: !IN_CI.test(path) || hook, stops: path.startsWith('.husky/'), guards })
    }
    case 'powershell': return bypassesInPowerShell(text)
    case 'manifest': {
      const scripts = repository.get(productionScriptsFact)
      return bypassesInManifest(text, script => scripts.listed(joinPath(folderOf(path), script) ?? '') !== undefined)
    }
    case 'dockerfile': return bypassesInDockerfile(text)
    case 'makefile': return bypassesInMakefile(text)
    case 'workflow': return bypassesInWorkflow(text)
    case 'yaml': return configuresHooks(path) ? bypassesInHookConfig(path, text) : isPipeline(path) ? bypassesInPipeline(text) : []
    default: return []
  }
}

function commandsOf(file: SourceFile, repository: Repository): readonly Bypass[] {
  const module = moduleOf(file)
  if (module === undefined) return []
  // What a deploy script loses is told by the rule about deploy scripts.
  const deploys = repository.get(productionScriptsFact).deploys(file.path)
  return bypassesInCommands(module, outsideOf(repository)).filter(({ messageId }) => !deploys || messageId !== 'swallowed')
}

function bypassesInModule(file: SourceFile, repository: Repository): readonly Bypass[] {
  const scripts = repository.get(productionScriptsFact)
  const outside = outsideOf(repository)
  const modules = repository.get(modulesFact)
  const isScript = scripts.isScript(file.path)
  const importersOf = (path: string): readonly string[] => repository.get(scriptModulesFact).importersOf(path)
  const guards = guardsOf(repository)
  const isNear = isScript || importersOf(file.path).length > 0
  if (!isNear && (guards.size === 0 || !CALLS_GUARD.test(file.text))) return []
  const module = moduleOf(file)
  if (module === undefined) return []
  const allGuards = new Set([...guards, ...guardsBeside(guards, module, repository)])
  const callsGuard = [...allGuards].some(name => name.length > 3 && file.text.includes(name))
  const mutates = callsGuard || scripts.listed(file.path) !== undefined || importersOf(file.path).length > 0 || firstMutation(file.text) >= 0
    || effectsOf(module, outside).some(effect => /^(?:write|migrate|command)$/.test(effect.kind))
  if (!mutates) return []
  return bypassesInCode(module, {
    outside, isScript, isNear,
    isGuard: name => allGuards.has(name),
    isHandedOver: (fn, inside) => importersOf(inside.path).some((path) => {
      const importer = modules.at(path)
      return importer !== undefined && handsFlag(importer, fn, inside, outside)
    }),
  })
}

/** Names of functions that are guards because somebody says so: the contract and the settings. */
function guardsOf(repository: Repository): ReadonlySet<string> {
  const named = repository.get(productionScriptsFact).contract?.guards ?? []
  return new Set([...named, ...namedExports(repository, 'guards'), ...namedExports(repository, 'fingerprints')].map(({ name }) => name))
}

/** Names of imported functions that stand beside such a guard, and are guards by their names. */
function guardsBeside(guards: ReadonlySet<string>, module: Module, repository: Repository): readonly string[] {
  const modules = repository.get(modulesFact)
  return (module.program['body'] as readonly Syntax[]).flatMap((statement) => {
    const source = statement.type === 'ImportDeclaration' ? stringOf(statement['source']) : undefined
    const path = source === undefined ? undefined : modules.resolve(module.path, source)
    const other = path === undefined ? undefined : modules.at(path)
    const names = other === undefined ? [] : exportedNames(other)
    return names.some(name => guards.has(name)) ? names.filter(isGuardName) : []
  })
}
