/** The commands that a document shows, in fences and in inline code. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { parseBash } from './bash.ts'
import { blockText, inlineText, type ShellText } from './block.ts'
import type { ParsedCommand, ShellCommand, ShellStep, ShellWord } from './command.ts'
import { Walker } from './directory.ts'
import { splitPlain } from './plain.ts'
import { unwrap } from './wrappers.ts'

export type { ShellCommand, ShellWord } from './command.ts'

const known = new WeakMap<Document, readonly ShellCommand[]>()

/** Every command of the document in the order of the text; computed once per document. Never throws. */
export function commandsOf(document: Document): readonly ShellCommand[] {
  let commands = known.get(document)
  if (commands === undefined) {
    commands = collect(document)
    known.set(document, commands)
  }
  return commands
}

function collect(document: Document): readonly ShellCommand[] {
  const commands: ShellCommand[] = []
  const sectionOf = sections(document)
  let section = -1
  let walker = new Walker()
  for (const [block, node] of document.nodes('code').entries()) {
    const shell = blockText(document, node)
    if (shell === undefined) continue
    const here = sectionOf(node.start)
    if (here !== section) walker = new Walker()
    section = here
    walker.beginBlock()
    addCommands(commands, shell, walker, 'fence', block)
  }
  const fenced = commands.length
  let top: MarkdownNode | undefined
  for (const node of document.nodes('inlineCode')) {
    const shell = inlineText(document, node)
    if (shell === undefined) continue
    const here = topBlock(node)
    if (here !== top) walker = new Walker()
    top = here
    addCommands(commands, shell, walker, 'inline', -1)
  }
  if (fenced > 0 && fenced < commands.length) commands.sort((a, b) => a.start - b.start)
  return commands
}

/** Gives the index of the heading that an offset stands under. Offsets must be asked in rising order. */
function sections(document: Document): (offset: number) => number {
  const headings = document.nodes('heading')
  let next = 0
  return offset => {
    while ((headings[next]?.start ?? Infinity) <= offset) next++
    return next
  }
}

/** The paragraph, list or table that stands at the top of the document. */
function topBlock(node: MarkdownNode): MarkdownNode {
  let at = node
  while (at.parent?.parent !== undefined) at = at.parent
  return at
}

function addCommands(commands: ShellCommand[], shell: ShellText, walker: Walker, origin: 'fence' | 'inline', block: number): void {
  const steps: readonly ShellStep[] = shell.dialect === 'bash' ? parseBash(shell.text) : splitPlain(shell.text)
  for (const step of steps) {
    if (step.kind === 'open') walker.open()
    else if (step.kind === 'close') walker.close()
    else {
      const command = unwrap(step)
      const placed = place(command, shell, walker, origin, block)
      if (placed !== undefined) commands.push(placed)
      walker.follow(command)
    }
  }
}

function place(command: ParsedCommand, shell: ShellText, walker: Walker, origin: 'fence' | 'inline', block: number): ShellCommand | undefined {
  const start = (offset: number): number => shell.toDocument(offset)
  const end = (offset: number): number => (offset === 0 ? start(0) : shell.toDocument(offset - 1) + 1)
  const word = (from: ShellWord): ShellWord => ({ ...from, start: start(from.start), end: end(from.end) })
  const [name, ...args] = command.words
  if (name === undefined) return undefined
  const { directory, clone } = walker.standing
  return {
    name: word(name),
    args: args.map(word),
    redirects: command.redirects.map(redirect => ({ operator: redirect.operator, target: word(redirect.target) })),
    assignments: command.assignments.map(one => ({ ...one, start: start(one.start), end: end(one.end) })),
    start: start(command.start),
    end: end(command.end),
    origin,
    directory,
    clone,
    block,
    lang: shell.lang,
  }
}
