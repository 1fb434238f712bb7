/** Fields that every entry must have, as the document itself lists them. */
import type { Document } from '../../core/document.ts'
import { itemText } from '../outline/field.ts'
import { outlineOf } from '../outline/outline.ts'
import { statusKey } from './status.ts'

const TITLE = /\b(?:required|mandatory)\b.{0,40}\bfields?\b|\bfields?\b.{0,30}\b(?:required|mandatory)\b/i

/** A field, and the words by which an entry shows that it has it. */
export interface RequiredField {
  /** As written, without the full stop. */
  readonly name: string
  /** Lower-case words that must all stand in the entry. */
  readonly words: readonly string[]
}

/** Words that every field has. */
const FILLER = new Set(['path', 'paths', 'the', 'a', 'an', 'of', 'and', 'or', 'with', 'for', 'steps', 'step', 'list', 'name', 'number', 'link', 'details', 'date', 'notes'])

/** Fields of the document's own list; those that hang on a condition are left out. */
export function requiredFieldsOf(document: Document): readonly RequiredField[] {
  if (!/\b(?:required|mandatory)\b/i.test(document.text)) return []
  const section = outlineOf(document).sections.find(({ title }) => title.length < 80 && TITLE.test(title))
  const list = section?.lists.find(one => one.parent?.type !== 'listItem')
  return list === undefined ? [] : list.children.flatMap(item => requiredField(itemText(item)) ?? [])
}

/** Reads a field; `undefined` for one that not every entry needs. */
export function requiredField(text: string): RequiredField | undefined {
  if (/\b(?:if|when|unless|optional(?:ly)?|where applicable|for)\b/i.test(text.replace(/^[^(]{0,80}$/, ''))) return undefined
  const name = text.replace(/[.:;]\s*$/, '').trim()
  // What stands before `+`, `and` or a parenthesis is the field; the rest tells more about it.
  const head = statusKey(name.replace(/\([^)]{0,200}\)/g, ' ').split(/\s\+\s|\s[—–-]\s|:\s|\s&\s/)[0] ?? '')
  const words = head.split(' ').filter(word => word.length > 2 && !FILLER.has(word)).slice(0, 2)
  return words.length === 0 ? undefined : { name, words: words.map(stem) }
}

/** Whether a text speaks of the field. */
export function hasField(text: string, field: RequiredField): boolean {
  const key = statusKey(text)
  if (field.words.every(word => key.includes(word))) return true
  return field.words.includes('transition') && /→|->|=>/.test(text)
}

function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:s|ed|ing)$/, '') : word
}
