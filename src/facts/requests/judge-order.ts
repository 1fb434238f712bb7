/** The verdict on a dependency between two pull requests of a merge plan. */
import type { OrderTarget } from '../../analysis/requests/order.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, type Broken, type Verdict } from '../../core/verdict.ts'
import type { AskHost } from './hosted.ts'
import { knownRequest } from './known-request.ts'

/** Judges one dependency: by the document first, then by what is merged. */
export function judgeOrder({ target }: Reference<OrderTarget>, repository: Repository, ask: AskHost): Verdict {
  const { from, to, problem } = target
  const data = { from: `#${String(from)}`, to: `#${String(to)}` }
  switch (problem?.kind) {
    case 'cycle': return broken('high', 'cycle', data, problem.path.map(number => `#${String(number)}`).join(' → '))
    case 'later': return broken('high', 'later', { ...data, phase: problem.phase, needed: problem.needed })
    case 'below': return broken('medium', 'below', data)
    default: break
  }
  const needed = knownRequest(repository, to, ask)
  const isMerged = needed.status === 'known' && needed.state === 'merged'
  if (problem?.kind === 'unknown' && !isMerged) return broken('medium', 'unknown', data)
  if (needed.status !== 'known' || needed.kind === 'issue' || needed.state !== 'open') return holds()
  const dependent = knownRequest(repository, from, ask)
  if (dependent.status !== 'known' || dependent.state !== 'merged') return holds()
  return broken('medium', 'merged', data, `${data.from} was ${dependent.receipt}, ${data.to} is ${needed.receipt}`)
}

function broken(confidence: Broken['confidence'], messageId: string, data: Broken['data'], evidence?: string): Broken {
  return { status: 'broken', confidence, messageId, data, ...(evidence === undefined ? {} : { evidence }) }
}
