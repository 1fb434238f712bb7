/** Code blocks and inline code as shell text, with the way back to the document's offsets. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { pointAt } from '../../core/position.ts'
import { isKnownProgram, isProgramPath } from './programs.ts'

/** Text to parse. Markup, prompts and output are blanked or cut; `toDocument` maps an offset in it to the document. */
export interface ShellText {
  readonly text: string
  /** `plain`: not a Bourne-like shell. */
  readonly dialect: 'bash' | 'plain'
  readonly lang: string
  toDocument(offset: number): number
}

const SHELLS = new Set([
  'sh', 'bash', 'shell', 'zsh', 'console', 'terminal', 'shell-session', 'shellsession', 'sh-session', 'shellscript', 'bash-session',
  'fish', 'ksh', 'dash', 'cli', 'command-line', 'commandline', 'package-install', 'npm2yarn', 'nu', 'term', 'ansi', 'bsh',
])
const PLAIN_SHELLS = new Set(['powershell', 'ps1', 'pwsh', 'ps', 'posh', 'cmd', 'bat', 'batch', 'dosbatch'])
const TRANSCRIPTS = new Set(['console', 'terminal', 'shell-session', 'shellsession', 'sh-session', 'bash-session', 'term', 'ansi'])
const NO_LANGUAGE = new Set(['', 'text', 'txt', 'plain', 'plaintext'])

/** `$ `, `% `, `❯ `, `user@host:~/x$ `, `(venv) $ `, `[root@web ~]# `, `PS C:\x> `, `C:\x> `. */
const PROMPT = /^\s*(?:\([\w.-]{1,40}\)\s*)?(?:(?:\[?[\w.-]{1,40}@[^\s$#%>\]]{1,80}(?:\s[^\s$#%>\]]{1,80})?\]?\s?)?[$%❯➜](?=\s)|[\w.-]{1,40}@[\w.:~/-]{1,80}#(?=\s)|\[[\w.-]{1,40}@[^\]\n]{1,80}\]#(?=\s)|PS [^>\n]{0,100}>|[A-Z]:\\[^>\n]{0,100}>)\s*/

/** The language of a code block in lower case: the first word, without `{.…}` and line marks. */
export function languageOf(node: MarkdownNode): string {
  return /^\{?\.?([\w+-]+)/.exec(node.lang)?.[1]?.toLowerCase() ?? ''
}

/** The shell text of a code block; `undefined` when it isn't shell. */
export function blockText(document: Document, node: MarkdownNode): ShellText | undefined {
  const lang = languageOf(node)
  const shell = SHELLS.has(lang)
  const plain = PLAIN_SHELLS.has(lang)
  if (!shell && !plain && !NO_LANGUAGE.has(lang)) return undefined
  const lines = node.value.split(/\r\n?|\n/)
  const prompted = lines.some(line => line.length < 5000 && PROMPT.test(line))
  if (!shell && !plain && !prompted && !allPrograms(lines)) return undefined
  const kept = prompted ? keepPrompted(lines) : keepMarked(lines, TRANSCRIPTS.has(lang))
  return { ...located(document, node, lines, kept), dialect: plain ? 'plain' : 'bash', lang }
}

/** Whether every line that isn't a comment or a continuation starts with a known program. */
function allPrograms(lines: readonly string[]): boolean {
  let seen = false
  let continued = false
  for (const line of lines) {
    const inside = continued
    continued = line.endsWith('\\')
    const word = firstWord(line)
    if (inside || word === '' || word.startsWith('#')) continue
    if (!isCommandWord(word) && !/^[A-Z_][A-Z0-9_]*=\S*$/.test(word)) return false
    seen = true
  }
  return seen
}

function firstWord(line: string): string {
  return /^\s*(?:>\s+)?(\S{1,200})/.exec(line)?.[1] ?? ''
}

function isCommandWord(word: string): boolean {
  return isKnownProgram(word) || isProgramPath(word)
}

/** Blanks everything but the commands after prompts, with their continuations and heredocs. */
function keepPrompted(lines: readonly string[]): string[] {
  const kept: string[] = []
  let continued = false
  let heredoc: string | undefined
  for (const line of lines) {
    if (heredoc !== undefined) {
      kept.push(line)
      if (line.trim() === heredoc) heredoc = undefined
      continue
    }
    const prompt = line.length < 5000 ? PROMPT.exec(line)?.[0] : undefined
    if (prompt === undefined && !continued) {
      kept.push('')
      continue
    }
    const mark = prompt ?? /^\s*> /.exec(line)?.[0] ?? ''
    const command = ' '.repeat(mark.length) + line.slice(mark.length)
    continued = command.endsWith('\\')
    heredoc = /<<-?\s*["']?([A-Za-z_]\w*)["']?/.exec(command.slice(0, 5000))?.[1]
    kept.push(command)
  }
  return kept
}

/** Takes off `> ` and (in transcripts) `# ` where they can only be prompts. */
function keepMarked(lines: readonly string[], transcript: boolean): readonly string[] {
  const filled = lines.filter(line => line.trim() !== '')
  if (filled.length > 0 && filled.every(line => line.startsWith('> '))) {
    return lines.map(line => (isCommandWord(firstWord(line)) ? `  ${line.slice(2)}` : ''))
  }
  if (transcript && filled.length > 0 && isRootPrompt(filled[0] ?? '')) {
    return lines.map(line => (isRootPrompt(line) ? `  ${line.slice(2)}` : ''))
  }
  return lines
}

function isRootPrompt(line: string): boolean {
  return line.startsWith('# ') && isCommandWord(firstWord(line.slice(2)))
}

/**
 * Joins the kept lines and finds where each begins in the document. The parser strips indents of lists and marks of
 * block quotes, so a line of the value is looked for at the end of its source line.
 */
function located(document: Document, node: MarkdownNode, lines: readonly string[], kept: readonly string[]): Omit<ShellText, 'dialect' | 'lang'> {
  const first = pointAt(document.lines, node.start).line
  const opener = document.text.slice(node.start, node.start + 3)
  const fenced = opener === '```' || opener === '~~~'
  const starts: number[] = []
  const places: number[] = []
  const documentLine = (fenced ? first + 1 : first) - 1
  let length = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const from = document.lines[documentLine + index] ?? document.text.length
    let to = (document.lines[documentLine + index + 1] ?? document.text.length + 1) - 1
    if (document.text[to - 1] === '\r') to--
    starts.push(length)
    // Trailing spaces may be gone from the value's last line; an expanded tab makes the indent longer than the source.
    const source = document.text.slice(from, to)
    const found = source.endsWith(line) ? source.length - line.length : source.lastIndexOf(line.trim()) - (line.length - line.trimStart().length)
    places.push(from + found)
    length += (kept[index] ?? '').length + 1
  }
  return { text: kept.join('\n'), toDocument: offset => mapOffset(starts, places, offset) }
}

function mapOffset(starts: readonly number[], places: readonly number[], offset: number): number {
  const { line, column } = pointAt(starts, offset)
  return (places[line - 1] ?? 0) + column - 1
}

/** The command in inline code; `undefined` when it isn't one. */
export function inlineText(document: Document, node: MarkdownNode): ShellText | undefined {
  const value = node.value
  if (value.length > 2000) return undefined
  const word = /^\s*(?:\$ )?([A-Z_][A-Z0-9_]*=\S*\s+)*(\S+)(\s+\S)?/.exec(value)
  if (word === null) return undefined
  const program = word[2] ?? ''
  const path = program.startsWith('./') && program.length > 2
  if (!path && !(word[3] !== undefined && isCommandWord(program))) return undefined
  let ticks = 0
  while (document.text[node.start + ticks] === '`') ticks++
  const start = node.start + ticks
  const source = document.text.slice(start, node.end - ticks)
  const text = source
    .replace(/^\s*\$ /, prompt => ' '.repeat(prompt.length))
    .replace(/\\\|/g, ' |')
    .replace(/\r?\n[ \t>]*/g, gap => ' '.repeat(gap.length))
  return { text, dialect: 'bash', lang: '', toDocument: offset => start + offset }
}
