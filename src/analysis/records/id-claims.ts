/** Ids of records: each once, and all of one form. */
import type { JudgedClaim } from '../fault.ts'
import type { RecordTable } from './record-table.ts'

/** What an id looks like: digits and words by kind, separators as they are. */
interface Shape {
  readonly name: string
  readonly pattern: RegExp
}

/** So many ids must share a form before another one stands out, and so large a part of them. */
const FEWEST = 4
const MOST = 0.8

/** One claim for each id. `sure` when a legend makes the tables records; otherwise only strict documents show what is wrong. */
export function* idClaims(tables: readonly RecordTable[], lines: (offset: number) => number, sure: boolean): Iterable<JudgedClaim> {
  const groups = new Map<string, RecordTable[]>()
  for (const table of tables) groups.set(table.signature, [...groups.get(table.signature) ?? [], table])
  for (const group of groups.values()) {
    const ids = group.flatMap(({ rows }, index) => rows.flatMap(({ id }) => (id === undefined || !isId(id.text) ? [] : [{ ...id, index }])))
    const shape = commonShape(ids.map(id => id.text))
    const first = new Map<string, number>()
    for (const { text, start, end, index } of ids) {
      // Bare numbers begin anew in each table.
      const key = /^\d+$/.test(text) ? `${String(index)} ${text}` : text.toLowerCase()
      const known = first.get(key)
      if (known === undefined) first.set(key, start)
      const fault: JudgedClaim['fault'] = known !== undefined
        ? { confidence: sure ? 'high' : 'low', messageId: 'repeatedId', data: { id: text.slice(0, 80) }, evidence: `it stands in line ${String(lines(known))} already` }
        : shape !== undefined && !shape.pattern.test(text)
          ? { confidence: sure ? 'medium' : 'low', messageId: 'oddId', data: { id: text.slice(0, 80) }, evidence: `the other ids have the form ${shape.name}` }
          : null
      yield { start, end, fault }
    }
  }
}

function isId(text: string): boolean {
  return text.length > 0 && text.length < 80 && /[\p{L}\p{N}]/u.test(text) && !/^(?:tbd|n\/?a|none|todo|new|-+|—|\.\.\.|…)$/i.test(text)
}

function commonShape(ids: readonly string[]): Shape | undefined {
  const distinct = [...new Set(ids)]
  if (distinct.length < FEWEST) return undefined
  const shapes: Shape[] = [{ name: '`YYYY-MM-DD-name`', pattern: /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])-[a-z0-9]+(?:-[a-z0-9]+){0,20}$/ }]
  const sample = distinct.map(id => /^([A-Za-z]{1,12})([-_ ]?)(\d{1,6})$/.exec(id)).find(match => match !== null)
  if (sample !== undefined) {
    const [, prefix = '', separator = '', digits = ''] = sample
    shapes.push({ name: `\`${prefix}${separator}${'0'.repeat(digits.length)}\``, pattern: new RegExp(`^${prefix}${separator}\\d{${String(digits.length)}}$`) })
  }
  return shapes.find(({ pattern }) => distinct.filter(id => pattern.test(id)).length >= distinct.length * MOST)
}
