import { describe, expect, test } from 'vitest'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { formatStepSummary } from '../../src/reporters/step-summary.ts'
import { HOSTILE_TEXTS, makeFinding, makeReport } from '../support/report.ts'

const HOME = 'https://github.com/own/it'

test('a table with links to lines at the commit', () => {
  const summary = formatStepSummary(makeReport([makeFinding({ path: 'docs/my notes.md', endLine: 4 }), makeFinding({ severity: 'warn', evidence: undefined })]), HOME)
  expect(summary).toContain('<a href="https://github.com/own/it/blob/0123456789abcdef0123456789abcdef01234567/docs/my%20notes.md?plain=1#L3-L4"><code>docs/my notes.md&#58;3</code></a>')
  expect(summary).toContain('| ❌ <code>src/old.ts</code> does not exist any more.<br>because renamed to <code>src/new.ts</code> | [no-missing-paths](https://example.org/no-missing-paths.md) |')
  expect(summary).toContain('| ⚠️ <code>src/old.ts</code> does not exist any more. |')
  expect(summary).toContain('2 documents, 2 claims')
})

test('without a home there are no links, and without findings no table', () => {
  expect(formatStepSummary(makeReport([makeFinding()]), undefined)).toContain('\n| <code>docs/a.md&#58;3</code> |')
  expect(formatStepSummary(makeReport([], { notices: ['This clone is shallow.'] }), HOME)).toBe('## doc-lockdown\n\n0 documents, 0 claims&#58; 0 hold, 0 broken, 0 unknown.\n\n> This clone is shallow.\n\n')
})

test('says how many findings GitHub annotates nowhere', () => {
  const many = Array.from({ length: 14 }, () => makeFinding())
  expect(formatStepSummary(makeReport(many), HOME)).toContain('10 annotations of each level; 4 more findings stand only here.')
  expect(formatStepSummary(makeReport(many.slice(0, 10)), HOME)).not.toContain('stand only here')
})

test('stays below what GitHub takes', () => {
  const many = Array.from({ length: 3000 }, () => makeFinding({ message: '🚀'.repeat(2000) }))
  const summary = formatStepSummary(makeReport(many), HOME)
  expect(Buffer.byteLength(summary)).toBeLessThan(600_000)
  const rows = summary.match(/^\| </gm)?.length ?? 0
  expect(rows).toBeGreaterThan(100)
  expect(summary).toContain(`\n${String(3000 - rows)} more did not fit; the log of the step has them.`)
})

describe('what a document says stays text in one row', () => {
  test.each(Object.entries(HOSTILE_TEXTS))('%s', (_name, text) => {
    const summary = formatStepSummary(makeReport([makeFinding({ path: text, message: text, evidence: text })], { notices: [text] }), HOME)
    const tree = remark().use(remarkGfm).parse(summary)
    expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'blockquote', 'table'])
    const table = tree.children[3]
    expect(table?.type === 'table' && table.children.map(({ children }) => children.length)).toEqual([3, 3])
    const tags = [...summary.matchAll(/<(\/?\w+)/g)].map(([, name]) => name)
    expect(new Set(tags)).toEqual(new Set(tags.filter(name => ['a', '/a', 'code', '/code', 'br'].includes(name ?? ''))))
  })
})
