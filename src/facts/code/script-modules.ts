/** The modules that production scripts import: where their guards live. */
import type { Outside } from '../../analysis/database/effect.ts'
import { effectsOf } from '../../analysis/database/effects.ts'
import { mutates } from '../../analysis/database/mutations.ts'
import { mayFileReachDatabase } from '../../analysis/database/reach.ts'
import { specifiersInText } from '../../analysis/program/import-text.ts'
import type { Module } from '../../analysis/program/module.ts'
import { descendants, stringOf, type Syntax } from '../../analysis/program/syntax.ts'
import { defineFact, type Repository } from '../../core/repository.ts'
import { languageOf, sourceFilesFact } from '../../core/source-file.ts'
import { modulesFact, type Modules } from './modules.ts'
import { outsideOf } from './outside.ts'
import { productionScriptsFact } from './production-scripts.ts'

export interface ScriptModules {
  /** The modules that import a module, of those that scripts reach; empty for a module that no script reaches. */
  importersOf(path: string): readonly string[]
}

/** Guards live near their scripts: in what those import, and what that imports. */
const MOST_STEPS = 2
const MOST_SCRIPTS = 300

/**
 * Modules that scripts reach by imports: scripts of the contract, or, without one, scripts that change a database. Which ones do is asked
 * of those alone whose texts lead to a module that somebody asks about.
 */
export const scriptModulesFact = defineFact<ScriptModules>('modules of scripts', (repository) => {
  const scripts = repository.get(productionScriptsFact)
  const modules = repository.get(modulesFact)
  const outside = outsideOf(repository)
  const hasContract = (scripts.contract?.scripts.length ?? 0) > 0
  const listed = new Set(hasContract ? [...repository.source.files.keys()].filter(path => scripts.listed(path) !== undefined) : [])
  const starts = listed.size > 0 ? [...listed] : [...repository.source.files.keys()]
    .filter(path => languageOf(path) === 'javascript' && scripts.isScript(path)).slice(0, MOST_SCRIPTS)
  const roots = new Map<string, boolean>()
  const isRoot = (path: string): boolean => {
    let answer = roots.get(path)
    if (answer === undefined) roots.set(path, answer = listed.has(path) || changesSomething(path, modules, outside))
    return answer
  }
  const targets = new Map<string, ReadonlySet<string>>()
  const imports = (from: string, path: string): boolean => {
    let found = targets.get(from)
    if (found === undefined) {
      found = new Set(specifiersOf(modules.at(from)).flatMap(specifier => modules.resolve(from, specifier) ?? []))
      targets.set(from, found)
    }
    return found.has(path)
  }
  const started = new Set(starts)
  const perhaps = perhapsImporters(starts, path => mayImport(path, repository))
  const known = new Map<string, readonly string[]>()
  const isReached = (path: string): boolean => (perhaps.get(path) ?? []).some(from => started.has(from) && isRoot(from) && imports(from, path))
  return {
    importersOf(path) {
      let found = known.get(path)
      if (found === undefined) {
        found = (perhaps.get(path) ?? []).filter(from => ((started.has(from) && isRoot(from)) || isReached(from)) && imports(from, path))
        known.set(path, found)
      }
      return found
    },
  }
})

/** What may import a module, by the texts of scripts and of what they may import, nearest first. */
function perhapsImporters(starts: readonly string[], mayImportFrom: (path: string) => readonly string[]): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>()
  let level = starts
  const seen = new Set(starts)
  for (let step = 0; step < MOST_STEPS; step++) {
    const next: string[] = []
    for (const from of level) {
      for (const path of mayImportFrom(from)) {
        importers.set(path, [...importers.get(path) ?? [], from])
        if (!seen.has(path)) next.push(path)
        seen.add(path)
      }
    }
    level = next
  }
  return importers
}

/** The files that a file may import, by its text; where that does not tell, by its tree. */
function mayImport(path: string, repository: Repository): readonly string[] {
  if (languageOf(path) !== 'javascript') return []
  const modules = repository.get(modulesFact)
  const specifiers = specifiersInText(repository.get(sourceFilesFact)(path)?.text ?? '') ?? specifiersOf(modules.at(path))
  return [...new Set(specifiers.flatMap(specifier => modules.resolve(path, specifier) ?? []))]
}

function changesSomething(path: string, modules: Modules, outside: Outside): boolean {
  const module = mayFileReachDatabase(path, outside) ? modules.at(path) : undefined
  return module !== undefined && effectsOf(module, outside).some(mutates)
}

function specifiersOf(module: Module | undefined): readonly string[] {
  const found: string[] = []
  for (const node of module === undefined ? [] : descendants(module.program)) {
    const source = /^(?:Import|Export)/.test(node.type) ? stringOf(node['source'])
      : node.type === 'CallExpression' && (node['callee'] as Syntax)['name'] === 'require' ? stringOf((node['arguments'] as readonly unknown[])[0]) : undefined
    if (source !== undefined) found.push(source)
  }
  return found
}
