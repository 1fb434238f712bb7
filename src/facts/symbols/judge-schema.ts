/** The verdict on a name that the text calls a model, a table, a field or a column. */
import type { SymbolTarget } from '../../analysis/symbols/mentions.ts'
import type { SchemaWord } from '../../analysis/symbols/schema-word.ts'
import { replacing } from '../../core/fix.ts'
import { nearestName } from '../../core/nearest-name.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Verdict } from '../../core/verdict.ts'
import { columnNames, tableNames } from '../../analysis/schema/table.ts'
import { schemaFact, type Schema } from '../schema.ts'

/** `undefined` when no schema can tell: then the name is judged like any other. */
export function judgeInSchema(reference: Reference<SymbolTarget>, said: SchemaWord, repository: Repository): Verdict | undefined {
  const { target } = reference
  const schema = repository.get(schemaFact)
  if (schema.declared.length === 0) return undefined
  const found = said.kind === 'field' || said.kind === 'column' ? judgeField(target, said, schema) : judgeTable(target, schema)
  if (found !== undefined) return found
  // Only a schema file that the text names makes it certain that this is about our database.
  if (target.file === undefined || !/\.(?:prisma|sql)$/.test(target.file.path)) return said.of === undefined ? undefined : unknown(`no ${said.kind} of the schema is named \`${target.name}\``)
  const near = nearestName(target.name, schema.declared.flatMap(tableNames))
  return {
    status: 'broken', confidence: 'high', messageId: 'notInSchema', data: { kind: said.kind, name: target.name },
    evidence: near === undefined ? `\`${target.file.path}\` does not declare it` : `the schema has \`${near}\``,
    ...(near === undefined ? {} : replacing(reference, target.name, near)),
  }
}

function judgeTable(target: SymbolTarget, schema: Schema): Verdict | undefined {
  const declared = schema.model(target.name) ?? schema.table(target.name)
  return declared === undefined ? undefined : holds(`\`${declared.path}\``)
}

function judgeField(target: SymbolTarget, said: SchemaWord, schema: Schema): Verdict | undefined {
  const owner = said.of === undefined ? undefined : schema.model(said.of) ?? schema.table(said.of)
  if (owner === undefined) return schema.hasField(target.name) ? holds() : undefined
  const fields = columnNames(owner)
  if (fields.some(field => field.toLowerCase() === target.name.toLowerCase())) return holds(`\`${owner.path}\``)
  return {
    status: 'broken', confidence: 'high', messageId: 'notInSchema', data: { kind: said.kind, name: target.name },
    evidence: `\`${owner.name}\` has ${fields.slice(0, 8).map(field => `\`${field}\``).join(', ')}`,
  }
}
