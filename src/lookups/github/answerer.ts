/** Answers questions through GitHub's GraphQL: a hundred in one request, files of large pull requests in further ones. */
import { sameForAll, type Answerer, type Reply, type Unanswered } from '../answerer.ts'
import { isSendable } from '../token.ts'
import type { Question } from '../question.ts'
import { createClient, misshapen, type QueryResult, type SendQuery } from './client.ts'
import { discussionQuery, filesQuery, questionQuery, type Query } from './queries.ts'
import { readFilePage, readNumbered, readRelease, type FilePage, type NumberedNode } from './records.ts'
import { gitHubServer } from './server.ts'
import { isRecord } from '../../core/record.ts'

/** GitHub allows more, but answers of more take too long. */
const BATCH = 100
/** GitHub lists the first 3,000 files of a pull request. */
const MOST_FILE_PAGES = 30
/** GraphQL has 32 bits for a number. */
const LARGEST_NUMBER = 2 ** 31 - 1

export const github: Answerer = {
  serves: (host, environment) => gitHubServer(host, environment) !== undefined,
  async answer(host, questions, environment, patience) {
    const failed = (reason: string, remedy: string): Unanswered => ({ status: 'unknown', reason, cause: 'failed', remedy })
    const server = gitHubServer(host, environment)
    if (server === undefined) return sameForAll(questions, failed(`no answerer for ${host}`, 'name the server in GH_HOST'))
    if (typeof server === 'string') return sameForAll(questions, failed(server, 'correct it'))
    const { token, tokenVariables: [variable = 'GH_HOST'] } = server
    if (token === undefined) return sameForAll(questions, failed(`no token for ${host}`, `set ${variable}`))
    if (!isSendable(token)) return sameForAll(questions, failed(`${token.variable} holds characters that no token has`, `put a valid token into ${token.variable}`))
    return new Inquiry(host, createClient(server, patience)).answerAll(questions)
  },
}

/** All questions to one server, in one run. */
class Inquiry {
  readonly #host: string
  readonly #send: SendQuery
  readonly #replies = new Map<string, Reply>()
  /** Numbers that are neither issue nor pull request. */
  readonly #missing: Question[] = []
  /** Pull requests with more files than a page. */
  #unfinished = new Map<Question, { readonly node: NumberedNode; readonly paths: string[]; next: string }>()

  constructor(host: string, send: SendQuery) {
    this.#host = host
    this.#send = send
  }

  async answerAll(questions: readonly Question[]): Promise<ReadonlyMap<string, Reply>> {
    const sendable = questions.filter((question) => {
      const fits = question.kind !== 'numbered' || question.number <= LARGEST_NUMBER
      if (!fits) this.#replies.set(question.key, { status: 'unknown', reason: `${this.#host} has no numbers as large as that`, cause: 'unanswerable' })
      return fits
    })
    await this.#inBatches(sendable, questionQuery, (question, place) => { this.#readQuestion(question, place) })
    for (let page = 1; this.#unfinished.size > 0 && page < MOST_FILE_PAGES; page++) await this.#nextFiles()
    for (const [question, { node }] of this.#unfinished) this.#know(question, node, undefined)
    await this.#inBatches(this.#missing.splice(0), discussionQuery, (question, place) => { this.#readDiscussion(question, place) }, 'discussion')
    return this.#replies
  }

  /**
   * Sends questions, and hands each its part of the answer. A batch that is too much for the service is tried in smaller
   * parts; any other failure ends it: nobody knocks a hundred times on a closed door.
   * @param optional a field that older servers do not have, which then is as good as "none"
   */
  async #inBatches(
    questions: readonly Question[], write: (batch: readonly Question[]) => Query, read: (question: Question, place: Place) => void, optional?: string,
  ): Promise<void> {
    let size = BATCH
    for (let at = 0; at < questions.length;) {
      const batch = questions.slice(at, at + size)
      const { query, variables, places } = write(batch)
      const result = await this.#send(query, variables)
      if ('failure' in result && result.heavy && batch.length > 1) {
        size = Math.max(1, Math.floor(batch.length / 4))
        continue
      }
      if ('failure' in result && (optional === undefined || result.missingField !== optional)) {
        for (const question of questions.slice(at)) this.#replies.set(question.key, result.failure)
        return
      }
      for (const question of batch) {
        const place = 'failure' in result ? { value: null, notFound: true } : this.#find(places.get(question.key) ?? ['', ''], result)
        if ('cause' in place) this.#replies.set(question.key, place)
        else read(question, place)
      }
      at += batch.length
    }
  }

  /** The part of an answer that a question asked for; a reply at once where its repository or its own part failed. */
  #find([repository, item]: readonly [string, string], { data, errors }: Exclude<QueryResult, { failure: unknown }>): Place | Unanswered {
    const own = errors.filter(({ path }) => path[0] === repository && (path.length === 1 || path[1] === item))
    const around = own.find(({ path }) => path.length === 1)
    if (around?.type === 'NOT_FOUND') {
      return {
        status: 'unknown', reason: 'not visible: private, or gone, or the token may not see it', cause: 'hidden',
        remedy: 'use a token that may read the repository, or take its facts out of the lock file if it is gone',
      }
    }
    const other = own.find(({ path, type }) => path.length !== 2 || type !== 'NOT_FOUND')
    if (other !== undefined) {
      return { status: 'unknown', reason: `${this.#host} does not say (${other.message})`, cause: 'failed', remedy: 'use a token that may read all of it' }
    }
    const found = data[repository]
    if (!isRecord(found)) return misshapen(this.#host)
    return { value: found[item], notFound: own.length > 0 }
  }

  #readQuestion(question: Question, { value, notFound }: Place): void {
    // A release that does not exist is null without an error; a number is null with one.
    if (value === null && question.kind === 'release') this.#replies.set(question.key, { status: 'absent' })
    else if (value === null && notFound) this.#missing.push(question)
    else if (question.kind === 'release') this.#readRelease(question, value)
    else {
      const node = readNumbered(value)
      if (node === undefined) this.#replies.set(question.key, misshapen(this.#host))
      else if (node.number !== question.number) {
        this.#replies.set(question.key, { status: 'unknown', reason: `${this.#host} answers for number ${String(node.number)}: it may have moved`, cause: 'unanswerable' })
      } else if (node.files?.next === undefined) this.#know(question, node, node.files)
      else this.#unfinished.set(question, { node, paths: [...node.files.paths], next: node.files.next })
    }
  }

  #readRelease(question: Question & { readonly kind: 'release' }, value: unknown): void {
    const record = readRelease(value)
    if (record === 'no-commit') this.#replies.set(question.key, { status: 'unknown', reason: 'a draft whose tag does not exist yet', cause: 'unanswerable' })
    else if (record?.tag !== question.tag) this.#replies.set(question.key, misshapen(this.#host))
    else this.#replies.set(question.key, { status: 'known', value: record })
  }

  #readDiscussion(question: Question, { value, notFound }: Place): void {
    const number = isRecord(value) ? value['number'] : undefined
    if (question.kind === 'numbered' && number === question.number) {
      this.#replies.set(question.key, { status: 'unknown', reason: 'it is a discussion, neither issue nor pull request', cause: 'unanswerable' })
    } else this.#replies.set(question.key, value === null && notFound ? { status: 'absent' } : misshapen(this.#host))
  }

  async #nextFiles(): Promise<void> {
    const pending = this.#unfinished
    this.#unfinished = new Map()
    const cursors = new Map([...pending].map(([question, { next }]) => [question.key, next]))
    await this.#inBatches([...pending.keys()], batch => filesQuery(batch, cursors), (question, { value }) => {
      const entry = pending.get(question)
      const page = isRecord(value) ? readFilePage(value['files']) : undefined
      if (entry === undefined || page === undefined) {
        this.#replies.set(question.key, misshapen(this.#host))
        return
      }
      entry.paths.push(...page.paths)
      if (page.next === undefined) this.#know(question, entry.node, { ...page, paths: entry.paths })
      else this.#unfinished.set(question, { ...entry, next: page.next })
    })
  }

  /** Files are told only when all of them are there: a path that is not in half a list is not therefore untouched. */
  #know(question: Question, { record }: NumberedNode, files: FilePage | undefined): void {
    const paths = [...new Set(files?.paths)].sort()
    const whole = paths.length === files?.total
    this.#replies.set(question.key, { status: 'known', value: whole ? { ...record, files: paths } : record })
  }
}

/** A question's own part of an answer. */
interface Place {
  readonly value: unknown
  /** Whether the service says that there is no such thing. */
  readonly notFound: boolean
}
