/** Judging with the help of hosting services. What speaks to them is loaded only when there is a question. */
import type { ReadDocuments } from '../../core/check.ts'
import type { Report } from '../../core/report.ts'
import type { Repository } from '../../core/repository.ts'
import type { Reply } from '../../lookups/answerer.ts'
import type { Patience } from '../../lookups/patience.ts'

/** An answer may make rules ask on; whoever asks for ever gets no answer. */
const MOST_ROUNDS = 5

export interface OnlineResult {
  readonly report: Report
  /** All questions that were asked, by key. */
  readonly replies: ReadonlyMap<string, Reply>
}

/** Judges documents, answers the open questions, and judges again, until no rule asks anything new. */
export async function judgeOnline(repository: Repository, documents: ReadDocuments, patience: Patience | undefined): Promise<OnlineResult> {
  const replies = new Map<string, Reply>()
  let report = documents.judge()
  for (let round = 0; round < MOST_ROUNDS && repository.questions.size > 0; round++) {
    const { answerOnline } = await import('../../lookups/answer-online.ts')
    const found = await answerOnline(repository.questions.keys(), process.env, patience)
    for (const [key, reply] of found) replies.set(key, reply)
    repository.answer(found)
    report = documents.judge()
  }
  for (const key of repository.questions.keys()) {
    replies.set(key, { status: 'unknown', reason: `it came up only after ${String(MOST_ROUNDS)} rounds of questions`, cause: 'failed', remedy: 'report this' })
  }
  return { report, replies }
}

/** The report of `--online`: a notice tells of what went wrong, once for each reason. */
export async function reportOnline(repository: Repository, documents: ReadDocuments, patience: Patience | undefined): Promise<Report> {
  const { report, replies } = await judgeOnline(repository, documents, patience)
  const failures = new Map<string, number>()
  for (const reply of replies.values()) {
    if (reply.status !== 'unknown' || reply.cause !== 'failed') continue
    const remedy = reply.remedy === undefined ? '' : `: ${reply.remedy}`
    failures.set(reply.reason + remedy, (failures.get(reply.reason + remedy) ?? 0) + 1)
  }
  const notices = [...failures].map(([reason, count]) => `${count === 1 ? '1 question' : `${String(count)} questions`} could not be answered: ${reason}.`)
  return { ...report, notices: [...report.notices, ...notices] }
}
