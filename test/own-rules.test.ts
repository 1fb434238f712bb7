/** Rules of a configuration, in every host: what is true of ours is true of them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import { remark } from 'remark'
import { beforeEach, describe, expect, it } from 'vitest'
import { check, defineCodeRule, defineDocRule, defineFact, filesFact, findPath, holds, replacing, unknown, type OwnRule } from '../src/api.ts'
import eslintPlugin from '../src/hosts/eslint/index.ts'
import { forgetRepositories } from '../src/hosts/living-repository.ts'
import remarkPlugin from '../src/hosts/remark/index.ts'
import { checkoutOf } from './support/checkout.ts'
import { useCommand } from './support/command.ts'
import { createGitRepository, commitFiles, runGit, writeFiles } from './support/git-repository.ts'

const command = useCommand()
beforeEach(forgetRepositories)

/** `ticket: AB-12` must be a file of tickets/; a near one is offered. All that a rule can do, in little. */
const RULE = `{
  id: 'known-tickets',
  meta: { description: 'Require tickets to exist', messages: { gone: '\`{{ticket}}\` is no ticket.', none: 'No ticket is named.' }, url: 'https://example.org/tickets' },
  * references({ text }) {
    for (const match of text.matchAll(/ticket: ([A-Z]+-[0-9]+|[?])/g)) yield { start: match.index + 8, end: match.index + match[0].length, target: { ticket: match[1] } }
  },
  verify({ target: { ticket }, start, end }, { source }) {
    if (ticket === '?') return { status: 'unknown', reason: 'nobody knows the ticket' }
    if (source.files.has('tickets/' + ticket + '.txt')) return { status: 'holds' }
    const near = [...source.files.keys()].find(file => file.startsWith('tickets/' + ticket.split('-')[0]))
    return {
      status: 'broken', confidence: 'high', messageId: 'gone', data: { ticket },
      ...(near ? { evidence: 'near: ' + near, fix: { safety: 'safe', range: [start, end], text: near.slice(8, -4) } } : {}),
    }
  },
}`
const CONFIG = `export default { rules: [${RULE}] }\n`
const FILES = {
  'doc-lockdown.config.mjs': CONFIG, 'tickets/AB-1.txt': '', 'a.md': '# A\n\nticket: AB-1, ticket: AB-2\n', 'b.md': '# B\n\nticket: XY-9, ticket: ?\n',
}

describe('on the command line', () => {
  it('they find, count and exit as ours', () => {
    const { code, out, err } = command.run({ cwd: createGitRepository(FILES) })
    expect(err).toBe('')
    expect(out).toMatch(/3:23 +error +`AB-2` is no ticket\. +known-tickets\n[^]*because near: tickets\/AB-1\.txt\n +fix Replace by `AB-1`/)
    expect(out).toContain('2 documents, 4 claims: 1 hold, 2 broken, 1 unknown.')
    expect(code).toBe(1)
  })

  it('they are in references, in every format, and fixed', () => {
    const root = createGitRepository(FILES)
    expect(command.run({ cwd: root }, 'references').out).toMatch(/unknown \? +known-tickets +nobody knows the ticket/)
    const { findings } = JSON.parse(command.run({ cwd: root }, 'check', '--format', 'json').out) as { findings: object[] }
    expect(findings[0]).toMatchObject({ rule: 'known-tickets', subject: 'AB-2', url: 'https://example.org/tickets', fix: { safety: 'safe', text: 'AB-1' } })
    expect(command.run({ cwd: root }, 'check', '--format', 'sarif').out).toContain('"helpUri": "https://example.org/tickets"')
    command.run({ cwd: root }, 'check', '--fix')
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toContain('ticket: AB-1, ticket: AB-1')
  })

  it('they are excused by comments, known by the baseline, and strict', () => {
    const root = createGitRepository({ ...FILES, 'b.md': '<!-- eslint-disable-next-line doc-lockdown/known-tickets -- old -->\nticket: XY-9\n\nticket: ?\n' })
    expect(command.run({ cwd: root }, 'baseline').out).toBe('doc-lockdown.baseline.json: 1 finding.\n')
    expect(command.run({ cwd: root }).out).toContain('2 broken, 1 unknown, 1 suppressed, 1 baselined.')
    expect(command.run({ cwd: root }, 'check', '--strict').out).toContain('This claim of a strict document can\'t be verified: nobody knows the ticket.')
  })

  it('explain shows them, and proposes them', () => {
    const root = createGitRepository(FILES)
    expect(command.run({ cwd: root }, 'explain', 'known-tickets')).toMatchObject({ code: 0, out: '# known-tickets\n\nRequire tickets to exist.\n\n## What it says\n\n- `{{ticket}}` is no ticket.\n- No ticket is named.\n\nSee https://example.org/tickets\n' })
    expect(command.run({ cwd: root }, 'explain', 'known-ticket').err).toContain('did you mean "known-tickets"?')
    expect(command.run({ cwd: createGitRepository({ 'a.md': '' }) }, 'explain', 'known-tickets')).toMatchObject({ code: 2 })
  })

  it('a staged change is judged with them', () => {
    const root = createGitRepository(FILES)
    writeFiles(root, { 'a.md': 'ticket: AB-3\n' })
    runGit(root, 'add', '-A')
    const { out } = command.run({ cwd: root }, 'check', '--staged')
    expect(out).toContain('`AB-3` is no ticket.')
    expect(out).not.toContain('XY-9')
  })

  it('nothing of theirs is remembered: code that they import, and files that they read, may change without a word', async () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`docs/${String(index)}.md`, 'ticket: ZZ-9\n']))
    const root = createGitRepository({
      ...many, 'doc-lockdown.config.mjs': 'import { rule } from "./lib/rule.mjs"\nexport default { rules: [rule] }\n', 'lib/rule.mjs': `export const rule = ${RULE}\n`, '.gitignore': 'lib\n',
    })
    const found = (): number => command.run({ cwd: root }).out.match(/error/g)?.length ?? 0
    writeFiles(root, { 'lib/rule.mjs': `export const rule = ${RULE}\n` })
    await new Promise(resolve => { setTimeout(resolve, 2100) })
    expect([found(), found()]).toEqual([20, 20])
    writeFiles(root, { 'lib/rule.mjs': `export const rule = ${RULE.replace('ticket: (', 'card: (')}\n` })
    expect(found()).toBe(0)
  })

  it('a TypeScript configuration may define them', () => {
    const root = createGitRepository({ 'a.md': FILES['a.md'], 'tickets/AB-1.txt': '', 'doc-lockdown.config.ts': `const answer: number = 1\nexport default { rules: [${RULE}, { 'known-tickets': answer === 1 ? 'warn' : 'off' }] }\n` })
    expect(command.run({ cwd: root })).toMatchObject({ code: 0, out: expect.stringContaining('warn   `AB-2` is no ticket.') as string })
  })
})

describe('what they do wrong is said with their name', () => {
  const failure = (part: string, replacement: string): string => {
    const root = createGitRepository({ ...FILES, 'doc-lockdown.config.mjs': CONFIG.replace(part, () => replacement) })
    const { code, err } = command.run({ cwd: root })
    expect([code, err.trim().split('\n').length]).toEqual([2, 1])
    return err
  }

  it.each([
    ['throwing in references', '* references({ text }) {', '* references({ text }) { text.foo()', /^doc-lockdown: The rule "known-tickets" failed in references\(\) on a\.md: TypeError: text\.foo is not a function \(at .*doc-lockdown\.config\.mjs:\d+:\d+\)+\. Correct the rule\.$/m],
    ['throwing in verify', "if (ticket === '?')", "if (ticket === 'AB-2') throw new Error('oh\\nno')\n    if (ticket === '?')", /failed in verify\(\) on a\.md:3: Error: oh no \(at /],
    ['a range outside', 'start: match.index + 8', 'start: 8000', /gives the range 8000 to 17 of a text of 32 characters in references\(\) on a\.md/],
    ['a message that is none', "messageId: 'gone'", "messageId: 'gon'", /names the message "gon", which is none of "gone", "none", in verify\(\) on a\.md:3/],
    ['a verdict that is none', "{ status: 'holds' }", 'true', /gives the verdict true, which is none of "holds", "broken" and "unknown", in verify\(\) on a\.md:3/],
    ['no reason', "reason: 'nobody knows the ticket'", '', /gives "unknown" without a reason in verify\(\) on b\.md:3/],
    ['no confidence', "confidence: 'high'", "confidence: 'sure'", /gives the confidence "sure", which is none of "high", "medium" and "low",/],
    ['data', 'data: { ticket }', 'data: { ticket: 1 }', /gives "data" that is no table of strings/],
  ])('%s', (_name, part, replacement, expected) => {
    expect(failure(part, replacement)).toMatch(expected)
  })
})

/** A rule with facts, and what only the whole document and the lock file know. */
const countedFact = defineFact('tickets', repository => repository.get(filesFact).childrenOf('tickets').length)
const tickets = defineDocRule<{ readonly name: string }>({
  id: 'tickets', meta: { description: 'Require tickets', messages: { gone: '`{{name}}` is gone.', few: 'There are {{count}} tickets.' } },
  * references({ text }) {
    for (const { 0: name, index } of text.matchAll(/\b[A-Z]{2}-\d\b/g)) yield { start: index, end: index + name.length, target: Object.freeze({ name }) }
  },
  verify(reference, repository) {
    const { name } = reference.target
    if (findPath(repository, reference.path, { path: `tickets/${name}.txt`, suffix: false }) !== undefined) return holds()
    if (name.startsWith('QQ')) return unknown('q')
    return { status: 'broken', confidence: 'medium', messageId: 'gone', data: { name }, ...replacing(reference, name, 'AB-1') }
  },
  settle: judgements => (judgements.length > 3 ? [] : judgements),
  * unwritten(repository, document) {
    if (document !== 'a.md') return
    yield {
      reference: { path: document, start: 0, end: 1, line: 1, column: 1, endLine: 1, endColumn: 2, subject: '#', target: { name: '' } },
      verdict: { status: 'broken', confidence: 'high', messageId: 'few', data: { count: String(repository.get(countedFact)) } },
    }
  },
})
const consoles = defineCodeRule({
  id: 'no-console', meta: { description: 'Disallow console', messages: { no: 'No console.' } }, languages: ['javascript'], concerns: file => file.endsWith('.js'),
  * judge({ text }) {
    const start = text.indexOf('console')
    if (start >= 0) yield { start, end: start + 7, messageId: 'no', data: {}, confidence: 'high' }
  },
})

describe('in every host', () => {
  const rules: readonly (OwnRule | Readonly<Record<string, 'warn'>>)[] = [tickets, consoles, { 'no-console': 'warn' }]
  const checkout = (): string => checkoutOf({
    'tickets/AB-1.txt': '', 'a.md': '# A\n\nAB-1 and AB-7, QQ-1\n', 'many.md': 'AB-2 AB-3 AB-4 AB-5\n', 'main.js': 'let a\nconsole.log(a)\n',
    'c.md': '<!-- eslint-disable-next-line doc-lockdown/tickets -- known -->\nAB-9\n\n<!-- eslint-disable-next-line doc-lockdown/ticket -- known -->\nAB-8\n',
  })

  it('the findings are the same', async () => {
    const root = checkout()
    const report = await check({ cwd: root, config: { rules } })
    const ours = report.findings.map(({ path: file, line, column, rule, severity, message }) => `${file}:${String(line)}:${String(column)} ${severity} ${rule} ${message}`)
    expect(ours).toEqual([
      'a.md:1:1 error tickets There are 1 tickets.',
      'a.md:3:10 error tickets `AB-7` is gone.',
      'c.md:4:1 error valid-suppressions This suppression names the rule `doc-lockdown/ticket`, which does not exist.',
      'c.md:5:1 error tickets `AB-8` is gone.',
      'main.js:2:1 warn no-console No console.',
    ])

    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: eslintPlugin.configure({ cwd: root, rules }) })
    const results = await eslint.lintFiles(['*.md', '*.js'])
    const theirs = results.flatMap(({ filePath, messages }) => messages.filter(({ message }) => !message.startsWith('Definition for rule')).filter(({ ruleId }) => ruleId !== null).map(({ line, column, severity, ruleId, message }) => (
      `${path.relative(root, filePath)}:${String(line)}:${String(column)} ${severity === 2 ? 'error' : 'warn'} ${String(ruleId).replace('doc-lockdown/', '')} ${message}`
    ))).sort()
    expect(theirs).toEqual(ours)

    const { messages } = await remark().use(remarkPlugin, { config: { rules } }).process({ path: 'a.md', cwd: root, value: readFileSync(path.join(root, 'a.md')) })
    expect(messages.map(({ place, reason, url }) => [place !== undefined && 'start' in place ? place.start.line : 0, reason, url])).toEqual([[1, 'There are 1 tickets.', undefined], [3, '`AB-7` is gone.', undefined]])
  })

  it('ESLint leaves our plugin as it is for those without such rules', () => {
    eslintPlugin.configure({ rules })
    expect(Object.keys(eslintPlugin.rules ?? {})).not.toContain('tickets')
  })
})

it('a rule that is gone from the configuration leaves its baseline entries in vain', () => {
  const root = createGitRepository(FILES)
  command.run({ cwd: root }, 'baseline')
  commitFiles(root, { 'doc-lockdown.config.mjs': 'export default {}\n' })
  expect(command.run({ cwd: root }).out).toContain('because there is no rule `known-tickets` any more')
})
