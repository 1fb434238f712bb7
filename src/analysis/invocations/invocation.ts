import type { ShellWord } from '../shell/command.ts'

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun' | 'lerna'

/** A call of a package manager's script. */
export interface ScriptCall {
  readonly kind: 'script'
  readonly manager: PackageManager
  readonly script: ShellWord
  /** `run x` (or `test`, `start`), not a bare `yarn x` that can also be a binary. */
  readonly explicit: boolean
  /** `yarn run x` and `bun run x` also find binaries; `npm run x` doesn't. */
  readonly findsBinaries: boolean
  /** Packages named by `-w`, `--filter` or `workspace`, as written. */
  readonly packages: readonly string[]
  /** Folder given by `--prefix`, `-C`, `--cwd` or `--dir`. */
  readonly folder: string | undefined
  /** Runs at the root of the workspace (`pnpm -w`). */
  readonly atRoot: boolean
  /** Runs in all packages that have it (`-r`, `--workspaces`, `foreach`): one is enough. */
  readonly everywhere: boolean
}

/** A call of another task runner; one per task. */
export interface TaskCall {
  readonly kind: 'task'
  /** A `Runner` of the tasks fact. */
  readonly runner: 'make' | 'just' | 'task' | 'composer' | 'python' | 'poe' | 'taskipy' | 'hatch' | 'cargo' | 'rake' | 'deno' | 'turbo'
  readonly task: ShellWord
  /** First task of the command. */
  readonly first: boolean
  /** The word can only be a task; without it, it may be a program or plugin. */
  readonly explicit: boolean
  readonly folder: string | undefined
}

/** Walks over the words of a command: options with their values, and plain words. */
export interface Words {
  /** Plain words up to (not including) `--`. */
  readonly plain: readonly ShellWord[]
  /** Values of an option, by any of its names. */
  values(...names: readonly string[]): readonly ShellWord[]
  has(...names: readonly string[]): boolean
  /** An option or value is an expansion or placeholder. */
  readonly dynamicOption: boolean
}

/**
 * Splits arguments.
 * @param valued options that take the next word as their value
 */
export function readWords(args: readonly ShellWord[], valued: ReadonlySet<string>): Words {
  const plain: ShellWord[] = []
  const options = new Map<string, ShellWord[]>()
  let dynamicOption = false
  const note = (name: string, value: ShellWord | undefined): void => {
    const list = options.get(name) ?? []
    if (value !== undefined) list.push(value)
    options.set(name, list)
  }
  for (let index = 0; index < args.length; index++) {
    const word = args[index]
    if (word === undefined || word.text === '--') break
    if (!word.text.startsWith('-') || word.text === '-') {
      plain.push(word)
      continue
    }
    const equals = word.text.indexOf('=')
    const name = equals < 0 ? word.text : word.text.slice(0, equals)
    if (equals >= 0) {
      dynamicOption ||= word.dynamic
      note(name, { ...word, text: word.text.slice(equals + 1) })
    } else if (valued.has(name)) {
      index++
      dynamicOption ||= args[index]?.dynamic === true
      note(name, args[index])
    } else note(name, undefined)
  }
  return {
    plain,
    dynamicOption,
    values: (...names) => names.flatMap(name => options.get(name) ?? []),
    has: (...names) => names.some(name => options.has(name)),
  }
}
