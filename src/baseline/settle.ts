/**
 * Findings held against the baseline: which are known, which are new, and which entries nobody needs any more. The ratchet turns
 * here, so it is careful: an entry is gone only where this run would have found what it stands for.
 */
import type { Finding } from '../core/finding.ts'
import { addTo } from '../core/multimap.ts'
import { isMarkdown } from '../core/paths.ts'
import type { Report } from '../core/report.ts'
import type { Repository } from '../core/repository.ts'
import { languageOf } from '../core/source-file.ts'
import { entryOf, type BaselineEntry } from './baseline.ts'

/** What a run was about. */
export interface Scope {
  /** Ids of the rules that ran. */
  readonly ran: ReadonlySet<string>
  /** Every rule id that there is, also of rules that are off. */
  readonly known: ReadonlySet<string>
  /** Whether all documents were judged, so that one which was not is not checked any more. */
  readonly allDocuments: boolean
  /** The same for code. */
  readonly allCode: boolean
}

/** Why an entry is not needed: its finding is gone, its file is, or nobody judges its file or has its rule any more. */
export type Gone = 'fixed' | 'deleted' | 'unchecked' | 'no rule'

export interface StaleEntry extends BaselineEntry {
  readonly why: Gone
}

export interface Settlement {
  /** Findings that no entry knows. */
  readonly fresh: readonly Finding[]
  readonly baselined: readonly Finding[]
  /** Entries to keep; those of a document that moved with its new path. */
  readonly kept: readonly BaselineEntry[]
  readonly stale: readonly StaleEntry[]
  /** How many of the kept have a new path. */
  readonly moved: number
}

/**
 * Holds the findings of a report against a baseline.
 *
 * An entry of a file that does not exist any more goes with its text: it knows an equal finding of any other file, once. So a
 * document may be renamed or split without a word from git, and the sum of what is known never grows.
 * @param report whose findings were not held against a baseline yet
 */
export function settle(entries: readonly BaselineEntry[], report: Report, repository: Repository, scope: Scope): Settlement {
  const { fresh, baselined, kept, left, moved } = match(entries, report.findings, repository)
  const stale: StaleEntry[] = []
  const undecided = undecidedClaims(left.length === 0 ? undefined : report)
  const reason = reasonFinder(report, repository, scope)
  const needed: BaselineEntry[] = [...kept]
  for (const entry of left) {
    const why = undecided.take(entry, repository.source.files.has(entry.path)) ? undefined : reason(entry)
    if (why === undefined) needed.push(entry)
    else stale.push({ ...entry, why })
  }
  return { fresh, baselined, kept: needed, stale, moved }
}

interface Match extends Pick<Settlement, 'fresh' | 'baselined' | 'moved'> {
  /** Entries of known findings. */
  readonly kept: readonly BaselineEntry[]
  /** Entries that met no finding. */
  readonly left: readonly BaselineEntry[]
}

/** Gives every finding the entry that knows it. @param findings in order: of equal ones the first are the known ones */
export function match(entries: readonly BaselineEntry[], findings: readonly Finding[], repository: Repository): Match {
  if (entries.length === 0) return { fresh: findings, baselined: [], kept: [], left: [], moved: 0 }
  const open = new Map<string, BaselineEntry[]>()
  for (const entry of entries) addTo(open, exactKey(entry), entry)
  const known = new Map<Finding, BaselineEntry>()
  for (const finding of findings) {
    const entry = open.get(exactKey(finding))?.pop()
    if (entry !== undefined) known.set(finding, entry)
  }
  const { taken, left } = takeOver(findings.filter(finding => !known.has(finding)), [...open.values()].flat(), repository)
  return {
    fresh: findings.filter(finding => !known.has(finding) && !taken.has(finding)),
    baselined: findings.filter(finding => known.has(finding) || taken.has(finding)),
    kept: [...known.values(), ...[...taken].map(([{ path }, entry]) => ({ ...entry, path }))],
    left,
    moved: taken.size,
  }
}

function exactKey(one: BaselineEntry): string {
  const { path, rule, subject } = entryOf(one)
  return JSON.stringify([path, rule, subject])
}

/** Without the path: what a text says wherever it stands. */
function textKey(one: BaselineEntry): string {
  const { rule, subject } = entryOf(one)
  return JSON.stringify([rule, subject])
}

/** Entries of files that are gone, given to equal findings elsewhere. */
function takeOver(findings: readonly Finding[], entries: readonly BaselineEntry[], { source }: Repository): {
  readonly taken: ReadonlyMap<Finding, BaselineEntry>
  readonly left: readonly BaselineEntry[]
} {
  const orphans = new Map<string, BaselineEntry[]>()
  const left: BaselineEntry[] = []
  for (const entry of entries) {
    if (source.files.has(entry.path)) left.push(entry)
    else addTo(orphans, textKey(entry), entry)
  }
  const taken = new Map<Finding, BaselineEntry>()
  for (const finding of orphans.size === 0 ? [] : findings) {
    const entry = orphans.get(textKey(finding))?.pop()
    if (entry !== undefined) taken.set(finding, entry)
  }
  return { taken, left: [...left, ...[...orphans.values()].flat()] }
}

/** Claims that are no finding and yet not set right: nobody can tell (a shallow clone, no network), or they were not asked for. */
function undecidedClaims(report: Report | undefined): { readonly take: (entry: BaselineEntry, exists: boolean) => boolean } {
  const exact = new Map<string, number>()
  const byText = new Map<string, number>()
  const count = (counts: Map<string, number>, key: string, by: number): void => { counts.set(key, (counts.get(key) ?? 0) + by) }
  if (report !== undefined) {
    // In a strict document what nobody can tell is a finding besides, and has had its entry.
    const found = new Set(report.findings.map(({ path, rule, start }) => `${path}\0${rule}\0${String(start)}`))
    for (const claim of [...report.unknown, ...report.hidden]) {
      if (found.has(`${claim.path}\0${claim.rule}\0${String(claim.start)}`)) continue
      count(exact, exactKey(claim), 1)
      count(byText, textKey(claim), 1)
    }
  }
  return {
    take(entry, exists) {
      const [counts, key] = exists ? [exact, exactKey(entry)] as const : [byText, textKey(entry)] as const
      if ((counts.get(key) ?? 0) === 0) return false
      count(counts, key, -1)
      return true
    },
  }
}

/** Why an entry that met no finding is not needed; `undefined` where this run can't say so. */
function reasonFinder(report: Report, { source }: Repository, scope: Scope): (entry: BaselineEntry) => Gone | undefined {
  const judged = new Set(report.judged)
  const unread = new Set(report.unread)
  return (entry) => {
    const all = languageOf(entry.path) === undefined ? scope.allDocuments : scope.allCode
    if (!scope.known.has(entry.rule)) return all ? 'no rule' : undefined
    if (!scope.ran.has(entry.rule) || unread.has(entry.path)) return undefined
    if (!source.files.has(entry.path)) return all ? 'deleted' : undefined
    // What stands in no document (but in the lock file) is judged with all of them.
    if (!judged.has(entry.path)) return !all ? undefined : isMarkdown(entry.path) || languageOf(entry.path) !== undefined ? 'unchecked' : 'fixed'
    // Without the past some claims look like none.
    if (source.shallow && saysStill(source.read(entry.path)?.toString('utf8') ?? '', entry.subject)) return undefined
    return 'fixed'
  }
}

function saysStill(text: string, subject: string): boolean {
  return text.trim().split(/\s+/).join(' ').includes(subject)
}
