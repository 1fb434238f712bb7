/**
 * A statement as parsers take it. No grammar knows every way to write a parameter or a string, and for what a statement does to
 * which tables neither matters: parameters become numbers, strings short ones, comments blanks.
 */
import type { SqlStatement, SqlToken } from './sql-tokens.ts'

/** The text of a statement without comments, with `1` for every parameter and `'1'` for every string. */
export function simplifiedSql({ tokens }: SqlStatement): string {
  return tokens.map((token, index) => {
    const before = tokens[index - 1]
    const blank = before === undefined || adjacent(before, token) ? '' : ' '
    return blank + simplified(token, before, tokens[index + 1])
  }).join('')
}

function simplified(token: SqlToken, before: SqlToken | undefined, after: SqlToken | undefined): string {
  if (isString(token)) return "'1'"
  // PostgreSQL's `FROM ONLY t`, which other grammars take for a table with an alias.
  if (token.word === 'ONLY' && after?.name !== undefined && /^(?:FROM|UPDATE|TRUNCATE|TABLE)$/.test(before?.word ?? '')) return ''
  // E'…', N'…', X'…'
  if (after !== undefined && token.text.length === 1 && token.word !== '' && isString(after) && adjacent(token, after)) return ''
  return isParameter(token, before, after) ? '1' : token.text
}

function isString({ text }: SqlToken): boolean {
  return text.startsWith("'") || /^\$[^$]{0,61}\$/.test(text)
}

/** `?`, `$1`, `:name`, `@name`; neither the cast `::name` nor PostgreSQL's operators `?`, `?|` and `?&`. */
function isParameter(token: SqlToken, before: SqlToken | undefined, after: SqlToken | undefined): boolean {
  if (token.text === '?') return after === undefined || !/^['|&]/.test(after.text)
  if (!/^[$:@]./.test(token.text)) return false
  return !(before !== undefined && /^[:@]$/.test(before.text) && adjacent(before, token))
}

function adjacent(one: SqlToken, next: SqlToken): boolean {
  return one.start + one.text.length === next.start
}
