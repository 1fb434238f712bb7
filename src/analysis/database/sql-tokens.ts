/** SQL to statements of tokens, whatever the dialect: quotes, dollar quotes and comments of all of them. Linear. */

export interface SqlToken {
  readonly text: string
  /** In capitals, for words without quotes; '' for everything else. */
  readonly word: string
  /** The name that it may be: a word, or what stands in `"…"`, backticks or `[…]`; `undefined` for everything else. */
  readonly name: string | undefined
  /** How many parentheses are open around it. */
  readonly depth: number
  /** Offset in the whole text (0-based). */
  readonly start: number
}

export interface SqlStatement {
  readonly text: string
  readonly tokens: readonly SqlToken[]
  /** Offset in the whole text (0-based). */
  readonly start: number
}

/** Of a dump only so many tokens of a statement matter; the rest is left out. */
export const MOST_TOKENS = 4000

/** The statements of a text, in order; empty ones are left out. Lines that begin with `\` are for psql itself. */
export function sqlStatements(sql: string): readonly SqlStatement[] {
  const statements: SqlStatement[] = []
  let tokens: SqlToken[] = []
  let start = -1
  let depth = 0
  const flush = (end: number): void => {
    if (tokens.length > 0) statements.push({ text: sql.slice(start, end), tokens, start })
    tokens = []
    start = -1
    depth = 0
  }
  let at = 0
  while (at < sql.length) {
    const char = sql[at] ?? ''
    if (/\s/.test(char)) {
      at++
      continue
    }
    const comment = commentEnd(sql, at)
    if (comment !== undefined) {
      at = comment
      continue
    }
    if (char === ';') {
      flush(at++)
      continue
    }
    if (char === '\\' && tokens.length === 0) {
      at = lineEnd(sql, at)
      continue
    }
    const end = tokenEnd(sql, at)
    if (char === ')') depth = Math.max(0, depth - 1)
    if (tokens.length < MOST_TOKENS) tokens.push(tokenOf(sql.slice(at, end), depth, at))
    if (char === '(') depth++
    if (start < 0) start = at
    at = end
  }
  flush(sql.length)
  return statements
}

function tokenOf(text: string, depth: number, start: number): SqlToken {
  const isWord = /^[\p{L}_]/u.test(text)
  const quoted = /^["`[]/.test(text) && text.length > 1
  return { text, depth, start, word: isWord ? text.toUpperCase() : '', name: isWord ? text : quoted ? text.slice(1, -1) : undefined }
}

function lineEnd(sql: string, at: number): number {
  const end = sql.indexOf('\n', at)
  return end < 0 ? sql.length : end
}

function commentEnd(sql: string, at: number): number | undefined {
  if (sql.startsWith('--', at) || (sql[at] === '#' && /\s/.test(sql[at + 1] ?? ' '))) return lineEnd(sql, at)
  if (!sql.startsWith('/*', at)) return undefined
  const end = sql.indexOf('*/', at + 2)
  return end < 0 ? sql.length : end + 2
}

function tokenEnd(sql: string, at: number): number {
  const char = sql[at] ?? ''
  if (char === "'" || char === '"' || char === '`') return quoteEnd(sql, at, char)
  if (char === '[' && /[A-Za-z_]/.test(sql[at + 1] ?? '')) {
    const end = sql.indexOf(']', at)
    return end < 0 || end - at > 200 ? at + 1 : end + 1
  }
  if (char === '$') {
    const tag = /^\$[A-Za-z_]?\w{0,60}\$/.exec(sql.slice(at, at + 64))?.[0]
    const end = tag === undefined ? -1 : sql.indexOf(tag, at + tag.length)
    if (tag !== undefined) return end < 0 ? sql.length : end + tag.length
  }
  if (!/[\p{L}\d_$@:]/u.test(char)) return at + 1
  let end = at + 1
  while (end < sql.length && /[\p{L}\d_$]/u.test(sql[end] ?? '')) end++
  return end
}

/** A quote that is doubled, or a backslash before it in a string, does not close. */
function quoteEnd(sql: string, at: number, quote: string): number {
  let end = at + 1
  while (end < sql.length) {
    if (sql[end] === '\\' && quote === "'" && sql[end + 1] !== undefined) end += 2
    else if (sql[end] !== quote) end++
    else if (sql[end + 1] === quote) end += 2
    else return end + 1
  }
  return sql.length
}
