import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCheckout, readHead, type Checkout } from '../../src/git/checkout.ts'
import { openCommit, openIndex } from '../../src/git/stored.ts'
import { openWorktree } from '../../src/git/worktree.ts'
import { useCommand } from '../support/command.ts'
import { cleanEnvironment, commitFiles, createGitRepository, runGit, temporaryFolder, writeFiles } from '../support/git-repository.ts'

const { run } = useCommand()

function checkoutOf(root: string): Checkout {
  const checkout = findCheckout(root)
  if (checkout === undefined) throw new Error('no checkout')
  return checkout
}

const text = (bytes: Buffer | undefined): string | undefined => bytes?.toString('utf8')

interface Findings {
  readonly subjects: readonly string[]
  readonly reasons: readonly string[]
  readonly notices: readonly string[]
  readonly documents: number
  readonly shallow: boolean
}

function check(cwd: string, ...args: readonly string[]): Findings {
  const { out, err } = run({ cwd }, 'check', '--format', 'json', '--no-cache', ...args)
  expect(err).toBe('')
  const report = JSON.parse(out) as {
    findings: { subject: string }[]; unknown: { subject: string; reason: string }[]; notices: string[]; summary: { documents: number }; repository: { shallow: boolean }
  }
  return {
    subjects: report.findings.map(finding => finding.subject), reasons: report.unknown.map(({ subject, reason }) => `${subject}: ${reason}`),
    notices: report.notices, documents: report.summary.documents, shallow: report.repository.shallow,
  }
}

describe('work tree, index and commit', () => {
  it('each give their own content', () => {
    const root = createGitRepository({ 'a.md': 'one\n', 'b.md': 'b\n', 'same.md': 'same\n' })
    const checkout = checkoutOf(root)
    writeFiles(root, { 'a.md': 'two\n' })
    runGit(root, 'add', 'a.md')
    writeFiles(root, { 'a.md': 'three\n', 'new.md': 'new\n' })
    rmSync(path.join(root, 'b.md'))
    const sources = [openCommit(checkout, 'HEAD'), openIndex(checkout), openWorktree(checkout)]
    expect(sources.map(source => text(source.read('a.md')))).toEqual(['one\n', 'two\n', 'three\n'])
    expect(sources.map(source => source.files.has('b.md'))).toEqual([true, true, false])
    expect(sources.map(source => text(source.read('b.md')))).toEqual(['b\n', 'b\n', undefined])
    expect(sources.map(source => source.files.has('new.md'))).toEqual([false, false, true])
    expect(sources.map(source => text(source.read('same.md')))).toEqual(['same\n', 'same\n', 'same\n'])
    expect(sources[2]?.files.get('a.md')?.blob).toBeUndefined()
    expect(sources[2]?.files.get('same.md')?.blob).toBe(sources[1]?.files.get('same.md')?.blob)
  })

  it('in a merge conflict: the file as it lies there, "ours" in the index', () => {
    const root = createGitRepository({ 'a.md': 'base\n' })
    runGit(root, 'checkout', '-q', '-b', 'other')
    commitFiles(root, { 'a.md': 'theirs\n' })
    runGit(root, 'checkout', '-q', 'main')
    commitFiles(root, { 'a.md': 'ours\n' })
    expect(() => runGit(root, 'merge', '-q', 'other')).toThrow()
    const checkout = checkoutOf(root)
    const worktree = openWorktree(checkout)
    expect(worktree.files.get('a.md')?.blob).toBeUndefined()
    expect(text(worktree.read('a.md'))).toContain('<<<<<<<')
    const index = openIndex(checkout)
    expect(text(index.read('a.md'))).toBe('ours\n')
    expect([...index.files.keys()]).toEqual(['a.md'])
    expect(check(root).documents).toBe(1)
    expect(check(root, '--staged').documents).toBe(1)
  })

  it('a file as young as the index, of the same size, or touched only', () => {
    const root = createGitRepository({ 'a.md': 'one\n', 'b.md': 'two\n', 'c.md': 'three\n', 'd.md': 'gone\n' })
    const checkout = checkoutOf(root)
    const indexed = openIndex(checkout).files
    const index = path.join(root, '.git/index')
    // As if all had been written within one tick of the clock.
    const tick = new Date(Math.floor(Date.now() / 1000 - 100) * 1000)
    writeFileSync(path.join(root, 'b.md'), 'TWO\n')
    for (const file of ['a.md', 'b.md', 'c.md']) utimesSync(path.join(root, file), tick, tick)
    utimesSync(index, tick, tick)
    rmSync(path.join(root, 'd.md'))
    const { files, deleted } = openWorktree(checkout)
    expect(files.get('a.md')?.blob).toBe(indexed.get('a.md')?.blob)
    expect(files.get('b.md')?.blob).toBeUndefined()
    expect(files.get('c.md')?.blob).toBe(indexed.get('c.md')?.blob)
    expect(files.has('d.md')).toBe(false)
    expect(deleted?.get('d.md')).toBe(indexed.get('d.md')?.blob)
  })

  it('HEAD: attached, detached, packed, not born', () => {
    const root = createGitRepository({ 'a.md': '' })
    const id = runGit(root, 'rev-parse', 'HEAD')
    expect(readHead(checkoutOf(root))).toBe(id)
    runGit(root, 'pack-refs', '--all')
    expect(readHead(checkoutOf(root))).toBe(id)
    runGit(root, 'checkout', '-q', '--detach')
    expect(readHead(checkoutOf(root))).toBe(id)
    const unborn = createGitRepository()
    writeFiles(unborn, { 'a.md': '[x](gone.md)\n' })
    expect(readHead(checkoutOf(unborn))).toBeUndefined()
    expect(check(unborn).subjects).toEqual(['gone.md'])
  })

  it('--at judges a commit whatever is checked out', () => {
    const root = createGitRepository({ 'a.md': '[x](b.md)\n', 'b.md': '' })
    commitFiles(root, { 'a.md': '[x](gone.md)\n' })
    expect(check(root, '--at', 'HEAD').subjects).toEqual(['gone.md'])
    expect(check(root, '--at', 'HEAD~1').subjects).toEqual([])
  })
})

describe('links', () => {
  it('out of the root are never read; inside of it they are', () => {
    const outside = temporaryFolder()
    writeFileSync(path.join(outside, 'secret.md'), 'secret')
    mkdirSync(path.join(outside, 'folder'))
    writeFileSync(path.join(outside, 'folder/x.md'), 'secret')
    const root = createGitRepository({ 'real/a.md': 'inside\n' })
    symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'secret.md'))
    symlinkSync(path.join(outside, 'folder'), path.join(root, 'out'))
    symlinkSync('real', path.join(root, 'in'))
    const source = openWorktree(checkoutOf(root))
    expect(source.read('secret.md')).toBeUndefined()
    expect(source.read('out/x.md')).toBeUndefined()
    expect(source.read('../secret.md')).toBeUndefined()
    expect(source.existsOnDisk('out/x.md')).toBe(false)
    expect(source.existsOnDisk('secret.md')).toBe(false)
    expect(text(source.read('in/a.md'))).toBe('inside\n')
    expect(source.existsOnDisk('in/a.md')).toBe(true)
  })
})

describe('unusual checkouts', () => {
  it('shallow: history is unknown, and said so', () => {
    const origin = createGitRepository({ 'a.md': '[x](src/old.ts)\n', 'src/old.ts': '', 'src/new.ts': '' })
    rmSync(path.join(origin, 'src/old.ts'))
    commitFiles(origin, {})
    const clone = path.join(temporaryFolder(), 'clone')
    runGit(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, clone)
    expect(openWorktree(checkoutOf(clone)).shallow).toBe(true)
    expect(check(clone).shallow).toBe(true)
  })

  it('a linked worktree and a submodule have their git directory elsewhere', () => {
    const root = createGitRepository({ 'a.md': '[x](b.md)\n' })
    const linked = path.join(temporaryFolder(), 'linked')
    runGit(root, 'worktree', 'add', '-q', '-b', 'side', linked)
    expect(checkoutOf(linked).commonDirectory).toBe(path.join(root, '.git'))
    expect(readHead(checkoutOf(linked))).toBe(runGit(root, 'rev-parse', 'side'))
    expect(check(linked).subjects).toEqual(['b.md'])

    const parent = createGitRepository({ 'p.md': '[x](sub/a.md) [y](sub)\n' })
    runGit(parent, 'submodule', '--quiet', 'add', `file://${root}`, 'sub')
    runGit(parent, 'commit', '-q', '-m', 'sub')
    expect(openWorktree(checkoutOf(parent)).files.get('sub')?.mode).toBe('160000')
    expect(check(parent).subjects).toEqual([])
    expect(check(path.join(parent, 'sub')).subjects).toEqual(['b.md'])
  })

  it('sparse: what is left out exists, and documents are read from the index', () => {
    const root = createGitRepository({ 'a.md': '[x](left/out.ts) [y](left/d.md#head)\n', 'left/out.ts': '', 'left/d.md': '# Head\n\n[x](gone.md)\n', 'in/x.ts': '' })
    runGit(root, 'sparse-checkout', 'set', '--cone', 'in')
    const source = openWorktree(checkoutOf(root))
    expect(text(source.read('left/d.md'))).toContain('# Head')
    expect(check(root)).toMatchObject({ subjects: ['gone.md'], notices: [], documents: 2 })
  })

  it('a partial clone: what is missing is unknown, nothing is fetched', () => {
    const origin = createGitRepository({ 'a.md': '[x](b.md#one)\n', 'b.md': '# One\n', 'c.md': '# C\n' })
    runGit(origin, 'config', 'uploadpack.allowFilter', 'true')
    const clone = path.join(temporaryFolder(), 'clone')
    runGit(origin, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${origin}`, clone)
    const missing = (): number => runGit(clone, 'rev-list', '--objects', '--all', '--missing=print').split('\n').filter(line => line.startsWith('?')).length
    expect(missing()).toBe(3)
    const source = openCommit(checkoutOf(clone), 'HEAD')
    source.prefetch(['a.md', 'b.md', 'c.md'])
    expect(['a.md', 'b.md', 'c.md'].map(file => source.read(file))).toEqual([undefined, undefined, undefined])
    expect(missing()).toBe(3)
    expect(check(clone, '--at', 'HEAD').notices).toHaveLength(3)
  })

  it('a partial clone gives what it has', () => {
    const origin = createGitRepository({ 'a.md': 'A\n', 'b.md': 'B\n', 'c.md': 'C\n' })
    runGit(origin, 'config', 'uploadpack.allowFilter', 'true')
    const clone = path.join(temporaryFolder(), 'clone')
    runGit(origin, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${origin}`, clone)
    runGit(clone, 'cat-file', '-p', 'HEAD:c.md')
    const source = openCommit(checkoutOf(clone), 'HEAD')
    source.prefetch(['a.md', 'b.md', 'c.md'])
    expect(['a.md', 'b.md', 'c.md'].map(file => text(source.read(file)))).toEqual([undefined, undefined, 'C\n'])
  })

  it('an LFS pointer is the file', () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n'
    const root = createGitRepository({ '.gitattributes': '*.png filter=lfs\n', 'logo.png': pointer, 'a.md': '![x](logo.png)\n' })
    expect(check(root).subjects).toEqual([])
  })

  it('names that are not UTF-8 are shown escaped and read all the same', () => {
    const root = createGitRepository({ 'a.md': '# A\n\n[x](b.md)\n', 'b.md': '' })
    execFileSync('sh', ['-c', 'printf "[x](gone.md)\\n" > "$(printf "caf\\351.md")"; git add -A'], { cwd: root, env: cleanEnvironment() })
    const checkout = checkoutOf(root)
    for (const source of [openWorktree(checkout), openIndex(checkout)]) {
      expect([...source.files.keys()].sort()).toEqual(['a.md', 'b.md', 'caf\\351.md'])
      expect(text(source.read('caf\\351.md'))).toBe('[x](gone.md)\n')
      expect(source.files.get('caf\\351.md')?.mode).toBe('100644')
    }
    expect(check(root).subjects).toEqual(['gone.md'])
    expect(check(root, '--staged').subjects).toEqual(['gone.md'])
    expect(run({ cwd: root }).out).toContain('caf\\351.md')
  })

  it('names with spaces, quotes and line breaks', () => {
    const name = 'we "ird\n name é.md'
    const root = createGitRepository({ [name]: '[x](gone.md)\n', 'z.md': '' })
    const checkout = checkoutOf(root)
    for (const source of [openWorktree(checkout), openIndex(checkout), openCommit(checkout, 'HEAD')]) expect([...source.files.keys()].sort()).toEqual([name, 'z.md'].sort())
    expect(check(root, '--at', 'HEAD').subjects).toEqual(['gone.md'])
  })
})
