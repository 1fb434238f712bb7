/** Whether rows use the statuses of the legend, under a heading that allows them. */
import type { JudgedClaim } from '../fault.ts'
import type { Section } from '../outline/outline.ts'
import type { RecordTable } from './record-table.ts'
import { isNever, matchStatus, statusKey, type StatusEntry } from './status.ts'

/** Longer cells tell a story. In words. */
const LONGEST_STATUS = 4

/** One claim for each status cell of the tables that a legend governs. */
export function* statusClaims(tables: readonly RecordTable[], legend: readonly StatusEntry[]): Iterable<JudgedClaim> {
  const governed = new Set<string>()
  for (const { signature, rows } of tables) {
    const matching = rows.filter(({ status }) => matchStatus(status.text, legend) !== undefined).length
    if (matching > 0 && matching * 2 >= rows.length) governed.add(signature)
  }
  for (const { rows, section, signature } of tables) {
    if (!governed.has(signature)) continue
    for (const { status, row } of rows) {
      const entry = matchStatus(status.text, legend)
      const { start, end } = status.end > status.start ? status : row.node
      if (entry === undefined) yield { start, end, fault: outsideLegend(status.text, legend) }
      else yield { start, end, fault: sectionFault(section, entry, legend) }
    }
  }
}

function outsideLegend(text: string, legend: readonly StatusEntry[]): JudgedClaim['fault'] {
  const names = legend.map(entry => entry.name).join(', ')
  if (statusKey(text) === '') return { confidence: 'medium', messageId: 'emptyStatus', data: {}, evidence: `the legend has ${names}` }
  const short = statusKey(text).split(' ').length <= LONGEST_STATUS
  return { confidence: short ? 'high' : 'low', messageId: 'unknownStatus', data: { status: text.slice(0, 60) }, evidence: `the legend has ${names}` }
}

/**
 * Whether the heading around a table rules a status out. `Pending Promotion` holds what is pending or on its way, but
 * neither what is promoted already nor what never will be; a heading that is a status and nothing else holds only that.
 */
function sectionFault(section: Section, entry: StatusEntry, legend: readonly StatusEntry[]): JudgedClaim['fault'] {
  for (let at = section; at.parent !== undefined; at = at.parent) {
    const title = statusKey(at.title.replace(/\([^)]{0,80}\)/g, ' '))
    if (/\b(?:not|non|un|legend)\b/.test(title)) return null
    const named = legend.filter(one => one.keys.some(key => ` ${title} `.includes(` ${key} `)))
    if (named.length === 0) continue
    if (named.includes(entry)) return null
    const whole = named.some(one => one.keys.includes(title) || isNever(one))
    const done = title.split(' ').some(word => entry.keys.some(key => stem(key) === stem(word)))
    if (!whole && !done && !isNever(entry)) return null
    return {
      confidence: 'high', messageId: 'wrongSection', data: { status: entry.name, section: at.title.slice(0, 80) },
      evidence: `its heading names ${named.map(one => one.name).join(' and ')}`,
    }
  }
  return null
}

/** `promoted`, `promotion` → `promot`. */
function stem(word: string): string {
  return word.length < 6 ? word : word.replace(/(?:ions?|ing|ed|es|s|al)$/, '')
}
