import type { Confidence, FixSafety } from './verdict.ts'

/** What the user made of a rule. */
export type Severity = 'error' | 'warn'

/** A place in a document: lines and columns 1-based, the end exclusive; offsets 0-based UTF-16 units. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly start: number
  readonly end: number
}

/** A claim that is false, ready to be shown. */
export interface Finding extends Place {
  readonly rule: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** The text in the document that makes the claim. */
  readonly subject: string
  /** One sentence. */
  readonly message: string
  readonly messageId: string
  /** What the placeholders of the message stood for. */
  readonly data: Readonly<Record<string, string>>
  /** The receipt: what history, a manifest or a near name says. */
  readonly evidence: string | undefined
  readonly fix: FindingFix | undefined
  /** The rule's page; '' for a rule of the configuration that has none. */
  readonly url: string
}

/** An edit that makes the claim true. */
export interface FindingFix {
  readonly safety: FixSafety
  readonly range: readonly [start: number, end: number]
  readonly text: string
  readonly title: string
}

/** A claim that could be neither confirmed nor refuted. */
export interface UnknownClaim extends Place {
  readonly rule: string
  readonly subject: string
  readonly reason: string
}

/** A finding that a comment in the document excuses. */
export interface SuppressedFinding extends Finding {
  readonly reason: string
}
