import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/user-error.ts'
import { answersOf, lockedAnswers, lockOf, type Settled } from '../../src/lock/answers.ts'
import { formatLock, LOCK_FILE, parseLock } from '../../src/lock/lock.ts'
import { numbered } from '../../src/lookups/numbered.ts'
import { release } from '../../src/lookups/release.ts'
import { memorySource } from '../support/memory-repository.ts'

const A = { host: 'github.com', owner: 'A', name: 'a' }
const SUB = { host: 'gitlab.com', owner: 'g/s', name: 'p' }
const SHA = 'a'.repeat(40)
const FACTS: ReadonlyMap<string, Settled> = new Map<string, Settled>([
  [numbered(A, 12).key, { status: 'known', value: { title: 'x "\u001b', state: 'merged', kind: 'pull-request', mergedAt: '2024-01-02T03:04:05Z', head: SHA, mergeCommit: SHA, files: ['a', 'b'] } }],
  [numbered(A, 2).key, { status: 'absent' }],
  [numbered(SUB, 1).key, { status: 'known', value: { kind: 'issue', state: 'open', title: '' } }],
  [release(A, 'v2@x/y').key, { status: 'known', value: { tag: 'v2@x/y', title: '', commit: SHA, draft: false, prerelease: true } }],
  [release(A, '__proto__').key, { status: 'absent' }],
])

test('facts survive a lock, whatever their order', () => {
  const text = formatLock(lockOf(FACTS, {}))
  expect(formatLock(lockOf(new Map([...FACTS].reverse()), {}))).toBe(text)
  expect(new Map([...answersOf(parseLock(text))].sort())).toEqual(new Map([...FACTS].sort()))
  expect(text).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "releases": {
        "github.com/a/a": {
          "__proto__": null,
          "v2@x/y": {
            "commit": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "draft": false,
            "prerelease": true,
            "tag": "v2@x/y",
            "title": ""
          }
        }
      },
      "requests": {
        "github.com/a/a": {
          "2": null,
          "12": {
            "files": [
              "a",
              "b"
            ],
            "head": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "kind": "pull-request",
            "mergeCommit": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "mergedAt": "2024-01-02T03:04:05Z",
            "state": "merged",
            "title": "x \\"\\u001b"
          }
        },
        "gitlab.com/g/s/p": {
          "1": {
            "kind": "issue",
            "state": "open",
            "title": ""
          }
        }
      }
    }
    "
  `)
})

test('sections of others stay', () => {
  const { others } = parseLock('{ "version": 1, "frozen": { "b": 1, "a": [2, { "d": null }] } }')
  expect(JSON.parse(formatLock(lockOf(new Map(), others)))).toEqual({ version: 1, frozen: { a: [2, { d: null }], b: 1 }, releases: {}, requests: {} })
})

test('content without a lock answers nothing', () => {
  expect(lockedAnswers(memorySource({})).size).toBe(0)
  expect(lockedAnswers(memorySource({ [LOCK_FILE]: '\ufeff{"version":1,"requests":{"github.com/A/a":{"2":null}}}\r\n' }))).toEqual(new Map([[numbered(A, 2).key, { status: 'absent' }]]))
})

describe('a broken lock is said in a sentence or two', () => {
  test.each([
    ['', /is not valid JSON\. Restore it/],
    ['{', /is not valid JSON/],
    ['[]', /is no lock file/],
    ['null', /is no lock file/],
    ['{}', /it has no version/],
    ['{"version":2}', /has version 2, and this doc-lockdown reads version 1\. Update/],
    ['{"version":"1"}', /has version "1"/],
    ['{\n<<<<<<< HEAD\n"version": 1\n=======\n"version": 1\n>>>>>>> x\n}', /merge conflict\. Take either side/],
    ['{\r\n<<<<<<< HEAD\r\n"version": 1\r\n=======\r\n}', /merge conflict/],
    ['{"version":1,"requests":[]}', /at requests/],
    ['{"version":1,"requests":{"a/b":{}}}', /at requests → "a\/b"/],
    ['{"version":1,"requests":{"h/a/b":[]}}', /at requests → "h\/a\/b"/],
    ['{"version":1,"requests":{"h/a/b":{"x":null}}}', /→ "x"/],
    ['{"version":1,"requests":{"h/a/b":{"1":{}}}}', /→ "1"/],
    ['{"version":1,"requests":{"h/a/b":{"1":{"kind":"issue","state":"gone","title":""}}}}', /→ "1"/],
    ['{"version":1,"requests":{"h/a/b":{"1":{"kind":"issue","state":"open","title":"","files":[1]}}}}', /→ "1"/],
    ['{"version":1,"releases":{"h/a/b":{"v":{"tag":"v","title":"","commit":"abc","draft":false,"prerelease":false}}}}', /releases → "h\/a\/b" → "v"/],
  ])('%j', (text, message) => {
    expect(() => parseLock(text)).toThrow(UserError)
    expect(() => parseLock(text)).toThrow(message)
    expect(() => parseLock(text)).toThrow(/^doc-lockdown\.lock\.json /)
  })
})
