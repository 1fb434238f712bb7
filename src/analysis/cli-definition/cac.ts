import { addCommand, addFlags, type DefinitionDraft } from './definition.ts'
import { callOf, descendants, stringOf, type Syntax } from '../program/syntax.ts'

/** Reads calls of cac: `cli.option('--port <port>')`, `cli.command('build [root]')`, `.alias('serve')`. */
export function readCac(program: Syntax, draft: DefinitionDraft): void {
  for (const node of descendants(program)) {
    const call = callOf(node)
    if (call?.object === undefined) continue
    const text = stringOf(call.args[0])
    if (call.name === 'option' || call.name === 'command' || call.name === 'alias') {
      if (text === undefined) draft.open ??= 'a name is computed'
      else if (call.name === 'option') addFlags(draft, text)
      else addCommand(draft, text)
    } else if (call.name === 'allowUnknownOptions') draft.open ??= 'it allows unknown options'
    else if (call.name === 'version' && text !== undefined && call.args[1] !== undefined) addFlags(draft, stringOf(call.args[1]) ?? '')
  }
}
