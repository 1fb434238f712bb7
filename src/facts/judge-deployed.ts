/** What environments are said to run, held against each other: those that must agree, and production behind testing. */
import type { Deployed, Said } from '../analysis/commits/target.ts'
import type { Repository } from '../core/repository.ts'
import type { Broken } from '../core/verdict.ts'
import { commitState, isAncestor } from './commits.ts'
import { tagsFact } from './tags.ts'

/**
 * Judges a deployed revision. Asks all that it may need at once: questions are answered in one batch.
 * @param commit its commit, as the document names it or in full
 * @param written how the document names it
 * @returns `undefined` when nothing speaks against it
 */
export function judgeDeployed(repository: Repository, commit: string, written: string, deployed: Deployed | null): Broken | undefined {
  if (deployed === null) return undefined
  const { environment, same, tested, verified } = deployed
  const own = repository.ask(commitState(commit))
  const ids = [...same, ...tested].map(other => ({ other, name: nameOf(repository, other) })).map(({ other, name }) => ({
    other, state: name === undefined ? undefined : repository.ask(commitState(name)),
    ancestor: name === undefined || !tested.includes(other) ? undefined : repository.ask(isAncestor(commit, name)),
  }))
  if (own.status !== 'here') return undefined
  const differing = ids.find(({ other, state }) => same.includes(other) && state?.status === 'here' && state.id !== own.id)?.other
  if (differing !== undefined) {
    return {
      status: 'broken', confidence: 'medium', messageId: 'disagree',
      data: { environment: differing.environment, revision: short(written), other: short(differing.revision) },
      evidence: `line ${String(differing.line)} says ${short(differing.revision)}`,
    }
  }
  // Testing environments may be several: one that has the revision is enough.
  const [first] = tested
  if (first === undefined || ids.some(({ other, ancestor }) => tested.includes(other) && ancestor !== false)) return undefined
  return {
    status: 'broken', confidence: verified ? 'high' : 'medium', messageId: 'ahead',
    data: { environment, revision: short(written), testing: first.environment, tested: short(first.revision) },
    evidence: `line ${String(first.line)} has ${first.environment} at ${short(first.revision)}, whose history does not contain ${short(written)}`,
  }
}

/** What git calls the revision: the id as written, or that of the tag's commit. */
function nameOf(repository: Repository, { revision, kind }: Said): string | undefined {
  if (kind === 'commit') return revision
  const tags = repository.get(tagsFact)
  const names = tags.get(revision) === undefined ? tags.ofVersion(revision) : [revision]
  const [only] = names
  return names.length === 1 && only !== undefined ? tags.get(only)?.commit : undefined
}

function short(revision: string): string {
  return /^[0-9a-f]{13,}$/.test(revision) ? revision.slice(0, 12) : revision
}
