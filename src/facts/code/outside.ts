/** The checkout as readers of code see it beyond one module. */
import type { Outside } from '../../analysis/database/effect.ts'
import { defineFact, type Repository } from '../../core/repository.ts'
import { packagesFact } from '../packages.ts'
import { modulesFact } from './modules.ts'
import { scriptModulesFact } from './script-modules.ts'
import { namedExports } from './settings.ts'

const LARGEST_TEXT = 500_000

const outsideFact = defineFact<Outside>('outside of modules', (repository) => {
  const modules = repository.get(modulesFact)
  const packages = repository.get(packagesFact)
  return {
    importers: path => repository.get(scriptModulesFact).importersOf(path).map(one => modules.at(one)).filter(module => module !== undefined),
    clients: namedExports(repository, 'clients'),
    imported: (from, specifier) => modules.imported(from, specifier),
    resolve: (from, specifier) => modules.resolve(from, specifier),
    packageScript(from, name) {
      for (const own of packages.enclosing(from)) {
        const script = own.scripts.get(name)
        if (script !== undefined) return script
      }
      return undefined
    },
    text(path) {
      if (!repository.source.files.has(path)) return undefined
      const bytes = repository.source.read(path)
      return bytes === undefined || bytes.length > LARGEST_TEXT ? undefined : bytes.toString('utf8')
    },
  }
})

/** One per repository, so that what is known of its modules is kept. */
export function outsideOf(repository: Repository): Outside {
  return repository.get(outsideFact)
}
