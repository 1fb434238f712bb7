/** History is read from real repositories; `checkoutOf` makes a commit a day from 2 January 2024 on. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, type Repository } from '../../src/core/repository.ts'
import { historyFact, type History } from '../../src/facts/history.ts'
import { dateOf, findRemoval, findRemovalBySuffix, removalText } from '../../src/facts/receipt.ts'
import { cacheDirectory } from '../../src/git/cache-directory.ts'
import { findCheckout } from '../../src/git/checkout.ts'
import { openCommit, openIndex } from '../../src/git/stored.ts'
import { openWorktree } from '../../src/git/worktree.ts'
import { checkoutOf, commitAll, emptyWorktree, initCheckout, temporaryFolder, writeFiles } from '../support/checkout.ts'

function open(root: string, kind: 'worktree' | 'index' | 'commit' = 'worktree', revision = 'HEAD'): Repository {
  const checkout = findCheckout(root)
  if (checkout === undefined) throw new Error('no checkout')
  const source = kind === 'worktree' ? openWorktree(checkout) : kind === 'index' ? openIndex(checkout) : openCommit(checkout, revision)
  return createRepository({ root, source, settings: {} })
}

const history = (root: string, kind?: 'worktree' | 'index' | 'commit', revision?: string): History => open(root, kind, revision).get(historyFact)

/** The receipt of a path: "renamed to …", "deleted …". */
function receipt(root: string, written: string, kind?: 'worktree' | 'index' | 'commit'): string | undefined {
  const gone = findRemoval(open(root, kind), [written])
  return gone === undefined ? undefined : `${gone.how}: ${removalText(gone).replace(/ in [0-9a-f]{8}/, '')}${gone.certain && gone.successor !== undefined ? ', certain' : ''}`
}

function git(root: string, ...args: readonly string[]): string {
  const person = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com' }
  return execFileSync('git', [...args], { cwd: root, env: { ...process.env, ...person, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }, stdio: ['ignore', 'pipe', 'pipe'] }).toString('utf8').trim()
}

const LONG = Array.from({ length: 30 }, (_, index) => `line ${String(index)}`).join('\n')

describe('a removed path', () => {
  it('is deleted, with commit and day', () => {
    const root = checkoutOf({ 'a.ts': 'a', 'b.ts': 'b' }, { 'b.ts': 'b' })
    const removal = history(root).removed('a.ts')
    expect(removal).toMatchObject({ path: 'a.ts', successor: undefined, exact: false })
    expect(removal?.commit).toBe(git(root, 'rev-parse', 'HEAD'))
    expect(dateOf(removal?.time ?? 0)).toBe('2024-01-03')
    expect(receipt(root, 'a.ts')).toBe('path: deleted (2024-01-03)')
  })

  it('is renamed with the same content: certain', () => {
    expect(receipt(checkoutOf({ 'a.ts': 'a' }, { 'lib/b.ts': 'a' }), 'a.ts')).toBe('path: renamed to `lib/b.ts` (2024-01-03), certain')
  })

  it('is moved under its name with other content: likely', () => {
    expect(receipt(checkoutOf({ 'a.ts': 'a', 'x.ts': 'x' }, { 'lib/a.ts': 'other', 'x.ts': 'x' }), 'a.ts')).toBe('path: renamed to `lib/a.ts` (2024-01-03)')
  })

  it('is followed through a chain to what exists now', () => {
    const root = checkoutOf({ 'a.ts': '1' }, { 'b.ts': '1' }, { 'lib/c.ts': '1' }, { 'lib/d.ts': '1' })
    expect(receipt(root, 'a.ts')).toBe('path: renamed to `lib/d.ts` (2024-01-03), certain')
    expect(receipt(root, 'lib/c.ts')).toBe('path: renamed to `lib/d.ts` (2024-01-05), certain')
  })

  it('has no successor when the chain ends in a deletion', () => {
    expect(receipt(checkoutOf({ 'a.ts': '1', 'x': '' }, { 'b.ts': '1', 'x': '' }, { 'x': '' }), 'a.ts')).toBe('path: deleted (2024-01-03)')
  })

  it('is not removed when it was added again, and its last removal counts', () => {
    const back = checkoutOf({ 'a.ts': '1', 'x': '' }, { 'x': '' }, { 'a.ts': '2', 'x': '' })
    expect(history(back).removed('a.ts')).toBeUndefined()
    const twice = checkoutOf({ 'a.ts': '1', 'x': '' }, { 'x': '' }, { 'a.ts': '2', 'x': '' }, { 'x': '' })
    expect(receipt(twice, 'a.ts')).toBe('path: deleted (2024-01-05)')
  })

  it('never was: nothing is said', () => {
    expect(history(checkoutOf({ 'a.ts': '1' })).removed('b.ts')).toBeUndefined()
  })

  it('does not loop when names swap', () => {
    const root = checkoutOf({ 'a.ts': '1', 'x': '' }, { 'b.ts': '1', 'x': '' }, { 'a.ts': '1', 'x': '' }, { 'b.ts': '1', 'x': '' }, { 'x': '' })
    expect(receipt(root, 'a.ts')).toBe('path: deleted (2024-01-05)')
  })
})

describe('names', () => {
  it('may hold spaces, quotes, tabs and other scripts', () => {
    const names = ['a b.ts', 'ü.ts', '日本.ts', "it's.ts", 'a"b.ts', 'tab\there.ts']
    const root = checkoutOf({ ...Object.fromEntries(names.map(name => [name, `content of ${name}`])), 'x': '' }, { 'x': '' })
    for (const name of names) expect(history(root).removed(name)?.path).toBe(name)
  })
})

describe('a removed folder', () => {
  it('that moved has an heir when most of its files went there', () => {
    const root = checkoutOf({ 'old/a.ts': '1', 'old/b.ts': '2', 'old/sub/c.ts': '3' }, { 'new/place/a.ts': '1', 'new/place/b.ts': '2', 'new/place/sub/c.ts': '3' })
    expect(receipt(root, 'old')).toBe('folder: renamed to `new/place` (2024-01-03)')
    expect(receipt(root, 'old/sub')).toBe('folder: renamed to `new/place/sub` (2024-01-03)')
    expect(receipt(root, 'old/sub/c.ts')).toBe('path: renamed to `new/place/sub/c.ts` (2024-01-03), certain')
  })

  it('that was taken apart has none', () => {
    const root = checkoutOf({ 'old/a.ts': '1', 'old/b.ts': '2', 'old/c.ts': '3' }, { 'one/a.ts': '1', 'two/b.ts': '2', 'three/c.ts': '3' })
    expect(receipt(root, 'old')).toBe('folder: deleted (2024-01-03)')
  })

  it('is found by its last names', () => {
    const root = checkoutOf({ 'packages/web/old/a.ts': '1', 'x': '' }, { 'x': '' })
    expect(history(root).removedFolderWithSuffix('web/old')?.path).toBe('packages/web/old')
    expect(history(root).removedFolderWithSuffix('eb/old')).toBeUndefined()
  })
})

describe('a part of a path', () => {
  it('finds removed files by whole last names', () => {
    const root = checkoutOf({ 'src/http/resolve.ts': '1', 'src/other-resolve.ts': '2', 'x': '' }, { 'x': '' })
    expect(history(root).removedWithSuffix('resolve.ts').map(removal => removal.path)).toEqual(['src/http/resolve.ts'])
    expect(history(root).removedWithSuffix('http/resolve.ts').map(removal => removal.path)).toEqual(['src/http/resolve.ts'])
    expect(history(root).removedWithSuffix('ttp/resolve.ts')).toEqual([])
  })

  it('takes the latest of several, and none of too many', () => {
    const root = checkoutOf({ 'a/run.sh': '1', 'b/run.sh': '2', 'x': '' }, { 'b/run.sh': '2', 'x': '' }, { 'x': '' })
    const repository = open(root)
    const latest = findRemovalBySuffix(repository, 'run.sh')
    expect(latest?.removal.path).toBe('b/run.sh')
    expect(latest === undefined ? '' : removalText(latest, 'run.sh')).toMatch(/^`b\/run\.sh` was deleted in [0-9a-f]{8} \(2024-01-04\)$/)
    expect(findRemovalBySuffix(repository, 'run.sh', { near: 'README.md', atMost: 1 })).toBeUndefined()
    expect(findRemovalBySuffix(repository, 'run.sh', { near: 'a/README.md', atMost: 1 })?.removal.path).toBe('a/run.sh')
  })

  it('finds the last removal that a test accepts', () => {
    const root = checkoutOf({ 'a/one.sql': '1', 'a/two.sql': '2', 'x': '' }, { 'a/two.sql': '2', 'x': '' }, { 'x': '' })
    expect(history(root).lastRemoved(name => name.endsWith('.sql'))?.path).toBe('a/two.sql')
    expect(history(root).lastRemoved(name => name.endsWith('.go'))).toBeUndefined()
  })
})

describe('merges', () => {
  it('count what they brought to the first parent', () => {
    const root = checkoutOf({ 'a.ts': '1', 'x': '' })
    git(root, 'checkout', '--quiet', '-b', 'topic')
    rmSync(path.join(root, 'a.ts'))
    commitAll(root, 2)
    git(root, 'checkout', '--quiet', 'main')
    writeFiles(root, { 'y': 'y' })
    commitAll(root, 3)
    git(root, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'topic')
    expect(history(root).removed('a.ts')?.commit).toBe(git(root, 'rev-parse', 'HEAD'))
  })

  it('leave out what came and went on a branch', () => {
    const root = checkoutOf({ 'x': '' })
    git(root, 'checkout', '--quiet', '-b', 'topic')
    writeFiles(root, { 'temporary.ts': 't' })
    commitAll(root, 2)
    rmSync(path.join(root, 'temporary.ts'))
    writeFiles(root, { 'kept.ts': 'k' })
    commitAll(root, 3)
    git(root, 'checkout', '--quiet', 'main')
    git(root, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'topic')
    expect(history(root).removed('temporary.ts')).toBeUndefined()
  })
})

describe('what is not committed yet', () => {
  it('a deletion in the work tree', () => {
    const root = checkoutOf({ 'a.ts': '1', 'x': '' })
    rmSync(path.join(root, 'a.ts'))
    expect(receipt(root, 'a.ts')).toBe('path: deleted, not committed yet')
    expect(receipt(root, 'a.ts', 'index')).toBeUndefined()
  })

  it('a rename in the work tree', () => {
    const root = checkoutOf({ 'a.ts': '1', 'x': '' })
    renameSync(path.join(root, 'a.ts'), path.join(root, 'b.ts'))
    expect(receipt(root, 'a.ts')).toBe('path: renamed to `b.ts`, not committed yet, certain')
  })

  it('a staged rename, also for the index', () => {
    const root = checkoutOf({ 'a.ts': '1', 'x': '' })
    git(root, 'mv', 'a.ts', 'b.ts')
    expect(receipt(root, 'a.ts')).toBe('path: renamed to `b.ts`, not committed yet, certain')
    expect(receipt(root, 'a.ts', 'index')).toBe('path: renamed to `b.ts`, not committed yet, certain')
    expect(receipt(root, 'a.ts', 'commit')).toBeUndefined()
  })
})

describe('no history', () => {
  it('without git, without a commit, in a shallow clone: says why', () => {
    const shallow = temporaryFolder('shallow')
    git(shallow, 'clone', '--quiet', '--depth=1', `file://${checkoutOf({ 'a.ts': '1', 'x': '' }, { 'x': '' })}`, 'clone')
    const clone = history(path.join(shallow, 'clone'))
    expect([clone.available, clone.reason]).toEqual([false, 'history is shallow, fetch with depth 0'])
    expect([clone.removed('a.ts'), clone.removedWithSuffix('a.ts'), clone.removedFolder('a'), clone.bornAt('x')]).toEqual([undefined, [], undefined, undefined])
    const empty = history(initCheckout())
    expect([empty.available, empty.reason]).toEqual([false, 'there is no git history'])
  })

  it('when git can\'t read it: says what git said', () => {
    const root = checkoutOf({ 'a.ts': '1', 'x': '' }, { 'x': '' })
    const first = git(root, 'rev-parse', 'HEAD~1')
    rmSync(path.join(root, '.git/objects', first.slice(0, 2), first.slice(2)))
    const broken = history(root)
    expect(broken.available).toBe(false)
    expect(broken.reason).toMatch(/^history can't be read: /)
  })
})

describe('an older state', () => {
  it('knows nothing of what came later', () => {
    const root = checkoutOf({ 'a.ts': '1', 'b.ts': '2' }, { 'b.ts': '2' }, { 'c.ts': '3' })
    expect(history(root, 'commit', 'HEAD~1').removed('a.ts')?.path).toBe('a.ts')
    expect(history(root, 'commit', 'HEAD~1').removed('b.ts')).toBeUndefined()
    expect(history(root, 'commit', 'HEAD~2').removed('a.ts')).toBeUndefined()
  })
})

describe('births of documents', () => {
  it('are the first commit, through renames', () => {
    const root = checkoutOf({ 'old.md': 'text', 'x': '' }, { 'old.md': 'text', 'b.md': 'b', 'x': '' }, { 'docs/new.md': 'text', 'b.md': 'changed', 'x': '' })
    const found = history(root)
    expect(['docs/new.md', 'b.md', 'none.md', 'x'].map((name) => {
      const born = found.bornAt(name)
      return born === undefined ? undefined : dateOf(born)
    })).toEqual(['2024-01-02', '2024-01-03', undefined, undefined])
  })
})

describe('the walk is kept', () => {
  const cacheFile = (root: string): string => {
    const folder = cacheDirectory(path.join(root, '.git'))
    const name = readdirSync(folder).find(file => file.startsWith('history'))
    return path.join(folder, name ?? 'none')
  }

  it('and gives the same from the cache', () => {
    const root = checkoutOf({ 'a.ts': '1', 'b.md': '2', 'ü.ts': '3', 'x': '' }, { 'c.ts': '1', 'd.md': '2', 'x': '' })
    const fresh = ['a.ts', 'b.md', 'ü.ts'].map(name => history(root).removed(name))
    expect(readFileSync(cacheFile(root), 'utf8')).toContain('a.ts')
    expect(['a.ts', 'b.md', 'ü.ts'].map(name => history(root).removed(name))).toEqual(fresh)
    expect(history(root).bornAt('d.md')).toBeDefined()
  })

  it('and extended by what was committed since: removals, additions, births', () => {
    const root = checkoutOf({ 'a.ts': '1', 'b.ts': '2', 'x': '' }, { 'b.ts': '2', 'x': '' })
    expect(history(root).removed('a.ts')?.path).toBe('a.ts')
    emptyWorktree(root)
    writeFiles(root, { 'a.ts': 'again', 'moved/b.ts': '2', 'n.md': 'n', 'x': '' })
    commitAll(root, 3)
    const extended = history(root)
    expect(extended.removed('a.ts')).toBeUndefined()
    expect(extended.removed('b.ts')).toMatchObject({ successor: 'moved/b.ts', exact: true })
    expect(dateOf(extended.bornAt('n.md') ?? 0)).toBe('2024-01-04')
  })

  it('and thrown away when history was rewritten', () => {
    const root = checkoutOf({ 'a.ts': '1', 'x': '' }, { 'x': '' })
    expect(history(root).removed('a.ts')?.path).toBe('a.ts')
    git(root, 'reset', '--quiet', '--hard', 'HEAD~1')
    writeFiles(root, { 'y': 'y' })
    commitAll(root, 5)
    rmSync(path.join(root, 'a.ts'))
    commitAll(root, 6)
    expect(receipt(root, 'a.ts')).toBe('path: deleted (2024-01-07)')
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['a line too few', (text: string) => text.split('\n').slice(0, -1).join('\n')],
    ['empty', () => ''],
    ['of another program', () => '{"version":1}\n'],
    ['bytes', () => '\0\u0001\ufffd'.repeat(100)],
  ])('and read anew when the file is %s', (_what, damage) => {
    const root = checkoutOf({ 'a.ts': LONG, 'b.ts': '2', 'x': '' }, { 'b.ts': '2', 'x': '' }, { 'x': '' })
    const fresh = ['a.ts', 'b.ts'].map(name => history(root).removed(name))
    const file = cacheFile(root)
    writeFileSync(file, damage(readFileSync(file, 'utf8')))
    expect(['a.ts', 'b.ts'].map(name => history(root).removed(name))).toEqual(fresh)
  })
})
