/** Offsets to lines, once per document. */

/** Offsets (0-based) at which the lines of a text start; `\n`, `\r\n` and a lone `\r` end a line. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  const loneReturn = text.includes('\r') && /\r(?!\n)/.test(text)
  if (loneReturn) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
    }
    return starts
  }
  let at = text.indexOf('\n')
  while (at >= 0) {
    starts.push(at + 1)
    at = text.indexOf('\n', at + 1)
  }
  return starts
}

/** A place for people: both 1-based, the column in UTF-16 units. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** The line and column of a 0-based offset. */
export function pointAt(starts: readonly number[], offset: number): Point {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
