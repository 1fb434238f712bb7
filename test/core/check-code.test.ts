/** The engine for code, with a rule that finds every word "drop". */
import { describe, expect, test } from 'vitest'
import { checkCode, type CodeCheckOptions } from '../../src/core/check-code.ts'
import { codeDirectivesOf } from '../../src/core/code-directives.ts'
import { defineCodeRule, TOO_MUCH, type CodeRule } from '../../src/core/code-rule.ts'
import { languageOf, type Language, type SourceFile } from '../../src/core/source-file.ts'
import { memoryRepository } from '../support/memory-repository.ts'

function dropRule(id: string, languages: readonly Language[] = ['javascript', 'shell', 'sql']): CodeRule {
  return defineCodeRule({
    id, languages,
    meta: { description: 'Disallow drop', schema: { type: 'object', properties: {}, additionalProperties: false }, defaultOptions: {}, messages: { drop: 'Drops {{what}}.' }, recommended: true, suggests: false },
    concerns: path => !path.startsWith('lib/'),
    * judge({ text }) {
      for (const match of text.matchAll(/drop (\w+)/g)) {
        const problem = { start: match.index, end: match.index + match[0].length, messageId: 'drop', data: { what: match[1] ?? '' }, confidence: 'high' } as const
        yield problem
        yield problem
      }
    },
  })
}

/** Ends the stack, whatever the engine's. */
function nested(depth: number): readonly never[] {
  return [...nested(depth + 1)]
}

const OPTIONS: CodeCheckOptions = { minConfidence: 'medium', knownRules: ['no-drop', 'other'], suppressionSeverity: 'error', isPromised: path => path.startsWith('ops/') }

function run(files: Record<string, string>, rules: readonly CodeRule[] = [dropRule('no-drop')], options: Partial<CodeCheckOptions> = {}): readonly string[] {
  const report = checkCode(memoryRepository(files), Object.keys(files), rules.map(rule => ({ rule, severity: 'error', options: {}, chosen: true })), { ...OPTIONS, ...options })
  return [
    ...report.findings.map(({ path, line, column, endColumn, rule, message }) => `${path}:${line}:${column}-${endColumn} ${rule} ${message}`),
    ...report.suppressed.map(({ path, line, reason }) => `${path}:${line} excused: ${reason}`),
    `${String(report.files.length)} files`,
  ]
}

describe('checkCode', () => {
  test('places a problem once, with lines behind CRLF and a byte order mark', () => {
    expect(run({ 'a.js': '\uFEFFx\r\n  drop a\r\n' })).toEqual(['a.js:2:3-9 no-drop Drops a.', '1 files'])
  })

  test('tells every problem of one place, in the order in which the rule found them', () => {
    const two: CodeRule = defineCodeRule({
      ...dropRule('no-drop'),
      * judge() {
        for (const what of ['b', 'a', 'b']) yield { start: 0, end: 6, messageId: 'drop', data: { what }, confidence: 'high' }
      },
    })

    expect(run({ 'a.js': 'drop a' }, [two])).toEqual(['a.js:1:1-7 no-drop Drops b.', 'a.js:1:1-7 no-drop Drops a.', '1 files'])
  })

  test('reads no file that no rule is concerned with, no link, no huge and no binary file', () => {
    expect(run({ 'lib/a.js': 'drop a', 'big.js': `drop a ${'x'.repeat(500_001)}`, 'binary.js': 'drop a \0', 'a.py': 'drop a' })).toEqual(['0 files'])
  })

  test('a rule sees only languages that it can read', () => {
    expect(run({ 'a.js': 'drop a', 'b.sh': 'drop b' }, [dropRule('no-drop', ['shell'])])).toEqual(['b.sh:1:1-7 no-drop Drops b.', '2 files'])
  })

  test.each<[string, string, string, readonly string[]]>([
    ['on the line', 'a.js', 'drop a // eslint-disable-line doc-lockdown/no-drop -- it is mine', ['a.js:1 excused: it is mine', '1 files']],
    ['for the next line', 'a.sh', '# eslint-disable-next-line doc-lockdown/no-drop -- it is mine\ndrop a\n', ['a.sh:2 excused: it is mine', '1 files']],
    ['in a block comment that goes on', 'a.js', '/* eslint-disable doc-lockdown/no-drop -- mine\n more */\ndrop a', ['a.js:3 excused: mine', '1 files']],
    ['in SQL', 'a.sql', '-- eslint-disable-next-line doc-lockdown/no-drop -- old\ndrop a', ['a.sql:2 excused: old', '1 files']],
    ['without a reason', 'a.js', 'drop a // eslint-disable-line doc-lockdown/no-drop', [
      'a.js:1:8-51 valid-suppressions This suppression gives no reason: write `-- why` at its end.', 'a.js:1 excused: ', '1 files',
    ]],
    ['of a rule that does not exist', 'a.js', 'drop a // eslint-disable-line doc-lockdown/no-drops -- mine', [
      'a.js:1:1-7 no-drop Drops a.', 'a.js:1:8-60 valid-suppressions This suppression names the rule `doc-lockdown/no-drops`, which does not exist.', '1 files',
    ]],
    ['that is not needed', 'a.js', 'x // eslint-disable-line doc-lockdown/no-drop -- mine', [
      'a.js:1:3-54 valid-suppressions This suppression excuses nothing: remove it.', '1 files',
    ]],
    ['of a rule that did not look here', 'a.js', 'x // eslint-disable-line doc-lockdown/other -- mine', ['1 files']],
    ['that names nobody', 'a.js', '/* eslint-disable */\ndrop a', ['a.js:2:1-7 no-drop Drops a.', '1 files']],
    ['of others', 'a.js', 'drop a // eslint-disable-line no-console', ['a.js:1:1-7 no-drop Drops a.', '1 files']],
    ['in a string', 'a.js', 'drop a; "eslint-disable-line doc-lockdown/no-drop"', ['a.js:1:1-7 no-drop Drops a.', '1 files']],
  ])('an excuse %s', (_name, path, text, expected) => {
    expect(run({ [path]: text })).toEqual(expected)
  })

  describe('a rule that can not decide', () => {
    const gaveUp = { ...dropRule('no-drop'), * judge() { yield TOO_MUCH } }
    const tooDeep = { ...dropRule('no-drop'), judge: ({ text }: SourceFile) => nested(text.length) }
    const notices = (rule: CodeRule, path: string): readonly string[] => checkCode(memoryRepository({ [path]: 'x\ny' }), [path], [{ rule, severity: 'error', options: {}, chosen: true }], OPTIONS).notices

    test.each([
      ['says so', gaveUp, 'it reaches more code than is looked at'],
      ['runs out of stack', tooDeep, 'it nests deeper than is followed'],
    ] as const)('fails a promised script, and of others it is told: %s', (_name, rule, reason) => {
      expect(run({ 'ops/a.js': 'x\ny' }, [rule])).toEqual([`ops/a.js:1:1-2 no-drop Nobody can prove that this script keeps what was promised: ${reason}.`, '1 files'])
      expect(notices(rule, 'ops/a.js')).toEqual([])
      expect(run({ 'a.js': 'x\ny' }, [rule])).toEqual(['1 files'])
      expect(notices(rule, 'a.js')).toEqual([`a.js was not judged to its end by no-drop: ${reason}.`])
    })

    test('any other error is ours', () => {
      const broken = { ...dropRule('no-drop'), judge: () => { throw new TypeError('ours') } }
      expect(() => run({ 'a.js': 'x' }, [broken])).toThrow('ours')
    })
  })

  test('findings below the wanted confidence are left out', () => {
    const timid = { ...dropRule('no-drop'), * judge() { yield { start: 0, end: 4, messageId: 'drop', data: { what: 'a' }, confidence: 'low' as const } } }
    expect(run({ 'a.js': 'drop a' }, [timid])).toEqual(['1 files'])
    expect(run({ 'a.js': 'drop a' }, [timid], { minConfidence: 'low' })).toEqual(['a.js:1:1-5 no-drop Drops a.', '1 files'])
  })
})

test.each([
  ['// eslint-disable-line doc-lockdown/a\n', 30_000],
  ['/* eslint-disable doc-lockdown/a ', 15_000],
  [`${' '.repeat(50)}eslint-disable`, 8_000],
])('directives of hostile code: %j', (piece, times) => {
  const text = piece.repeat(times)
  expect(codeDirectivesOf({ path: 'a.js', language: 'javascript', text }).length).toBeLessThanOrEqual(times)
})

test.each<[string, Language | undefined]>([
  ['a/b.mts', 'javascript'], ['a.d.ts', undefined], ['x/package.json', 'manifest'], ['tsconfig.json', undefined], ['.github/workflows/ci.yml', 'workflow'],
  ['.github/actions/x/action.yaml', 'workflow'], ['compose.yaml', 'yaml'], ['.husky/pre-commit', 'shell'], ['bin/x.sh', 'shell'], ['Dockerfile', 'dockerfile'],
  ['docker/Dockerfile.dev', 'dockerfile'], ['a.ps1', 'powershell'], ['prisma/migrations/1/migration.sql', 'sql'], ['README.md', undefined],
])('languageOf %s', (path, language) => {
  expect(languageOf(path)).toBe(language)
})
