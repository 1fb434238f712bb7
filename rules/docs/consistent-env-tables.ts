import { matchesName } from '../../src/analysis/environment/patterns.ts'
import { tableClaims, type TableClaim } from '../../src/analysis/environment/table-claims.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { unknown } from '../../src/core/verdict.ts'
import { judgeTable } from '../../src/facts/environment/judge-table.ts'

export interface EnvTableOptions {
  readonly schemas: readonly string[]
  readonly channels: readonly string[]
  /** Names (or patterns) and why they need not be in code, or in the table. */
  readonly allow: Readonly<Record<string, string>>
}

/** Tables and lists of environment variables must agree with the code. */
export const consistentEnvTables = defineDocRule<TableClaim, EnvTableOptions>({
  id: 'consistent-env-tables',
  meta: {
    description: 'Require tables and lists of environment variables to agree with the code that reads them',
    schema: {
      type: 'object',
      properties: {
        schemas: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Files that declare the variables: a table with at least half of one must have all of it. Files that a section names count without being listed here.', default: [] },
        channels: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'The columns that a table by channel must have. Without it they are looked for in the code.', default: [] },
        allow: { type: 'object', additionalProperties: { type: 'string' }, description: 'Names that are not judged, each with the reason; `*` stands for any letters.', default: {} },
      },
      additionalProperties: false,
    },
    defaultOptions: { schemas: [], channels: [], allow: {} },
    messages: {
      variable: 'Nothing reads or sets `{{name}}`.',
      tableLacks: 'The table of variables lacks {{names}}.',
      listLacks: 'The list of variables lacks {{names}}.',
      need: 'The table says that `{{name}}` is {{said}}.',
      columnMissing: 'The table has no column for {{names}}.',
      column: 'There is no channel `{{name}}`.',
      empty: '`{{name}}` has nothing in the column `{{column}}`.',
    },
    recommended: true,
    fixable: true,
  },
  references: document => tableClaims(document),
  verify(reference, repository, options) {
    const { target, path, start, end } = reference
    const allowed = Object.keys(options.allow)
    if ('name' in target) {
      const entry = allowed.find(one => matchesName(target.name, [one]))
      if (entry !== undefined) return unknown(`allowed by an option: ${options.allow[entry] ?? ''}`)
    }
    return judgeTable(repository, path, target, { schemas: options.schemas, channels: options.channels, allowed }, [start, end])
  },
})
