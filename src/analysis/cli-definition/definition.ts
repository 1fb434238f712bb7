/** What a program's argument parser accepts, as far as its source states it literally. */

/** Names found in all files of a program together; which flag belongs to which command is not told apart. */
export interface CliDefinition {
  readonly library: string
  /** Long and short flags as typed: `--port`, `-p`. */
  readonly flags: ReadonlySet<string>
  /** Names and aliases of commands at any level. */
  readonly commands: ReadonlySet<string>
  /** The program takes arguments of its own, so that a first word need not be a command. */
  readonly takesArguments: boolean
  /** Why there can be more than what was found; `undefined` when the definition is literal throughout. */
  readonly open: string | undefined
}

/** A definition while files are read into it. */
export interface DefinitionDraft {
  readonly flags: Set<string>
  readonly commands: Set<string>
  takesArguments: boolean
  open: string | undefined
}

/** Adds the flags of a declaration as commander and cac write it: `-p, --port <number>`, `--no-color`, `--[no-]x`. */
export function addFlags(draft: DefinitionDraft, declaration: string): void {
  for (const match of declaration.slice(0, 300).matchAll(/(?:^|[\s,|/])(--?(?:\[no-\])?[A-Za-z0-9][\w.:-]*)/g)) {
    const flag = (match[1] ?? '').replace('[no-]', '')
    // cac nests: `--build.target` is read below `--build`.
    draft.flags.add(flag)
  }
}

/** Adds the name of a command as it is declared: `build [root]`, `$0 <x>`, `init|i`. */
export function addCommand(draft: DefinitionDraft, declaration: string): void {
  const [name = ''] = declaration.trim().split(/\s+/)
  if (name === '' || name === '$0' || name === '*' || /^[[<]/.test(name)) draft.takesArguments = true
  else for (const one of name.split('|')) draft.commands.add(one)
}

/** Adds a flag by its bare name, in the spelling of the code and in kebab case. */
export function addNamedFlag(draft: DefinitionDraft, name: string): void {
  if (name.length === 1) draft.flags.add(`-${name}`)
  draft.flags.add(`--${name}`)
  draft.flags.add(`--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`)
}
