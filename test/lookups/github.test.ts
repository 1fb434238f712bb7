import { parse, validate } from 'graphql'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answerOnline } from '../../src/lookups/answer-online.ts'
import type { Reply } from '../../src/lookups/answerer.ts'
import { discussionQuery, filesQuery, questionQuery } from '../../src/lookups/github/queries.ts'
import { numbered } from '../../src/lookups/numbered.ts'
import { parseQuestion } from '../../src/lookups/question.ts'
import { release } from '../../src/lookups/release.ts'
import { FAULTS, HASTY } from '../support/faults.ts'
import { githubSchema, startGitHub, TOKEN, type FakeGitHub, type FakeItem } from '../support/fake-github.ts'
import { sendJson } from '../support/loopback.ts'

const A = { host: 'github.com', owner: 'a', name: 'a' }
const B = { host: 'github.com', owner: 'b', name: 'b' }
const id = (letter: string): string => letter.repeat(40)
const MERGED: FakeItem = { __typename: 'PullRequest', title: 'One', state: 'MERGED', mergedAt: '2024-01-02T03:04:05Z', headRefOid: id('a'), mergeCommit: { oid: id('b') }, paths: ['z.ts', 'a.ts'] }
const ISSUE: FakeItem = { __typename: 'Issue', title: 'Two', state: 'CLOSED' }
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `src/${String(index)}.ts`)

let server: FakeGitHub
beforeAll(async () => {
  server = await startGitHub({
    'a/a': {
      items: {
        1: MERGED, 2: ISSUE, 3: { __typename: 'PullRequest', title: '', state: 'OPEN', paths: many(250) }, 4: { __typename: 'PullRequest', title: '4', state: 'CLOSED', paths: null },
        5: { __typename: 'PullRequest', title: 'huge', state: 'OPEN', paths: many(3100) },
      },
      discussions: [7],
      releases: {
        'v1': { name: 'First', publishedAt: '2024-01-02T03:04:05Z', tagCommit: { oid: id('c') }, tag: { target: { __typename: 'Commit', oid: id('c') } } },
        'pkg@1.0/x': { isPrerelease: true, publishedAt: '2024-01-02T03:04:05Z', tagCommit: { oid: id('d') }, tag: { target: { __typename: 'Tag', oid: id('e'), target: { __typename: 'Tag', oid: id('e'), target: { __typename: 'Commit', oid: id('d') } } } } },
        'draft': { isDraft: true },
      },
    },
    'b/b': { items: Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [index + 1, { ...ISSUE, title: `issue ${String(index + 1)}` }])) },
    'saml/x': { items: { 1: MERGED }, forbidden: 'Resource protected by organization SAML enforcement.' },
  }, { 'old/name': 'a/a' })
})
afterEach(() => {
  server.setFault()
  expect(server.invalid).toEqual([])
})

async function ask(lookups: readonly { readonly key: string }[], environment: Readonly<Record<string, string>> = server.environment): Promise<Reply[]> {
  const replies = await answerOnline(lookups.map(lookup => lookup.key), environment, HASTY)
  return lookups.map(({ key }) => replies.get(key) ?? { status: 'unknown', reason: 'NO REPLY', cause: 'failed' })
}

describe('queries are of the published schema', () => {
  const questions = [numbered(A, 1), numbered(B, 2), release(A, 'v1'), numbered({ ...A, name: 'A' }, 3)].flatMap(lookup => parseQuestion(lookup.key) ?? [])
  test.each([
    ['numbers and releases', questionQuery(questions)],
    ['numbers alone', questionQuery(questions.slice(0, 1))],
    ['a release alone', questionQuery(questions.slice(2, 3))],
    ['discussions', discussionQuery(questions.slice(0, 2))],
    ['files', filesQuery(questions.slice(0, 2), new Map())],
  ])('%s', (_name, { query }) => {
    expect(validate(githubSchema, parse(query)).map(problem => problem.message)).toEqual([])
  })
})

describe('answers', () => {
  test('pull requests and issues', async () => {
    expect(await ask([numbered(A, 1), numbered(A, 2), numbered(A, 4)])).toEqual([
      { status: 'known', value: { kind: 'pull-request', state: 'merged', title: 'One', mergedAt: '2024-01-02T03:04:05Z', head: id('a'), mergeCommit: id('b'), files: ['a.ts', 'z.ts'] } },
      { status: 'known', value: { kind: 'issue', state: 'closed', title: 'Two' } },
      { status: 'known', value: { kind: 'pull-request', state: 'closed', title: '4', head: id('f') } },
    ])
  })

  test('absent only when nothing at all has that number', async () => {
    expect(await ask([numbered(A, 6), numbered(A, 7), numbered(A, 2 ** 33)])).toMatchObject([
      { status: 'absent' }, { status: 'unknown', reason: /discussion/, cause: 'unanswerable' }, { status: 'unknown', cause: 'unanswerable' },
    ].map(reply => ('reason' in reply ? { ...reply, reason: expect.stringMatching(reply.reason) as string } : reply)))
  })

  test('a server without discussions', async () => {
    server.setFault((response, _request, _count, body) => {
      if (!body.includes('discussion')) return false
      sendJson(response, 200, { errors: [{ message: "Field 'discussion' doesn't exist on type 'Repository'", extensions: { code: 'undefinedField', typeName: 'Repository', fieldName: 'discussion' } }] })
      return true
    })
    expect(await ask([numbered(A, 6)])).toEqual([{ status: 'absent' }])
  })

  test('a repository that is not shown, one that is protected, and one beside them', async () => {
    expect(await ask([numbered({ ...A, owner: 'nobody' }, 1), numbered({ ...A, owner: 'saml', name: 'x' }, 1), numbered(A, 2)])).toMatchObject([
      { status: 'unknown', reason: 'not visible: private, or gone, or the token may not see it', cause: 'hidden' },
      { status: 'unknown', reason: 'github.com does not say (Resource protected by organization SAML enforcement)', cause: 'failed' },
      { status: 'known' },
    ])
  })

  test('a renamed repository', async () => {
    expect(await ask([numbered({ ...A, owner: 'old', name: 'name' }, 2)])).toMatchObject([{ status: 'known', value: { title: 'Two' } }])
  })

  test('releases, with the commit behind annotated tags', async () => {
    expect(await ask([release(A, 'v1'), release(A, 'pkg@1.0/x'), release(A, 'v9'), release(A, 'draft'), release(A, '__proto__')])).toEqual([
      { status: 'known', value: { tag: 'v1', title: 'First', commit: id('c'), publishedAt: '2024-01-02T03:04:05Z', draft: false, prerelease: false } },
      { status: 'known', value: { tag: 'pkg@1.0/x', title: '', commit: id('d'), publishedAt: '2024-01-02T03:04:05Z', draft: false, prerelease: true } },
      { status: 'absent' },
      { status: 'unknown', reason: 'a draft whose tag does not exist yet', cause: 'unanswerable' },
      { status: 'absent' },
    ])
  })

  test('a thousand numbers in ten requests', async () => {
    const replies = await ask(Array.from({ length: 1000 }, (_, index) => numbered(B, index + 1)))
    expect(replies.map(reply => (reply.status === 'known' ? (reply.value as { title: string }).title : reply.status))).toEqual(Array.from({ length: 1000 }, (_, index) => `issue ${String(index + 1)}`))
    expect(server.count).toBe(10)
  })

  test('all pages of files, or none', async () => {
    const [paged, huge] = await ask([numbered(A, 3), numbered(A, 5)])
    expect(paged).toMatchObject({ value: { files: many(250).sort() } })
    expect(huge).toEqual({ status: 'known', value: { kind: 'pull-request', state: 'open', title: 'huge', head: id('f') } })
    expect(server.count).toBe(30)
  })

  test('a further page that fails', async () => {
    server.setFault((response, _request, count) => {
      if (count === 1) return false
      sendJson(response, 200, { data: { r0: { q0: null } }, errors: [{ type: 'SERVICE_UNAVAILABLE', path: ['r0', 'q0', 'files'], message: 'Down.' }] })
      return true
    })
    expect(await ask([numbered(A, 3)])).toMatchObject([{ status: 'unknown', reason: 'github.com does not say (Down)', cause: 'failed' }])
  })
})

describe('faults are no answers', () => {
  test.each(Object.entries(FAULTS))('%s', async (_name, [fault, reason]) => {
    server.setFault(fault)
    const replies = await ask([numbered(A, 1), numbered(A, 6), release(A, 'v9')])
    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 'unknown', cause: 'failed', remedy: expect.stringMatching(/^[a-z]/) as string })
      expect('reason' in reply ? reply.reason : '').toMatch(reason)
      expect(JSON.stringify(reply)).not.toContain(TOKEN)
      // eslint-disable-next-line no-control-regex -- what must not be there
      expect('reason' in reply ? reply.reason : '').not.toMatch(/[\u0000-\u001f]|\.$/)
    }
  })

  test('an error of one question leaves the others alone', async () => {
    server.setFault((response, _request, _count, body) => {
      if (body.includes('discussion')) return false
      sendJson(response, 200, {
        data: { r0: { q0: null, q1: { __typename: 'Issue', number: 2, title: 'Two', issueState: 'CLOSED' }, q2: null } },
        errors: [{ type: 'FORBIDDEN', path: ['r0', 'q0'], message: 'Resource not accessible by personal access token' }, { path: ['r0', 'q2'], message: 'Timeout' }],
      })
      return true
    })
    expect(await ask([numbered(A, 1), numbered(A, 2), release(A, 'v9')])).toMatchObject([
      { status: 'unknown', reason: 'github.com does not say (Resource not accessible by personal access token)' }, { status: 'known' }, { status: 'unknown', reason: 'github.com does not say (Timeout)' },
    ])
  })

  test('an answer for another number', async () => {
    server.setFault((response) => {
      sendJson(response, 200, { data: { r0: { q0: { __typename: 'Issue', number: 3, title: 'Two', issueState: 'CLOSED' } } } })
      return true
    })
    expect(await ask([numbered(A, 1)])).toMatchObject([{ status: 'unknown', cause: 'unanswerable' }])
  })

  test('what passes is waited for', async () => {
    server.setFault((response, _request, count) => {
      if (count === 1) sendJson(response, 403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '7' })
      else if (count === 2) sendJson(response, 502, { message: 'Bad gateway' })
      else return false
      return true
    })
    expect(await ask([numbered(A, 2)])).toMatchObject([{ status: 'known' }])
  })

  test('a query that is too much is asked in parts', async () => {
    server.setFault((response, _request, _count, body) => {
      if ((body.match(/issueOrPullRequest/g) ?? []).length <= 25) return false
      sendJson(response, 502, { message: 'Bad gateway' })
      return true
    })
    const replies = await ask(Array.from({ length: 100 }, (_, index) => numbered(B, index + 1)))
    expect(replies.filter(reply => reply.status === 'known')).toHaveLength(100)
  })

  test('a closed door is not knocked at a hundred times', async () => {
    server.setFault(FAULTS['status 401']?.[0])
    const replies = await ask(Array.from({ length: 1000 }, (_, index) => numbered(B, index + 1)))
    expect(new Set(replies.map(reply => reply.status))).toEqual(new Set(['unknown']))
    expect(server.count).toBe(1)
  })
})

describe('without a way to ask', () => {
  test('no token', async () => {
    expect(await ask([numbered(A, 1)], { GITHUB_GRAPHQL_URL: `${server.origin}/graphql` })).toEqual([{ status: 'unknown', reason: 'no token for github.com', cause: 'failed', remedy: 'set GH_TOKEN' }])
    expect(server.count).toBe(0)
  })

  test('a token that HTTP would quote', async () => {
    const replies = await ask([numbered(A, 1)], { ...server.environment, GH_TOKEN: 'ghp_a\nb' })
    expect(replies).toMatchObject([{ status: 'unknown', reason: 'GH_TOKEN holds characters that no token has' }])
    expect(JSON.stringify(replies)).not.toContain('ghp_a')
  })

  test('another host, and a key that nobody understands', async () => {
    expect(await ask([numbered({ ...A, host: 'bitbucket.org' }, 1), { key: 'weather:tomorrow' }])).toMatchObject([
      { status: 'unknown', reason: 'no answerer for bitbucket.org', cause: 'unserved' }, { status: 'unknown', cause: 'unanswerable' },
    ])
  })
})
