/** What the hosting service says of a number, as the lock file holds it, against what a document says. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { completePullRequestRanges } from '../../rules/docs/complete-pull-request-ranges.ts'
import { consistentMergeOrder } from '../../rules/docs/consistent-merge-order.ts'
import { noMissingPaths } from '../../rules/docs/no-missing-paths.ts'
import { noMissingPullRequests } from '../../rules/docs/no-missing-pull-requests.ts'
import { checkDocument } from '../../src/core/check.ts'
import { createDocument } from '../../src/core/document.ts'
import type { Report } from '../../src/core/report.ts'
import { createRepository } from '../../src/core/repository.ts'
import type { DocRule } from '../../src/core/rule.ts'
import type { Answer } from '../../src/lookups/answer.ts'
import { numbered, type NumberedRecord } from '../../src/lookups/numbered.ts'
import { FIXTURES } from '../support/fixture-cases.ts'
import { memorySource } from '../support/memory-repository.ts'

const OWN = { host: 'github.com', owner: 'example', name: 'shop' }
const RULES: readonly DocRule[] = [completePullRequestRanges, consistentMergeOrder, noMissingPullRequests, noMissingPaths]

type Said = Answer<NumberedRecord> | NumberedRecord | null

function check(text: string, facts: Readonly<Record<number, Said>>, rules = RULES): Report {
  const answers = new Map(Object.entries(facts).map(([number, said]): [string, Answer<NumberedRecord>] =>
    [numbered(OWN, Number(number)).key, said === null ? { status: 'absent' } : 'status' in said ? said : { status: 'known', value: said }]))
  const source = memorySource({ 'package.json': '{ "repository": "github:example/shop" }', 'apps/web/lib/y.ts': '' })
  return checkDocument(createRepository({ root: '/memory', source, answers }), createDocument('docs/STATUS.md', text), {
    rules: rules.map(rule => ({ rule, severity: 'error' as const, options: rule.meta.defaultOptions })),
    isStrict: () => false, minConfidence: 'low', setAside: [], keepReferences: true,
  })
}

const merged: NumberedRecord = { kind: 'pull-request', state: 'merged', title: 'T', mergedAt: '2026-05-07T10:00:00Z', mergeCommit: '215f71bc1a58639fe4bcd3b3609a4e68304184ab' }
const open: NumberedRecord = { kind: 'pull-request', state: 'open', title: 'T', files: ['apps/web/lib/reconcile.ts'] }
const closed: NumberedRecord = { kind: 'pull-request', state: 'closed', title: 'T' }
const issue: NumberedRecord = { kind: 'issue', state: 'open', title: 'The roof leaks' }
const silent: Said = { status: 'unknown', reason: 'rate limit' }

describe('a state that is said', () => {
  test.each<[text: string, said: Said, verdict: string]>([
    ['PR #419 merged/deployed.', merged, 'holds'],
    ['PR #419 merged/deployed.', open, 'is called "merged", but it is open'],
    ['PR #419 merged.', closed, 'but it is closed'],
    ['PR #419 merged.', null, 'does not exist in example/shop'],
    ['PR #419 merged.', silent, 'unknown'],
    ['PR #419 merged.', issue, 'is called a pull request, but it is an issue'],
    ['PR #419 is open.', merged, 'but it is merged'],
    ['PR #419 is open.', open, 'holds'],
    ['PR #419 is awaiting review.', merged, 'but it is merged'],
    ['PR #419 is not merged yet.', merged, 'but it is merged'],
    ['PR #419 is not merged yet.', open, 'holds'],
    ['Once PR #419 is merged, go on.', open, 'holds'],
    ['PR #419 will be merged.', open, 'holds'],
    ['PR #419 was closed.', merged, 'holds'],
    ['PR #419 was closed without merging.', merged, 'but it is merged'],
    ['Added in #419.', open, 'is called "added", but it is open'],
    ['Added in #419.', issue, 'holds'],
    ['Issue #419 is still open.', { ...issue, state: 'closed' }, 'but it is closed'],
    ['Blocked by #419.', merged, 'is called "blocked by", but it is merged'],
    ['See https://github.com/example/shop/pull/419.', null, 'does not exist'],
    ['See example/shop#419 and Example/Shop#419.', merged, 'holds'],
  ])('%s', (text, said, verdict) => {
    const [first] = check(text, { 419: said }, [noMissingPullRequests]).references
    const { findings } = check(text, { 419: said }, [noMissingPullRequests])

    if (verdict === 'holds' || verdict === 'unknown') expect([first?.verdict.status, findings]).toEqual([verdict, []])
    else expect(findings.map(finding => finding.message).join('\n')).toContain(verdict)
  })
})

test('a receipt names the day and the commit', () => {
  expect(check('PR #419 is open.', { 419: merged }).findings[0]?.evidence).toBe('merged on 2026-05-07 as 215f71bc')
})

test('another repository is asked for its own numbers', () => {
  const { references } = check('SYO PR #95 merged; other/shop2#95 too.', { 95: open })

  expect(references.map(({ subject, verdict }) => [subject, verdict.status === 'unknown' ? verdict.reason : verdict.status])).toEqual([
    ['#95', 'it is a number of SYO'],
    ['other/shop2#95', expect.stringContaining('sync')],
  ])
})

describe('the promotion protocol', () => {
  const page = (name: string): string => readFileSync(path.join(FIXTURES, 'complete-pull-request-ranges', name, 'docs/ops/production-promotion-protocol.md'), 'utf8')
  const queue = (said: NumberedRecord): Record<number, Said> => Object.fromEntries(Array.from({ length: 33 }, (_, at) => [305 + at, said]))

  test('every number has a verdict', () => {
    const numbers = new Set(check(page('silent-promotion-protocol'), queue(open)).references.flatMap(({ rule, subject, verdict }) => (
      rule === 'no-missing-pull-requests' && verdict.status === 'holds' ? subject : [])))

    expect([...numbers].sort()).toEqual([...Array.from({ length: 33 }, (_, at) => `#${String(305 + at)}`), '#305–#337'].sort())
  })

  test('with all of them open it is clean, with one merged it is not', () => {
    expect(check(page('silent-promotion-protocol'), queue(open)).findings).toEqual([])

    const [only, ...more] = check(page('silent-promotion-protocol'), { ...queue(open), 320: merged }).findings
    expect([only?.message, only?.evidence, more]).toEqual([
      '`#305–#337` are called "open", but 1 of 33 are not.', '#320 merged on 2026-05-07 as 215f71bc', [],
    ])
  })

  test('the hole is found without anything known, and with a lock', () => {
    for (const facts of [{}, queue(open)]) {
      expect(check(page('promotion-protocol-with-a-hole'), facts).findings.map(finding => finding.message)).toEqual([
        '`#305–#337` has holes: no table or list has #331.',
      ])
    }
  })

  test('what is merged before its dependency is named', () => {
    const { findings } = check(page('silent-promotion-protocol').replace('33 PRs (#305–#337) are open', 'This is'), { ...queue(open), 332: merged })

    expect(findings.map(finding => finding.message)).toEqual(['#332 is merged, but #319, which it depends on, is not.'])
  })
})

test('a path that comes with an open request is awaited; with a merged one it is judged as ever', () => {
  const text = 'Read `apps/web/lib/reconcile.ts` (PR #337), `apps/web/lib/ledger.ts` (PR #337) and `apps/web/lib/y.ts` (PR #337).'
  const reasons = (said: Said): string[] => check(text, { 337: said }, [noMissingPaths]).references.map(({ verdict }) => (verdict.status === 'unknown' ? verdict.reason : verdict.status))

  expect(reasons(open)).toEqual(['awaiting #337', 'there is no git history', 'holds'])
  expect(reasons(merged)).toEqual(['there is no git history', 'there is no git history', 'holds'])
})
