/** Checkboxes that say whether work is finished. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { closest } from '../../core/markdown/node.ts'
import { itemText } from '../outline/field.ts'
import { outlineOf, type Section } from '../outline/outline.ts'

export interface Box {
  readonly node: MarkdownNode
  readonly checked: boolean
  readonly text: string
  readonly section: Section
}

/** Headings under which boxes are the measure of being done. */
const MEASURE = /\b(?:acceptance|validation|verification|definition of done|done when|finish line|exit criteria|success criteria|completion criteria|criteria|requirements|deliverables|test plan|sign-?off)\b|^\W*(?:scope|tasks?|to-?dos?|checklist|implementation(?: (?:plan|steps|tasks|checklist))?)\W*$/i
/** Headings under which they are for later, for others or for each time anew. */
const LATER = /\b(?:follow-?ups?|future|later|next|out of scope|non-?goals?|stretch|optional|nice to have|backlog|ideas|open questions?|post-?(?:launch|merge|deploy\w*)|template|example|deferred|reviewer|each|every|per[- ]\w+|pre-?flight|before (?:you|each|every)|release checklist|how to|known (?:issues|gaps))\b/i

/** The boxes inside a section that measure it, by the headings between them and it. */
export function measuringBoxes(document: Document, scope: Section): readonly Box[] {
  if (!/\[[ xX]\]/.test(document.text)) return []
  const outline = outlineOf(document)
  const boxes: Box[] = []
  for (const node of document.nodes('listItem')) {
    if (node.checked === undefined || node.start < scope.start || node.start >= scope.end) continue
    const section = outline.at(node.start)
    const titles: string[] = []
    for (let at: Section | undefined = section; at !== undefined && at.depth > 0; at = at.parent) titles.push(at.title)
    if (titles.some(title => LATER.test(title)) || !titles.some(title => MEASURE.test(title))) continue
    if (closest(node, 'blockquote') !== undefined || isSetAside(node)) continue
    boxes.push({ node, checked: node.checked, text: itemText(node), section })
  }
  return boxes
}

/** Struck through, or said to be for later. */
function isSetAside(node: MarkdownNode): boolean {
  const paragraph = node.children[0]
  if (paragraph?.children[0]?.type === 'delete') return true
  return /\b(?:optional|deferred|follow-?up|later|out of scope|n\/a|not applicable|won['’]t|moved to|tracked in|superseded|stretch|if (?:needed|desired|applicable))\b/i.test(itemText(node))
}
