/** Phases of a merge plan: sections, list items and table cells with a number, such as `Phase 2 — Data`, `Wave 3`, `Order: 4`. */
import { closest, type MarkdownNode } from '../../core/markdown/node.ts'
import { itemText } from '../outline/field.ts'
import { numberingOf, type Numbering } from '../outline/numbering.ts'
import type { Outline, Section } from '../outline/outline.ts'

export interface Phase {
  /** Phases are compared inside of their family only: two plans in one document both have a first one. */
  readonly family: string
  /** As the document calls it: `Phase 2`. */
  readonly label: string
  /** Compared part by part: smaller is earlier. */
  readonly rank: readonly number[]
}

const WORDS: ReadonlySet<string> = new Set(['phase', 'wave', 'stage', 'batch', 'step', 'tier', 'round', 'milestone', 'sprint', 'iteration', 'part', 'level', 'layer', 'week', 'day'])
const HEAD = /^(?:merge\s)?(phase|wave|stage|batch|step|tier|round|milestone|sprint|iteration|train|order|sequence|seq\.?|position)(?:\s?(?:#|no\.?|number))?$/i

/** Whether a table column of this head says when a row's requests are merged. */
export function isPhaseHead(head: string): boolean {
  return HEAD.test(head)
}

/** The phase that a cell below such a head names. */
export function phaseOfCell(head: string, text: string, table: MarkdownNode): Phase | undefined {
  const word = (HEAD.exec(head)?.[1] ?? '').toLowerCase()
  const numbering = numberingOf(text)
  const family = `table ${String(table.start)}`
  if (numbering !== undefined) return { family, label: labelOf(numbering, word), rank: numbering.parts }
  const plain = /^(?:phase\s?)?(\d{1,3}(?:\.\d{1,3}){0,2})([a-z]?)$/i.exec(text)
  if (plain === null) return undefined
  const letter = (plain[2] ?? '').toLowerCase()
  return {
    family, label: `${capital(word)} ${plain[1] ?? ''}${plain[2] ?? ''}`,
    rank: [...(plain[1] ?? '').split('.').map(Number), ...letter === '' ? [] : [letter.charCodeAt(0) - 96]],
  }
}

/** The phase that an offset stands in by its section, or by a list item above it. */
export function phaseAt(outline: Outline, block: MarkdownNode): Phase | undefined {
  for (let item = closest(block, 'listItem'); item !== undefined; item = item.parent === undefined ? undefined : closest(item.parent, 'listItem')) {
    const numbering = numberingOf(itemText(item).slice(0, 200))
    if (numbering !== undefined && WORDS.has(numbering.word)) return { family: `list ${String(topList(item).start)}`, label: labelOf(numbering, ''), rank: numbering.parts }
  }
  for (let section: Section | undefined = outline.at(block.start); section !== undefined; section = section.parent) {
    const { numbering } = section
    if (numbering !== undefined && WORDS.has(numbering.word)) {
      return { family: `section ${String(section.parent?.start ?? 0)} ${numbering.word}`, label: labelOf(numbering, ''), rank: numbering.parts }
    }
  }
  return undefined
}

function topList(item: MarkdownNode): MarkdownNode {
  let top = item
  for (let at: MarkdownNode | undefined = item; at !== undefined; at = at.parent) if (at.type === 'list') top = at
  return top
}

/** Negative when `a` comes before `b`, 0 when they are the same or can't be compared. */
export function comparePhases(a: Phase | undefined, b: Phase | undefined): number {
  if (a === undefined || b?.family !== a.family) return 0
  for (let at = 0; at < Math.max(a.rank.length, b.rank.length); at++) {
    const difference = (a.rank[at] ?? 0) - (b.rank[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function labelOf(numbering: Numbering, word: string): string {
  return `${capital(numbering.word === '' ? word : numbering.word)} ${numbering.written}`.trim()
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
