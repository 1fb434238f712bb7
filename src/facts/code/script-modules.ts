/** The modules that production scripts import: where their guards live. */
import type { Outside } from '../../analysis/database/effect.ts'
import { effectsOf } from '../../analysis/database/effects.ts'
import { mutates } from '../../analysis/database/mutations.ts'
import type { Module } from '../../analysis/program/module.ts'
import { descendants, stringOf, type Syntax } from '../../analysis/program/syntax.ts'
import { defineFact } from '../../core/repository.ts'
import { languageOf } from '../../core/source-file.ts'
import { modulesFact } from './modules.ts'
import { outsideOf } from './outside.ts'
import { productionScriptsFact } from './production-scripts.ts'

export interface ScriptModules {
  /** The modules that import a module, of those that scripts reach; empty for a module that no script reaches. */
  importersOf(path: string): readonly string[]
}

/** Guards live near their scripts: in what those import, and what that imports. */
const MOST_STEPS = 2
const MOST_SCRIPTS = 300

/** Modules that scripts reach by imports: scripts of the contract, or, without one, scripts that change a database. */
export const scriptModulesFact = defineFact<ScriptModules>('modules of scripts', (repository) => {
  const scripts = repository.get(productionScriptsFact)
  const modules = repository.get(modulesFact)
  const outside = outsideOf(repository)
  const importers = new Map<string, Set<string>>()
  const hasContract = (scripts.contract?.scripts.length ?? 0) > 0
  const listed = hasContract ? [...repository.source.files.keys()].filter(path => scripts.listed(path) !== undefined) : []
  let level = listed.length > 0 ? listed : [...repository.source.files.keys()]
    .filter(path => languageOf(path) === 'javascript' && scripts.isScript(path)).slice(0, MOST_SCRIPTS)
    .filter(path => changesSomething(modules.at(path), outside))
  const seen = new Set(level)
  for (let step = 0; step < MOST_STEPS; step++) {
    const next: string[] = []
    for (const from of level) {
      const module = modules.at(from)
      if (module === undefined) continue
      for (const specifier of specifiersOf(module.program)) {
        const path = modules.resolve(from, specifier)
        if (path === undefined) continue
        let set = importers.get(path)
        if (set === undefined) importers.set(path, set = new Set())
        set.add(from)
        if (!seen.has(path)) next.push(path)
        seen.add(path)
      }
    }
    level = next
  }
  return { importersOf: path => [...importers.get(path) ?? []] }
})

function changesSomething(module: Module | undefined, outside: Outside): boolean {
  return module !== undefined && effectsOf(module, outside).some(mutates)
}

function specifiersOf(program: Syntax): readonly string[] {
  const found: string[] = []
  for (const node of descendants(program)) {
    const source = /^(?:Import|Export)/.test(node.type) ? stringOf(node['source'])
      : node.type === 'CallExpression' && (node['callee'] as Syntax)['name'] === 'require' ? stringOf((node['arguments'] as readonly unknown[])[0]) : undefined
    if (source !== undefined) found.push(source)
  }
  return found
}
