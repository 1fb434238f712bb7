/** Entries of the baseline that excuse nothing: findings of the rule about suppressions, one for each file that they are of. */
import type { Finding, Severity } from '../core/finding.ts'
import { ruleUrl, SUPPRESSION_MESSAGES, SUPPRESSION_RULE } from '../core/judge-directives.ts'
import { addTo } from '../core/multimap.ts'
import { lineStarts, pointAt } from '../core/position.ts'
import { formatMessage } from '../core/rule.ts'
import { BASELINE_FILE } from './baseline.ts'
import type { Gone, StaleEntry } from './settle.ts'

/** So many entries are named; the others are counted. */
const MOST_NAMED = 3
const LONGEST_NAME = 80

const REASONS: Readonly<Record<Exclude<Gone, 'fixed'>, (entry: StaleEntry) => string>> = {
  'deleted': ({ path }) => `\`${path}\` is deleted`,
  'unchecked': ({ path }) => `\`${path}\` is not checked any more`,
  'no rule': ({ rule }) => `there is no rule \`${rule}\` any more`,
}

/**
 * The findings.
 * @param text of the baseline, in which they stand
 */
export function staleFindings(stale: readonly StaleEntry[], text: string, severity: Severity | 'off'): readonly Finding[] {
  if (severity === 'off' || stale.length === 0) return []
  const byPath = new Map<string, StaleEntry[]>()
  for (const entry of stale) addTo(byPath, entry.path, entry)
  const lines = lineStarts(text)
  return [...byPath].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, entries]) => {
    const data = { count: entries.length === 1 ? '1 finding' : `${String(entries.length)} findings`, document: path }
    const key = JSON.stringify(path)
    const found = text.indexOf(`${key}:`)
    const start = Math.max(0, found)
    const end = found < 0 ? start : start + key.length
    const [first, last] = [pointAt(lines, start), pointAt(lines, end)]
    return {
      path: BASELINE_FILE, start, end, line: first.line, column: first.column, endLine: last.line, endColumn: last.column,
      rule: SUPPRESSION_RULE, severity, confidence: 'high', subject: text.slice(start, end), messageId: 'stale', data,
      message: formatMessage(SUPPRESSION_MESSAGES.stale, data), evidence: receiptOf(entries), fix: undefined, url: ruleUrl(SUPPRESSION_RULE),
    }
  })
}

function receiptOf(entries: readonly StaleEntry[]): string {
  const told = new Set<string>()
  const fixed: string[] = []
  for (const entry of entries) {
    if (entry.why === 'fixed') fixed.push(`\`${shortened(entry.subject)}\` (${entry.rule})`)
    else told.add(REASONS[entry.why](entry))
  }
  const named = fixed.slice(0, MOST_NAMED).join(', ')
  const more = fixed.length > MOST_NAMED ? ` and ${String(fixed.length - MOST_NAMED)} more` : ''
  if (fixed.length > 0) told.add(`${named}${more} ${fixed.length === 1 ? 'is' : 'are'} fixed`)
  return [...told].join('; ')
}

function shortened(subject: string): string {
  return subject.length > LONGEST_NAME ? `${subject.slice(0, LONGEST_NAME)}…` : subject
}
