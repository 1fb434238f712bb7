import { beforeAll, afterEach, describe, expect, test } from 'vitest'
import { answerOnline } from '../../src/lookups/answer-online.ts'
import type { Reply } from '../../src/lookups/answerer.ts'
import { numbered } from '../../src/lookups/numbered.ts'
import { release } from '../../src/lookups/release.ts'
import { FAULTS, HASTY } from '../support/faults.ts'
import { startLoopback, type Loopback } from '../support/loopback.ts'

const P = { host: 'gitlab.com', owner: 'group/sub', name: 'p' }
const TOKEN = 'glpat-0123456789'
const SHA = 'a'.repeat(40)
let server: Loopback
let level = 30

/** As https://docs.gitlab.com/api/ describes them, with more fields than we read. */
const REQUESTS = [
  { iid: 1, title: 'One', state: 'merged', merged_at: '2024-01-02T04:04:05.000+01:00', sha: SHA, merge_commit_sha: null, squash_commit_sha: 'b'.repeat(40), author: {} },
  { iid: 2, title: 'Two', state: 'locked', merged_at: null, sha: SHA, merge_commit_sha: null, squash_commit_sha: null },
]
const ISSUES = [{ iid: 2, title: 'Also two', state: 'opened' }, { iid: 3, title: 'Three', state: 'closed' }]

beforeAll(async () => {
  server = await startLoopback((request) => {
    const url = new URL(request.url ?? '', 'http://x')
    const wanted = url.searchParams.getAll('iids[]').map(Number)
    const project = '/api/v4/projects/group%2Fsub%2Fp'
    if (url.pathname === project) return { status: 200, body: { id: 7, permissions: { project_access: null, group_access: { access_level: level } } } }
    if (url.pathname === `${project}/merge_requests`) return { status: 200, body: REQUESTS.filter(({ iid }) => wanted.includes(iid)) }
    if (url.pathname === `${project}/issues`) return { status: 200, body: ISSUES.filter(({ iid }) => wanted.includes(iid)) }
    if (url.pathname === `${project}/releases/v%2F1`) {
      return { status: 200, body: { tag_name: 'v/1', name: 'V', released_at: '2024-01-02T03:04:05.000Z', upcoming_release: false, commit: { id: SHA } } }
    }
    return { status: 404, body: { message: url.pathname.endsWith('p') ? '404 Project Not Found' : '404 Not Found' } }
  })
})
afterEach(() => {
  server.setFault()
  level = 30
})

async function ask(...lookups: readonly { readonly key: string }[]): Promise<Reply[]> {
  const environment = { CI_SERVER_HOST: 'gitlab.com', CI_API_V4_URL: `${server.origin}/api/v4`, GITLAB_TOKEN: TOKEN }
  return [...(await answerOnline(lookups.map(lookup => lookup.key), environment, HASTY)).values()]
}

test('merge requests, issues, and numbers that are both', async () => {
  expect(await ask(numbered(P, 1), numbered(P, 3), numbered(P, 2), numbered(P, 4))).toEqual([
    { status: 'known', value: { kind: 'pull-request', state: 'merged', title: 'One', mergedAt: '2024-01-02T03:04:05Z', head: SHA, mergeCommit: 'b'.repeat(40) } },
    { status: 'known', value: { kind: 'issue', state: 'closed', title: 'Three' } },
    { status: 'unknown', reason: '!2 and #2 are two things there', cause: 'unanswerable' },
    { status: 'absent' },
  ])
  expect([...server.secrets]).toEqual([TOKEN])
})

test('what may be confidential is not absent', async () => {
  level = 10
  expect(await ask(numbered(P, 4))).toEqual([{ status: 'unknown', reason: 'not visible: absent, or confidential', cause: 'unanswerable' }])
})

test('releases', async () => {
  expect(await ask(release(P, 'v/1'), release(P, 'v2'))).toEqual([
    { status: 'known', value: { tag: 'v/1', title: 'V', commit: SHA, publishedAt: '2024-01-02T03:04:05Z', draft: false, prerelease: false } }, { status: 'absent' },
  ])
})

test('a project that is not shown', async () => {
  expect(await ask(numbered({ ...P, owner: 'other' }, 1))).toMatchObject([{ status: 'unknown', cause: 'hidden' }])
})

describe('faults are no answers', () => {
  const OF_GRAPHQL = /GraphQL|refused query|whole query|too long|errors that are/
  test.each(Object.entries(FAULTS).filter(([name]) => !OF_GRAPHQL.test(name)))('%s', async (_name, [fault]) => {
    for (const skip of [0, 1, 2]) {
      server.setFault((response, request, count, body) => count > skip && fault(response, request, count, body))
      const replies = await ask(numbered(P, 4), numbered(P, 1))
      expect(replies.map(reply => [reply.status, 'cause' in reply ? reply.cause : ''])).toEqual([['unknown', 'failed'], ['unknown', 'failed']])
      expect(JSON.stringify(replies)).not.toContain(TOKEN)
    }
  })
})
