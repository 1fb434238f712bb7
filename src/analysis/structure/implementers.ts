/** What a document says implements its gates, phases and steps: jobs, workflows, scripts. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { outlineOf } from '../outline/outline.ts'
import { sequencesOf } from '../outline/sequences.ts'

/** A thing that implements a gate: plain JSON. */
export interface ImplementerClaim {
  readonly start: number
  readonly end: number
  readonly as: 'job' | 'workflow' | 'script'
  readonly name: string
}

const COLUMNS: readonly (readonly [RegExp, ImplementerClaim['as']])[] = [
  [/^(?:ci |workflow |github |actions? )?jobs?$|^check$/i, 'job'],
  [/^(?:ci |github )?workflows?$/i, 'workflow'],
  [/^(?:npm |package |pnpm |yarn )?scripts?$/i, 'script'],
]

/** `implemented by the job `x``, `runs as job `x``; the noun says where to look. */
const SENTENCE = /\b(?:implemented|enforced|checked|run|runs|guarded|covered|gated|verified)[ \n](?:by|in|as|through)[ \n](?:the[ \n])?(?:(?:CI|GitHub|workflow)[ \n])?(job|workflow|npm script|script)[ \n]$/i
const FIELD = /^(?:ci |workflow )?(job|workflow|npm script|script)$/i

/** Things said to implement what the document numbers: cells of tables with numbered rows, sentences and fields under numbered headings. */
export function* implementersOf(document: Document): Iterable<ImplementerClaim> {
  const sequences = sequencesOf(document)
  for (const { table, word } of sequences) {
    if (table === undefined) continue
    for (const [index, head] of table.head.entries()) {
      const as = COLUMNS.find(([pattern]) => pattern.test(head.text))?.[1]
      if (as === undefined || index === 0 || (word === '' && !/gate|phase|step|stage|check/i.test(table.head[1]?.text ?? ''))) continue
      for (const row of table.rows) yield* namesIn(row.cells[index]?.node.children ?? [], as)
    }
  }
  const outline = outlineOf(document)
  if (!outline.sections.some(section => section.numbering !== undefined && section.numbering.word !== '')) return
  for (const section of outline.sections) {
    if (section.numbering === undefined || section.numbering.word === '') continue
    for (const field of section.fields) {
      const as = FIELD.exec(field.name)?.[1]
      if (as === undefined) continue
      const codes = field.node.children.filter(child => child.start >= field.valueStart && child.end <= field.end)
      yield* namesIn(field.node.type === 'listItem' ? field.node.children.flatMap(child => child.children) : codes, kindOf(as))
    }
  }
  for (const code of document.nodes('inlineCode')) {
    const match = SENTENCE.exec(document.text.slice(Math.max(0, code.start - 80), code.start))
    if (match !== null) yield* namesIn([code], kindOf(match[1] ?? ''))
  }
}

function kindOf(word: string): ImplementerClaim['as'] {
  const lower = word.toLowerCase()
  return lower === 'job' || lower === 'workflow' ? lower : 'script'
}

/** Names in inline code; commands, paths and placeholders are others' to judge. */
function* namesIn(nodes: readonly MarkdownNode[], as: ImplementerClaim['as']): Iterable<ImplementerClaim> {
  for (const node of nodes) {
    if (node.type !== 'inlineCode' || !/^[\w.:-]{2,80}$/.test(node.value)) continue
    if (as !== 'workflow' && /\.\w{1,4}$/.test(node.value)) continue
    yield { start: node.start, end: node.end, as, name: node.value }
  }
}
