import { unlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadHistory, type PastPaths } from '../../src/git/history-cache.ts'
import { commitFiles, createGitRepository, runGit, temporaryFolder } from '../support/git-repository.ts'

beforeEach(() => { process.env['DOC_LOCKDOWN_CACHE'] = temporaryFolder() })
afterEach(() => { delete process.env['DOC_LOCKDOWN_CACHE'] })

/** Everything that can be asked. */
function all(past: PastPaths): unknown {
  const removed = [...past.removed()].sort()
  return {
    removed: removed.map(one => past.removal(one)),
    inside: ['a', 'a/b', 'c'].map(folder => [...past.removedInside(folder)].sort()),
    ending: ['x.md', 'b/x.md', 'y.md', '.md'].map(suffix => [...past.removedEndingIn(suffix)].sort()),
    folders: ['b', 'a', 'a/b', 'x.md'].map(suffix => [...past.foldersEndingIn(suffix)].sort()),
    versions: ['a/b/x.md', 'c/y.md', 'z.md', 'keep'].map(one => past.versionsOf(one)),
    born: ['a/b/x.md', 'a/x.md', 'c/y.md', 'z.md', 'gone'].map(one => past.bornAt(one)),
  }
}

describe('history from the cache', () => {
  it('says what a new walk says, through additions, removals and returns, and after it was rewritten', () => {
    const root = createGitRepository({ 'a/b/x.md': 'x', 'a/x.md': 'ax', 'c/b/q.ts': '', 'keep': '' })
    const cached = (): PastPaths => loadHistory(root, path.join(root, '.git'), runGit(root, 'rev-parse', 'HEAD'))
    const walked = (): PastPaths => loadHistory(root, undefined, runGit(root, 'rev-parse', 'HEAD'))
    const remove = (...files: readonly string[]): void => {
      for (const file of files) unlinkSync(path.join(root, file))
      commitFiles(root, {})
    }
    const steps: readonly (() => void)[] = [
      () => { remove('a/b/x.md') },
      () => { commitFiles(root, { 'c/y.md': 'y' }) },
      () => { remove('c/y.md', 'c/b/q.ts') },
      () => { commitFiles(root, { 'a/b/x.md': 'again', 'z.md': 'y' }) },
      () => { remove('a/b/x.md', 'a/x.md') },
      () => { commitFiles(root, { 'c/y.md': 'other' }) },
      () => { runGit(root, 'reset', '-q', '--hard', 'HEAD~2') },
    ]
    expect(all(cached())).toEqual(all(walked()))
    const asked = cached()
    const first = all(asked)
    // After some searches an index answers.
    for (let round = 0; round < 12; round++) expect(all(asked)).toEqual(first)
    for (const step of steps) {
      step()
      expect(all(cached())).toEqual(all(walked()))
      expect(all(cached())).toEqual(all(walked()))
    }
    expect([...cached().removed()].sort()).toEqual(['c/b/q.ts', 'c/y.md'])
  })
})
