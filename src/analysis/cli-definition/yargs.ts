import { addCommand, addNamedFlag, type DefinitionDraft } from './definition.ts'
import { callOf, descendants, propertiesOf, resolveConst, stringOf, stringsOf, type Syntax } from '../program/syntax.ts'

const FLAG_LISTS = new Set(['boolean', 'string', 'number', 'array', 'count', 'normalize'])

/** Reads calls of yargs: `.option('port', { alias: 'p' })`, `.options({…})`, `.command('build [dir]', …)`. */
export function readYargs(program: Syntax, draft: DefinitionDraft): void {
  for (const node of descendants(program)) {
    const call = callOf(node)
    if (call?.object === undefined) continue
    const [first, second] = call.args
    if (call.name === 'option' || call.name === 'options') readOption(program, draft, first, second)
    else if (call.name === 'command') readCommand(draft, first)
    else if (call.name === 'alias') {
      const names = [stringsOf(first), stringsOf(second)]
      for (const name of names) if (name === undefined) draft.open ??= 'an alias is computed'
      for (const name of names.flat()) if (name !== undefined) addNamedFlag(draft, name)
    } else if (FLAG_LISTS.has(call.name)) {
      for (const name of stringsOf(first) ?? []) addNamedFlag(draft, name)
    } else if (call.name === 'commandDir' || call.name === 'config' || call.name === 'pkgConf') draft.open ??= `${call.name} adds what is not written there`
    else if (call.name === 'version' || call.name === 'help') {
      const name = stringOf(first)
      if (name !== undefined) addNamedFlag(draft, name)
    }
  }
}

function readOption(program: Syntax, draft: DefinitionDraft, first: Syntax | undefined, second: Syntax | undefined): void {
  const name = stringOf(first)
  const entries = name === undefined ? propertiesOf(resolveConst(program, first)) : new Map([[name, second]])
  if (entries === undefined) {
    draft.open ??= 'options are computed'
    return
  }
  for (const [key, value] of entries) {
    addNamedFlag(draft, key)
    const settings = value === undefined ? new Map<string, Syntax>() : propertiesOf(resolveConst(program, value))
    if (settings === undefined) draft.open ??= `the option ${key} is computed`
    const alias = settings?.get('alias')
    if (alias === undefined) continue
    for (const one of stringsOf(alias) ?? []) addNamedFlag(draft, one)
    if (stringsOf(alias) === undefined) draft.open ??= `the alias of ${key} is computed`
  }
}

function readCommand(draft: DefinitionDraft, first: Syntax | undefined): void {
  const properties = propertiesOf(first)
  const names = stringsOf(first) ?? stringsOf(properties?.get('command'))
  if (names === undefined) draft.open ??= 'a command stands in a module of its own'
  for (const name of names ?? []) addCommand(draft, name)
  if (properties?.has('aliases') === true) for (const alias of stringsOf(properties.get('aliases')) ?? []) draft.commands.add(alias)
}
