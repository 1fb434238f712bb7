/** What code knows of the world around its module, for readers that follow imports. One per repository. */
import type { Outside } from '../../analysis/database/effect.ts'
import { defineFact } from '../../core/repository.ts'
import { modulesFact } from './modules.ts'
import { namedExports } from './settings.ts'

export const outsideFact = defineFact<Outside>('outside', (repository) => {
  const modules = repository.get(modulesFact)
  return {
    imported: (from, specifier) => modules.imported(from, specifier),
    resolve: (from, specifier) => modules.resolve(from, specifier),
    clients: namedExports(repository, 'clients'),
  }
})
