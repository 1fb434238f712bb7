/** Who runs git hooks here. */

/** A file of a hook manager as it is now. */
export interface HookFile {
  /** `root`: from the root of the work tree; `git`: from the git directory that all work trees share. */
  readonly place: 'root' | 'git'
  readonly file: string
  /** `undefined` when it does not exist yet. */
  readonly text: string | undefined
  /** Whether it may be run; true for one that does not exist. */
  readonly executable: boolean
}

/** One variant for each way in which a hook is added. */
export type HookManager =
  | {
    readonly kind: 'pre-commit'
    readonly config: HookFile
    /** Whether it also runs where nobody installs our package: in pre-commit.ci or a workflow. */
    readonly elsewhere: boolean
  }
  | {
    readonly kind: 'husky'
    /** `husky`, or a tool that does as husky 9. */
    readonly name: string
    readonly script: HookFile
    /** Versions 5 to 8: the script sources husky's own and must be executable. */
    readonly sourced: boolean
    /** Whether git runs its hooks in this clone: it has been set up. */
    readonly active: boolean
  }
  /** Before version 5, hooks stood in package.json. */
  | { readonly kind: 'husky 4', readonly file: string }
  | { readonly kind: 'lefthook', readonly config: HookFile }
  | { readonly kind: 'simple-git-hooks', readonly config: HookFile }
  | {
    readonly kind: 'script'
    readonly script: HookFile
    /** Whether git runs it as it is; otherwise `core.hooksPath` must be set to its folder. */
    readonly active: boolean
  }
  /** `core.hooksPath` leads out of the checkout, where nothing is written. */
  | { readonly kind: 'outside' }

/** How a person calls it. */
export function managerName(manager: HookManager): string {
  switch (manager.kind) {
    case 'pre-commit': return 'the pre-commit framework'
    case 'husky': return manager.name
    case 'husky 4': return 'husky 4'
    case 'lefthook': case 'simple-git-hooks': return manager.kind
    case 'script': return manager.script.place === 'git' ? 'no hook manager' : `hooks in ${folderOf(manager.script.file)}/`
    case 'outside': return 'hooks outside of the checkout'
  }
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'))
}
