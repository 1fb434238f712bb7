/** The verdict on a tag or a release that a document names. */
import type { TagTarget } from '../analysis/commits/target.ts'
import { planOf } from '../analysis/audience.ts'
import type { Repository } from '../core/repository.ts'
import { holds, unknown, type Broken, type Confidence, type Verdict } from '../core/verdict.ts'
import { commitState } from './commits.ts'
import type { Hosted } from './hosted.ts'
import { judgeDeployed } from './judge-deployed.ts'
import { isOwnName, otherRepositoryAmong } from './own-repository.ts'
import { remotesFact, revisionsFact } from './remotes.ts'
import { compareVersions, parseVersion, tagsFact } from './tags.ts'

/** Judges one tag; `undefined` for one of another repository, and for words that name none after all. */
export function judgeTag(repository: Repository, document: string, target: TagTarget, hosted: Hosted): Verdict | undefined {
  const ownership = target.address === null ? 'own' : repository.get(remotesFact).ownership(target.address)
  if (ownership === 'foreign') return undefined
  const tags = repository.get(tagsFact)
  if (tags.get(target.name) !== undefined) return judgeFound(repository, target, [target.name], hosted)
  const spelled = tags.ofVersion(target.name)
  if (spelled.length > 0 && target.form !== 'tag') return judgeFound(repository, target, spelled, hosted)
  if (ownership === 'namesake') return undefined
  if (target.form === 'release' && target.address === null && hosted.releaseOf(target.name) === 'absent') return missing(target, 'high', 'the hosting service has no such release')
  if (tags.incomplete !== undefined) return unknown(tags.incomplete)
  const whose = elsewhere(repository, target)
  if (whose !== undefined) return unknown(`it may be a ${target.form} of ${whose}`)
  if (repository.get(revisionsFact).isBranch(target.name)) return holds('a branch')
  if (saysSo(target) || (planOf(document) === 'plan' && !target.asserted)) return unknown('the text does not say that it exists now')
  if (spelled.length > 0) return isBare(target.name) && spelled.length > 1 ? unknown('several projects here have that version') : missing(target, 'medium', `the tag is named \`${spelled[0] ?? ''}\``)
  return judgeMissing(target, tags.namedLike(target.name))
}

/** How sure it is that a name which no tag bears is a mistake. Versions are left out and tags pruned, but in the middle that is rare. */
function judgeMissing(target: TagTarget, family: readonly string[]): Verdict {
  const [oldest] = family
  const newest = family.at(-1)
  if (oldest === undefined || newest === undefined) {
    return target.address === null ? unknown('no tag of this repository is named alike') : missing(target, 'medium', 'no tag of this repository is named alike')
  }
  if (compareVersions(target.name, newest) > 0) {
    return target.asserted || target.address !== null || target.pointsAt !== null
      ? missing(target, 'medium', `the newest is \`${newest}\``)
      : unknown(`it is newer than the newest tag of this clone, \`${newest}\``)
  }
  if (compareVersions(target.name, oldest) < 0) return missing(target, 'low', `the oldest is \`${oldest}\``)
  const before = family.filter(name => compareVersions(name, target.name) < 0).at(-1) ?? oldest
  const after = family.find(name => compareVersions(name, target.name) > 0) ?? newest
  return missing(target, target.form === 'tag' ? 'high' : 'medium', `there are \`${before}\` and \`${after}\``)
}

function missing({ form, name }: TagTarget, confidence: Confidence, evidence: string): Broken {
  return { status: 'broken', confidence, messageId: form === 'release' ? 'missingRelease' : 'missingTag', data: { tag: name }, evidence }
}

/** @param names the tags that can be meant */
function judgeFound(repository: Repository, target: TagTarget, names: readonly string[], hosted: Hosted): Verdict {
  const tags = repository.get(tagsFact)
  const found = names.flatMap((name) => {
    const tag = tags.get(name)
    return tag === undefined ? [] : [{ name, commit: tag.commit }]
  })
  const [first] = found
  if (first === undefined) return unknown('git can\'t say where the tag leads')
  const release = target.form === 'release' && found.length === 1 ? hosted.releaseOf(first.name) : undefined
  if (release === 'absent') return missing(target, 'medium', `there is a tag \`${first.name}\`, but no release of it`)
  const commit = typeof release === 'object' && !release.draft ? release.commit : first.commit
  const wrong = judgeDeployed(repository, commit, target.name, found.length === 1 ? target.deployed : null)
  if (target.pointsAt !== null) {
    const verdict = judgePointer(repository, target, target.pointsAt, typeof release === 'object' ? [{ name: first.name, commit }] : found)
    if (verdict !== undefined) return verdict
  }
  if (wrong !== undefined) return wrong
  return found.length > 1 ? holds(`tags ${names.slice(0, 3).join(', ')}`) : holds(`${first.name} is ${commit.slice(0, 8)}`)
}

/** `undefined` when the tag points where it is said to. */
function judgePointer(
  repository: Repository, target: TagTarget, said: string, found: readonly { readonly name: string, readonly commit: string }[],
): Verdict | undefined {
  if (found.some(({ commit }) => commit.startsWith(said))) return undefined
  // An annotated tag has an id of its own, which leads to the same commit.
  const state = repository.ask(commitState(said))
  if (state.status === 'unknown') return unknown(state.reason)
  if (state.status === 'here' && found.some(({ commit }) => commit === state.id)) return undefined
  const [only] = found
  if (only === undefined || found.length > 1) return unknown('several tags have that version')
  return {
    status: 'broken', confidence: target.form === 'version' ? 'medium' : 'high', messageId: 'pointsElsewhere',
    data: { tag: only.name, commit: said.slice(0, 12), real: only.commit.slice(0, 12) },
    evidence: `it points at ${only.commit.slice(0, 12)}`,
  }
}

/** Whose tag it may be instead; `undefined` when nothing says another repository's. */
function elsewhere(repository: Repository, { address, lead, repositories }: TagTarget): string | undefined {
  if (address !== null) return undefined
  if (lead !== null && !isOwnName(repository, lead)) return lead
  return otherRepositoryAmong(repository, repositories)
}

/** Whether the sentence itself says that the thing is gone, or still to be made. */
function saysSo({ wording, asserted }: TagTarget): boolean {
  return wording !== null && !(asserted && wording !== 'removed') && wording !== 'generated' && wording !== 'made'
}

/** Whether a version says nothing of the project that it belongs to. */
function isBare(name: string): boolean {
  return /^v?$/i.test(parseVersion(name)?.prefix ?? 'x')
}
