/** Hosts of databases as shell commands are told them: `mysql -h db.prod…`, `export PGHOST=…`. */
import type { ParsedCommand, ShellWord } from '../shell/command.ts'

/** A host in a command. Offsets are into the script, `end` exclusive. */
export interface NamedHost {
  readonly host: string
  readonly start: number
  readonly end: number
}

const CLIENTS = /^(?:psql|pg_dump|pg_dumpall|pg_restore|pg_isready|createdb|dropdb|mysql|mysqldump|mysqladmin|mysqlimport|mariadb|mariadb-dump|mongo|mongosh|mongodump|mongorestore|mongoimport|mongoexport|sqlcmd|clickhouse-client|pgcli|mycli)$/
const VARIABLE = /^(?=\w{0,40}(?:PG|DB|DATABASE|SQL|MONGO|POSTGRES))\w{0,60}(?:HOST|HOSTNAME|SERVER)$/

/** Whether a variable of the environment holds a database's host by its name: `PGHOST`, `DB_SERVER`. */
export function holdsHost(name: string): boolean {
  return VARIABLE.test(name)
}

/** Hosts that a command names: by the options of a database's client, by its assignments, by `export`. */
export function hostsIn(command: ParsedCommand): readonly NamedHost[] {
  const { words, assignments } = command
  const name = words[0]?.text.replace(/^.*\//, '') ?? ''
  const exported = /^(?:export|declare|readonly|local|setenv)$/.test(name) ? words.slice(1).flatMap(assigned) : []
  const own = assignments.filter(one => holdsHost(one.name)).map(({ value, start, end }) => ({ host: value, start, end }))
  return [...own, ...exported, ...CLIENTS.test(name) ? options(words) : []]
}

function assigned({ text, start, end }: ShellWord): readonly NamedHost[] {
  const [, name = '', value = ''] = /^(\w{1,80})=(.{0,300})$/.exec(text) ?? []
  return holdsHost(name) ? [{ host: value, start, end }] : []
}

function options(words: readonly ShellWord[]): readonly NamedHost[] {
  return words.flatMap((word, index): readonly NamedHost[] => {
    const glued = /^(?:--host=|-h(?=[\w.-]{4}))(.{1,300})$/.exec(word.text)?.[1]
    if (glued !== undefined) return [{ host: glued, start: word.start, end: word.end }]
    const next = /^(?:-h|--host|-H|-S)$/.test(word.text) ? words[index + 1] : undefined
    return next === undefined ? [] : [{ host: next.text, start: next.start, end: next.end }]
  })
}
