/** Who answers questions about the repositories of one kind of hosting service. A further service is one more of these. */
import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import type { Patience } from './patience.ts'

/** No answer, and what that means for whoever wants to write answers down. */
export interface Unanswered {
  readonly status: 'unknown'
  /** A clause without a full stop. Never holds a token. */
  readonly reason: string
  readonly cause:
    /** Something went wrong: another time, or with another token, there may be an answer. */
    | 'failed'
    /** The service shows no such repository: private, gone, or never there. */
    | 'hidden'
    /** No service that we know is behind this host. */
    | 'unserved'
    /** Nobody will ever say more: there is nothing to wait for. */
    | 'unanswerable'
  /** What to do, a clause in the imperative. */
  readonly remedy?: string
}

/** An answer; one that is `unknown` also says why in a word. */
export type Reply = Exclude<Answer<unknown>, { readonly status: 'unknown' }> | Unanswered

/** By the key of the question. */
export type Replies = ReadonlyMap<string, Reply>

/** The environment variables of a run. */
export type Environment = Readonly<Record<string, string | undefined>>

export interface Answerer {
  /** Whether a host (lower case) is one of this service's, as far as the environment tells. */
  serves(host: string, environment: Environment): boolean
  /**
   * Answers questions about repositories of one host, each with a reply. Never throws for what a service or a network does.
   * Only the service's own word makes an answer `absent`.
   */
  answer(host: string, questions: readonly Question[], environment: Environment, patience: Patience): Promise<Replies>
}

/** A reply for each question alike. */
export function sameForAll(questions: readonly Question[], reply: Reply): Replies {
  return new Map(questions.map(question => [question.key, reply]))
}
