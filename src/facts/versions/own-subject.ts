/** Whether the name that a sentence gives as who needs a version is one of this repository. */
import { basename } from 'node:path'
import { defineFact, type Repository } from '../../core/repository.ts'
import { packagesFact, unscoped } from '../packages.ts'
import { remotesFact } from '../remotes.ts'

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const ownNames = defineFact<readonly string[]>('own names', (repository) => {
  const names = [
    ...repository.get(remotesFact).addresses.flatMap(({ owner, name }) => [owner, name]), basename(repository.root),
    ...repository.get(packagesFact).all.filter(one => !one.sample).flatMap(({ name }) => (name === undefined ? [] : [name, unscoped(name)])),
  ]
  return [...new Set(names.map(plain))].filter(name => name.length > 2)
})

/** Said beside a project's name: "OpenTelemetry JavaScript". */
const LANGUAGE = /^(?:javascript|typescript|python|golang|rust|java|ruby|php|sdk|cli|api|app|web|server|client|library|framework|plugin|project|studio|cloud)$/

/** Whether a package of this name lives here: then its versions in documents are its own, not those of a dependency. */
export function isOwnPackage(repository: Repository, name: string): boolean {
  const found = repository.get(packagesFact).named(name)
  return found !== undefined && !found.sample
}

/** A version is never ours ("v4 requires …"); a part of a name is enough. */
export function isOwnSubject(repository: Repository, subject: string): boolean {
  if (/^v?\d/.test(subject)) return false
  const name = plain(subject)
  return name.length < 3 || LANGUAGE.test(name) || repository.get(ownNames).some(own => own.includes(name) || (own.length > 3 && name.includes(own)))
}
