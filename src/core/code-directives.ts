/**
 * Comments in code that excuse findings, in ESLint's words whatever the language: `// eslint-disable-next-line
 * doc-lockdown/require-ci-guard -- why`, `# eslint-disable-line …` in shell and YAML. One that names no rule of ours excuses
 * nothing here: a promise about production is not lifted by a comment that was meant for something else.
 */
import { lineStarts } from './position.ts'
import type { Language, SourceFile } from './source-file.ts'
import { directiveAt, parseDirective, type Directive } from './suppressions.ts'

const OPENING: Readonly<Record<Language, RegExp | undefined>> = {
  javascript: /(?:\/\/|\/\*)[ \t]*$/, sql: /(?:--|\/\*)[ \t]*$/, manifest: undefined,
  shell: /#[ \t]*$/, powershell: /#[ \t]*$/, workflow: /#[ \t]*$/, dockerfile: /#[ \t]*$/, makefile: /#[ \t]*$/, yaml: /#[ \t]*$/, dotenv: /#[ \t]*$/,
}
const WORD = 'eslint-'
/** Blanks between the sign of a comment and its first word. */
const MOST_BLANKS = 20
/** A directive with its reason. */
const LONGEST = 1000

/** The directives of a file that name rules of ours, in order. */
export function codeDirectivesOf({ text, language }: SourceFile): readonly Directive[] {
  const opening = OPENING[language]
  if (opening === undefined || !text.includes(WORD)) return []
  const lines = lineStarts(text)
  const found: Directive[] = []
  for (let at = text.indexOf(WORD); at >= 0; at = text.indexOf(WORD, at + WORD.length)) {
    const sign = opening.exec(text.slice(Math.max(0, at - MOST_BLANKS), at))?.[0]
    if (sign === undefined) continue
    // Directives stand on one line; a block comment may go on behind it.
    const line = text.slice(at, at + LONGEST).split(/\r?\n/, 1)[0] ?? ''
    const close = sign.startsWith('/*') ? line.indexOf('*/') : -1
    const inside = close < 0 ? line : line.slice(0, close)
    const parsed = parseDirective(inside)
    if (parsed === undefined || parsed.rules.length === 0) continue
    found.push(directiveAt(parsed, text, lines, at - sign.length, at + inside.length + (close < 0 ? 0 : 2)))
  }
  return found
}
