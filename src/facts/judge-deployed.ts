/** What environments are said to run, held against each other: those that must agree, and production behind testing. */
import type { Deployed, Said } from '../analysis/commits/target.ts'
import type { Repository } from '../core/repository.ts'
import type { Broken } from '../core/verdict.ts'
import { commitState, isAncestor } from './commits.ts'
import { tagsFact } from './tags.ts'

/**
 * Judges a deployed revision.
 * @param id full id of its commit
 * @param written how the document names it
 * @returns `undefined` when nothing speaks against it
 */
export function judgeDeployed(repository: Repository, id: string, written: string, deployed: Deployed | null): Broken | undefined {
  if (deployed === null) return undefined
  const { environment, same, tested, verified } = deployed
  for (const other of same) {
    const otherId = commitOf(repository, other)
    if (otherId === undefined || otherId === id) continue
    return {
      status: 'broken', confidence: 'medium', messageId: 'disagree',
      data: { environment: other.environment, revision: short(written), other: short(other.revision) }, evidence: `line ${String(other.line)} says ${short(other.revision)}`,
    }
  }
  // Testing environments may be several: one that has the revision is enough.
  const answers = tested.map((other) => {
    const otherId = commitOf(repository, other)
    return otherId === undefined ? undefined : otherId === id || repository.ask(isAncestor(id, otherId))
  })
  const [first] = tested
  if (first === undefined || answers.some(answer => answer !== false)) return undefined
  return {
    status: 'broken', confidence: verified ? 'high' : 'medium', messageId: 'ahead',
    data: { environment, revision: short(written), testing: first.environment, tested: short(first.revision) },
    evidence: `line ${String(first.line)} has ${first.environment} at ${short(first.revision)}, whose history does not contain ${short(written)}`,
  }
}

function commitOf(repository: Repository, { revision, kind }: Said): string | undefined {
  if (kind === 'commit') {
    const state = repository.ask(commitState(revision))
    return state.status === 'here' ? state.id : undefined
  }
  const tags = repository.get(tagsFact)
  const names = tags.get(revision) === undefined ? tags.ofVersion(revision) : [revision]
  const [only] = names
  return names.length === 1 && only !== undefined ? tags.get(only)?.commit : undefined
}

function short(revision: string): string {
  return /^[0-9a-f]{13,}$/.test(revision) ? revision.slice(0, 12) : revision
}
