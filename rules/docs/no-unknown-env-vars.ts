import { variablesOf } from '../../src/analysis/environment/mentions.ts'
import { matchesName } from '../../src/analysis/environment/patterns.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { unknown } from '../../src/core/verdict.ts'
import { judgeVariable, type SaidVariable } from '../../src/facts/environment/judge-variable.ts'

export interface VariableOptions {
  readonly ignore: readonly string[]
}

/** Environment variables that a document names must be read or set by something. */
export const noUnknownEnvVars = defineDocRule<SaidVariable, VariableOptions>({
  id: 'no-unknown-env-vars',
  meta: {
    description: 'Disallow environment variables that nothing in the repository reads or sets any more',
    schema: {
      type: 'object',
      properties: {
        ignore: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Names that are never judged; `*` stands for any letters.', default: [] },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignore: [] },
    messages: { variable: 'Nothing reads or sets `{{name}}`.' },
    recommended: true,
    fixable: true,
  },
  * references(document) {
    for (const { start, end, ...target } of variablesOf(document)) yield { start, end, target }
  },
  verify(reference, repository, options) {
    const { target, path, start, end } = reference
    if (matchesName(target.name, options.ignore)) return unknown('ignored by an option')
    return judgeVariable(repository, path, target, [start, end])
  },
})
