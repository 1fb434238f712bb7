/** Formats and their outputs, as the command writes them. */
import { Validator, type Schema } from '@cfworker/json-schema'
import schema from '@microsoft/sarif-matcher-utils/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { useCommand } from '../../support/command.ts'
import { createGitRepository, runGit, temporaryFolder } from '../../support/git-repository.ts'

const { run } = useCommand()

const FILES = {
  'README.md': '# A\n\nSee [the code](src/a.ts) and [the gone](src/gone.ts).\n',
  'docs/my notes.md': '\ufeff# B\n\n[x](../src/A.ts)\n\n<!-- eslint-disable-next-line doc-lockdown/no-broken-links -- kept for readers of v1 -->\n[x](nowhere.md)\n',
  'src/a.ts': 'export {}\n',
}

interface Sarif {
  readonly runs: readonly [{
    readonly results: readonly { readonly ruleId: string, readonly ruleIndex: number, readonly suppressions: readonly object[], readonly locations: readonly [{
      readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } }
    }] }[]
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly versionControlProvenance?: readonly object[]
    readonly originalUriBaseIds: { readonly '%SRCROOT%': { readonly uri: string } }
  }]
}

describe('sarif', () => {
  it('is what the schema asks for, with rules, root and revision', () => {
    const root = createGitRepository(FILES)
    runGit(root, 'remote', 'add', 'origin', 'https://me:secret@github.com/own/it.git')
    const { code, out, err } = run({ cwd: path.join(root, 'docs') }, 'check', '--root', '..', '--format', 'sarif')
    const log = JSON.parse(out) as Sarif
    const { results, tool, versionControlProvenance, originalUriBaseIds } = log.runs[0]

    expect(new Validator(schema as unknown as Schema, '4', false).validate(log).errors).toEqual([])
    expect(results.map(({ locations, suppressions }) => [locations[0].physicalLocation.artifactLocation.uri, suppressions.length])).toEqual([
      ['README.md', 0], ['docs/my%20notes.md', 0], ['docs/my%20notes.md', 1],
    ])
    expect(results.map(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId)).toEqual([true, true, true])
    expect(originalUriBaseIds['%SRCROOT%'].uri).toBe(`${pathToFileURL(root).href}/`)
    expect(versionControlProvenance).toMatchObject([{ repositoryUri: 'https://github.com/own/it', revisionId: runGit(root, 'rev-parse', 'HEAD') }])
    expect(out).not.toContain('secret')
    expect({ code, err }).toEqual({ code: 1, err: '' })
  })

  it('places a fix behind a byte order mark where editors see it', () => {
    const root = createGitRepository(FILES)
    const { out } = run({ cwd: root }, 'check', '--format', 'sarif')
    const { results } = (JSON.parse(out) as { runs: [{ results: { fixes?: { artifactChanges: { replacements: { deletedRegion: object, insertedContent: object }[] }[] }[] }[] }] }).runs[0]
    expect(results.flatMap(({ fixes = [] }) => fixes.flatMap(fix => fix.artifactChanges.flatMap(change => change.replacements)))).toEqual([
      { deletedRegion: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 16 }, insertedContent: { text: '../src/a.ts' } },
    ])
  })
})

it('junit is XML with a suite for each document', () => {
  const root = createGitRepository(FILES)
  const { out } = run({ cwd: root }, 'check', '--format', 'junit')
  const suites: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => { throw error })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testsuite') suites.push(`${attributes['name'] ?? ''}: ${attributes['failures'] ?? ''} of ${attributes['tests'] ?? ''}, ${attributes['skipped'] ?? ''} skipped`)
  })
  parser.write(out).close()
  expect(suites).toEqual(['README.md: 1 of 1, 0 skipped', 'docs/my notes.md: 1 of 2, 1 skipped'])
})

describe('html', () => {
  const CLAIMS = /<tr id="c\d+"/g

  it('is one page of all claims, of check and of references, with the exit code of the check', () => {
    const root = createGitRepository(FILES)
    runGit(root, 'remote', 'add', 'origin', 'https://me:secret@github.com/own/it.git')
    const { code, out, err } = run({ cwd: root }, 'check', '--format', 'html')
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(out).toContain('<h1>own/it</h1>')
    expect(out).toContain(runGit(root, 'rev-parse', 'HEAD'))
    expect(out).toContain(runGit(root, 'rev-parse', 'HEAD^{tree}'))
    expect(out).toContain('the files on disk; no file differs from the commit')
    expect(out).toContain('Suppressed by a comment: kept for readers of v1.')
    expect(out).not.toContain('secret')
    expect(out.match(CLAIMS)?.length).toBe((JSON.parse(run({ cwd: root }, 'references', '--format', 'json').out) as { references: unknown[] }).references.length)
    expect(run({ cwd: root }, 'references', '--format', 'html').out).toBe(out)
    expect({ code, err }).toEqual({ code: 1, err: '' })
  })

  it('says of every run how the files lie to the commit, its own output aside', () => {
    const root = createGitRepository(FILES)
    const state = (...flags: readonly string[]): string => {
      run({ cwd: root }, 'check', ...flags, '--format', 'html', '--output', 'evidence.html')
      return /<dt>Judged<\/dt><dd>([^<]*)/.exec(readFileSync(path.join(root, 'evidence.html'), 'utf8'))?.[1] ?? ''
    }
    expect(state()).toBe('the files on disk; no file differs from the commit')
    const first = readFileSync(path.join(root, 'evidence.html'), 'utf8')
    expect(state()).toBe('the files on disk; no file differs from the commit')
    expect(readFileSync(path.join(root, 'evidence.html'), 'utf8')).toBe(first)
    // Nothing that any claim hangs on.
    writeFileSync(path.join(root, 'unrelated.txt'), 'x\n')
    expect(state()).toBe('the files on disk; 1 file differs from the commit')
    writeFileSync(path.join(root, 'README.md'), '# A\n\nSee [the code](src/a.ts).\n')
    runGit(root, 'add', 'README.md')
    expect(state()).toBe('the files on disk; 2 files differ from the commit')
    expect(state('--staged')).toBe('the index: what is staged; 1 file differs from the commit')
    expect(state('--at', 'HEAD')).toBe('the commit itself')
    expect(readFileSync(path.join(root, 'evidence.html'), 'utf8')).not.toContain('<dt>Scope</dt>')
    state('docs', '--no-code')
    expect(readFileSync(path.join(root, 'evidence.html'), 'utf8')).toContain('<dt>Scope</dt><dd>only docs; documents only</dd>')
  })

  it('of a document that is fixed in the same run', () => {
    const root = createGitRepository(FILES)
    const { out } = run({ cwd: root }, 'check', '--fix', '--format', 'html')
    expect(out.match(CLAIMS)?.length).toBe(4)
    expect(out).toContain('1 file differs from the commit')
  })

  it('is not even read by a run that does not ask for it', () => {
    const root = createGitRepository(FILES)
    const { out } = run({ cwd: root, env: { NODE_DEBUG: 'module' } }, 'check', '--no-cache')
    expect(out).not.toBe('')
    expect(run({ cwd: root, env: { NODE_DEBUG: 'module' } }, 'check', '--no-cache').err).not.toContain('evidence-page')
    expect(run({ cwd: root, env: { NODE_DEBUG: 'module' } }, 'check', '--no-cache', '--format', 'html').err).toContain('evidence-page')
  })
})

describe('github', () => {
  const surroundings = { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_SERVER_URL: 'https://github.example.com', GITHUB_REPOSITORY: 'own/it' }

  it('annotates, and adds to the page of the run', () => {
    const root = createGitRepository(FILES)
    const summary = path.join(temporaryFolder(), 'summary.md')
    writeFileSync(summary, 'before\n')
    const { code, out } = run({ cwd: root, env: { ...surroundings, GITHUB_STEP_SUMMARY: summary } }, 'check', '--format', 'github')
    expect(out).toMatch(/^::error file=README\.md,line=3,endLine=3,col=41,title=no-broken-links::`src\/gone\.ts` does not exist\.\n::error file=docs\/my notes\.md,line=3,/)
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## doc-lockdown\n/)
    expect(readFileSync(summary, 'utf8')).toContain(`https://github.example.com/own/it/blob/${runGit(root, 'rev-parse', 'HEAD')}/docs/my%20notes.md?plain=1#L3`)
    expect(code).toBe(1)
  })

  it('says in one sentence that the page can not be written', () => {
    const { code, err } = run({ cwd: createGitRepository(FILES), env: { ...surroundings, GITHUB_STEP_SUMMARY: '/no/such/folder/x' } }, 'check', '--format', 'github')
    expect(err).toMatch(/^doc-lockdown: \/no\/such\/folder\/x can't be written \(ENOENT\)\. Unset GITHUB_STEP_SUMMARY/)
    expect(code).toBe(2)
  })

  it('is asked for: text stays text in a workflow, and writes no page', () => {
    const summary = path.join(temporaryFolder(), 'summary.md')
    const { out } = run({ cwd: createGitRepository(FILES), env: { ...surroundings, GITHUB_STEP_SUMMARY: summary } }, 'check')
    expect(out).toMatch(/^README\.md\n/)
    expect(existsSync(summary)).toBe(false)
  })
})

describe('outputs', () => {
  it('are written for each format, while one is printed', () => {
    const root = createGitRepository(FILES)
    const { code, out } = run({ cwd: root }, 'check', '--format', 'sarif', '--output', 'out.sarif', '--format', 'text', '--format', 'junit', '--output', 'out.xml')
    expect(out).toBe(run({ cwd: root }, 'check').out)
    expect(JSON.parse(readFileSync(path.join(root, 'out.sarif'), 'utf8'))).toHaveProperty('version', '2.1.0')
    expect(readFileSync(path.join(root, 'out.xml'), 'utf8')).toMatch(/^<\?xml /)
    expect(readdirSync(root).filter(name => name.endsWith('.tmp'))).toEqual([])
    expect(code).toBe(1)
  })

  it('are all written or none', () => {
    const root = createGitRepository(FILES)
    const { code, out, err } = run({ cwd: root }, 'check', '--format', 'sarif', '--output', 'out.sarif', '--format', 'json', '--output', 'no/such/x', '--format', 'text')
    expect(err).toMatch(/^doc-lockdown: no\/such\/x can't be written \(ENOENT\)\. Name another file with --output\.\n$/)
    expect({ code, out, files: readdirSync(root).filter(name => name.startsWith('out')) }).toEqual({ code: 2, out: '', files: [] })
  })

  it('go through a link and into what is no file, and replace neither', () => {
    const root = createGitRepository(FILES)
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'real.json'), 'old')
    symlinkSync(path.join(folder, 'real.json'), path.join(folder, 'link.json'))
    run({ cwd: root }, 'check', '--format', 'json', '--output', path.join(folder, 'link.json'), '--format', 'junit', '--output', '/dev/null')
    expect(readFileSync(path.join(folder, 'real.json'), 'utf8')).toMatch(/^\{/)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
    mkdirSync(path.join(folder, 'sub'))
    expect(run({ cwd: root }, 'check', '--output', path.join(folder, 'sub')).err).toMatch(/sub can't be written \(EISDIR\)/)
  })

  it('hold neither colours nor links, whatever the terminal is forced to', () => {
    const root = createGitRepository(FILES)
    const env = { FORCE_COLOR: '1', FORCE_HYPERLINK: '1' }
    const { out } = run({ cwd: root, env }, 'check', '--format', 'text', '--output', 'out.txt', '--format', 'text')
    expect(out).toContain(`\u001b]8;;${pathToFileURL(path.join(root, 'docs/my notes.md')).href}\u001b\\`)
    expect(out).toContain('\u001b[31m')
    expect(readFileSync(path.join(root, 'out.txt'), 'utf8')).not.toContain('\u001b')
    expect(run({ cwd: root, env }, 'check', '--at', 'HEAD').out).not.toContain('\u001b]8;;file:')
  })
})
