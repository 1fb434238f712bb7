/** Versions in tables: `| Node.js | >= 20 |`, `| Runtime | Node.js 20 |`, `| Package | Version |`. */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import { tablesOf, type Cell, type Table } from '../outline/table.ts'
import { surroundingsOf } from '../wording.ts'
import { isExcusedSection } from './context.ts'
import { plainView } from './plain-view.ts'
import { statementAt, type Statement } from './statement.ts'
import type { VersionTarget } from './target.ts'
import { toolNamed } from './tools.ts'

/** Columns that speak of the version that is needed or used here, and whether they set a lower bound. */
const VERSION_HEAD = /^(?:(?:required|min(?:imum|\.)?|pinned|current|our|used|exact)?\s?versions?(?: used| required)?|required|minimum|min\.?|requirement|needed|value|technology|tech|choice|tool|details?|)$/i
const MINIMUM_HEAD = /\bmin(?:imum|\.)?(?![a-z])|\brequire/i
const NAMES_PACKAGES = /^(?:package|dependency|library|module|npm package)s?$/i
const ROLE = /^(?:runtime|languages?|framework|database|db|cache|package manager|front-?end|back-?end|ui|styling|css|testing|tests?|build(?: tool)?|bundler|orm|server|web|node version|engine|toolchain)$/i
const EXCUSED_ROW = /\b(?:deprecated|removed|eol|end of life|legacy|old|previous|optional|planned|dropped|unsupported|example)\b/i

/** A longer table lists data. */
const MOST_ROWS = 500

/** Every claim of a row whose one cell names a tool and whose other cell is nothing but a version. */
export function* tableVersions(document: Document): Iterable<Mention<VersionTarget>> {
  for (const table of tablesOf(document)) {
    if (isExcusedSection(document, table.node.start)) continue
    for (const row of table.rows.slice(0, MOST_ROWS)) {
      if (EXCUSED_ROW.test(document.text.slice(row.node.start, Math.min(row.node.end, row.node.start + 1000)))) continue
      yield* claimsOf(document, table, row.cells)
    }
  }
}

function* claimsOf(document: Document, table: Table, cells: readonly Cell[]): Iterable<Mention<VersionTarget>> {
  const [name, ...rest] = cells
  if (name === undefined || rest.length === 0) return
  const values = rest.map((cell, index) => ({ cell, head: table.head[index + 1]?.text.trim() ?? '', found: wholeStatement(document, cell) }))
  const stated = values.filter(one => one.found !== undefined)
  const role = ROLE.test(name.text.replace(/[:*]/g, '').trim())
  const tool = idOf(table, document, name)
  if (tool !== undefined) {
    const [only, second] = stated
    // Several columns with versions tell of several channels, or of before and after.
    if (only?.found === undefined || second !== undefined || !VERSION_HEAD.test(only.head)) return
    if (toolNamed(tool)?.plausible.test(only.found.version) === false) return
    const { start, end, ...statement } = only.found
    const bounded = statement.form === 'at' && MINIMUM_HEAD.test(only.head) ? { ...statement, form: 'from' as const, range: `>=${statement.version}` } : statement
    yield* unlessExcused(document, only.cell, start, end, { kind: 'version', tool, ...bounded, stance: bounded.form === 'from' ? 'required' : 'used', subjects: [] })
    return
  }
  if (!role) return
  for (const { cell } of values.slice(0, 1)) {
    const view = plainView(document.text.slice(cell.start, cell.end))
    const match = /^\s*([.A-Z][\w.]{1,20}(?: [A-Z]{2,4})?)\s{1,4}(?=[v>≥^~\d])/.exec(view)
    const named = match === null ? undefined : toolNamed((match[1] ?? '').trim())
    const found = match === null ? undefined : statementAt(view, match[0].length)
    if (named === undefined || found === undefined || !named.plausible.test(found.version)) continue
    const { start, end, ...statement } = found
    if (!/^\s*(?:$|[,+(/;&])/.test(view.slice(end))) continue
    yield* unlessExcused(document, cell, cell.start + start, cell.start + end, { kind: 'version', tool: named.id, ...statement, stance: 'used', subjects: [] })
  }
}

function* unlessExcused(document: Document, cell: Cell, start: number, end: number, target: VersionTarget): Iterable<Mention<VersionTarget>> {
  const around = surroundingsOf(document, cell.node, start, end)
  if (!around.struck && around.section === undefined) yield { start, end, target }
}

/** The tool that a cell names, or in a column of packages the package. */
function idOf(table: Table, document: Document, cell: Cell): string | undefined {
  const text = cell.text.replace(/\s+versions?$/i, '').trim()
  const known = toolNamed(text)
  if (known !== undefined) return known.id
  const code = document.text.slice(cell.start, cell.end).startsWith('`')
  return code && NAMES_PACKAGES.test(table.head[0]?.text.trim() ?? '') && /^(?:@[\w.-]{1,60}\/)?[a-z][\w.-]{1,60}$/.test(text) ? text : undefined
}

/** A cell that says nothing but a version; offsets into the document. */
function wholeStatement(document: Document, cell: Cell): Statement | undefined {
  const slice = document.text.slice(cell.start, Math.min(cell.end, cell.start + 200))
  const view = plainView(slice)
  const found = statementAt(view, view.length - view.trimStart().length)
  if (found === undefined || !/^\s*(?:$|\(?(?:LTS|recommended|minimum|required)\)?\s*$)/i.test(view.slice(found.end))) return undefined
  return { ...found, start: cell.start + found.start, end: cell.start + found.end }
}
