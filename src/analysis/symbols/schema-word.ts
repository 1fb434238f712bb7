/** Words that say a name is a model, a table, a field or a column: "the `User` model", "Table name: `users`". */
import type { Document } from '../../core/document.ts'
import { closest, type MarkdownNode } from '../../core/markdown/node.ts'

export interface SchemaWord {
  readonly kind: 'model' | 'table' | 'field' | 'column' | 'enum'
  /** The model or table that the same item, or the one before it, names; for fields and columns. */
  readonly of?: string
}

const BEHIND = /^[`*_\s]{0,4}(?:(?:database|db|prisma|sql)\s)?(model|table|field|column|enum)s?\b/i
const AHEAD = /\b(model|table|field|column|enum)s?(?:\s(?:name|names|called|named))?[*_]{0,2}\s?:?[*_]{0,2}\s*$/i
/** `Required fields: `id` (singleton), `environment``: the list goes on. */
const LISTED = /\b(field|column|model|table)s[*_]{0,2}\s?:[*_]{0,2}\s+(?:`[^`\n]{1,80}`(?:\s?\([^()\n]{0,80}\))?(?:,\s*|\s+and\s+|,\s+and\s+|\s*\/\s*)){1,30}$/i

/** What the words right beside an inline code say; `undefined` for nothing of a schema. */
export function schemaWordAt(document: Document, node: MarkdownNode): SchemaWord | undefined {
  const block = closest(node, 'paragraph', 'tableRow', 'heading')
  if (block === undefined) return undefined
  const before = document.text.slice(Math.max(block.start, node.start - 1500), node.start)
  const after = document.text.slice(node.end, Math.min(block.end, node.end + 40))
  const word = (BEHIND.exec(after) ?? AHEAD.exec(before.slice(-60)) ?? (before.includes('ields') || before.includes('olumns') || before.includes('odels') || before.includes('ables') ? LISTED.exec(before) : null))?.[1]
  if (word === undefined) return undefined
  const kind = word.toLowerCase() as SchemaWord['kind']
  if (kind !== 'field' && kind !== 'column') return { kind }
  const of = ownerOf(document, node, after) ?? undefined
  return of === undefined ? { kind } : { kind, of }
}

/** "the `email` field of `User`", or the model named before it in the same list. */
function ownerOf(document: Document, node: MarkdownNode, after: string): string | undefined {
  const behind = /^`?\s*(?:field|column)s?\s+(?:of|in|on)\s+(?:the\s+)?`([A-Za-z_]\w{0,80})`/i.exec(document.text.slice(node.end, node.end + 140))?.[1]
  if (behind !== undefined || after === '') return behind
  const list = closest(node, 'list', 'paragraph')
  const from = list === undefined ? node.start : Math.max(list.start, node.start - 1500)
  let owner: string | undefined
  for (const match of document.text.slice(from, node.start).matchAll(/`([A-Za-z_]\w{0,80})`[*_]{0,2}\s(?:prisma\s)?(?:model|table)\b|\b(?:model|table)(?:\sname)?[*_]{0,2}\s?:?[*_]{0,2}\s`([A-Z]\w{0,80})`/gi)) owner = match[1] ?? match[2]
  return owner
}
