/** The promotion document of the fixtures: each of its claims has a verdict, and each breaks when its fact changes. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { check } from '../../src/api.ts'
import type { Finding } from '../../src/core/finding.ts'
import { headOf, tagCommit, temporaryFolder } from '../support/checkout.ts'
import { buildCase, fixtureCases } from '../support/fixture-cases.ts'

const DOCUMENT = 'docs/promotion-integrity.md'

function build(name: string): string {
  const found = fixtureCases().find(one => one.rule === 'no-missing-commits' && one.name === name)
  if (found === undefined) throw new Error(`there is no case ${name}`)
  return buildCase(found)
}

function git(root: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }).toString('utf8').trim()
}

async function findings(root: string): Promise<readonly Finding[]> {
  const report = await check({ cwd: root, paths: [DOCUMENT] })
  return report.findings.filter(finding => finding.rule === 'no-missing-commits')
}

/** Line, subject and message of each finding. */
async function told(root: string): Promise<readonly string[]> {
  return (await findings(root)).map(({ line, subject, messageId }) => `${String(line)} ${subject.length > 12 ? subject.slice(0, 8) : subject} ${messageId}`)
}

describe('a promotion document', () => {
  let root = ''
  let ids: readonly string[] = []
  beforeEach(() => {
    root = build('silent-promotion-of-what-testing-verified')
    ids = git(root, 'log', '--reverse', '--format=%H').split('\n')
  })
  const id = (number: number, digits = 8): string => (ids[number - 1] ?? '').slice(0, digits)
  const edit = (from: string | RegExp, to: string): void => {
    const file = path.join(root, DOCUMENT)
    const text = readFileSync(file, 'utf8')
    const edited = text.replace(from, to)
    expect(edited).not.toBe(text)
    writeFileSync(file, edited)
  }

  test('is fully judged', async () => {
    const report = await check({ cwd: root, paths: [DOCUMENT], references: true })
    const judged = report.references.filter(one => one.rule === 'no-missing-commits').map(one => `${String(one.line)} ${one.subject.slice(0, 7)} ${one.verdict.status}`)

    expect(report.findings).toEqual([])
    expect(judged).toEqual([
      `8 ${id(3, 7)} holds`, `9 ${id(3, 7)} holds`, '10 v0.2.10 holds', `15 ${id(2, 7)} holds`, `16 ${id(2, 7)} holds`, '17 v0.2.9 holds', `17 ${id(2, 7)} holds`,
      '21 v0.2.10 holds', `21 ${id(3, 7)} holds`, '22 v0.2.10 holds', `22 ${id(3, 7)} holds`, `24 ${id(1, 7)} holds`, `24 ${id(3, 7)} holds`, '24 v0.2.10 holds',
    ])
  })

  test('breaks when a tag is moved', async () => {
    tagCommit(root, 'v0.2.10', ids[1] ?? '')
    expect(await told(root)).toEqual(['10 v0.2.10 pointsElsewhere', '21 v0.2.10 pointsElsewhere', '22 v0.2.10 pointsElsewhere', '24 v0.2.10 pointsElsewhere'])
  })

  test('breaks when another tag is moved', async () => {
    tagCommit(root, 'v0.2.9', ids[0] ?? '', true)
    const [finding] = await findings(root)
    expect(finding).toMatchObject({ line: 17, messageId: 'pointsElsewhere', confidence: 'high', evidence: `it points at ${id(1, 12)}` })
  })

  test('breaks when a tag is deleted', async () => {
    git(root, 'tag', '-d', 'v0.2.9')
    expect(await told(root)).toEqual(['17 v0.2.9 missingTag'])
  })

  test('breaks when the newest tag is deleted', async () => {
    git(root, 'tag', '-d', 'v0.2.10')
    expect(await told(root)).toEqual(['10 v0.2.10 missingRelease', '21 v0.2.10 missingTag', '22 v0.2.10 missingTag', '24 v0.2.10 missingRelease'])
  })

  test('breaks when a commit is dropped', async () => {
    git(root, 'tag', '-d', 'v0.2.9', 'v0.2.10', 'v0.2.8')
    git(root, 'checkout', '-q', '--orphan', 'rewritten')
    git(root, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'all in one')
    git(root, 'branch', '-D', 'main')
    expect((await told(root)).filter(line => line.endsWith('unreachable'))).toHaveLength(9)

    git(root, 'reflog', 'expire', '--expire=now', '--all')
    git(root, 'gc', '-q', '--prune=now')
    expect((await told(root)).filter(line => line.endsWith('missingCommit'))).toHaveLength(9)
  })

  test('breaks when another pull request made the commit', async () => {
    edit('PR #419 merged', 'PR #417 merged')
    expect(await told(root)).toEqual([`8 ${id(3)} otherPull`])
  })

  test('breaks when it names another commit', async () => {
    edit(/commit `[0-9a-f]{7}`/, 'commit `0c1d2e3`')
    expect(await told(root)).toEqual(['15 0c1d2e3 missingCommit'])
  })

  test('breaks when the sentence and the table disagree', async () => {
    edit(/health both report revision [0-9a-f]{40}/, `health both report revision ${ids[1] ?? ''}`)
    expect(await told(root)).toEqual([
      `9 ${id(2)} disagree`, '10 v0.2.10 pointsElsewhere', `21 ${id(3)} disagree`, `22 ${id(3)} disagree`,
    ])
  })

  test('breaks when production is ahead of testing', async () => {
    edit(/testing and prod health both report/, 'the servers report')
    edit(/\| testing \| v0\.2\.10 \| `[0-9a-f]{8}` \|/, `| testing | v0.2.9 | \`${id(2)}\` |`)
    const [finding, ...rest] = await findings(root)
    expect(rest).toEqual([])
    expect(finding).toMatchObject({ line: 22, subject: id(3), messageId: 'ahead', confidence: 'high' })
    expect(finding?.message).toContain('testing')
    expect(finding?.evidence).toContain(id(2))
  })

  test('is silent when production is behind testing', async () => {
    edit(/testing and prod health both report/, 'the servers report')
    edit(/\| prod \| v0\.2\.10 \| `[0-9a-f]{8}` \|/, `| prod | v0.2.9 | \`${id(2)}\` |`)
    expect(await told(root)).toEqual([])
  })

  test.each([
    ['a shallow clone', ['--depth', '1'], 'history is shallow, fetch with depth 0'],
    ['a clone without tags', ['--no-tags'], 'the clone was made without tags: run `git fetch --tags`'],
  ])('says in %s what helps', async (_name, flags, reason) => {
    const clone = path.join(temporaryFolder('clone'), 'x')
    git(root, 'clone', '-q', ...flags, `file://${root}`, clone)
    const report = await check({ cwd: clone, paths: [DOCUMENT], references: true })
    const own = report.references.filter(one => one.rule === 'no-missing-commits')
    expect(own.filter(one => one.verdict.status === 'broken')).toEqual([])
    expect(own.flatMap(({ verdict }) => (verdict.status === 'unknown' ? [verdict.reason] : []))).toContain(reason)
  })

  test('says in a partial clone what helps', async () => {
    const clone = path.join(temporaryFolder('clone'), 'x')
    git(root, 'config', 'uploadpack.allowFilter', 'true')
    git(root, 'clone', '-q', '--filter=tree:0', `file://${root}`, clone)
    const file = path.join(clone, DOCUMENT)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/commit `[0-9a-f]{7}`/, 'commit `0c1d2e3`'))
    const report = await check({ cwd: clone, paths: [DOCUMENT], references: true })
    expect(report.references.filter(one => one.rule === 'no-missing-commits' && one.verdict.status !== 'holds').map(one => one.verdict))
      .toEqual([{ status: 'unknown', reason: 'the clone is partial, fetch all of it' }])
  })
})

test('a commit that is only on a branch holds', async () => {
  const root = build('silent-promotion-of-what-testing-verified')
  git(root, 'checkout', '-q', '-b', 'side')
  git(root, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '--allow-empty', '-m', 'aside')
  const side = headOf(root)
  git(root, 'checkout', '-q', 'main')
  writeFileSync(path.join(root, DOCUMENT), `# X\n\nCommit ${side} is it.\n`)
  expect(await told(root)).toEqual([])
})
