/** What a hosting service may have answered. Facts never ask it themselves: rules do, and hand the answers over. */
export interface Hosted {
  /** What merged a pull request of this repository, full ids; `undefined` when nobody knows, or it is not merged. */
  readonly mergeOf: (pull: number) => { readonly commit: string, readonly head: string | undefined } | undefined
  /** The release of a tag; `absent` when the service says that there is none, `undefined` when nobody knows. */
  readonly releaseOf: (tag: string) => { readonly commit: string, readonly draft: boolean } | 'absent' | undefined
}
