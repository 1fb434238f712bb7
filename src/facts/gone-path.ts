/** Whether a path that is missing now was here once, as far as the document can have meant it. */
import { audienceOf, EVERYBODYS_FILE, EVERYBODYS_LAYOUT, EVERYBODYS_PATH, LOCK_FILE, SETTINGS_ENDING } from '../analysis/audience.ts'
import type { PathTarget } from '../analysis/paths/mention.ts'
import type { Reference } from '../core/reference.ts'
import type { Repository } from '../core/repository.ts'
import { baseName, folderOf } from './files.ts'
import { historyFact } from './history.ts'
import { findRemoval, findRemovalBySuffix, type Gone } from './receipt.ts'

/** Of a name that more folders than these once held nobody can say which one is meant. */
const AMBIGUOUS = 3

/** The removal that a missing path most likely means; `undefined` when none can be meant. */
export function findGone(reference: Reference<PathTarget>, repository: Repository, candidates: readonly string[]): Gone | undefined {
  const { target } = reference
  if (isReadersFile(reference) || (target.generic === true && !target.path.includes('/'))) return undefined
  const here = folderOf(reference.path)
  const exact = target.form !== 'name' ? candidates
    : candidates.filter(path => [here, '', target.sibling, target.directory].includes(folderOf(path)))
  const gone = findRemoval(repository, exact)
  if (gone !== undefined && !((gone.how === 'folder' || target.form !== 'path') && isTooOld(repository, reference.path, gone))) return gone
  if (target.generic === true) return undefined
  const tail = target.path.replace(/^(?:\.{1,2}\/|\/)+/, '')
  const parts = tail.split('/').length
  if (target.form === 'weak' && (parts === 2 || target.origin === 'prose')) return undefined
  if (parts === 1 && (target.folder || target.explicit || EVERYBODYS_FILE.test(tail))) return undefined
  // A manual for users that names a part of a path means the reader's own project.
  if (audienceOf(reference.path) === 'user') return undefined
  const partial = findRemovalBySuffix(repository, tail, parts > 1 ? undefined : { near: reference.path, atMost: AMBIGUOUS })
  if (parts === 2 && EVERYBODYS_FILE.test(baseName(tail))) return undefined
  if (parts === 1 && audienceOf(reference.path) !== 'contributor' && TESTS.test(partial?.removal.path ?? '')) return undefined
  if (partial === undefined || TEST_DATA.test(partial.removal.path) || isTooOld(repository, reference.path, partial)) return undefined
  return partial
}

/** A path that means a file of the reader's own: every project's, or one that a command works on in a manual. */
export function isReadersFile({ path, target }: Reference<PathTarget>): boolean {
  const audience = audienceOf(path)
  const bare = !target.path.includes('/')
  if (bare && LOCK_FILE.test(target.path)) return true
  if (audience === 'contributor') return false
  if (EVERYBODYS_PATH.test(target.path) || (audience === 'user' && EVERYBODYS_LAYOUT.test(target.path))) return true
  // A `cd` before it, or the folder of the path before it, says which file is meant.
  if (!bare || target.sibling !== undefined || typeof target.directory === 'string') return false
  if (target.form !== 'name') return audience === 'user' && target.origin === 'command'
  return EVERYBODYS_FILE.test(target.path) || SETTINGS_ENDING.test(target.path) || target.origin === 'command'
}

/** What lies there is material for tests and templates: nobody cites it by half a path. */
export const TEST_DATA = /(?:^|\/)(?:fixtures?|testdata|test[-_]data|__fixtures__|[\w-]*templates?|examples?|samples?|mocks?|__mocks__|snapshots?|golden|vendor|third[-_]party|site-packages|node_modules|venv)(?:\/|$)/i

const TESTS = /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\//i

/** A document younger than the removal never meant what was removed. Only for evidence that is not the very path. */
export function isTooOld(repository: Repository, document: string, gone: Gone): boolean {
  const born = repository.get(historyFact).bornAt(document)
  return born !== undefined && gone.removal.commit !== '' && gone.removal.time < born
}
