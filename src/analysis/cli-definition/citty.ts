import { addNamedFlag, type DefinitionDraft } from './definition.ts'
import { callOf, descendants, propertiesOf, resolveConst, stringOf, stringsOf, type Syntax } from '../program/syntax.ts'

/** Reads `defineCommand({ args, subCommands })` of citty. */
export function readCitty(program: Syntax, draft: DefinitionDraft): void {
  for (const node of descendants(program)) {
    const call = callOf(node)
    if (call?.name !== 'defineCommand' && call?.name !== 'runMain') continue
    const command = propertiesOf(resolveConst(program, call.args[0]))
    if (command === undefined) {
      if (call.name === 'defineCommand') draft.open ??= 'a command is computed'
      continue
    }
    const args = command.get('args')
    if (args !== undefined) readArgs(program, draft, args)
    const subCommands = command.get('subCommands')
    if (subCommands === undefined) continue
    const names = propertiesOf(resolveConst(program, subCommands))
    if (names === undefined) draft.open ??= 'the sub-commands are computed'
    for (const name of names?.keys() ?? []) draft.commands.add(name)
  }
}

function readArgs(program: Syntax, draft: DefinitionDraft, args: Syntax): void {
  const entries = propertiesOf(resolveConst(program, args))
  if (entries === undefined) draft.open ??= 'the arguments are computed'
  for (const [name, value] of entries ?? []) {
    const settings = propertiesOf(resolveConst(program, value))
    if (settings === undefined) draft.open ??= `the argument ${name} is computed`
    // A positional of a sub-command counts too: then a first word is not judged.
    else if (stringOf(settings.get('type')) === 'positional') draft.takesArguments = true
    addNamedFlag(draft, name)
    const alias = settings?.get('alias')
    for (const one of stringsOf(alias) ?? []) addNamedFlag(draft, one)
    if (alias !== undefined && stringsOf(alias) === undefined) draft.open ??= `the alias of ${name} is computed`
  }
}
