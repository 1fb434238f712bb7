/** The commands of a Dockerfile. */
import { lineStarts } from '../../core/position.ts'
import { snippetOfLines, type Snippet } from '../shell/snippet.ts'

/** An instruction that runs something. */
export interface DockerCommand extends Snippet {
  readonly instruction: 'RUN' | 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK'
}

/** What `RUN`, `CMD`, `ENTRYPOINT` and `HEALTHCHECK` start, in the order of the text; arrays are joined by blanks. */
export function commandsInDockerfile(text: string): readonly DockerCommand[] {
  const starts = lineStarts(text)
  const commands: DockerCommand[] = []
  for (let index = 0; index < starts.length; index++) {
    const opening = /^\s{0,40}(RUN|CMD|ENTRYPOINT|HEALTHCHECK)\s{1,20}(?:--\w[\w-]{0,40}=\S{1,200}\s{1,20}){0,6}/i.exec(lineAt(text, starts, index))
    if (opening === null) continue
    const instruction = (opening[1] ?? '').toUpperCase() as DockerCommand['instruction']
    const lines: { text: string, start: number }[] = []
    let cut = opening[0].length
    for (let line = lineAt(text, starts, index); ; line = lineAt(text, starts, ++index)) {
      // Comments stand between the lines of one instruction.
      if (lines.length === 0 || !/^\s*#/.test(line)) lines.push({ text: line.slice(cut), start: (starts[index] ?? 0) + cut })
      cut = 0
      if ((!/\\\s*$/.test(line) && !/^\s*#/.test(line)) || index + 1 >= starts.length) break
    }
    const snippet = snippetOfLines(`\`${instruction}\``, lines)
    commands.push({ ...snippet, text: /^\s*\[/.test(snippet.text) ? wordsOf(snippet.text) : snippet.text, instruction })
  }
  return commands
}

function lineAt(text: string, starts: readonly number[], index: number): string {
  return text.slice(starts[index] ?? text.length, (starts[index + 1] ?? text.length + 1) - 1)
}

/** `["node", "x.js"]` in words, of the same length; of `["sh", "-c", "a && b"]` what the shell is told. */
function wordsOf(list: string): string {
  const told = /^\s{0,40}\[\s{0,20}"(?:\/(?:usr\/)?bin\/)?(?:ba|da|z)?sh"\s{0,20},\s{0,20}"-\w{0,5}c"\s{0,20},\s{0,20}"/.exec(list)?.[0]
  if (told === undefined) return list.replace(/["[\],]/g, ' ')
  const end = list.lastIndexOf('"')
  return `${' '.repeat(told.length)}${list.slice(told.length, end).replaceAll('\\"', ' "')}${' '.repeat(list.length - Math.max(end, told.length))}`
}
