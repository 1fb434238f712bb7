/** `sync` and `--online` in this process, so that nobody waits: a second is a millisecond. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { check } from '../../../src/api.ts'
import { recall } from '../../../src/cache/result-memo.ts'
import { cacheSwitch } from '../../../src/git/cache-directory.ts'
import { readArguments } from '../../../src/hosts/cli/arguments.ts'
import { loadConfig, run as runCommand } from '../../../src/hosts/cli/run.ts'
import { findSlot } from '../../../src/hosts/cli/slot.ts'
import { livingRepository } from '../../../src/hosts/living-repository.ts'
import { numbered } from '../../../src/lookups/numbered.ts'
import { FAULTS, HASTY } from '../../support/faults.ts'
import { startGitHub, TOKEN, type FakeGitHub } from '../../support/fake-github.ts'
import { createGitRepository, runGit, temporaryFolder, writeFiles } from '../../support/git-repository.ts'

vi.mock('../../../rules/index.ts', () => import('../../support/asking-rules.ts'))

const LOCK = 'doc-lockdown.lock.json'
const DOCUMENTS = { 'README.md': 'own/it#1 own/it#2 own/it#9 own/it@v1 own/it@v9\n' }
let server: FakeGitHub

beforeAll(async () => {
  server = await startGitHub({
    'own/it': {
      items: {
        1: { __typename: 'PullRequest', title: 'One', state: 'OPEN' }, 2: { __typename: 'Issue', title: 'Two', state: 'OPEN' },
        3: { __typename: 'PullRequest', title: 'Asks on', state: 'OPEN', paths: ['ask-1000'] }, 1000: { __typename: 'Issue', title: 'Asked on', state: 'OPEN' },
      },
      discussions: [8],
      releases: { v1: { publishedAt: '2024-01-02T03:04:05Z', tagCommit: { oid: 'c'.repeat(40) }, tag: { target: { __typename: 'Commit', oid: 'c'.repeat(40) } } } },
    },
    'foreign/x': { items: { 1: { __typename: 'Issue', title: 'Far', state: 'OPEN' } } },
  })
})
beforeEach(() => {
  vi.stubEnv('DOC_LOCKDOWN_CACHE', temporaryFolder())
  for (const name of ['GITHUB_TOKEN', 'GITHUB_SERVER_URL', 'GITHUB_API_URL', 'GH_HOST']) vi.stubEnv(name, '')
  for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value)
})
afterEach(() => {
  server.setFault()
  vi.unstubAllEnvs()
  cacheSwitch.enabled = true
  expect(server.invalid).toEqual([])
})

interface Result { readonly code: number; readonly out: string; readonly error?: unknown }

async function run(cwd: string, ...words: readonly string[]): Promise<Result> {
  try {
    const args = readArguments([...words, '--root', cwd])
    cacheSwitch.enabled = args.flags.cache !== false
    const surroundings = { colors: false, hyperlinks: false }
    const slot = await findSlot(args, surroundings, loadConfig)
    // An hour later: all that is here now is old enough to be remembered.
    const { outputs: [output = ''], exitCode } = (slot === undefined ? undefined : await recall(slot)) ?? await runCommand(args, surroundings, slot, Date.now() + 3_600_000, HASTY)
    return { code: exitCode, out: output }
  } catch (error) {
    return { code: 2, out: error instanceof Error ? error.message : String(error), error }
  }
}

/** `subject status` for each claim. */
async function verdicts(cwd: string, ...words: readonly string[]): Promise<string[]> {
  const { out } = await run(cwd, 'references', '--format', 'json', ...words)
  return (JSON.parse(out) as { references: { subject: string; status: string }[] }).references.map(({ subject, status }) => `${subject} ${status}`)
}

const lockOf = (root: string): string => readFileSync(path.join(root, LOCK), 'utf8')
const ALL_UNKNOWN = ['own/it#1 unknown', 'own/it#2 unknown', 'own/it#9 unknown', 'own/it@v1 unknown', 'own/it@v9 unknown']
const ALL_KNOWN = ['own/it#1 holds', 'own/it#2 holds', 'own/it#9 broken', 'own/it@v1 holds', 'own/it@v9 broken']

describe('sync', () => {
  test('makes offline runs exact, and says what changed', async () => {
    const root = createGitRepository(DOCUMENTS)
    expect(await verdicts(root)).toEqual(ALL_UNKNOWN)
    expect(await run(root, 'check')).toMatchObject({ code: 0, out: expect.stringContaining('5 unknown') as string })
    expect(server.count).toBe(0)
    expect(await run(root, 'sync')).toEqual({ code: 0, out: `${LOCK}: 5 added, 0 changed, 0 removed; 5 facts.\n` })
    expect(JSON.parse(lockOf(root))).toMatchObject({ version: 1, requests: { 'github.com/own/it': { 9: null } }, releases: { 'github.com/own/it': { v9: null } } })
    const asked = server.count
    expect(await verdicts(root)).toEqual(ALL_KNOWN)
    expect(server.count).toBe(asked)

    const before = lockOf(root)
    expect(await run(root, 'sync')).toEqual({ code: 0, out: `${LOCK} is up to date: 5 facts.\n` })
    expect(lockOf(root)).toBe(before)
    writeFiles(root, { 'README.md': 'own/it#1 own/it@v1 foreign/x#1\n', [LOCK]: before.replace('"One"', '"Old"').replace('"version": 1,', '"version": 1, "frozen": { "kept": true },') })
    expect(await run(root, 'sync')).toEqual({ code: 0, out: `${LOCK}: 1 added, 1 changed, 3 removed; 3 facts.\n` })
    expect(JSON.parse(lockOf(root))).toMatchObject({ frozen: { kept: true }, requests: { 'github.com/own/it': { 1: { title: 'One' } } } })
    expect(readdirSync(root).sort()).toEqual(['.git', 'README.md', LOCK])
  })

  test('asks on until no rule asks anything new', async () => {
    const root = createGitRepository({ 'a.md': 'own/it#3\n' })
    expect((await run(root, 'sync')).out).toContain('2 added')
    expect((await run(root, 'references')).out).toContain('then known')
  })

  test('of some documents keeps the facts of the others', async () => {
    const root = createGitRepository({ 'a.md': 'own/it#1\n', 'b.md': 'own/it#2\n' })
    await run(root, 'sync')
    writeFiles(root, { 'a.md': 'foreign/x#1\n' })
    expect((await run(root, 'sync', path.join(root, 'a.md'))).out).toBe(`${LOCK}: 1 added, 0 changed, 0 removed; 3 facts.\n`)
    expect((await run(root, 'sync')).out).toBe(`${LOCK}: 0 added, 0 changed, 1 removed; 2 facts.\n`)
  })

  test('without a question writes nothing, and empties what is there', async () => {
    const root = createGitRepository({ 'a.md': 'Nothing.\n' })
    vi.stubEnv('GH_TOKEN', '')
    expect(await run(root, 'sync')).toEqual({ code: 0, out: `No document asks what only a hosting service knows: there is no ${LOCK} to write.\n` })
    expect(existsSync(path.join(root, LOCK))).toBe(false)
    writeFiles(root, { [LOCK]: '{"version":1,"requests":{"github.com/a/b":{"1":null}}}' })
    expect((await run(root, 'sync')).out).toContain('0 added, 0 changed, 1 removed; 0 facts')
  })

  test('leaves out what nobody will ever say, and repositories of others that are gone', async () => {
    const root = createGitRepository({ 'a.md': 'own/it#1 own/it#8 gone/it#1 bitbucket.org/a/b#1\n' })
    const { code, out } = await run(root, 'sync')
    expect(out).toBe(`${LOCK}: 1 added, 0 changed, 0 removed; 1 fact. Left out: github.com/own/it#8 (it is a discussion, neither issue nor pull request), ` +
      'github.com/gone/it#1 (not visible: private, or gone, or the token may not see it), bitbucket.org/a/b#1 (no answerer for bitbucket.org).\n')
    expect(code).toBe(0)
  })

  test('fails when the own repository, or one that it has facts of, is not shown', async () => {
    const own = createGitRepository({ 'a.md': 'own/secret#1\n' })
    runGit(own, 'remote', 'add', 'origin', 'git@github.com:own/secret.git')
    expect(await run(own, 'sync')).toMatchObject({ code: 2, out: expect.stringMatching(/is left as it was, because github\.com\/own\/secret#1 is not known: not visible/) as string })
    const locked = createGitRepository({ 'a.md': 'own/secret#1\n', [LOCK]: '{"version":1,"requests":{"github.com/own/secret":{"2":null}}}' })
    expect((await run(locked, 'sync')).code).toBe(2)
    const unserved = createGitRepository({ 'a.md': 'ghe.corp.com/a/b#1\n', [LOCK]: '{"version":1,"requests":{"ghe.corp.com/a/b":{"1":null}}}' })
    expect(await run(unserved, 'sync')).toMatchObject({ code: 2, out: expect.stringMatching(/no answerer for ghe\.corp\.com\. Name the server in GH_HOST or GITLAB_HOST, then run/) as string })
  })

  test.each(['--staged', '--offline', '--at=HEAD', '--since=HEAD', '--format=json', '--output=x'])('has no use for %s', async (flag) => {
    expect(await run(createGitRepository(DOCUMENTS), 'sync', flag)).toMatchObject({ code: 2, out: expect.stringMatching(/^sync has no use for --/) as string })
  })
})

describe('a broken lock', () => {
  test.each([['check'], ['references'], ['sync'], ['check', '--online'], ['check', '--staged'], ['check', '--at', 'HEAD']])('stops %s %s', async (...words) => {
    const root = createGitRepository({ ...DOCUMENTS, [LOCK]: '<<<<<<< HEAD\n{}\n' })
    writeFiles(root, { 'README.md': 'own/it#2\n' })
    runGit(root, 'add', '-A')
    expect(await run(root, ...words)).toMatchObject({ code: 2, out: expect.stringContaining('merge conflict') as string })
    expect(server.count).toBe(0)
  })
})

test('the index and a commit have locks of their own', async () => {
  const root = createGitRepository(DOCUMENTS)
  await run(root, 'sync')
  expect(await verdicts(root, '--at', 'HEAD')).toEqual(ALL_UNKNOWN)
  // A staged lock concerns all documents.
  expect((await run(root, 'check', '--staged')).out).toContain('Nothing staged')
  runGit(root, 'add', '-A')
  expect(await verdicts(root, '--staged')).toEqual(ALL_KNOWN)
  writeFileSync(path.join(root, LOCK), '{"version":1}')
  expect(await verdicts(root, '--staged')).toEqual(ALL_KNOWN)
  expect(await verdicts(root)).toEqual(ALL_UNKNOWN)
})

test('programs and editors read the lock, and ask nobody', async () => {
  const root = createGitRepository(DOCUMENTS)
  await run(root, 'sync')
  const asked = server.count
  const report = await check({ cwd: root, references: true })
  expect(report.references.map(({ subject, verdict }) => `${subject} ${verdict.status}`)).toEqual(ALL_KNOWN)
  expect(livingRepository(root, root).ask(numbered({ host: 'github.com', owner: 'own', name: 'it' }, 9))).toEqual({ status: 'absent' })
  expect(server.count).toBe(asked)
})

describe('check --online', () => {
  test('answers in memory what the lock does not, and is not remembered', async () => {
    const root = createGitRepository(DOCUMENTS)
    expect(await verdicts(root, '--online')).toEqual(ALL_KNOWN)
    expect(existsSync(path.join(root, LOCK))).toBe(false)
    expect(await verdicts(root)).toEqual(ALL_UNKNOWN)
    const asked = server.count
    expect((await run(root, 'check', '--online')).code).toBe(1)
    expect(server.count).toBe(asked * 2)
    await run(root, 'sync')
    const settled = server.count
    expect((await run(root, 'check', '--online')).code).toBe(1)
    expect(server.count).toBe(settled)
  })

  test('does not contradict itself', async () => {
    expect(await run(createGitRepository(DOCUMENTS), 'check', '--online', '--offline')).toMatchObject({ code: 2, out: expect.stringContaining('contradict') as string })
  })
})

describe('faults change no lock and no verdict', () => {
  /** Everything that is written anywhere. */
  const everythingBelow = (folder: string): string => readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile()).map(entry => `${entry.name}\n${readFileSync(path.join(entry.parentPath, entry.name), 'latin1')}`).join('\n')

  test.each(Object.entries(FAULTS))('%s', async (_name, [fault, reason]) => {
    const printed: string[] = []
    const spies = [process.stdout, process.stderr].map(stream => vi.spyOn(stream, 'write').mockImplementation((text) => { printed.push(String(text)); return true }))
    spies.push(...(['log', 'warn', 'error', 'debug', 'info'] as const).map(name => vi.spyOn(console, name).mockImplementation((...words: unknown[]) => { printed.push(words.join(' ')) }) as never))
    vi.stubEnv('DEBUG', '*')
    const root = createGitRepository(DOCUMENTS)
    await run(root, 'sync')
    const before = lockOf(root)
    writeFiles(root, { 'more.md': 'own/it#3 own/it#10\n' })

    server.setFault(fault)
    const synced = await run(root, 'sync')
    const checked = await run(root, 'check', '--online')
    const seen = await verdicts(root, '--online')
    for (const spy of spies) spy.mockRestore()

    expect(synced).toMatchObject({ code: 2, out: expect.stringMatching(/^doc-lockdown\.lock\.json is left as it was, because github\.com\/own\/it#\d+ is not known: .*\. [A-Z].* run "doc-lockdown sync" again\.$/) as string })
    expect(synced.out).toMatch(reason)
    expect(lockOf(root)).toBe(before)
    expect(seen).toEqual([...ALL_KNOWN, 'own/it#3 unknown', 'own/it#10 unknown'])
    expect(checked.out).toMatch(/2 questions could not be answered: /)
    expect(checked.out).toMatch(reason)
    const { error } = synced
    const everything = [synced.out, checked.out, ...printed, error instanceof Error ? `${error.stack ?? ''}${JSON.stringify(error)}${String(error.cause)}` : '', everythingBelow(root), everythingBelow(process.env['DOC_LOCKDOWN_CACHE'] ?? '')].join('\n')
    expect(everything).not.toContain(TOKEN)
    expect(everything).not.toContain(TOKEN.slice(4))
    expect([...server.secrets]).toEqual([`token ${TOKEN}`])
  })

  test.each(Object.entries(FAULTS))('in the second request: %s', async (_name, [fault]) => {
    const root = createGitRepository(DOCUMENTS)
    server.setFault((response, request, count, body) => count > 1 && fault(response, request, count, body))
    expect((await run(root, 'sync')).code).toBe(2)
    expect(existsSync(path.join(root, LOCK))).toBe(false)
  })

  test('no token', async () => {
    const root = createGitRepository(DOCUMENTS)
    vi.stubEnv('GH_TOKEN', '')
    expect((await run(root, 'sync')).out).toBe(`${LOCK} is left as it was, because github.com/own/it#1 is not known: no token for github.com. Set GH_TOKEN, then run "doc-lockdown sync" again.`)
    expect(server.count).toBe(0)
  })
})
