/** The verdict on a declared range of pull requests. */
import type { RangeTarget } from '../../analysis/requests/ranges.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, type Verdict } from '../../core/verdict.ts'
import { remotesFact } from '../remotes.ts'
import type { AskHost } from './hosted.ts'

/** Judges one statement about a range; the document alone decides, a hosting service can only excuse. */
export function judgeRange({ target, subject }: Reference<RangeTarget>, repository: Repository, ask: AskHost): Verdict {
  if (target.kind === 'twice') {
    const { number, phase, earlier } = target
    return {
      status: 'broken', confidence: 'high', messageId: 'twice', data: { number: `#${String(number)}` },
      evidence: phase === earlier ? `twice in ${phase}` : `in ${earlier} and in ${phase}`,
    }
  }
  if (target.kind === 'outside') {
    return { status: 'broken', confidence: 'medium', messageId: 'outside', data: { number: `#${String(target.number)}`, range: target.range } }
  }
  const { from, to, laid, count } = target
  const size = to - from + 1
  const exact = count === size
  const isRequest = (number: number): boolean => exact || !isSomethingElse(repository, number, ask)
  const holes = target.holes.filter(isRequest)
  const unplaced = target.unplaced.filter(isRequest)
  // "32 PRs (#305–#337)" knows of its hole.
  const counted = count === laid || count === laid + target.unplaced.length
  const evidence = `the range has ${String(size)} numbers, ${String(laid)} of them are laid out`
  if (holes.length > 0 && !counted) {
    return { status: 'broken', confidence: exact ? 'high' : 'medium', messageId: 'hole', data: { subject, numbers: named(holes) }, evidence }
  }
  if (unplaced.length > 0 && !counted) {
    return { status: 'broken', confidence: 'medium', messageId: 'unplaced', data: { subject, numbers: named(unplaced) }, evidence }
  }
  if (count !== undefined && !counted && !exact) {
    return { status: 'broken', confidence: 'medium', messageId: 'count', data: { subject, count: String(count), size: String(size) }, evidence }
  }
  return holds(evidence)
}

/** Issues are numbered in the same row; a number that nothing stands behind is no pull request either. */
function isSomethingElse(repository: Repository, number: number, ask: AskHost): boolean {
  const [own] = repository.get(remotesFact).addresses
  if (own === undefined) return false
  const answer = ask(own, number)
  return answer.status === 'absent' || (answer.status === 'known' && answer.value.kind === 'issue')
}

function named(numbers: readonly number[]): string {
  const words = numbers.map(number => `#${String(number)}`)
  return words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
