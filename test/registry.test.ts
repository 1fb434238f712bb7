/** Adding a rule touches its file, one line of the registry, fixtures and a page: these stay in step. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import { codeRules, docRules } from '../rules/index.ts'
import { check } from '../src/api.ts'
import type { CodeRule } from '../src/core/code-rule.ts'
import { messageWithReceipt, type DocRule } from '../src/core/rule.ts'
import { buildCase, expectationsIn, FIXTURES, fixtureCases } from './support/fixture-cases.ts'
import { writeFiles } from './support/checkout.ts'
import { judgeProgram, PROGRAMS, programs } from './support/code-programs.ts'
import { codeExamplesIn, examplesIn, pageHead, pageOptions, PAGES, pageSubjects, readmeTable, reportedLines } from './support/rule-pages.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const subjects = pageSubjects()

test('the registry has every rule file, under its name, in order', () => {
  for (const [folder, rules] of [['docs', docRules], ['code', codeRules]] as const) {
    expect(rules.map(rule => rule.id)).toEqual(readdirSync(path.join(ROOT, 'rules', folder)).map(file => file.replace(/\.ts$/, '')).sort())
  }
})

test('every page and every folder of fixtures belongs to a rule', () => {
  const known = subjects.map(subject => subject.id).sort()

  expect(readdirSync(PAGES).sort()).toEqual(known.map(id => `${id}.md`))
  // Whole protocols, which all rules judge together.
  const folders = new Set([...readdirSync(FIXTURES).filter(folder => folder !== 'protocol'), ...readdirSync(PROGRAMS)])
  expect([...folders].sort()).toEqual(known)
})

describe.each([...docRules, ...codeRules].map(rule => ({ id: rule.id, rule })))('$id', ({ rule }: { readonly rule: DocRule | CodeRule }) => {
  const { meta } = rule

  test('describes itself in one line', () => {
    expect(meta.description).toMatch(/^(Require|Disallow|Enforce) [^.]+[^.]$/)
  })

  test('speaks in sentences', () => {
    for (const message of Object.values(meta.messages)) expect(message).toMatch(/^(?:[A-Z]|`\{\{|\{\{).*\.$/)
  })

  test('has a schema for each option, and defaults that it accepts', () => {
    expect(meta.schema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(Object.keys(meta.defaultOptions).sort()).toEqual(Object.keys(meta.schema.properties).sort())
    for (const option of Object.values(meta.schema.properties)) expect(option.description).toMatch(/^[A-Z].*\.$/)
    expect(new Validator({ ...meta.schema } as ConstructorParameters<typeof Validator>[0], '7').validate(meta.defaultOptions)).toMatchObject({ valid: true })
  })
})

describe.each(subjects)('$id', (subject) => {
  const cases = fixtureCases().filter(fixture => fixture.rule === subject.id)

  test('has fixtures that must be found, and fixtures that must stay silent', () => {
    const small = programs().filter(program => program.rule === subject.id)
    const marked = cases.map(fixture => expectationsIn(fixture.folder, markdownIn(fixture.folder)).some(({ rule }) => rule === subject.id))

    const found = [...marked, ...small.map(program => program.expected.length > 0)]
    expect(found).toContain(true)
    expect(found).toContain(false)
    for (const program of small) expect([program.name, program.expected.length > 0]).toEqual([program.name, program.name.startsWith('found/')])
    for (const [index, fixture] of cases.entries()) {
      if (fixture.name.startsWith('silent-')) expect([fixture.name, marked[index]]).toEqual([fixture.name, false])
    }
  })

  const page = existsSync(path.join(PAGES, `${subject.id}.md`)) ? readFileSync(path.join(PAGES, `${subject.id}.md`), 'utf8') : ''

  test('has a page that says what the rule says', () => {
    expect(page.slice(0, pageHead(subject).length)).toBe(pageHead(subject))
    expect(page).toContain(pageOptions(subject))
    expect(page.match(/^## .*/gm)).toEqual(['## What it reports', '## Why', '## How to fix', '## Options', '## When not to use it'])
  })

  test.runIf(subject.about === 'documents')('has a page with examples of both kinds', () => {
    const examples = examplesIn(page)

    expect(examples.some(example => example.findings !== '')).toBe(true)
    expect(examples.some(example => example.findings === '')).toBe(true)
    expect(page.match(/```md example/g)).toHaveLength(examples.length)
  })

  const code = codeExamplesIn(page)
  const rule = codeRules.find(one => one.id === subject.id)
  test.runIf(rule !== undefined && code.length > 0)('finds in its examples what they say, and nothing else', () => {
    if (rule === undefined) throw new Error('there is no such rule')
    const files = Object.fromEntries(code.map(({ path: file, text }) => [file, text]))
    const expected = code.flatMap(reportedLines).sort()
    const findings = judgeProgram(rule, { rule: rule.id, name: 'page', files, settings: { deployScripts: ['scripts/deploy*'] }, options: {}, expected })

    expect(expected.length).toBeGreaterThan(0)
    expect(code.some(example => reportedLines(example).length === 0)).toBe(true)
    expect([...new Set(findings.map(({ path: file, line }) => `${file}:${String(line)}`))].sort()).toEqual(expected)
  })

  test.each(examplesIn(page))('example on its page: $fixture', async ({ fixture, text, findings }) => {
    const [rule, name] = fixture.split('/')
    const found = fixtureCases().find(known => known.rule === rule && known.name === name)
    if (found === undefined) throw new Error(`there are no fixtures ${fixture}`)
    const root = buildCase(found)
    writeFiles(root, { 'example.md': text })

    const report = await check({ cwd: root, paths: ['example.md'] })

    const shown = report.findings.map(({ line, column, message, evidence }) => `${String(line)}:${String(column)} ${messageWithReceipt(message, evidence)}\n`)
    expect(withoutIds(shown.join(''))).toBe(withoutIds(findings))
  })
})

/** Commit ids follow every change of a fixture. */
function withoutIds(text: string): string {
  return text.replace(/\b[0-9a-f]{8}\b/g, '…')
}

/** Documents of a case, without those of its history. */
function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:md|markdown|mdx)$/.test(file) && !file.startsWith('_history'))
}

test('the table in the README is that of the registry (vitest -u writes it)', async () => {
  const readme = path.join(ROOT, 'README.md')
  const text = readFileSync(readme, 'utf8')
  const [before = '', after = ''] = text.split(/(?<=<!-- rules:start -->\n)[^]*?(?=<!-- rules:end -->)/)

  expect(text).toContain('<!-- rules:start -->\n')
  await expect(`${before}\n${readmeTable()}\n${after}`).toMatchFileSnapshot(readme)
})
