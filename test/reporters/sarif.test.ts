import { Validator, type Schema } from '@cfworker/json-schema'
import schema from '@microsoft/sarif-matcher-utils/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { formatSarif, type SarifOptions } from '../../src/reporters/sarif.ts'
import { HOSTILE_TEXTS, makeFinding, makeReport } from '../support/report.ts'

const validator = new Validator(schema as unknown as Schema, '4', false)

const OPTIONS: SarifOptions = {
  rules: [
    { id: 'no-broken-links', description: 'Disallow broken links', url: 'https://example.org/no-broken-links.md', recommended: true },
    { id: 'no-missing-paths', description: 'Disallow missing paths', url: 'https://example.org/no-missing-paths.md', recommended: false },
  ],
  rootUri: 'file:///home/me/it/', repositoryUrl: 'https://github.com/own/it', textOf: () => '# A\n\n1234567890\nsrc/old.ts\n',
}

interface Log { readonly runs: readonly [Run] }
interface Run {
  readonly results: readonly Result[]
  readonly [key: string]: unknown
}
interface Result {
  readonly message: { readonly text: string }
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions: readonly object[]
  readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }]
  readonly fixes?: readonly object[]
  readonly [key: string]: unknown
}

/** The run of a log that the schema accepts. */
function runOf(report: Report, options: Partial<SarifOptions> = {}): Run {
  const log = JSON.parse(formatSarif(report, { ...OPTIONS, ...options })) as Log
  expect(validator.validate(log).errors).toEqual([])
  return log.runs[0]
}

function fingerprints(report: Report): readonly string[] {
  return runOf(report).results.map(({ partialFingerprints }) => partialFingerprints['docLockdown/v1'] ?? '')
}

test('the schema refuses what is no log', () => {
  expect(validator.validate({ version: '2.1.0', runs: [{ results: [] }] }).valid).toBe(false)
})

describe('a run', () => {
  test('without findings', () => {
    const run = runOf(makeReport([], { repository: { commit: undefined, source: 'worktree', shallow: false } }))
    expect(run.results).toEqual([])
    expect(run).not.toHaveProperty('versionControlProvenance')
    expect(run).toMatchObject({ columnKind: 'utf16CodeUnits', invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }] })
  })

  test('names its rules, commit, root and notices', () => {
    expect(runOf(makeReport([], { notices: ['This clone is shallow.'] }))).toMatchObject({
      tool: { driver: { name: 'doc-lockdown', rules: [
        { id: 'no-broken-links', shortDescription: { text: 'Disallow broken links.' }, helpUri: 'https://example.org/no-broken-links.md', defaultConfiguration: { level: 'error', enabled: true } },
        { id: 'no-missing-paths', defaultConfiguration: { enabled: false } },
      ] } },
      originalUriBaseIds: { '%SRCROOT%': { uri: 'file:///home/me/it/' } },
      versionControlProvenance: [{ repositoryUri: 'https://github.com/own/it', revisionId: '0123456789abcdef0123456789abcdef01234567' }],
      invocations: [{ toolExecutionNotifications: [{ level: 'note', message: { text: 'This clone is shallow.' } }] }],
    })
  })
})

describe('a result', () => {
  test('has its rule, level, message with receipt, and place', () => {
    expect(runOf(makeReport([makeFinding(), makeFinding({ severity: 'warn', evidence: undefined, rule: 'unlisted' })])).results).toMatchObject([
      {
        ruleId: 'no-missing-paths', ruleIndex: 1, level: 'error', message: { text: '`src/old.ts` does not exist any more: renamed to `src/new.ts`.' },
        locations: [{ physicalLocation: {
          artifactLocation: { uri: 'docs/a.md', uriBaseId: '%SRCROOT%' }, region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 15 },
        } }],
        suppressions: [],
      },
      { ruleId: 'unlisted', level: 'warning', message: { text: '`src/old.ts` does not exist any more.' } },
    ])
  })

  test('that the baseline knows is suppressed from outside and unchanged, and the others are new', () => {
    const { results } = runOf(makeReport([makeFinding()], { baselined: [makeFinding({ start: 50, end: 60 })] }))
    expect(results).toMatchObject([
      { suppressions: [], baselineState: 'new' },
      { suppressions: [{ kind: 'external', justification: 'known in doc-lockdown.baseline.json' }], baselineState: 'unchanged' },
    ])
    expect(runOf(makeReport([makeFinding()])).results[0]).not.toHaveProperty('baselineState')
  })

  test('that is suppressed says why', () => {
    const { results } = runOf(makeReport([makeFinding()], { suppressed: [{ ...makeFinding({ start: 50, end: 60 }), reason: 'kept for readers of v1' }] }))
    expect(results.map(({ suppressions }) => suppressions)).toEqual([[], [{ kind: 'inSource', justification: 'kept for readers of v1' }]])
  })

  test('has its fix by line and column, or by offset where the text is not at hand', () => {
    const report = makeReport([makeFinding({ fix: { safety: 'safe', range: [16, 26], text: 'src/new.ts', title: 'Replace by `src/new.ts`' } })])
    expect(runOf(report).results[0]?.fixes).toMatchObject([{ artifactChanges: [{
      artifactLocation: { uri: 'docs/a.md' },
      replacements: [{ deletedRegion: { startLine: 4, startColumn: 1, endLine: 4, endColumn: 11 }, insertedContent: { text: 'src/new.ts' } }],
    }] }])
    expect(runOf(report, { textOf: () => undefined }).results[0]?.fixes).toMatchObject([{ artifactChanges: [{ replacements: [{ deletedRegion: { charOffset: 16, charLength: 10 } }] }] }])
  })

  test.each([
    ['blanks and emoji', 'docs/my notes 🚀.md', 'docs/my%20notes%20%F0%9F%9A%80.md'],
    ['percent, hash and question mark', 'docs/100%#1?.md', 'docs/100%25%231%3F.md'],
    ['a colon, which is no scheme', 'c:/a.md', 'c%3A/a.md'],
    ['a backslash, which is a character of a name', 'docs\\a.md', 'docs%5Ca.md'],
    ['half a character', 'docs/\ud83d.md', 'docs/%EF%BF%BD.md'],
  ])('encodes %s', (_name, path, uri) => {
    expect(runOf(makeReport([makeFinding({ path })])).results[0]?.locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
  })

  test('keeps viewers from reading placeholders and links into its message', () => {
    const message = (text: string): string | undefined => runOf(makeReport([makeFinding({ message: text, evidence: undefined })])).results[0]?.message.text
    expect(message('`GET /users/{id}/{0}` is not served.')).toBe('`GET /users/{id}/{{0}}` is not served.')
    expect(message('`[x](1)` is gone.')).toBe('`\\[x\\](1)` is gone.')
    expect(message('`a[0]` is gone.')).toBe('`a[0]` is gone.')
  })

  test.each(Object.entries(HOSTILE_TEXTS))('holds %s', (_name, text) => {
    const finding = makeFinding({ subject: text, message: text, evidence: text, path: `docs/${text.slice(0, 200)}.md`, fix: { safety: 'safe', range: [1, 2], text, title: text } })
    expect(runOf(makeReport([finding], { suppressed: [{ ...finding, reason: text }], notices: [text] })).results).toHaveLength(2)
  })
})

describe('a fingerprint', () => {
  const [first, second] = [makeFinding({ start: 100, end: 110 }), makeFinding({ start: 200, end: 210, line: 9, endLine: 9 })]

  test('stays when the line moves and the message has other evidence', () => {
    expect(fingerprints(makeReport([{ ...first, start: 900, end: 910, line: 80, endLine: 80, column: 1, evidence: 'deleted' }]))).toEqual(fingerprints(makeReport([first])))
  })

  test('stays when an equal finding appears, and differs from its', () => {
    const [alone] = fingerprints(makeReport([first]))
    const both = fingerprints(makeReport([first, second]))
    expect(both[0]).toBe(alone)
    expect(new Set(both).size).toBe(2)
  })

  test('stays when the first of two is suppressed', () => {
    expect([...fingerprints(makeReport([second], { suppressed: [{ ...first, reason: 'why' }] }))].sort()).toEqual([...fingerprints(makeReport([first, second]))].sort())
    expect(fingerprints(makeReport([second], { suppressed: [{ ...first, reason: 'why' }] }))[0]).toBe(fingerprints(makeReport([first, second]))[1])
  })

  test.each([['rule', { rule: 'no-broken-links' }], ['path', { path: 'docs/b.md' }], ['subject', { subject: 'src/other.ts' }]])('differs with the %s', (_name, more) => {
    expect(fingerprints(makeReport([{ ...first, ...more }]))).not.toEqual(fingerprints(makeReport([first])))
  })
})
