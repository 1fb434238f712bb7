/** When an entry is in vain, and when this run can't say so. */
import { describe, expect, test } from 'vitest'
import type { BaselineEntry } from '../../src/baseline/baseline.ts'
import { settle, type Scope } from '../../src/baseline/settle.ts'
import type { UnknownClaim } from '../../src/core/finding.ts'
import type { Report } from '../../src/core/report.ts'
import { memoryRepository } from '../support/memory-repository.ts'
import { makeFinding, makeReport } from '../support/report.ts'

const ENTRY: BaselineEntry = { path: 'docs/a.md', rule: 'no-missing-paths', subject: 'src/old.ts' }
const FILES = { 'docs/a.md': 'src/old.ts\n', 'docs/b.md': '\n', 'scripts/run.ts': '\n', 'doc-lockdown.lock.json': '{}' }
const WHOLE: Scope = { ran: new Set(['no-missing-paths']), known: new Set(['no-missing-paths', 'off']), allDocuments: true, allCode: true }

/** Why each entry is in vain; an empty list when all are kept. */
function gone(entries: readonly BaselineEntry[], report: Partial<Report>, scope: Partial<Scope> = {}, files: Readonly<Record<string, string>> = FILES): readonly string[] {
  const { stale, kept } = settle(entries, makeReport(report.findings ?? [], { judged: Object.keys(files), ...report }), memoryRepository(files), { ...WHOLE, ...scope })
  expect(kept.length + stale.length).toBe(entries.length)
  return stale.map(({ why }) => why)
}

function claim(more: Partial<UnknownClaim> = {}): UnknownClaim {
  const { path, line, column, endLine, endColumn, start, end, rule, subject } = makeFinding()
  return { path, line, column, endLine, endColumn, start, end, rule, subject, reason: 'nobody knows', ...more }
}

describe('an entry without a finding', () => {
  test('is in vain in a run over everything', () => {
    expect(gone([ENTRY], {})).toEqual(['fixed'])
  })

  test('is kept as long as nobody can tell, once for each such claim', () => {
    expect(gone([ENTRY], { unknown: [claim()] })).toEqual([])
    expect(gone([ENTRY, ENTRY], { unknown: [claim()] })).toEqual(['fixed'])
    expect(gone([ENTRY], { unknown: [claim({ rule: 'other' })] })).toEqual(['fixed'])
  })

  test('is not kept by a claim that is a finding besides, as in strict documents', () => {
    expect(gone([ENTRY, ENTRY], { findings: [makeFinding()], unknown: [claim()] })).toEqual(['fixed'])
  })

  test('is kept when its finding is below the confidence that is asked for', () => {
    expect(gone([ENTRY], { hidden: [makeFinding({ confidence: 'low' })] })).toEqual([])
  })

  test('is kept when its document could not be read', () => {
    expect(gone([ENTRY], { unread: ['docs/a.md'] })).toEqual([])
  })

  test('is kept when its document was not judged in a run about others', () => {
    expect(gone([ENTRY], { judged: ['docs/b.md'] }, { allDocuments: false })).toEqual([])
    expect(gone([ENTRY], { judged: ['docs/a.md'] }, { allDocuments: false })).toEqual(['fixed'])
    expect(gone([ENTRY], { judged: ['docs/b.md'] })).toEqual(['unchecked'])
  })

  test('is kept when its rule did not run, but not when there is no such rule', () => {
    expect(gone([{ ...ENTRY, rule: 'off' }], {})).toEqual([])
    expect(gone([{ ...ENTRY, rule: 'never-heard-of' }], {})).toEqual(['no rule'])
    expect(gone([{ ...ENTRY, rule: 'never-heard-of' }], {}, { allDocuments: false })).toEqual([])
  })

  test('of code is kept when code was left out', () => {
    const entry = { ...ENTRY, path: 'scripts/run.ts' }
    expect(gone([entry], { judged: ['docs/a.md'] }, { allCode: false })).toEqual([])
    expect(gone([entry], { judged: ['docs/a.md'] }, { allDocuments: false })).toEqual(['unchecked'])
  })

  test('of the lock file is judged with all documents', () => {
    const entry = { ...ENTRY, path: 'doc-lockdown.lock.json' }
    expect(gone([entry], { judged: ['docs/a.md'] })).toEqual(['fixed'])
    expect(gone([entry], { judged: ['docs/a.md'] }, { allDocuments: false })).toEqual([])
  })

  test('of a file that is gone is in vain only when everything was judged, and nobody knows the claim elsewhere', () => {
    const entry = { ...ENTRY, path: 'docs/gone.md' }
    expect(gone([entry], {})).toEqual(['deleted'])
    expect(gone([entry], {}, { allDocuments: false })).toEqual([])
    expect(gone([entry], { hidden: [makeFinding({ path: 'docs/b.md' })] })).toEqual([])
    expect(gone([entry], { unknown: [claim({ path: 'docs/b.md' })] })).toEqual([])
  })
})

describe('of equal findings', () => {
  const first = makeFinding({ start: 0, end: 10, line: 1 })
  const second = makeFinding({ start: 50, end: 60, line: 5 })

  test('the first ones are known', () => {
    const { fresh, baselined } = settle([ENTRY], makeReport([first, second]), memoryRepository(FILES), WHOLE)
    expect([baselined, fresh]).toEqual([[first], [second]])
  })

  test('an entry of the document itself counts before one that moves', () => {
    const { baselined, kept, moved } = settle([{ ...ENTRY, path: 'docs/gone.md' }, ENTRY], makeReport([first]), memoryRepository(FILES), WHOLE)
    expect({ baselined: baselined.length, kept, moved }).toEqual({ baselined: 1, kept: [ENTRY], moved: 0 })
  })
})
