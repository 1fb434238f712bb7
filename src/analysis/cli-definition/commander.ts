import { addCommand, addFlags, type DefinitionDraft } from './definition.ts'
import { callOf, chainHas, descendants, stringOf, stringsOf, type Syntax } from '../program/syntax.ts'

/** Reads calls of commander: `.option('-p, --port <n>')`, `.command('build [dir]')`, `new Option('--x')`. */
export function readCommander(program: Syntax, draft: DefinitionDraft): void {
  for (const node of descendants(program)) {
    const call = callOf(node)
    if (call === undefined) continue
    const [first, second] = call.args
    if (call.name === 'Option' && node.type === 'NewExpression') addOr(draft, stringOf(first), addFlags)
    else if (call.object === undefined) continue
    else if (call.name === 'option' || call.name === 'requiredOption') addOr(draft, stringOf(first), addFlags)
    else if (call.name === 'helpOption' || call.name === 'version') {
      const flags = stringOf(call.name === 'version' ? second : first)
      if (flags !== undefined) addFlags(draft, flags)
    } else if (call.name === 'command') addOr(draft, stringOf(first), addCommand)
    else if (call.name === 'alias' || call.name === 'aliases') {
      for (const alias of stringsOf(first) ?? []) draft.commands.add(alias)
    } else if (call.name === 'argument' || call.name === 'arguments' || call.name === 'addArgument') {
      if (!chainHas(call.object, 'command')) draft.takesArguments = true
    } else if (call.name === 'addOption' && first?.type !== 'NewExpression' && !(first !== undefined && chainHas(first, 'Option'))) {
      draft.open ??= 'options are added that are not written there'
    } else if (call.name === 'addCommand' || call.name === 'executableDir' || call.name === 'allowUnknownOption' || call.name === 'allowExcessArguments') {
      draft.open ??= `${call.name} lets it take more`
    }
  }
}

function addOr(draft: DefinitionDraft, text: string | undefined, add: (draft: DefinitionDraft, text: string) => void): void {
  if (text === undefined) draft.open ??= 'a name is computed'
  else add(draft, text)
}
