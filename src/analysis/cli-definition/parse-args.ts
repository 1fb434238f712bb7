import type { DefinitionDraft } from './definition.ts'
import { callOf, descendants, propertiesOf, resolveConst, stringOf, type Syntax } from '../program/syntax.ts'

/** Reads `parseArgs({ options })` of node:util. */
export function readParseArgs(program: Syntax, draft: DefinitionDraft): void {
  for (const node of descendants(program)) {
    const call = callOf(node)
    if (call?.name !== 'parseArgs') continue
    draft.takesArguments = true
    const settings = propertiesOf(resolveConst(program, call.args[0]))
    const options = settings?.get('options')
    const entries = propertiesOf(resolveConst(program, options))
    if (settings === undefined || entries === undefined || settings.has('strict')) draft.open ??= 'the options are computed or not strict'
    for (const [name, value] of entries ?? []) {
      draft.flags.add(`--${name}`)
      const option = propertiesOf(resolveConst(program, value))
      const short = option?.get('short')
      if (short !== undefined) draft.flags.add(`-${stringOf(short) ?? ''}`)
      if (option === undefined) draft.open ??= `the option ${name} is computed`
    }
  }
}
