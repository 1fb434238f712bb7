/** Whether a stated day of verification can still be relied on. */
import { dayText } from '../analysis/dates/verification.ts'
import type { Lookup, Repository } from '../core/repository.ts'
import type { Reference } from '../core/reference.ts'
import { holds, unknown, type Verdict } from '../core/verdict.ts'
import { findLastChanges, type LastChange } from '../git/last-changes.ts'
import { filesFact } from './files.ts'
import { dateOf } from './receipt.ts'
import { findPath } from './resolve-path.ts'
import { todayFact } from './today.ts'

export interface SaidVerification {
  readonly verb: string
  /** See `Verification.days`. */
  readonly days: readonly [first: number, last: number] | null
  readonly cited: readonly string[]
  /** Whether the document declares itself strict. */
  readonly strict: boolean
}

const LAST_CHANGE = 'last-change:'

/** When a file was last changed; all files that a run asks for share one walk. */
const lastChange = (path: string): Lookup<LastChange | undefined> => ({
  kind: 'last changes', key: `${LAST_CHANGE}${path}`, default: undefined, answerAll: answerLastChanges,
})

function answerLastChanges(repository: Repository, keys: readonly string[]): ReadonlyMap<string, LastChange> {
  const { head } = repository.source
  if (head === undefined) return new Map()
  const found = findLastChanges(repository.root, head, keys.map(key => key.slice(LAST_CHANGE.length)))
  return new Map([...found].map(([path, change]) => [`${LAST_CHANGE}${path}`, change]))
}

/**
 * Judges a date.
 * @param options `maxAgeDays` 0 means any age; `artifacts` holds it against the cited files in every document
 */
export function judgeVerification(
  { path, target }: Reference<SaidVerification>, repository: Repository,
  { maxAgeDays, artifacts }: { readonly maxAgeDays: number; readonly artifacts: boolean },
): Verdict {
  const { verb, days, cited, strict } = target
  if (days === null) return { status: 'broken', confidence: 'high', messageId: 'impossible', data: {} }
  const [first, last] = days
  const today = repository.get(todayFact)
  const data = { verb, date: dayText(first) }
  // Somewhere it is tomorrow already.
  if (first > today + 1) return { status: 'broken', confidence: 'high', messageId: 'future', data }
  if (maxAgeDays > 0 && today - last > maxAgeDays) {
    return { status: 'broken', confidence: 'high', messageId: 'tooOld', data, evidence: `${String(maxAgeDays)} days are allowed` }
  }
  if (cited.length === 0 || !(artifacts || strict)) return holds()
  if (repository.source.head === undefined) return holds()
  if (repository.source.shallow) return unknown('history is shallow, fetch with depth 0')
  const files = repository.get(filesFact)
  let latest: { readonly file: string; readonly change: LastChange } | undefined
  for (const written of cited) {
    const file = findPath(repository, path, { path: written, suffix: false })?.path
    if (file === undefined || file === path || !files.has(file)) continue
    const change = repository.ask(lastChange(file))
    if (change !== undefined && (latest === undefined || change.time > latest.change.time)) latest = { file, change }
  }
  if (latest === undefined || Math.floor(latest.change.time / 86_400) <= last) return holds()
  return {
    status: 'broken', confidence: 'medium', messageId: 'outdated', data: { ...data, path: latest.file },
    evidence: `changed in ${latest.change.commit.slice(0, 8)} (${dateOf(latest.change.time)})`,
  }
}
