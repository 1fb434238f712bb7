/** The recipes of a Makefile as shell. */
import { lineStarts } from '../../core/position.ts'
import { snippetOfLines, type Snippet } from '../shell/snippet.ts'

/** One command of a recipe: a line, with those that `\` continues. */
export interface MakeCommand extends Snippet {
  /** Of its rule, as written: `clean distclean`. */
  readonly target: string
  /** Where the `-` stands that throws away its failure, as an offset of the file (0-based). */
  readonly ignored: number | undefined
}

/** Nobody writes more by hand. */
const MOST_COMMANDS = 5000
const NEXT = /\\\s*$/

/** Every command, in the order of the text. `$$` stays as written; make's own variables look like substitutions. */
export function commandsInMakefile(text: string): readonly MakeCommand[] {
  const starts = lineStarts(text)
  const lineAt = (index: number): string => text.slice(starts[index], starts[index + 1] ?? text.length).replace(/\r?\n$/, '')
  const commands: MakeCommand[] = []
  let defining = false
  let target = ''
  for (let index = 0; index < starts.length && commands.length < MOST_COMMANDS; index++) {
    const line = lineAt(index)
    if (/^\s{0,20}(?:override\s{1,5})?define\b/.test(line)) defining = true
    else if (/^\s{0,20}endef\b/.test(line)) defining = false
    const prefix = defining ? undefined : /^\t\s{0,40}([@+-]\s{0,5}){0,3}/.exec(line)?.[0]
    if (prefix === undefined) {
      target = /^([^\s:=#][^:=#]{0,200}):(?!=)/.exec(line)?.[1]?.trim() ?? target
      while (NEXT.test(lineAt(index)) && index + 1 < starts.length) index++
      continue
    }
    const begin = starts[index] ?? 0
    const lines = [{ text: line.slice(prefix.length), start: begin + prefix.length }]
    while (NEXT.test(lineAt(index)) && index + 1 < starts.length) lines.push({ text: lineAt(++index), start: starts[index] ?? 0 })
    const minus = prefix.indexOf('-')
    commands.push({ ...snippetOfLines(`the recipe of \`${target}\``, lines), target, ignored: minus < 0 ? undefined : begin + minus })
  }
  return commands
}
