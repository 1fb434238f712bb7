/** Answers questions through hosting services. A file of its own that nothing loads as long as a run is offline. */
import { sameForAll, type Answerer, type Environment, type Replies, type Reply } from './answerer.ts'
import { github } from './github/answerer.ts'
import { gitlab } from './gitlab/answerer.ts'
import { PATIENCE, type Patience } from './patience.ts'
import { parseQuestion, type Question } from './question.ts'

const ANSWERERS: readonly Answerer[] = [github, gitlab]

/**
 * Answers questions, each with a reply.
 * @param keys keys of lookups that only a hosting service can answer
 * @param environment variables that name servers and tokens
 */
export async function answerOnline(keys: Iterable<string>, environment: Environment, patience: Patience = PATIENCE): Promise<Replies> {
  const asked = [...keys]
  const replies = new Map<string, Reply>()
  const byHost = new Map<string, Question[]>()
  for (const key of asked) {
    const question = parseQuestion(key)
    if (question === undefined) replies.set(key, { status: 'unknown', reason: 'nobody answers such a question', cause: 'unanswerable' })
    else byHost.set(question.repository.host, [...byHost.get(question.repository.host) ?? [], question])
  }
  for (const [host, questions] of byHost) {
    const answerer = ANSWERERS.find(one => one.serves(host, environment))
    const answers = answerer === undefined
      ? sameForAll(questions, { status: 'unknown', reason: `no answerer for ${host}`, cause: 'unserved', remedy: 'name the server in GH_HOST or GITLAB_HOST' })
      : await answerer.answer(host, questions, environment, patience)
    for (const [key, reply] of answers) replies.set(key, reply)
  }
  // In the order of the questions, whoever answered first.
  return new Map(asked.map(key => [key, replies.get(key) ?? { status: 'unknown', reason: 'it was passed over', cause: 'failed' }]))
}
