/** What tells equal findings of one document apart without naming a line, which moves. */
import type { Finding } from '../core/finding.ts'

/**
 * Numbers findings that say the same (rule, path and subject) from 1 in the order of their places. Suppressed findings are to be
 * given too: whether a comment excuses the first of two must not make another one of the second.
 */
export function numberOccurrences(findings: readonly Finding[]): ReadonlyMap<Finding, number> {
  const counts = new Map<string, number>()
  const numbers = new Map<Finding, number>()
  for (const finding of [...findings].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const key = identityOf(finding)
    const number = (counts.get(key) ?? 0) + 1
    counts.set(key, number)
    numbers.set(finding, number)
  }
  return numbers
}

/** What two findings share that say the same of the same document, as text. */
export function identityOf({ rule, path, subject }: Finding): string {
  return JSON.stringify([rule, path, subject])
}
