/** What the settings say to the rules about code, typed. */
import type { Repository } from '../../core/repository.ts'
import { recordOf } from '../packages.ts'

/** An export that the user names: of a package, or of a file from the root. */
export interface NamedExport {
  readonly module: string
  /** `default`, a name, or `*` for everything that the module has. */
  readonly name: string
}

/** The exports under a setting: `guards`, `fingerprints` or `clients`. */
export function namedExports(repository: Repository, setting: 'guards' | 'fingerprints' | 'clients'): readonly NamedExport[] {
  const entries = repository.settings[setting]
  if (!Array.isArray(entries)) return []
  return entries.map(recordOf).flatMap(({ module, name }) => (typeof module === 'string' ? [{ module: module.replace(/^\.\//, ''), name: typeof name === 'string' ? name : '*' }] : []))
}
