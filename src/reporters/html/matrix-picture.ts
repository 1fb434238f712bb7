/** Tables of environment variables by channel as a picture: what is set where, and what is wrong with it. */
import type { Element, ElementContent } from 'hast'
import { h, s } from 'hastscript'
import { cellTexts, variableCollections } from '../../analysis/environment/collections.ts'
import { placesOf } from '../../analysis/environment/table-claims.ts'
import type { Table } from '../../analysis/outline/table.ts'
import type { Document } from '../../core/document.ts'
import { SIGNS, tallyText, worstOf, type Claim, type Status } from './claims.ts'

const ROW = 26
/** A column is as wide as its head needs, within these. */
const NARROWEST = 72
const WIDEST = 150
const HEAD = 40
const MOST_ROWS = 60
const MOST_COLUMNS = 12
const MOST_PICTURES = 4

type Kind = 'required' | 'optional' | 'value' | 'empty'

const KINDS: Readonly<Record<Kind, string>> = { required: 'required', optional: 'optional', value: 'set to something', empty: 'nothing written' }

interface Line {
  readonly name: string
  readonly cells: readonly { readonly text: string; readonly kind: Kind }[]
  readonly status: Status | undefined
  readonly told: string
}

/**
 * A picture for each table of variables with columns for channels.
 * @param prefix of ids of the document
 */
export function matrixPictures(document: Document, claims: readonly Claim[], prefix: string): readonly Element[] {
  return variableCollections(document).flatMap(({ table, column }) => {
    if (table === undefined) return []
    const places = placesOf(table, column).slice(0, MOST_COLUMNS)
    return places.length < 2 || table.rows.length > MOST_ROWS ? [] : [{ table, column, places }]
  }).slice(0, MOST_PICTURES).map(({ table, column, places }, index) => (
    picture(places.map(({ cell }) => cell.text), linesOf(table, column, places.map(place => place.index), claims), `${prefix}e${String(index)}`)
  ))
}

function linesOf(table: Table, column: number, columns: readonly number[], claims: readonly Claim[]): readonly Line[] {
  return table.rows.map((row) => {
    const texts = cellTexts(row, table.head.length)
    const inside = claims.filter(({ reference: { start } }) => start >= row.node.start && start < row.node.end)
    return {
      name: texts[column] ?? '', cells: columns.map(index => ({ text: texts[index] ?? '', kind: kindOf(texts[index] ?? '') })),
      status: inside.length === 0 ? undefined : worstOf(inside), told: tallyText(inside),
    }
  })
}

/** What a cell says of its variable, as people write it. */
function kindOf(text: string): Kind {
  const word = text.replace(/[*_`.]/g, '').trim()
  if (/^(?:|-|–|—|n\/a|none)$/i.test(word)) return 'empty'
  if (/^(?:required|yes|y|✅|✔️?|✓|true|x|mandatory|always|must)\b/i.test(word) || /^[✅✔✓]/u.test(word)) return 'required'
  return /^(?:optional|no|n|false|never)\b/i.test(word) || /^[❌✗✖]/u.test(word) ? 'optional' : 'value'
}

function picture(heads: readonly string[], lines: readonly Line[], id: string): Element {
  const names = Math.max(...lines.map(({ name }) => Math.min(name.length, 34)), 8) * 7.6 + 34
  const column = Math.min(WIDEST, Math.max(NARROWEST, ...heads.map(head => head.length * 7 + 20)))
  const width = Math.ceil(names + heads.length * column)
  const height = HEAD + lines.length * ROW + 6
  const told = lines.map(({ name, cells, told: counts }) => `${name}: ${cells.map(({ text }, index) => `${heads[index] ?? ''} ${text === '' ? 'nothing' : text}`).join(', ')}; ${counts}`)
  return h('figure', { className: ['matrix'] }, [
    h('figcaption', 'Environment variables by channel'),
    h('div', { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Picture: environment variables by channel' }, [
      s('svg', { role: 'img', 'aria-labelledby': `${id}t ${id}d`, width, height, 'viewBox': `0 0 ${String(width)} ${String(height)}` }, [
        s('title', { id: `${id}t` }, 'Environment variables by channel'),
        s('desc', { id: `${id}d` }, `${String(lines.length)} variables in ${String(heads.length)} channels: ${heads.join(', ')}. The list below says the same in words.`),
        ...heads.map((head, index) => s('text', { className: ['head'], x: names + (index + 0.5) * column, y: 22, 'text-anchor': 'middle' }, short(head, 19))),
        ...lines.flatMap((line, index) => drawn(line, HEAD + index * ROW, names, column, width)),
      ]),
    ]),
    h('p', { className: ['legend'] }, (Object.keys(KINDS) as Kind[]).flatMap(kind => [s('svg', { ariaHidden: 'true', width: 16, height: 16, viewBox: '0 0 16 16' }, [cellMark(kind, 8, 8)]), ` ${KINDS[kind]} `])),
    h('details', [h('summary', 'The same in words'), h('ul', told.map(line => h('li', line)))]),
  ])
}

function drawn({ name, cells, status }: Line, y: number, names: number, column: number, width: number): ElementContent[] {
  const middle = y + ROW / 2
  return [
    s('line', { className: ['rule-line'], x1: 0, y1: y, x2: width, y2: y }),
    s('text', { className: ['sign', status ?? 'empty'], x: 10, y: middle + 5, 'text-anchor': 'middle' }, status === undefined ? '–' : SIGNS[status].sign),
    s('text', { className: ['name'], x: 26, y: middle + 4 }, short(name, 34)),
    ...cells.map(({ kind }, index) => cellMark(kind, names + (index + 0.5) * column, middle)),
  ]
}

/** Four shapes, told apart without colour: a disc, a ring, a half disc, a dash. */
function cellMark(kind: Kind, x: number, y: number): Element {
  if (kind === 'required') return s('circle', { className: ['cell', 'full'], cx: x, cy: y, r: 6 })
  if (kind === 'optional') return s('circle', { className: ['cell', 'ring'], cx: x, cy: y, r: 5.5 })
  if (kind === 'empty') return s('line', { className: ['cell', 'dash'], x1: x - 5, y1: y, x2: x + 5, y2: y })
  return s('g', { className: ['cell', 'half'] }, [
    s('circle', { className: ['ring'], cx: x, cy: y, r: 5.5 }), s('path', { className: ['full'], d: `M ${String(x)} ${String(y - 5.5)} a 5.5 5.5 0 0 0 0 11 z` }),
  ])
}

function short(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
