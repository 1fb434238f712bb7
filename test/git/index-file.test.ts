import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readIndexEntries } from '../../src/git/index-file.ts'
import { SortedListing, textEntries } from '../../src/git/listing.ts'

describe('git\'s index file', () => {
  let root: string
  const git = (...args: readonly string[]): Buffer => execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const index = (): Buffer => readFileSync(path.join(root, '.git/index'))
  const read = (): Map<string, unknown> | undefined => {
    const entries = readIndexEntries(index())
    return entries === undefined ? undefined : new Map(new SortedListing(entries))
  }
  const said = (): Map<string, unknown> => new Map(new SortedListing(textEntries(git('ls-files', '-s', '-z'), 1)))

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'index-file-'))
    git('init', '-q')
    git('config', 'core.splitIndex', 'false')
    git('config', 'index.version', '2')
    mkdirSync(path.join(root, 'a/b'), { recursive: true })
    for (const name of ['a.md', 'a/b.md', 'a/b/c.md', 'é.md', 'a/12345', 'a/123456', 'a/1234567', 'a/12345678', 'a/123456789']) writeFileSync(path.join(root, name), name)
    git('add', '.')
  })
  afterEach(() => { rmSync(root, { recursive: true, force: true }) })

  it('lists what git lists', () => {
    expect(said().size).toBe(9)
    expect(read()).toEqual(said())
    git('commit', '-qm', 'a')
    git('update-index', '--chmod=+x', 'a.md')
    git('update-index', '--add', '--cacheinfo', `120000,${git('hash-object', '-w', 'a.md').toString().trim()},link`)
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD').toString().trim()},module`)
    expect(read()).toEqual(said())
    expect(read()?.get('module')).toMatchObject({ mode: '160000' })
  })

  it('with entries that have more flags, and names longer than the flags can say', () => {
    writeFileSync(path.join(root, 'later.md'), 'a')
    git('add', '-N', 'later.md')
    git('update-index', '--add', '--cacheinfo', `100644,${git('hash-object', '-w', 'a.md').toString().trim()},${'folder/'.repeat(700)}file.md`)
    expect(index().readUInt32BE(4)).toBe(3)
    expect(read()).toEqual(said())
    expect(read()?.has(`${'folder/'.repeat(700)}file.md`)).toBe(true)
  })

  it('in a merge conflict: ours', () => {
    const [ours = '', theirs = ''] = ['a.md', 'a/b.md'].map(name => git('hash-object', '-w', name).toString().trim())
    git('rm', '-q', '--cached', 'a.md')
    const info = `100644 ${ours} 2\ta.md\n100644 ${theirs} 3\ta.md\n100644 ${theirs} 3\ttheirs.md\n`
    execFileSync('git', ['-C', root, 'update-index', '--index-info'], { input: info })
    expect(read()?.get('a.md')).toEqual({ mode: '100644', blob: ours })
    const entries = readIndexEntries(index())
    expect(entries === undefined ? undefined : new SortedListing(entries).get('a.md')).toEqual({ mode: '100644', blob: ours })
    expect(read()?.has('theirs.md')).toBe(false)
    expect(read()).toEqual(said())
  })

  it('leaves to git what it does not know: compressed paths, a split index, a sparse index', () => {
    git('commit', '-qm', 'a')
    git('update-index', '--index-version', '4')
    expect(read()).toBeUndefined()
    git('update-index', '--index-version', '2')
    expect(read()).toEqual(said())
    git('update-index', '--split-index')
    expect(read()).toBeUndefined()
    git('update-index', '--no-split-index')
    git('sparse-checkout', 'init', '--cone', '--sparse-index')
    expect(read()).toBeUndefined()
  })

  it('is not misled by a damaged file', () => {
    const whole = index()
    for (let length = 0; length < whole.length; length++) expect(readIndexEntries(whole.subarray(0, length))).toBeUndefined()
    const liar = Buffer.from(whole)
    liar.writeUInt32BE(0xffffffff, 8)
    expect(readIndexEntries(liar)).toBeUndefined()
  })
})
