/** Splits commands without a grammar: for PowerShell and cmd, and for what the Bash parser gives up on. */
import type { ParsedCommand, ShellWord } from './command.ts'

const PLACEHOLDER = /[$`…\uE000]|%\w+%|\{\{|\{[A-Za-z][\w-]*\}|<[^<>\s][^<>]*>|\.\.\.$/

/** Whether a word's value depends on something that isn't written there. */
export function isDynamic(text: string): boolean {
  return PLACEHOLDER.test(text.length > 2000 ? text.slice(0, 2000) : text)
}

/**
 * Commands of a text, line by line, separated by `;`, `|`, `&&` and `||`; quotes group, `#` starts a comment.
 * Offsets are into `text`.
 */
export function splitPlain(text: string, from = 0, to: number = text.length): ParsedCommand[] {
  const commands: ParsedCommand[] = []
  let words: ShellWord[] = []
  const flush = (): void => {
    const first = words[0]
    const last = words.at(-1)
    if (first !== undefined && last !== undefined) {
      commands.push({ kind: 'command', words, redirects: [], assignments: [], start: first.start, end: last.end })
    }
    words = []
  }
  let at = from
  while (at < to) {
    const char = text[at] ?? ''
    if (char === '\n' || char === ';' || char === '|' || char === '&') {
      flush()
      at++
    } else if (/\s/.test(char)) {
      // Every white space that ends a word, no-break spaces too: otherwise an empty word would stand here for ever.
      at++
    } else if (char === '#') {
      const lineEnd = text.indexOf('\n', at)
      at = lineEnd < 0 ? to : lineEnd
    } else if ((char === '\\' || char === '`' || char === '^') && text[at + 1] === '\n') {
      at += 2
    } else {
      const end = wordEnd(text, at, to)
      const source = text.slice(at, end)
      const value = source.replace(/["']/g, '')
      words.push({ text: value, start: at, end, dynamic: isDynamic(source), glob: /[*?[\]]/.test(source) })
      at = end
    }
  }
  flush()
  return commands
}

/** The end of a word; a quote that isn't closed on its line is an ordinary character. */
function wordEnd(text: string, from: number, to: number): number {
  let at = from
  let lineEnd = -1
  while (at < to) {
    const char = text[at] ?? ''
    if (/[\s;|&]/.test(char)) return at
    if (char === '"' || char === "'") {
      if (lineEnd < at) {
        const next = text.indexOf('\n', at)
        lineEnd = next < 0 ? to : next
      }
      // Searching only the line keeps the work per line.
      const closing = text.slice(at + 1, Math.min(lineEnd, at + 10_000)).indexOf(char)
      if (closing >= 0) at += closing + 1
    }
    at++
  }
  return to
}
