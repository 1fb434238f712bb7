import { symbolsIn, type SymbolTarget } from '../../src/analysis/symbols/mentions.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { judgeSymbol } from '../../src/facts/symbols/judge-symbol.ts'

export interface NoMissingSymbolsOptions {
  readonly ignore: readonly string[]
}

/** Functions, types and constants that a document names must be declared. */
export const noMissingSymbols = defineDocRule<SymbolTarget, NoMissingSymbolsOptions>({
  id: 'no-missing-symbols',
  meta: {
    description: 'Disallow names of functions, types and constants that the source no longer has, or not where the document says',
    schema: {
      type: 'object',
      properties: {
        ignore: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Names that are never judged.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignore: [] },
    messages: {
      gone: '`{{name}}` is not in the source any more.',
      notHere: '`{{file}}` does not have `{{name}}`.',
      notInSchema: 'No {{kind}} is named `{{name}}`.',
    },
    recommended: true,
    fixable: true,
  },
  references: symbolsIn,
  verify: (reference, repository, options) => (options.ignore.includes(reference.target.name) ? undefined : judgeSymbol(reference, repository)),
})
