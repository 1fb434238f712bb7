/** What a document claims about commits, tags and releases. Plain JSON. */
import type { Wording } from '../wording.ts'

/** How plainly the text says that hexadecimal digits are a commit. */
export type Cue =
  /** "commit `1f2e3d4`", a column named Commit, a commit's URL. */
  | 'strong'
  /** Beside a pull request or tag, in a chain, after "at". */
  | 'fair'
  /** The sentence is about commits or deployments. */
  | 'weak'

/** A repository on a hosting service, as a URL names it. */
export interface Address {
  readonly host: string
  readonly owner: string
  readonly name: string
}

/** What another environment is said to run. */
export interface Said {
  /** As written. */
  readonly environment: string
  /** A commit id, maybe abbreviated, or a tag's name. */
  readonly revision: string
  readonly kind: 'commit' | 'tag'
  /** 1-based line in the same document. */
  readonly line: number
}

/** What a revision has to do with environments. */
export interface Deployed {
  /** As written: "prod", "testing and prod". */
  readonly environment: string
  /** Must run the same revision, by what this place says. */
  readonly same: readonly Said[]
  /** Testing environments of which one must have this revision, for production. */
  readonly tested: readonly Said[]
  /** Whether the document says which revisions were verified. */
  readonly verified: boolean
}

export interface CommitTarget {
  readonly kind: 'commit'
  /** As written. */
  readonly sha: string
  readonly cue: Cue
  /** Repositories that the sentence or row names, as `owner/name`. */
  readonly repositories: readonly string[]
  /** Repositories that the rest of the document speaks of. */
  readonly nearby: readonly string[]
  /** The project whose commit the text calls it. */
  readonly owner: string | null
  /** Of a URL. */
  readonly address: Address | null
  /** The pull request that is said to have made this commit. */
  readonly pull: number | null
  readonly deployed: Deployed | null
}

export interface TagTarget {
  readonly kind: 'tag'
  /** As written. */
  readonly name: string
  /** `version`: a cell of a table that does not say whether it means a tag. */
  readonly form: 'tag' | 'release' | 'version'
  /** Whether the text states it as done: "released as", "points at". */
  readonly asserted: boolean
  /** Whose release it is, where the text puts a name before it. */
  readonly lead: string | null
  readonly repositories: readonly string[]
  readonly address: Address | null
  readonly wording: Wording | null
  /** The commit that it is said to point at, as written. */
  readonly pointsAt: string | null
  readonly deployed: Deployed | null
}

export type RevisionTarget = CommitTarget | TagTarget
