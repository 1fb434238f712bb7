/** Commands that choose a version: `nvm use 20`, `corepack prepare pnpm@9.1.0`, `npm install -g pnpm@9`. */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import { commandsOf, type ShellCommand, type ShellWord } from '../shell/commands.ts'
import { isExcusedSection } from './context.ts'
import type { VersionTarget } from './target.ts'

/** Version managers of one tool, and the words behind which a version stands. */
const MANAGERS: Readonly<Record<string, readonly [tool: string, verbs: RegExp]>> = {
  nvm: ['node', /^(?:use|install)$/], fnm: ['node', /^(?:use|install)$/], n: ['node', /^install$/], nodenv: ['node', /^(?:local|install)$/],
  pyenv: ['python', /^(?:local|install)$/], rbenv: ['ruby', /^(?:local|install)$/], rustup: ['rust', /^(?:default|install)$/],
}
const VERSION = /^v?(\d{1,3}(?:\.\d{1,5}){0,2})(?:\.x)?$/
const PINNED = /^(node|npm|pnpm|yarn|bun)@v?(\d{1,3}(?:\.\d{1,5}){0,2})$/

/** Every command that installs or chooses a version of a runtime or package manager. */
export function* commandVersions(document: Document): Iterable<Mention<VersionTarget>> {
  if (!/\b(?:nvm|fnm|nodenv|pyenv|rbenv|rustup|volta|corepack|npm|mise|asdf)\b/.test(document.text)) return
  for (const command of commandsOf(document)) {
    const found = chosenBy(command)
    if (found === undefined || isExcusedSection(document, command.start)) continue
    const { word, tool, version } = found
    yield { start: word.start, end: word.end, target: { kind: 'version', tool, form: 'at', range: version, version, stance: 'used', subjects: [] } }
  }
}

interface Chosen {
  readonly word: ShellWord
  readonly tool: string
  readonly version: string
}

function chosenBy({ name, args }: ShellCommand): Chosen | undefined {
  const [verb, first] = args
  if (verb === undefined) return undefined
  const manager = MANAGERS[name.text]
  if (manager !== undefined) {
    const version = first === undefined || !manager[1].test(verb.text) ? undefined : VERSION.exec(first.text)?.[1]
    return first === undefined || version === undefined ? undefined : { word: first, tool: manager[0], version }
  }
  const chooses = (name.text === 'corepack' && /^(?:prepare|use|install)$/.test(verb.text)) || (name.text === 'volta' && /^(?:install|pin)$/.test(verb.text))
    || (name.text === 'npm' && /^(?:i|install|add)$/.test(verb.text) && args.some(arg => /^(?:-g|--global)$/.test(arg.text)))
  if (!chooses) return undefined
  for (const word of args) {
    const pinned = PINNED.exec(word.text)
    if (pinned !== null) return { word, tool: pinned[1] ?? '', version: pinned[2] ?? '' }
  }
  return undefined
}
