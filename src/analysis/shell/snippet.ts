/** Shell text inside another file, with the way back to the file's offsets. */
import { pointAt } from '../../core/position.ts'

export interface Snippet {
  readonly text: string
  /** What people call it: "script `test`", "step `Lint`"; '' for a file that is shell as a whole. */
  readonly label: string
  /** An offset of `text` as one of the file. Both are 0-based UTF-16 units. */
  toFile(offset: number): number
}

/** The lines of a text that stand at other places of a file. */
export function snippetOfLines(label: string, lines: readonly { readonly text: string, readonly start: number }[]): Snippet {
  const starts: number[] = []
  let length = 0
  for (const { text } of lines) {
    starts.push(length)
    length += text.length + 1
  }
  return {
    label, text: lines.map(line => line.text).join('\n'),
    toFile(offset) {
      const { line, column } = pointAt(starts, offset)
      return (lines[line - 1]?.start ?? 0) + column - 1
    },
  }
}
