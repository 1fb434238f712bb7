/** Legends: which statuses a document says that it uses. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { itemText } from '../outline/field.ts'
import { outlineOf, type Section } from '../outline/outline.ts'
import { emojiOf, statusKey, type StatusEntry } from './status.ts'

/** Titles that announce a legend. `Status` alone mostly announces where a project stands. */
const LEGEND_TITLE = /\blegend\b|^(?:\W*)(?:(?:entry|item|record|row|possible|allowed|valid)\s+)?(?:status(?:es)?|states?)\s+(?:key|keys|values?|definitions?|meanings?|codes?|labels?|markers?|vocabulary|glossary|types?|options?|lifecycle)\b|^\W*(?:statuses|(?:possible|allowed|valid) (?:status(?:es)?|states?))\W*$/i
/** `Legend: ✅ done · 🚧 in progress` on one line. */
const LEGEND_LINE = /^(?:[\s>*_-])*(?:status(?:es)?\s+)?(?:legend|key)(?:\*\*|__)?\s*:(?:\*\*|__)?\s*(?=\S)/i
const CHEAP = /legend|status|\bkey\b|\bstates\b/i

/** Longer terms are sentences. In UTF-16 units. */
const LONGEST_NAME = 40

/** Every status that the legends of a document define, in order; empty without a legend. */
export function legendOf(document: Document): readonly StatusEntry[] {
  if (!CHEAP.test(document.text)) return []
  const entries: StatusEntry[] = []
  for (const section of outlineOf(document).sections) {
    if (section.title.length < 80 && LEGEND_TITLE.test(section.title)) entries.push(...entriesOf(document, section))
  }
  entries.push(...lineLegends(document))
  const seen = new Set<string>()
  const distinct = entries.filter(entry => {
    const key = entry.keys[0] ?? entry.emoji
    return !seen.has(key) && seen.add(key)
  })
  // One word is an explanation, not a choice.
  return distinct.length < 2 ? [] : distinct
}

/** A legend's own list or table: the first of them. */
function entriesOf(document: Document, section: Section): readonly StatusEntry[] {
  const [table] = section.tables
  if (table !== undefined) {
    // A legend of colours or columns is no legend of statuses.
    const entries = table.rows.flatMap(({ cells: [first, second] }) =>
      (first === undefined || first.text === '' ? [] : [entry(first.text, second?.text ?? '', first.start, first.end)]))
    return entries.every(one => one !== undefined) ? entries : []
  }
  const list = section.lists.find(one => one.parent?.type !== 'listItem')
  if (list === undefined) return []
  const entries = list.children.map(item => listEntry(document, item))
  return entries.every(one => one !== undefined) ? entries : []
}

/** `**Pending**: meaning`, `` `Pending` — meaning``, `✅ = done`, `✅ Done`, `Pending`. */
function listEntry(document: Document, item: MarkdownNode): StatusEntry | undefined {
  const text = itemText(item)
  const split = /^(.{1,60}?)(?:\s*[:=→]\s*|\s+[—–-]\s+|$)/su.exec(text)
  if (split === null) return undefined
  const name = split[1] ?? ''
  const paragraph = item.children[0]
  const first = paragraph?.children[0]
  const start = first?.start ?? item.start
  const bold = paragraph?.children.find(child => child.type === 'strong' || child.type === 'inlineCode')
  const end = bold !== undefined && bold.start - start < 8 ? bold.end : Math.min(start + name.length, item.end)
  return entry(name, text.slice(split[0].length), start, Math.min(end, document.text.length))
}

function lineLegends(document: Document): readonly StatusEntry[] {
  const entries: StatusEntry[] = []
  for (const node of document.nodes('paragraph')) {
    const text = document.text.slice(node.start, Math.min(node.end, node.start + 600))
    const head = LEGEND_LINE.exec(text.slice(0, 80))?.[0]
    if (head === undefined) continue
    let at = head.length
    for (const part of text.slice(head.length).split(/(\s*[|·•;,\n]\s*|\s{2,})/)) {
      const start = node.start + at
      at += part.length
      const plain = part.replace(/[*_`]/g, '').trim()
      const split = /^(\S{1,12}|[^=:—–]{1,40}?)\s*(?:[=:]|\s[—–-]\s|\s)\s*(.*)$/su.exec(plain)
      if (plain === '' || emojiOf(plain) === '' || split === null) continue
      const one = entry(split[1] ?? '', split[2] ?? '', start, start + part.length)
      if (one !== undefined) entries.push(one)
    }
  }
  return entries
}

/** `undefined` for what is no name of a status. */
function entry(written: string, meaning: string, start: number, end: number): StatusEntry | undefined {
  const name = written.trim()
  const key = statusKey(name)
  const emoji = emojiOf(name)
  if (name.length > LONGEST_NAME || (key === '' && emoji === '') || key.split(' ').length > 4) return undefined
  const alias = statusKey(meaning)
  // `✅ = done`: the word is what the emoji means, and cells use either.
  const keys = [key, ...(key === '' && alias !== '' && alias.split(' ').length <= 3 ? [alias] : [])].filter(one => one !== '')
  return { name, keys, emoji, meaning: meaning.trim().slice(0, 300), start, end }
}

/** Statuses that an option gives, in its order. */
export function configuredStatuses(names: readonly string[]): readonly StatusEntry[] {
  return names.map(name => ({ name, keys: [statusKey(name)].filter(key => key !== ''), emoji: emojiOf(name), meaning: '', start: 0, end: 0 }))
}
