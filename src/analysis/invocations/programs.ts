/** Calls that may go to a program of the repository itself. */
import { isForeignProgram } from '../shell/programs.ts'
import type { ShellCommand, ShellWord } from '../shell/command.ts'

/** A call of a program: its name and everything after it up to `--`. */
export interface ProgramCall {
  readonly program: ShellWord
  readonly words: readonly ShellWord[]
}

const RUNNERS = new Set(['npx', 'bunx', 'pnpx'])
const RUN_WORDS = new Set(['exec', 'dlx', 'x'])

/**
 * The program that a command calls, if an npm package can install it; `undefined` for all others and for calls
 * without flags or further words.
 */
export function programCallOf(command: ShellCommand): ProgramCall | undefined {
  let words: readonly ShellWord[] = [command.name, ...command.args]
  const name = command.name.text
  if (RUNNERS.has(name)) words = words.slice(words.findIndex((word, index) => index > 0 && !word.text.startsWith('-')))
  else if (/^(?:pnpm|yarn|bun|npm)$/.test(name)) words = RUN_WORDS.has(words[1]?.text ?? '') ? words.slice(words[2]?.text === '--' ? 3 : 2) : []
  const [program, ...rest] = words
  if (program === undefined || program === command.name && RUNNERS.has(name)) return undefined
  const bare = program.text.replace(/(?<=.)@[\w.^~-]+$/, '')
  if (program.dynamic || isForeignProgram(bare) || !/^(?:@[\w.-]+\/)?[a-z][\w.-]*$/.test(bare)) return undefined
  const dashes = rest.findIndex(word => word.text === '--')
  const called = dashes < 0 ? rest : rest.slice(0, dashes)
  return called.length === 0 ? undefined : { program: { ...program, text: bare }, words: called }
}
