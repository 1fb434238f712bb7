import type { Finding, Place, SuppressedFinding, UnknownClaim } from './finding.ts'
import type { Verdict } from './verdict.ts'

/** A document that was not read, and why: changelogs, dated records, archives. */
export interface SetAside {
  readonly path: string
  readonly reason: string
}

/** One reference with its verdict, as `doc-lockdown references` lists it. */
export interface JudgedReference extends Place {
  readonly rule: string
  readonly subject: string
  readonly verdict: Verdict
}

export interface Summary {
  readonly documents: number
  readonly references: number
  readonly holds: number
  readonly broken: number
  readonly unknown: number
  readonly suppressed: number
  /** Findings that the baseline knows. */
  readonly baselined: number
  /** Documents in which no rule found a claim. */
  readonly silent: number
  readonly setAside: number
  /** Files of code that rules about code judged. */
  readonly files: number
  /** What they found in them; neither suppressed findings nor those of the baseline. */
  readonly problems: number
}

/** All that a run found; reporters turn it into text and never ask anybody else. */
export interface Report {
  readonly repository: {
    readonly commit: string | undefined
    readonly source: 'worktree' | 'index' | 'commit'
    readonly shallow: boolean
  }
  readonly summary: Summary
  readonly findings: readonly Finding[]
  readonly unknown: readonly UnknownClaim[]
  readonly suppressed: readonly SuppressedFinding[]
  /** Findings that `doc-lockdown.baseline.json` knows: none of them is in `findings`. */
  readonly baselined: readonly Finding[]
  /** Findings below the confidence that was asked for: neither shown nor counted. */
  readonly hidden: readonly Finding[]
  readonly setAside: readonly SetAside[]
  /** Paths of all documents and files of code that were judged, whatever came of it. */
  readonly judged: readonly string[]
  /** Paths of documents that could not be read or parsed: that nothing was found in them says nothing. */
  readonly unread: readonly string[]
  /** Paths of documents that were held strictly, in the order in which they were judged. */
  readonly strict: readonly string[]
  /** Paths of documents without any claim. */
  readonly silent: readonly string[]
  /** Every reference with its verdict; filled only when asked for. */
  readonly references: readonly JudgedReference[]
  /** Sentences about the run itself: a shallow clone, a document that is not UTF-8. */
  readonly notices: readonly string[]
}
