/** A claim as a rule finds it: a place and what it points at. `target` is plain JSON, so that it can be cached. */
export interface Mention<Target> {
  /** 0-based UTF-16 offset into the document's text. */
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly target: Target
}

/** A mention with its place spelled out for people and machines. Lines and columns are 1-based. */
export interface Reference<Target = unknown> extends Mention<Target> {
  /** The document's path from the root. */
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The text in the document that makes the claim. */
  readonly subject: string
}
