import type { Bypass } from '../../src/analysis/bypass/bypass.ts'
import { bypassesInCode, handsFlag } from '../../src/analysis/bypass/code.ts'
import { bypassesInDockerfile, bypassesInHookConfig, bypassesInManifest, configuresHooks } from '../../src/analysis/bypass/hooks.ts'
import { bypassesInShell } from '../../src/analysis/bypass/shell.ts'
import { bypassesInWorkflow } from '../../src/analysis/bypass/workflow.ts'
import { firstMutation } from '../../src/analysis/contract/mutating-code.ts'
import { effectsOf } from '../../src/analysis/database/effects.ts'
import { moduleOf } from '../../src/analysis/program/module.ts'
import { defineCodeRule } from '../../src/core/code-rule.ts'
import { lineStarts, pointAt } from '../../src/core/position.ts'
import type { Repository } from '../../src/core/repository.ts'
import type { SourceFile } from '../../src/core/source-file.ts'
import { modulesFact } from '../../src/facts/code/modules.ts'
import { outsideOf } from '../../src/facts/code/outside.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'
import { scriptModulesFact } from '../../src/facts/code/script-modules.ts'
import { namedExports } from '../../src/facts/code/settings.ts'

/** Not what protects anything: tests of tools, samples, other people's code. */
const SET_ASIDE = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|e2e|specs?|fixtures?|playground|node_modules|dist|vendor|third[-_]party|docs?|examples?|samples?|templates?|template-[^/]+)\/|\.(?:test|spec|stories|d)\.[cm]?[jt]sx?$/i
const IN_CI = /^(?:\.husky|\.githooks|\.ci|ci|\.github|\.buildkite|\.circleci|\.gitlab)\/|(?:^|\/)(?:ci|hooks)\//

/** One look that tells modules without any flag. */
const MAY_BYPASS = /SKIP|BYPASS|ALLOW|FORCE|DISABLE|IGNORE|OVERRIDE|UNSAFE|SUPPRESS|NO_|_PROD|skip|bypass|allow|force|disable|ignore|override|unsafe|dangerous|suppress|--no-|-f\b/

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
  languages: ['javascript', 'shell', 'manifest', 'dockerfile', 'yaml', 'workflow'],
  concerns: path => !SET_ASIDE.test(path),
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
    case 'javascript': return MAY_BYPASS.test(text) ? bypassesInModule(file, repository) : []
    case 'shell': {
      const hook = /^\.(?:husky|githooks)\//.test(path)
      const scripts = repository.get(productionScriptsFact)
      const guards = IN_CI.test(path) || scripts.listed(path) !== undefined || firstMutation(text) >= 0
      return bypassesInShell(text, { isGate: false, byPeople: !IN_CI.test(path) || hook, stops: path.startsWith('.husky/'), guards })
    }
    case 'manifest': return bypassesInManifest(text)
    case 'dockerfile': return bypassesInDockerfile(text)
    case 'workflow': return bypassesInWorkflow(text)
    case 'yaml': return configuresHooks(path) ? bypassesInHookConfig(path, text) : []
    default: return []
  }
}

function bypassesInModule(file: SourceFile, repository: Repository): readonly Bypass[] {
  const scripts = repository.get(productionScriptsFact)
  const outside = outsideOf(repository)
  const modules = repository.get(modulesFact)
  const isScript = scripts.isScript(file.path)
  const importersOf = (path: string): readonly string[] => repository.get(scriptModulesFact).importersOf(path)
  if (!isScript && importersOf(file.path).length === 0) return []
  const module = moduleOf(file)
  if (module === undefined) return []
  const mutates = scripts.listed(file.path) !== undefined || importersOf(file.path).length > 0 || firstMutation(file.text) >= 0
    || effectsOf(module, outside).some(effect => /^(?:write|migrate|command)$/.test(effect.kind))
  if (!mutates) return []
  const guards = new Set([...(scripts.contract?.guards ?? []).map(guard => guard.name), ...namedExports(repository, 'guards').map(guard => guard.name), ...namedExports(repository, 'fingerprints').map(guard => guard.name)])
  return bypassesInCode(module, {
    outside, isScript,
    isGuard: name => guards.has(name),
    isHandedOver: (fn, inside) => importersOf(inside.path).some((path) => {
      const importer = modules.at(path)
      return importer !== undefined && handsFlag(importer, fn, inside, outside)
    }),
  })
}
