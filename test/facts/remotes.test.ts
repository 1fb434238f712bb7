import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostingUrlsIn, parseHostingUrl, parseRepositoryAddress } from '../../src/core/hosting.ts'
import { createRepository, type Repository } from '../../src/core/repository.ts'
import { remotesFact, revisionsFact } from '../../src/facts/remotes.ts'
import { findCheckout } from '../../src/git/checkout.ts'
import { openWorktree } from '../../src/git/worktree.ts'
import { memoryRepository } from '../support/memory-repository.ts'

describe('parseHostingUrl', () => {
  it.each([
    ['https://github.com/o/n/blob/main/a%40b/c.ts#L3', 'github.com', 'o', 'n', 'main/a@b/c.ts', 'L3'],
    ['https://www.github.com/o/n/tree/v1.0/src/', 'github.com', 'o', 'n', 'v1.0/src', undefined],
    ['https://raw.githubusercontent.com/o/n/main/x.png', 'github.com', 'o', 'n', 'main/x.png', undefined],
    ['https://raw.githubusercontent.com/o/n/refs/heads/main/x.png', 'github.com', 'o', 'n', 'main/x.png', undefined],
    ['https://gitlab.com/g/sub/n/-/blob/main/x.md?ref_type=heads#a', 'gitlab.com', 'g/sub', 'n', 'main/x.md', 'a'],
    ['https://codeberg.org/o/n/src/branch/main/x.md', 'codeberg.org', 'o', 'n', 'main/x.md', undefined],
    ['https://bitbucket.org/o/n/src/main/x.md', 'bitbucket.org', 'o', 'n', 'main/x.md', undefined],
  ])('%s', (url, host, owner, name, rest, fragment) => {
    expect(parseHostingUrl(url)).toEqual({ host, owner, name, rest, fragment })
  })
  it('leaves other pages alone', () => {
    for (const url of ['https://github.com/o/n/issues/1', 'https://github.com/o/n', 'https://example.org/', 'ftp://github.com/o/n/blob/main/x']) {
      expect(parseHostingUrl(url)).toBeUndefined()
    }
  })
})

it('finds URLs in any text, without the punctuation behind them', () => {
  const text = '// see https://github.com/o/n/blob/main/a.ts, (https://github.com/o/n/tree/main/(app)/x). https://x.org/y `https://github.com/o/n/blob/main/__tests__`'
  expect(hostingUrlsIn(text).map(([start, end]) => text.slice(start, end))).toEqual([
    'https://github.com/o/n/blob/main/a.ts', 'https://github.com/o/n/tree/main/(app)/x', 'https://github.com/o/n/blob/main/__tests__',
  ])
})

it('reads addresses of remotes', () => {
  const address = { host: 'github.com', owner: 'o', name: 'n' }
  for (const url of ['git@github.com:o/n.git', 'https://github.com/o/n', 'ssh://git@github.com/o/n.git', 'git+https://github.com/o/n.git', 'github:o/n', 'o/n']) {
    expect(parseRepositoryAddress(url), url).toEqual(address)
  }
  expect(parseRepositoryAddress('/srv/git/n.git')).toBeUndefined()
})

it('tells own, namesake and foreign by the manifest', () => {
  const remotes = memoryRepository({ 'package.json': '{"repository":{"url":"git+https://github.com/new/tool.git"}}' }).get(remotesFact)
  expect(['New', 'old', 'new'].map((owner, index) => remotes.ownership({ host: 'github.com', owner, name: index === 2 ? 'other' : 'Tool' })))
    .toEqual(['own', 'namesake', 'foreign'])
})

describe('revisions', () => {
  let root = ''
  let repository: Repository
  beforeAll(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), 'doc-lockdown-test-')))
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: root, stdio: 'ignore' })
    }
    git('init', '-q', '-b', 'main')
    git('remote', 'add', 'origin', 'git@github.com:o/n.git')
    mkdirSync(path.join(root, 'src'))
    writeFileSync(path.join(root, 'src/old.ts'), '')
    git('add', '.')
    git('commit', '-qm', 'one')
    git('tag', 'v1')
    git('branch', 'release/1.x')
    git('mv', 'src/old.ts', 'src/new.ts')
    git('commit', '-qm', 'two')
    const checkout = findCheckout(root)
    if (checkout === undefined) throw new Error('no checkout')
    repository = createRepository({ root, source: openWorktree(checkout) })
  })
  afterAll(() => { rmSync(root, { recursive: true, force: true }) })

  it('knows its remote', () => {
    expect(repository.get(remotesFact).addresses).toEqual([{ host: 'github.com', owner: 'o', name: 'n' }])
  })
  it('splits refs with slashes from paths', () => {
    const { split } = repository.get(revisionsFact)
    expect(split('main/src/new.ts')).toEqual({ ref: 'main', path: 'src/new.ts', kind: 'current' })
    expect(split('release/1.x/src/old.ts')).toEqual({ ref: 'release/1.x', path: 'src/old.ts', kind: 'stored' })
    expect(split('v1/src')).toEqual({ ref: 'v1', path: 'src', kind: 'stored' })
    expect(split('v9/src')).toEqual({ ref: 'v9', path: 'src', kind: 'missing' })
  })
  it('looks paths up at refs', () => {
    const { existsAt } = repository.get(revisionsFact)
    expect([existsAt('v1', 'src/old.ts'), existsAt('v1', 'src/new.ts'), existsAt('release/1.x', 'src'), existsAt('0123456789abcdef', 'src')]).toEqual([true, false, true, undefined])
  })
})
