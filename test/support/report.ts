/** Reports as tests of reporters need them. */
import type { Finding, SuppressedFinding } from '../../src/core/finding.ts'
import type { Report } from '../../src/core/report.ts'

/** A finding of ten units in line 3, unless it is said otherwise. */
export function makeFinding(more: Partial<Finding> = {}): Finding {
  return {
    path: 'docs/a.md', line: 3, column: 5, endLine: 3, endColumn: 15, start: 20, end: 30, rule: 'no-missing-paths', severity: 'error', confidence: 'high',
    subject: 'src/old.ts', message: '`src/old.ts` does not exist any more.', messageId: 'gone', data: {}, evidence: 'renamed to `src/new.ts`', fix: undefined,
    url: 'https://example.org/no-missing-paths.md', ...more,
  }
}

/** A report of these findings, about the documents in which they stand. */
export function makeReport(findings: readonly Finding[] = [], more: Partial<Report> = {}): Report {
  const suppressed: readonly SuppressedFinding[] = more.suppressed ?? []
  const judged = [...new Set([...findings, ...suppressed].map(finding => finding.path))]
  return {
    repository: { commit: '0123456789abcdef0123456789abcdef01234567', source: 'worktree', shallow: false },
    summary: {
      documents: judged.length, references: findings.length, holds: 0, broken: findings.length, unknown: 0, suppressed: suppressed.length, baselined: more.baselined?.length ?? 0, silent: 0,
      setAside: 0, files: 0, problems: 0,
    },
    findings, unknown: [], suppressed, baselined: [], hidden: [], setAside: [], judged, unread: [], strict: [], silent: [], references: [], notices: [], ...more,
  }
}

/** Texts that a document may hold and a format may trip over. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'line breaks': 'a\nb\r\nc\rd',
  'emoji': 'a 👩‍🚀 b',
  'a high surrogate alone': 'a\ud83d b',
  'a low surrogate alone': 'a \ude80b',
  'control characters': 'a\u0000\u0007\u001b[31m\u007f\u0085b',
  'no characters of Unicode': 'a\ufffe\uffffb',
  'markup': '<b>&amp;</b> ]]> --> " \' | `x` [y](1) {0} $z',
  'commands': '::error::x ##[error]y\n::set-output name=a::b',
  'percent': '100% %0A %25 a:b,c',
  'a hundred thousand characters': 'x'.repeat(100_000),
}
