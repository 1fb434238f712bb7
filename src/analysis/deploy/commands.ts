/** What the commands of a deploy script are: the one it is for, harmless ones, and everything else. */
import { readScript, type ScriptCommand } from '../shell/script.ts'

/** What the contract allows a deploy script to do. */
export interface Allowance {
  /** Commands as their first words: `prisma migrate deploy`. Empty: any tool's migrations forwards. */
  readonly commands: readonly string[]
  /** Whether a library's migrator may do it. */
  readonly migrators: boolean
  /** Commands that make files of code, where the contract names them. */
  readonly making: readonly string[]
  /** Whether the contract says in words that nothing else may run: then what makes files is another command. */
  readonly strict: boolean
}

/** Migrations forwards, by the tools' own manuals. */
const FORWARDS = ['prisma migrate deploy', 'drizzle-kit migrate', 'knex migrate:latest', 'knex migrate:up', 'typeorm migration:run', 'sequelize db:migrate', 'node-pg-migrate up', 'dbmate up', 'dbmate migrate', 'flyway migrate', 'migrate-mongo up', 'kysely migrate:latest', 'kysely migrate latest', 'mikro-orm migration:up', 'db-migrate up', 'graphile-migrate migrate', 'supabase migration up', 'supabase db push', 'atlas migrate apply', 'goose up', 'liquibase update', 'alembic upgrade', 'manage.py migrate', 'rails db:migrate', 'rake db:migrate', 'artisan migrate']
/** Makes files of code, and touches no database. */
const MAKING = ['prisma generate', 'drizzle-kit generate']
/** Looks. */
const LOOKING = /^(?:prisma (?:validate|version|format|migrate (?:status|diff))|drizzle-kit check|knex migrate:(?:list|status|currentVersion)|typeorm migration:show|sequelize db:migrate:status|flyway (?:info|validate)|dbmate status|atlas migrate (?:status|lint)|migrate-mongo status)\b/
const HARMLESS = new Set(['echo', 'printf', 'true', ':', 'set', 'exit', 'return', 'test', '[', '[[', 'case', 'cd', 'export', 'unset', 'readonly', 'local', 'declare', 'typeset', 'shift', 'trap', 'date', 'pwd', 'dirname', 'basename', 'realpath', 'readlink', 'source', '.', 'command', 'which', 'type', 'hash', 'id', 'whoami', 'hostname', 'uname', 'env', 'printenv', 'false', 'umask', 'ulimit', 'tput', 'shopt', 'read', 'wait', 'sleep', 'tee', 'cat', 'grep', 'sed', 'awk', 'cut', 'tr', 'head', 'tail', 'wc', 'logger', 'pg_isready', 'getopts', 'break', 'continue', 'let', 'exec', 'sort', 'uniq', 'ls', 'mkdir', 'mapfile', 'readarray', 'sha256sum', 'stat', 'seq', 'column', 'expr', 'time', 'select', 'stty', 'mktemp', 'jq', 'df', 'free', 'du', 'nproc', 'ps', 'clear'])
/** Functions of a shell library that nobody can see here: they speak. */
const SPEAKING = /^(?:log|print|say|info|warn|warning|error|err|debug|msg|message|banner|note|success|ok|die|fail|abort)(?:[_-]\w{1,30})?$|^\w{1,30}[_-](?:log|info|warn|error|msg)$/
const HARMLESS_WORDS = /^(?:ip (?:link|addr|route) show\b|git (?:-C \S{1,200} )?(?:rev-parse|rev-list|describe|log|status|branch|symbolic-ref|diff|config|remote|merge-base|show|ls-files|ls-remote|cat-file)\b|find (?!.{0,500}-(?:delete|exec))|(?:node|npm|pnpm|yarn|npx|prisma) (?:-v|--version)\b)/
const NETWORK = /^(?:curl|wget|http|https|ssh|scp|rsync|nc|aws|gcloud|az|gh|slack|sftp|ftp)$/
const DATA = /^(?:psql|mysql|mariadb|mongosh|mongo|sqlite3|pg_dump|pg_restore|mysqldump|mongorestore|mongodump|mongoimport|redis-cli|sqlcmd|createdb|dropdb)$/
const DANGEROUS = /^prisma (?:db (?:push|seed|execute)|migrate (?:reset|dev|resolve))|\bdb:?(?:push|seed|drop|reset|wipe)\b|\bmigrate:?(?:reset|rollback|undo|down|fresh)\b|schema:(?:sync|drop)|\bseeds?\b|\bdrop\b|\breset\b/i
const DANGEROUS_OPTION = /^--(?:accept-data-loss|force(?:-reset)?|skip-\w[\w-]*|no-verify|drop|reset|clean)\b/

export type CommandVerdict = 'allowed' | 'harmless' | 'dangerous' | 'data' | 'network' | 'other'

export interface JudgedCommand {
  readonly verdict: CommandVerdict
  /** In the script's words, without its runner. */
  readonly shown: string
  readonly command: ScriptCommand
}

/** What a contract's entry allows: the commands that it names, and migrators when it names one. */
export function allowanceOf(terms: string | undefined): Allowance {
  if (terms === undefined) return { commands: [], migrators: true, making: [], strict: false }
  const text = terms.replace(/[`*_]/g, ' ').replace(/\s+/g, ' ')
  const forbidden = text.search(/\b(?:forbidden|never|must not|not allowed|prohibited)\b/i)
  const said = forbidden < 0 ? text : text.slice(0, forbidden)
  const commands = FORWARDS.filter(command => said.includes(command) || said.includes(command.replace(/:/g, ' ')))
  const migrators = /\bmigrate\(\)|migrate\.latest|runMigrations|umzug|migrator|programmatic|drizzle(?!-kit)|migrateToLatest/i.test(said)
  const makers = migrators || commands.length === 0
  return { commands, migrators: makers, making: MAKING.filter(command => said.includes(command)), strict: saysNothingElse(said, commands) }
}

/** Whether an entry says that nothing else may run: "`prisma migrate deploy` only", "nothing else". "CI only" says where. */
function saysNothingElse(said: string, commands: readonly string[]): boolean {
  if (/\bnothing (?:else|more)\b|\bno (?:other|further|second) commands?\b|\bexclusively\b|\bsolely\b/i.test(said)) return true
  return commands.some((command) => {
    const at = said.indexOf(command)
    if (at < 0) return false
    const before = said.slice(Math.max(0, at - 30), at)
    const after = said.slice(at + command.length, at + command.length + 30)
    return /\b(?:only|just)(?:\s+(?:runs?|executes?|the|may run|command))*\W{0,3}$/i.test(before) || /^\W{0,4}only\b/i.test(after)
  })
}

/** What a package script of that name runs. */
export type PackageScripts = (name: string) => string | undefined

/** The commands of a line of shell, judged; package scripts are followed. */
export function judgeLine(line: string, allowance: Allowance, packageScript: PackageScripts, depth = 0): readonly JudgedCommand[] {
  const script = readScript(line)
  const functions = new Set(script.commands.flatMap(command => command.inside ?? []))
  return script.commands.flatMap((command): readonly JudgedCommand[] => {
    if (command.words.length === 0 || functions.has(command.words[0]?.text ?? '')) return []
    const words = withoutRunner(command.words.map(word => word.text))
    const name = packageScriptIn(words)
    const inner = name === undefined || depth > 2 ? undefined : packageScript(name)
    if (inner !== undefined) return judgeLine(inner, allowance, packageScript, depth + 1).map(judged => ({ ...judged, shown: judged.verdict === 'allowed' || judged.verdict === 'harmless' ? judged.shown : `${name ?? ''}: ${judged.shown}`, command: { ...command, swallow: judged.command.swallow ?? command.swallow } }))
    return [{ verdict: verdictOf(words, allowance), shown: words.join(' ').slice(0, 80), command }]
  })
}

function verdictOf(words: readonly string[], { commands, making, strict }: Allowance): CommandVerdict {
  const [name = ''] = words
  const plain = words.filter((word, index) => index === 0 || !word.startsWith('-')).join(' ')
  if (name === 'exec' && words.length > 1) return 'other'
  if (HARMLESS.has(name) || SPEAKING.test(name) || HARMLESS_WORDS.test(words.join(' '))) return 'harmless'
  const allowed = (commands.length > 0 ? commands : FORWARDS).some(command => plain === command || plain.startsWith(`${command} `))
  if (words.some(word => DANGEROUS_OPTION.test(word)) && (allowed || LOOKING.test(plain) || /^(?:prisma|drizzle-kit|knex|typeorm|sequelize)$/.test(name))) return 'dangerous'
  if (allowed) return 'allowed'
  if (LOOKING.test(plain)) return 'harmless'
  if (MAKING.some(command => plain.startsWith(command))) return !strict || making.some(command => plain.startsWith(command)) ? 'harmless' : 'other'
  if (DANGEROUS.test(plain)) return 'dangerous'
  if (DATA.test(name)) return 'data'
  return NETWORK.test(name) ? 'network' : 'other'
}

/** Words of the program itself: `npx --yes prisma@5 migrate deploy` is `prisma migrate deploy`. */
function withoutRunner(words: readonly string[]): readonly string[] {
  let rest = words
  for (let depth = 0; depth < 6; depth++) {
    const [name = '', ...args] = rest
    const first = args.findIndex(arg => !arg.startsWith('-'))
    const second = args[first] ?? ''
    const narrowed = narrowedTo(name, args)
    if (narrowed !== undefined) {
      rest = narrowed
      continue
    }
    if (/^(?:npx|bunx|pnpx|dlx)$/.test(name) && first >= 0) rest = args.slice(first)
    else if (/^(?:npm|pnpm|yarn|bun)$/.test(name) && /^(?:exec|dlx|x)$/.test(second)) rest = args.slice(first + 1).filter((arg, index) => !(index === 0 && arg === '--'))
    else if (/^(?:pnpm|yarn|bun)$/.test(name) && TOOLS.test(second)) rest = args.slice(first)
    else if (/^(?:node|tsx)$/.test(name) && second.includes('node_modules/')) rest = args.slice(first)
    else if (/^(?:python3?|php|bundle)$/.test(name) && /(?:^|\/)(?:manage\.py|artisan|exec)$/.test(second)) rest = args.slice(second === 'exec' ? first + 1 : first)
    else if (name === 'exec' && args.length > 0 && !/^["']?\$/.test(args[0] ?? '')) rest = args
    else break
  }
  const [program = '', ...args] = rest
  const own = /node_modules\/(?:\.bin\/)?((?:@[\w-]+\/)?[\w-]+)/.exec(program)?.[1] ?? program.replace(/^.*\//, '')
  return [ALIASES[own.replace(/(?<=.)@[\w.^~-]+$/, '')] ?? own.replace(/(?<=.)@[\w.^~-]+$/, ''), ...args]
}

/** `yarn workspace @acme/db prisma …`, `pnpm --filter db exec prisma …` without the package that they name. */
function narrowedTo(name: string, args: readonly string[]): readonly string[] | undefined {
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(name)) return undefined
  if (name === 'yarn' && args[0] === 'workspace' && args.length > 2) return [name, ...args.slice(2)]
  const at = args.findIndex(arg => /^(?:-F|--filter|-w|--workspace|-C|--dir|--prefix|--cwd)$/.test(arg))
  const before = args.slice(0, at)
  return at < 0 || at + 2 >= args.length || before.some(arg => !arg.startsWith('-')) ? undefined : [name, ...before, ...args.slice(at + 2)]
}

const TOOLS = /^(?:prisma|drizzle-kit|knex|typeorm|sequelize|sequelize-cli|node-pg-migrate|migrate-mongo|kysely|kysely-ctl|mikro-orm|dbmate|db-migrate)$/
const ALIASES: Readonly<Record<string, string>> = { 'sequelize-cli': 'sequelize', 'kysely-ctl': 'kysely', 'typeorm-ts-node-commonjs': 'typeorm', 'typeorm-ts-node-esm': 'typeorm', '@mikro-orm/cli': 'mikro-orm' }
const OWN_VERBS = /^(?:install|ci|i|add|remove|update|publish|pack|link|audit|why|list|ls|config|cache|init|create|exec|dlx|x)$/

function packageScriptIn([name = '', ...args]: readonly string[]): string | undefined {
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(name)) return undefined
  const words = args.filter((arg, index) => !arg.startsWith('-') && !/^(?:-F|--filter|-w|--workspace|--prefix|-C|--cwd|--dir)$/.test(args[index - 1] ?? ''))
  if (/^run(?:-script)?$/.test(words[0] ?? '')) return words[1]
  return name === 'npm' || OWN_VERBS.test(words[0] ?? '') ? undefined : words[0]
}
