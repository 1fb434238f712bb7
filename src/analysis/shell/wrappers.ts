/** Takes off programs that only run another one: `sudo`, `env A=b`, `cross-env`, `npx dotenv --`. */
import type { ParsedCommand, ShellAssignment, ShellWord } from './command.ts'

/** Options of the wrappers that take a value in the next word. */
const VALUE_OPTIONS = new Set(['-u', '-g', '-e', '-p', '-n', '-c', '--env', '--project', '--config', '--env-file', '-f', '-v', '-k', '-s'])
const BARE = new Set(['sudo', 'env', 'time', 'command', 'exec', 'nohup', 'nice', 'timeout', 'cross-env', 'cross-env-shell', 'caffeinate', 'winpty', 'doas', 'builtin'])
/** Wrappers whose command stands after `--`. */
const DASHED = new Set(['dotenv', 'dotenvx', 'doppler', 'op', 'infisical', 'env-cmd', 'direnv', 'mise', 'firebase', 'aws-vault', 'start-server-and-test', 'with-env'])
const RUNNERS = new Set(['npx', 'bunx', 'pnpx'])
const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s

/** The command that is really run, with the assignments that wrappers make. At most five wrappers deep. */
export function unwrap(command: ParsedCommand): ParsedCommand {
  let words = command.words
  const assignments: ShellAssignment[] = [...command.assignments]
  for (let depth = 0; depth < 5; depth++) {
    const next = inner(words, assignments)
    if (next === undefined || next.length === 0) break
    words = next
  }
  if (words === command.words) return command
  return { ...command, words, assignments, start: words[0]?.start ?? command.start }
}

function inner(words: readonly ShellWord[], assignments: ShellAssignment[]): readonly ShellWord[] | undefined {
  const name = words[0]?.text ?? ''
  if (RUNNERS.has(name)) {
    const wrapper = words.findIndex((word, index) => index > 0 && !word.text.startsWith('-'))
    const program = words[wrapper]?.text ?? ''
    return BARE.has(program) || DASHED.has(program) ? inner(words.slice(wrapper), assignments) : undefined
  }
  if (DASHED.has(name)) {
    const dashes = words.findIndex(word => word.text === '--')
    return dashes < 0 ? undefined : words.slice(dashes + 1)
  }
  // `command -v docker` only asks where it is.
  if (!BARE.has(name) || (name === 'command' && /^-[vV]/.test(words[1]?.text ?? ''))) return undefined
  let at = 1
  for (; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) break
    const assignment = ASSIGNMENT.exec(word.text)
    if (assignment !== null) {
      assignments.push({ name: assignment[1] ?? '', value: assignment[2] ?? '', start: word.start, end: word.end })
    } else if (word.text === '--') {
      at++
      break
    } else if (word.text.startsWith('-')) {
      // `nice -n 5`, `sudo -u x`; `time -p` takes none.
      if (name !== 'time' && name !== 'command' && VALUE_OPTIONS.has(word.text)) at++
    } else if (!(name === 'timeout' && /^\d/.test(word.text))) {
      break
    }
  }
  return words.slice(at)
}
