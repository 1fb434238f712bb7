/** Which effects change a database, and the text files that have them: shell, PowerShell, SQL. */
import { parseBash } from '../shell/bash.ts'
import type { ParsedCommand } from '../shell/command.ts'
import { splitPlain } from '../shell/plain.ts'
import { effectsOfStep, type CommandPlace } from './command-effects.ts'
import type { EffectKind, TouchedTable } from './effect.ts'
import { isChange, statementsOfSql } from './sql.ts'

/** What rules ask about effects, of programs and of texts. */
export interface Touching {
  readonly kind: EffectKind
  readonly tables: readonly TouchedTable[]
}

/** Whether an effect changes rows or the schema, or may: SQL that nobody knows, given to what runs changes. */
export function mutates({ kind, tables }: Touching): boolean {
  if (kind === 'migrate') return true
  return (kind === 'write' || kind === 'command') && (tables.length === 0 || tables.some(({ operation }) => operation !== 'read'))
}

/** Whether it surely changes something, and not only perhaps. */
export function surelyMutates({ kind, tables }: Touching): boolean {
  return kind === 'migrate' || tables.some(({ operation }) => isChange(operation)) || (kind === 'write' && tables.length === 0)
}

/** An effect in a text that is no program of JavaScript. Offsets are 0-based, `end` exclusive. */
export interface TextEffect extends Touching {
  readonly start: number
  readonly end: number
  readonly library: string
  readonly what: string
}

/** What a shell script does, command by command; here-documents and pipes are what a command reads. */
export function effectsOfShell(text: string, place: CommandPlace): readonly TextEffect[] {
  const steps = parseBash(text).filter((step): step is ParsedCommand => step.kind === 'command')
  return steps.flatMap((step, index) => effectsAt(step, { ...place, input: inputOf(text, step, steps[index - 1]) }))
}

/** What a PowerShell script does. */
export function effectsOfPowerShell(text: string, place: CommandPlace): readonly TextEffect[] {
  return splitPlain(text).flatMap(step => effectsAt(step, place))
}

function effectsAt(step: ParsedCommand, place: CommandPlace): readonly TextEffect[] {
  return effectsOfStep(step, place).map(({ kind, tables = [], library = '', what = '' }) => ({ kind, tables, library, what, start: step.start, end: step.end }))
}

/** The statements of a file of SQL that change something. */
export function effectsOfSqlFile(text: string): readonly TextEffect[] {
  return statementsOfSql(text).flatMap(({ statement, tables }): readonly TextEffect[] => {
    const words = statement.text.slice(0, 200).replace(/[`\s]+/g, ' ')
    const what = `\`${words.length > 60 ? `${words.slice(0, 57)}…` : words}\``
    return tables.some(({ operation }) => operation !== 'read')
      ? [{ kind: 'write', tables, library: 'sql', what, start: statement.start, end: statement.start + Math.min(statement.text.length, 200) }]
      : []
  })
}

const LONGEST_INPUT = 200_000

/** What stands in a here-document of a command, in `<<< "…"`, or in the `echo` before its pipe. */
function inputOf(text: string, step: ParsedCommand, before: ParsedCommand | undefined): string | undefined {
  const lineEnd = text.indexOf('\n', step.end)
  const rest = text.slice(step.start, lineEnd < 0 ? text.length : lineEnd)
  const word = /<<-?\s{0,5}["'\\]?(\w{1,60})/.exec(rest.slice(0, 2000))?.[1]
  if (word !== undefined && lineEnd >= 0) {
    const body = text.slice(lineEnd + 1, lineEnd + 1 + LONGEST_INPUT)
    const end = new RegExp(`^\\s{0,20}${word}\\s{0,20}$`, 'm').exec(body)?.index ?? body.length
    return body.slice(0, end)
  }
  const given = step.redirects.find(({ operator }) => operator === '<<<')?.target.text
  if (given !== undefined) return given
  if (before === undefined || !/^\s*\|\s*$/.test(text.slice(before.end, step.start).slice(0, 100))) return undefined
  const [name, ...words] = before.words.map(one => one.text)
  return name === 'echo' || name === 'printf' ? words.join(' ') : undefined
}
