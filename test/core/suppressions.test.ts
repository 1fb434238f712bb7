import { describe, expect, it } from 'vitest'
import { checkDocuments } from '../../src/core/check.ts'
import { SUPPRESSION_RULE } from '../../src/core/judge-directives.ts'
import { createDocument } from '../../src/core/document.ts'
import type { Report } from '../../src/core/report.ts'
import { defineDocRule, type DocRule } from '../../src/core/rule.ts'
import { createExcuses, directivesOf, type Directive } from '../../src/core/suppressions.ts'
import { memoryRepository } from '../support/memory-repository.ts'

const directives = (text: string, path = 'a.md'): readonly Directive[] => directivesOf(createDocument(path, text))
const brief = (text: string, path = 'a.md'): unknown[] => directives(text, path).map(({ kind, rules, reason, line }) => [kind, rules.join(','), reason, line])

/** A rule that finds every `BAD`; another one that finds every `WORSE`. */
function findingRule(id: string, word: string): DocRule {
  return defineDocRule<null, object>({
    id,
    meta: {
      description: '', schema: { type: 'object', properties: {}, additionalProperties: false }, defaultOptions: {},
      messages: { found: 'Found {{word}}.' }, recommended: true, fixable: false,
    },
    references: document => [...document.text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(match => ({ start: match.index, end: match.index + word.length, target: null })),
    verify: () => ({ status: 'broken', confidence: 'high', messageId: 'found', data: { word } }),
  })
}

function check(text: string, path = 'a.md'): Report {
  const rules = [findingRule('no-bad', 'BAD'), findingRule('no-worse', 'WORSE')].map(rule => ({ rule, severity: 'error' as const, options: {} }))
  return checkDocuments(memoryRepository({ [path]: text }), [path], { rules, isStrict: () => false, minConfidence: 'medium', setAside: [] })
}

const found = (report: Report): string[] => report.findings.map(({ rule, line, messageId }) => `${String(line)} ${rule === SUPPRESSION_RULE ? messageId : rule}`)
const excused = (report: Report): string[] => report.suppressed.map(({ rule, line, reason }) => `${String(line)} ${rule}: ${reason}`)

describe('directivesOf', () => {
  it.each([
    ['next line', '<!-- eslint-disable-next-line doc-lockdown/r -- why -->\n', [['disable-next-line', 'r', 'why', 1]]],
    ['same line', 'text <!-- eslint-disable-line doc-lockdown/r -- why -->\n', [['disable-line', 'r', 'why', 1]]],
    ['block', '<!-- eslint-disable doc-lockdown/r -- why -->\n\nx\n\n<!-- eslint-enable doc-lockdown/r -->\n', [['disable', 'r', 'why', 1], ['enable', 'r', '', 5]]],
    ['several rules', '<!-- eslint-disable-next-line doc-lockdown/r, doc-lockdown/s,doc-lockdown/t -- why -->\n', [['disable-next-line', 'r,s,t', 'why', 1]]],
    ['all rules', '<!-- eslint-disable -- why -->\n', [['disable', '', 'why', 1]]],
    ['no reason', '<!-- eslint-disable-next-line doc-lockdown/r -->\n', [['disable-next-line', 'r', '', 1]]],
    ['an empty reason', '<!-- eslint-disable-next-line doc-lockdown/r -- -->\n', [['disable-next-line', 'r', '', 1]]],
    ['a reason with dashes', '<!-- eslint-disable-line doc-lockdown/r -- a -- b - c -->\n', [['disable-line', 'r', 'a -- b - c', 1]]],
    ['more dashes', '<!-- eslint-disable-line doc-lockdown/r ---- why -->\n', [['disable-line', 'r', 'why', 1]]],
    ['over lines', '<!--\n  eslint-disable-next-line\n  doc-lockdown/r\n  -- why\n-->\n', [['disable-next-line', 'r', 'why', 1]]],
    ['without blanks', '<!--eslint-disable-line doc-lockdown/r -- why-->\n', [['disable-line', 'r', 'why', 1]]],
    ['CRLF', 'x\r\n\r\n<!-- eslint-disable-next-line doc-lockdown/r -- why -->\r\n', [['disable-next-line', 'r', 'why', 3]]],
    ['lone CR', 'x\r\r<!-- eslint-disable-next-line doc-lockdown/r -- why -->\r', [['disable-next-line', 'r', 'why', 3]]],
    ['in a list', '- a\n\n  <!-- eslint-disable-next-line doc-lockdown/r -- why -->\n  b\n', [['disable-next-line', 'r', 'why', 3]]],
    ['in a quote', '> <!-- eslint-disable-next-line doc-lockdown/r -- why -->\n> b\n', [['disable-next-line', 'r', 'why', 1]]],
    ['in a table', '| a |\n|---|\n| b <!-- eslint-disable-line doc-lockdown/r -- why --> |\n', [['disable-line', 'r', 'why', 3]]],
    ['two in one block', '<!-- eslint-disable doc-lockdown/r -- a -->\n<!-- eslint-enable doc-lockdown/r -->\n', [['disable', 'r', 'a', 1], ['enable', 'r', '', 2]]],
    ['ours among others', '<!-- eslint-disable-line markdown/x, doc-lockdown/r -- why -->\n', [['disable-line', 'r', 'why', 1]]],
  ])('reads the form: %s', (_what, text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  it('reads comments of MDX, between blocks and in text', () => {
    expect(brief('{/* eslint-disable-next-line doc-lockdown/r -- why */}\nBAD\n\na {/* eslint-disable-line doc-lockdown/s -- so */}\n', 'a.mdx')).toEqual([
      ['disable-next-line', 'r', 'why', 1], ['disable-line', 's', 'so', 4],
    ])
  })

  it.each([
    ['in a fence', '```html\n<!-- eslint-disable-next-line doc-lockdown/r -- why -->\n```\n'],
    ['in an indented block', 'x\n\n    <!-- eslint-disable doc-lockdown/r -- why -->\n'],
    ['in inline code', '`<!-- eslint-disable doc-lockdown/r -- why -->`\n'],
    ['of somebody else', '<!-- eslint-disable-next-line markdown/no-html -- why -->\n'],
    ['of another tool', '<!-- markdownlint-disable doc-lockdown/r -->\n'],
    ['another word', '<!-- eslint-disable-next-lines doc-lockdown/r -- why -->\n'],
    ['in words', '<!-- write eslint-disable-next-line doc-lockdown/r -->\n'],
    ['an escaped one', '\\<!-- eslint-disable doc-lockdown/r -- why -->\n'],
  ])('reads none: %s', (_what, text) => {
    expect(directives(text)).toEqual([])
  })

  it('knows where the comment stands', () => {
    const text = '😀 <!-- eslint-disable-line doc-lockdown/r -- why --> b\n'
    const [directive] = directives(text)
    expect(text.slice(directive?.start, directive?.end)).toBe('<!-- eslint-disable-line doc-lockdown/r -- why -->')
    expect(directive).toMatchObject({ line: 1, column: 4, endLine: 1, endColumn: 54 })
  })
})

describe('createExcuses', () => {
  const excuses = (text: string): ReturnType<typeof createExcuses> => createExcuses(directives(text))

  it('excuses the next line of a comment over several lines from its end on', () => {
    const here = excuses('<!--\neslint-disable-next-line doc-lockdown/r\n-- why\n-->\nBAD\n')
    expect([4, 5, 6].map(line => here.excuse('r', line) !== undefined)).toEqual([false, true, false])
  })

  it('excuses in a block from the comment to its end, or to the end of the document', () => {
    const text = 'x\n\n<!-- eslint-disable doc-lockdown/r -- why -->\n\nx\n\n<!-- eslint-enable doc-lockdown/r -->\n\nx\n\n<!-- eslint-disable -- all -->\n'
    const here = excuses(text)
    expect([1, 3, 5, 7, 9, 11, 99].map(line => here.excuse('r', line)?.reason)).toEqual([undefined, 'why', 'why', undefined, undefined, 'all', 'all'])
    expect([5, 12].map(line => here.excuse('s', line)?.reason)).toEqual([undefined, 'all'])
  })

  it('ends only the named rule, and all with a bare comment', () => {
    const named = excuses('<!-- eslint-disable -- all -->\n\n<!-- eslint-enable doc-lockdown/r -->\n')
    expect([named.excuse('r', 4), named.excuse('s', 4)?.reason]).toEqual([undefined, 'all'])
    const bare = excuses('<!-- eslint-disable doc-lockdown/r, doc-lockdown/s -- two -->\n\n<!-- eslint-enable -->\n')
    expect([bare.excuse('r', 4), bare.excuse('s', 4)]).toEqual([undefined, undefined])
  })

  it('counts as unused what was never asked for', () => {
    const here = excuses('<!-- eslint-disable-next-line doc-lockdown/r -- one -->\n\n<!-- eslint-disable-next-line doc-lockdown/r -- two -->\n')
    expect(here.excuse('r', 2)?.reason).toBe('one')
    expect(here.unused().map(directive => directive.reason)).toEqual(['two'])
  })
})

describe('a check', () => {
  it('suppresses the finding and keeps the reason', () => {
    const report = check('<!-- eslint-disable-next-line doc-lockdown/no-bad -- for now -->\nBAD\n')
    expect(found(report)).toEqual([])
    expect(excused(report)).toEqual(['2 no-bad: for now'])
    expect(report.summary).toMatchObject({ broken: 1, suppressed: 1 })
  })

  it('suppresses only the named rule', () => {
    const report = check('BAD WORSE <!-- eslint-disable-line doc-lockdown/no-bad -- a -->\n')
    expect(found(report)).toEqual(['1 no-worse'])
    expect(excused(report)).toEqual(['1 no-bad: a'])
  })

  it('suppresses several rules, and all of them without a name', () => {
    expect(excused(check('BAD WORSE <!-- eslint-disable-line doc-lockdown/no-bad, doc-lockdown/no-worse -- a -->\n'))).toEqual(['1 no-bad: a', '1 no-worse: a'])
    expect(excused(check('BAD WORSE <!-- eslint-disable-line -- a -->\n'))).toEqual(['1 no-bad: a', '1 no-worse: a'])
  })

  it('suppresses in a block', () => {
    const report = check('BAD\n\n<!-- eslint-disable doc-lockdown/no-bad -- a -->\n\nBAD\n\nBAD WORSE\n\n<!-- eslint-enable doc-lockdown/no-bad -->\n\nBAD\n')
    expect(found(report)).toEqual(['1 no-bad', '7 no-worse', '11 no-bad'])
    expect(excused(report)).toEqual(['5 no-bad: a', '7 no-bad: a'])
  })

  it('suppresses in lists, quotes and tables', () => {
    const list = check('- a\n  <!-- eslint-disable-next-line doc-lockdown/no-bad -- l -->\n  BAD\n')
    const quote = check('> <!-- eslint-disable-next-line doc-lockdown/no-bad -- q -->\n> BAD\n')
    const table = check('| a |\n|---|\n| BAD <!-- eslint-disable-line doc-lockdown/no-bad -- t --> |\n')
    expect([list, quote, table].map(report => [found(report), excused(report)])).toEqual([
      [[], ['3 no-bad: l']], [[], ['2 no-bad: q']], [[], ['3 no-bad: t']],
    ])
  })

  it('suppresses in MDX', () => {
    const report = check('{/* eslint-disable-next-line doc-lockdown/no-bad -- m */}\nBAD\n', 'a.mdx')
    expect([found(report), excused(report)]).toEqual([[], ['2 no-bad: m']])
  })

  it('suppresses nothing with a comment in a fence', () => {
    expect(found(check('```\n<!-- eslint-disable -- why -->\nBAD\n```\n\nBAD\n'))).toEqual(['3 no-bad', '6 no-bad'])
  })

  it('wants a reason, but suppresses without one', () => {
    const report = check('BAD <!-- eslint-disable-line doc-lockdown/no-bad -->\n')
    expect(found(report)).toEqual(['1 missingReason'])
    expect(excused(report)).toEqual(['1 no-bad: '])
  })

  it('reports a comment that excuses nothing, once', () => {
    expect(found(check('<!-- eslint-disable-next-line doc-lockdown/no-bad -- a -->\ngood\n'))).toEqual(['1 unused'])
    expect(found(check('<!-- eslint-disable doc-lockdown/no-bad -- a -->\n\ngood\n'))).toEqual(['1 unused'])
  })

  it('reports a rule that does not exist, and not as unused as well', () => {
    const report = check('BAD <!-- eslint-disable-line doc-lockdown/no-bed -- a -->\n')
    expect(found(report)).toEqual(['1 no-bad', '1 unknownRule'])
    expect(report.findings.at(-1)?.message).toBe('This suppression names the rule `doc-lockdown/no-bed`, which does not exist.')
  })

  it('says nothing about the end of a block', () => {
    expect(found(check('<!-- eslint-enable doc-lockdown/no-bad -->\n'))).toEqual([])
  })
})
