import { expect, test } from 'vitest'
import { readSubject } from '../../../src/facts/requests/subject.ts'

test.each([
  ['Merge pull request #12 from owner/branch', 12, 'merge'],
  ['Merge pull request #12 in PROJ/repo from a to main', 12, 'merge'],
  ["Merge pull request 'Add \"it\" (now)' (#12) from a/b into main", 12, 'merge'],
  ['Merged in feature/a (pull request #12)', 12, 'merge'],
  ['Pull request #12: Title', 12, 'merge'],
  ['Merged PR 12: Title', 12, 'merge'],
  ['Auto merge of #12 - a:b, r=c', 12, 'merge'],
  ['See merge request group/sub/name!12', 12, 'merge'],
  ['fix: a thing (#12)', 12, 'squash'],
  ['fix: a thing (fix #11) (#12)', 12, 'squash'],
  ['fix: a thing (#11) (#12)', 12, 'squash'],
  ['fix: a thing (!12)', 12, 'squash'],
])('%s', (subject, number, how) => {
  expect(readSubject(subject).merged).toMatchObject({ number, how })
})

test.each(['Fix #12', 'fix: a thing, closes #12', 'Merge branch main into b', 'Add (#12) to the list', '(#12) a', 'Merge pull requests', ''])('no merge: %s', (subject) => {
  expect(readSubject(subject).merged).toBeUndefined()
})

test.each([
  ['Revert "fix: a thing (#12)" (#13)', 12, false],
  ['Revert "Revert "fix: a thing (#12)" (#13)" (#14)', 12, true],
  ['Reapply "fix: a thing (#12)" (#14)', 12, true],
  ['Revert "Reapply "fix: a thing (#12)" (#14)"', 12, false],
  ['Revert "Merge pull request #12 from a/b"', 12, false],
  ['Merge pull request #13 from a/revert-12-branch', 12, false],
  ['Merge pull request #14 from a/revert-13-revert-12-branch', 12, true],
])('%s', (subject, number, again) => {
  expect(readSubject(subject).reverted).toEqual({ number, again })
})
