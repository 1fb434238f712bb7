/** Paths in YAML front matter: what a document says it is about (`paths:`, `globs:`, `related:`). */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import { mentionAt, type PathTarget } from './mention.ts'
import { readPath } from './token.ts'

/** Keys whose values are routes, URLs or names of a site generator, not files of the repository. */
const SITE_KEYS = /^(?:slug|permalink|url|urls|image|images|icon|logo|cover|thumbnail|banner|hero|og\w*|layout|theme|template|redirect\w*|aliases|alias|link|links|href|src|canonical\w*|sidebar\w*|nav\w*|category|categories|tags?|date|title|description|author\w*|head|next|prev|version|id|name|label|editUrl|custom_edit_url|type|model|allowed-tools|tools)$/i

/** Values that are paths with a folder and an ending, or globs with a folder. */
export function* pathsInFrontMatter(document: Document): Iterable<Mention<PathTarget>> {
  const [node] = document.nodes('yaml')
  if (node === undefined) return
  const source = document.text.slice(node.start, node.end)
  let key = ''
  let offset = node.start
  for (const raw of source.split('\n')) {
    const line = raw.replace(/\r$/, '')
    const named = /^\s*-?\s*([\w-]+):(?:\s|$)/.exec(line)
    if (named?.[1] !== undefined) key = named[1]
    if (!SITE_KEYS.test(key) && line !== '---') {
      const from = named?.[0].length ?? (/^\s*-\s+/.exec(line)?.[0].length ?? line.length)
      for (const match of line.slice(from).matchAll(/[^\s,"'[\]]+/g)) {
        const token = readPath(match[0])
        if (token?.form !== 'path' || token.path.startsWith('/')) continue
        yield mentionAt(document, node, token, offset + from + match.index, 'front-matter')
      }
    }
    offset += raw.length + 1
  }
}
