import { readContract } from '../../src/analysis/contract/contract.ts'
import { outlineOf } from '../../src/analysis/outline/outline.ts'
import type { Document } from '../../src/core/document.ts'
import { pointAt } from '../../src/core/position.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { judgeContract, type ContractTarget } from '../../src/facts/contract/judge-contract.ts'
import { CONTRACT_TITLE, isContractPath } from '../../src/facts/mutation-contract.ts'

/** It has none: which document is the contract is a shared setting. */
export type MutationContractOptions = Readonly<Record<string, never>>

/** The contract of what may change production must be true of scripts and schema. */
export const validMutationContract = defineDocRule<ContractTarget, MutationContractOptions>({
  id: 'valid-mutation-contract',
  meta: {
    description: 'Require the mutation contract to name scripts that mutate, tables and columns that exist, and operations that are understood',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      missingScript: 'The contract allows `{{script}}`, which does not exist.',
      harmless: 'The contract allows `{{script}}`, but nothing in it changes a database.',
      stillMutates: 'The contract calls `{{script}}` deprecated, but it can still change a database.',
      listedTwice: 'The contract lists `{{script}}` twice.',
      missingTable: 'The contract allows the table `{{table}}`, which the schema does not have.',
      missingColumn: 'The contract allows `{{table}}.{{column}}`, which the schema does not have.',
    },
    recommended: true,
    fixable: false,
  },
  references: mentions,
  verify: judgeContract,
})

function* mentions(document: Document): Iterable<Mention<ContractTarget>> {
  const terms = readContract(document)
  if (terms === undefined) return
  const named = isContractPath(document.path) || outlineOf(document).sections.some(({ depth, title }) => depth === 1 && CONTRACT_TITLE.test(title))
  const line = (offset: number): number => pointAt(document.lines, offset).line
  const first = new Map<string, number>()
  for (const { path, start, end } of terms.scripts) {
    const known = first.get(path)
    first.set(path, known ?? start)
    yield { start, end, target: { named, kind: 'script', path, deprecated: false, other: known === undefined ? 0 : line(known) } }
  }
  for (const { path, start, end } of terms.deprecated) yield { start, end, target: { named, kind: 'script', path, deprecated: true, other: 0 } }
  for (const { name, columns, start, end } of terms.tables) {
    yield { start, end, target: { named, kind: 'table', table: name } }
    for (const column of columns) yield { start: column.start, end: column.end, target: { named, kind: 'column', table: name, column: column.name } }
  }
  for (const { operations, start, end } of terms.forbidden) yield { start, end, target: { named, kind: 'forbidden', understood: operations.length > 0 } }
}
