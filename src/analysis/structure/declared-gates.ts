/** Where a document says which constant of the code declares its gates, phases or steps. */
import type { Document } from '../../core/document.ts'
import { closest } from '../../core/markdown/node.ts'
import { singular } from '../outline/numbering.ts'
import { sequencesOf, type Sequence } from '../outline/sequences.ts'
import { sentenceParts } from '../wording.ts'

/** What the document numbers, to be held against a constant: plain JSON. */
export interface DeclaredGates {
  readonly constant: string
  /** As written. */
  readonly file: string
  /** `gate`, `phase`. */
  readonly word: string
  readonly gates: readonly DeclaredGate[]
}

/** One gate with everything that the document calls it. */
export interface DeclaredGate {
  /** `Gate 3`. */
  readonly label: string
  /** Its title first, then the cells of its rows in tables. */
  readonly names: readonly string[]
}

/** A `DeclaredGates` with its places: of the constant's name, and of each gate. Offsets are 0-based UTF-16. */
export interface PlacedGates {
  readonly start: number
  readonly end: number
  readonly gates: DeclaredGates
  readonly places: readonly { readonly start: number; readonly end: number }[]
}

const IDENTIFIER = /^`+([A-Za-z_$][\w$]{1,60})`+$/
const FILE = /[`(]((?:[\w@.()[\]-]+\/)*[\w.-]+\.(?:[cm]?[jt]sx?|json|ya?ml|toml|py|go|rs|rb|java|kt|cs|php|prisma))(?:#L\d+)?[`)]/
const NOUN = /\b(gates|phases|steps|stages|checks|guarantees|milestones|tiers)\b/i
const DECLARES = /\b(?:declare[sd]?|define[sd]?|list(?:s|ed)?|export(?:s|ed)?|enumerate[sd]?|hold|holds|are those of|are (?:named|called) as|as (?:named|called|written) in|match|kept)\b/i

/**
 * Sentences such as "The gates are declared as `GATES` in `lib/gates.ts`", with what the document numbers under that noun.
 * @param constants further ones, by singular noun: `lib/gates.ts#GATES`
 */
export function* declaredGatesOf(document: Document, constants: Readonly<Record<string, string>> = {}): Iterable<PlacedGates> {
  for (const [noun, written] of Object.entries(constants)) {
    const [file = '', constant = ''] = written.split('#')
    const found = numberedAs(document, singular(noun.toLowerCase()))
    const [first] = found?.places ?? []
    if (found === undefined || first === undefined) continue
    yield { ...first, places: found.places, gates: { constant, file, word: found.word, gates: found.gates } }
  }
  const numbered = new Map<string, ReturnType<typeof numberedAs>>()
  const seen = new Set<string>()
  if (!DECLARES.test(document.text) || !NOUN.test(document.text)) return
  for (const node of document.nodes('inlineCode')) {
    const constant = IDENTIFIER.exec(document.text.slice(node.start, node.end))?.[1]
    if (constant === undefined || closest(node, 'tableRow', 'heading') !== undefined) continue
    const around = sentenceParts(document, node, node.start, node.end)
    const before = around.before.split(/;\s/).at(-1) ?? ''
    const after = around.after.split(/;\s/, 1)[0] ?? ''
    const noun = lastOf(NOUN, withoutCode(before)) ?? lastOf(NOUN, withoutCode(after))
    if (noun === undefined || !DECLARES.test(withoutCode(`${before} ${after}`))) continue
    const file = FILE.exec(after)?.[1] ?? lastOf(FILE, before)
    const word = singular(noun.toLowerCase())
    if (!numbered.has(word)) numbered.set(word, numberedAs(document, word))
    const found = numbered.get(word)
    if (file === undefined || found === undefined || seen.has(`${constant} ${file}`)) continue
    if (seen.add(`${constant} ${file}`).size > MOST_CONSTANTS) return
    yield { start: node.start, end: node.end, places: found.places, gates: { constant, file, word: found.word, gates: found.gates } }
  }
}

/** The first group of the last match. */
function lastOf(pattern: RegExp, text: string): string | undefined {
  return [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].at(-1)?.[1]
}

function withoutCode(text: string): string {
  return text.replace(/`[^`\n]*`/g, '`x`')
}

/** More are a list of something else. */
const MOST = 60
/** Nobody declares gates in so many places. */
const MOST_CONSTANTS = 10

/** What the document numbers under a noun, if that is one run: headings, else rows of a table, else items. */
function numberedAs(document: Document, word: string): (Pick<DeclaredGates, 'word' | 'gates'> & Pick<PlacedGates, 'places'>) | undefined {
  const all = sequencesOf(document).filter(one => one.word === word && one.items.length > 1 && one.items.length <= MOST && one.prefix === '')
  for (const kind of ['heading', 'row', 'item'] as const) {
    const [only, ...more] = all.filter(one => one.kind === kind)
    if (only === undefined) continue
    if (more.length > 0) return undefined
    const tables = all.filter(one => one.kind === 'row').slice(0, MOST_CONSTANTS)
    const gates = only.items.map(item => ({
      label: `${word.charAt(0).toUpperCase()}${word.slice(1)} ${item.written}`,
      names: [item.title.replace(/<!--[^>]{0,300}-->/g, '').trim(), ...tables.flatMap(table => cellsOf(table, item.value))].filter(name => name !== '').map(name => name.slice(0, 200)),
    }))
    return { word, gates, places: only.items.map(({ start, end }) => ({ start, end })) }
  }
  return undefined
}

function cellsOf({ table, items }: Sequence, value: number): readonly string[] {
  const node = items.find(item => item.value === value)?.node
  return table?.rows.find(row => row.node === node)?.cells.slice(1).map(cell => cell.text) ?? []
}
