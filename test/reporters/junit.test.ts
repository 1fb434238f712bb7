import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { formatJunit } from '../../src/reporters/junit.ts'
import { HOSTILE_TEXTS, makeFinding, makeReport } from '../support/report.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Parses a report as XML 1.0; whatever is not well-formed throws. */
function parse(report: Report): Element {
  const parser = new SaxesParser()
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', (error) => { throw error })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => { open.pop() })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.write(formatJunit(report)).close()
  const [suites] = root.children
  if (suites === undefined) throw new Error('no root')
  return suites
}

test('a suite for each document, a case for each finding', () => {
  const suites = parse(makeReport([makeFinding(), makeFinding({ path: 'docs/b.md', severity: 'warn', rule: 'no-broken-links' })], {
    judged: ['docs/a.md', 'docs/b.md', 'docs/clean.md', 'scripts/run.ts'], suppressed: [{ ...makeFinding({ start: 90, end: 99 }), reason: 'kept' }],
  }))
  expect(suites).toMatchObject({ name: 'testsuites', attributes: { name: 'doc-lockdown', tests: '5', failures: '1', errors: '0', skipped: '1' } })
  expect(suites.children.map(({ attributes }) => attributes)).toEqual([
    { name: 'docs/a.md', tests: '2', failures: '1', errors: '0', skipped: '1' },
    { name: 'docs/b.md', tests: '1', failures: '0', errors: '0', skipped: '0' },
    { name: 'docs/clean.md', tests: '1', failures: '0', errors: '0', skipped: '0' },
    { name: 'scripts/run.ts', tests: '1', failures: '0', errors: '0', skipped: '0' },
  ])
  const cases = suites.children.flatMap(({ children }) => children)
  expect(cases.map(({ attributes }) => attributes['name'])).toEqual(['no-missing-paths: src/old.ts', 'no-missing-paths: src/old.ts (2)', 'no-broken-links: src/old.ts', 'every claim', 'every claim'])
  expect(cases.map(({ children }) => children.map(({ name }) => name))).toEqual([['failure'], ['skipped'], ['system-out'], [], []])
  expect(cases[0]?.attributes).toMatchObject({ classname: 'docs/a.md', file: 'docs/a.md', line: '3' })
  expect(cases[0]?.children[0]).toMatchObject({
    attributes: { type: 'no-missing-paths', message: '`src/old.ts` does not exist any more.' },
    text: 'docs/a.md:3:5 `src/old.ts` does not exist any more.\nbecause renamed to `src/new.ts`\nhttps://example.org/no-missing-paths.md',
  })
  expect(cases[1]?.children[0]?.attributes).toEqual({ message: 'kept' })
  expect(cases[2]?.children[0]?.text).toMatch(/^warning: docs\/b\.md:3:5 /)
})

test('an empty report has no suite; notices stand in one of their own', () => {
  expect(parse(makeReport())).toMatchObject({ attributes: { tests: '0', failures: '0' }, children: [] })
  expect(parse(makeReport([], { notices: ['This clone is shallow.', 'Two & three.'] })).children).toMatchObject([
    { attributes: { name: 'doc-lockdown', tests: '0' }, children: [{ name: 'system-out', text: 'This clone is shallow.\nTwo & three.' }] },
  ])
})

test('a finding in a file that was not judged itself is there', () => {
  const suites = parse(makeReport([makeFinding({ path: 'doc-lockdown.lock.json' })], { judged: ['README.md'] }))
  expect(suites.children.map(({ attributes }) => attributes['name'])).toEqual(['README.md', 'doc-lockdown.lock.json'])
})

describe('is well-formed with', () => {
  test.each(Object.entries(HOSTILE_TEXTS))('%s', (_name, text) => {
    const finding = makeFinding({ path: text, subject: text, message: text, evidence: text })
    const suites = parse(makeReport([finding, { ...finding, severity: 'warn' }], { suppressed: [{ ...finding, reason: text }], notices: [text] }))
    // eslint-disable-next-line no-control-regex -- what XML 1.0 can't hold
    const kept = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    expect(suites.children.find(({ attributes }) => attributes['name'] === kept)?.children[0]?.children[0]?.attributes['message']).toBe(kept)
  })
})
