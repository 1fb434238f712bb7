import { recordClaimsOf, type RecordTarget } from '../../src/analysis/records/claims.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { judgeRecord } from '../../src/facts/records/judge-record.ts'

export interface RecordTableOptions {
  readonly statuses: readonly string[]
  readonly requiredFields: Readonly<Record<string, readonly string[]>>
}

/** Promotion logs, status tables and decision records must keep to their own legend. */
export const validRecordTables = defineDocRule<RecordTarget, RecordTableOptions>({
  id: 'valid-record-tables',
  meta: {
    description: 'Require records to keep to the legend, ids, fields and transitions that their document lays down',
    schema: {
      type: 'object',
      properties: {
        statuses: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'The statuses that records may have, in their order, for documents without a legend.' },
        requiredFields: {
          type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } },
          description: 'Fields that a record must have, by its status, in place of those that the document names.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { statuses: [], requiredFields: {} },
    messages: {
      unknownStatus: '`{{status}}` is no status of the legend.',
      emptyStatus: 'This record has no status.',
      wrongSection: 'A record that is `{{status}}` can\'t stand under "{{section}}".',
      repeatedId: 'The id `{{id}}` is used twice.',
      oddId: 'The id `{{id}}` is not like the others.',
      missingField: '`{{id}}` is `{{status}}` without the required field "{{field}}".',
      missingEvidence: 'The evidence `{{path}}` does not exist.',
      illegalTransition: '`{{id}}` can\'t go from `{{from}}` to `{{to}}`.',
      otherStatus: '`{{id}}` says `{{status}}`, its last transition leads to `{{to}}`.',
      undatedTransition: 'This transition says not when.',
      unsignedTransition: 'This transition says not who.',
      disorderedTransition: 'This transition is older than the one before it.',
      missingSuccessor: 'The decision "{{successor}}" that supersedes this one does not exist.',
      otherDecisionStatus: 'The table says `{{status}}`, `{{path}}` says `{{real}}`.',
    },
    recommended: true,
    fixable: false,
  },
  references: recordClaimsOf,
  verify: judgeRecord,
})
