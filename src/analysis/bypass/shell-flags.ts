/** Variables and arguments in the conditions of a shell script that let it pass its own guards. */
import type { Branch, ScriptCommand, ShellScript } from '../shell/script.ts'
import type { Bypass } from './bypass.ts'
import { gateOf } from './gate.ts'
import { isBypassName, isPermissiveName } from './names.ts'

/** A flag that a condition tests. Offsets are into the script. */
interface ShellFlag {
  readonly name: string
  readonly start: number
  readonly end: number
  /** Whether the condition succeeds when the flag is set. */
  readonly whenSet: boolean
}

const REFERENCE = /\$\{?([A-Za-z_]\w{0,80})[^\s"'}\])]{0,40}\}?/
const NOTHING = /^["']?(?:false|0|no|off|n|)["']?$/i
const YES = /^["']?(?:true|1|yes|on|y|force|skip|\$.{0,40}|--?[\w-]{1,60})["']?$/i

/** What mutates a database, as far as a command line says it. */
const MUTATION = /\bprisma\s+(?:migrate\s+(?:deploy|reset|dev|resolve)|db\s+(?:push|seed|execute))|\b(?:psql|mysql|mariadb|mongosh|mongorestore|pg_restore|sqlite3)\b|\b(?:drizzle-kit|knex|sequelize|typeorm|flyway|liquibase|dbmate|goose|alembic)\s+\S{0,40}(?:migrat|push|up|seed|undo|reset)|\bterraform\s+(?:apply|destroy)|\bdropdb\b|\bDROP\s+(?:TABLE|DATABASE)/i

/** Every flag that lets a gate, a guard or a mutation of the script go another way. `guards`: whether leaving with a failure counts. */
export function flagsInShell(script: ShellScript, guards: boolean): readonly Bypass[] {
  const found = new Map<number, Bypass>()
  for (const command of script.commands) {
    const said = script.text.slice(command.start, command.end)
    const fails = guards && isFailure(command)
    const mutates = MUTATION.test(said)
    const gate = mutates ? undefined : gateOf(command) ?? (fails ? 'the stop' : undefined)
    if (gate === undefined && !mutates) continue
    for (const { branch, flag, sole } of flagsAround(command, script)) {
      if (found.has(flag.start)) continue
      const likelier = flag.whenSet === branch.when
      if (gate !== undefined && !likelier) {
        if (fails && sole && !isPermissiveName(flag.name)) continue
        if (skipsMutationToo(script, branch)) continue
        found.set(flag.start, { start: flag.start, end: flag.end, messageId: 'flag', data: { name: flag.name, guard: fails ? `the \`${said.slice(0, 40)}\`` : `\`${gate}\`` }, concernedAt: command.start, confidence: 'high' })
      } else if (mutates && likelier && isPermissiveName(flag.name)) {
        found.set(flag.start, { start: flag.start, end: flag.end, messageId: 'enables', data: { name: flag.name, mutation: `\`${said.split('\n')[0]?.slice(0, 60) ?? ''}\`` }, concernedAt: command.start, confidence: 'medium' })
      }
    }
  }
  return [...found.values()]
}

function isFailure({ words, branches }: ScriptCommand): boolean {
  const [name, status] = words.map(word => word.text)
  return branches.length > 0 && (/^(?:die|fail|abort|bail)$/.test(name ?? '') || (/^(?:exit|return)$/.test(name ?? '') && status !== undefined && status !== '0'))
}

interface FlagAround {
  readonly branch: Branch
  readonly flag: ShellFlag
  /** Whether the condition asks for nothing else. */
  readonly sole: boolean
}

function* flagsAround(command: ScriptCommand, script: ShellScript): Iterable<FlagAround> {
  for (const branch of command.branches.slice(-12)) {
    const flags = branch.test.flatMap(test => flagOf(test, script) ?? [])
    const sole = branch.test.length === 1 && command.branches.length === 1 && !/\s(?:-a|-o|&&|\|\|)\s/.test(script.text.slice(branch.test[0]?.start, branch.test[0]?.end))
    for (const flag of flags) yield { branch, flag, sole }
  }
}

/** When what is skipped holds the mutation too, nothing happens unguarded. */
function skipsMutationToo(script: ShellScript, branch: Branch): boolean {
  return script.commands.some(({ branches, start, end }) => branches.some(one => one.test === branch.test && one.when === branch.when)
    && MUTATION.test(script.text.slice(start, end)))
}

/** `[ -n "$SKIP" ]`, `[[ $FORCE == 1 ]]`, `$SKIP_TESTS`, `[ "$1" = --force ]`, `case $1 in --force)`. */
function flagOf(test: ScriptCommand, { text }: ShellScript): ShellFlag | undefined {
  const from = test.start
  const slice = text.slice(from, test.end).slice(0, 400)
  const name = test.words[0]?.text ?? ''
  if (!/^(?:\[|\[\[|test|case|\$.*)$/.test(name)) return undefined
  const option = /(?<![\w-])--?([a-z][\w-]{2,60})/.exec(slice)
  const reference = REFERENCE.exec(slice)
  if (reference === null) return undefined
  const variable = reference[1] ?? ''
  const place = { start: from + reference.index, end: from + reference.index + reference[0].length }
  const named = isBypassName(variable)
  if (!named && !(option?.[1] !== undefined && isBypassName(option[1]) && /\$\{?(?:[1-9@*]|ARGS?\b|args?\b|opt\b|flag\b)/.test(slice))) return undefined
  const inverted = /!=|(?:^|\s)-z\s|(?:^|\[\[?\s*)!\s|\s-ne\s/.test(slice)
  const compared = /(?:[!=]?=|-eq|-ne)\s*(\S{0,60})/.exec(slice)?.[1]?.replace(/[\])]+$/, '')
  // Compared with something else it is a mode, not a flag.
  if (slice.includes('=~') || (compared !== undefined && !NOTHING.test(compared) && !YES.test(compared))) return undefined
  // A variable that is compared with two values is being validated.
  if (named && slice.split(`$${variable}`).length + slice.split(`\${${variable}`).length > 3) return undefined
  const toNothing = compared !== undefined && NOTHING.test(compared)
  const negations = [inverted, toNothing, test.negated].filter(Boolean).length
  return { name: named ? variable : `--${option?.[1] ?? ''}`, ...place, whenSet: negations % 2 === 0 }
}
