import { parseArgs } from 'node:util'
import { UserError } from '../../core/user-error.ts'
import { nearestName } from '../../core/nearest-name.ts'
import { COMMANDS, FLAGS, type CommandName, type Flag, type FlagName } from './flags.ts'
import { readTargets, refuseForClaims, type Target, type TargetWord } from './targets.ts'

export interface Arguments {
  readonly command: CommandName
  readonly paths: readonly string[]
  readonly flags: { readonly [Name in Exclude<FlagName, TargetWord['flag']>]?: (typeof FLAGS)[Name]['type'] extends 'boolean' ? boolean : string }
  /** What `--format` and `--output` come to: at least one. */
  readonly targets: readonly Target[]
}

/**
 * Reads the command line.
 * @param argv what stands behind `node cli.js`
 * @throws UserError for an unknown command or flag, with the nearest name, or a value that is missing or wrong
 */
export function readArguments(argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    (Object.entries(FLAGS) as [string, Flag][]).map(([name, { type, short, multiple = false }]) => (
      [name, { type, multiple, ...(short === undefined ? {} : { short }) }]
    )),
  )
  const config = { args: [...argv], options, allowPositionals: true, strict: true, allowNegative: true, tokens: true } as const
  let parsed: ReturnType<typeof parseArgs<typeof config>>
  try {
    parsed = parseArgs(config)
  } catch (error) {
    throw explained(error, argv)
  }
  const [command = 'check', ...paths] = parsed.positionals
  for (const [name, flag] of Object.entries(FLAGS) as [string, Flag][]) {
    for (const value of [parsed.values[name]].flat()) {
      if (value === '') throw new UserError(`--${name} needs a value. See doc-lockdown --help.`)
      if (flag.values !== undefined && typeof value === 'string' && !flag.values.includes(value)) {
        throw new UserError(`--${name} takes ${flag.values.join(', ')}, not "${value}".`)
      }
    }
  }
  if (!isCommand(command)) {
    const near = nearestName(command, Object.keys(COMMANDS))
    throw new UserError(`There is no command "${command}"${near === undefined ? '' : `; did you mean "${near}"?`}${near === undefined ? '.' : ''} See doc-lockdown --help.`)
  }
  const { format, output, ...others } = parsed.values
  const flags = others as Arguments['flags']
  refuseContradictions(flags)
  refuseOfInit(command, paths, { ...flags, format, output })
  refuseOfFix(command, flags)
  if (command === 'sync' || command === 'freeze' || command === 'baseline') refuseOfWriters(command, { ...flags, format, output })
  if (flags.add === true && command !== 'baseline') throw new UserError('--add takes new findings into the baseline. Use "doc-lockdown baseline --add".')
  const targets = readTargets(parsed.tokens.flatMap(targetWord))
  if (command === 'references') refuseForClaims(targets)
  if (flags['dry-run'] === true) refuseForDiff(targets)
  return { command, paths, flags, targets }
}

function targetWord(token: { readonly kind: string; readonly name?: string; readonly value?: string | undefined }): readonly TargetWord[] {
  const { name, value } = token
  return token.kind === 'option' && (name === 'format' || name === 'output') && value !== undefined ? [{ flag: name, value }] : []
}

function refuseContradictions(flags: Arguments['flags']): void {
  const sources = (['staged', 'at', 'since'] as const).filter(name => flags[name] !== undefined && flags[name] !== false)
  if (sources.length > 1) throw new UserError(`${sources.map(name => `--${name}`).join(' and ')} contradict each other. Use one of them.`)
  if (flags.online === true && flags.offline === true) throw new UserError('--online and --offline contradict each other. Use one of them.')
  if (flags['max-warnings'] !== undefined && !/^\d{1,9}$/.test(flags['max-warnings'])) {
    throw new UserError(`--max-warnings takes a whole number, not "${flags['max-warnings']}".`)
  }
  if (flags.docs === false && flags.code === false) throw new UserError('--no-docs and --no-code leave nothing to check. Leave one of them out.')
}

/** `--fix` edits what lies on disk: it must be what was judged. */
function refuseOfFix(command: CommandName, flags: Arguments['flags']): void {
  if (command === 'init') return
  if (flags.fix !== true) {
    const alone = (['suggestions', 'dry-run'] as const).find(name => flags[name] === true && !(name === 'dry-run' && command === 'baseline'))
    if (alone !== undefined) throw new UserError(`--${alone} says how to fix, and nothing is to be fixed. Add --fix.`)
    return
  }
  if (command !== 'check') throw new UserError(`${command} fixes nothing. Use "doc-lockdown check --fix".`)
  const source = (['staged', 'at'] as const).find(name => flags[name] !== undefined && flags[name] !== false)
  if (source !== undefined) throw new UserError(`--fix edits the files on disk, which --${source} does not judge. Leave --${source} out.`)
}

/** `init` looks at a whole repository and has few choices, which no other command has. */
function refuseOfInit(command: CommandName, paths: readonly string[], flags: Readonly<Partial<Record<FlagName, unknown>>>): void {
  const [own, common] = [['hook', 'ci'], ['root', 'dry-run', 'help', 'version']]
  const given = Object.keys(flags).filter(name => flags[name as FlagName] !== undefined)
  const choice = given.find(name => own.includes(name))
  if (command !== 'init') {
    if (choice !== undefined) throw new UserError(`--${flags[choice as FlagName] === false ? 'no-' : ''}${choice} is a choice of init. Leave it out.`)
    return
  }
  const stranger = given.find(name => !own.includes(name) && !common.includes(name))
  if (stranger !== undefined) throw new UserError(`init has no use for --${stranger}. It takes --root, --dry-run, --no-hook and --no-ci.`)
  if (paths.length > 0) throw new UserError('init is about a whole repository. Leave the paths out, or name another checkout with --root.')
}

/** A dry run prints a diff, in no other form. */
function refuseForDiff(targets: Arguments['targets']): void {
  const other = targets.find(target => target.format !== 'text')
  if (other !== undefined) throw new UserError(`--dry-run prints a unified diff, not a report. Leave --format ${other.format} out.`)
}

/** What writes a file of ours is about the files on disk and prints one line: flags that would have it otherwise are mistakes. */
function refuseOfWriters(command: 'sync' | 'freeze' | 'baseline', flags: Readonly<Partial<Record<FlagName, unknown>>>): void {
  const strangers = (['staged', 'at', 'since', 'offline', 'format', 'output', 'explain', 'max-warnings'] as const)
  const given = strangers.find(name => flags[name] !== undefined && flags[name] !== false && !(name === 'offline' && command === 'baseline'))
  const file = command === 'baseline' ? 'baseline' : 'lock file'
  if (given !== undefined) throw new UserError(`${command} has no use for --${given}: it reads the documents on disk and writes the ${file}. Leave --${given} out.`)
  if (command === 'baseline' && flags.baseline === false) throw new UserError('baseline has no use for --no-baseline: it keeps what the baseline holds. To begin anew, delete the file.')
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name)
}

function explained(error: unknown, argv: readonly string[]): unknown {
  if (!(error instanceof TypeError) || !('code' in error)) return error
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const flag = /'(-{1,2}[^' ]+)/.exec(error.message)?.[1] ?? argv.find(word => word.startsWith('-')) ?? ''
    const near = nearestName(flag.replace(/^-+(?:no-)?/, ''), Object.keys(FLAGS))
    return new UserError(`There is no flag ${flag}${near === undefined ? '.' : `; did you mean --${near}?`} See doc-lockdown --help.`)
  }
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const name = /--([\w-]+)/.exec(error.message)?.[1] ?? ''
    return new UserError(`--${name} ${error.message.includes('does not take') ? 'takes no value' : 'needs a value'}. See doc-lockdown --help.`)
  }
  return error
}
