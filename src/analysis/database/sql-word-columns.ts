/** The columns that a statement writes, by its words: for statements that no parser reads. */
import { knownColumns } from './sql-names.ts'
import type { SqlToken } from './sql-tokens.ts'

/** Words that end a list of assignments. */
const ENDS = /^(?:FROM|WHERE|RETURNING|OUTPUT|ORDER|LIMIT|ON)$/

/**
 * Columns that an UPDATE assigns; `undefined` where one of them is no plain name.
 * @param tokens of the statement itself, without what stands in parentheses
 */
export function updatedColumns(tokens: readonly SqlToken[]): readonly string[] | undefined {
  const assigned = assignedAfter(tokens, tokens.findIndex(({ word }) => word === 'SET'))
  return assigned === undefined ? undefined : knownColumns(assigned)
}

/**
 * Columns that an INSERT lists, and those that it assigns where the row is there; `undefined` without a list.
 * @param tokens of the statement with what stands in parentheses
 * @param table where the last part of the table's name stands
 */
export function insertedColumns(tokens: readonly SqlToken[], table: number): readonly string[] | undefined {
  const listed = listedAfter(tokens, table)
  const level = tokens[0]?.depth
  const outer = tokens.filter(({ depth }) => depth === level)
  const conflict = outer.findIndex(({ word }, at) => /^(?:CONFLICT|DUPLICATE)$/.test(word) && outer[at - 1]?.word === 'ON')
  if (conflict < 0 || listed === undefined) return listed && knownColumns(listed)
  const update = outer.findIndex(({ word }, at) => at > conflict && word === 'UPDATE')
  if (update < 0) return knownColumns(listed)
  const assigned = assignedAfter(outer, outer[update + 1]?.word === 'SET' ? update + 1 : update)
  return assigned && knownColumns([...listed, ...assigned])
}

/** `(a, b)` behind a token. */
function listedAfter(tokens: readonly SqlToken[], before: number): readonly string[] | undefined {
  const names: string[] = []
  if (tokens[before + 1]?.text !== '(') return undefined
  for (let at = before + 2; at < tokens.length; at += 2) {
    const name = tokens[at]?.name
    if (name === undefined) return undefined
    names.push(name)
    const separator = tokens[at + 1]?.text
    if (separator === ')') return names
    if (separator !== ',') return undefined
  }
  return undefined
}

/** `a = …, t.b = …` behind a token. */
function assignedAfter(tokens: readonly SqlToken[], before: number): readonly string[] | undefined {
  if (before < 0) return undefined
  const names: string[] = []
  let at = before
  do {
    at++
    while (tokens[at + 1]?.text === '.') at += 2
    const name = tokens[at]?.name
    if (name === undefined || tokens[at + 1]?.text !== '=') return undefined
    names.push(name)
    while (tokens[at] !== undefined && tokens[at]?.text !== ',' && !ENDS.test(tokens[at]?.word ?? '')) at++
  } while (tokens[at]?.text === ',')
  return names
}
