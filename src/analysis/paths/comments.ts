/** Paths in HTML comments, read only on request: comments are notes to writers, and rarely kept. */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import { mentionAt, type PathTarget } from './mention.ts'
import { readPath } from './token.ts'

/** Words of comments that are paths with a folder, or bare file names in backticks. */
export function* pathsInComments(document: Document): Iterable<Mention<PathTarget>> {
  for (const node of [...document.nodes('html'), ...document.nodes('mdxFlowExpression'), ...document.nodes('mdxTextExpression')]) {
    const source = document.text.slice(node.start, node.end)
    let from = 0
    for (;;) {
      const html = source.indexOf('<!--', from)
      const mdx = html < 0 ? source.indexOf('/*', from) : -1
      const open = html >= 0 ? html + 4 : mdx >= 0 ? mdx + 2 : -1
      if (open < 0) break
      const close = source.indexOf(html >= 0 ? '-->' : '*/', open)
      const end = close < 0 ? source.length : close
      for (const word of source.slice(open, end).matchAll(/[^\s"“”,;<>|]+/g)) {
        const token = readPath(word[0])
        if (token === undefined || token.glob || token.form === 'weak' || (token.form === 'name' && !word[0].includes('`'))) continue
        yield mentionAt(document, node, token, node.start + open + word.index, 'comment')
      }
      from = end + 2
    }
  }
}
