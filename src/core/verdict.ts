/** How sure a `broken` verdict is. `low` is shown on request only. */
export type Confidence = 'high' | 'medium' | 'low'

/** `safe` fixes are certain (one exact successor); a `suggestion` wants a person's look. */
export type FixSafety = 'safe' | 'suggestion'

/** An edit of the document's text. Offsets are 0-based UTF-16 units into the text without its BOM. */
export interface Fix {
  readonly safety: FixSafety
  readonly range: readonly [start: number, end: number]
  readonly text: string
  /** What the edit does, for a menu: "Replace by `src/b.ts`". */
  readonly title: string
}

/** The claim is true. */
export interface Holds {
  readonly status: 'holds'
  readonly evidence?: string
}

/** Nobody here can tell, and why. */
export interface Unknown {
  readonly status: 'unknown'
  readonly reason: string
}

/** The claim is false. The receipt (`evidence`) is what a reader needs to act without opening anything. */
export interface Broken {
  readonly status: 'broken'
  readonly confidence: Confidence
  readonly messageId: string
  readonly data: Readonly<Record<string, string>>
  readonly evidence?: string
  readonly fix?: Fix
}

export type Verdict = Holds | Unknown | Broken

/** A `holds` verdict. */
export function holds(evidence?: string): Holds {
  return evidence === undefined ? HOLDS : { status: 'holds', evidence }
}

/** An `unknown` verdict with its reason, a sentence without a full stop. */
export function unknown(reason: string): Unknown {
  return { status: 'unknown', reason }
}

const HOLDS: Holds = { status: 'holds' }

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 }

/** Whether a confidence is less than what is asked for. */
export function isBelow(confidence: Confidence, least: Confidence): boolean {
  return RANK[confidence] < RANK[least]
}
