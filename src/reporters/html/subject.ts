/** What a page of evidence speaks of. */

/** A repository in one state. Nothing in it says when the page was made: the same state gives the same page, byte for byte. */
export interface EvidenceSubject {
  /** `owner/name` of the remote that the clone comes from, or the name of its folder. */
  readonly name: string
  /** Where it can be seen (`https://…`); `undefined` when no remote says. */
  readonly home: string | undefined
  /** Full id of the commit's tree, and when it was committed (ISO 8601); `undefined` without a commit. */
  readonly tree: string | undefined
  readonly date: string | undefined
  /** How many files differ from the commit; `undefined` when nobody can tell, 0 for a commit itself. */
  readonly changes: number | undefined
  /** Which documents were judged, where it was not all of them: "docs/ops only". */
  readonly scope: string | undefined
  /** Text of a file in the state that was judged, without its byte order mark. */
  readonly textOf: (path: string) => string | undefined
}
