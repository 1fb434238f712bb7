/** One word of a command. Offsets are 0-based UTF-16 units into `Document.text`, `end` exclusive. */
export interface ShellWord {
  /** The value with quotes and escapes removed. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Holds an expansion, a substitution or a placeholder such as `<name>`: its value can't be known. */
  readonly dynamic: boolean
  /** Holds an unquoted `*`, `?`, `[…]` or `{a,b}`. */
  readonly glob: boolean
}

export interface ShellRedirect {
  readonly operator: string
  readonly target: ShellWord
}

/** `NAME=value` before a command. */
export interface ShellAssignment {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** A command after its `git clone` of some repository and the `cd` into that clone. */
export interface ClonedFolder {
  /** As written after `git clone`; may be a placeholder. */
  readonly url: string
  /** Folder inside the clone; '' for its root. */
  readonly directory: string
}

/** A simple command that a document shows. Wrappers (`sudo`, `env A=b`, `cross-env`, `time` …) are taken off. */
export interface ShellCommand {
  readonly name: ShellWord
  readonly args: readonly ShellWord[]
  readonly redirects: readonly ShellRedirect[]
  readonly assignments: readonly ShellAssignment[]
  readonly start: number
  readonly end: number
  readonly origin: 'fence' | 'inline'
  /**
   * Folder entered by `cd` before it, in the same block or in earlier blocks of the same section: "packages/web",
   * "../b"; '' for none. `undefined` when it can't be known (`cd $X`, `cd -`, `cd /abs`, a fresh clone or `mkdir`).
   */
  readonly directory: string | undefined
  /** Set when `directory` is unknown only because the reader stands in a clone made by the commands before. */
  readonly clone: ClonedFolder | undefined
  /** Index of its block among the document's code blocks; -1 for inline code. */
  readonly block: number
  /** Language of the block, lower case; '' for none and for inline code. */
  readonly lang: string
}

/** A command in the coordinates of the text that was parsed, before folders are followed. */
export interface ParsedCommand {
  readonly kind: 'command'
  readonly words: readonly ShellWord[]
  readonly redirects: readonly ShellRedirect[]
  readonly assignments: readonly ShellAssignment[]
  readonly start: number
  readonly end: number
}

/** What a parse gives, in order; `open` and `close` bracket a subshell. */
export type ShellStep = ParsedCommand | { readonly kind: 'open' } | { readonly kind: 'close' }
