import { faultsInCode } from '../../src/analysis/deploy/code.ts'
import { allowanceOf } from '../../src/analysis/deploy/commands.ts'
import type { DeployFault } from '../../src/analysis/deploy/fault.ts'
import { faultsInPowerShell } from '../../src/analysis/deploy/powershell.ts'
import { faultsInShell } from '../../src/analysis/deploy/shell.ts'
import { moduleOf } from '../../src/analysis/program/module.ts'
import { defineCodeRule } from '../../src/core/code-rule.ts'
import type { Repository } from '../../src/core/repository.ts'
import type { SourceFile } from '../../src/core/source-file.ts'
import { outsideOf } from '../../src/facts/code/outside.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'
import { namedExports } from '../../src/facts/code/settings.ts'
import { packagesFact } from '../../src/facts/packages.ts'

/** The deploy script runs its migration command, and nothing can go wrong unseen. */
export const deployScriptMigrateOnly = defineCodeRule({
  id: 'deploy-script-migrate-only',
  meta: {
    description: 'Require the deploy script to run its migration command, nothing else, and to fail when that fails',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      command: 'The deploy script also runs `{{shown}}`; it may only run {{allowed}}.',
      dangerous: 'The deploy script runs `{{shown}}`, which can destroy data; it may only run {{allowed}}.',
      data: 'The deploy script works on data by `{{shown}}`; it may only run {{allowed}}.',
      network: 'The deploy script calls other services by `{{shown}}`; it may only run {{allowed}}.',
      unknown: 'Nobody can say what the deploy script runs by `{{shown}}`; it may only run {{allowed}}.',
      swallowed: 'The failure of `{{shown}}` is lost by {{how}}.',
    },
    recommended: true,
    suggests: false,
  },
  languages: ['javascript', 'shell', 'powershell'],
  concerns: (path, repository) => repository.get(productionScriptsFact).deploys(path),
  * judge(file, repository) {
    const terms = repository.get(productionScriptsFact).listed(file.path)?.terms
    const { commands } = allowanceOf(terms)
    const allowed = commands.length === 0 ? 'its migrations' : commands.map(command => `\`${command}\``).join(' and ')
    for (const { kind, shown, how = '', start, end } of faultsIn(file, terms, repository)) {
      yield { start, end, messageId: kind, data: { shown, how, allowed }, confidence: 'high' }
    }
  },
})

function faultsIn(file: SourceFile, terms: string | undefined, repository: Repository): readonly DeployFault[] {
  const allowance = allowanceOf(terms)
  const packageScript = (name: string): string | undefined => {
    const packages = repository.get(packagesFact)
    return packages.nearestPackage(file.path)?.scripts.get(name) ?? packages.withScript(name)[0]?.scripts.get(name)
  }
  if (file.language === 'shell') return faultsInShell(file.text, allowance, packageScript)
  if (file.language === 'powershell') return faultsInPowerShell(file.text, allowance, packageScript)
  const module = moduleOf(file)
  if (module === undefined) return []
  const contract = repository.get(productionScriptsFact).contract
  const guards = new Set([...(contract?.guards ?? []).map(guard => guard.name), ...namedExports(repository, 'guards').map(guard => guard.name), ...namedExports(repository, 'fingerprints').map(one => one.name)])
  return faultsInCode(module, { allowance, packageScript, outside: outsideOf(repository), isGuard: name => guards.has(name) })
}
