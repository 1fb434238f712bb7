import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCommand } from '../../support/command.ts'
import { commitFiles, createGitRepository, runGit, writeFiles } from '../../support/git-repository.ts'

const { run } = useCommand()

const FILES = {
  'README.md': '# Title\n\n[code](src/a.ts) and [guide](docs/guide.md#setup)\n\n```sh\nnpm run deploy\n```\n',
  'docs/guide.md': '# Guide\n\n## Setup\n\nNothing.\n',
  'docs/other.md': '# Other\n\nNo claim, but src/a is spoken of.\n',
  'docs/drifted.md': '[x](nowhere.md)\n',
  'src/a.ts': 'export {}\n', 'src/b.ts': 'export {}\n', 'package.json': '{ "name": "x", "scripts": { "deploy": "true" } }\n',
}

interface Shown {
  readonly documents: number
  readonly findings: readonly { readonly path: string; readonly subject: string; readonly evidence?: string }[]
  readonly notices: readonly string[]
  readonly code: number | null
}

function check(cwd: string, ...args: readonly string[]): Shown {
  const { code, out, err } = run({ cwd }, 'check', '--format', 'json', ...args)
  expect(err).toBe('')
  const { summary, findings, notices } = JSON.parse(out) as { summary: { documents: number }; findings: Shown['findings']; notices: string[] }
  return { documents: summary.documents, findings, notices, code }
}

const subjects = ({ findings }: Shown): string[] => findings.map(({ path: at, subject }) => `${at} ${subject}`)

describe('--staged', () => {
  it('says that nothing staged concerns a document', () => {
    const root = createGitRepository(FILES)
    expect(check(root, '--staged')).toMatchObject({ documents: 0, code: 0, notices: [expect.stringContaining('Nothing staged can have broken a document (0 changes)')] })
    writeFiles(root, { 'src/new.ts': '' })
    runGit(root, 'add', '-A')
    expect(check(root, '--staged').notices[0]).toContain('(1 change)')
  })

  it('judges only the staged document, as staged', () => {
    const root = createGitRepository(FILES)
    writeFiles(root, { 'docs/other.md': '[x](../src/gone.ts)\n' })
    runGit(root, 'add', '-A')
    writeFiles(root, { 'docs/other.md': '[x](../src/a.ts)\n' })
    const shown = check(root, '--staged')
    expect(subjects(shown)).toEqual(['docs/other.md ../src/gone.ts'])
    expect(shown).toMatchObject({ documents: 1, code: 1 })
    // The work tree is fine.
    expect(subjects(check(root, 'docs/other.md'))).toEqual([])
  })

  it('a frozen document that is deleted is found in the lock file', () => {
    const frozen = { version: 1, frozen: { 'docs/other.md': { sections: ['Other'] } }, releases: {}, requests: {} }
    const root = createGitRepository({ ...FILES, 'doc-lockdown.lock.json': `${JSON.stringify(frozen, null, 2)}\n` })
    expect(check(root, '--staged').findings).toEqual([])
    runGit(root, 'rm', '-q', 'docs/other.md')

    const shown = check(root, '--staged')

    expect(subjects(shown)).toEqual(['doc-lockdown.lock.json "docs/other.md"'])
    expect(shown.code).toBe(1)
    expect(shown.notices.join()).not.toContain('Nothing staged')
  })

  it('a file deleted in the index is gone, whatever lies on disk; its documents are judged', () => {
    const root = createGitRepository(FILES)
    runGit(root, 'rm', '-q', '--cached', 'src/a.ts')
    const shown = check(root, '--staged')
    expect(subjects(shown)).toEqual(['README.md src/a.ts'])
    expect(shown.findings[0]?.evidence).toMatch(/deleted/)
    // The superset may hold more documents; the one that drifted before is none of them.
    expect(shown.documents).toBeLessThan(4)
  })

  it('a file deleted on disk but not in the index is there', () => {
    const root = createGitRepository(FILES)
    rmSync(path.join(root, 'src/a.ts'))
    writeFiles(root, { 'README.md': `${FILES['README.md']}\nMore.\n` })
    runGit(root, 'add', 'README.md')
    expect(subjects(check(root, '--staged'))).toEqual([])
    expect(subjects(check(root, 'README.md'))).toEqual(['README.md src/a.ts'])
  })

  it('a rename breaks the documents that say the old name', () => {
    const root = createGitRepository(FILES)
    runGit(root, 'mv', 'src/a.ts', 'src/moved.ts')
    const shown = check(root, '--staged')
    expect(subjects(shown)).toEqual(['README.md src/a.ts'])
    expect(shown.findings[0]?.evidence).toContain('src/moved.ts')
  })

  it('finds the same with a warm cache of the work tree', () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`docs/n${String(index)}.md`, `[x](n${String((index + 1) % 20)}.md)\n`]))
    const root = createGitRepository({ ...FILES, ...many })
    check(root)
    runGit(root, 'rm', '-q', 'docs/n7.md', 'src/a.ts')
    const warm = check(root, '--staged')
    const cold = check(root, '--staged', '--no-cache')
    expect(subjects(warm)).toEqual(['README.md src/a.ts', 'docs/n6.md n7.md'])
    expect(subjects(cold)).toEqual(subjects(warm))
  })

  it('a lost heading breaks the links to it', () => {
    const root = createGitRepository(FILES)
    writeFiles(root, { 'docs/guide.md': '# Guide\n\n## Installation\n\nNothing.\n' })
    runGit(root, 'add', '-A')
    expect(subjects(check(root, '--staged'))).toEqual(['README.md docs/guide.md#setup'])
  })

  it('a setext heading counts, and a second one of the same name too', () => {
    const root = createGitRepository({ 'a.md': '[x](b.md#one) [y](b.md#two-1)\n', 'b.md': 'One\n===\n\n## Two\n\nx\n\n## Two\n\ny\n' })
    writeFiles(root, { 'b.md': 'Uno\n===\n\n## Two\n\nx\n\n\n\ny\n' })
    runGit(root, 'add', '-A')
    expect(subjects(check(root, '--staged'))).toEqual(['a.md b.md#one', 'a.md b.md#two-1'])
  })

  it('a removed script breaks the documents that run it, and the finding says why', () => {
    const root = createGitRepository(FILES)
    writeFiles(root, { 'package.json': '{ "name": "x", "scripts": { "release": "true" } }\n' })
    runGit(root, 'add', '-A')
    const { findings } = check(root, '--staged')
    expect(findings.map(({ path: at }) => at)).toEqual(['README.md'])
    expect(findings[0]?.evidence).not.toBeUndefined()
  })

  it('a file that became shorter breaks the lines that documents cite', () => {
    const root = createGitRepository({ 'a.md': 'See [x](src/a.ts#L4).\n', 'src/a.ts': '1\n2\n3\n4\n5\n' })
    writeFiles(root, { 'src/a.ts': '1\n2\n' })
    runGit(root, 'add', '-A')
    expect(subjects(check(root, '--staged'))).toEqual(['a.md src/a.ts#L4'])
  })

  it('a changed .gitignore concerns every document', () => {
    const root = createGitRepository(FILES)
    writeFiles(root, { '.gitignore': 'dist\n' })
    runGit(root, 'add', '-A')
    expect(check(root, '--staged').documents).toBe(4)
  })

  it('paths given with it are exactly the documents judged', () => {
    const root = createGitRepository(FILES)
    writeFiles(root, { 'README.md': '[x](src/nope.ts)\n' })
    runGit(root, 'add', '-A')
    expect(subjects(check(root, '--staged', 'docs/drifted.md', 'src/a.ts'))).toEqual(['docs/drifted.md nowhere.md'])
    expect(check(root, '--staged', 'src/a.ts')).toMatchObject({ documents: 0, code: 0 })
  })

  it('before the first commit everything is new', () => {
    const root = createGitRepository()
    writeFiles(root, { 'README.md': '[x](gone.md)\n' })
    runGit(root, 'add', '-A')
    expect(subjects(check(root, '--staged'))).toEqual(['README.md gone.md'])
  })

  it('sees the temporary index of a commit of single paths, and no other repository\'s', () => {
    const root = createGitRepository(FILES)
    writeFiles(root, { 'README.md': '[x](src/nope.ts)\n', 'docs/other.md': '[x](nope.md)\n' })
    writeFileSync(path.join(root, '.git/hooks/pre-commit'), '#!/bin/sh\necho "$GIT_INDEX_FILE" > seen\n', { mode: 0o755 })
    runGit(root, 'commit', '-q', '-m', 'x', 'README.md')
    const index = readFileSync(path.join(root, 'seen'), 'utf8').trim()
    expect(index).toContain('next-index')
    const other = createGitRepository({ 'a.md': '' })
    const { out } = run({ cwd: root, env: { GIT_INDEX_FILE: path.join(other, '.git/index'), GIT_DIR: path.join(other, '.git') } }, 'check', '--format', 'json')
    expect((JSON.parse(out) as { summary: { documents: number } }).summary.documents).toBe(4)
  })
})

describe('--since', () => {
  it('judges what the work tree changed since a commit', () => {
    const root = createGitRepository(FILES)
    commitFiles(root, { 'docs/other.md': '[x](nope.md)\n' })
    writeFiles(root, { 'docs/new.md': '[x](nope2.md)\n' })
    expect(subjects(check(root, '--since', 'HEAD'))).toEqual(['docs/new.md nope2.md'])
    expect(subjects(check(root, '--since', 'HEAD~1'))).toEqual(['docs/new.md nope2.md', 'docs/other.md nope.md'])
    rmSync(path.join(root, 'src/a.ts'))
    expect(subjects(check(root, '--since', 'HEAD'))).toEqual(['README.md src/a.ts', 'docs/new.md nope2.md'])
  })

  it('says that nothing concerns a document', () => {
    const root = createGitRepository(FILES)
    expect(check(root, '--since', 'HEAD')).toMatchObject({ documents: 0, code: 0, notices: [expect.stringContaining('Nothing that changed')] })
  })
})
