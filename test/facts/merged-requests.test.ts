import { expect, test } from 'vitest'
import { createRepository } from '../../src/core/repository.ts'
import { mergedRequestsFact, type MergedRequests } from '../../src/facts/merged-requests.ts'
import { memorySource } from '../support/memory-repository.ts'
import { commitFiles, createGitRepository, runGit } from '../support/git-repository.ts'
import { commitAll, headOf, initCheckout } from '../support/checkout.ts'

function requestsOf(root: string): MergedRequests {
  const source = { ...memorySource({}), head: headOf(root), gitDirectory: `${root}/.git` }
  return createRepository({ root, source }).get(mergedRequestsFact)
}

test('what was merged, taken back, and brought in again, read on from what is remembered', () => {
  const root = initCheckout()
  commitAll(root, 1, 'Merge pull request #1 from a/b')
  commitAll(root, 2, 'Two (#2)')
  const before = requestsOf(root)
  commitAll(root, 3, 'Revert "Two (#2)" (#3)')
  commitAll(root, 4, 'Two again (#2)')
  const after = requestsOf(root)
  commitAll(root, 5, 'Reapply "Two (#2)" (#5)')

  expect(before.get(1)).toMatchObject({ how: 'merge', time: Date.parse('2024-01-02T12:00:00Z') / 1000 })
  expect(before.get(2)).toMatchObject({ how: 'squash', commit: before.get(2)?.commit })
  expect(before.get(2)?.reverted).toBeUndefined()
  expect(after.get(2)).toMatchObject({ commit: before.get(2)?.commit, reverted: { time: Date.parse('2024-01-04T12:00:00Z') / 1000 } })
  expect(requestsOf(root).get(2)?.reverted).toBeUndefined()
  expect(after.get(99)).toBeUndefined()
  expect(after.incomplete).toBeUndefined()
})

test('where no commit ends with a number, one that does may name an issue', () => {
  const root = initCheckout()
  for (let day = 1; day <= 28; day++) commitAll(root, day, `Day ${String(day)}`)
  commitAll(root, 29, 'Work on the list (#7)')

  expect(requestsOf(root).get(7)).toMatchObject({ how: 'mention' })
})

test('GitLab writes the number into the body of the merge', () => {
  const root = createGitRepository({ 'a.txt': 'a' })
  runGit(root, 'checkout', '-q', '-b', 'a')
  commitFiles(root, { 'b.txt': 'b' }, 'Work')
  runGit(root, 'checkout', '-q', 'main')
  runGit(root, 'merge', '-q', '--no-ff', '-m', "Merge branch 'a' into 'main'\n\nTitle\n\nSee merge request group/name!12", 'a')

  expect(requestsOf(root).get(12)).toMatchObject({ how: 'merge', commit: headOf(root) })
})

test('without git nothing is known, and it says so', () => {
  const requests = createRepository({ root: '/memory', source: memorySource({}) }).get(mergedRequestsFact)

  expect(requests.incomplete).toBe('there is no git history')
  expect(requests.get(1)).toBeUndefined()
})
