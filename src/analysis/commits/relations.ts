/** "tag X points at Y", "commit Y is tagged X", the version and the commit of one row. */
import type { MarkdownNode } from '../../core/markdown/node.ts'
import { addTo } from '../../core/multimap.ts'
import { rowOf } from './context.ts'
import { isCommitColumn } from './cues.ts'
import type { ShaMention } from './shas.ts'
import type { TagMention } from './tags.ts'

/** From a tag to its commit; ends right before the commit's id. */
const FORWARD = /^(?:\^\{\w*\})?(?:\s*(?:,|and|&)\s*[\w@./^{}-]+){0,3}\s*\)?,?\s*(?:(?:tag|release|which|that|now|still|also|both|all|currently|correctly|each|must|should)\s+){0,3}(?:(?:points?|pointed|pointing) (?:at|to)|resolve[sd]? to|peels? to|refers? to|is at|are at|is commit|at commit|commit|(?:tagged )?at|=|→|->|⇒|\(|:)\s*(?:(?:the|git|merge|release|promoted)\s+){0,2}(?:(?:commit|revision|sha|artifact)\s*)?[:(]?\s*$/i
/** "points at the same commit": the one that was named before. */
const SAME = /^(?:\^\{\w*\})?(?:\s*(?:,|and|&)\s*[\w@./^{}-]+){0,3}\s*\)?,?\s*(?:(?:tag|release|which|that|now|still|also|both|all|currently|correctly|each|must|should)\s+){0,3}(?:points? (?:at|to)|pointed (?:at|to)|resolve[sd]? to|is at|are at|is|are)(?: exactly)? (?:the|that|this) (?:very )?(?:same )?(?:commit|revision|sha|artifact|one)\b/i
/** From a commit to its tag. */
const BACKWARD = /^\s*\)?,?\s*(?:(?:is|was|now|has been|been|and)\s+){0,3}(?:\(|→|->|=)?\s*(?:(?:git|release|the)\s+)?(?:tagged|released|tag|release)(?: (?:as|with|is|was)){0,2}\s*[:=]?\s*$|^\s*as\s*$/i

/** Gives the commit that a tag is said to point at, as written; `null` when the text does not say. */
export function pointersIn(text: string, mentions: readonly ShaMention[]): (tag: TagMention) => string | null {
  const byBlock = new Map<MarkdownNode, ShaMention[]>()
  for (const one of mentions) addTo(byBlock, one.context.block, one)
  return tag => pointedAt(text, tag, (byBlock.get(tag.context.block) ?? []).filter(one => Math.abs(one.start - tag.start) < REACH))
}

/** No relation reaches further, in UTF-16 units. */
const REACH = 1000

function pointedAt(text: string, tag: TagMention, shas: readonly ShaMention[]): string | null {
  const { block, cell } = tag.context
  if (block.type === 'tableRow' && cell !== undefined) {
    const inCell = shas.filter(one => one.context.cell === cell)
    if (inCell.length === 0) return ofRow(tag, shas)
  }
  const near = shas.filter(one => cell === undefined || one.context.cell === cell)
  const behind = near.find(one => one.start >= tag.end)
  if (behind !== undefined && FORWARD.test(words(text.slice(tag.end, Math.min(behind.start, tag.end + 240))))) return behind.sha
  const before = near.filter(one => one.end <= tag.start).at(-1)
  if (before === undefined) return null
  if (SAME.test(words(text.slice(tag.end, tag.end + 240)))) return before.sha
  const between = words(text.slice(before.end, tag.start))
  const taggedAs = /^\s*as\s*$/i.test(between) && !/\b(?:re)?tag(?:ged)?\W{1,20}(?:commit\W{1,5})?$/i.test(text.slice(Math.max(0, before.start - 60), before.start))
  return between.length <= 60 && !taggedAs && BACKWARD.test(between) ? before.sha : null
}

function words(text: string): string {
  return text.replace(/\r?\n[ \t>]*/g, ' ').replace(/\]\([^)\s]*\)/g, '').replace(/[*_`[\]]/g, '')
}

/** The commit in the same row, where the row has one column of versions and one of their commits. */
function ofRow(tag: TagMention, shas: readonly ShaMention[]): string | null {
  const row = tag.context.cell === undefined ? undefined : rowOf(tag.context.cell)
  if (row === undefined || !/^(?:git |release |current |deployed )?(?:tag|release|version)$/i.test(row.heads[row.at] ?? '')) return null
  const columns = row.heads.flatMap((head, index) => (isCommitColumn(head) && !/\b(?:fix|fixed|introduced|base|parent|merged|from)\b/i.test(head) ? [index] : []))
  const [column] = columns
  if (columns.length !== 1 || column === undefined) return null
  const cell = row.cells[column]
  const inCell = shas.filter(one => one.context.cell === cell)
  return inCell.length === 1 ? inCell[0]?.sha ?? null : null
}
