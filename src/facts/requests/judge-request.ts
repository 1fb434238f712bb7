/** The verdict on a reference to a pull request or an issue. */
import { planOf } from '../../analysis/audience.ts'
import type { RequestTarget } from '../../analysis/requests/claims.ts'
import type { StatedWord } from '../../analysis/requests/state.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Broken, type Verdict } from '../../core/verdict.ts'
import { remotesFact, type RepositoryAddress } from '../remotes.ts'
import type { AskHost } from './hosted.ts'
import { foreignRequest, knownRequest, type KnownRequest, type RequestKnowledge } from './known-request.ts'

/** A longer range is no list of requests that somebody looked at. */
const LONGEST_RANGE = 500
/** A message names so many numbers. */
const MOST_NAMED = 5

/** Judges one reference. `ask` asks the hosting service. */
export function judgeRequest(reference: Reference<RequestTarget>, repository: Repository, ask: AskHost): Verdict {
  const { target } = reference
  if (target.linked !== undefined) {
    return { status: 'broken', confidence: 'high', messageId: 'linked', data: { subject: reference.subject, linked: String(target.linked) } }
  }
  const owner = ownerOf(target, repository)
  if (typeof owner === 'string') return unknown(owner)
  const find = (number: number): RequestKnowledge =>
    owner === undefined ? knownRequest(repository, number, ask) : foreignRequest(owner, number, ask)
  return target.to === undefined ? judgeOne(reference, find(target.number), owner, repository) : judgeRange(reference, target.to, find)
}

/** The other repository that a number belongs to; `undefined` for this one; a reason when nobody can tell. */
function ownerOf({ repository: written, project }: RequestTarget, repository: Repository): RepositoryAddress | string | undefined {
  const remotes = repository.get(remotesFact)
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (project !== undefined) {
    const own = remotes.addresses.some(({ owner, name }) => plain(name) === plain(project) || plain(owner) === plain(project))
    return own ? undefined : `it is a number of ${project}`
  }
  if (written === undefined) return undefined
  const host = written.host === '' ? remotes.addresses[0]?.host ?? 'github.com' : written.host
  const address = { ...written, host }
  return remotes.ownership(address) === 'foreign' ? address : undefined
}

function judgeOne(
  reference: Reference<RequestTarget>, found: RequestKnowledge, owner: RepositoryAddress | undefined, repository: Repository,
): Verdict {
  const { target, subject } = reference
  if (found.status === 'unknown') return unknown(found.reason)
  if (found.status === 'absent') {
    const where = owner ?? repository.get(remotesFact).addresses[0]
    const slug = where === undefined ? 'this repository' : `${where.owner}/${where.name}`
    return { status: 'broken', confidence: target.named ? 'high' : 'medium', messageId: 'missing', data: { subject, repository: slug } }
  }
  const kind = judgeKind(reference, found, owner ?? repository.get(remotesFact).addresses[0])
  if (kind !== undefined) return kind
  const { stated } = target
  if (stated === undefined) return holds(found.receipt)
  if (found.state === undefined) return unknown(`nothing here says whether it is ${stated.said}: run \`doc-lockdown sync\``)
  const against = contradiction(stated, found)
  if (against === undefined) return holds(found.reverted ?? found.receipt)
  return stateBroken(reference, stated, found, against)
}

/** What is called a pull request must be one. GitLab numbers issues and merge requests apart. */
function judgeKind({ target, subject }: Reference<RequestTarget>, found: KnownRequest, where: RepositoryAddress | undefined): Broken | undefined {
  if (found.kind === undefined || target.as === 'either' || where?.host.includes('gitlab') === true) return undefined
  const called = target.as === 'request' ? 'pull-request' : 'issue'
  if (called === found.kind) return undefined
  return {
    // "issue #12" is said of both.
    status: 'broken', confidence: called === 'issue' ? 'low' : 'medium', messageId: 'kind',
    data: { subject, called: called === 'issue' ? 'an issue' : 'a pull request', kind: called === 'issue' ? 'a pull request' : 'an issue' },
    ...(found.title === '' ? {} : { evidence: `its title is "${found.title}"` }),
  }
}

/** The receipt that speaks against what is said; `undefined` when nothing does. */
function contradiction({ state, how }: StatedWord, found: KnownRequest): string | undefined {
  switch (state) {
    case 'merged':
      if (found.state === 'open') return found.kind === 'issue' && how === 'loose' ? undefined : found.receipt
      if (found.state === 'closed') return found.kind === 'issue' ? undefined : found.receipt
      return how === 'firm' ? found.reverted : undefined
    case 'open': return found.state === 'open' ? undefined : found.receipt
    case 'closed': return found.state === 'open' ? found.receipt : undefined
    case 'rejected': return found.state === 'closed' ? undefined : found.receipt
    case 'reverted': return found.state === 'merged' ? undefined : found.receipt
  }
}

function stateBroken(reference: Reference<RequestTarget>, stated: StatedWord, found: KnownRequest, evidence: string): Verdict {
  const { target, subject, path } = reference
  if (planOf(path) === 'record') return unknown('the document is a record: states speak of another day')
  // A squash commit may end with the number of an issue that is still open.
  if (found.likely && target.as === 'issue') return unknown('a commit names it, and that says nothing of an issue')
  const sure = stated.how === 'firm' && (!found.likely || target.as === 'request') && (evidence !== found.reverted)
  return { status: 'broken', confidence: sure ? 'high' : 'medium', messageId: 'state', data: { subject, said: stated.said, state: evidence === found.reverted ? 'reverted' : found.state ?? '' }, evidence }
}

function judgeRange(reference: Reference<RequestTarget>, to: number, find: (number: number) => RequestKnowledge): Verdict {
  const { target, subject, path } = reference
  const { stated, number: from } = target
  if (to - from >= LONGEST_RANGE) return unknown('the range is too long to be a list')
  const ends = [from, to].map(find)
  if (ends.some(end => end.status === 'absent')) {
    const missing = ends[0]?.status === 'absent' ? from : to
    return { status: 'broken', confidence: target.named ? 'high' : 'medium', messageId: 'rangeEnd', data: { subject, number: String(missing) } }
  }
  const against: string[] = []
  let open: string | undefined
  for (let number = from; number <= to; number++) {
    const found = number === from ? ends[0] : number === to ? ends[1] : find(number)
    if (found?.status !== 'known' || found.state === undefined) {
      if (number === from || number === to || stated !== undefined) open ??= found?.status === 'unknown' ? found.reason : `nothing here says what #${String(number)} is`
      continue
    }
    // Numbers of issues lie between those of pull requests.
    if (stated === undefined || found.kind === 'issue') continue
    const receipt = contradiction(stated, found)
    if (receipt !== undefined) against.push(`#${String(number)} ${receipt}`)
  }
  if (against.length === 0 || stated === undefined) return open === undefined ? holds() : unknown(open)
  if (planOf(path) === 'record') return unknown('the document is a record: states speak of another day')
  const more = against.length - MOST_NAMED
  const evidence = `${against.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`
  return { status: 'broken', confidence: stated.how === 'firm' ? 'high' : 'medium', messageId: 'states', data: { subject, said: stated.said, count: String(against.length), size: String(to - from + 1) }, evidence }
}
