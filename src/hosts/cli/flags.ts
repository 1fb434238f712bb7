/** Every flag once: parsing, help text and "did you mean" come from here. */
import { FORMAT_NAMES } from '../../reporters/formats.ts'

export interface Flag {
  readonly type: 'boolean' | 'string'
  readonly help: string
  /** What stands behind the flag in the help text. */
  readonly value?: string
  readonly values?: readonly string[]
  readonly short?: string
  /** Whether it may be given more than once. */
  readonly multiple?: boolean
}

export const FLAGS = {
  root: { type: 'string', value: 'DIR', help: 'the checkout to look at (default: the one around the current folder)' },
  config: { type: 'string', value: 'FILE', help: 'config file (default: doc-lockdown.config.{js,ts,json,jsonc} or package.json)' },
  format: { type: 'string', value: 'NAME', multiple: true, values: FORMAT_NAMES, help: `${FORMAT_NAMES.join(', ')} (default: text); may repeat` },
  output: { type: 'string', value: 'FILE', multiple: true, help: 'write the report of the --format before it to a file' },
  staged: { type: 'boolean', help: 'judge the index, and only documents that the staged change can have broken' },
  at: { type: 'string', value: 'REV', help: 'judge a commit instead of the work tree' },
  since: { type: 'string', value: 'REV', help: 'only documents that the change since REV can have broken' },
  fix: { type: 'boolean', help: 'edit the documents on disk where the right text is certain, and report what is left' },
  suggestions: { type: 'boolean', help: 'with --fix: apply suggestions too; look at what they change' },
  'dry-run': { type: 'boolean', help: 'with --fix, baseline and init: write nothing, print a unified diff' },
  add: { type: 'boolean', help: 'with baseline: take new findings in, too' },
  baseline: { type: 'boolean', help: 'set findings apart that doc-lockdown.baseline.json knows (default; --no-baseline shows them)' },
  online: { type: 'boolean', help: 'ask hosting services what the lock file does not answer' },
  offline: { type: 'boolean', help: 'never open a connection (default; see sync and --online)' },
  strict: { type: 'boolean', help: 'treat every document as strict: what can\'t be verified fails' },
  'min-confidence': { type: 'string', value: 'WORD', values: ['high', 'medium', 'low'], help: 'leave out findings below it (default: medium)' },
  'max-warnings': { type: 'string', value: 'N', help: 'fail when there are more warnings than N' },
  explain: { type: 'boolean', help: 'say which rule read which documents, and why it kept silent' },
  cache: { type: 'boolean', help: 'remember what was read in the user\'s cache folder (default; --no-cache turns it off)' },
  code: { type: 'boolean', help: 'run the rules about code (default; --no-code turns them off)' },
  docs: { type: 'boolean', help: 'run the rules about documents (default; --no-docs turns them off)' },
  hook: { type: 'boolean', help: 'init: add the check to the hook before a commit (default; --no-hook leaves it out)' },
  ci: { type: 'boolean', help: 'init: add a CI workflow (default; --no-ci leaves it out)' },
  help: { type: 'boolean', short: 'h', help: 'show this text' },
  version: { type: 'boolean', short: 'v', help: 'show the version' },
} as const satisfies Readonly<Record<string, Flag>>

export type FlagName = keyof typeof FLAGS

export const COMMANDS = {
  check: { arguments: '[paths…]', help: 'hold every claim of the documents against the repository' },
  references: { arguments: '[paths…]', help: 'list every claim with its verdict' },
  sync: { arguments: '[paths…]', help: 'ask hosting services what the documents claim, and write doc-lockdown.lock.json' },
  freeze: { arguments: '[paths…]', help: 'pin what strict documents must still contain in doc-lockdown.lock.json' },
  init: { arguments: '', help: 'write a configuration, a hook before commits and a CI workflow for this repository' },
  baseline: { arguments: '[paths…]', help: 'write the findings of today down in doc-lockdown.baseline.json, so that only new ones fail' },
  explain: { arguments: '<rule>', help: 'show the page of a rule' },
} as const

export type CommandName = keyof typeof COMMANDS

/** The text behind `--help`. */
export function helpText(): string {
  const commands = Object.entries(COMMANDS).map(([name, command]) => `  doc-lockdown ${`${name} ${command.arguments}`.padEnd(24)} ${command.help}`)
  const flags = (Object.entries(FLAGS) as [string, Flag][]).map(([name, flag]) => {
    const written = `${flag.short === undefined ? '    ' : `-${flag.short}, `}--${name}${flag.value === undefined ? '' : ` ${flag.value}`}`
    return `  ${written.padEnd(26)} ${flag.help}`
  })
  return [
    'Holds every claim of your operational Markdown against the repository.', '',
    'Usage:', ...commands, '', 'Flags:', ...flags, '',
    'Exit codes: 0 clean, 1 findings at "error", 2 could not run.', '',
  ].join('\n')
}
