import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRepository } from '../../src/core/repository.ts'
import { pastUse } from '../../src/facts/environment/past-use.ts'
import { fateOf } from '../../src/facts/symbols/fate.ts'
import { cacheSwitch } from '../../src/git/cache-directory.ts'
import { findCheckout } from '../../src/git/checkout.ts'
import { openWorktree } from '../../src/git/worktree.ts'
import { commitFiles, createGitRepository, runGit, temporaryFolder } from '../support/git-repository.ts'

let cache = ''
beforeEach(() => {
  cache = temporaryFolder()
  process.env['DOC_LOCKDOWN_CACHE'] = cache
})
afterEach(() => {
  delete process.env['DOC_LOCKDOWN_CACHE']
  cacheSwitch.enabled = true
})

const GUIDE = 'docs/guide.md'
const NAMES = ['openSocket', 'closeSocket', 'neverWritten', 'retryLater']

/** What is known of all names and one variable that the guide mentions. */
function answers(root: string): Readonly<Record<string, unknown>> {
  const checkout = findCheckout(root)
  if (checkout === undefined) throw new TypeError('no checkout')
  const repository = createRepository({ root, source: openWorktree(checkout) })
  const all = (): [string, unknown][] => [
    ...NAMES.map((name): [string, unknown] => [name, repository.ask(fateOf(name, GUIDE, false))]),
    ['SOCKET_LIMIT', repository.ask(pastUse(GUIDE, 'SOCKET_LIMIT'))],
  ]
  all()
  repository.answerLocally()
  const found = Object.fromEntries(all())
  // Nobody asks for the past of what is there.
  const isThere = runGit(root, 'ls-files', '-c', '-o').split('\n').some(file => file.endsWith('.ts') && repository.source.read(file)?.includes('SOCKET_LIMIT') === true)
  return isThere ? { ...found, SOCKET_LIMIT: 'there' } : found
}

/** The same without any cache. */
function freshAnswers(root: string): Readonly<Record<string, unknown>> {
  cacheSwitch.enabled = false
  try {
    return answers(root)
  } finally {
    cacheSwitch.enabled = true
  }
}

/** Cache files whose names begin so. */
function cacheFiles(beginning: string): string[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter(file => path.basename(file).startsWith(beginning)).map(file => path.join(cache, file))
}

function head(root: string): string {
  return runGit(root, 'rev-parse', 'HEAD')
}

const SOCKET = 'export function openSocket() {\n  return process.env.SOCKET_LIMIT\n}\nexport function closeSocket() {}\n'

/** A repository in which the guide speaks of two functions and a variable, and one of the functions is gone. */
function createDrifted(): string {
  const root = createGitRepository({
    'src/socket.ts': SOCKET,
    [GUIDE]: 'Call `openSocket`, later `closeSocket` or `retryLater`; never `neverWritten`. `SOCKET_LIMIT` bounds it.\n',
  })
  commitFiles(root, { 'src/socket.ts': 'export function closeSocket() {}\n' }, 'sockets are opened elsewhere')
  return root
}

describe('answers about the past that are kept between runs', () => {
  it('say what history says, as it goes on, goes back and is rewritten', () => {
    const root = createDrifted()
    const steps: readonly (readonly [string, () => void])[] = [
      ['nothing', () => undefined],
      ['another file', () => { commitFiles(root, { 'src/other.ts': 'export const other = 1\n' }) }],
      ['a name comes and goes after the guide', () => {
        commitFiles(root, { 'src/late.ts': 'export function neverWritten() {}\n' })
        rmSync(path.join(root, 'src/late.ts'))
        commitFiles(root, {})
      }],
      ['the same with a new word in the guide', () => {
        commitFiles(root, { 'src/retry.ts': 'export function retryLater() {}\n', [GUIDE]: 'Call `openSocket`, then `retryLater`. `SOCKET_LIMIT` bounds it.\n' })
        commitFiles(root, { 'src/retry.ts': 'export {}\n' })
      }],
      ['a name comes back', () => { commitFiles(root, { 'src/socket.ts': SOCKET }) }],
      ['and goes again', () => { commitFiles(root, { 'src/socket.ts': 'export {}\n' }) }],
      ['back', () => { runGit(root, 'reset', '-q', '--hard', 'HEAD~2') }],
      ['amended', () => { runGit(root, 'commit', '-q', '--amend', '-m', 'other words') }],
      ['rewritten', () => {
        runGit(root, 'checkout', '-q', '--orphan', 'fresh')
        commitFiles(root, { [GUIDE]: 'Call `openSocket`, `closeSocket`.\n' })
      }],
      ['the old branch', () => { runGit(root, 'checkout', '-q', 'main') }],
    ]
    for (const [name, step] of steps) {
      step()
      expect(answers(root), name).toEqual(freshAnswers(root))
      expect(answers(root), `${name}, again`).toEqual(freshAnswers(root))
    }
  })

  it('tell where a name was and what took it out', () => {
    const root = createDrifted()
    const [removed, brought] = [head(root), runGit(root, 'rev-parse', 'HEAD~1')]
    commitFiles(root, { 'README.md': 'More.\n' })
    for (const found of [answers(root), answers(root)]) {
      expect(found['openSocket']).toMatchObject({ status: 'gone', gone: { path: 'src/socket.ts', commit: brought, removed: { commit: removed } } })
      expect(found['closeSocket']).toMatchObject({ status: 'present', path: 'src/socket.ts' })
      expect(found['neverWritten']).toEqual({ status: 'never' })
      expect(found['SOCKET_LIMIT']).toMatchObject({ path: 'src/socket.ts', line: 2, used: true, commit: brought, renewed: false })
    }
  })

  it('name the later commit when a name came back in its file and went again', () => {
    const root = createDrifted()
    const before = answers(root)
    commitFiles(root, { 'src/socket.ts': SOCKET })
    commitFiles(root, { 'src/socket.ts': 'export {}\n' })
    expect(before['openSocket']).not.toMatchObject({ gone: { removed: { commit: head(root) } } })
    expect(answers(root)['openSocket']).toMatchObject({ gone: { removed: { commit: head(root) } } })
  })

  it('are used after a new commit, not found out again', () => {
    const root = createDrifted()
    answers(root)
    const [file = ''] = cacheFiles('past-')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('src/socket.ts', 'src/planted.ts'))
    commitFiles(root, { 'src/other.ts': 'export const other = 1\n' })
    expect(answers(root)['openSocket']).toMatchObject({ status: 'gone', gone: { path: 'src/planted.ts' } })
    expect(answers(root)['SOCKET_LIMIT']).toMatchObject({ path: 'src/planted.ts' })
  })

  it('see a change that is not committed', () => {
    const root = createDrifted()
    answers(root)
    writeFileSync(path.join(root, 'src/new.ts'), 'export function openSocket() {}\n')
    expect(answers(root)['openSocket']).toMatchObject({ status: 'present', path: 'src/new.ts' })
    rmSync(path.join(root, 'src/new.ts'))
    expect(answers(root)['openSocket']).toMatchObject({ status: 'gone' })
  })

  it('say that a name is gone whose removal is not committed, without a commit', () => {
    const root = createGitRepository({ 'src/socket.ts': SOCKET, [GUIDE]: 'Call `openSocket`, later `closeSocket`.\n' })
    expect(answers(root)['openSocket']).toMatchObject({ status: 'present' })
    writeFileSync(path.join(root, 'src/socket.ts'), 'export function closeSocket() {}\n')
    const gone = { status: 'gone', gone: { path: 'src/socket.ts', removed: undefined } }
    for (const found of [answers(root), answers(root), freshAnswers(root)]) expect(found['openSocket']).toMatchObject(gone)
    commitFiles(root, {})
    expect(answers(root)['openSocket']).toMatchObject({ status: 'gone', gone: { removed: { commit: head(root) } } })
  })

  it.each(['', 'no cache at all', '{"contents":[1]}\n', '["declared"]\t{broken\n', '\0\0\0'])('are found out again when their files hold %j', (text) => {
    const root = createDrifted()
    const first = answers(root)
    const files = [...cacheFiles('past-'), ...cacheFiles('names-'), ...cacheFiles('history-')]
    expect(files).toHaveLength(3)
    for (const file of files) writeFileSync(file, text)
    expect(answers(root)).toEqual(first)
    expect(readFileSync(files[0] ?? '', 'utf8')).toContain('src/socket.ts')
  })

  it('are not believed when they have another shape', () => {
    const root = createDrifted()
    const first = answers(root)
    const [file = ''] = cacheFiles('past-')
    const lines = readFileSync(file, 'utf8').split('\n').filter(line => line !== '')
    for (const answer of ['7', '"words"', '[]', '{}', '[1,2,3]', '{broken']) {
      writeFileSync(file, lines.map(line => `${line.slice(0, line.indexOf('\t'))}\t${answer}\n`).join(''))
      expect(answers(root), answer).toEqual(first)
    }
  })

  it('are none in a shallow clone', () => {
    const root = createDrifted()
    const clone = path.join(temporaryFolder(), 'clone')
    runGit(root, 'clone', '-q', '--depth', '1', `file://${root}`, clone)
    expect(answers(clone)['openSocket']).toEqual({ status: 'unknown', reason: 'history is shallow, fetch with depth 0' })
    expect(answers(clone)['SOCKET_LIMIT']).toBeNull()
    expect(cacheFiles('past-')).toEqual([])
    runGit(clone, 'fetch', '-q', '--unshallow')
    expect(answers(clone)).toEqual(freshAnswers(clone))
    expect(answers(clone)['openSocket']).toMatchObject({ status: 'gone' })
  })
})
