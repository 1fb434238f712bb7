/** What a command line does to a database: migration tools, database shells, package scripts and wrappers of all these. */
import { parseBash } from '../shell/bash.ts'
import type { ShellStep } from '../shell/command.ts'
import { unwrap } from '../shell/wrappers.ts'
import { HOLE, touched, type EffectDraft } from './handle.ts'
import { sqlEffect } from './sql.ts'

/** What is known around a command. */
export interface CommandPlace {
  /** What a package script runs. */
  script?(name: string): string | undefined
  /** The text of a file, from the root. */
  text?(path: string): string | undefined
  /** What stands in a here-document or a pipe before the command. */
  readonly input?: string | undefined
}

/** So many package scripts and wrapped shells are followed from a command. */
const DEEPEST = 5

/** Everything that a line of shell does. */
export function effectsOfCommandLine(text: string, place: CommandPlace, depth = 0): readonly EffectDraft[] {
  return parseBash(text).flatMap(step => effectsOfStep(step, place, depth))
}

export function effectsOfStep(step: ShellStep, place: CommandPlace, depth = 0): readonly EffectDraft[] {
  return step.kind === 'command' ? effectsOfWords(unwrap(step).words.map(word => word.text), place, depth) : []
}

/**
 * What a command does, by its words.
 * @param words program and arguments; HOLE for what nobody knows
 */
export function effectsOfWords(words: readonly string[], place: CommandPlace, depth = 0): readonly EffectDraft[] {
  const [first = '', ...args] = words
  if (first === '' || depth > DEEPEST) return []
  const program = programOf(first)
  const wrapped = unwrapped(program, args)
  if (wrapped !== undefined) return effectsOfWords(wrapped, place, depth + 1)
  if (/^(?:ba|z|k|da)?sh$/.test(program)) {
    const at = args.findIndex(arg => /^-\w*c$/.test(arg))
    return at < 0 ? [] : effectsOfCommandLine(args[at + 1] ?? '', place, depth + 1)
  }
  const script = scriptNamed(program, args)
  if (script !== undefined) {
    const text = place.script?.(script)
    return text === undefined ? [] : effectsOfCommandLine(text, place, depth + 1).map(effect => ({ ...effect, what: `runs the package script \`${script}\`, which ${effect.what ?? ''}` }))
  }
  const shown = [program, ...args.filter(arg => !arg.includes('://'))].join(' ').replaceAll(HOLE, '…').replace(/[`\s]+/g, ' ')
  const what = `runs \`${shown.length > 70 ? `${shown.slice(0, 67)}…` : shown}\``
  return toolEffects(program, args, place).map(effect => ({ ...effect, what, library: program }))
}

/** `./node_modules/.bin/prisma`, `prisma@5`, `node_modules/prisma/build/index.js` are `prisma`. */
function programOf(word: string): string {
  const package_ = /node_modules\/(?:\.bin\/)?((?:@[\w-]+\/)?[\w-]+)/.exec(word)?.[1]
  return (package_ ?? word.replace(/^.*\/(?=[^/]+$)/, '')).replace(/(?<=.)@[\w.^~-]+$/, '').replace(/\.(?:cmd|exe)$/, '')
}

/** The words of the command that a program only runs. */
function unwrapped(program: string, args: readonly string[]): readonly string[] | undefined {
  const behind = (at: number): readonly string[] | undefined => {
    const rest = args.slice(at)
    const start = rest.findIndex(arg => !arg.startsWith('-'))
    return start < 0 ? undefined : rest.slice(start)
  }
  const [first = ''] = args
  const afterDashes = args.includes('--') ? args.slice(args.indexOf('--') + 1) : undefined
  switch (program) {
    case 'npx': case 'bunx': case 'pnpx': {
      const at = args.findIndex(arg => arg === '-p' || arg === '--package')
      return at >= 0 ? behind(at + 2) : afterDashes !== undefined && args.indexOf('--') === 0 ? afterDashes : behind(0)
    }
    case 'npm': return first === 'exec' || first === 'x' ? afterDashes ?? behind(1) : undefined
    case 'pnpm': case 'yarn': case 'bun': {
      const [name = ''] = behind(0) ?? []
      if (/^(?:exec|dlx|x)$/.test(name)) return behind(args.indexOf(name) + 1)
      return isTool(name) ? behind(args.indexOf(name)) : undefined
    }
    case 'node': case 'tsx': case 'ts-node': case 'deno': {
      const at = args.findIndex(arg => arg.includes('node_modules/'))
      return at < 0 ? undefined : args.slice(at)
    }
    case 'docker': case 'docker-compose': case 'podman': case 'kubectl': case 'heroku': case 'fly': case 'flyctl': case 'ssh': case 'railway': {
      const at = args.findIndex((arg, index) => index > 0 && isTool(programOf(arg)))
      return at < 0 ? undefined : args.slice(at)
    }
    case 'dotenv': case 'dotenvx': case 'doppler': case 'infisical': case 'env-cmd': case 'op': case 'dotenv-flow': {
      if (afterDashes !== undefined) return afterDashes
      const at = args.findIndex(arg => isTool(programOf(arg)) || /^(?:npx|npm|pnpm|yarn|bunx?)$/.test(arg))
      return at < 0 ? undefined : args.slice(at)
    }
    case 'sudo': case 'env': case 'cross-env': case 'time': case 'nohup': case 'exec': case 'xargs': {
      const at = args.findIndex(arg => !arg.startsWith('-') && !/^\w+=/.test(arg))
      return at < 0 ? undefined : args.slice(at)
    }
    default: return undefined
  }
}

/** The package script that a runner is asked for. */
function scriptNamed(program: string, args: readonly string[]): string | undefined {
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(program)) return undefined
  const words = args.filter((arg, index) => !arg.startsWith('-') && !/^(?:-F|--filter|-w|--workspace|--prefix|-C|--cwd|--dir)$/.test(args[index - 1] ?? ''))
  const [first, second] = words
  if (first === 'run' || first === 'run-script') return second
  if (program === 'npm') return first === 'test' || first === 'start' ? first : undefined
  return first
}

type Tool = (args: readonly string[], place: CommandPlace) => readonly EffectDraft[]

const MIGRATES: readonly EffectDraft[] = [{ kind: 'migrate' }]
const WRITES: readonly EffectDraft[] = [{ kind: 'command', tables: [touched(undefined, 'table', 'unknown')] }]
const READS: readonly EffectDraft[] = [{ kind: 'command', tables: [touched(undefined, 'table', 'read')] }]

/** A tool whose words tell: those that migrate, those that write otherwise. Everything else of it changes nothing. */
function byWords(migrates: RegExp, writes?: RegExp): Tool {
  return (args) => {
    const words = args.filter(arg => !arg.startsWith('-')).join(' ')
    return migrates.test(words) ? MIGRATES : writes?.test(words) === true ? WRITES : []
  }
}

/** Words are those of each tool's own manual. */
const TOOLS: Readonly<Record<string, Tool>> = {
  'prisma': (args, place) => {
    // `spawn('prisma', process.argv.slice(2))` does whatever it is told.
    if (args[0] === HOLE || (args[1] === HOLE && /^(?:migrate|db)$/.test(args[0] ?? ''))) return [{ kind: 'command', tables: [touched(undefined, 'table', 'unknown')] }]
    const words = args.filter(arg => !arg.startsWith('-')).join(' ')
    if (words.startsWith('db execute')) {
      const file = args[args.indexOf('--file') + 1]
      return [{ ...sqlEffect(args.includes('--file') && file !== undefined ? place.text?.(file) : place.input, 'write'), kind: 'command' }]
    }
    if (args.includes('--create-only')) return []
    return /^(?:migrate (?:deploy|dev|reset|resolve)|db push)/.test(words) ? MIGRATES : words.startsWith('db seed') ? WRITES : []
  },
  'drizzle-kit': byWords(/^(?:migrate|push|up)(?::\w+)?\b/),
  'knex': byWords(/^migrate:(?:latest|up|down|rollback|forceunlock)\b/i, /^seed:run\b/),
  'sequelize': byWords(/^db:migrate(?!:status)/, /^db:(?:seed|drop|create)(?!:\w*status)/),
  'typeorm': byWords(/\b(?:migration:(?:run|revert)|schema:(?:sync|drop))\b/, /\bquery\b/),
  'mikro-orm': byWords(/^(?:migration:(?:up|down|fresh)|schema:(?:update|create|drop|fresh))\b/, /^(?:seeder:run|database:(?:drop|create))\b/),
  'kysely': byWords(/^migrate[: ](?:latest|up|down|rollback)\b/, /^seed[: ]run\b/),
  'node-pg-migrate': byWords(/^(?:up|down|redo)\b/),
  'pg-migrate': byWords(/^(?:up|down|redo)\b/),
  'db-migrate': byWords(/^(?:up|down|reset)\b/, /^db:(?:create|drop)\b/),
  'migrate-mongo': byWords(/^(?:up|down)\b/),
  'graphile-migrate': byWords(/^(?:migrate|commit|reset|watch|uncommit)\b/, /^run\b/),
  'dbmate': byWords(/\b(?:up|migrate|rollback|down|load)\b/, /\b(?:create|drop)\b/),
  'flyway': byWords(/\b(?:migrate|undo|baseline|repair)\b/, /\bclean\b/),
  'liquibase': byWords(/\b(?:update|rollback)\b/, /\bdrop-?all\b/i),
  'migrate': byWords(/\b(?:up|down|drop|goto|force)\b/),
  'goose': byWords(/\b(?:up|down|redo|reset)\b/),
  'atlas': byWords(/\b(?:migrate apply|schema apply|migrate down)\b/, /\bschema clean\b/),
  'alembic': byWords(/\b(?:upgrade|downgrade|stamp)\b/),
  'sqitch': byWords(/\b(?:deploy|revert|rebase)\b/),
  'supabase': byWords(/^(?:db (?:push|reset)|migration (?:up|down|repair))\b/),
  'hasura': byWords(/\b(?:migrate apply|deploy|metadata apply)\b/, /\bseed apply\b/),
  'payload': byWords(/^migrate(?!:(?:status|create))/),
  'medusa': byWords(/^(?:db:migrate|db:setup|migrations run|db:sync-links|db:rollback)\b/, /^seed\b/),
  'wrangler': byWords(/\bd1 migrations apply\b/, /\bd1 execute\b/),
  'rails': byWords(/^db:(?:migrate|rollback|schema:load|setup|reset|prepare)\b/, /^db:(?:seed|drop|create)/),
  'rake': byWords(/^db:(?:migrate|rollback|schema:load|setup|reset)\b/, /^db:(?:seed|drop|create)/),
  'psql': sqlShell(['-c', '--command'], ['-f', '--file'], ['-l', '--list', '-V', '--version']),
  'mysql': sqlShell(['-e', '--execute'], [], ['-V', '--version']),
  'mariadb': sqlShell(['-e', '--execute'], [], ['-V', '--version']),
  'clickhouse-client': sqlShell(['-q', '--query'], ['--queries-file'], ['--version']),
  'sqlcmd': sqlShell(['-Q', '-q'], ['-i'], []),
  'sqlite3': (args, place) => {
    const [, sql] = args.filter(arg => !/^[-.]/.test(arg))
    return sql === undefined ? sqlShell([], [], ['-version'])(args, place) : [{ ...sqlEffect(sql), kind: 'command' }]
  },
  'mongosh': mongoShell,
  'mongo': mongoShell,
  'pg_restore': args => (args.includes('-l') || args.includes('--list') ? [] : WRITES),
  'mongorestore': () => WRITES, 'mongoimport': () => WRITES, 'mysqlimport': () => WRITES, 'pgloader': () => WRITES,
  'dropdb': () => [{ kind: 'command', tables: [touched(undefined, 'table', 'drop')] }],
  'createdb': () => [{ kind: 'command', tables: [touched(undefined, 'table', 'schema')] }],
  'pg_dump': () => READS, 'pg_dumpall': () => READS, 'mysqldump': () => READS, 'mongodump': () => READS, 'mongoexport': () => READS, 'pg_isready': () => [],
}

const ALIASES: Readonly<Record<string, string>> = {
  'sequelize-cli': 'sequelize', 'typeorm-ts-node-commonjs': 'typeorm', 'typeorm-ts-node-esm': 'typeorm', 'kysely-ctl': 'kysely', '@mikro-orm/cli': 'mikro-orm', '@medusajs/cli': 'medusa',
}

function toolOf(program: string): Tool | undefined {
  return Object.hasOwn(TOOLS, ALIASES[program] ?? program) ? TOOLS[ALIASES[program] ?? program] : undefined
}

function isTool(program: string): boolean {
  return toolOf(program) !== undefined
}

function toolEffects(program: string, args: readonly string[], place: CommandPlace): readonly EffectDraft[] {
  if (args.some(arg => arg === '--help' || arg === '-h' && program === 'prisma') || isOnThisMachine(args)) return []
  return toolOf(program)?.(args, place) ?? []
}

const LOCAL = /^(?:localhost|127\.0\.0\.1|::1)$/

/** Whether a command says that its database is on the machine that it runs on, which is a developer's: `-h localhost`, `mongodb://127.0.0.1/shop`. */
export function isOnThisMachine(args: readonly string[]): boolean {
  const hosts = [...valuesOf(args, ['-h', '--host']), ...args.flatMap(arg => /^-h(.+)$/.exec(arg)?.[1] ?? [])]
  return hosts.some(host => LOCAL.test(host)) || args.some(arg => /^\w{2,20}(?:\+\w{1,10})?:\/\/(?:[^@/\s]{1,200}@)?(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/.test(arg))
}

/** A shell for SQL: what its options, its files and its input say. Without any of these nobody knows. */
function sqlShell(commands: readonly string[], files: readonly string[], harmless: readonly string[]): Tool {
  return (args, place) => {
    if (args.some(arg => harmless.includes(arg))) return []
    const input = place.input === undefined ? [] : [place.input]
    const texts = [...valuesOf(args, commands), ...valuesOf(args, files).map(path => place.text?.(path)), ...input]
    if (texts.length === 0) return WRITES
    const effects = texts.map(text => sqlEffect(text, 'write'))
    const first = effects.find(({ kind }) => kind === 'write') ?? effects[0]
    return first === undefined ? [] : [{ ...first, kind: 'command', tables: effects.flatMap(({ tables }) => tables ?? []) }]
  }
}

/** Values of options: in the next word, behind `=`, or glued to a short one (`-cSELECT 1`, `-Atc`). */
function valuesOf(args: readonly string[], options: readonly string[]): readonly string[] {
  return args.flatMap((arg, index) => {
    for (const option of options) {
      if (arg === option || (/^-\w$/.test(option) && /^-[A-Za-z]+$/.test(arg) && arg.endsWith(option.slice(1)))) return args[index + 1] ?? []
      if (option.startsWith('--') && arg.startsWith(`${option}=`)) return arg.slice(option.length + 1)
    }
    return []
  })
}

function mongoShell(args: readonly string[]): readonly EffectDraft[] {
  const [code] = valuesOf(args, ['--eval', '-e'])
  if (code === undefined) return args.some(arg => arg.endsWith('.js')) ? WRITES : []
  return /\.(?:insert|update|delete|drop|remove|replace|bulkWrite|rename|create)\w{0,20}\(/.test(code) ? WRITES : READS
}
