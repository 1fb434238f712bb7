/** Code blocks of pages that tests run: each stands behind a comment that names it. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../..')

/**
 * The content of the block behind `<!-- marker -->`; one that has blocks itself is fenced by four.
 * @param page from the root
 */
export function exampleBlock(page: string, marker: string): string {
  const found = new RegExp(`<!-- ${marker} -->\\n(\`{3,4})\\w+\\n([^]*?)\\1`).exec(readFileSync(path.join(ROOT, page), 'utf8'))?.[2]
  if (found === undefined) throw new Error(`${page} has no block behind <!-- ${marker} -->`)
  return found
}

/** The block, after `UPDATE_README=1` has put in what is printed now. */
export function comparedBlock(page: string, marker: string, printed: string): string {
  if (process.env['UPDATE_README'] === '1') {
    const file = path.join(ROOT, page)
    const [before = '', after = ''] = readFileSync(file, 'utf8').split(`<!-- ${marker} -->\n`)
    const opening = after.slice(0, after.indexOf('\n') + 1)
    const closing = after.slice(after.indexOf('\n```', 3) + 1)
    writeFileSync(file, `${before}<!-- ${marker} -->\n${opening}${printed}${closing}`)
  }
  return exampleBlock(page, marker)
}
