/** Paths that a document says come with a pull request: as long as it is open, they are awaited. */
import type { Repository } from '../../core/repository.ts'
import { unknown, type Verdict } from '../../core/verdict.ts'
import type { AskHost } from './hosted.ts'
import { knownRequest } from './known-request.ts'

/**
 * The verdict on a path that is said to come with a request.
 * @param verdict what the tree says; a path that is there needs no request
 */
export function judgeAwaited(verdict: Verdict, path: string, number: number, repository: Repository, ask: AskHost): Verdict {
  if (verdict.status === 'holds') return verdict
  const request = knownRequest(repository, number, ask)
  if (request.status !== 'known' || request.state !== 'open') return verdict
  const touches = request.files?.some(file => file === path || file.endsWith(`/${path}`) || file.startsWith(`${path}/`)) ?? true
  return touches ? unknown(`awaiting #${String(number)}`) : verdict
}
