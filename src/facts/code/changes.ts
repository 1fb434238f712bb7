/** What a file of any language does to databases when somebody starts it. */
import { effectsOf, isCutOff } from '../../analysis/database/effects.ts'
import { effectsOfPowerShell, effectsOfShell, effectsOfSqlFile, mutates, type TextEffect } from '../../analysis/database/mutations.ts'
import { nodesAtStart } from '../../analysis/database/running.ts'
import { moduleOf } from '../../analysis/program/module.ts'
import { endOfRun, isStarted } from '../../analysis/program/started.ts'
import { endOf, startOf } from '../../analysis/program/syntax.ts'
import type { Repository } from '../../core/repository.ts'
import type { SourceFile } from '../../core/source-file.ts'
import { outsideOf } from './outside.ts'
import { productionScriptsFact } from './production-scripts.ts'
import { scriptModulesFact } from './script-modules.ts'

/** Everything that changes a database, in the order of the text; empty for what can't be parsed. What a file only offers to others is left out. */
export function changesIn(file: SourceFile, repository: Repository): readonly TextEffect[] {
  return effectsIn(file, repository).filter(mutates)
}

/** Whether there is more in a file than anybody asks about: it may change more than was found. */
export function isCutOffIn(file: SourceFile, repository: Repository): boolean {
  const module = file.language === 'javascript' ? moduleOf(file) : undefined
  return module !== undefined && isCutOff(module, outsideOf(repository))
}

function effectsIn(file: SourceFile, repository: Repository): readonly TextEffect[] {
  const outside = outsideOf(repository)
  const place = {
    script: (name: string) => outside.packageScript?.(file.path, name),
    text: (path: string) => outside.text?.(path.replace(/^\.\//, '')),
  }
  switch (file.language) {
    case 'shell': return effectsOfShell(file.text, place)
    case 'powershell': return effectsOfPowerShell(file.text, place)
    case 'sql': return effectsOfSqlFile(file.text)
    case 'javascript': break
    default: return []
  }
  const module = moduleOf(file)
  if (module === undefined) return []
  const end = endOfRun(module)
  const all = effectsOf(module, outside).filter(({ node }) => startOf(node) < end && isStarted(node, module))
  const isImported = all.length > 0 && repository.get(scriptModulesFact).importersOf(file.path).length > 0
  const effects = isImported ? all.filter(({ node }) => isStarted(node, module, true)) : all
  const isService = effects.length > 0 && repository.get(productionScriptsFact).isService(file.path)
  const atStart = isService ? nodesAtStart(module, outside) : undefined
  return effects
    .filter(({ node }) => atStart?.has(node) !== false)
    .map(effect => ({ ...effect, start: startOf(effect.node), end: endOf(effect.node) }))
}
