/** Where in a document the characters of rendered text stand. */

/** Characters of the source between two characters of the text: quotation marks, indentation, escapes. */
const LONGEST_GAP = 64
const ENTITY = /&#?\w{1,31};/y

/**
 * Finds the place of each character of a text in the source that it was made from. Where the source says it otherwise
 * (escapes, entities, indentation) the places are as near as they can be told.
 * @param value the text as it is shown
 * @param from 0-based offset into `source` at which the text can begin; `to` (exclusive) that at which it has ended
 * @returns for each index of `value` its offset, growing; and one more for its end
 */
export function mapToSource(value: string, source: string, from: number, to: number): (index: number) => number {
  const exact = source.startsWith(value, from) ? from : -1
  if (exact >= 0 && exact + value.length <= to) return index => exact + index
  const places = new Int32Array(value.length + 1)
  let at = from
  for (let index = 0; index < value.length; index++) {
    const character = value[index] ?? ''
    let next = at
    if (source[at] === '&' && character !== '&') {
      ENTITY.lastIndex = at
      const entity = ENTITY.exec(source)
      if (entity !== null && at + entity[0].length <= to) {
        places[index] = at
        at += entity[0].length
        continue
      }
    }
    const end = Math.min(to, at + LONGEST_GAP)
    while (next < end && source[next] !== character) next++
    if (next >= end) next = Math.min(at, to)
    places[index] = next
    at = Math.min(next + 1, to)
  }
  places[value.length] = at
  return index => places[index] ?? to
}

/** Where the contents of a code block or of inline code can begin: behind the fence and its info string, behind the backticks. */
export function contentsOfCode(source: string, start: number, end: number): number {
  const fence = /^(?:`{3,}|~{3,})/.exec(source.slice(start, Math.min(end, start + 100)))
  const lineEnd = source.indexOf('\n', start)
  if (fence !== null && lineEnd >= 0 && lineEnd < end) return lineEnd + 1
  return start + (/^`{0,99}/.exec(source.slice(start, Math.min(end, start + 100)))?.[0].length ?? 0)
}
