/** The verdict on a cited commit. */
import type { CommitTarget, Cue } from '../analysis/commits/target.ts'
import type { Repository } from '../core/repository.ts'
import { holds, unknown, type Broken, type Confidence, type Verdict } from '../core/verdict.ts'
import { cloneFact } from './clone.ts'
import { commitState } from './commits.ts'
import type { Hosted } from './hosted.ts'
import { judgeDeployed } from './judge-deployed.ts'
import { isOwnName, otherRepositoryAmong } from './own-repository.ts'
import { remotesFact } from './remotes.ts'

const CONFIDENCE: Readonly<Record<Cue, Confidence>> = { strong: 'high', fair: 'medium', weak: 'low' }

/** Judges one commit; `undefined` for one of another repository, and for digits that turn out to be none. */
export function judgeCommit(repository: Repository, target: CommitTarget, hosted: Hosted): Verdict | undefined {
  const ownership = target.address === null ? 'own' : repository.get(remotesFact).ownership(target.address)
  if (ownership === 'foreign') return undefined
  const state = repository.ask(commitState(target.sha))
  const deployed = judgeDeployed(repository, target.sha, target.sha, target.deployed)
  const short = target.sha.slice(0, 12)
  switch (state.status) {
    case 'unknown': return unknown(state.reason)
    case 'ambiguous': return unknown(`several commits begin with ${short}`)
    case 'missing': return ownership === 'namesake' ? undefined : judgeMissing(repository, target)
    case 'here': {
      const wrong = judgePull(target, state.id, state.subject, hosted) ?? deployed
      if (wrong !== undefined) return wrong
      if (state.reachable) return holds(`${state.id.slice(0, 8)} ${state.subject.slice(0, 80)}`)
      if (repository.get(cloneFact).missingCommits !== undefined) return holds(`${state.id.slice(0, 8)} is here, on no branch of this clone`)
      return {
        status: 'broken', confidence: target.cue === 'strong' ? 'medium' : 'low', messageId: 'unreachable', data: { commit: short },
        evidence: `git still holds it ("${state.subject.slice(0, 60)}"), but no fresh clone will have it`,
      }
    }
  }
}

function judgeMissing(repository: Repository, target: CommitTarget): Verdict | undefined {
  const { missingCommits } = repository.get(cloneFact)
  if (missingCommits !== undefined) return unknown(missingCommits)
  const { owner } = target
  const other = owner !== null && !isOwnName(repository, owner) ? owner : otherRepositoryAmong(repository, target.repositories)
  if (other !== undefined) return unknown(`it may be a commit of ${other}`)
  const nearby = otherRepositoryAmong(repository, target.nearby)
  const confidence = nearby === undefined && /[a-f]/.test(target.sha) ? CONFIDENCE[target.cue] : 'low'
  return {
    status: 'broken', confidence, messageId: 'missingCommit', data: { commit: target.sha.slice(0, 12) },
    evidence: 'no branch, tag or stored object of this clone has it',
  }
}

/** Whether another pull request than the one that is named made the commit. */
function judgePull({ sha, pull }: CommitTarget, id: string, subject: string, hosted: Hosted): Broken | undefined {
  if (pull === null) return undefined
  const wrong = (evidence: string): Broken => ({
    status: 'broken', confidence: 'high', messageId: 'otherPull', data: { commit: sha.slice(0, 12), pull: String(pull) }, evidence,
  })
  const merge = hosted.mergeOf(pull)
  if (merge !== undefined) return merge.commit === id || merge.head === id ? undefined : wrong(`#${String(pull)} was merged as ${merge.commit.slice(0, 8)}`)
  const named = pullNamed(subject)
  return named === undefined || named === pull ? undefined : wrong(`it is "${subject.slice(0, 80)}"`)
}

/** The pull request that a merge's or squash's subject names. */
function pullNamed(subject: string): number | undefined {
  const number = /^Merge pull request #(\d{1,7}) /.exec(subject)?.[1] ?? /\((?:#|!)(\d{1,7})\)\s*$/.exec(subject)?.[1]
  return number === undefined || /^revert\b/i.test(subject) ? undefined : Number(number)
}
