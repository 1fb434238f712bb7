/** What the head of a table's column says of the numbers below it. */
import { textOf, type MarkdownNode } from '../../core/markdown/node.ts'

const REQUEST = /^(?:(?:open|merged|github|merge)\s)?(?:PRs?|MRs?|pull[ -]?requests?|merge[ -]?requests?|requests?)(?:\s?(?:#|no\.?|numbers?|ids?|links?|\(s\)|s?\/issues?))?(?:\s?\([^)]{0,40}\))?$/i
const ISSUE = /^(?:(?:github|related|tracking|open)\s)?issues?(?:\s?(?:#|no\.?|numbers?|ids?|links?|\/\s?PRs?))?$/i
const DEPENDENCY = /^(?:(?:hard |merge )?depends(?: on)?|dependenc(?:y|ies)|deps|dependent on|blocked(?: by)?|blockers?|blocking PRs?|after|merge after|requires|needs|prerequisites?|prereqs?|gated(?: by| on)?|waits? (?:for|on)|upstream PRs?|must follow)(?:\s?\((?:PRs?|#)\))?$/i

/** The head above a cell; '' outside of tables and in the head itself. */
export function columnOfCell(cell: MarkdownNode): string {
  const row = cell.type === 'tableCell' ? cell.parent : undefined
  const head = row?.parent?.children[0]
  if (row === undefined || head === undefined || head === row) return ''
  const node = head.children[row.children.indexOf(cell)]
  return node === undefined ? '' : textOf(node).trim()
}

/** What a column of this head holds: pull requests, numbers of any kind, or something else. */
export function isRequestHead(head: string): 'request' | 'issue' | 'dependency' | undefined {
  if (head === '') return undefined
  if (REQUEST.test(head)) return 'request'
  if (ISSUE.test(head)) return 'issue'
  return DEPENDENCY.test(head) ? 'dependency' : undefined
}
