/** Commands of shells that work on a database, and PowerShell, which has no parser here: it is read line by line. */
import type { ShellGap } from './shell.ts'

const WRAPPERS = /^(?:sudo|exec|time|command|nohup|env|npx|bunx|pnpx|pnpm|yarn|bun|npm|dotenv|dotenvx|cross-env|docker|docker-compose|compose|kubectl|heroku|run|exec|dlx|x|--|-\S*|\w+=\S*)$/
const CLIENTS = /^(?:psql|mysql|mariadb|mongosh|mongo|sqlite3|pg_restore|dropdb|createdb|mongorestore|mongoimport|mysqlimport|cockroach|sqlcmd)$/
const TOOLS: readonly (readonly [program: RegExp, action: RegExp])[] = [
  [/^prisma$/, /^(?:migrate (?:deploy|reset|dev|resolve)|db (?:push|seed|execute))\b/],
  [/^knex$/, /^(?:migrate:(?:latest|up|down|rollback)|seed:run)\b/],
  [/^drizzle-kit$/, /^(?:push|migrate|drop)\b/],
  [/^sequelize(?:-cli)?$/, /^(?:db:(?:migrate|seed|drop)\S*)/],
  [/^typeorm(?:-ts-node-\w+)?$/, /^(?:migration:(?:run|revert)|schema:(?:sync|drop))\b/],
  [/^(?:node-pg-migrate|dbmate|migrate-mongo|supabase)$/, /^(?:up|down|migrate|drop|db (?:push|reset))\b/],
]

/** What a command does to a database, as written; `undefined` for one that does nothing to any. */
export function databaseCommand(words: readonly string[]): string | undefined {
  const at = words.findIndex(word => !WRAPPERS.test(word))
  const bare = (word: string): string => word.replace(/^["']|["']$/g, '').replace(/^.*\//, '')
  const name = bare(words[at] ?? '')
  const rest = words.slice(at + 1).filter(word => !word.startsWith('--schema')).join(' ')
  if (CLIENTS.test(name)) return /(?:^|\s)(?:--version|--help|-V)(?:\s|$)/.test(rest) ? undefined : shortened(`${name} ${rest}`)
  return TOOLS.some(([program, action]) => program.test(name) && action.test(rest)) ? shortened(`${name} ${rest}`) : undefined
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').replaceAll('`', "'")
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}

const CONDITION = /^\s*(?:\}\s*)?(?:else)?if\s*\((.{1,300})\)\s*\{?/i
const LEAVES = /\b(?:throw|exit)\b/i

/** Commands on a database in a PowerShell script before `if (-not $env:CI) { throw … }`, or outside of `if ($env:CI) { … }`. */
export function powershellGaps(text: string, isCi: (name: string) => boolean): readonly ShellGap[] {
  let start = 0
  let depth = 0
  /** Depths at which a block that is only entered in CI was opened. */
  const inside: number[] = []
  /** The depth of a block that is only entered outside of CI; left by throw or exit, it is the guard. */
  let outside: number | undefined
  for (const line of text.split('\n')) {
    const condition = /^\s*#/.test(line) ? undefined : CONDITION.exec(line.slice(0, 500))?.[1]
    const proof = condition === undefined ? undefined : proves(condition, isCi)
    if (proof === 'in') inside.push(depth)
    if (proof === 'out') outside = depth
    if (outside !== undefined && LEAVES.test(line)) {
      if (outside === 0) return []
      inside.push(outside - 1)
      outside = undefined
    }
    const what = /^\s*#/.test(line) ? undefined : databaseCommand(line.trim().replace(/^&\s*/, '').split(/\s+/))
    const indent = line.length - line.trimStart().length
    if (what !== undefined && inside.length === 0) return [{ start: start + indent, end: start + line.trimEnd().length, what: `\`${what}\``, evidence: 'nothing before it ends the script outside of CI' }]
    for (const char of line.slice(0, 2000)) depth += char === '{' ? 1 : char === '}' ? -1 : 0
    while (inside.length > 0 && (inside.at(-1) ?? 0) >= depth) inside.pop()
    if (outside !== undefined && outside >= depth) outside = undefined
    start += line.length + 1
  }
  return []
}

/** Whether a condition is true in CI only, or whenever this is not CI. */
function proves(condition: string, isCi: (name: string) => boolean): 'in' | 'out' | undefined {
  const name = /\$env:(\w{1,60})/i.exec(condition)?.[1]?.toUpperCase()
  if (name === undefined || !isCi(name)) return undefined
  const isNegated = /(?:-not\b|!)\s*\(?\s*\$env:/i.test(condition) || /-ne\s+['"$]?(?:true|1|\$true)/i.test(condition) || /-eq\s+(?:\$null|['"]['"])/i.test(condition) || /IsNullOr\w+\(\s*\$env:/i.test(condition)
  if (isNegated) return /-and\b/i.test(condition) ? undefined : 'out'
  return /-or\b/i.test(condition) || /-ne\b|-eq\s+['"]?(?:\$?false|0)/i.test(condition) ? undefined : 'in'
}
