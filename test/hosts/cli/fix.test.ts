/** `check --fix` as users start it. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCommand } from '../../support/command.ts'
import { cleanEnvironment, commitFiles, createGitRepository, runGit, temporaryFolder } from '../../support/git-repository.ts'

const { run } = useCommand()

/** `src/old.ts` became `src/new.ts` with the same content; a heading's anchor is only nearly named. */
function driftedRepository(documents: Readonly<Record<string, string>> = { 'README.md': README }): string {
  const root = createGitRepository({ ...documents, 'src/old.ts': 'export const answer = 42\nexport const other = 43\n' })
  runGit(root, 'mv', 'src/old.ts', 'src/new.ts')
  commitFiles(root, {}, 'move')
  return root
}

const README = '# A\n\nSee `src/old.ts` and [it](./src/old.ts#L2 "T"), then [below](#runing-it).\n\n## Running it\n'
const SAFE = '# A\n\nSee `src/new.ts` and [it](./src/new.ts#L2 "T"), then [below](#runing-it).\n\n## Running it\n'
const ALL = SAFE.replace('#runing-it', '#running-it')

function textOf(root: string, file = 'README.md'): string {
  return readFileSync(path.join(root, file), 'utf8')
}

describe('--fix', () => {
  it('applies what is certain and reports what is left', () => {
    const root = driftedRepository()
    const { code, out, err } = run({ cwd: root }, 'check', '--fix')

    expect(textOf(root)).toBe(SAFE)
    expect(out).toContain('fixed 2 findings in 1 document\n')
    expect(out).toContain('runing-it')
    expect(out).not.toContain('src/old.ts')
    expect({ code, err }).toEqual({ code: 1, err: '' })
  })

  it('applies suggestions too when asked, and then exits with 0', () => {
    const root = driftedRepository()
    const { code, out } = run({ cwd: root }, 'check', '--fix', '--suggestions')

    expect(textOf(root)).toBe(ALL)
    expect(out).toContain('fixed 3 findings in 1 document\n')
    expect(code).toBe(0)
  })

  it('finds nothing to fix the second time, and never remembers a run', () => {
    const root = driftedRepository()
    run({ cwd: root }, 'check', '--fix')
    runGit(root, 'checkout', '-q', '--', 'README.md')
    const again = run({ cwd: root }, 'check', '--fix')
    const third = run({ cwd: root }, 'check', '--fix')

    expect(again.out).toContain('fixed 2 findings in 1 document\n')
    expect(third.out).not.toContain('fixed')
    expect(textOf(root)).toBe(SAFE)
  })

  it('keeps byte order mark, line endings and file mode', () => {
    const root = driftedRepository({ 'README.md': `\ufeff${README.replaceAll('\n', '\r\n')}` })
    chmodSync(path.join(root, 'README.md'), 0o755)
    run({ cwd: root }, 'check', '--fix')

    expect(textOf(root)).toBe(`\ufeff${SAFE.replaceAll('\n', '\r\n')}`)
    expect(statSync(path.join(root, 'README.md')).mode & 0o777).toBe(0o755)
    expect(readdirSync(root).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  it('only edits the documents that are named, and those that a change can have broken', () => {
    const root = driftedRepository({ 'a.md': README, 'b.md': README })
    run({ cwd: root }, 'check', '--fix', 'a.md')
    expect([textOf(root, 'a.md'), textOf(root, 'b.md')]).toEqual([SAFE, README])

    const { out } = run({ cwd: root }, 'check', '--fix', '--suggestions', '--since', 'HEAD~1')
    expect([textOf(root, 'a.md'), textOf(root, 'b.md')]).toEqual([ALL, ALL])
    expect(out).toContain('in 2 documents\n')
  })

  it('leaves suppressed findings as they are', () => {
    const kept = 'Was `src/old.ts`. <!-- eslint-disable-line doc-lockdown/no-missing-paths -- told as it was -->\n'
    const root = driftedRepository({ 'README.md': kept })
    run({ cwd: root }, 'check', '--fix', '--suggestions')

    expect(textOf(root)).toBe(kept)
  })

  it('says in JSON what was fixed', () => {
    const root = driftedRepository()
    const { notices, findings } = JSON.parse(run({ cwd: root }, 'check', '--fix', '--format', 'json').out) as { notices: string[], findings: unknown[] }

    expect(notices).toEqual(['fixed 2 findings in 1 document'])
    expect(findings).toHaveLength(1)
  })
})

describe('--dry-run', () => {
  it('prints a diff that git applies, writes nothing and exits as if nothing was fixed', () => {
    const root = driftedRepository({ 'README.md': README, 'docs/a b.md': 'x\r\n`src/old.ts`' })
    const { code, out, err } = run({ cwd: root }, 'check', '--fix', '--suggestions', '--dry-run')

    expect(textOf(root)).toBe(README)
    expect(out).toMatch(/^--- a\/README\.md\n\+\+\+ b\/README\.md\n@@ /)
    expect({ code, err }).toEqual({ code: 1, err: '' })

    execFileSync('git', ['apply', '-'], { cwd: root, input: out, env: cleanEnvironment() })
    expect(textOf(root)).toBe(ALL)
    expect(textOf(root, 'docs/a b.md')).toBe('x\r\n`src/new.ts`')
  })

  it('prints nothing when there is nothing to fix', () => {
    expect(run({ cwd: createGitRepository({ 'README.md': '# A\n' }) }, 'check', '--fix', '--dry-run')).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('files that must not be written', () => {
  it('a read-only file is named in one sentence; others are fixed and reported', () => {
    const root = driftedRepository({ 'a.md': README, 'b.md': README })
    chmodSync(path.join(root, 'a.md'), 0o444)
    const { code, out, err } = run({ cwd: root }, 'check', '--fix')

    expect([textOf(root, 'a.md'), textOf(root, 'b.md')]).toEqual([README, SAFE])
    expect(err).toBe('doc-lockdown: a.md can\'t be fixed (it is read-only). Make the file and its folder writable and run again with --fix.\n')
    expect(out).toContain('fixed 2 findings in 1 document\n')
    expect(code).toBe(2)
  })

  it('nothing behind a link that leads out of the checkout', () => {
    const outside = temporaryFolder()
    writeFileSync(path.join(outside, 'a.md'), README)
    const root = driftedRepository({ 'README.md': '# A\n' })
    symlinkSync(outside, path.join(root, 'linked'))
    symlinkSync(path.join(outside, 'a.md'), path.join(root, 'b.md'))
    run({ cwd: root }, 'check', '--fix')

    expect(readFileSync(path.join(outside, 'a.md'), 'utf8')).toBe(README)
  })

  it('a tracked folder that became a link out of the checkout stays as it is', () => {
    const outside = temporaryFolder()
    writeFileSync(path.join(outside, 'a.md'), README)
    const root = driftedRepository({ 'docs/a.md': README, 'README.md': '# A\n' })
    execFileSync('rm', ['-r', path.join(root, 'docs')])
    symlinkSync(outside, path.join(root, 'docs'))
    run({ cwd: root }, 'check', '--fix', '--suggestions')

    expect(readFileSync(path.join(outside, 'a.md'), 'utf8')).toBe(README)
  })

  it('text that is not UTF-8 would be spoilt', () => {
    const root = driftedRepository()
    const bytes = Buffer.concat([Buffer.from(README), Buffer.from([0xff, 0x0a])])
    writeFileSync(path.join(root, 'README.md'), bytes)
    const { out } = run({ cwd: root }, 'check', '--fix')

    expect(readFileSync(path.join(root, 'README.md'))).toEqual(bytes)
    expect(out).toContain('README.md is not valid UTF-8; nothing was fixed in it.')
  })
})

describe('flags that contradict each other', () => {
  it.each([
    [['check', '--fix', '--staged'], '--fix edits the files on disk, which --staged does not judge. Leave --staged out.'],
    [['check', '--fix', '--at', 'HEAD'], '--fix edits the files on disk, which --at does not judge. Leave --at out.'],
    [['check', '--suggestions'], '--suggestions says how to fix, and nothing is to be fixed. Add --fix.'],
    [['check', '--dry-run'], '--dry-run says how to fix, and nothing is to be fixed. Add --fix.'],
    [['references', '--fix'], 'references fixes nothing. Use "doc-lockdown check --fix".'],
    [['check', '--fix', '--dry-run', '--format', 'json'], '--dry-run prints a unified diff, not a report. Leave --format json out.'],
  ])('%j', (args, message) => {
    const root = createGitRepository({ 'README.md': '# A\n' })
    mkdirSync(path.join(root, 'x'))

    expect(run({ cwd: root }, ...args)).toEqual({ code: 2, out: '', err: `doc-lockdown: ${message}\n` })
  })
})
