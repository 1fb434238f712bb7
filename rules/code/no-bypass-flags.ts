import type { Bypass } from '../../src/analysis/bypass/bypass.ts'
import { bypassesInDockerfile, bypassesInHookConfig, bypassesInManifest, configuresHooks } from '../../src/analysis/bypass/hooks.ts'
import { bypassesInShell } from '../../src/analysis/bypass/shell.ts'
import { bypassesInWorkflow } from '../../src/analysis/bypass/workflow.ts'
import { firstMutation } from '../../src/analysis/contract/mutating-code.ts'
import { defineCodeRule } from '../../src/core/code-rule.ts'
import { lineStarts, pointAt } from '../../src/core/position.ts'
import type { Repository } from '../../src/core/repository.ts'
import type { SourceFile } from '../../src/core/source-file.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'

/** Not what protects anything: tests of tools, samples, other people's code. */
const SET_ASIDE = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|e2e|specs?|fixtures?|playground|node_modules|dist|vendor|third[-_]party|docs?|examples?|samples?|templates?|template-[^/]+)\/|\.(?:test|spec|stories|d)\.[cm]?[jt]sx?$/i
const IN_CI = /^(?:\.husky|\.githooks|\.ci|ci|\.github|\.buildkite|\.circleci|\.gitlab)\/|(?:^|\/)(?:ci|hooks)\//

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
      admin: '`--admin` merges whatever the required checks say.',
      skipCi: '`{{written}}` keeps the pipeline from looking at this commit.',
      passed: '`{{name}}` tells `{{script}}` to leave out a guard.',
      disabled: '`{{name}}` is switched off, so `{{gate}}` never runs.',
    },
    recommended: true,
    suggests: false,
  },
  languages: ['shell', 'manifest', 'dockerfile', 'yaml', 'workflow'],
  concerns: (path) => !SET_ASIDE.test(path),
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
