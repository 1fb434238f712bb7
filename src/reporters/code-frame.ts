/** The line of a finding with its subject underlined. */

/** Columns of a frame; a longer line is cut around the subject. */
const WIDTH = 100
const TAB = '  '

export interface Frame {
  readonly line: string
  readonly marks: string
}

/**
 * Frames a place.
 * @param text the line without its line break
 * @param column 1-based, in UTF-16 units
 * @param endColumn exclusive; a place that goes on in the next line is marked up to the line's end
 */
export function codeFrame(text: string, column: number, endColumn: number): Frame {
  const from = Math.min(Math.max(column - 1, 0), text.length)
  const to = Math.min(Math.max(endColumn - 1, from + 1), Math.max(text.length, from + 1))
  const indent = Math.min(/^\s*/.exec(text)?.[0].length ?? 0, from)
  let start = indent
  if (to - start > WIDTH) start = Math.max(indent, Math.min(from - 20, to - WIDTH))
  if (start > from) start = from
  const end = Math.min(text.length, start + WIDTH)
  const head = start > indent ? '…' : ''
  const before = head + visible(text.slice(start, from))
  const subject = visible(text.slice(from, Math.min(to, end)))
  const after = visible(text.slice(Math.min(to, end), end)) + (end < text.length ? '…' : '')
  return { line: before + subject + after, marks: ' '.repeat(columnsOf(before)) + '^'.repeat(Math.max(1, columnsOf(subject))) }
}

/** Tabs as two spaces, other control characters as a dot: a document must not steer the terminal. */
export function visible(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly these are dangerous on a terminal
  return text.replaceAll('\t', TAB).replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')
}

/** Columns that a text takes: characters of East Asian scripts and emoji take two, combining ones none. */
function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) {
    if (/\p{Mark}|\u200d|\ufe0f/u.test(character)) continue
    const code = character.codePointAt(0) ?? 0
    const wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || code >= 0x1f300
    columns += wide ? 2 : 1
  }
  return columns
}
