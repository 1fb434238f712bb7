/** The commands of a PowerShell script, as far as lines tell. There is no grammar of it here. */
import type { ParsedCommand } from './command.ts'
import { splitPlain } from './plain.ts'

/** Words that open a block or say how it goes on; what they run stands in braces. */
const KEYWORDS = /^(?:if|elseif|else|foreach|for|while|do|until|switch|function|param|try|catch|finally|begin|process|end|trap|filter|class|return|throw|exit|break|continue|using|\(|\[|@)/i
/** Closes and opens around the words of a command. */
const BRACES = /^[{}()]+$/

/**
 * Every command that a script may run: cmdlets and programs, without what it is assigned to, and those in the blocks of one line. Offsets are
 * into the text.
 */
export function commandsOfPowerShell(text: string): readonly ParsedCommand[] {
  return splitPlain(text.replace(/<#[^]*?(?:#>|$)/g, comment => comment.replace(/[^\n]/g, ' '))).flatMap(command => commandsIn(command, text, 0))
}

function commandsIn(command: ParsedCommand, text: string, depth: number): readonly ParsedCommand[] {
  const start = command.words.findIndex(word => !BRACES.test(word.text))
  const words = start < 0 ? [] : command.words.slice(start)
  const [first, second] = words
  if (first === undefined || depth > 5) return []
  // `$result = npx prisma migrate deploy`
  const rest = first.text.startsWith('$') && /^[+]?=$/.test(second?.text ?? '') ? words.slice(2) : KEYWORDS.test(first.text) ? inBlock(words) : undefined
  if (rest !== undefined) return commandsIn(withWords(command, rest), text, depth + 1)
  if (/["'$\d]/.test(text[first.start] ?? '')) return []
  const end = words.findIndex(word => word.text === '}')
  const own = withWords(command, end < 0 ? words : words.slice(0, end))
  return [own, ...(end < 0 ? [] : commandsIn(withWords(command, words.slice(end + 1)), text, depth + 1))]
}

/** What stands behind the first brace that opens. */
function inBlock(words: ParsedCommand['words']): ParsedCommand['words'] {
  const open = words.findIndex(word => word.text === '{')
  return open < 0 ? [] : words.slice(open + 1)
}

function withWords(command: ParsedCommand, words: ParsedCommand['words']): ParsedCommand {
  return { ...command, words, start: words[0]?.start ?? command.start, end: words.at(-1)?.end ?? command.end }
}
