/**
 * Answers questions through GitLab's REST API (https://docs.gitlab.com/api/): a hundred numbers in two requests, a release in
 * one. Changed files are left out: they would cost a request for each merge request.
 */
import { addTo } from '../../core/multimap.ts'
import { repositoryKey } from '../answer.ts'
import { sameForAll, type Answerer, type Reply, type Unanswered } from '../answerer.ts'
import { isSendable } from '../token.ts'
import type { NumberedRecord } from '../numbered.ts'
import type { Question } from '../question.ts'
import { createClient, misshapen, type GetJson } from './client.ts'
import { readIssue, readMergeRequest, readRelease } from './records.ts'
import { gitLabServer } from './server.ts'
import { isRecord } from '../../core/record.ts'

const BATCH = 100
/** From here on a member sees confidential issues too: "Reporter". */
const SEES_ALL = 20

export const gitlab: Answerer = {
  serves: (host, environment) => gitLabServer(host, environment) !== undefined,
  async answer(host, questions, environment, patience) {
    const server = gitLabServer(host, environment)
    if (server === undefined || typeof server === 'string') {
      return sameForAll(questions, { status: 'unknown', reason: server ?? `no answerer for ${host}`, cause: 'failed', remedy: 'correct it' })
    }
    if (server.token !== undefined && !isSendable(server.token)) {
      return sameForAll(questions, { status: 'unknown', reason: `${server.token.variable} holds characters that no token has`, cause: 'failed', remedy: 'put a valid token in' })
    }
    const get = createClient(server, patience)
    const replies = new Map<string, Reply>()
    const projects = new Map<string, Question[]>()
    for (const question of questions) addTo(projects, repositoryKey(question.repository), question)
    for (const group of projects.values()) {
      for (const [key, reply] of await answerProject(host, group, get)) replies.set(key, reply)
    }
    return replies
  },
}

async function answerProject(host: string, questions: readonly Question[], get: GetJson): Promise<ReadonlyMap<string, Reply>> {
  const [first] = questions
  if (first === undefined) return new Map()
  const project = `/projects/${encodeURIComponent(`${first.repository.owner}/${first.repository.name}`)}`
  const found = await get(project)
  if ('failure' in found) return sameForAll(questions, found.failure)
  if ('missing' in found) {
    return sameForAll(questions, {
      status: 'unknown', reason: 'not visible: private, or gone, or the token may not see it', cause: 'hidden',
      remedy: 'use a token that may read the project, or take its facts out of the lock file if it is gone',
    })
  }
  if (!isRecord(found.body) || typeof found.body['id'] !== 'number') return sameForAll(questions, misshapen(host))
  const replies = new Map<string, Reply>()
  const numbers = questions.filter(question => question.kind === 'numbered')
  const seesAll = accessLevel(found.body['permissions']) >= SEES_ALL
  for (let at = 0; at < numbers.length; at += BATCH) {
    for (const [key, reply] of await answerNumbers(host, project, numbers.slice(at, at + BATCH), seesAll, get)) replies.set(key, reply)
  }
  for (const question of questions) {
    if (question.kind === 'release') replies.set(question.key, await answerRelease(host, project, question.tag, get))
  }
  return replies
}

/** Merge requests and issues have a row of numbers each: a number that both have is nobody's in particular. */
async function answerNumbers(
  host: string, project: string, questions: readonly (Question & { readonly kind: 'numbered' })[], seesAll: boolean, get: GetJson,
): Promise<ReadonlyMap<string, Reply>> {
  const wanted = questions.map(question => `iids[]=${String(question.number)}`).join('&')
  const requests = await list(host, `${project}/merge_requests?scope=all&state=all&per_page=${String(BATCH)}&${wanted}`, readMergeRequest, get)
  const issues = await list(host, `${project}/issues?scope=all&per_page=${String(BATCH)}&${wanted}`, readIssue, get)
  if ('cause' in requests) return sameForAll(questions, requests)
  if ('cause' in issues) return sameForAll(questions, issues)
  const complete = seesAll && requests !== TURNED_OFF && issues !== TURNED_OFF
  return new Map(questions.map(({ key, number }): [string, Reply] => {
    const request = requests.get(number)
    const issue = issues.get(number)
    if (request !== undefined && issue !== undefined) {
      return [key, { status: 'unknown', reason: `!${String(number)} and #${String(number)} are two things there`, cause: 'unanswerable' }]
    }
    const value = request ?? issue
    if (value !== undefined) return [key, { status: 'known', value }]
    return [key, complete ? { status: 'absent' } : { status: 'unknown', reason: 'not visible: absent, or confidential', cause: 'unanswerable' }]
  }))
}

/** Issues or merge requests that a project does not have, or does not show to everybody. */
const TURNED_OFF: ReadonlyMap<number, NumberedRecord> = new Map()

async function list(
  host: string, path: string, read: (item: unknown) => { readonly number: number; readonly record: NumberedRecord } | undefined, get: GetJson,
): Promise<ReadonlyMap<number, NumberedRecord> | Unanswered> {
  const found = await get(path)
  if ('failure' in found) return found.failure
  if ('missing' in found) return TURNED_OFF
  if (!Array.isArray(found.body)) return misshapen(host)
  const records = new Map<number, NumberedRecord>()
  for (const item of found.body as readonly unknown[]) {
    const entry = read(item)
    if (entry === undefined) return misshapen(host)
    records.set(entry.number, entry.record)
  }
  return records
}

async function answerRelease(host: string, project: string, tag: string, get: GetJson): Promise<Reply> {
  const found = await get(`${project}/releases/${encodeURIComponent(tag)}`)
  if ('failure' in found) return found.failure
  if ('missing' in found) return { status: 'absent' }
  const record = readRelease(found.body)
  return record?.tag === tag ? { status: 'known', value: record } : misshapen(host)
}

/** A member's highest level in the project or its group; 0 for strangers. */
function accessLevel(permissions: unknown): number {
  const levels = isRecord(permissions) ? ['project_access', 'group_access'].map(name => permissions[name]) : []
  return Math.max(0, ...levels.map(access => (isRecord(access) && typeof access['access_level'] === 'number' ? access['access_level'] : 0)))
}
