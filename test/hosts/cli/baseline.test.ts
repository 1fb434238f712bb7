/** `doc-lockdown baseline`, and what `check` makes of it. */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCommand, type CommandResult } from '../../support/command.ts'
import { commitFiles, createGitRepository, runGit, temporaryFolder, writeFiles } from '../../support/git-repository.ts'

const { run } = useCommand()
const FILE = 'doc-lockdown.baseline.json'

/** A link that leads nowhere is certainly broken, with history or without. */
const link = (name: string): string => `See [it](src/${name}.ts).\n`
const DRIFT = { 'a.md': `# A\n\n${link('one')}\n${link('two')}`, 'docs/b.md': '# B\n\nSee [it](../src/one.ts).\n', 'src/here.ts': 'export {}\n' }

function repository(files: Readonly<Record<string, string>> = DRIFT): string {
  const root = createGitRepository(files)
  run({ cwd: root }, 'baseline')
  commitFiles(root, {}, 'baseline')
  return root
}

function baselineIn(root: string): unknown {
  return JSON.parse(readFileSync(path.join(root, FILE), 'utf8'))
}

interface Shown { readonly rule: string; readonly path: string; readonly subject: string; readonly message: string; readonly evidence?: string; readonly line: number }

function reportOf({ out }: CommandResult): { readonly findings: readonly Shown[]; readonly baselined: readonly Shown[]; readonly summary: { readonly baselined: number; readonly broken: number } } {
  return JSON.parse(out) as ReturnType<typeof reportOf>
}

const found = (root: string, ...args: readonly string[]): readonly string[] => reportOf(run({ cwd: root }, 'check', '--format', 'json', ...args)).findings.map(({ rule, path: file, subject }) => `${file} ${rule} ${subject}`)
const STALE = 'valid-suppressions'

describe('the file', () => {
  it('holds every finding by document, rule and words, in order, and nothing else', () => {
    const root = createGitRepository({ ...DRIFT, 'a.md': `${link('two')}\n${link('one')}\n${link('one')}` })
    const { code, out, err } = run({ cwd: root }, 'baseline')
    expect({ code, out, err }).toEqual({ code: 0, out: `${FILE}: 4 findings.\n`, err: '' })
    expect(readFileSync(path.join(root, FILE), 'utf8')).toBe(`{
  "version": 1,
  "findings": {
    "a.md": {
      "no-broken-links": [
        "src/one.ts",
        "src/one.ts",
        "src/two.ts"
      ]
    },
    "docs/b.md": {
      "no-broken-links": [
        "../src/one.ts"
      ]
    }
  }
}
`)
  })

  it('is not made where nothing is found', () => {
    const root = createGitRepository({ 'a.md': 'See [it](b.ts).\n', 'b.ts': '' })
    expect(run({ cwd: root }, 'baseline')).toMatchObject({ code: 0, out: `There is no finding: no ${FILE} is needed.\n` })
    expect(existsSync(path.join(root, FILE))).toBe(false)
  })

  it('stays the same bytes when nothing changed', () => {
    const root = repository()
    const before = readFileSync(path.join(root, FILE))
    expect(run({ cwd: root }, 'baseline').out).toBe(`${FILE} is up to date: 3 findings.\n`)
    expect(readFileSync(path.join(root, FILE)).equals(before)).toBe(true)
  })
})

describe('check', () => {
  it('passes with what is known, and counts it apart', () => {
    const root = repository()
    const { code, out } = run({ cwd: root })
    expect(out).toBe('2 documents, 3 claims: 0 hold, 3 broken, 0 unknown, 3 baselined.\n')
    expect(code).toBe(0)
    expect(reportOf(run({ cwd: root }, 'check', '--format', 'json'))).toMatchObject({ findings: [], summary: { baselined: 3, broken: 3 }, baselined: [{ path: 'a.md' }, { path: 'a.md' }, { path: 'docs/b.md' }] })
  })

  it('shows all of it on request', () => {
    const { code, out } = run({ cwd: repository() }, 'check', '--no-baseline')
    expect(out.match(/no-broken-links/g)).toHaveLength(3)
    expect(code).toBe(1)
  })

  it('fails for a new finding only', () => {
    const root = repository()
    writeFiles(root, { 'a.md': `${DRIFT['a.md']}\n${link('three')}` })
    expect(found(root)).toEqual(['a.md no-broken-links src/three.ts'])
    expect(run({ cwd: root }).code).toBe(1)
  })

  it('fails for one more of a finding that is known', () => {
    const root = repository()
    writeFiles(root, { 'a.md': `${DRIFT['a.md']}\n${link('one')}` })
    expect(reportOf(run({ cwd: root }, 'check', '--format', 'json')).findings).toMatchObject([{ subject: 'src/one.ts', line: 7 }])
  })

  it('does not mind where a text stands, how it is wrapped, and what else is found before it', () => {
    const root = repository({ 'a.md': `${link('one')}\nRun \`npm run check-types\`.\n`, 'package.json': '{ "scripts": { "check:types": "tsc" } }' })
    expect(baselineIn(root)).toMatchObject({ findings: { 'a.md': { 'no-missing-scripts': ['npm run check-types'] } } })
    writeFiles(root, { 'a.md': `# New\n\nMore words.\n\n${link('zero')}\n> ${link('one')}\n\nNow run \`npm run\ncheck-types\`.\n` })
    expect(found(root)).toEqual(['a.md no-broken-links src/zero.ts'])
  })

  it('knows a document under its new name, before and after the commit', () => {
    const root = repository()
    renameSync(path.join(root, 'a.md'), path.join(root, 'z.md'))
    writeFiles(root, { 'z.md': `Moved and changed.\n\n${DRIFT['a.md']}` })
    expect(run({ cwd: root })).toMatchObject({ code: 0 })
    runGit(root, 'add', '-A')
    expect(run({ cwd: root }, 'check', '--staged')).toMatchObject({ code: 0 })
    commitFiles(root, {}, 'move')
    expect(run({ cwd: root })).toMatchObject({ code: 0 })
    expect(run({ cwd: root }, 'baseline').out).toBe(`${FILE}: 2 moved; 3 findings left.\n`)
    expect(baselineIn(root)).toMatchObject({ findings: { 'z.md': { 'no-broken-links': ['src/one.ts', 'src/two.ts'] } } })
  })

  it('is no place where a name stands: what is written down is still found', () => {
    const root = createGitRepository({
      'ops.md': '# Ops\n\nSet the environment variable `BILLING_TOKEN`; `sendMonthlyInvoice()` reads it.\n', 'src/bill.ts': 'export function sendMonthlyInvoice() { return process.env.BILLING_TOKEN }\n',
    })
    commitFiles(root, { 'src/bill.ts': 'export const nothing = 1\n' })
    expect(run({ cwd: root }, 'baseline').out).toBe(`${FILE}: 2 findings.\n`)
    for (const args of [['check'], ['check', '--no-cache'], ['check', '--strict']]) expect(run({ cwd: root }, ...args).out).toContain('2 broken, 0 unknown, 2 baselined.')
    commitFiles(root, {}, 'baseline')
    expect(run({ cwd: root }).out).toContain('2 broken, 0 unknown, 2 baselined.')
    expect(run({ cwd: root }, 'check', '--at', 'HEAD').out).toContain('2 broken, 0 unknown, 2 baselined.')
  })

  it('knows a copy of a document only once', () => {
    const root = repository()
    renameSync(path.join(root, 'a.md'), path.join(root, 'y.md'))
    writeFiles(root, { 'z.md': DRIFT['a.md'] })
    expect(found(root)).toEqual(['z.md no-broken-links src/one.ts', 'z.md no-broken-links src/two.ts'])
  })
})

describe('the ratchet', () => {
  it('fails for what is fixed and still listed, until it is taken out', () => {
    const root = repository()
    writeFiles(root, { 'a.md': `# A\n\n${link('two')}` })
    const { findings } = reportOf(run({ cwd: root }, 'check', '--format', 'json'))
    expect(findings).toMatchObject([{
      rule: STALE, path: FILE, line: 4, subject: '"a.md"', message: 'The baseline holds 1 finding of `a.md` in vain; run `doc-lockdown baseline`.',
      evidence: '`src/one.ts` (no-broken-links) is fixed',
    }])
    expect(run({ cwd: root }).code).toBe(1)
    expect(run({ cwd: root }, 'baseline')).toMatchObject({ code: 0, out: `${FILE}: 1 dropped; 2 findings left.\n` })
    expect(run({ cwd: root }).code).toBe(0)
  })

  it('keeps to the level of its rule', () => {
    const root = repository()
    writeFiles(root, { 'a.md': '# A\n', 'doc-lockdown.config.json': `{ "rules": { "${STALE}": "warn" } }` })
    expect(run({ cwd: root })).toMatchObject({ code: 0 })
    expect(found(root)).toEqual([`${FILE} ${STALE} "a.md"`])
    writeFiles(root, { 'doc-lockdown.config.json': `{ "rules": { "${STALE}": "off" } }` })
    expect(found(root)).toEqual([])
  })

  it('refuses new findings, but on request', () => {
    const root = repository()
    writeFiles(root, { 'a.md': `# A\n\n${link('two')}\n${link('three')}` })
    const { code, out } = run({ cwd: root }, 'baseline')
    expect(out).toBe(`${FILE}: 1 dropped; 2 findings left. 1 new finding is not in it: see "doc-lockdown check", and fix it or take it in with --add.\n`)
    expect(code).toBe(1)
    expect(found(root)).toEqual(['a.md no-broken-links src/three.ts'])
    expect(run({ cwd: root }, 'baseline', '--add')).toMatchObject({ code: 0, out: `${FILE}: 1 added; 3 findings left.\n` })
    expect(found(root)).toEqual([])
  })

  it('stays on when the last finding is gone', () => {
    const root = repository()
    writeFiles(root, { 'src/one.ts': '', 'src/two.ts': '' })
    run({ cwd: root }, 'baseline')
    expect(baselineIn(root)).toEqual({ version: 1, findings: {} })
    writeFiles(root, { 'a.md': link('three') })
    expect(run({ cwd: root }, 'baseline').code).toBe(1)
    expect(baselineIn(root)).toEqual({ version: 1, findings: {} })
  })

  it('says which documents are gone or not checked any more, and which rules', () => {
    const root = repository()
    rmSync(path.join(root, 'a.md'))
    writeFiles(root, { 'c.md': '# C\n', 'doc-lockdown.config.json': '{ "ignore": ["docs/**"] }' })
    const evidence = (): readonly (string | undefined)[] => reportOf(run({ cwd: root }, 'check', '--format', 'json')).findings.map(finding => finding.evidence)
    expect(evidence()).toEqual(['`a.md` is deleted', '`docs/b.md` is not checked any more'])
    writeFiles(root, { [FILE]: JSON.stringify({ version: 1, findings: { 'c.md': { 'no-such-rule': ['x'] } } }) })
    expect(evidence()).toEqual(['there is no rule `no-such-rule` any more'])
  })

  it('drops an entry whose finding a comment excuses', () => {
    const root = repository()
    writeFiles(root, { 'a.md': `<!-- eslint-disable-next-line doc-lockdown/no-broken-links -- made by the build -->\n${link('one')}\n${link('two')}` })
    expect(reportOf(run({ cwd: root }, 'check', '--format', 'json')).findings).toMatchObject([{ rule: STALE, evidence: '`src/one.ts` (no-broken-links) is fixed' }])
  })

  it('is silent about rules that are off or were not asked, and about confidence', () => {
    const root = repository()
    writeFiles(root, { 'doc-lockdown.config.json': '{ "rules": { "no-broken-links": "off" } }' })
    expect(found(root)).toEqual([])
    expect(run({ cwd: root }, 'baseline').out).toBe(`${FILE} is up to date: 3 findings.\n`)
    const near = createGitRepository({ 'a.md': 'Read `src/server/hadler.ts`.\n', 'src/server/handler.ts': '', 'src/server/b.ts': '', 'src/server/c.ts': '' })
    expect(run({ cwd: near }, 'baseline').out).toBe(`${FILE}: 1 finding.\n`)
    expect(run({ cwd: near }, 'check', '--min-confidence', 'high')).toMatchObject({ code: 0 })
  })
})

describe('a run about a part', () => {
  it('says nothing of other documents', () => {
    const root = repository()
    writeFiles(root, { 'a.md': '# A\n', 'src/one.ts': '' })
    expect(found(root, 'docs')).toEqual([`${FILE} ${STALE} "docs/b.md"`])
    expect(run({ cwd: root }, 'baseline', 'docs').out).toBe(`${FILE}: 1 dropped; 2 findings left.\n`)
    expect(baselineIn(root)).toEqual({ version: 1, findings: { 'a.md': { 'no-broken-links': ['src/one.ts', 'src/two.ts'] } } })
  })

  it('reads the baseline that is staged', () => {
    const root = repository()
    writeFiles(root, { 'a.md': `${DRIFT['a.md']}\n${link('three')}` })
    runGit(root, 'add', '-A')
    run({ cwd: root }, 'baseline', '--add')
    expect(found(root)).toEqual([])
    expect(found(root, '--staged')).toEqual(['a.md no-broken-links src/three.ts'])
    runGit(root, 'add', '-A')
    expect(found(root, '--staged')).toEqual([])
  })

  it('judges everything when the baseline itself is staged', () => {
    const root = repository()
    writeFiles(root, { [FILE]: '{ "version": 1, "findings": {} }\n' })
    runGit(root, 'add', '-A')
    expect(found(root, '--staged')).toHaveLength(3)
  })

  it('does not fail for other documents that a staged change sets right', () => {
    const root = repository({ ...DRIFT, 'c.md': '# C\n' })
    writeFiles(root, { 'c.md': '# C\n\nMore.\n' })
    runGit(root, 'add', '-A')
    writeFiles(root, { 'a.md': '# A\n' })
    expect(run({ cwd: root }, 'check', '--staged')).toMatchObject({ code: 0 })
  })

  it('reads the baseline of the commit that is judged', () => {
    const root = createGitRepository(DRIFT)
    run({ cwd: root }, 'baseline')
    expect(run({ cwd: root }, 'check', '--at', 'HEAD').code).toBe(1)
    commitFiles(root, {}, 'baseline')
    expect(run({ cwd: root }, 'check', '--at', 'HEAD').code).toBe(0)
    expect(run({ cwd: root }, 'check', '--at', 'HEAD~1').code).toBe(1)
  })
})

describe('--fix', () => {
  const MOVED = { 'a.md': '# A\n\nSee `src/old.ts` and [it](src/nowhere.ts).\n', 'src/new.ts': 'export const old = 1\n' }
  const moved = (): string => {
    const root = createGitRepository({ 'a.md': MOVED['a.md'], 'src/old.ts': MOVED['src/new.ts'] })
    rmSync(path.join(root, 'src/old.ts'))
    commitFiles(root, MOVED, 'move')
    run({ cwd: root }, 'baseline')
    return root
  }

  it('fixes what is known, too, and takes it out of the baseline', () => {
    const root = moved()
    expect(baselineIn(root)).toMatchObject({ findings: { 'a.md': { 'no-missing-paths': ['src/old.ts'] } } })
    const { code, out } = run({ cwd: root }, 'check', '--fix')
    expect(out).toContain('fixed 1 finding in 1 document')
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toContain('`src/new.ts`')
    expect(baselineIn(root)).toEqual({ version: 1, findings: { 'a.md': { 'no-broken-links': ['src/nowhere.ts'] } } })
    expect(code).toBe(0)
  })

  it('shows both with --dry-run', () => {
    const root = moved()
    const { out } = run({ cwd: root }, 'check', '--fix', '--dry-run')
    expect(out).toContain(`--- a/${FILE}`)
    expect(out).toContain('-        "src/old.ts"')
    expect(baselineIn(root)).toMatchObject({ findings: { 'a.md': { 'no-missing-paths': ['src/old.ts'] } } })
  })
})

describe('what nobody can tell is not fixed', () => {
  it('in a shallow clone', () => {
    const root = createGitRepository({ 'a.md': 'See `src/old.ts` and `src/kept.ts`.\n', 'src/old.ts': 'export const old = 1\n', 'src/kept.ts': '' })
    rmSync(path.join(root, 'src/old.ts'))
    commitFiles(root, {}, 'remove')
    expect(run({ cwd: root }, 'baseline').out).toBe(`${FILE}: 1 finding.\n`)
    commitFiles(root, {}, 'baseline')
    const clone = temporaryFolder()
    runGit(clone, 'clone', '-q', '--depth', '1', `file://${root}`, '.')
    expect(found(clone)).toEqual([])
    expect(run({ cwd: clone }, 'baseline').out).toBe(`${FILE} is up to date: 1 finding.\n`)
    writeFiles(clone, { 'a.md': 'See `src/kept.ts`.\n' })
    expect(found(clone)).toEqual([`${FILE} ${STALE} "a.md"`])
  })
})

describe('mistakes', () => {
  const sentence = (text: string): string => {
    const { code, out, err } = run({ cwd: createGitRepository({ ...DRIFT, [FILE]: text }) })
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
    return err
  }

  it.each([
    ['broken JSON', '{', /is not valid JSON\. Restore it from git, then run "doc-lockdown baseline"\./],
    ['no version', '{}', /is no baseline: it has no version/],
    ['a newer version', '{ "version": 2, "findings": {} }', /has version 2, and this doc-lockdown reads version 1\. Update doc-lockdown/],
    ['a merge conflict', '{\n<<<<<<< ours\n}\n', /holds the marks of a merge conflict\. Keep the lines of both sides/],
    ['something else', '{ "version": 1, "findings": { "a.md": { "x": 3 } } }', /has something at "findings" → "a\.md" → "x" that "baseline" never writes/],
  ])('%s', (_name, text, expected) => {
    expect(sentence(text)).toMatch(expected)
  })

  it.each([
    [['baseline', '--staged'], /baseline has no use for --staged: it reads the documents on disk and writes the baseline\./],
    [['baseline', '--format', 'json'], /baseline has no use for --format/],
    [['baseline', '--fix'], /baseline fixes nothing/],
    [['baseline', '--no-baseline'], /To begin anew, delete the file/],
    [['check', '--add'], /Use "doc-lockdown baseline --add"/],
    [['check', '--dry-run'], /Add --fix/],
  ])('%s', (args, expected) => {
    const { code, err } = run({ cwd: createGitRepository(DRIFT) }, ...args)
    expect(err).toMatch(expected)
    expect(code).toBe(2)
  })
})

it('--dry-run prints a diff and writes nothing', () => {
  const root = repository()
  writeFiles(root, { 'a.md': `# A\n\n${link('two')}` })
  const before = readFileSync(path.join(root, FILE), 'utf8')
  expect(run({ cwd: root }, 'baseline', '--dry-run').out).toMatch(/^--- a\/doc-lockdown\.baseline\.json\n[^]*\n- {8}"src\/one\.ts",\n/)
  expect(readFileSync(path.join(root, FILE), 'utf8')).toBe(before)
})
